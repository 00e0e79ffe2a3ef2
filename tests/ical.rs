//! Calendars go out and come back: the same dates as khal shows, the same numbers as python's icalendar reads, the same
//! rhythms after export and import; whatever a name holds, the file stays sound; whatever a file holds, the program does.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

mod support;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use runde::analysis::agenda::upcoming;
use runde::calendar::Moment;
use runde::exchange::ics::{
    Action, Calendar, Event, Fault, Import, Preview, Why, Wish, export, import, read, school_holidays, write,
};
use runde::i18n::Lang;
use runde::landscape::{Id, Kind, Record, holiday, meeting, rhythm, the_landscape};
use runde::store::{self, Store, name_of};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Command;
use std::time::Instant;

const TODAY: Date = date(2026, 11, 23);

fn demo() -> Store {
    store::read(store::DEMO).unwrap().store
}

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").unwrap()
}

fn wish() -> Wish {
    Wish { lang: Lang::De, today: TODAY, network: None, actor: None, people: false, confidential: false }
}

fn brought(store: &Store, text: &str) -> Preview {
    let counter = std::cell::Cell::new(1_u64);
    let random = || {
        counter.set(counter.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
        counter.get() >> 2
    };
    let network = store.all(Kind::Network).next().map(|record| record.id.clone());
    let network = network.as_ref().filter(|_| store.count(Kind::Network) == 1);
    let by = Import { source: "a.ics", network, now: TODAY.at(12, 0, 0, 0), random: &random };
    import(store, &read(text.as_bytes(), &berlin()).unwrap(), &by)
}

fn one_network() -> Store {
    let text = r#"{"format": "runde", "version": 1, "landscape": {"name": "L", "land": "sn"},
        "networks": [{"id": "ak", "name": "AK Ganztag", "short": "AKG"}]}"#;
    store::read(text).unwrap().store
}

fn oracle(script: &str, calendar: &str, more: &[&str]) -> Option<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), calendar).unwrap();
    let script = format!("{}/tests/oracle/{script}", env!("CARGO_MANIFEST_DIR"));
    let out = Command::new("python3").arg(script).arg(file.path()).args(more).output();
    let why = match out {
        Ok(out) if out.status.success() => return Some(String::from_utf8(out.stdout).unwrap()),
        Ok(out) => String::from_utf8_lossy(&out.stderr).into_owned(),
        Err(error) => error.to_string(),
    };
    let absent = why.contains("ModuleNotFoundError") || why.contains("No such file");
    assert!(absent && std::env::var("CI").as_deref() != Ok("true"), "{why}");
    println!("SKIPPED: no python3 with khal and icalendar here (pip install khal icalendar): {why}");
    None
}

/// Hour and bodies of all meetings of two years.
fn dates(store: &Store) -> Vec<String> {
    let items = upcoming(store, Moment::day(TODAY), Moment::day(date(2028, 11, 23)));
    let names = |ids: &[Id]| ids.iter().map(|id| name_of(store, id)).collect::<Vec<_>>().join(" + ");
    let mut all: Vec<String> = items.iter().map(|item| format!("{}\t{}", item.at, names(&item.networks))).collect();
    all.sort();
    all
}

#[test]
fn khal_shows_the_dates_of_the_agenda() {
    let store = demo();
    let text = write(&export(&store, &wish()));
    let Some(shown) = oracle("khal_dates.py", &text, &["2026-11-23", "2028-11-22"]) else { return };
    let ours = dates(&store);
    let mut khal: Vec<&str> = shown.lines().filter(|line| !line.trim().is_empty()).collect();
    khal.sort_unstable();
    assert!(ours.len() > 1000, "{}", ours.len());
    assert_eq!(khal.len(), ours.len());
    for (khal, ours) in khal.iter().zip(&ours) {
        // The title may add what the rhythm is called: "AK Ganztag: Kerngruppe".
        assert!(khal.starts_with(ours.as_str()), "khal shows {khal}, the agenda {ours}");
    }
}

