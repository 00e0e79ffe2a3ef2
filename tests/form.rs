//! Forms and pickers, driven by keys: what is typed is kept, what is saved is one change, nothing else happens.

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
use runde::app::form::{Editor, Form, Row, draft};
use runde::app::key::Key;
use runde::app::{Action, Effect, Outcome, Overlay};
use runde::i18n::Lang;
use runde::landscape::{Kind, Record, Shape, Type, actor, evidence, member, network, rhythm, statement};
use runde::store;
use std::sync::Arc;
use support::desk::Desk;

/// Goes to a field by its key, all fields open.
fn go_to(desk: &mut Desk, key: &str) {
    let field = desk.form().shape().find(key, 0).unwrap();
    if desk.form().hidden() > 0 {
        desk.press("<Ctrl-g>");
    }
    for _ in 0..200 {
        desk.press("<Shift-Tab>");
    }
    for _ in 0..200 {
        if desk.form().focus().field() == Some(field) {
            return;
        }
        desk.press("<Tab>");
    }
    panic!("no way to {key}");
}

fn only<'d>(desk: &'d Desk, kind: Kind, name: &str) -> &'d Arc<Record> {
    let mut found = desk.data.store().all(kind).filter(|record| store::title(desk.data.store(), record) == name);
    let record = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "{name} twice");
    record
}

#[test]
fn a_working_group_with_six_members_two_of_them_new() {
    let mut desk = Desk::new(Lang::De);
    desk.create(Kind::Network);
    desk.press("AK Ganztag<Tab>AKG<Tab>arbeitskr<Enter>");
    assert_eq!(desk.form().focus(), Row::Add(network::MEMBERS));
    // Three that are there, one of them with a person and two roles.
    desk.press("<Enter>jugenda<Enter><Enter>anna<Enter>vorsi<Tab>koordin<Tab><Enter><Ctrl-s>");
    assert_eq!(desk.form().focus(), Row::Add(network::MEMBERS));
    desk.press("<Enter>volks<Enter><Ctrl-s>");
    desk.press("<Enter>anna<Enter><Ctrl-s>");
    // A new institution, typed as its name.
    desk.press("<Enter>Grundschule am Bach<Ctrl-s>");
    assert_eq!(desk.title(), "Neu: Einrichtung");
    desk.press("<Ctrl-s><Ctrl-s>");
    // A new person of an institution.
    desk.press("<Enter>jugenda<Enter>Berta Muster<Ctrl-s>");
    assert!(desk.form().is_person());
    desk.press("<Ctrl-s>");
    assert_eq!(desk.layers.len(), 2, "the member's form is still there");
    desk.press("<Ctrl-s>");
    desk.press("<Enter>volks<Enter><Tab><Tab>1.2.2024<Ctrl-s><Ctrl-s>");
    assert!(desk.layers.is_empty(), "{:?}", desk.said);

    let group = only(&desk, Kind::Network, "AK Ganztag").clone();
    assert!(group.id.starts_with("ak-ganztag-"));
    assert_eq!(group.text(network::KIND), "working_group");
    let members = group.parts(network::MEMBERS);
    assert_eq!(members.len(), 6);
    let mut keys: Vec<&str> = members.iter().map(|member| member.id.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 6, "ids of their own");
    assert_eq!(members[0].texts(member::ROLES), ["chair", "coordination"]);
    assert_eq!(members[0].text(member::PERSON), "p-0000000001");
    let school = only(&desk, Kind::Actor, "Grundschule am Bach");
    assert_eq!(members[3].text(member::ACTOR), school.id.as_str());
    let berta = only(&desk, Kind::Actor, "Berta Muster");
    assert!(berta.id.starts_with("p-") && berta.flag(actor::PERSON) == Some(true));
    assert_eq!(berta.text(actor::UNIT_OF), "jugendamt-000001");
    assert_eq!(members[4].text(member::PERSON), berta.id.as_str());
    assert_eq!(members[5].text(member::FROM), "2024-02-01");
    assert!(school.text(actor::CHECKED_ON).is_empty(), "nobody checked it");
    // Three steps, each with its way back.
    let before = Desk::new(Lang::De).text();
    for _ in 0..3 {
        desk.data.undo().unwrap();
    }
    assert_eq!(desk.text(), before);
}

