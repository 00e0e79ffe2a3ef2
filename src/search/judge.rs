//! Judging one document: does it match, and how well?
//!
//! Looks from the best tier to the worst and stops as soon as the document can no longer enter the list.

use super::cells::{Cell, Cells};
use super::field::{Found, as_typed, at_beginning, found, is_in, slipped, slipped_in};
use super::query::Query;
use super::rank::{Group, Quality, Rank, SCATTERED, Tier, class};
use super::scorer::score;
use super::shelf::{Card, Key, Place};
use super::word::Word;

/// What is asked of a document.
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    /// The query.
    pub query: &'a Query,
    /// Whether slips of the finger are forgiven.
    pub slips: bool,
    /// Whether a word may be found better than with slips or scattered; false when that is known from a look before.
    pub better: bool,
    /// What is made of scattered letters.
    pub scattered: Scattered,
}

/// What is made of letters that stand in the right order with others in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scattered {
    /// They are as good as nothing: whoever asks knows already that they are there.
    Passed,
    /// They are found, not scored.
    Noticed,
    /// They are scored.
    Scored,
}

impl Scattered {
    /// The worst class that is looked for.
    #[inline]
    fn worst(self) -> u8 {
        if self == Self::Passed { SCATTERED - 1 } else { u8::MAX }
    }
}

/// How a document was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    /// What decides the order.
    pub rank: Rank,
    /// Tier of the weakest word.
    pub tier: Tier,
    /// The field that holds the weakest word.
    pub tag: u8,
}

/// What every word must reach to be of use.
#[derive(Clone, Copy)]
struct Bar {
    /// The worst class.
    class: u8,
    /// The class at which the fuzzy score decides, and that score.
    score_class: u8,
    score: u16,
}

impl<'a> Judge<'a> {
    /// For a first look, which takes the words as typed. What is found nowhere better than scattered is told by
    /// [`Judge::matches`] alone.
    pub(super) fn first(query: &'a Query) -> Self {
        Judge { query, slips: false, better: true, scattered: Scattered::Passed }
    }

    /// For another look at what was not found better than scattered: a single word is nowhere better then.
    pub(super) fn again(query: &'a Query) -> Self {
        Judge { better: query.words.len() > 1, scattered: Scattered::Noticed, ..Self::first(query) }
    }

    /// Whether the words from this one on are all somewhere in the document, whose fields together have all letters that are
    /// needed; slips aside.
    #[inline]
    pub(super) fn matches(&self, card: &Card, from: usize, cells: &mut Cells) -> bool {
        let mut words = self.query.words.iter().enumerate().skip(from);
        words.all(|(n, word)| {
            if word.proved_by_set() {
                return true;
            }
            let held = cells.holds(n, card);
            if held == Some(true) || in_name(word, card) {
                return true;
            }
            if held.is_some() {
                return false;
            }
            let row = cells.row(n);
            card.keys().any(|key| {
                let Some(cell) = row.get_mut(key.text as usize) else { return false };
                if *cell == Cell::UNKNOWN {
                    let is_there = |place: Place| is_in(word, place.text, place.group == Group::Long);
                    let there = card.place(key, word.set, 0).is_some_and(is_there);
                    *cell = if there { Cell::THERE } else { Cell::ABSENT };
                }
                *cell != Cell::ABSENT
            })
        })
    }

    /// Looks at all texts of the shelf of this document for the words from this one on: whether they are there, or also how
    /// good they are, as far as they are within the worst class that is `wanted` of a document. For a first look.
    pub(super) fn look_ahead(&self, card: &Card, from: usize, wanted: Option<u8>, cells: &mut Cells) {
        debug_assert!(!self.slips && self.better && self.scattered == Scattered::Passed, "texts are weighed as typed");
        let leaves_long = wanted.is_none_or(|worst| worst < Group::Long.best());
        for (n, word) in self.query.words.iter().enumerate().skip(from) {
            if word.proved_by_set() && wanted.is_none() {
                continue;
            }
            let Some(mut notes) = cells.begin(n, wanted.is_some()) else { continue };
            card.each_text(word.set, 0, |leaf| {
                if leaves_long && leaf.is_long() && notes.has_found(&leaf) {
                    notes.leave(&leaf);
                } else if is_in(word, leaf.bytes(), leaf.is_long()) {
                    match wanted {
                        Some(wanted) => notes.note_closely(&leaf, class_in(word, &leaf.place(), wanted)),
                        None => notes.note(&leaf, Cell::THERE),
                    }
                }
            });
        }
    }

    /// Looks at all texts of the shelf of this document for a single word with slips.
    pub(super) fn forgive_ahead(word: &Word, card: &Card, cells: &mut Cells) {
        let Some(mut notes) = cells.begin(0, false) else { return };
        card.each_text(word.set, word.edits, |leaf| {
            if let Some(found) = slipped_in(word, &leaf.place()) {
                notes.note(&leaf, found);
            }
        });
    }

