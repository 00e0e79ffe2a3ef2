//! The hundred networks.

use super::members::{Seated, members};
use super::names::Names;
use super::text::{Block, cell};
use crate::records::{Channel, Embedding, Goal, Member, Network, Question, Task, set};
use crate::rng::Rng;
use anyhow::{Result, ensure};

/// Looked at more than a year ago.
const STALE: [(&str, &str); 7] = [
    ("bszb", "2024-10-08"),
    ("pfl", "2025-03-19"),
    ("bfam", "2025-06-24"),
    ("nachb", "2025-09-02"),
    ("gal", "2025-05-13"),
    ("wehr3", "2024-06-11"),
    ("jia", "2025-10-07"),
];

/// All networks, in the order of the tables.
pub(super) fn networks(names: &mut Names, blocks: &[Block]) -> Result<Vec<Network>> {
    let mut seated = Seated::new();
    blocks.iter().map(|block| network(names, block, &mut seated)).collect()
}

fn network(names: &mut Names, block: &Block, seated: &mut Seated) -> Result<Network> {
    let life: Vec<&str> = block.one("li").split_whitespace().collect();
    ensure!((4..=5).contains(&life.len()), "`li` of {} wants lifecycle term since activity [until]", block.handle);
    let life = |place: usize| life.get(place).map_or_else(String::new, |word| (*word).to_owned());
    let words = |key: &'static str, place: usize| set(block.part(key, place).split_whitespace());
    let text = |key: &'static str| block.one(key).to_owned();
    let part_of = block.one("po");
    Ok(Network {
        id: names.network(block.handle)?,
        name: block.head(1).to_owned(),
        short: block.head(4).to_owned(),
        aliases: set(block.one("al").split('|').map(str::trim).filter(|name| !name.is_empty())),
        kind: block.head(2).to_owned(),
        level: block.head(3).to_owned(),
        part_of: if part_of.is_empty() { String::new() } else { names.network(part_of)? },
        themes: words("i", 0),
        phases: words("i", 1),
        target_groups: words("i", 2),
        area: block.part("i", 3).to_owned(),
        purpose: text("pu"),
        goals: goals(names, block)?,
        common_ground: text("cg"),
        character: words("ch", 0),
        decision_power: block.part("ch", 1).to_owned(),
        participation_depth: block.part("ch", 2).to_owned(),
        bindingness: block.part("ch", 3).to_owned(),
        document: text("do"),
        openness: block.part("ch", 4).to_owned(),
        members: until(members(names, block.handle, block.one("me"), &life(2), seated)?, &life(0), &life(4)),
        lifecycle: life(0),
        term: life(1),
        from: life(2),
        until: life(4),
        activity: life(3).parse().ok(),
        between_meetings: words("be", 0),
        between_notes: block.part("be", 1).to_owned(),
        channels: channels(names, block)?,
        embedding: embedding(names, block)?,
        follow_up_rule: text("fr"),
        backing: text("bk"),
        funding: text("fu"),
        next_steps: next_steps(names, block)?,
        questions: questions(names, block)?,
        tags: set(block.one("tg").split_whitespace()),
        notes: text("no"),
        checked_on: checked(block.handle),
        ..Network::default()
    })
}

/// Nobody sits in a network that has ended.
fn until(mut members: Vec<Member>, lifecycle: &str, end: &str) -> Vec<Member> {
    for member in members.iter_mut().filter(|member| lifecycle == "ended" && member.until.is_empty()) {
        end.clone_into(&mut member.until);
    }
    members
}

fn checked(handle: &str) -> String {
    let mut rng = Rng::of(&["checked", handle]);
    match STALE.iter().find(|stale| stale.0 == handle) {
        Some(stale) => stale.1.to_owned(),
        None if rng.chance(80) => format!("2026-{:02}-{:02}", 1 + rng.below(11), 1 + rng.below(22)),
        None => String::new(),
    }
}

fn goals(names: &mut Names, block: &Block) -> Result<Vec<Goal>> {
    let lines: Vec<&str> = block.all("go").collect();
    let ids = names.ids.parts("g", lines.len(), &[block.handle]);
    lines.iter().zip(ids).map(|(line, id)| goal(names, line, id)).collect()
}

/// `text > carrier carrier`.
pub(super) fn goal(names: &Names, line: &'static str, id: String) -> Result<Goal> {
    let carriers: Result<Vec<String>> = cell(line, '>', 1).split_whitespace().map(|key| names.any(key)).collect();
    Ok(Goal { id, text: cell(line, '>', 0).to_owned(), carried_by: set(carriers?) })
}

fn channels(names: &mut Names, block: &Block) -> Result<Vec<Channel>> {
    let lines: Vec<&str> = block.all("cn").collect();
    let ids = names.ids.parts("c", lines.len(), &[block.handle]);
    lines.iter().zip(ids).map(|(line, id)| channel(names, line, id)).collect()
}

/// `kind|name|url|function|operator`.
pub(super) fn channel(names: &Names, line: &'static str, id: String) -> Result<Channel> {
    Ok(Channel {
        id,
        kind: cell(line, '|', 0).to_owned(),
        name: cell(line, '|', 1).to_owned(),
        url: cell(line, '|', 2).to_owned(),
        function: cell(line, '|', 3).to_owned(),
        operator: names.institution(cell(line, '|', 4))?,
        notes: String::new(),
    })
}

/// `to tie [order] [how often]`.
fn embedding(names: &mut Names, block: &Block) -> Result<Vec<Embedding>> {
    let lines: Vec<&str> = block.all("em").collect();
    let ids = names.ids.parts("e", lines.len(), &[block.handle]);
    let mut rng = Rng::of(&["embedding", block.handle]);
    let mut list = Vec::new();
    for (line, id) in lines.iter().zip(ids) {
        let mut words = line.split_whitespace().peekable();
        let to = names.any(words.next().unwrap_or(""))?;
        let tie = words.next().unwrap_or("").to_owned();
        let order = words.peek().and_then(|word| word.parse().ok());
        if order.is_some() {
            words.next();
        }
        let frequency = words.collect::<Vec<_>>().join(" ");
        let known = rng.chance(40) && tie != "none_but_should";
        let latest =
            if known { format!("2026-{:02}-{:02}", 1 + rng.below(10), 1 + rng.below(28)) } else { String::new() };
        list.push(Embedding { id, to, tie, order, frequency, last: latest, notes: String::new() });
    }
    Ok(list)
}

/// `text > who who > due`.
fn next_steps(names: &mut Names, block: &Block) -> Result<Vec<Task>> {
    let lines: Vec<&str> = block.all("ns").collect();
    let ids = names.ids.parts("s", lines.len(), &[block.handle]);
    let mut list = Vec::new();
    for (line, id) in lines.iter().zip(ids) {
        let who: Result<Vec<String>> = cell(line, '>', 1).split_whitespace().map(|key| names.any(key)).collect();
        let text = cell(line, '>', 0).to_owned();
        list.push(Task { id, text, who: set(who?), due: cell(line, '>', 2).to_owned(), ..Task::default() });
    }
    Ok(list)
}

/// `key status [whom] [reason]`; `-` for nobody.
fn questions(names: &Names, block: &Block) -> Result<Vec<Question>> {
    let mut list = Vec::new();
    for line in block.all("qu") {
        let mut words = line.splitn(4, ' ');
        let mut next = || words.next().unwrap_or("").to_owned();
        let (key, status, whom, reason) = (next(), next(), next(), next());
        let ask = if whom.is_empty() || whom == "-" { String::new() } else { names.any(&whom)? };
        list.push(Question { key, status, ask, reason });
    }
    list.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(list)
}