#[test]
fn a_date_is_typed_as_people_type_it_and_shown_as_understood() {
    for (lang, shown) in [(Lang::De, "01.03.2026"), (Lang::En, "2026-03-01")] {
        let mut desk = Desk::new(lang);
        desk.edit(Kind::Network, "ak-000001");
        go_to(&mut desk, "from");
        desk.press("1.3.2026<Tab>");
        assert_eq!(desk.form().line(network::FROM).unwrap().text(), shown);
        desk.press("<Ctrl-s>");
        assert_eq!(desk.data.store().get(Kind::Network, "ak-000001").unwrap().text(network::FROM), "2026-03-01");
    }
}

#[test]
fn an_invalid_date_is_refused_and_kept() {
    let mut desk = Desk::new(Lang::De);
    let before = desk.text();
    desk.edit(Kind::Network, "ak-000001");
    go_to(&mut desk, "until");
    desk.press("31.2.2026<Tab><Tab><Ctrl-s>");
    assert_eq!(desk.form().focus(), Row::Field(network::UNTIL));
    assert_eq!(desk.form().line(network::UNTIL).unwrap().text(), "31.2.2026");
    assert!(desk.said[0].contains("Besteht bis") || desk.said[0].contains("kein Datum"), "{:?}", desk.said);
    assert_eq!(desk.text(), before);
    let kept = desk.draft().unwrap();
    assert!(kept.contains("31.2.2026"));
    desk.press("<Ctrl-u>28.2.2026<Ctrl-s>");
    assert_eq!(desk.data.store().get(Kind::Network, "ak-000001").unwrap().text(network::UNTIL), "2026-02-28");
}

#[test]
fn text_that_was_not_touched_stays_as_it_was_even_if_it_is_no_date() {
    let mut desk = Desk::new(Lang::De);
    let old = desk.data.store().get(Kind::Network, "ak-000001").unwrap().clone();
    let odd = Record::clone(&old).with_text(network::FROM, "irgendwann").with_text(network::SHORT, " AK ");
    desk.data.apply(store::Change::update(Kind::Network, &old, &odd, "AK")).unwrap();
    desk.edit(Kind::Network, "ak-000001");
    go_to(&mut desk, "purpose");
    desk.press("Übergänge<Ctrl-s>");
    let new = desk.data.store().get(Kind::Network, "ak-000001").unwrap();
    assert_eq!((new.text(network::FROM), new.text(network::SHORT)), ("irgendwann", " AK "));
    assert_eq!(new.text(network::PURPOSE), "Übergänge");
    assert_eq!(new.extra().len(), 1, "fields of other programs stay");
}

#[test]
fn lists_are_open_to_values_of_ones_own() {
    let mut desk = Desk::new(Lang::De);
    desk.edit(Kind::Network, "ak-000001");
    go_to(&mut desk, "kind");
    desk.press("Stammtisch<Enter>");
    go_to(&mut desk, "themes");
    desk.press("<Enter>Ganztag<Tab>MINT plus<Tab><Enter><Ctrl-s>");
    let new = desk.data.store().get(Kind::Network, "ak-000001").unwrap().clone();
    assert_eq!(new.text(network::KIND), "Stammtisch");
    assert_eq!(new.texts(network::THEMES), ["MINT plus", "all_day"]);
    // The next one is offered the same word.
    desk.create(Kind::Network);
    desk.press("X<Tab><Tab>stammtisch");
    let Some(Overlay::Pick(pick)) = desk.layers.last() else { panic!() };
    assert_eq!(pick.rows()[0].key(), Some("Stammtisch"));
    assert_eq!(pick.rows().len(), 1, "not offered as own value a second time");
}

