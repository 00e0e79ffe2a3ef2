//! Do the sectors keep to themselves? The E-I index (Krackhardt & Stern, Informal networks and organizational crises, 1988)
//! on ties between actors that share a network: ties to other sectors less ties inside, by all ties; −1 only among
//! themselves, +1 only with others. Knows no screens.

use super::graph::TwoMode;
use super::projection::around;
use super::sector;
use crate::store::Store;
use std::collections::BTreeMap;

/// The ties of a sector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mixing {
    /// Its key; empty for actors whose sector is not known.
    pub sector: String,
    /// Its actors in the graph.
    pub actors: usize,
    /// Ties between two of its actors.
    pub inside: usize,
    /// Ties to actors of other sectors.
    pub outside: usize,
}

impl Mixing {
    /// The E-I index, −1 to +1; nothing where there is no tie.
    #[must_use]
    pub fn index(&self) -> Option<f64> {
        let real = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let all = self.inside + self.outside;
        (all > 0).then(|| (real(self.outside) - real(self.inside)) / real(all))
    }
}

/// The sector of each actor of the graph, in its order; empty where it is not known.
#[must_use]
pub fn of(store: &Store, two: &TwoMode) -> Vec<String> {
    two.actors.iter().map(|id| sector::of(store, id).unwrap_or("").to_owned()).collect()
}

/// Each sector by its key, and all together (each tie once).
#[must_use]
pub fn mixing(two: &TwoMode, sectors: &[String]) -> (Vec<Mixing>, Mixing) {
    let near = around(two);
    let mut found: BTreeMap<&str, Mixing> = BTreeMap::new();
    let mut whole = Mixing { actors: sectors.len(), ..Mixing::default() };
    for (sector, near) in sectors.iter().zip(&near) {
        let own = near.iter().filter(|other| sectors.get(**other) == Some(sector)).count();
        let mixing = found.entry(sector).or_insert_with(|| Mixing { sector: sector.clone(), ..Mixing::default() });
        mixing.actors += 1;
        mixing.inside += own;
        mixing.outside += near.len() - own;
    }
    for mixing in found.values_mut() {
        // Seen from both ends, every tie inside was counted twice, and every tie between sectors once for each.
        mixing.inside /= 2;
        whole.inside += mixing.inside;
        whole.outside += mixing.outside;
    }
    whole.outside /= 2;
    (found.into_values().collect(), whole)
}
