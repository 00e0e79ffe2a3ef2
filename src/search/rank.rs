//! How good a match is: tiers, where it was found, and the order of two matches.
//!
//! Knows numbers only, no texts. `docs/search.md` tells the same in plain words.

/// How a word of the query stands in a field, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The field is the word.
    Exact,
    /// The field begins with it.
    Prefix,
    /// A word of the field begins with it.
    WordStart,
    /// A part of a compound begins with it (`amt` in Jugendamt).
    PartStart,
    /// First letters of words or parts (`afa`, `vhs`).
    Initials,
    /// It stands somewhere inside.
    Substring,
    /// It begins a word when slips of the finger are forgiven.
    Slip,
    /// Its letters stand there in this order, with others in between.
    Fuzzy,
}

impl Tier {
    /// Where the tier begins on the scale of classes (lower is better).
    const fn base(self) -> u8 {
        match self {
            Self::Exact => 0,
            Self::Prefix => 4,
            Self::WordStart => 8,
            Self::PartStart => 12,
            Self::Initials => 16,
            Self::Substring => 20,
            Self::Slip => 24,
            Self::Fuzzy => 32,
        }
    }
}

/// What kind of field a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Group {
    /// The name.
    Name,
    /// Another name of the same thing: abbreviation, former name.
    Alias,
    /// A further short field.
    Short,
    /// A long text.
    Long,
}

impl Group {
    /// What the field costs on the scale of classes: a short field counts as one and a half tiers below the name.
    pub(super) const fn cost(self) -> u8 {
        match self {
            Self::Name => 0,
            Self::Alias => 2,
            Self::Short => 12,
            Self::Long => 22,
        }
    }

    /// The best class that anything in such a field can be.
    pub(super) const fn best(self) -> u8 {
        match self {
            Self::Long => class(Tier::WordStart, self, false),
            _ => class(Tier::Exact, self, false),
        }
    }
}

/// The class of one word in one field, lower is better: tier, then field, then whole words before parts of words.
#[inline]
pub(super) const fn class(tier: Tier, group: Group, loose: bool) -> u8 {
    tier.base() * 2 + group.cost() + loose as u8
}

/// The class of a word with slips: a second slip costs a tier more.
#[inline]
pub(super) const fn slip_class(group: Group, edits: u8, loose: bool) -> u8 {
    class(Tier::Slip, group, loose) + if edits > 1 { 8 } else { 0 }
}

/// The tier of a class in a name.
pub(super) const fn tier_of(class: u8) -> Tier {
    match class / 8 {
        0 => Tier::Exact,
        1 => Tier::Prefix,
        2 => Tier::WordStart,
        3 => Tier::PartStart,
        4 => Tier::Initials,
        5 => Tier::Substring,
        6 | 7 => Tier::Slip,
        _ => Tier::Fuzzy,
    }
}

/// The best class with which a match counts as scattered, so that slips are tried as well.
pub(super) const SCATTERED: u8 = class(Tier::Fuzzy, Group::Name, false);

/// How good scattered letters are: the shorter the stretch they stand in, then the matcher's score.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quality {
    /// Length of the shortest stretch; zero when nothing is scattered.
    pub between: u16,
    /// The matcher's score.
    pub score: u16,
}

impl Quality {
    /// Of two words together.
    pub(super) fn with(self, other: Self) -> Self {
        Self { between: self.between.saturating_add(other.between), score: self.score.saturating_add(other.score) }
    }

    /// One number, higher is better; zero when nothing is scattered.
    pub(super) fn number(self) -> u16 {
        if self.between == 0 {
            0
        } else {
            (u16::from(u8::MAX) - self.between.min(255)) << 8 | (self.score / 8).min(255)
        }
    }
}

/// What decides between two documents before their names do; smaller is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// Worst class, sum of classes, quality of scattered letters turned round, length of the name – from high to low bits.
    main: u64,
    /// The caller's hint turned round (recently used first).
    hint: u16,
}

impl Rank {
    /// Puts the criteria in their order.
    pub(super) fn new(worst: u8, sum: u16, score: u16, length: u16, hint: u16) -> Self {
        let score = u64::from(u16::MAX - score);
        let main = u64::from(worst) << 48 | u64::from(sum) << 32 | score << 16 | u64::from(length);
        Self { main, hint: u16::MAX - hint }
    }

    /// All but the hint as one number, smaller is better.
    #[inline]
    pub(super) fn main(self) -> u64 {
        self.main
    }

    /// The last rank with these criteria.
    #[inline]
    pub(super) fn last_with(main: u64) -> Self {
        Self { main, hint: u16::MAX }
    }

    /// The class of the weakest word.
    #[inline]
    pub(super) fn worst(self) -> u8 {
        u8::try_from(self.main >> 48).unwrap_or(u8::MAX)
    }

    /// The quality of scattered letters.
    #[inline]
    pub(super) fn score(self) -> u16 {
        u16::MAX - u16::try_from(self.main >> 16 & 0xFFFF).unwrap_or(0)
    }

    /// Length of the name in folded bytes.
    #[inline]
    pub(super) fn length(self) -> u16 {
        u16::try_from(self.main & 0xFFFF).unwrap_or(u16::MAX)
    }

    /// One number, higher is better.
    pub(super) fn number(self) -> u64 {
        u64::MAX - self.main
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_criteria_is_the_documented_one() {
        let by = |worst, sum, score, length, hint| Rank::new(worst, sum, score, length, hint);
        assert!(by(1, 9, 0, 9, 0) < by(2, 0, 9, 0, 9));
        assert!(by(1, 1, 0, 9, 0) < by(1, 2, 9, 0, 9));
        assert!(by(1, 1, 9, 9, 0) < by(1, 1, 8, 0, 9));
        assert!(by(1, 1, 9, 4, 0) < by(1, 1, 9, 5, 9));
        assert!(by(1, 1, 9, 4, 7) < by(1, 1, 9, 4, 6));
        let rank = by(77, 300, 1234, 45, 3);
        assert_eq!((rank.worst(), rank.score(), rank.length()), (77, 1234, 45));
    }

    #[test]
    fn a_name_that_begins_so_beats_a_kind_that_is_so() {
        assert!(class(Tier::Prefix, Group::Name, true) < class(Tier::Exact, Group::Short, false));
        assert!(class(Tier::Exact, Group::Short, false) < class(Tier::WordStart, Group::Name, false));
        assert!(class(Tier::Substring, Group::Long, true) < SCATTERED);
    }

    #[test]
    fn a_class_in_a_name_tells_its_tier() {
        use Tier::{Exact, Fuzzy, Initials, PartStart, Prefix, Slip, Substring, WordStart};
        for tier in [Exact, Prefix, WordStart, PartStart, Initials, Substring, Slip, Fuzzy] {
            for loose in [false, true] {
                assert_eq!(tier_of(class(tier, Group::Name, loose)), tier);
                assert_eq!(tier_of(slip_class(Group::Name, 2, loose)), Slip);
            }
        }
    }
}
