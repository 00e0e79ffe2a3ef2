//! Themes by learning phases: where there is no network. A network for all phases covers each of them. Knows no screens.

use super::{Detail, Gap, GapKind, living};
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Record, goal, network, the_landscape, vocabulary};
use crate::store::Store;
use smol_str::SmolStr;
use std::collections::BTreeSet;

/// The phase of networks that look at all of them.
pub const ALL_PHASES: &str = "cross_phase";

/// One theme and its networks by phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The theme.
    pub key: SmolStr,
    /// The landscape names it as one of its own.
    pub focus: bool,
    /// All networks on it.
    pub networks: Vec<Id>,
    /// Its networks in each phase of the grid.
    pub cells: Vec<Vec<Id>>,
}

/// Themes × phases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The phases, in the order of a life; [`ALL_PHASES`] last.
    pub phases: Vec<SmolStr>,
    /// The themes: those of the landscape first, then the others by how many networks they have.
    pub themes: Vec<Theme>,
}

impl Grid {
    /// The grid of a day.
    #[must_use]
    pub fn of(store: &Store, day: &str) -> Self {
        grid(store, &living(store, day).collect::<Vec<_>>())
    }

    /// The phases in which a theme has no network, not even one for all phases.
    pub fn empty<'g>(&'g self, theme: &'g Theme) -> impl Iterator<Item = &'g str> {
        let across = self.phases.iter().position(|phase| &**phase == ALL_PHASES);
        let covered = across.and_then(|at| theme.cells.get(at)).is_some_and(|cell| !cell.is_empty());
        let cells = self.phases.iter().zip(&theme.cells);
        let empty = cells.filter(move |(phase, cell)| !covered && cell.is_empty() && &***phase != ALL_PHASES);
        empty.map(|(phase, _)| &**phase)
    }
}

fn grid(store: &Store, living: &[&Record]) -> Grid {
    let known = vocabulary::values("phase").iter().map(|entry| entry.key).filter(|key| *key != "other");
    let mut phases: Vec<SmolStr> = known.filter(|key| *key != ALL_PHASES).map(Into::into).collect();
    let used: BTreeSet<&SmolStr> = living.iter().flat_map(|record| record.texts(network::PHASES)).collect();
    let own = used.into_iter().map(|phase| &**phase).filter(|phase| *phase != ALL_PHASES);
    let own: Vec<SmolStr> = own.filter(|own| phases.iter().all(|phase| &**phase != *own)).map(Into::into).collect();
    phases.extend(own);
    phases.push(ALL_PHASES.into());
    let focus: BTreeSet<&SmolStr> = store.landscape().texts(the_landscape::THEMES).iter().collect();
    let keys = focus.iter().copied().chain(living.iter().flat_map(|record| record.texts(network::THEMES)));
    let keys: BTreeSet<&SmolStr> = keys.collect();
    let mut themes: Vec<Theme> = keys.into_iter().map(|key| theme(key, focus.contains(key), &phases, living)).collect();
    themes.arrange_by(|a, b| (!a.focus, b.networks.len(), &a.key).cmp(&(!b.focus, a.networks.len(), &b.key)));
    Grid { phases, themes }
}

fn theme(key: &str, focus: bool, phases: &[SmolStr], living: &[&Record]) -> Theme {
    let on = |record: &&&Record| record.texts(network::THEMES).iter().any(|theme| &**theme == key);
    let networks: Vec<&Record> = living.iter().filter(on).copied().collect();
    let ids = |phase: &str| {
        let there = networks.iter().filter(|record| record.texts(network::PHASES).iter().any(|own| &**own == phase));
        there.map(|record| record.id.clone()).collect()
    };
    let cells = phases.iter().map(|phase| ids(phase)).collect();
    Theme { key: key.into(), focus, networks: networks.iter().map(|record| record.id.clone()).collect(), cells }
}

/// The themes of the landscape without a network, or without one in some phases; and goals nobody carries. A landscape
/// that names no themes of its own is asked about those its networks have.
pub(super) fn gaps(store: &Store, living: &[&Record]) -> Vec<Gap> {
    let grid = grid(store, living);
    let named = grid.themes.iter().any(|theme| theme.focus);
    let mut found = Vec::new();
    for theme in grid.themes.iter().filter(|theme| theme.focus || !named) {
        let empty: Vec<SmolStr> = grid.empty(theme).map(Into::into).collect();
        if theme.networks.is_empty() {
            found.push(Gap::none(GapKind::UncoveredTheme, Detail::Theme(theme.key.clone())));
        } else if !empty.is_empty() {
            found.push(Gap::none(GapKind::EmptyPhases, Detail::Phases(theme.key.clone(), empty)));
        }
    }
    let goals = store.landscape().parts(the_landscape::GOALS).iter();
    let alone = goals.filter(|part| part.texts(goal::CARRIED_BY).is_empty());
    found.extend(alone.map(|part| Gap::none(GapKind::UncarriedGoal, Detail::Words(part.text(goal::TEXT).into()))));
    found
}
