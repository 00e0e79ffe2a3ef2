//! Cards: every record has one, every line leads somewhere that is there and shows a place that is there, nothing filled
//! in is left out, nothing is cut at any width.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use runde::app::card::{Card, Follow, Row, card, card_begun};
use runde::app::model::ThemeName;
use runde::app::{Context, Lookup};
use runde::i18n::Lang;
use runde::landscape::{Id, Kind, Value};
use runde::search::landscape::Found;
use runde::store::{Data, Store, read};
use runde::ui::card::{draw, height, label_width, scroll};
use runde::ui::theme::Theme;
use std::collections::HashSet;
use std::fmt::Write as _;
use support::session::Session;

struct NoLookup;

impl Lookup for NoLookup {
    fn found(&self, _: &str, _: &[Kind], _: usize) -> Vec<Found> {
        Vec::new()
    }
}

fn context(data: &Data, lang: Lang) -> Context<'_> {
    let now = "2026-11-23T10:00".parse().unwrap();
    Context { data, lookup: &NoLookup, texts: lang.texts(), lang, now, me: "", size: (120, 40), edition: 1 }
}

fn small() -> Data {
    Data::new(read(support::stores::small()).unwrap().store)
}

/// A network with everything a card shows, and the records around it.
fn full() -> Data {
    Data::new(read(include_str!("support/card.json")).unwrap().store)
}

/// The demo landscape, once it lies beside the program.
fn demo() -> Option<Data> {
    let text = std::fs::read_to_string("data/musterau.json").ok()?;
    Some(Data::new(read(&text).unwrap().store))
}

fn everything(store: &Store) -> Vec<(Kind, String)> {
    let mut all = vec![(Kind::Landscape, Store::LANDSCAPE.to_owned())];
    for kind in Kind::MANY {
        all.extend(store.all(kind).map(|record| (kind, record.id.to_string())));
    }
    all
}

/// What must hold for every card of every record.
fn check(data: &Data, kind: Kind, id: &str, lang: Lang) {
    let store = data.store();
    let card = card(kind, id, &context(data, lang)).expect("every record has a card");
    assert!(!card.title.is_empty());
    let mut shown = HashSet::new();
    for row in &card.rows {
        assert!(row.spans.iter().any(|span| !span.text.is_empty()), "an empty row in {kind:?} {id}: {row:?}");
        if row.heading {
            assert!(row.at.is_none() && row.follow.is_none());
            continue;
        }
        if let Some(Follow::Record(kind, id)) = &row.follow {
            assert!(store.get(*kind, id).is_some(), "leads nowhere: {row:?}");
        }
        let at = row.at.as_ref().expect("every row shows a place");
        let record = store.get(at.kind, &at.id).expect("the place is there");
        let Some((field, part)) = &at.field else { continue };
        assert!(usize::from(field.0) < record.shape.specs.len());
        if let Some(key) = part {
            assert!(record.parts(*field).iter().any(|part| part.key() == &**key), "no such part: {row:?}");
        }
        if (at.kind, at.id.as_str()) == (kind, id) {
            shown.insert((*field, part.clone()));
        }
    }
    nothing_is_left_out(data, kind, id, lang, &card, &shown);
}

type Shown = HashSet<(runde::landscape::Field, Option<Box<str>>)>;

/// Every field has a line of its own, or its value stands in the title or the subtitle.
fn nothing_is_left_out(data: &Data, kind: Kind, id: &str, lang: Lang, card: &Card, shown: &Shown) {
    let record = data.store().get(kind, id).unwrap();
    for (field, value) in record.cells() {
        let spec = record.shape.spec(field);
        if let Value::Parts(parts) = value {
            for part in parts.iter().filter(|part| !part.key().is_empty()) {
                assert!(shown.contains(&(field, Some(part.key().into()))), "{kind:?} {id} hides {} {part:?}", spec.key);
            }
            continue;
        }
        let text = match value {
            Value::Text(text) => text.trim(),
            _ => "",
        };
        let label = spec.of.list().map_or(text, |list| runde::landscape::vocabulary::label(list, text, lang));
        let above = card.title.contains(text) || card.subtitle.contains(label);
        let on_top = !text.is_empty() && above;
        let implied = matches!(spec.key, "person" | "sector" | "lifecycle" | "short");
        assert!(
            shown.contains(&(field, None)) || on_top || implied || text.is_empty() && !matches!(value, Value::Texts(_)),
            "{kind:?} {id} hides {}: {value:?}",
            spec.key
        );
    }
}