#[test]
fn leaving_asks_only_when_something_was_changed() {
    let mut desk = Desk::new(Lang::De);
    desk.edit(Kind::Network, "ak-000001");
    desk.press("<Tab><Tab><Esc>");
    assert!(matches!(desk.closed.pop(), Some(Outcome::Nothing)));
    let before = desk.text();
    desk.edit(Kind::Network, "ak-000001");
    desk.press("X<Esc>");
    assert!(desk.form().is_leaving());
    desk.press("<Enter>");
    assert!(!desk.form().is_leaving(), "Enter is the harmless answer");
    desk.press("<Esc>dvy<Esc>");
    assert!(!desk.form().is_leaving() && desk.form().line(network::NAME).unwrap().text() == "AK ÜbergangX");
    desk.press("<Esc>x");
    assert!(desk.layers.is_empty() && desk.text() == before);
    desk.edit(Kind::Network, "ak-000001");
    desk.press("X<Esc>s");
    assert!(desk.layers.is_empty() && desk.text().contains("AK ÜbergangX"));
}

#[test]
fn what_is_required_is_named() {
    let mut desk = Desk::new(Lang::En);
    desk.create(Kind::Relation);
    desk.press("<Ctrl-s>");
    assert_eq!(desk.layers.len(), 1);
    assert!(desk.said[0].contains("must be filled"), "{:?}", desk.said);
    desk.press("jugend<Enter>volks<Enter><Ctrl-s>");
    assert!(desk.layers.is_empty());
    assert_eq!(desk.data.store().count(Kind::Relation), 2);
}

#[test]
fn a_draft_brings_everything_back() {
    let mut desk = Desk::new(Lang::De);
    desk.edit(Kind::Network, "ak-000001");
    desk.press(" neu<Tab><Tab><Tab><Enter>");
    go_to(&mut desk, "from");
    desk.press("gestern oder so<Tab>Zeile");
    let kept = desk.draft().unwrap();
    let mut other = Desk::new(Lang::De);
    // Somebody else changed another field in the meantime.
    let old = other.data.store().get(Kind::Network, "ak-000001").unwrap().clone();
    let new = Record::clone(&old).with_text(network::SHORT, "AKÜ");
    other.data.apply(store::Change::update(Kind::Network, &old, &new, "AK")).unwrap();
    other.layers = other.with(|_, cx| draft::restore(&kept, cx));
    assert_eq!(other.layers.len(), 2, "the member's form on top of the network's");
    assert_eq!(other.form().line(member::FROM).unwrap().text(), "gestern oder so");
    assert_eq!(other.form().line(member::UNTIL).unwrap().text(), "Zeile");
    go_to(&mut other, "from");
    other.press("<Ctrl-u>2024<Tab><Ctrl-u><Ctrl-s>");
    assert_eq!(other.layers.len(), 1, "{:?}", other.said);
    other.press("<Ctrl-s>");
    let saved = other.data.store().get(Kind::Network, "ak-000001").unwrap();
    assert_eq!(saved.text(network::NAME), "AK Übergang neu");
    assert_eq!(saved.text(network::SHORT), "AKÜ");
    assert_eq!(saved.parts(network::MEMBERS)[0].text(member::FROM), "2024");
    assert_eq!(saved.parts(network::MEMBERS)[0].extra().len(), 1);
}

#[test]
fn one_part_is_edited_and_added_without_going_through_the_whole() {
    let mut desk = Desk::new(Lang::De);
    let record = desk.data.store().get(Kind::Network, "ak-000001").unwrap().clone();
    let make = |desk: &mut Desk, part: Option<&str>| {
        let layers = desk.with(|_, cx| match part {
            Some(key) => Form::edit_at(Kind::Network, &record, network::MEMBERS, Some(key), cx),
            None => Form::attach(Kind::Network, &record, network::MEMBERS, cx),
        });
        desk.layers = layers;
    };
    make(&mut desk, Some("m-000002"));
    desk.press("<Esc>");
    assert!(desk.layers.is_empty());
    make(&mut desk, Some("m-000002"));
    go_to(&mut desk, "from");
    desk.press("2025<Ctrl-s>");
    assert!(desk.layers.is_empty());
    let Some(Outcome::Change(change, ..)) = desk.closed.last() else { panic!() };
    assert_eq!(change.edits.len(), 1, "one field of one part");
    desk.data.undo().unwrap();
    make(&mut desk, None);
    desk.press("anna<Enter><Ctrl-s>");
    assert!(desk.layers.is_empty());
    assert_eq!(desk.data.store().get(Kind::Network, "ak-000001").unwrap().parts(network::MEMBERS).len(), 3);
}