    /// How well the document matches; `None` when it does not, or cannot come before `floor`.
    #[inline]
    pub(super) fn verdict(&self, card: &Card, floor: Option<Rank>, cells: &mut Cells) -> Option<Verdict> {
        let is_hopeless = floor.is_some_and(|floor| self.is_hopeless(card, self.bar(card, floor)));
        if is_hopeless { None } else { self.verdict_by_texts(card, floor, cells) }
    }

    /// The same, no matter what shows at first sight: most documents show enough, so that this stays out of their way.
    #[inline(never)]
    fn verdict_by_texts(&self, card: &Card, floor: Option<Rank>, cells: &mut Cells) -> Option<Verdict> {
        let phrase = self.phrase(card);
        let bar = floor.filter(|_| phrase.is_none()).map(|floor| self.bar(card, floor));
        let mut worst: Option<Found> = None;
        let (mut sum, mut quality) = (0_u16, Quality::default());
        for n in 0..self.query.words.len() {
            let found = self.best(n, card, bar, cells)?;
            sum += u16::from(found.class);
            quality = quality.with(found.quality);
            if worst.is_none_or(|worst| found.class > worst.class) {
                worst = Some(found);
            }
        }
        let mut worst = worst?;
        if let Some(better) = phrase.filter(|better| better.class < worst.class) {
            (worst, sum, quality) = (better, u16::from(better.class), Quality::default());
        }
        let rank = Rank::new(worst.class, sum, quality.number(), card.name_len(), card.hint());
        Some(Verdict { rank, tier: worst.tier, tag: worst.tag })
    }

    /// How well the document matches a single word with slips, nothing else being asked.
    pub(super) fn forgiven(word: &Word, card: &Card, cells: &mut Cells) -> Option<Verdict> {
        let in_name = word.allowed(card.set, word.edits);
        let mut best = if in_name { slipped(word, &card.name_place()) } else { None };
        if !card.has_keys() || cells.holds(0, card) == Some(false) {
            return best.map(|best| verdict_of(best, card));
        }
        let row = cells.row(0);
        for key in card.keys() {
            let Some(cell) = row.get_mut(key.text as usize).filter(|_| key.group != Group::Long) else { continue };
            if *cell == Cell::UNKNOWN {
                let found = card.place(key, word.set, word.edits).and_then(|place| slipped_in(word, &place));
                *cell = found.unwrap_or(Cell::ABSENT);
            }
            if let Some(found) = as_known(*cell, key).filter(|found| best.is_none_or(|best| found.class < best.class)) {
                best = Some(found);
            }
        }
        Some(verdict_of(best?, card))
    }

    /// What every word must reach in a document that is to come before `floor`.
    #[inline]
    fn bar(&self, card: &Card, floor: Rank) -> Bar {
        let single = self.query.words.len() == 1;
        let longer = single && floor.worst() < SCATTERED && card.name_len() > floor.length();
        let score = if single { floor.score() } else { 0 };
        Bar { class: floor.worst().saturating_sub(u8::from(longer)), score_class: floor.worst(), score }
    }

    /// Whether it shows at first sight that a single word cannot be as good as that: its name had to begin so, and begins
    /// with other letters; and no further field can be so good.
    #[inline]
    fn is_hopeless(&self, card: &Card, bar: Bar) -> bool {
        const WORD_START: u8 = class(Tier::WordStart, Group::Name, false);
        const PREFIX: u8 = class(Tier::Prefix, Group::Name, true);
        let [word] = self.query.words.as_slice() else { return false };
        bar.class < WORD_START
            && !word.may_begin(card.begins(), bar.class < PREFIX)
            && !may_be_within(word, card, bar.class)
    }

    /// The whole query as one piece at the beginning of the name.
    fn phrase(&self, card: &Card) -> Option<Found> {
        let phrase = self.query.phrase.as_ref().filter(|phrase| phrase.allowed(card.set, 0))?;
        at_beginning(phrase, &card.name_place())
    }

    /// The best way this word is found in the document.
    fn best(&self, n: usize, card: &Card, bar: Option<Bar>, cells: &mut Cells) -> Option<Found> {
        let word = self.query.words.get(n)?;
        let lacking = if self.slips { word.edits } else { 0 };
        let limit = bar.map_or(u8::MAX, |bar| bar.class).min(self.scattered.worst());
        let name = Some(card.name_place()).filter(|place| word.allowed(place.set, lacking));
        let mut best = name.and_then(|place| self.look(word, &place, limit, bar));
        if !may_be_within(word, card, limit) || cells.holds_closely(n, card) == Some(false) {
            return best;
        }
        let (row, qualities) = match self.scattered {
            Scattered::Scored => cells.scored_row(n),
            _ => (cells.row(n), &mut [][..]),
        };
        for key in card.keys() {
            let limit = best.map_or(limit, |best| best.class);
            let Some(cell) = row.get_mut(key.text as usize).filter(|_| key.best <= limit) else { continue };
            if cell.is_open() {
                let place = card.place(key, word.set, lacking);
                *cell = place.map_or(Cell::ABSENT, |place| self.weigh(word, &place, *cell));
            }
            let Some(mut found) = as_known(*cell, key).filter(|found| found.class <= limit) else { continue };
            if *cell == Cell::SCATTERED && self.scattered == Scattered::Scored {
                let Some(quality) = self.quality(word, card, key, bar, qualities) else { continue };
                found.quality = quality;
            }
            let better = |best: Found| (found.class, best.quality.number()) < (best.class, found.quality.number());
            best = if best.is_none_or(better) { Some(found) } else { best };
        }
        best
    }

