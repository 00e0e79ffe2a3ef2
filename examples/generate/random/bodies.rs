//! Networks with their seats and ties.

use super::words::{NETWORKS, PHASES, SENTENCES, THEMES, TOWNS};
use super::{Random, part};
use crate::ids::{letters, slug};
use crate::records::{Embedding, Goal, Member, Network, set};
use crate::rng::Rng;

fn name(number: u64) -> (&'static str, &'static str, String) {
    let at = |number: u64, length: usize| usize::try_from(number % (length as u64)).unwrap_or(0);
    let (kind, word) = NETWORKS.get(at(number, NETWORKS.len())).copied().unwrap_or_default();
    let town = TOWNS.get(at(number / 16 + number, TOWNS.len())).copied().unwrap_or_default();
    let round = number / 640;
    let name = if round == 0 { format!("{word} {town}") } else { format!("{word} {town} {}", round + 1) };
    (kind, town, name)
}

impl Random {
    pub(super) fn network_id(&self, number: u64) -> String {
        let (_, _, name) = name(number);
        // Counted on behind the institutions, so that an id is unique over all kinds.
        format!("{}-{}", slug(&name), letters(self.size.institutions + number, 6))
    }

    pub(super) fn network(&self, number: u64) -> Network {
        let mut rng = self.rng("network", number);
        let (kind, town, name) = name(number);
        let some = |list: &[&'static str], rng: &mut Rng| {
            set((0..=rng.below(2)).filter_map(|_| rng.pick(list)).collect::<Vec<_>>())
        };
        let part_of = number > 20 && rng.chance(10);
        Network {
            id: self.network_id(number),
            name,
            kind: kind.to_owned(),
            part_of: if part_of { self.network_id(rng.below(20)) } else { String::new() },
            themes: some(&THEMES, &mut rng),
            phases: some(&PHASES, &mut rng),
            area: town.to_owned(),
            purpose: rng.pick(&SENTENCES).unwrap_or_default().to_owned(),
            goals: self.goals(number, &mut rng),
            character: set(["information_exchange"]),
            decision_power: rng.pick(&["none", "recommends", "decides_own"]).unwrap_or_default().to_owned(),
            bindingness: rng.pick(&["informal", "mandate", "rules_of_procedure"]).unwrap_or_default().to_owned(),
            members: self.members(number, &mut rng),
            lifecycle: if rng.chance(92) { "active" } else { "dormant" }.to_owned(),
            term: "unlimited".to_owned(),
            from: (2005 + rng.below(21)).to_string(),
            activity: u8::try_from(rng.below(5)).ok(),
            embedding: self.embedding(number, &mut rng),
            notes: if rng.chance(30) { rng.pick(&SENTENCES).unwrap_or_default().to_owned() } else { String::new() },
            checked_on: format!("2026-{:02}-{:02}", 1 + rng.below(11), 1 + rng.below(22)),
            ..Network::default()
        }
    }

    fn goals(&self, number: u64, rng: &mut Rng) -> Vec<Goal> {
        let text = "Übergänge für alle Kinder gemeinsam verantworten".to_owned();
        let carried_by = vec![self.actor_id(self.busy(rng))];
        if rng.chance(20) { vec![Goal { id: part('g', number, 0), text, carried_by }] } else { Vec::new() }
    }

    /// From three to about forty seats; few networks are large.
    fn members(&self, number: u64, rng: &mut Rng) -> Vec<Member> {
        let most = 3 + rng.below(16);
        let count = if rng.chance(5) { 20 + rng.below(20) } else { 3 + rng.below(most) };
        let mut actors: Vec<u64> = (0..count).map(|_| self.busy(rng)).collect();
        actors.sort_unstable();
        actors.dedup();
        rng.shuffle(&mut actors);
        let seat = |(place, actor): (usize, u64)| Member {
            id: part('m', number, place),
            actor: self.actor_id(actor),
            person: if rng.chance(45) { self.actor_id(self.anyone(rng)) } else { String::new() },
            roles: set([if place == 0 { "coordination" } else { "member" }]),
            from: if rng.chance(50) { (2015 + rng.below(11)).to_string() } else { String::new() },
            attendance: "regular".to_owned(),
            ..Member::default()
        };
        actors.into_iter().enumerate().map(seat).collect()
    }

    fn embedding(&self, number: u64, rng: &mut Rng) -> Vec<Embedding> {
        if rng.chance(50) {
            return Vec::new();
        }
        let to = self.network_id(rng.below(self.size.networks.min(16)));
        vec![Embedding { id: part('e', number, 0), to, tie: "reports_to".to_owned(), ..Embedding::default() }]
    }
}
