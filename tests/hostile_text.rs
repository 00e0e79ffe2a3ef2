//! Text that nobody sees or that steers the terminal, in every field of every kind: whatever view is drawn, in either
//! language, no cell of the screen holds such a character, and the bytes for the terminal hold nothing but text and the
//! sequences that move, colour and clear.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use runde::app::Event;
use runde::i18n::Lang;
use runde::landscape::{Kind, Shape, Type};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use support::session::{DEMO, Session};

/// All 65 control characters and what Unicode calls bidi controls, joiners, separators, fillers, selectors, tags.
fn hostile() -> Vec<char> {
    let ranges: [(u32, u32); 17] = [
        (0x00, 0x1F),
        (0x7F, 0x9F),
        (0xAD, 0xAD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180E),
        (0x200B, 0x200F),
        (0x2028, 0x202E),
        (0x2060, 0x206F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFF9, 0xFFFB),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE007F),
    ];
    ranges.into_iter().flat_map(|(from, to)| from..=to).filter_map(char::from_u32).collect()
}

/// Eight of them at a time, letters between, so that each stands on a line that is not cut.
fn pieces() -> Vec<String> {
    let chars = hostile();
    chars.chunks(8).map(|eight| eight.iter().fold("Ä".to_owned(), |text, c| format!("{text}{c}n"))).collect()
}

/// The keys of fields that hold free text, in a shape and in its parts.
fn free_keys(shape: &'static Shape, into: &mut BTreeSet<&'static str>) {
    for (_, spec) in shape.fields() {
        match spec.of {
            Type::Line | Type::Text | Type::Mail | Type::Phone | Type::Link | Type::Texts => {
                into.insert(spec.key);
            }
            Type::Parts(part) => free_keys(part, into),
            _ => {}
        }
    }
}

/// Puts the pieces, one after the other, into every free text below.
fn poison(json: &mut Json, keys: &BTreeSet<&str>, pieces: &[String], at: &mut usize) {
    match json {
        Json::Object(map) => {
            for (key, value) in map.iter_mut() {
                if keys.contains(key.as_str()) && spoil(value, pieces, at) {
                    continue;
                }
                poison(value, keys, pieces, at);
            }
        }
        Json::Array(list) => list.iter_mut().for_each(|one| poison(one, keys, pieces, at)),
        _ => {}
    }
}

/// Replaces a text or a list of texts; false for anything else.
fn spoil(value: &mut Json, pieces: &[String], at: &mut usize) -> bool {
    match value {
        Json::String(text) => {
            *at += 1;
            text.clone_from(&pieces[*at % pieces.len()]);
            true
        }
        Json::Array(list) if list.iter().all(Json::is_string) => list.iter_mut().all(|text| spoil(text, pieces, at)),
        _ => false,
    }
}

/// The demo with something hostile in every free text of every record.
fn poisoned() -> (String, BTreeSet<&'static str>) {
    let mut json: Json = serde_json::from_str(DEMO).expect("the demo");
    let (pieces, mut at, mut all) = (pieces(), 0, BTreeSet::new());
    for kind in Kind::ALL {
        let mut keys = BTreeSet::new();
        free_keys(kind.shape(), &mut keys);
        let place = kind.plural();
        if let Some(records) = json.get_mut(place) {
            poison(records, &keys, &pieces, &mut at);
        }
        all.extend(keys);
    }
    assert!(at > 20 * pieces.len(), "every piece stands in many fields: {at}");
    (json.to_string(), all)
}

/// No cell holds what nobody sees, and the bytes are text and harmless sequences.
fn inspect(run: &mut Session, forbidden: &BTreeSet<char>, what: &str) {
    let buffer = run.buffer(true);
    for cell in &buffer.content {
        let bad = cell.symbol().chars().find(|c| forbidden.contains(c));
        assert_eq!(bad, None, "{what}: {:?}", cell.symbol());
    }
    let bytes = sent(&buffer);
    let text = String::from_utf8(bytes).expect("UTF-8");
    let plain = without_allowed(&text, what);
    let bad = plain.chars().find(|c| forbidden.contains(c));
    assert_eq!(bad, None, "{what}");
}

