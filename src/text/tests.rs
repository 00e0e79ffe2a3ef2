//! Nasty text through every helper: fixed cases and random mixtures.

use std::time::{Duration, Instant};

use proptest::{prelude::*, test_runner::RngSeed};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::*;

const NASTY: [&str; 30] = [
    "Jugendamt",
    "Ämter für Straße",
    "É",
    "e\u{301}",
    "漢字かな",
    "👩\u{200D}🔬",
    "♻\u{FE0F}",
    "1\u{FE0F}\u{20E3}",
    "שלום עולם",
    "مرحبا",
    "\u{202E}evil\u{202C}",
    "a\u{200B}b",
    "\u{FEFF}",
    "\u{1b}[31mrot\u{1b}[0m",
    "\u{9b}2J",
    "\r\n",
    "\n",
    "\t",
    " ",
    "   ",
    "-",
    "Schule–Beruf",
    "Kita/Hort",
    "\u{AD}",
    "\u{2028}",
    "\u{3164}",
    "\u{E0041}",
    "👨🏽\u{200D}❤\u{FE0F}\u{200D}💋\u{200D}👨🏽",
    "\u{301}",
    "각\u{1100}\u{1161}\u{11A8}",
];

/// So many rounds (times `RUNDE_ROUNDS`), from a seed that is printed and can be given again as `RUNDE_SEED`.
fn rounds(number: u32) -> ProptestConfig {
    let given = |name| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let seed = given("RUNDE_SEED").unwrap_or_else(|| getrandom::u64().unwrap());
    println!("RUNDE_SEED={seed}");
    let cases = number * u32::try_from(given("RUNDE_ROUNDS").unwrap_or(1)).unwrap();
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..ProptestConfig::default() }
}

fn nasty() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => proptest::sample::select(NASTY.to_vec()).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        1 => (0usize..40).prop_map(|n| format!("a{}", "\u{301}".repeat(n))),
        2 => "[a-zäöüß]{1,25}",
    ];
    proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn shows_only_visible(text: &str) -> bool {
    text.graphemes(true)
        .all(|grapheme| width(grapheme) > 0 && grapheme.chars().count() <= 8 && !grapheme.chars().any(char::is_control))
}

/// In the line, or a single cluster that is wider than it.
fn fits(row: &str, columns: usize) -> bool {
    width(row) <= columns || row.graphemes(true).count() == 1
}

proptest! {
    #![proptest_config(rounds(300))]

    #[test]
    fn cleaned_text_is_visible_and_stays_as_it_is(text in nasty()) {
        let once = clean(&text).into_owned();
        prop_assert!(shows_only_visible(&once), "{once:?}");
        prop_assert_eq!(clean(&once).into_owned(), once);
    }

    #[test]
    fn cut_text_fits_and_is_a_beginning(text in nasty(), columns in 0usize..40) {
        let clean = clean(&text);
        let cut = clip(&clean, columns);
        prop_assert!(width(&cut) <= columns);
        if let Some(head) = cut.strip_suffix('…').filter(|_| cut != clean) {
            prop_assert!(clean.starts_with(head));
        } else {
            prop_assert!(cut == clean || columns == 0);
        }
        prop_assert_eq!(width(&pad(&clean, columns)), columns);
        prop_assert_eq!(width(&pad_start(&clean, columns)), columns);
        prop_assert_eq!(fit(&text, columns, Breaks::Signs), clip(&clean, columns).into_owned());
    }

    #[test]
    fn wrapped_text_fits_and_loses_only_blanks(text in nasty(), columns in 2usize..40) {
        let clean = clean(&text);
        let rows = wrap(&clean, columns);
        for row in &rows {
            prop_assert!(fits(row, columns), "{row:?}");
        }
        let strip = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(strip(&rows.concat()), strip(&clean));
    }

    #[test]
    fn notes_fit_their_box(text in nasty(), columns in 2usize..40, most in 0usize..5) {
        let rows = lines(&text, columns, most);
        prop_assert!(rows.len() <= most);
        for row in &rows {
            prop_assert!(fits(row, columns) && (row.is_empty() || shows_only_visible(row)), "{row:?}");
        }
    }
}

#[test]
fn every_invisible_character_alone_and_between_letters_becomes_visible() {
    for c in '\0'..=char::MAX {
        for text in [c.to_string(), format!("a{c}b")] {
            let shown = clean(&text);
            assert!(shows_only_visible(&shown), "U+{:04X} → {shown:?}", u32::from(c));
            let kept = shown.contains(c);
            let default_ignorable = c.width() == Some(0)
                && !unicode_normalization::char::is_combining_mark(c)
                && !('\u{1161}'..='\u{11FF}').contains(&c)
                && !('\u{D7B0}'..='\u{D7FF}').contains(&c);
            assert!(!(kept && (c.is_control() || default_ignorable)), "U+{:04X} stays in {shown:?}", u32::from(c));
        }
    }
}

#[test]
fn signs_stand_for_what_cannot_be_shown() {
    for (text, shown) in [
        ("A\nB", "A⏎B"),
        ("A\r\nB\tC", "A⏎B⇥C"),
        ("\u{1b}[31mrot", "␛[31mrot"),
        ("a\u{9b}b", "a�b"),
        ("x\u{202E}y\u{2066}z", "x�y�z"),
        ("Zu\u{AD}stand", "Zu�stand"),
        ("\u{FEFF}Amt", "�Amt"),
        ("a\u{200D}b", "a�b"),
        ("a\u{FE0F}b", "a�b"),
        ("\u{301}", "◌\u{301}"),
        ("a\u{2028}b", "a�b"),
        ("🏴\u{E0067}\u{E0062}\u{E007F}!", "🏴�!"),
    ] {
        assert_eq!(clean(text), shown, "{text:?}");
    }
    assert_eq!(clean_with("A\r\nB\tC", Breaks::Blanks), "A B C");
}

