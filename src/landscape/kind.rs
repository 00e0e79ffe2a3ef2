//! The kinds of record a landscape holds.

use super::{Shape, shapes};

/// A kind of record, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The landscape itself: one record.
    Landscape,
    /// Institutions, their units, people in a function.
    Actor,
    /// Every kind of body.
    Network,
    /// Cooperation between two actors outside any body.
    Relation,
    /// How a network means to meet.
    Rhythm,
    /// What was or is to be held.
    Meeting,
    /// Who said what about which body.
    Evidence,
    /// What people decided about two records that look alike.
    Verdict,
}

impl Kind {
    /// The kinds of which there are many, in the order of the file.
    pub const MANY: [Kind; 7] =
        [Kind::Actor, Kind::Network, Kind::Relation, Kind::Rhythm, Kind::Meeting, Kind::Evidence, Kind::Verdict];

    /// All kinds, the landscape first.
    pub const ALL: [Kind; 8] = [
        Kind::Landscape,
        Kind::Actor,
        Kind::Network,
        Kind::Relation,
        Kind::Rhythm,
        Kind::Meeting,
        Kind::Evidence,
        Kind::Verdict,
    ];

    /// Its fields.
    #[must_use]
    pub fn shape(self) -> &'static Shape {
        match self {
            Kind::Landscape => &shapes::the_landscape::SHAPE,
            Kind::Actor => &shapes::actor::SHAPE,
            Kind::Network => &shapes::network::SHAPE,
            Kind::Relation => &shapes::relation::SHAPE,
            Kind::Rhythm => &shapes::rhythm::SHAPE,
            Kind::Meeting => &shapes::meeting::SHAPE,
            Kind::Evidence => &shapes::evidence::SHAPE,
            Kind::Verdict => &shapes::verdict::SHAPE,
        }
    }

    /// The kind whose records have this shape; none for shapes of parts.
    #[must_use]
    pub fn of(shape: &'static Shape) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| std::ptr::eq(kind.shape(), shape))
    }

    /// The key of its list in the file; also the word on the command line.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Kind::Landscape => "landscape",
            Kind::Actor => "actors",
            Kind::Network => "networks",
            Kind::Relation => "relations",
            Kind::Rhythm => "rhythms",
            Kind::Meeting => "meetings",
            Kind::Evidence => "evidence",
            Kind::Verdict => "verdicts",
        }
    }

    /// The kind with this list key.
    #[must_use]
    pub fn from_plural(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.plural() == key)
    }

    /// The word for one of them, as on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.shape().name
    }

    /// The letter in front of ids that must not give a name away.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Kind::Landscape => 'l',
            Kind::Actor => 'p',
            Kind::Network => 'n',
            Kind::Relation => 'c',
            Kind::Rhythm => 'r',
            Kind::Meeting => 'm',
            Kind::Evidence => 'e',
            Kind::Verdict => 'v',
        }
    }

    /// Its place among [`Kind::MANY`].
    #[must_use]
    pub fn place(self) -> Option<usize> {
        (self as usize).checked_sub(1)
    }
}