/// What a card looks like on the screen, and the same with one row selected.
fn screen(card: &Card, selected: Option<usize>, top: usize, width: u16, rows: u16) -> String {
    let area = Rect::new(0, 0, width, rows);
    let mut buffer = Buffer::empty(area);
    draw(card, selected, top, &Theme::of(ThemeName::Default, true), area, &mut buffer);
    let mut out = format!("{}\n", card.title);
    for y in 0..rows {
        let line: String = (0..width).fold(String::new(), |mut line, x| {
            let _ = write!(line, "{}", buffer[(x, y)].symbol());
            line
        });
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

fn total(card: &Card, width: usize) -> usize {
    let label = label_width(card, width);
    card.rows.iter().map(|row| height(row, width, label)).sum()
}

/// Draws at a width, walks down and up, and wants the selected row to be seen.
fn walk(card: &Card, width: u16, rows: u16) {
    let theme = Theme::of(ThemeName::Default, true);
    let area = Rect::new(0, 0, width, rows);
    let mut top = 0;
    let lines: Vec<usize> = (0..card.rows.len()).filter(|at| !card.rows[*at].heading).collect();
    for at in lines.iter().chain(lines.iter().rev()) {
        top = scroll(card, Some(*at), top, usize::from(width), usize::from(rows));
        let mut buffer = Buffer::empty(area);
        draw(card, Some(*at), top, &theme, area, &mut buffer);
        let seen = (0..rows).filter(|y| buffer[(0, *y)].symbol() == theme.marker).count();
        let wanted = height(&card.rows[*at], usize::from(width), label_width(card, usize::from(width)));
        assert_eq!(seen, wanted.min(usize::from(rows)), "row {at} at {width}×{rows} from {top}");
    }
    if rows > 9 {
        assert_eq!(top, 0, "back at the top, the card shows its beginning");
    }
}

#[test]
fn every_card_of_the_stores_at_hand_holds_what_a_card_promises() {
    for data in [Some(small()), Some(full()), demo()].into_iter().flatten() {
        for (kind, id) in everything(data.store()) {
            for lang in [Lang::De, Lang::En] {
                check(&data, kind, &id, lang);
            }
        }
        assert!(card(Kind::Network, "nobody", &context(&data, Lang::De)).is_none());
    }
}

#[test]
fn who_coordinates_and_her_phone_number_are_on_the_first_lines() {
    let data = full();
    let card = card(Kind::Network, "rt-ganztag-000001", &context(&data, Lang::De)).unwrap();
    let first: Vec<&Row> = card.rows.iter().take(3).collect();
    assert_eq!(first[0].text(), "Anna Beispiel · Bildungsbüro");
    assert_eq!(first[0].follow, Some(Follow::Record(Kind::Actor, Id::new("p-0000000001"))));
    assert_eq!(first[1].follow, Some(Follow::Phone("03580 4711-12".to_owned())));
    assert_eq!(first[2].follow, Some(Follow::Mail("bildungsbuero@example.org".to_owned())), "the institution's mail");
}

fn text_of(card: &Card) -> String {
    card.rows.iter().map(|row| format!("{}|{}\n", row.label, row.text())).collect::<String>()
}

#[test]
fn the_card_of_a_network_says_what_people_ask() {
    let data = full();
    let card = card(Kind::Network, "rt-ganztag-000001", &context(&data, Lang::De)).unwrap();
    let text = text_of(&card);
    for expected in [
        "nächstes Treffen|Di 08.12.2026, 14:00 (in 15 Tagen)",
        "letztes Treffen|Di 10.11.2026, 14:00 (vor 13 Tagen)",
        "Mitglieder|5 · Bildungsbüro, Jugendamt, Hort Sonne und 2 weitere",
        "Einbindung|berichtet an → Schulausschuss",
        "AK Horte berät → hierher",
        "Stimmen|3 Stimmen · funktioniert gut 3,0 (2–4)",
        "ähnelt|AK Horte · 3 der 3 Mitglieder dort sitzen auch hier · ergänzen einander",
        "Raumliste schicken · Jugendamt · fällig 01.11.2026 (vor 22 Tagen) · überfällig",
        "10.11.2026 Der Mustervertrag wird empfohlen. → Schulausschuss",
        "vertraulich",
        "Ehemalige Mitglieder 1",
        "fehlt: weg-000001",
        "color: \"grün\"",
    ] {
        assert!(text.contains(expected), "not on the card: {expected}\n{text}");
    }
    let seats = card.rows.iter().filter(|row| row.item && row.text().contains("seit")).count();
    assert!(seats >= 2, "seats with their period");
}

#[test]
fn ratings_of_two_sources_stay_with_their_sources() {
    let data = full();
    let card = card(Kind::Network, "ak-horte-000001", &context(&data, Lang::En)).unwrap();
    let voices = card.rows.iter().find(|row| row.label == "said about it").unwrap();
    assert_eq!(voices.text(), "2 voices");
}

#[test]
fn a_person_is_warned_about_when_she_was_never_informed() {
    let data = full();
    let text = text_of(&card(Kind::Actor, "p-0000000001", &context(&data, Lang::De)).unwrap());
    assert!(text.contains("informiert|noch nicht informiert"), "{text}");
    assert!(text.contains("Frist abgelaufen"), "{text}");
    let institution = text_of(&card(Kind::Actor, "jugendamt-000001", &context(&data, Lang::De)).unwrap());
    assert!(!institution.contains("informiert"));
}

#[test]
fn labels_fit_their_column_in_both_languages() {
    for data in [Some(full()), demo()].into_iter().flatten() {
        for (kind, id) in everything(data.store()) {
            for lang in [Lang::De, Lang::En] {
                for row in card(kind, &id, &context(&data, lang)).unwrap().rows {
                    assert!(runde::text::width(&row.label) <= 16, "label too long: {}", row.label);
                }
            }
        }
    }
}

#[test]
fn cards_as_drawn() {
    let data = full();
    let pages: [(&str, Kind, &str, Lang, u16); 8] = [
        ("network_de", Kind::Network, "rt-ganztag-000001", Lang::De, 62),
        ("network_en_narrow", Kind::Network, "rt-ganztag-000001", Lang::En, 40),
        ("institution_de", Kind::Actor, "bildungsbuero-000001", Lang::De, 62),
        ("person_en", Kind::Actor, "p-0000000001", Lang::En, 48),
        ("meeting_de", Kind::Meeting, "m-0000000001", Lang::De, 62),
        ("rhythm_en", Kind::Rhythm, "r-0000000001", Lang::En, 62),
        ("evidence_de", Kind::Evidence, "e-0000000001", Lang::De, 62),
        ("landscape_de", Kind::Landscape, "landscape", Lang::De, 62),
    ];
    for (name, kind, id, lang, width) in pages {
        let card = card(kind, id, &context(&data, lang)).unwrap();
        let rows = u16::try_from(total(&card, usize::from(width)) + 2).unwrap();
        insta::assert_snapshot!(name, screen(&card, None, 0, width, rows));
    }
}

#[test]
fn the_selected_line_is_seen_at_every_size() {
    let data = full();
    let card = card(Kind::Network, "rt-ganztag-000001", &context(&data, Lang::De)).unwrap();
    for (width, rows) in [(62, 38), (48, 22), (40, 10), (20, 6), (120, 3), (30, 1)] {
        walk(&card, width, rows);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: support::rounds(16), ..ProptestConfig::default() })]

    #[test]
    fn any_store_has_sound_cards(store in support::stores::any_store(), width in 20u16..=120) {
        let data = Data::new(store);
        for (kind, id) in everything(data.store()) {
            for lang in [Lang::De, Lang::En] {
                check(&data, kind, &id, lang);
                looked_at(&data, kind, &id, lang);
                let card = card(kind, &id, &context(&data, lang)).unwrap();
                screen(&card, Some(1), 0, width, 200);
                let label = label_width(&card, usize::from(width));
                prop_assert!(card.rows.iter().all(|row| height(row, usize::from(width), label) > 0));
            }
        }
    }
}

