//! Judging one document: does it match, and how well?
//!
//! Looks from the best tier to the worst and stops as soon as the document can no longer enter the list.

use super::initials::{Fit, initials};
use super::memo::{Manner, Memo};
use super::parts::{begins_word, positions};
use super::query::Query;
use super::rank::{Group, Quality, Rank, SCATTERED, Tier, class, slip_class};
use super::scorer::score;
use super::shelf::{Card, Place};
use super::spot::{Sought, Spot, spot};
use super::typo::slip;
use super::word::{Word, word_ends};

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

/// How one word was found.
#[derive(Clone, Copy)]
struct Found {
    class: u8,
    quality: Quality,
    tier: Tier,
    tag: u8,
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

    /// Where the last word is when every word is somewhere in the document, slips aside.
    #[inline]
    pub(super) fn matches(&self, card: &Card, memo: &mut Memo) -> Option<Spot> {
        let (last, others) = self.query.words.split_last()?;
        let mut sought = others.iter().enumerate().map(|(n, word)| Sought { word, n, known: 0 });
        sought.all(|sought| spot(sought, card, Spot::default(), memo).is_some()).then_some(())?;
        spot(Sought { word: last, n: others.len(), known: 0 }, card, Spot::default(), memo)
    }

    /// The same when all but its last letters was known before.
    #[inline]
    pub(super) fn last_matches(&self, card: &Card, from: Spot, known: usize, memo: &mut Memo) -> Option<Spot> {
        let from = if known == 0 { Spot::default() } else { from };
        let (word, others) = self.query.words.split_last()?;
        spot(Sought { word, n: others.len(), known }, card, from, memo)
    }

