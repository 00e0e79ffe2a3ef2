//! The forty questions of `docs/lookups.md`, read out of the document and asked one by one: 80×24, German, at most three
//! keys besides the words, and the answer stands on the screen.

mod support;

use runde::app::Event;
use runde::app::key::{Code, Key};
use runde::i18n::Lang;
use support::session::Session;

struct Lookup {
    question: String,
    words: String,
    keys: Vec<String>,
    answer: String,
}

fn lookups() -> Vec<Lookup> {
    let rows = include_str!("../docs/lookups.md").lines().filter(|line| line.starts_with("| "));
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let rows = rows.map(cells).filter(|cells| cells[1].parse::<u32>().is_ok());
    rows.map(|cells| Lookup {
        question: cells[2].clone(),
        words: cells[3].clone(),
        keys: cells[4].split_whitespace().map(str::to_owned).collect(),
        answer: cells[5].clone(),
    })
    .collect()
}

fn press(run: &mut Session, name: &str) {
    let key = name.replace('␣', "Space").parse::<Key>().expect("a key");
    run.event(Event::Key(key));
}

/// Asks; gives the number of keys besides the words.
fn ask(lookup: &Lookup, run: &mut Session) -> usize {
    for name in &lookup.keys {
        let typed = name.strip_suffix('…');
        press(run, typed.unwrap_or(name));
        if typed.is_some() {
            for letter in lookup.words.chars() {
                run.event(Event::Key(Key { code: Code::Char(letter), ctrl: false, alt: false }));
            }
        }
    }
    lookup.keys.len()
}

/// The words on the screen, as they are read: without frames, a line after the other in each column of it.
fn read(run: &mut Session) -> String {
    let screen = run.screen();
    let joined = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let columns = (0..4).map(|column| {
        let parts = screen.lines().filter_map(|line| line.split(['┃', '│']).nth(column));
        joined(parts.collect::<Vec<_>>().join(" "))
    });
    let columns: Vec<String> = columns.collect();
    format!("{}\n{}", columns.join("\n"), screen)
}

#[test]
fn forty_facts_in_three_keys() {
    let lookups = lookups();
    assert_eq!(lookups.len(), 40);
    let mut missed = Vec::new();
    let before = read(&mut Session::demo(Lang::De, (80, 24)));
    for lookup in &lookups {
        let mut run = Session::demo(Lang::De, (80, 24));
        let keys = ask(lookup, &mut run);
        assert!(keys <= 3, "{}: {keys} keys", lookup.question);
        let seen = read(&mut run);
        if before.contains(&lookup.answer) {
            missed.push(format!("{}: the answer stands there before anything is asked", lookup.question));
        } else if !seen.contains(&lookup.answer) {
            missed.push(format!("{} → {}\n{}", lookup.question, lookup.answer, run.screen()));
        }
    }
    assert!(missed.is_empty(), "{} missed\n{}", missed.len(), missed.join("\n\n"));
}

/// Somebody changes the language of the screen: the same facts are found with the same words.
#[test]
fn the_finder_needs_no_german_screen() {
    for lookup in lookups().iter().filter(|lookup| lookup.keys == ["␣…"]) {
        let find = |lang| {
            let mut run = Session::demo(lang, (80, 24));
            ask(lookup, &mut run);
            match run.model.overlays.last() {
                Some(runde::app::Overlay::Finder(finder)) => finder.selected().map(|found| found.id.clone()),
                _ => None,
            }
        };
        assert_eq!(find(Lang::De), find(Lang::En), "{}", lookup.question);
    }
}
