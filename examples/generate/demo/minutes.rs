//! What was talked about, decided and taken on: decks of sentences, each drawn once per network.

use super::text::{Block, MINUTES, lines};
use crate::rng::Rng;

/// What one network may still draw.
pub(super) struct Decks {
    agenda: Vec<&'static str>,
    general: Vec<&'static str>,
    decisions: Vec<&'static str>,
    tasks: Vec<&'static str>,
    notes: Vec<&'static str>,
    drawn: usize,
}

const AGAIN: [&str; 8] = [
    " – Sachstand",
    " – Rückmeldungen",
    " – nächste Schritte",
    " (Fortsetzung)",
    " – Entwurf",
    " – Bericht der Arbeitsgruppe",
    " – offene Fragen",
    " – Zeitplan",
];

impl Decks {
    /// The decks of a network: its own agenda, the sentences of its themes, some that fit everywhere.
    pub(super) fn new(block: &Block, rng: &mut Rng) -> Self {
        let themes = block.part("i", 0);
        let mut decks = Decks {
            agenda: block.one("ag").split('|').map(str::trim).filter(|item| !item.is_empty()).collect(),
            general: sentences("O", "general"),
            decisions: sentences("D", themes),
            tasks: sentences("T", themes),
            notes: sentences("N", "general"),
            drawn: 0,
        };
        let mut more: Vec<&str> = sentences("D", "general");
        rng.shuffle(&mut more);
        decks.decisions.extend(more.into_iter().take(7));
        let mut more: Vec<&str> = sentences("T", "general");
        rng.shuffle(&mut more);
        decks.tasks.extend(more.into_iter().take(7));
        rng.shuffle(&mut decks.general);
        rng.shuffle(&mut decks.decisions);
        rng.shuffle(&mut decks.tasks);
        rng.shuffle(&mut decks.notes);
        decks
    }

    /// A numbered agenda. An item that comes back says how.
    pub(super) fn topics(&mut self, rng: &mut Rng) -> String {
        let mut items: Vec<String> = Vec::new();
        if rng.chance(50) {
            items.push("Begrüßung und Protokoll der letzten Sitzung".to_owned());
        }
        for _ in 0..=rng.below(2) {
            let place = self.drawn.checked_rem(self.agenda.len()).unwrap_or(0);
            let Some(item) = self.agenda.get(place) else { break };
            let again = if self.drawn >= self.agenda.len() { rng.pick(&AGAIN).unwrap_or("") } else { "" };
            items.push(format!("{item}{again}"));
            self.drawn += 1;
        }
        for _ in 0..=rng.below(2) {
            let item = rng.pick(&self.general).unwrap_or("Verschiedenes");
            if !items.iter().any(|known| known == item) {
                items.push(item.to_owned());
            }
        }
        let lines: Vec<String> =
            items.iter().enumerate().map(|(place, item)| format!("{}. {item}", place + 1)).collect();
        lines.join("\n")
    }

    /// Decisions not yet taken.
    pub(super) fn decisions(&mut self, rng: &mut Rng) -> Vec<String> {
        let drawn = draw(&mut self.decisions, count(rng, &[0, 0, 1, 1, 2]));
        drawn.into_iter().map(|sentence| self.about(sentence, rng)).collect()
    }

    /// Tasks not yet given.
    pub(super) fn tasks(&mut self, rng: &mut Rng) -> Vec<String> {
        let drawn = draw(&mut self.tasks, count(rng, &[0, 1, 1, 2, 2]));
        drawn.into_iter().map(|sentence| self.about(sentence, rng)).collect()
    }

    /// Fills the gap in a sentence with something from the network's own agenda.
    fn about(&self, sentence: &str, rng: &mut Rng) -> String {
        sentence.replace("{}", rng.pick(&self.agenda).unwrap_or("Verschiedenes"))
    }

    /// A remark, now and then.
    pub(super) fn note(&mut self, rng: &mut Rng) -> String {
        if rng.chance(25) { self.notes.pop().unwrap_or("").to_owned() } else { String::new() }
    }
}

fn count(rng: &mut Rng, weights: &[usize]) -> usize {
    weights.get(rng.place(weights.len())).copied().unwrap_or(0)
}

fn draw(deck: &mut Vec<&'static str>, number: usize) -> Vec<&'static str> {
    let rest = deck.len().saturating_sub(number);
    deck.split_off(rest)
}

/// All sentences with a letter under one of the themes.
fn sentences(letter: &str, themes: &str) -> Vec<&'static str> {
    let mut theme = "";
    let mut found = Vec::new();
    for line in lines(MINUTES) {
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            theme = section;
        } else if let Some((key, sentence)) = line.split_once(' ')
            && key == letter
            && themes.split_whitespace().any(|one| one == theme)
        {
            found.push(sentence);
        }
    }
    found
}
