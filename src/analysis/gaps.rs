//! What is missing: themes nobody covers, networks nobody coordinates, actors in no network, everything that hangs on one
//! person. Each finding is a fact with its subject; people decide what to make of it. Knows no screens; `words` says each
//! in the two languages.
//!
//! ```text
//!  store, day ─► themes ─┐
//!             ─► bodies ─┤
//!             ─► ties  ──┼─► gaps() in the order of GapKind ─► words::text
//!             ─► parts ──┤
//!             ─► actors ─┘
//! ```

mod actors;
mod bodies;
mod parts;
pub mod themes;
mod ties;
pub mod words;

use super::graph::exists;
use super::work::Work;
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind, Record};
use crate::store::Store;
use jiff::civil::Date;
use smol_str::SmolStr;

/// The kinds of gaps, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapKind {
    /// A focus theme of the landscape without any network.
    UncoveredTheme,
    /// Learning phases without a network on a focus theme.
    EmptyPhases,
    /// A goal of the landscape nobody carries.
    UncarriedGoal,
    /// A network nobody coordinates.
    NoCoordination,
    /// A network without members.
    NoMembers,
    /// A network without a rhythm.
    NoRhythm,
    /// What falls off without one person.
    HangsOn,
    /// A part that shares no member with the rest.
    Camp,
    /// A committee to which no tie leads.
    CommitteeUntied,
    /// A sectoral planning to which no tie leads.
    PlanningUntied,
    /// A tie people say should be there.
    MissingTie,
    /// An actor in no network.
    Isolate,
    /// A network that ends within six months.
    Ending,
    /// A meeting is overdue.
    Overdue,
    /// A network that seems asleep.
    Dormant,
    /// A network of which no source speaks.
    NoEvidence,
    /// Sectors that most other networks on the theme have.
    MissingSectors,
    /// Last looked at more than a year ago.
    Stale,
    /// A network of which only one source speaks.
    OneSource,
    /// Nobody noted when it was last looked at.
    Unchecked,
}

impl GapKind {
    /// All kinds, in their order.
    pub const ALL: [GapKind; 20] = [
        GapKind::UncoveredTheme,
        GapKind::EmptyPhases,
        GapKind::UncarriedGoal,
        GapKind::NoCoordination,
        GapKind::NoMembers,
        GapKind::NoRhythm,
        GapKind::HangsOn,
        GapKind::Camp,
        GapKind::CommitteeUntied,
        GapKind::PlanningUntied,
        GapKind::MissingTie,
        GapKind::Isolate,
        GapKind::Ending,
        GapKind::Overdue,
        GapKind::Dormant,
        GapKind::NoEvidence,
        GapKind::MissingSectors,
        GapKind::Stale,
        GapKind::OneSource,
        GapKind::Unchecked,
    ];

    /// Its name for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            GapKind::UncoveredTheme => "uncovered_theme",
            GapKind::EmptyPhases => "empty_phases",
            GapKind::UncarriedGoal => "uncarried_goal",
            GapKind::NoCoordination => "no_coordination",
            GapKind::NoMembers => "no_members",
            GapKind::NoRhythm => "no_rhythm",
            GapKind::NoEvidence => "no_evidence",
            GapKind::OneSource => "one_source",
            GapKind::MissingSectors => "missing_sectors",
            GapKind::CommitteeUntied => "committee_without_tie",
            GapKind::PlanningUntied => "planning_without_tie",
            GapKind::MissingTie => "missing_tie",
            GapKind::HangsOn => "hangs_on_one",
            GapKind::Camp => "separate_camp",
            GapKind::Isolate => "isolate",
            GapKind::Ending => "ending",
            GapKind::Overdue => "overdue",
            GapKind::Dormant => "dormant",
            GapKind::Stale => "stale",
            GapKind::Unchecked => "unchecked",
        }
    }

    /// Its place in the order.
    #[must_use]
    pub fn place(self) -> usize {
        GapKind::ALL.iter().position(|kind| *kind == self).unwrap_or(0)
    }
}

/// A sector missing in a network: how many of the other networks on a theme have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingSector {
    /// The sector.
    pub sector: SmolStr,
    /// The theme.
    pub theme: SmolStr,
    /// Other networks on the theme that have it.
    pub with: usize,
    /// Other networks on the theme.
    pub of: usize,
}

/// What there is to say beside kind and subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Nothing.
    Plain,
    /// A theme of the landscape.
    Theme(SmolStr),
    /// A theme, and the phases without a network on it.
    Phases(SmolStr, Vec<SmolStr>),
    /// Words of the data: a goal.
    Words(SmolStr),
    /// A day, as noted: the end, the last meeting, the last look, the only source.
    Day(SmolStr),
    /// Sectors.
    Sectors(Vec<MissingSector>),
    /// Where a tie should lead.
    To(Id),
    /// The networks that fall off.
    Falls(Vec<Id>),
    /// The networks of the part and how many actors sit in them.
    Part(Vec<Id>, usize),
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Of which kind.
    pub kind: GapKind,
    /// The record it is about; none where no single one is.
    pub subject: Option<(Kind, Id)>,
    /// What else is to be said.
    pub detail: Detail,
}

impl Gap {
    fn of(kind: GapKind, what: Kind, record: &Record, detail: Detail) -> Self {
        Gap { kind, subject: Some((what, record.id.clone())), detail }
    }

    fn body(kind: GapKind, record: &Record, detail: Detail) -> Self {
        Gap::of(kind, Kind::Network, record, detail)
    }

    fn none(kind: GapKind, detail: Detail) -> Self {
        Gap { kind, subject: None, detail }
    }
}

/// Everything that is missing on a day, in the order of [`GapKind`], then by id.
#[must_use]
pub fn gaps(store: &Store, today: Date) -> Vec<Gap> {
    gaps_beside(store, today, &Work::default()).unwrap_or_default()
}

/// The same as work beside the loop. Nothing when it was called off.
#[must_use]
pub fn gaps_beside(store: &Store, today: Date, work: &Work) -> Option<Vec<Gap>> {
    let day = today.to_string();
    let living: Vec<&Record> = living(store, &day).collect();
    let parts: [&dyn Fn() -> Vec<Gap>; 6] = [
        &|| themes::gaps(store, &living),
        &|| bodies::gaps(store, &living, today),
        &|| bodies::sectors(store, &living, &day),
        &|| ties::gaps(store, &living, &day),
        &|| parts::gaps(store, &day),
        &|| actors::gaps(store, &living, &day),
    ];
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        work.step(at, parts.len())?;
        found.extend(part());
    }
    found.arrange_by_key(|gap| gap.kind);
    Some(found)
}

/// The networks there are on a day.
pub(super) fn living<'s>(store: &'s Store, day: &'s str) -> impl Iterator<Item = &'s Record> {
    store.all(Kind::Network).map(|record| &**record).filter(move |record| exists(record, day))
}