#[test]
fn pythons_icalendar_counts_the_same() {
    let store = demo();
    let calendar = export(&store, &Wish { people: true, ..wish() });
    let Some(counted) = oracle("ical_counts.py", &write(&calendar), &[]) else { return };
    let sum = |count: &dyn Fn(&Event) -> usize| calendar.events.iter().map(count).sum::<usize>();
    let expected = [
        ("events", sum(&|_| 1)),
        ("rules", sum(&|event| usize::from(event.rule.is_some()))),
        ("skipped", sum(&|event| event.skip.len())),
        ("extra", sum(&|event| event.extra.len())),
        ("overrides", sum(&|event| usize::from(event.occurrence.is_some()))),
        ("people", sum(&|event| usize::from(!event.attendees.is_empty()))),
    ];
    let expected: Vec<String> = expected.iter().map(|(name, count)| format!("{name} {count}")).collect();
    assert_eq!(counted.lines().collect::<Vec<_>>(), expected);
    assert!(expected.iter().all(|line| !line.ends_with(" 0") || line.starts_with("extra")), "{expected:?}");
}

#[test]
fn the_same_file_changes_nothing_where_it_came_from() {
    let store = demo();
    let text = write(&export(&store, &wish()));
    assert_eq!(text, write(&export(&store, &Wish { today: date(2026, 2, 1), ..wish() })), "the same all year");
    let preview = brought(&store, &text);
    let other: Vec<_> = preview.rows.iter().filter(|row| row.action != Action::Unchanged).collect();
    assert!(other.is_empty(), "{:?}", &other[..other.len().min(5)]);
    assert!(preview.change.edits.is_empty() && preview.rows.len() > 300);
}

#[test]
fn exported_and_imported_elsewhere_the_bodies_meet_on_the_same_days() {
    let store = demo();
    let text = write(&export(&store, &wish()));
    let bare = store.all(Kind::Rhythm).map(|record| (Kind::Rhythm, record));
    let bare = bare.chain(store.all(Kind::Meeting).map(|record| (Kind::Meeting, record)));
    let edits = bare.map(|(kind, record)| store::Edit::Delete(kind, record.clone())).collect();
    let step = store::Step::new(store::Deed::Deleted, "rhythm", "");
    let bare = store::Change { step, edits }.apply(&store).unwrap();
    assert_eq!((bare.count(Kind::Rhythm), bare.count(Kind::Meeting)), (0, 0));

    let preview = brought(&bare, &text);
    let wrong: Vec<_> = preview.rows.iter().filter(|row| row.action == Action::Error).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let full = preview.change.apply(&bare).unwrap();
    assert_eq!(dates(&full), dates(&store));
    assert!(store::check(&full, |_| true).iter().all(|finding| finding.level != store::Level::Error));
    // The same rules, in the same words.
    let rules = |store: &Store| {
        let mut rules = BTreeMap::new();
        for record in store.all(Kind::Rhythm).filter(|record| record.text(rhythm::RULE).contains("FREQ")) {
            if record.text(rhythm::UNTIL).is_empty() {
                *rules
                    .entry((record.text(rhythm::NETWORK).to_owned(), record.text(rhythm::RULE).to_owned()))
                    .or_insert(0) += 1;
            }
        }
        rules
    };
    let ours = rules(&store);
    let theirs = rules(&full);
    let lost: Vec<_> = ours.keys().filter(|key| !theirs.contains_key(key)).collect();
    let ended = |id: &str| {
        let record = store.get(Kind::Network, id).unwrap();
        let [lifecycle, until] = [runde::landscape::network::LIFECYCLE, runde::landscape::network::UNTIL];
        !record.text(until).is_empty() || ["ended", "merged"].contains(&record.text(lifecycle))
    };
    assert!(lost.iter().all(|(network, _)| ended(network)), "{lost:?}");
    // And once more: nothing new.
    assert!(brought(&full, &text).change.edits.is_empty());
}

#[test]
fn one_network_one_actor_and_no_people() {
    let store = demo();
    let all = export(&store, &wish()).events.len();
    let network = store.all(Kind::Rhythm).next().map(|record| Id::new(record.text(rhythm::NETWORK)));
    let one = export(&store, &Wish { network: network.clone(), ..wish() });
    assert!(!one.events.is_empty() && one.events.len() < all);
    assert_eq!(one.name, name_of(&store, &network.unwrap()));
    let actor = store.landscape().text(the_landscape::OWN_UNIT);
    let his = export(&store, &Wish { actor: Some(Id::new(actor)), ..wish() });
    assert!(!his.events.is_empty() && his.events.len() < all);
    let text = write(&export(&store, &wish()));
    assert!(!text.contains("ATTENDEE") && !text.contains("mailto:"));
    assert!(write(&export(&store, &Wish { people: true, ..wish() })).contains("mailto:"));
    assert!(write(&export(&store, &Wish { lang: Lang::En, ..wish() })).contains("By its rhythm"));
}