#[test]
fn parts_are_moved_and_taken_out() {
    let mut desk = Desk::new(Lang::De);
    desk.edit(Kind::Network, "ak-000001");
    desk.press("<Tab><Tab><Tab>J");
    assert_eq!(desk.form().focus(), Row::Part(network::MEMBERS, 1));
    let order =
        |desk: &Desk| desk.form().record().parts(network::MEMBERS).iter().map(|m| m.id.to_string()).collect::<Vec<_>>();
    assert_eq!(order(&desk), ["m-000002", "m-000001"]);
    desk.press("KK<Ctrl-x>");
    assert_eq!(order(&desk), ["m-000002"]);
    desk.press("<Del>");
    assert_eq!(desk.form().focus(), Row::Add(network::MEMBERS));
    desk.press("<Ctrl-x>");
    assert!(order(&desk).is_empty());
}

#[test]
fn ratings_are_dimensions_with_a_number_each() {
    let mut desk = Desk::new(Lang::De);
    desk.edit(Kind::Evidence, "e-0000000001");
    go_to(&mut desk, "statements");
    desk.press("<Enter>");
    go_to(&mut desk, "ratings");
    let mut at = 0;
    while desk.form().focus() != Row::Add(statement::RATINGS) && at < 9 {
        desk.press("<Tab>");
        at += 1;
    }
    desk.press("<Enter>nutzen<Tab>engage<Tab><Enter>");
    assert!(matches!(desk.form().focus(), Row::Rating(..)));
    desk.press("9342");
    desk.press("<Ctrl-s><Ctrl-s>");
    let saved = desk.data.store().get(Kind::Evidence, "e-0000000001").unwrap();
    let ratings = saved.parts(evidence::STATEMENTS)[0].ratings(statement::RATINGS);
    let expected: Vec<(smol_str::SmolStr, u8)> =
        [("benefit", 2), ("commitment", 3), ("trust", 3), ("works_well", 4)].map(|(key, n)| (key.into(), n)).into();
    assert_eq!(ratings, expected);
}

#[test]
fn a_rhythm_is_chosen_or_typed() {
    let mut desk = Desk::new(Lang::De);
    desk.create(Kind::Rhythm);
    desk.press("überg<Enter>");
    go_to(&mut desk, "rule");
    desk.press("<Enter>6 wochen<Enter>");
    go_to(&mut desk, "per_year");
    desk.press("3 bis 4<Tab>8.12.2026 um 14 Uhr<Tab>90<Tab>Rathaus<Ctrl-s>");
    assert!(desk.layers.is_empty(), "{:?}", desk.said);
    let Some(Outcome::Change(_, _, id)) = desk.closed.last() else { panic!() };
    let saved = desk.data.store().get(Kind::Rhythm, id).unwrap();
    assert_eq!(saved.text(rhythm::RULE), "FREQ=WEEKLY;INTERVAL=6");
    assert_eq!(saved.range(rhythm::PER_YEAR), Some((3, 4)));
    assert_eq!((saved.text(rhythm::START), saved.text(rhythm::DURATION)), ("2026-12-08T14:00", "PT1H30M"));
}

#[test]
fn a_rhythm_is_said_in_one_sentence_and_no_word_of_it_is_lost() {
    let mut desk = Desk::new(Lang::De);
    desk.create(Kind::Rhythm);
    desk.press("überg<Enter>");
    go_to(&mut desk, "rule");
    desk.press("jeden 2. Dienstag im Monat um 14 Uhr, 90 Minuten, nicht in den Schulferien<Enter>");
    let record = desk.form().record();
    assert_eq!(record.text(rhythm::RULE), "FREQ=MONTHLY;BYDAY=2TU");
    assert_eq!(record.text(rhythm::START), "2026-12-08T14:00");
    assert_eq!(record.text(rhythm::DURATION), "PT1H30M");
    assert_eq!(record.texts(rhythm::AVOID), ["school_holidays"]);
    go_to(&mut desk, "rule");
    desk.press("<Ctrl-u>3 bis 4 mal im Jahr<Enter>");
    assert_eq!(desk.form().record().range(rhythm::PER_YEAR), Some((3, 4)));
}