#[test]
fn honest_text_is_not_touched() {
    for text in [
        "",
        "Müller",
        "Mu\u{308}ller",
        "漢字",
        "👩\u{200D}🔬",
        "♻\u{FE0F}",
        "1\u{FE0F}\u{20E3}",
        "👍🏽",
        "🇩🇪",
        "葛\u{E0100}",
        "שלום",
        "مرحبا",
        "क्ष",
        "각",
        "\u{1100}\u{1161}\u{11A8}",
    ] {
        assert!(
            matches!(clean(text), std::borrow::Cow::Borrowed(same) if same == text),
            "{text:?} → {:?}",
            clean(text)
        );
    }
}

#[test]
fn piled_up_marks_are_cut_off() {
    let pile = format!("a{}b", "\u{301}".repeat(500));
    let shown = clean(&pile);
    assert_eq!(shown, format!("a{}�b", "\u{301}".repeat(7)));
    assert_eq!(width(&shown), 3);
}

#[test]
fn width_is_in_columns() {
    for (text, columns) in [
        ("", 0),
        ("Ämter", 5),
        ("A\u{308}mter", 5),
        ("漢字", 4),
        ("👩\u{200D}🔬", 2),
        ("♻\u{FE0F}", 2),
        ("ß", 1),
        ("⏎⇥…�◌", 5),
    ] {
        assert_eq!(width(text), columns, "{text:?}");
    }
}

#[test]
fn cuts_fall_on_a_word_end_in_the_last_third() {
    for (text, columns, cut) in [
        ("Agentur für Arbeit", 18, "Agentur für Arbeit"),
        ("Agentur für Arbeit", 15, "Agentur für…"),
        ("Agentur für Arbeit", 12, "Agentur für…"),
        ("Agentur für Arbeit", 9, "Agentur…"),
        ("AK Öffentlichkeitsarbeit", 12, "AK Öffentli…"),
        ("AK Amt", 4, "AK…"),
        ("漢字漢字", 5, "漢字…"),
        ("漢字漢字", 4, "漢…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("", 0, ""),
    ] {
        assert_eq!(clip(text, columns), cut, "{text:?} in {columns}");
    }
}

#[test]
fn padding_fills_what_a_wide_character_leaves_open() {
    assert_eq!(pad("漢字漢字", 4), "漢… ");
    assert_eq!(pad("Amt", 5), "Amt  ");
    assert_eq!(pad_start("12", 4), "  12");
    assert_eq!(pad_start("1234567", 4), "123…");
}

#[test]
fn lines_break_at_blanks_hyphens_and_slashes() {
    for (text, columns, rows) in [
        ("Runder Tisch Ganztag", 12, vec!["Runder Tisch", "Ganztag"]),
        ("im Mittel (3–4)", 13, vec!["im Mittel", "(3–4)"]),
        ("AK Übergang Schule–Beruf", 19, vec!["AK Übergang Schule–", "Beruf"]),
        ("Kita/Hort/Schule", 10, vec!["Kita/Hort/", "Schule"]),
        ("Öffentlichkeitsarbeit", 10, vec!["Öffentlich", "keitsarbei", "t"]),
        ("im Öffentlichkeitsamt", 10, vec!["im", "Öffentlich", "keitsamt"]),
        ("a  b", 2, vec!["a", "b"]),
        ("漢字漢字", 5, vec!["漢字", "漢字"]),
        ("-5 Grad", 10, vec!["-5 Grad"]),
        ("", 5, vec![""]),
    ] {
        assert_eq!(wrap(text, columns), rows, "{text:?} in {columns}");
    }
    assert_eq!(lines("Erste Zeile\n\nzweite\tZeile", 8, 9), ["Erste", "Zeile", "", "zweite", "Zeile"]);
    assert_eq!(lines("eins zwei drei\nvier", 5, 2), ["eins", "zwei"]);
}

/// The shortest of a few runs: other work on the machine only makes them longer.
fn shortest(work: impl Fn()) -> Duration {
    let timed = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..5).map(timed).min().unwrap()
}

#[test]
fn huge_text_costs_no_more_than_a_line() {
    let words = "Bildungsbüro ".repeat(80_000);
    let pile = format!("a{}", "\u{301}".repeat(500_000));
    for text in [words.as_str(), pile.as_str()] {
        let fitted = shortest(|| assert!(width(&fit(text, 80, Breaks::Signs)) <= 80));
        let wrapped = shortest(|| assert!(lines(text, 80, 40).len() <= 40));
        println!("{fitted:?} to fit, {wrapped:?} to wrap");
        assert!(fitted < Duration::from_millis(100) && wrapped < Duration::from_millis(200));
    }
    let clipped = shortest(|| assert_eq!(width(&clip(&words, 80)), 78));
    assert!(clipped < Duration::from_millis(10), "{clipped:?}");
}

#[test]
fn notes_of_wide_characters_fill_all_rows() {
    let family = "👨\u{200D}👩\u{200D}👧\u{200D}👦".repeat(20_000);
    assert_eq!(lines(&family, 80, 40).iter().map(|row| width(row)).collect::<Vec<_>>(), [80; 40]);
}
