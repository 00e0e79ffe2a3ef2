//! Actors: institutions with a few parents, people in their function, relations between institutions.

use super::words::{FIRST, INSTITUTIONS, LAST, PHASES, SENTENCES, THEMES, TOWNS};
use super::{Random, id};
use crate::ids::{letters, slug};
use crate::records::{Actor, Relation, set};
use crate::rng::Rng;

/// Streets have numbers, towns have parts: enough to keep names apart.
fn name(number: u64) -> (&'static str, &'static str, String) {
    let kinds = INSTITUTIONS.len() as u64;
    let at = |number: u64, length: usize| usize::try_from(number % (length as u64)).unwrap_or(0);
    let (kind, word) = INSTITUTIONS.get(at(number, INSTITUTIONS.len())).copied().unwrap_or_default();
    let town = TOWNS.get(at(number / kinds, TOWNS.len())).copied().unwrap_or_default();
    let round = number / kinds / TOWNS.len() as u64;
    let name = if round == 0 { format!("{word} {town}") } else { format!("{word} {town} {}", round + 1) };
    (kind, town, name)
}

impl Random {
    pub(super) fn actor_id(&self, number: u64) -> String {
        if number >= self.size.institutions {
            return id('p', number);
        }
        let (_, _, name) = name(number);
        format!("{}-{}", slug(&name), letters(number, 6))
    }

    pub(super) fn actor(&self, number: u64) -> Actor {
        let mut rng = self.rng("actor", number);
        if number >= self.size.institutions {
            self.person(number, &mut rng)
        } else {
            self.institution(number, &mut rng)
        }
    }

    fn institution(&self, number: u64, rng: &mut Rng) -> Actor {
        let (kind, town, name) = name(number);
        let parent = number > 24 && rng.chance(25);
        Actor {
            id: self.actor_id(number),
            kind: kind.to_owned(),
            unit_of: if parent { self.actor_id(rng.below(8)) } else { String::new() },
            email: format!("kontakt@{}.example.org", slug(&name)),
            phone: format!("030 23125 {:03}", number % 1000),
            web: format!("https://www.{}.example.org", slug(&name)),
            address: format!("Schulstraße {}, {town}", 1 + rng.below(90)),
            area: town.to_owned(),
            phases: set(rng.pick(&PHASES)),
            themes: set(rng.pick(&THEMES)),
            target_groups: set(["parents_families", "pupils"]),
            notes: if rng.chance(35) { rng.pick(&SENTENCES).unwrap_or_default().to_owned() } else { String::new() },
            checked_on: format!("2026-{:02}-{:02}", 1 + rng.below(11), 1 + rng.below(22)),
            name,
            ..Actor::default()
        }
    }

    fn person(&self, number: u64, rng: &mut Rng) -> Actor {
        let first = rng.pick(&FIRST).unwrap_or_default();
        let last = rng.pick(&LAST).unwrap_or_default();
        let second = if rng.chance(30) { rng.pick(&LAST).map(|name| format!("-{name}")) } else { None };
        let name = format!("{first} {last}{}", second.unwrap_or_default());
        Actor {
            id: self.actor_id(number),
            unit_of: self.actor_id(rng.below(self.size.institutions)),
            person: true,
            function: rng.pick(&["Leitung", "Koordination", "Fachkraft für Übergänge"]).unwrap_or_default().to_owned(),
            email: format!("{}@example.org", slug(&name).replace('-', ".")),
            phone: format!("030 23125 {:03}", number % 1000),
            checked_on: format!("2026-{:02}-{:02}", 1 + rng.below(11), 1 + rng.below(22)),
            purpose: "Ansprechperson für die Zusammenarbeit".to_owned(),
            basis: "public_task".to_owned(),
            source: "eigene Angabe".to_owned(),
            collected_on: format!("2025-{:02}-{:02}", 1 + rng.below(12), 1 + rng.below(28)),
            retain_until: "2029-12-31".to_owned(),
            name,
            ..Actor::default()
        }
    }

    pub(super) fn relation(&self, number: u64) -> Relation {
        let mut rng = self.rng("relation", number);
        Relation {
            id: id('c', number),
            a: self.actor_id(rng.below(self.size.institutions)),
            b: self.actor_id(self.busy(&mut rng)),
            kind: rng.pick(&["information", "referral", "contract", "joint_project"]).unwrap_or_default().to_owned(),
            intensity: u8::try_from(1 + rng.below(4)).ok(),
            ..Relation::default()
        }
    }

    /// An institution by its number: some sit everywhere, most sit once (the square of a chance leans to the front).
    pub(super) fn busy(&self, rng: &mut Rng) -> u64 {
        let end = self.size.institutions;
        let reach = 1 + rng.below(end);
        if rng.chance(12) { rng.below(end.min(24)) } else { rng.below(reach) }
    }

    /// A person's number.
    pub(super) fn anyone(&self, rng: &mut Rng) -> u64 {
        self.size.institutions + rng.below(self.size.people)
    }
}
