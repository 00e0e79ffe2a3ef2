//! Spoken rhythms: a table of phrases with what they mean, random rules spoken and understood again, and noise.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::cell::Cell;
use std::time::{Duration, Instant};

use jiff::civil::{Time, date, time};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use runde::calendar::{Keyword, Reading, Recurrence, Rule, read_phrase, speak, speak_avoid, speak_per_year};
use runde::i18n::Lang;

const TABLE: &str = include_str!("data/phrases.tsv");

/// A reading as the table writes it.
fn written(reading: &Reading) -> String {
    let mut text = reading.rhythm.as_ref().map_or("-".to_owned(), ToString::to_string);
    let mut add = |part: Option<String>| text.extend(part.map(|p| format!(" {p}")));
    add(reading.time.map(|t| format!("@{}", t.strftime("%H:%M"))));
    add(reading.length.map(|l| format!("+{l}")));
    add(reading.per_year.map(|(a, b)| format!("{a}..{b}")));
    reading.avoid.iter().for_each(|a| add(Some(format!("!{}", a.key()))));
    add(reading.start.map(|d| format!("from {d}")));
    add(reading.needs_anchor.then(|| "*".to_owned()));
    text
}

fn understood(phrase: &str) -> String {
    match read_phrase(phrase) {
        Ok(readings) => readings.iter().map(written).collect::<Vec<_>>().join(" | "),
        Err(unclear) => format!("unclear at {}: {:?}", unclear.at, unclear.rest),
    }
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TABLE.lines().filter(|l| !l.starts_with('#')).map(|line| {
        let columns: Vec<_> = line.split('\t').collect();
        (columns[0], columns[1], columns[2])
    })
}

#[test]
fn the_table() {
    let wrong: Vec<_> = rows()
        .filter(|(_, phrase, expected)| understood(phrase) != *expected)
        .map(|(_, phrase, expected)| format!("{phrase}\n  expected {expected}\n  got      {}", understood(phrase)))
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    let german = rows().filter(|r| r.0 == "de").count();
    assert!(rows().count() >= 120 && german * 2 >= rows().count());
}

/// Every rhythm of the table, spoken in both languages, is understood as itself.
#[test]
fn the_table_spoken_back() {
    for (_, phrase, _) in rows() {
        for reading in read_phrase(phrase).unwrap() {
            for lang in [Lang::De, Lang::En] {
                match (&reading.rhythm, reading.per_year) {
                    (Some(rhythm), _) => {
                        let avoid = speak_avoid(&reading.avoid, lang);
                        let said = format!("{} {avoid}", speak(rhythm, reading.time, lang));
                        let again = read_phrase(&said).unwrap_or_else(|e| panic!("{said}: {e}"));
                        assert_eq!(again[0].rhythm.as_ref(), Some(rhythm), "{said}");
                        let silent = matches!(rhythm, Recurrence::Keyword(_));
                        assert!(silent || again[0].time == reading.time && again[0].avoid == reading.avoid, "{said}");
                    }
                    (None, per_year) => {
                        let said = speak_per_year(per_year.unwrap(), lang);
                        assert!(read_phrase(&said).unwrap().iter().any(|r| r.per_year == per_year), "{said}");
                    }
                }
            }
        }
    }
}