#[test]
fn the_editor_gets_the_text_and_gives_it_back() {
    let mut desk = Desk::new(Lang::De);
    desk.edit(Kind::Network, "ak-000001");
    go_to(&mut desk, "notes");
    desk.press("eins<Ctrl-j>zwei<Ctrl-e>");
    assert_eq!(desk.effects, [Effect::Editor("eins\nzwei".into())]);
    desk.edited("eins\r\ndrei\n\n");
    desk.press("<Ctrl-s>");
    assert_eq!(desk.data.store().get(Kind::Network, "ak-000001").unwrap().text(network::NOTES), "eins\ndrei");
    desk.edit(Kind::Network, "ak-000001");
    go_to(&mut desk, "kind");
    desk.press("<Ctrl-e>");
    assert_eq!((desk.effects.len(), desk.said.len()), (1, 1));
}

#[test]
fn look_alikes_of_a_new_name_are_shown() {
    let mut desk = Desk::new(Lang::De);
    desk.create(Kind::Actor);
    desk.press("jugendamt");
    assert!(desk.screen(80, 24).contains("gibt es schon: Jugendamt"));
    desk.press(" West");
    assert!(!desk.screen(80, 24).contains("gibt es schon"));
}

#[test]
fn the_same_question_is_not_noted_twice() {
    let mut desk = Desk::new(Lang::De);
    desk.edit(Kind::Network, "ak-000001");
    go_to(&mut desk, "questions");
    desk.press("<Enter>beteiligte<Enter><Ctrl-s><Enter>beteiligte<Enter><Ctrl-s>");
    assert_eq!(desk.layers.len(), 2);
    assert!(desk.said.last().unwrap().contains("schon einen Eintrag"));
}

/// All forms there are: every kind and every part.
fn all_shapes() -> Vec<(Option<Kind>, &'static Shape)> {
    let mut all: Vec<(Option<Kind>, &'static Shape)> = Kind::ALL.map(|kind| (Some(kind), kind.shape())).into();
    for kind in Kind::ALL {
        for spec in kind.shape().specs {
            if let Type::Parts(shape) = spec.of {
                all.push((None, shape));
            }
        }
    }
    all
}

fn open(desk: &mut Desk, kind: Option<Kind>, shape: &'static Shape) {
    match kind {
        Some(Kind::Landscape) => desk.edit(Kind::Landscape, "landscape"),
        Some(kind) => desk.create(kind),
        None => desk.open(|cx| Form::part(shape, None, cx)),
    }
}

/// Keys that fill a field of this type with something.
fn filling(editor: Editor, of: Type) -> &'static str {
    match (editor, of) {
        (Editor::Typed(true), _) => "Zeile<Ctrl-j>ü",
        (_, Type::Date) => "8.12.2026",
        (_, Type::Moment) => "8.12.2026 14:00",
        (_, Type::Moments) => "8.12.2026; 9.12.2026 14 Uhr",
        (_, Type::Duration) => "2h",
        (_, Type::Rule) => "FREQ=MONTHLY;BYDAY=2TU",
        (_, Type::Range) => "3-4",
        (_, Type::Number(..)) => "3",
        (_, Type::Texts) => "a, b",
        (Editor::Flag, _) => "j",
        (Editor::Value(_) | Editor::Values(_), _) => "e<Enter>",
        (Editor::Reference(_) | Editor::References(_), _) => "<Enter><Enter>",
        (Editor::Ratings, _) => "<Enter>nutzen<Enter>4",
        _ => "Wort",
    }
}

#[test]
fn every_field_of_every_record_can_be_filled_and_emptied_by_keys() {
    for (kind, shape) in all_shapes() {
        for (field, spec) in shape.fields() {
            let mut desk = Desk::new(Lang::De);
            open(&mut desk, kind, shape);
            if spec.people_only {
                go_to(&mut desk, "person");
                desk.press("j");
            }
            let before = desk.form().record().clone();
            go_to(&mut desk, spec.key);
            let editor = desk.form().editor(field);
            if matches!(editor, Editor::Parts(_)) || spec.of == Type::Ref(runde::landscape::Target::Task) {
                continue;
            }
            if before.get(field).is_some() {
                desk.press("<Ctrl-x>");
                assert!(desk.form().record().get(field).is_none(), "{}.{}", shape.name, spec.key);
            }
            desk.press(filling(editor, spec.of));
            assert_eq!(desk.layers.len(), 1, "{}.{}", shape.name, spec.key);
            desk.press("<Shift-Tab>");
            let filled = desk.form().record().get(field);
            assert!(filled.is_some(), "{}.{} filled", shape.name, spec.key);
            go_to(&mut desk, spec.key);
            desk.press("<Ctrl-x>");
            assert!(desk.form().record().get(field).is_none(), "{}.{} emptied", shape.name, spec.key);
        }
    }
}