/// A small generator of our own, so that a seed says it all.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(n).unwrap()).unwrap()
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 24] = [
            "a",
            "Ü",
            "ß",
            " ",
            ";",
            ",",
            "\\",
            "\n",
            "\r\n",
            "\r",
            "\"",
            ":",
            "BEGIN:VEVENT",
            "\r\nEND:VEVENT\r\n",
            "👩‍👩‍👧",
            "\u{202e}",
            "\t",
            "\u{7}",
            "RRULE:FREQ=DAILY",
            "\\n",
            "é",
            "漢字",
            "=",
            "\nUID:x\n",
        ];
        let longest = [3, 30, 120][self.below(3)];
        (0..=self.below(longest)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}

fn kept(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_control())
        .collect::<String>()
        .trim()
        .to_owned()
}

#[test]
fn whatever_a_name_holds_the_file_stays_sound() {
    let seed = std::env::var("RUNDE_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(0x5EED_CA1E);
    let rounds = support::rounds(5_000);
    println!("seed {seed}, {rounds} texts");
    let mut dice = Dice(seed);
    let start: Moment = "2026-12-08T14:00".parse().unwrap();
    for round in 0..rounds {
        let [summary, location, description] = [(); 3].map(|()| dice.text());
        let mut event = Event::new("x@runde".to_owned(), start);
        (event.summary, event.location, event.description) = (summary, location, description);
        event.attendees = vec![(dice.text(), "a@example.org".to_owned())];
        let (name, zone) = (dice.text(), "Europe/Berlin".to_owned());
        let calendar = Calendar { name, zone, stamp: TODAY, events: vec![event.clone()] };
        let text = write(&calendar);
        for line in text.split_inclusive("\r\n") {
            let line = line.strip_suffix("\r\n").unwrap_or_else(|| panic!("round {round}: {line:?} has no end"));
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "round {round}: {line:?}");
        }
        let unfolded = text.replace("\r\n ", "");
        assert_eq!(unfolded.matches("\r\nBEGIN:VEVENT\r\n").count(), 1, "round {round}");
        assert_eq!(unfolded.lines().filter(|line| line.starts_with("UID")).count(), 1, "round {round}");
        let back = read(text.as_bytes(), &berlin()).unwrap();
        let came = back.events[0].as_ref().unwrap();
        let texts = [
            (&came.summary, &event.summary),
            (&came.location, &event.location),
            (&came.description, &event.description),
        ];
        for (came, went) in texts {
            assert_eq!(came, &kept(went), "round {round}, seed {seed}");
        }
        assert_eq!((back.events.len(), &back.name), (1, &kept(&calendar.name)), "round {round}");
    }
}

fn event(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
}

fn why(lines: &str) -> Why {
    let preview = brought(&one_network(), &event(lines));
    assert_eq!((preview.rows.len(), preview.rows[0].action), (1, Action::Error), "{:?}", preview.rows);
    assert!(preview.change.edits.is_empty());
    preview.rows[0].why.clone()
}

#[test]
fn rules_that_cannot_be_kept_are_refused_by_name() {
    let rule = |rule: &str| why(&format!("UID:1\r\nSUMMARY:AK Ganztag\r\nDTSTART:20261208T140000\r\nRRULE:{rule}"));
    let part = |part: &str| Why::RulePart(part.to_owned());
    let wrong = |text: &str| Why::RuleWrong(text.to_owned());
    assert_eq!(rule("FREQ=SECONDLY"), part("FREQ=SECONDLY"));
    assert_eq!(rule("FREQ=HOURLY;COUNT=3"), part("FREQ=HOURLY"));
    assert_eq!(rule("FREQ=DAILY;BYHOUR=9,10"), part("BYHOUR"));
    assert_eq!(rule("FREQ=YEARLY;BYWEEKNO=20"), part("BYWEEKNO"));
    assert_eq!(rule("FREQ=YEARLY;BYYEARDAY=1"), part("BYYEARDAY"));
    assert_eq!(rule("FREQ=MONTHLY;RSCALE=HEBREW"), part("RSCALE"));
    assert_eq!(rule("FREQ=DAILY;COUNT=1000000000"), wrong("1000000000"));
    assert_eq!(rule("FREQ=DAILY;INTERVAL=0"), wrong("0"));
    assert_eq!(rule("FREQ=DAILY;COUNT=2;COUNT=3"), wrong("COUNT × 2"));
    assert!(matches!(rule(&format!("FREQ=YEARLY;BYDAY={}MO", "1MO,".repeat(9000))), Why::RuleWrong(_)));
    let head = "UID:1\r\nSUMMARY:AK Ganztag\r\nDTSTART:20261208T140000\r\n";
    let unsupported = |what: &str| Why::Unsupported(what.to_owned());
    assert_eq!(why(&format!("{head}RRULE:FREQ=DAILY\r\nEXRULE:FREQ=WEEKLY")), unsupported("EXRULE"));
    assert_eq!(why(&format!("{head}RRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY")), unsupported("RRULE + RRULE"));
    assert_eq!(why(&format!("{head}RDATE;VALUE=PERIOD:20261209T140000/PT1H")), unsupported("RDATE;VALUE=PERIOD"));
    assert_eq!(
        why(&format!("{head}RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T140000")),
        unsupported("RECURRENCE-ID;RANGE")
    );
    let utc = "UID:1\r\nSUMMARY:AK Ganztag\r\nDTSTART:20261208T140000Z\r\nRRULE:FREQ=WEEKLY";
    assert_eq!(why(utc), Why::OtherClock("UTC".to_owned()));
}