/// A card begun with a few lines of each section and looked at here and there is in the end the card said at once.
fn looked_at(data: &Data, kind: Kind, id: &str, lang: Lang) {
    let cx = context(data, lang);
    let whole = card(kind, id, &cx).unwrap();
    for first in [1, 3, 100] {
        let mut begun = card_begun(kind, id, &cx, first).unwrap();
        assert_eq!((&begun.title, &begun.subtitle), (&whole.title, &whole.subtitle));
        assert_eq!(begun.rows.len(), whole.rows.len());
        let headings = |card: &Card| card.rows.iter().map(|row| row.heading).collect::<Vec<_>>();
        assert_eq!(headings(&begun), headings(&whole), "{kind:?} {id}");
        assert_eq!(
            [30, 60, 120].map(|width| label_width(&begun, width)),
            [30, 60, 120].map(|w| label_width(&whole, w))
        );
        for start in (0..whole.rows.len()).rev().step_by(5) {
            begun.look_at(start.saturating_sub(2)..start + 3, (kind, id), &cx);
            assert_eq!(begun.rows[start], whole.rows[start], "{kind:?} {id}");
        }
        begun.look_at(0..usize::MAX, (kind, id), &cx);
        assert_eq!(begun.rows, whole.rows, "{kind:?} {id}");
    }
}