#[test]
fn in_words() {
    for (rule, at, de, en) in [
        (
            "FREQ=MONTHLY;BYDAY=2TU",
            Some(time(14, 0, 0, 0)),
            "jeden 2. Dienstag im Monat, 14:00",
            "every 2nd Tuesday of the month, 14:00",
        ),
        ("FREQ=WEEKLY;INTERVAL=6;BYDAY=TH", None, "alle 6 Wochen donnerstags", "every 6 weeks on Thursday"),
        ("FREQ=WEEKLY;INTERVAL=2", None, "14-täglich", "fortnightly"),
        ("FREQ=MONTHLY;INTERVAL=3", None, "vierteljährlich", "quarterly"),
        (
            "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            None,
            "letzter Werktag im Quartal",
            "last working day of the quarter",
        ),
        (
            "FREQ=MONTHLY;BYDAY=1MO,3MO",
            None,
            "jeden 1. und 3. Montag im Monat",
            "every 1st and 3rd Monday of the month",
        ),
        ("FREQ=YEARLY;BYMONTH=5,11", None, "jährlich im Mai und November", "yearly in May and November"),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=3", None, "jährlich am 3. Oktober", "yearly on 3 October"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=31",
            None,
            "am 31. jedes Monats (wo es ihn gibt)",
            "on the 31st of every month (where there is one)",
        ),
        (
            "FREQ=MONTHLY;UNTIL=20261231;BYDAY=-1FR",
            None,
            "jeden letzten Freitag im Monat, bis 31.12.2026",
            "every last Friday of the month, until 2026-12-31",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
            None,
            "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
            "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        ),
    ] {
        let rhythm: Recurrence = rule.parse().unwrap();
        assert_eq!((speak(&rhythm, at, Lang::De).as_str(), speak(&rhythm, at, Lang::En).as_str()), (de, en));
    }
    for word in Keyword::ALL {
        for lang in [Lang::De, Lang::En] {
            let said = speak(&word.into(), None, lang);
            assert_eq!(read_phrase(&said).unwrap()[0].rhythm, Some(word.into()), "{said}");
        }
    }
}

#[test]
fn unclear_with_its_place() {
    for (phrase, rest) in [
        ("jeden zweiten Frühling", "Frühling"),
        ("monatlich bei Vollmond", "bei Vollmond"),
        ("wöchentlich monatlich", "monatlich"),
        ("vierteljährlich dienstags", "dienstags"),
        ("viermal im Jahr dienstags", "dienstags"),
        ("Do 14.12.", "14.12."),
        ("halbjährlich im April", "im April"),
        ("dreimal im Jahr, Mai und November", "dreimal im Jahr, Mai und November"),
        ("mindestens zweimal im Jahr", "mindestens zweimal im Jahr"),
        ("dienstags bis irgendwann", "bis irgendwann"),
        ("every Tuesday unless it rains", "unless it rains"),
        ("14 Uhr", ""),
        ("", ""),
        ("FREQ=MONTHLY;BYHOUR=3", "BYHOUR=3"),
        ("5. Dienstag im Quartal", "im Quartal"),
        ("40. Dienstag im Monat", "im Monat"),
        ("dienstags um 25 Uhr", "25 Uhr"),
        ("nach Bedarf dienstags", "dienstags"),
    ] {
        let unclear = read_phrase(phrase).expect_err(phrase);
        assert_eq!(unclear.rest, rest, "{phrase}");
        assert_eq!(&phrase[unclear.at..], rest);
    }
}

fn weekdays() -> impl Strategy<Value = String> {
    prop::sample::subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 1..=7).prop_map(|d| d.join(","))
}