    /// The best way this word is found in a text.
    fn weigh(&self, word: &Word, place: &Place, known: Cell) -> Cell {
        let plain = word.allowed(place.set, 0);
        if plain
            && self.better
            && let Some(found) = as_typed(word, place, u8::MAX)
        {
            return Cell::of(found.class.saturating_sub(place.group.cost()));
        }
        if place.group == Group::Long {
            return Cell::ABSENT;
        }
        let slip = if self.slips { slipped_in(word, place) } else { None };
        slip.unwrap_or_else(|| {
            let scattered = plain && (known == Cell::THERE || word.scattered(place.text).is_some());
            if scattered { Cell::SCATTERED } else { Cell::ABSENT }
        })
    }

    /// How good the scattered letters of this word are in this field; those of a text that other fields have as well are
    /// scored once.
    fn quality(
        &self,
        word: &Word,
        card: &Card,
        key: Key,
        bar: Option<Bar>,
        known: &mut [Option<Quality>],
    ) -> Option<Quality> {
        let place = card.place(key, word.set, 0)?;
        let score = |bar| self.fuzzy(word, &place, bar).map(|found| found.quality);
        let known = known.get_mut(key.text as usize).filter(|_| place.shared);
        known.map_or_else(
            || score(bar),
            |known| {
                *known = known.or_else(|| score(None));
                *known
            },
        )
    }

    /// The best way this word is found in this field, if its class is within the limit.
    fn look(&self, word: &Word, place: &Place, limit: u8, bar: Option<Bar>) -> Option<Found> {
        if place.group.best() > limit {
            return None;
        }
        let plain = word.allowed(place.set, 0);
        let found = if plain && self.better { as_typed(word, place, limit) } else { None };
        if place.group == Group::Long {
            return found;
        }
        let within = |tier| class(tier, place.group, false) <= limit;
        found
            .or_else(|| if self.slips && within(Tier::Slip) { slipped(word, place) } else { None })
            .or_else(|| if plain && within(Tier::Fuzzy) { self.fuzzy(word, place, bar) } else { None })
            .filter(|found| found.class <= limit)
    }

    /// Scattered letters.
    fn fuzzy(&self, word: &Word, place: &Place, bar: Option<Bar>) -> Option<Found> {
        let text = place.text;
        let mut found = found(Tier::Fuzzy, place, false);
        let bar = bar.filter(|bar| found.class == bar.score_class).map_or(0, |bar| bar.score);
        if self.scattered != Scattered::Scored {
            return word.scattered(text).map(|_| found);
        }
        let (from, to) = word.tightest(text)?;
        found.quality = Quality { between: small(to - from), score: 0 };
        if found.quality.number() | 0xFF < bar {
            return None;
        }
        found.quality.score = score(word, place.text, (from, to));
        Some(found)
    }
}

/// The class that a way in which the word is typed in a text would have in a name, if that is still wanted in a further field.
fn class_in(word: &Word, place: &Place, wanted: u8) -> Option<u8> {
    // Of those fields another name costs least.
    let least = if place.group == Group::Long { 0 } else { Group::Alias.cost() };
    let found = as_typed(word, place, wanted.checked_sub(least)?)?;
    Some(found.class - place.group.cost())
}

/// Whether the letters of the word are in the name.
#[inline]
fn in_name(word: &Word, card: &Card) -> bool {
    word.allowed(card.set, 0) && word.scattered(card.name()).is_some()
}

/// Whether a further key can be of such a class: below the best class of a short field only another name can, that begins
/// with the word.
#[inline]
fn may_be_within(word: &Word, card: &Card, limit: u8) -> bool {
    const BEST_SHORT: u8 = Group::Short.best();
    const _: () = assert!(class(Tier::WordStart, Group::Alias, false) >= BEST_SHORT);
    let begins = || word.bytes().first().is_some_and(|first| card.has_alias_with(*first));
    card.best() <= limit && (limit >= BEST_SHORT || begins())
}

/// What is known of a text, in this field.
#[inline]
fn as_known(cell: Cell, key: Key) -> Option<Found> {
    let class = cell.class(key.group.cost())?;
    Some(Found { class, quality: Quality::default(), tier: cell.tier(), tag: key.tag })
}

/// How well a document at least matches a single word with which its name begins; `None` when it does not begin so.
pub(super) fn begins(word: &Word, card: &Card) -> Option<Verdict> {
    at_beginning(word, &card.name_place()).map(|found| verdict_of(found, card))
}

/// What a single word says of a document, its letters not being scattered.
fn verdict_of(found: Found, card: &Card) -> Verdict {
    let rank = Rank::new(found.class, u16::from(found.class), 0, card.name_len(), card.hint());
    Verdict { rank, tier: found.tier, tag: found.tag }
}

/// A length in a rank.
fn small(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}