#[test]
fn cards_of_the_demo_looked_at_in_parts_are_the_cards_said_at_once() {
    let data = demo().expect("the demo lies beside");
    for (kind, id) in everything(data.store()) {
        looked_at(&data, kind, &id, Lang::De);
    }
}

#[test]
fn every_line_of_a_long_card_is_reached_by_keys_and_leads_where_it_says() {
    let store = support::stores::hub(330, 330, 0);
    let data = Data::new(store.clone());
    let mut run = Session::on(store, Lang::De, (100, 30));
    run.press("2<Home><Enter>");
    let (kind, id) = run.model.card.of.clone().expect("a card");
    assert_eq!(id.as_str(), "hub");
    let whole = card(kind, &id, &context(&data, Lang::De)).unwrap();
    let lines: Vec<&Row> = whole.rows.iter().filter(|row| !row.heading).collect();
    assert!(lines.len() > 660);
    for line in &lines {
        assert_eq!(run.model.card.line(), Some(*line));
        let said = line.text();
        let shown = run.screen().replace('\u{a0}', " ");
        assert!(shown.contains(&said), "{said} is not on the screen:\n{shown}");
        run.press("<Down>");
    }
    // From the end at once, and along a line nobody has passed by.
    let mut run = Session::on(support::stores::hub(330, 330, 0), Lang::De, (100, 30));
    run.press("2<Home><Enter>G");
    assert_eq!(run.model.card.line(), lines.last().copied());
    let near_end = whole.rows.iter().rposition(|row| row.follow.is_some()).expect("a line that leads somewhere");
    while run.model.card.row > near_end {
        run.press("<Up>");
    }
    let Some(Follow::Record(_, to)) = whole.rows[near_end].follow.clone() else { panic!("to a record") };
    run.press("<Enter>");
    assert_eq!(run.model.card.of.as_ref().map(|(_, id)| id), Some(&to));
}
