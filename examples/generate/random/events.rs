//! Rhythms, meetings and evidence.

use super::words::{SENTENCES, TOPICS};
use super::{Random, id, part};
use crate::records::{Decision, Evidence, Meeting, Rhythm, Statement, Task, set};
use crate::rng::Rng;
use std::collections::BTreeMap;

const RULES: [&str; 8] = [
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=1WE",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=3TH",
    "FREQ=MONTHLY;INTERVAL=4;BYDAY=2MO",
    "FREQ=WEEKLY;INTERVAL=6;BYDAY=TU",
    "FREQ=YEARLY;BYMONTH=3,10;BYDAY=2TH",
    "as_needed",
    "unknown",
];

impl Random {
    /// The first network has a rhythm, the second has one …; the last sixth have a second one.
    fn network_of(&self, number: u64) -> u64 {
        number.checked_rem(self.size.networks).unwrap_or(0)
    }

    pub(super) fn rhythm(&self, number: u64) -> Rhythm {
        let mut rng = self.rng("rhythm", number);
        let rule = rng.pick(&RULES).unwrap_or_default();
        // A start that fits every rule: the days a rule names lie where they lie; the anchor gives month and hour.
        let ruled = rule.starts_with("FREQ");
        let start = start(rule, rng.below(3));
        Rhythm {
            id: id('r', number),
            network: self.network_id(self.network_of(number)),
            rule: rule.to_owned(),
            per_year: if ruled { Vec::new() } else { vec![2, 4] },
            start: if ruled { start } else { String::new() },
            duration: "PT2H".to_owned(),
            place: "Rathaus, Großer Saal".to_owned(),
            mode: "in_person".to_owned(),
            avoid: if rng.chance(50) { set(["school_holidays"]) } else { Vec::new() },
            ..Rhythm::default()
        }
    }

    pub(super) fn meeting(&self, number: u64) -> Meeting {
        let mut rng = self.rng("meeting", number);
        let network = self.network_of(number);
        let (year, month) = (2025 + rng.below(2), 1 + rng.below(12));
        let planned = year == 2026 && month == 12;
        let day = format!("{year}-{month:02}-{:02}", 1 + rng.below(28));
        let hour = 8 + rng.below(9);
        let mut meeting = Meeting {
            id: id('m', number),
            networks: vec![self.network_id(network)],
            rhythm: id('r', network),
            at: format!("{day}T{hour:02}:30"),
            until: format!("{day}T{:02}:30", hour + 2),
            status: if planned { "planned" } else { "held" }.to_owned(),
            place: "Rathaus, Großer Saal".to_owned(),
            ..Meeting::default()
        };
        if !planned {
            self.outcome(&mut meeting, number, &day, &mut rng);
        }
        meeting
    }

    fn outcome(&self, meeting: &mut Meeting, number: u64, day: &str, rng: &mut Rng) {
        let count = 4 + rng.below(10);
        meeting.present = set((0..count).map(|_| self.actor_id(self.anyone(rng))).collect::<Vec<_>>());
        let away = rng.below(4);
        meeting.excused = set((0..away).map(|_| self.actor_id(self.anyone(rng))).collect::<Vec<_>>());
        meeting.excused.retain(|actor| !meeting.present.contains(actor));
        if rng.chance(40) {
            rng.pick(&SENTENCES).unwrap_or_default().clone_into(&mut meeting.notes);
        }
        let topics = (1..=2 + rng.below(4)).map(|place| format!("{place}. {}", rng.pick(&TOPICS).unwrap_or_default()));
        meeting.topics = topics.collect::<Vec<_>>().join("\n");
        if rng.chance(50) {
            let text = format!("„{}“ wird gemeinsam weiterverfolgt.", rng.pick(&TOPICS).unwrap_or_default());
            meeting.decisions.push(Decision { id: part('d', number, 0), text, to: String::new() });
        }
        for place in 0..usize::try_from(rng.below(3)).unwrap_or(0) {
            let text = format!("Unterlagen zu „{}“ verschicken", rng.pick(&TOPICS).unwrap_or_default());
            let who = meeting.present.first().cloned().into_iter().collect();
            let mut task = Task { id: part('t', number, place), text, who, due: day.to_owned(), ..Task::default() };
            if rng.chance(75) {
                day.clone_into(&mut task.done_on);
            }
            meeting.tasks.push(task);
        }
    }

    pub(super) fn piece(&self, number: u64) -> Evidence {
        let mut rng = self.rng("evidence", number);
        let statements = (0..=usize::try_from(rng.below(2)).unwrap_or(0)).map(|place| Statement {
            id: part('s', number, place),
            about: vec![self.network_id(rng.below(self.size.networks))],
            question: rng.pick(&["works_well", "coordination", "goals"]).unwrap_or_default().to_owned(),
            text: rng.pick(&SENTENCES).unwrap_or_default().to_owned(),
            ratings: BTreeMap::from([("works_well".to_owned(), u8::try_from(1 + rng.below(4)).unwrap_or(1))]),
            intensity: u8::try_from(rng.below(5)).ok(),
            confidence: "likely".to_owned(),
            visibility: String::new(),
        });
        let statements = statements.collect();
        Evidence {
            id: id('e', number),
            date: format!("2026-{:02}-{:02}", 1 + rng.below(11), 1 + rng.below(22)),
            kind: "interview".to_owned(),
            title: "Gespräch über die Zusammenarbeit".to_owned(),
            with: vec![self.actor_id(self.anyone(&mut rng))],
            visibility: "confidential".to_owned(),
            statements,
            ..Evidence::default()
        }
    }
}

/// A day the rule names, in the winter of 2025/26.
fn start(rule: &str, choice: u64) -> String {
    let days = match rule.rsplit('=').next() {
        Some("2TU") => ["2025-12-09", "2026-01-13", "2026-02-10"],
        Some("1WE") => ["2025-12-03", "2026-01-07", "2026-02-04"],
        Some("3TH") => ["2025-12-18", "2026-01-15", "2026-02-19"],
        Some("2MO") => ["2025-12-08", "2026-01-12", "2026-02-09"],
        Some("TU") => ["2025-12-02", "2026-01-06", "2026-02-03"],
        _ => ["2025-10-09", "2026-03-12", "2026-10-08"],
    };
    let day = days.get(usize::try_from(choice).unwrap_or(0)).copied().unwrap_or_default();
    format!("{day}T14:00")
}