/// What goes to the terminal for this screen.
fn sent(buffer: &Buffer) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut backend = CrosstermBackend::new(&mut bytes);
    let width = buffer.area.width;
    let cells = buffer.content.iter().enumerate().map(|(at, cell)| {
        let at = u16::try_from(at % usize::from(width)).expect("fits");
        (at, 0, cell)
    });
    backend.draw(cells).expect("memory");
    bytes
}

/// The text without the sequences a screen needs: `ESC [ digits ; … H` and `m`. Anything else behind an escape falls.
fn without_allowed(text: &str, what: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let body = part.strip_prefix('[').unwrap_or_else(|| panic!("{what}: ESC {part:?}"));
        let end = body.find(|c: char| !c.is_ascii_digit() && c != ';').expect("an end");
        assert!(body[end..].starts_with(['m', 'H']), "{what}: ESC [{body:?}");
        plain.push_str(&body[end + 1..]);
    }
    plain
}

/// Every view there is, on every kind of record.
const VIEWS: [&str; 23] = [
    "",
    "<Enter>",
    "<Enter>G",
    "e",
    "<Enter>e",
    "<Ctrl-g>",
    "<Esc>a",
    "2",
    "2<Enter>",
    "2e",
    "2e<Ctrl-g>",
    "2x",
    "3",
    "3<Enter>",
    "3e",
    " n",
    " n<Tab><Tab><Tab><Tab>",
    " n<Tab><Tab><Tab><Tab><Tab><Enter>",
    "/n",
    ":",
    "?",
    "t<Enter><Enter>",
    "L",
];

#[test]
fn nothing_invisible_reaches_the_screen() {
    let (text, keys) = poisoned();
    assert!(keys.len() >= 10, "{keys:?}");
    let forbidden: BTreeSet<char> = hostile().into_iter().collect();
    assert!(forbidden.len() >= 65 + 180);
    for lang in [Lang::De, Lang::En] {
        for size in [(120, 60), (80, 24), (40, 12)] {
            for view in VIEWS {
                let mut run = Session::new(&text, lang, size);
                run.press(view);
                inspect(&mut run, &forbidden, &format!("{view} {lang:?} {size:?}"));
            }
        }
    }
}

#[test]
fn the_cards_of_all_records_are_clean() {
    let (text, _) = poisoned();
    let forbidden: BTreeSet<char> = hostile().into_iter().collect();
    let mut run = Session::new(&text, Lang::De, (100, 200));
    for kind in Kind::ALL {
        let ids: Vec<_> = run.model.data.store().all(kind).map(|record| record.id.clone()).take(40).collect();
        for id in ids {
            runde::app::update::go_to(&mut run.model, kind, &id);
            run.press("<Enter>");
            inspect(&mut run, &forbidden, &format!("{kind:?} {id}"));
            run.press("<Esc>");
        }
    }
}

#[test]
fn what_is_typed_pasted_told_and_deleted_is_clean() {
    let forbidden: BTreeSet<char> = hostile().into_iter().collect();
    let all: String = hostile().into_iter().flat_map(|c| [c, 'n']).collect();
    for lang in [Lang::De, Lang::En] {
        for open in ["n", " ", "/", ":", "t/"] {
            let mut run = Session::demo(lang, (120, 40));
            run.press(open).event(Event::Paste(all.clone()));
            inspect(&mut run, &forbidden, &format!("pasted into {open}"));
        }
        let (text, _) = poisoned();
        let mut run = Session::new(&text, lang, (120, 40));
        run.press("x");
        inspect(&mut run, &forbidden, "question");
        run.press("yu");
        inspect(&mut run, &forbidden, "told");
        run.event(Event::NotSaved(all.clone()));
        inspect(&mut run, &forbidden, "trouble");
    }
}