fn list(values: impl Strategy<Value = i32>, most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(values, 1..=most)
        .prop_map(|v| v.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
}

fn signed(most: i32) -> impl Strategy<Value = i32> {
    (1..=most, any::<bool>()).prop_map(|(n, back)| if back { -n } else { n })
}

fn nth(most: i32) -> impl Strategy<Value = String> {
    let day = prop::sample::select(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
    prop::collection::vec((signed(most), day), 1..=3)
        .prop_map(|v| v.iter().map(|(n, d)| format!("{n}{d}")).collect::<Vec<_>>().join(","))
}

/// Rules of all shapes the parser accepts, sayable or not.
fn rules() -> impl Strategy<Value = String> {
    let months = prop_oneof![
        4 => Just(String::new()),
        1 => prop::sample::select(vec![";BYMONTH=1,4,7,10", ";BYMONTH=3,6,9,12", ";BYMONTH=1,7", ";BYMONTH=6,12"]).prop_map(str::to_owned),
        2 => list(1..=12, 4).prop_map(|m| format!(";BYMONTH={m}")),
    ];
    let work = "MO,TU,WE,TH,FR";
    let days = prop_oneof![
        2 => Just(("DAILY", String::new())),
        1 => weekdays().prop_map(|d| ("DAILY", format!(";BYDAY={d}"))),
        2 => Just(("WEEKLY", String::new())),
        3 => weekdays().prop_map(|d| ("WEEKLY", format!(";BYDAY={d}"))),
        1 => weekdays().prop_map(|d| ("WEEKLY", format!(";BYDAY={d};WKST=SU"))),
        2 => Just(("MONTHLY", String::new())),
        5 => nth(5).prop_map(|d| ("MONTHLY", format!(";BYDAY={d}"))),
        3 => list(signed(5), 2).prop_map(move |p| ("MONTHLY", format!(";BYDAY={work};BYSETPOS={p}"))),
        4 => list(signed(31), 3).prop_map(|d| ("MONTHLY", format!(";BYMONTHDAY={d}"))),
        1 => (list(signed(31), 3), weekdays()).prop_map(|(n, d)| ("MONTHLY", format!(";BYMONTHDAY={n};BYDAY={d}"))),
        2 => Just(("YEARLY", String::new())),
        2 => nth(53).prop_map(|d| ("YEARLY", format!(";BYDAY={d}"))),
        2 => nth(5).prop_map(|d| ("YEARLY", format!(";BYDAY={d}"))),
        2 => list(signed(31), 3).prop_map(|d| ("YEARLY", format!(";BYMONTHDAY={d}"))),
        2 => list(signed(5), 2).prop_map(move |p| ("YEARLY", format!(";BYDAY={work};BYSETPOS={p}"))),
    ];
    let end = prop_oneof![
        4 => Just(String::new()),
        1 => (1..=5000).prop_map(|n| format!(";COUNT={n}")),
        1 => (0..20_000i32).prop_map(|n| format!(";UNTIL={}", date(1990, 1, 1).saturating_add(jiff::Span::new().days(n)).strftime("%Y%m%d"))),
        1 => Just(";UNTIL=20301231T120000Z".to_owned()),
    ];
    let interval = prop_oneof![3 => Just(1), 3 => 1..=14, 1 => 1..=1000];
    (days, months, interval, end)
        .prop_map(|((freq, by), months, n, end)| format!("FREQ={freq};INTERVAL={n}{months}{by}{end}"))
}

fn times() -> impl Strategy<Value = Option<Time>> {
    prop::option::of((0..24i8, 0..60i8).prop_map(|(h, m)| time(h, m, 0, 0)))
}

/// The number of rounds, and a runner whose seed is printed.
fn runner(rounds: u32) -> TestRunner {
    let number = |name: &str| std::env::var(name).ok().and_then(|v| v.parse::<u64>().ok());
    let seed = number("RUNDE_SEED").unwrap_or(2026);
    let rounds = rounds.saturating_mul(number("RUNDE_ROUNDS").map_or(1, |n| u32::try_from(n).unwrap()));
    println!("seed {seed}, {rounds} rounds");
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config { cases: rounds, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

#[test]
fn spoken_and_understood_again() {
    let (in_words, all) = (Cell::new(0), Cell::new(0));
    let outcome = runner(8_000).run(&(rules(), times()), |(text, at)| {
        let rule: Rule = text.parse().unwrap();
        prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule.clone()));
        for lang in [Lang::De, Lang::En] {
            let said = speak(&rule.clone().into(), at, lang);
            all.set(all.get() + 1);
            in_words.set(in_words.get() + i32::from(!said.starts_with("FREQ")));
            let again = read_phrase(&said).map_err(|e| TestCaseError::fail(format!("{text}: {said}: {e}")))?;
            prop_assert_eq!(again[0].rhythm.as_ref(), Some(&rule.clone().into()), "{}", said);
            prop_assert_eq!(again[0].time, at, "{}", said);
            prop_assert_eq!(again.len(), 1, "{} is not ambiguous", said);
        }
        Ok(())
    });
    outcome.unwrap();
    // most of them must really be words
    assert!(in_words.get() * 2 > all.get(), "{} of {}", in_words.get(), all.get());
}

/// Words of the field, numbers, signs and anything else, in any order.
fn noise() -> impl Strategy<Value = String> {
    let words: Vec<&str> = TABLE.lines().flat_map(|l| l.split_whitespace()).collect();
    let piece = prop_oneof![
        6 => prop::sample::select(words).prop_map(str::to_owned),
        1 => any::<u32>().prop_map(|n| n.to_string()),
        1 => (0..100u32).prop_map(|n| n.to_string()),
        1 => any::<char>().prop_map(String::from),
        1 => prop::sample::select(vec![".", ":", "-", "–", ",", "halb", "viertel vor", "bis", "alle", "0", "99999999999999999999"]).prop_map(str::to_owned),
    ];
    let glue = prop::sample::select(vec!["", " ", " ", ";"]);
    prop_oneof![
        4 => prop::collection::vec((piece, glue), 0..60).prop_map(|v| v.into_iter().map(|(p, g)| p + g).collect()),
        1 => any::<String>(),
        1 => "FREQ=[A-Z]{5,7}(;[A-Z]{3,10}=[-+0-9A-Z,]{0,20}){0,6}",
    ]
}

#[test]
fn noise_never_panics_and_takes_no_time() {
    let limit = Duration::from_millis(if cfg!(debug_assertions) { 5 } else { 1 });
    runner(20_000)
        .run(&noise(), |text| {
            let cost = || {
                let begin = Instant::now();
                if let Err(unclear) = read_phrase(&text) {
                    assert!(text.is_char_boundary(unclear.at));
                }
                let _ = text.parse::<Rule>();
                let _ = text.parse::<Recurrence>();
                begin.elapsed()
            };
            // the best of some runs: the machine may be busy
            let best = (0..5).map(|_| cost()).take_while(|c| *c > limit).count();
            prop_assert!(best < 5, "too slow: {:?}", text);
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_overlong_phrase_is_cut_off_politely() {
    let long = "dienstags ".repeat(1000);
    assert!(read_phrase(&long).unwrap_err().at <= 400);
}

/// What `docs/rhythms.md` promises: the phrases of its first table mean the rules beside them.
#[test]
fn the_manual_is_true() {
    let manual = include_str!("../docs/rhythms.md");
    let quoted = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let mut checked = 0;
    for row in manual.lines().filter(|l| l.starts_with("| `")) {
        let cells: Vec<_> = row.split('|').collect();
        let [_, phrases, _, rule, _] = cells.as_slice() else { continue };
        let rule = rule.trim();
        for (i, phrase) in quoted(phrases).iter().enumerate() {
            let readings = read_phrase(phrase).unwrap_or_else(|e| panic!("{phrase}: {e}"));
            let said = readings[0].rhythm.as_ref().map_or("–".to_owned(), ToString::to_string);
            // where the row ends in "…" only the first pair of phrases has its rule there
            if !rule.ends_with('…') || i < 2 {
                assert!(rule == "–" && said == rule || quoted(rule).contains(&said), "{phrase}: {said}");
            }
            checked += 1;
        }
    }
    assert!(checked > 30, "{checked}");
    // the table of phrases with two readings
    for phrase in
        ["jeden zweiten Dienstag", "every third Wednesday", "dienstags 3 Uhr", "Tuesdays at 3:30", "dienstags um acht"]
    {
        assert_eq!(read_phrase(phrase).unwrap().len(), 2, "{phrase}");
        assert!(manual.contains(phrase.trim_start_matches("dienstags ").trim_start_matches("Tuesdays ")), "{phrase}");
    }
    for phrase in ["dienstags 8 Uhr", "dienstags 03:30", "dienstags 03 Uhr", "dienstags um drei nachmittags"] {
        assert_eq!(read_phrase(phrase).unwrap().len(), 1, "{phrase}");
    }
    assert_eq!(read_phrase("jährlich 3 Sitzungen").unwrap().len(), 3);
}