#[test]
fn every_form_is_drawn_in_every_size_and_language() {
    for lang in [Lang::De, Lang::En] {
        for (kind, shape) in all_shapes() {
            let mut desk = Desk::new(lang);
            open(&mut desk, kind, shape);
            desk.press("<Ctrl-g>");
            for _ in 0..desk.form().rows().len() {
                for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 6), (3, 2)] {
                    let (buffer, cursor) = desk.draw(width, height);
                    if width >= 20 {
                        let cursor = cursor.unwrap_or_else(|| panic!("no cursor: {} {width}×{height}", shape.name));
                        assert!(buffer.area.contains(cursor));
                        assert!(desk.screen(width, height).contains('▌'), "{} {width}×{height}", shape.name);
                    }
                }
                desk.press("<Tab>");
            }
        }
    }
}

fn any_key() -> impl Strategy<Value = Key> {
    let rows: Vec<Key> = runde::app::keymap::Keymap::default()
        .in_scopes(&[
            runde::app::keymap::Scope::Form,
            runde::app::keymap::Scope::Line,
            runde::app::keymap::Scope::Picker,
        ])
        .flat_map(|row| row.keys.clone())
        .collect();
    let saves: Key = "Ctrl-s".parse().unwrap();
    let others: Vec<Key> = rows.into_iter().filter(|key| *key != saves).collect();
    prop_oneof![
        3 => proptest::sample::select(others),
        3 => proptest::sample::select(vec!['a', 'ü', ' ', '1', 'j', 'n', '.', '漢', '\u{301}', 'e', ',', '"']).prop_map(Key::char),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(support::rounds(80)))]

    /// Nothing but saving changes data; nothing panics; what a draft keeps comes back the same.
    #[test]
    fn random_keys_never_change_data_and_never_panic(
        at in 0usize..16,
        lang in prop_oneof![Just(Lang::De), Just(Lang::En)],
        row in proptest::collection::vec(any_key(), 1..60),
        small in any::<bool>(),
    ) {
        let mut desk = Desk::new(lang);
        let before = desk.text();
        let all = all_shapes();
        let (kind, shape) = all[at % all.len()];
        match at {
            12 => desk.edit(Kind::Network, "ak-000001"),
            13 => desk.edit(Kind::Evidence, "e-0000000001"),
            14 => desk.edit(Kind::Actor, "vhs-000001"),
            15 => desk.edit(Kind::Rhythm, "r-0000000001"),
            _ => open(&mut desk, kind, shape),
        }
        for key in row {
            desk.key(key);
            let size = if small { (40, 12) } else { (80, 24) };
            desk.draw(size.0, size.1);
            prop_assert!(desk.closed.iter().all(|closed| matches!(closed, Outcome::Nothing)));
            if let Some(kept) = desk.draft() {
                let again = desk.with(|_, cx| draft::of(&draft::restore(&kept, cx)));
                prop_assert_eq!(again, Some(kept));
            }
        }
        prop_assert_eq!(desk.text(), before);
    }
}

#[test]
fn pasted_text_goes_where_one_types() {
    let mut desk = Desk::new(Lang::De);
    desk.create(Kind::Network);
    desk.act(&Action::Paste("AK\nGanz\u{1b}tag".into()));
    assert_eq!(desk.form().line(network::NAME).unwrap().text(), "AK Ganztag");
    desk.press("<Tab><Tab>");
    desk.act(&Action::Paste("Runder".into()));
    desk.press("<Enter>");
    assert_eq!(desk.form().record().text(network::KIND), "round_table");
}
