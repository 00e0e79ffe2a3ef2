//! Looking at the matches of the query before, when it was only typed on.

use super::super::index::Index;
use super::super::letters::has;
use super::super::near::ask_for;
use super::super::onward::Fate;
use super::super::pass::{parts, whole_shelves};
use super::{Search, Stage};
use std::ops::Range;

/// Names that are asked for at once: more would push each other out of the memory nearest to the processor.
const NEAR: usize = 32;

impl Search {
    /// Looks at so many more of the matches before.
    pub(super) fn narrow(&mut self, index: &Index, documents: usize) {
        let before = std::mem::take(&mut self.before);
        let (from, until) = (self.next, whole_shelves(&before, self.next.saturating_add(documents)));
        let (parts, told, typed) = (parts(&before, from..until), std::mem::take(&mut self.told), self.typed);
        let fate = |at: usize| typed.zip(told.get(at)).map_or(Fate::Open, |(typed, told)| told.after(typed));
        let all_open = typed.is_none() || told.len() <= from;
        let matches = |places: Range<usize>| places.clone().map(fate).zip(before.get(places).unwrap_or(&[]));
        let last = self.query.words.last().map_or(0, |word| word.set);
        self.look_at(index, self.first, parts, |pass, part| {
            if all_open {
                pass.expect_all(before.get(part.clone()).unwrap_or(&[]));
            } else {
                pass.expect(matches(part.clone()));
            }
            let ask = pass.ahead.names;
            let near = if ask { NEAR } else { part.len().max(1) };
            for from in part.clone().step_by(near) {
                let block = from..part.end.min(from + near);
                if ask {
                    let open = matches(block.clone()).filter(|(fate, _)| fate.is_open());
                    ask_for_names(index, last, open.map(|(_, known)| known.doc));
                }
                for (fate, known) in matches(block).filter(|(fate, _)| *fate != Fate::Gone) {
                    if fate == Fate::Scattered {
                        pass.take_scattered(known.doc);
                    } else if let Some(card) = index.card_with(known.doc as usize, pass.judge.query.need) {
                        pass.look(index, *known, &card, fate == Fate::There);
                    }
                }
            }
        });
        (self.next, self.told) = (until, told);
        if until == before.len() {
            (self.stage, self.next) = (Stage::Scanning, self.unseen);
            self.check_end(index);
        } else {
            self.before = before;
        }
    }
}

/// Asks for those names that will be looked at for a word with these letters.
fn ask_for_names(index: &Index, word: u64, docs: impl Iterator<Item = u32>) {
    let (mut names, mut count) = ([&[][..]; NEAR], 0);
    for doc in docs {
        let Some(card) = index.card(doc as usize) else { continue };
        if let Some(place) = names.get_mut(count) {
            *place = card.name();
        }
        // No branch: no processor can guess which names have the letters.
        count += usize::from(has(card.set, word, 0));
    }
    ask_for(names.into_iter().take(count));
}
