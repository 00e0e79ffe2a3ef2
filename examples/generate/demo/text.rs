//! Reads the hand-written tables: lines of cells, and blocks that begin with `=`. Knows nothing of what they mean.

use anyhow::{Context, Result};

pub(super) const INSTITUTIONS: [&str; 3] = [
    include_str!("../content/administration.txt"),
    include_str!("../content/schools.txt"),
    include_str!("../content/society.txt"),
];
pub(super) const PEOPLE: &str = include_str!("../content/people.txt");
pub(super) const EVIDENCE: &str = include_str!("../content/evidence.txt");
pub(super) const MINUTES: &str = include_str!("../content/minutes.txt");
pub(super) const RHYTHMS: &str = include_str!("../content/rhythms-extra.txt");
pub(super) const LANDSCAPE: &str = include_str!("../content/landscape.txt");
const NETWORKS: [&str; 5] = [
    include_str!("../content/networks-steering.txt"),
    include_str!("../content/networks-early.txt"),
    include_str!("../content/networks-school.txt"),
    include_str!("../content/networks-work.txt"),
    include_str!("../content/networks-places.txt"),
];

/// The lines that say something.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The cell at a place, trimmed; empty when the line has none.
pub(super) fn cell(line: &'static str, between: char, place: usize) -> &'static str {
    line.split(between).nth(place).unwrap_or("").trim()
}

/// One network as it stands in the tables.
pub(super) struct Block {
    /// The short key the tables know it by.
    pub(super) handle: &'static str,
    head: &'static str,
    lines: Vec<(&'static str, &'static str)>,
}

impl Block {
    /// A cell of the first line: 1 name, 2 kind, 3 level, 4 short name.
    pub(super) fn head(&self, place: usize) -> &'static str {
        cell(self.head, '|', place)
    }

    /// All lines under a key.
    pub(super) fn all(&self, key: &'static str) -> impl Iterator<Item = &'static str> {
        self.lines.iter().filter(move |line| line.0 == key).map(|line| line.1)
    }

    /// The line under a key, or nothing.
    pub(super) fn one(&self, key: &'static str) -> &'static str {
        self.all(key).next().unwrap_or("")
    }

    /// A cell of the line under a key.
    pub(super) fn part(&self, key: &'static str, place: usize) -> &'static str {
        cell(self.one(key), ';', place)
    }
}

/// All networks.
pub(super) fn blocks() -> Result<Vec<Block>> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in NETWORKS.into_iter().flat_map(lines) {
        if let Some(head) = line.strip_prefix("= ") {
            blocks.push(Block { handle: cell(head, '|', 0), head, lines: Vec::new() });
        } else {
            let (key, value) = line.split_once(':').with_context(|| format!("no key in `{line}`"))?;
            let block = blocks.last_mut().with_context(|| format!("no network before `{line}`"))?;
            block.lines.push((key, value.trim()));
        }
    }
    Ok(blocks)
}