#[test]
fn hostile_files_are_refused_politely_and_soon() {
    let begun = Instant::now();
    let zone = berlin();
    let fault = |bytes: &[u8]| read(bytes, &zone).unwrap_err();
    assert_eq!(fault(b""), Fault::NoCalendar);
    assert_eq!(fault(&[0; 4096]), Fault::NoCalendar);
    assert_eq!(fault(b"<html>BEGIN:VCALENDAR</html>"), Fault::NoCalendar);
    assert_eq!(fault(&vec![b'x'; (50 << 20) + 1]), Fault::TooLarge);
    assert_eq!(fault("B\0E\0G\0I\0N\0".as_bytes()), Fault::NoCalendar);
    let many = "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n".repeat(100_001);
    assert_eq!(fault(format!("BEGIN:VCALENDAR\n{many}").as_bytes()), Fault::TooManyEvents);

    assert_eq!(why("SUMMARY:AK Ganztag\r\nDTSTART:20261208T140000"), Why::NoUid);
    assert_eq!(why("UID:1\r\nSUMMARY:AK Ganztag"), Why::NoStart);
    assert!(matches!(why("UID:1\r\nDTSTART:20261308T140000"), Why::BadDate(_)));
    assert!(matches!(why("UID:1\r\nDTSTART:tomorrow"), Why::BadDate(_)));
    assert!(matches!(why("UID:1\r\nDTSTART:99999999T999999"), Why::BadDate(_)));
    assert_eq!(why("UID:1\r\nDTSTART;TZID=Mars/Base:20261208T140000"), Why::UnknownZone("Mars/Base".to_owned()));
    let skips = (0..6000).map(|n| format!("202612{:02}T14{:02}00", n % 28 + 1, n % 60)).collect::<Vec<_>>().join(",");
    let bomb = format!("UID:1\r\nDTSTART:20261208T140000\r\nRRULE:FREQ=DAILY\r\nEXDATE:{skips}");
    assert_eq!(why(&bomb), Why::TooMany(5000));
    assert_eq!(why(&format!("UID:1\r\nDTSTART:20261208T140000\r\n{}", "X-A:b\r\n".repeat(6000))), Why::TooMany(5000));
    assert_eq!(why(&format!("UID:1\r\nDTSTART:20261208T140000\r\nX-A:{}", "y".repeat(2 << 20))), Why::TooMany(5000));

    let cut = brought(
        &one_network(),
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261208\nBEGIN:VEVENT\nUID:2\nDTSTART:20261209\n",
    );
    assert_eq!(cut.rows.iter().map(|row| &row.why).collect::<Vec<_>>(), [&Why::CutOff, &Why::CutOff]);
    let latin = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Gr\xFC\xDFe\nDTSTART:20261208\nEND:VEVENT\n";
    assert_eq!(read(latin, &zone).unwrap().events[0].as_ref().unwrap_err().why, Why::NotUtf8);
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VALARM\n".repeat(200_000));
    assert!(read(deep.as_bytes(), &zone).unwrap().events.is_empty());
    let folds =
        format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1{}\nDTSTART:20261208\nEND:VEVENT\n", "\n x".repeat(500_000));
    assert!(read(folds.as_bytes(), &zone).is_ok());
    // A rule that never gives a date, one that begins in the year 1 and one that ends in the year 9999.
    for (start, rule) in [
        ("20261208T140000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        ("00010101T140000", "FREQ=DAILY"),
        ("20261208T140000", "FREQ=DAILY;UNTIL=99991231T235959Z"),
        ("99991231T140000", "FREQ=DAILY;COUNT=5000"),
    ] {
        let text =
            event(&format!("UID:1\r\nSUMMARY:AK Ganztag\r\nDTSTART:{start}\r\nRRULE:{rule}\r\nDURATION:P99999999999W"));
        let store = one_network();
        let full = brought(&store, &text).change.apply(&store).unwrap();
        let _ = write(&export(&full, &wish()));
        let _ = upcoming(&full, Moment::day(TODAY), Moment::day(date(2028, 1, 1)));
    }
    println!("{:?}", begun.elapsed());
}

#[test]
fn bent_files_never_make_it_fall() {
    let text = write(&export(&demo(), &wish()));
    let whole: String = text.split_inclusive("END:VEVENT\r\n").take(30).collect();
    let seed = 0xB17_F11B;
    println!("seed {seed}");
    let mut dice = Dice(seed);
    let store = one_network();
    for _ in 0..support::rounds(400) {
        let mut bytes = whole.clone().into_bytes();
        for _ in 0..=dice.below(12) {
            let at = dice.below(bytes.len());
            match dice.below(3) {
                0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
                1 => drop(bytes.drain(at..(at + 40).min(bytes.len()))),
                _ => bytes.insert(at, b"\n;:,\\\"=Z"[dice.below(8)]),
            }
        }
        let Ok(file) = read(&bytes, &berlin()) else { continue };
        let (network, ids) = (Id::new("ak"), std::cell::Cell::new(0));
        let random = || ids.replace(ids.get() + 1);
        let by = Import { source: "a", network: Some(&network), now: TODAY.at(12, 0, 0, 0), random: &random };
        let full = import(&store, &file, &by).change.apply(&store).unwrap();
        let _ = write(&export(&full, &wish()));
        let _ = school_holidays(&store, &file, "a");
    }
}

#[test]
fn a_hundred_thousand_events_are_read_soon() {
    let mut text = String::from("BEGIN:VCALENDAR\r\n");
    for n in 0..100_000 {
        let (day, month) = (n % 28 + 1, n % 12 + 1);
        write!(text, "BEGIN:VEVENT\r\nUID:{n}@x\r\nSUMMARY:AK Ganztag {n}\r\nDTSTART;TZID=Europe/Berlin:2027{month:02}{day:02}T140000\r\nDTEND;TZID=Europe/Berlin:2027{month:02}{day:02}T150000\r\nEND:VEVENT\r\n").unwrap();
    }
    let begun = Instant::now();
    let preview = brought(&one_network(), &text);
    println!("{} MB, 100,000 events: {:?}", text.len() >> 20, begun.elapsed());
    assert_eq!(preview.count(Action::Create), 100_000);
    assert!(begun.elapsed().as_secs() < 20);
}

#[test]
fn events_become_meetings_and_rhythms_and_are_known_again() {
    let store = one_network();
    let series = "UID:s@x\r\nSUMMARY:AK Ganztag: Kerngruppe\r\nDTSTART;TZID=W. Europe Standard Time:20261208T140000\r\nDTEND;TZID=W. Europe Standard Time:20261208T153000\r\nRRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20271231T225959Z\r\nEXDATE;TZID=Europe/Berlin:20270112T140000\r\nRDATE;TZID=Europe/Berlin:20270119T140000\r\nLOCATION:Kreishaus\\, Raum 3\r\nX-FOO;X-BAR=\"a;b\":c\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDESCRIPTION:no\r\nEND:VALARM";
    let single = "UID:m@x\r\nSUMMARY:AKG\r\nDTSTART:20261210T130000Z\r\nDTEND:20261210T143000Z";
    let moved = "UID:s@x\r\nSUMMARY:AK Ganztag\r\nRECURRENCE-ID;TZID=Europe/Berlin:20270209T140000\r\nDTSTART;TZID=Europe/Berlin:20270210T100000";
    let body = |parts: &[&str]| {
        let events: String = parts.iter().map(|lines| format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n")).collect();
        format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n")
    };
    let text = body(&[moved, series, single]);
    let preview = brought(&store, &text);
    let rows: Vec<_> = preview.rows.iter().map(|row| (row.line, row.action, row.kind)).collect();
    assert_eq!(rows, [(2, Action::Create, "meeting"), (8, Action::Create, "rhythm"), (23, Action::Create, "meeting")]);
    let full = preview.change.apply(&store).unwrap();
    let record: &Record = full.all(Kind::Rhythm).next().unwrap();
    let said = [rhythm::NETWORK, rhythm::NAME, rhythm::RULE, rhythm::START, rhythm::DURATION, rhythm::PLACE]
        .map(|field| record.text(field));
    assert_eq!(
        said,
        [
            "ak",
            "Kerngruppe",
            "FREQ=MONTHLY;UNTIL=20271231;BYDAY=2TU",
            "2026-12-08T14:00",
            "PT1H30M",
            "Kreishaus, Raum 3"
        ]
    );
    assert_eq!(
        (record.texts(rhythm::SKIP), record.texts(rhythm::EXTRA)),
        (&["2027-01-12T14:00".into()][..], &["2027-01-19T14:00".into()][..])
    );
    assert!(record.text(rhythm::NOTES).is_empty(), "an alarm is not a note");
    let expected = ["2026-12-08T14:00", "2026-12-10T14:00", "2027-01-19T14:00", "2027-02-10T10:00", "2027-03-09T14:00"];
    let found: Vec<String> =
        dates(&full).iter().take(5).map(|line| line.split('\t').next().unwrap().to_owned()).collect();
    assert_eq!(found, expected);
    // Again: nothing. With another place and a cancelled date: just that.
    assert!(brought(&full, &text).change.edits.is_empty());
    let changed = text.replace("Raum 3", "Raum 7").replace("UID:m@x\r\n", "UID:m@x\r\nSTATUS:CANCELLED\r\n");
    let preview = brought(&full, &changed);
    let whys: Vec<_> = preview.rows.iter().map(|row| row.why.clone()).collect();
    assert_eq!(whys, [Why::Nothing, Why::Changes("rhythm", vec!["place"]), Why::Changes("meeting", vec!["status"])]);
    let again = preview.change.apply(&full).unwrap();
    assert!(again.all(Kind::Meeting).any(|record| record.text(meeting::STATUS) == "cancelled"));
    // All of it is one step, and goes back as one.
    let back = preview.change.inverse().apply(&again).unwrap();
    assert_eq!(store::write(&back), store::write(&full));
}

#[test]
fn holidays_come_from_the_files_of_the_laender() {
    let store = one_network();
    let text = "BEGIN:VCALENDAR\nX-WR-CALNAME:Ferien Sachsen 2027\nBEGIN:VEVENT\nUID:1\nSUMMARY:Winterferien\nDTSTART;VALUE=DATE:20270208\nDTEND;VALUE=DATE:20270220\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Unterrichtsfreier Tag\nDTSTART;VALUE=DATE:20270507\nEND:VEVENT\nBEGIN:VEVENT\nUID:3\nSUMMARY:Konferenz\nDTSTART:20270507T140000\nEND:VEVENT\nEND:VCALENDAR\n";
    let file = |text: &str| read(text.as_bytes(), &berlin()).unwrap();
    let preview = school_holidays(&store, &file(text), "sn.ics");
    let actions: Vec<_> = preview.rows.iter().map(|row| row.action).collect();
    assert_eq!(actions, [Action::Create, Action::Create, Action::Error]);
    let full = preview.change.apply(&store).unwrap();
    let held = |store: &Store| {
        let parts = store.landscape().parts(the_landscape::HOLIDAYS).iter();
        let fields = [holiday::NAME, holiday::FROM, holiday::UNTIL, holiday::SOURCE];
        parts.map(|part| fields.map(|field| part.text(field).to_owned()).join(" | ")).collect::<Vec<_>>()
    };
    let first = [
        "Winterferien | 2027-02-08 | 2027-02-19 | Ferien Sachsen 2027",
        "Unterrichtsfreier Tag | 2027-05-07 | 2027-05-07 | Ferien Sachsen 2027",
    ];
    assert_eq!(held(&full), first);
    assert!(school_holidays(&full, &file(text), "sn.ics").change.edits.is_empty());
    let longer = school_holidays(&full, &file(&text.replace("20270220", "20270222")), "sn.ics");
    let longer = longer.change.apply(&full).unwrap();
    assert_eq!(held(&longer).len(), 2);
    assert!(held(&longer)[0].contains("2027-02-21"));
}