    /// How well the document matches; `None` when it does not, or cannot come before `floor`. No field before `first` has
    /// the last word (0 for the name).
    pub(super) fn verdict(&self, card: &Card, first: u16, floor: Option<Rank>, memo: &mut Memo) -> Option<Verdict> {
        let phrase = self.phrase(card);
        let bar = floor.filter(|_| phrase.is_none()).map(|floor| self.bar(card, floor));
        if bar.is_some_and(|bar| self.is_hopeless(card, bar)) {
            return None;
        }
        let mut worst: Option<Found> = None;
        let (mut sum, mut quality) = (0_u16, Quality::default());
        for n in 0..self.query.words.len() {
            let first = if n + 1 == self.query.words.len() { first } else { 0 };
            let found = self.best(n, card, first, bar, memo)?;
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

    /// The same for a document that is known not to match as typed, so that a single word can only be there with slips.
    pub(super) fn forgiven(&self, card: &Card, memo: &mut Memo) -> Option<Verdict> {
        let [word] = self.query.words.as_slice() else { return self.verdict(card, 0, None, memo) };
        let mut best = Some(card.name_place())
            .filter(|place| word.allowed(place.set, word.edits))
            .and_then(|place| slipped(word, &place));
        for place in card.places(0, word.set, word.edits, u8::MAX) {
            let possible = slip_class(place.group, 1, false);
            if place.group == Group::Long || best.is_some_and(|best| best.class <= possible) {
                continue;
            }
            // What the text is known to be is known from documents like this one, or matches as typed, which this one does
            // not: its letters are not scattered here.
            let found = match place.shared {
                Some(_) => self.weigh(0, word, &place, u8::MAX, None, memo),
                None => slipped(word, &place),
            };
            best = best.into_iter().chain(found).min_by_key(|found| found.class);
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
    /// with another letter; and no further field can be so good.
    #[inline]
    fn is_hopeless(&self, card: &Card, bar: Bar) -> bool {
        let [word] = self.query.words.as_slice() else { return false };
        bar.class < class(Tier::WordStart, Group::Name, false)
            && card.best() > bar.class
            && word.bytes().first() != card.name().first()
    }

    /// The whole query as one piece at the beginning of the name.
    fn phrase(&self, card: &Card) -> Option<Found> {
        let phrase = self.query.phrase.as_ref().filter(|phrase| phrase.allowed(card.set, 0))?;
        at_beginning(phrase, &card.name_place())
    }

    /// The best way this word is found in the document, from this field on.
    fn best(&self, n: usize, card: &Card, first: u16, bar: Option<Bar>, memo: &mut Memo) -> Option<Found> {
        let word = self.query.words.get(n)?;
        let lacking = if self.slips { word.edits } else { 0 };
        let limit = bar.map_or(u8::MAX, |bar| bar.class).min(self.scattered.worst());
        let name = Some(card.name_place()).filter(|place| first == 0 && word.allowed(place.set, lacking));
        let mut best = name.and_then(|place| self.look(word, &place, limit, bar));
        let limit = best.map_or(limit, |best| best.class);
        for place in card.places(first, word.set, lacking, limit) {
            let limit = best.map_or(limit, |best| best.class);
            if let Some(found) = self.weigh(n, word, &place, limit, bar, memo) {
                let better = |best: Found| (found.class, best.quality.number()) < (best.class, found.quality.number());
                best = if best.is_none_or(better) { Some(found) } else { best };
            }
        }
        best
    }

    /// The best way this word, of this place in the query, is found in this field, if its class is within the limit; of a
    /// text that other fields have as well, what is known is not looked for again.
    fn weigh(
        &self,
        n: usize,
        word: &Word,
        place: &Place,
        limit: u8,
        bar: Option<Bar>,
        memo: &mut Memo,
    ) -> Option<Found> {
        let shared = place.shared.filter(|_| place.group != Group::Long);
        let Some(known) = shared.and_then(|text| memo.of(n, text)) else {
            return self.look(word, place, limit, bar);
        };
        // In a name the same would be so much better.
        let cost = place.group.best();
        let within = if limit == u8::MAX { limit } else { limit.saturating_sub(cost) };
        if known.found.is_none() && known.looked.is_none_or(|looked| looked < within) {
            known.looked = Some(within);
            known.found = self.look(word, place, limit, None).map(|found| Manner {
                class: found.class.saturating_sub(cost),
                tier: found.tier,
                quality: found.quality,
            });
        }
        let Manner { class, tier, quality } = known.found?;
        let class = class.saturating_add(cost);
        (class <= limit).then_some(Found { class, quality, tier, tag: place.tag })
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

/// The word as it is typed, in one piece or as initials, if its class is within the limit.
#[inline]
fn as_typed(word: &Word, place: &Place, limit: u8) -> Option<Found> {
    let within = |tier| class(tier, place.group, false) <= limit;
    let found = if place.group == Group::Long {
        in_long(word, place)
    } else if !within(Tier::Prefix) && place.text.len() > word.longest() {
        None
    } else if !within(Tier::WordStart) {
        at_beginning(word, place)
    } else if let Some((_, end)) = word.find(place.text, 0) {
        at_beginning(word, place)
            .or_else(|| at_start(word, place))
            .or_else(|| if within(Tier::Initials) { in_initials(word, place) } else { None })
            .or_else(|| Some(found(Tier::Substring, place, !word_ends(place.text, end))))
    } else if within(Tier::Initials) {
        in_initials(word, place)
    } else {
        None
    };
    found.filter(|found| found.class <= limit)
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

fn found(tier: Tier, place: &Place, loose: bool) -> Found {
    Found { class: class(tier, place.group, loose), quality: Quality::default(), tier, tag: place.tag }
}

/// A length in a rank.
fn small(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// The field begins with the word, or is the word.
#[inline]
fn at_beginning(word: &Word, place: &Place) -> Option<Found> {
    let text = place.text;
    let end = word.stands_at(text, 0)?;
    let tier = if end == text.len() { Tier::Exact } else { Tier::Prefix };
    Some(found(tier, place, !word_ends(text, end)))
}

/// A word, or at least a part of a compound, begins with the word.
fn at_start(word: &Word, place: &Place) -> Option<Found> {
    let text = place.text;
    let near = positions(place.starts).filter_map(|at| start_here(word, place, at));
    let far = far_starts(word, text).filter_map(|at| start_here(word, place, at));
    near.chain(far).min_by_key(|found| found.class)
}

/// A start at this position.
#[inline]
fn start_here(word: &Word, place: &Place, at: usize) -> Option<Found> {
    let text = place.text;
    let end = word.stands_at(text, at)?;
    let tier = if begins_word(text, at) { Tier::WordStart } else { Tier::PartStart };
    Some(found(tier, place, !word_ends(text, end)))
}

/// Word starts that the 64 bits do not reach.
fn far_starts<'a>(word: &'a Word, text: &'a [u8]) -> impl Iterator<Item = usize> + use<'a> {
    let mut from = 64;
    std::iter::from_fn(move || {
        let (at, _) = if text.len() > from { word.find(text, from)? } else { return None };
        from = at + 1;
        Some(at)
    })
    .filter(|at| begins_word(text, *at))
}

/// The letters are initials.
fn in_initials(word: &Word, place: &Place) -> Option<Found> {
    let fit = initials(word, place.text, place.starts)?;
    Some(found(Tier::Initials, place, fit == Fit::Loose))
}

/// A word begins so, slips forgiven.
fn slipped(word: &Word, place: &Place) -> Option<Found> {
    let slip = slip(word, place.text, place.starts)?;
    let class = slip_class(place.group, slip.edits, !slip.whole);
    Some(Found { class, ..found(Tier::Slip, place, false) })
}

/// The word in a long text: at the beginning of one of its words, or inside one.
fn in_long(word: &Word, place: &Place) -> Option<Found> {
    let text = place.text;
    let (mut at, _) = word.find(text, 0)?;
    loop {
        if begins_word(text, at) {
            return Some(found(Tier::WordStart, place, false));
        }
        match word.find(text, at + 1) {
            Some((next, _)) => at = next,
            None => return Some(found(Tier::Substring, place, false)),
        }
    }
}
