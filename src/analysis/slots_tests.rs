//! Free dates over a store written by hand.

use super::*;
use crate::calendar::read_wish;
use crate::store::read;

fn found(wish: &str, more: &str, days: usize) -> Vec<String> {
    let store = read(&format!(
        r#"{{"format": "runde", "version": 1,
        "landscape": {{"name": "L", "land": "sn", "holidays": [{{"name": "Weihnachtsferien", "from": "2026-12-23", "until": "2027-01-02"}}]}},
        "actors": [{{"id": "amt", "name": "Jugendamt"}}, {{"id": "vhs", "name": "VHS"}}],
        "networks": [{{"id": "a", "name": "A", "members": [{{"id": "m1", "actor": "amt"}}, {{"id": "m2", "actor": "vhs"}}]}},
                     {{"id": "b", "name": "B", "members": [{{"id": "m1", "actor": "vhs"}}]}}],
        "rhythms": [{{"id": "r", "network": "b", "rule": "FREQ=MONTHLY;BYDAY=1TU", "start": "2026-01-06T14:00", "duration": "PT1H"}}{more}]}}"#
    ))
    .unwrap()
    .store;
    let now = "2026-11-23T12:00".parse().unwrap();
    let slots = slots(&store, "a", &read_wish(wish).unwrap(), now, Lang::De);
    let said = |slot: &Slot| {
        let taken: Vec<String> = slot.taken.iter().map(|(who, by)| format!(" {who}@{by}")).collect();
        let holiday = slot.holiday.as_ref().map_or(String::new(), |name| format!(" ({name})"));
        format!("{}{holiday}{}", slot.at, taken.concat())
    };
    slots.iter().take(days).map(said).collect()
}

#[test]
fn the_next_tuesdays_with_who_is_taken_and_what_is_a_holiday() {
    assert_eq!(
        found("dienstags 14 Uhr, 1 Stunde", "", 6),
        [
            "2026-11-24T14:00",
            "2026-12-01T14:00 vhs@b",
            "2026-12-08T14:00",
            "2026-12-15T14:00",
            "2026-12-22T14:00",
            "2026-12-29T14:00 (Weihnachtsferien)"
        ]
    );
    assert_eq!(found("mittwochs 10 Uhr", "", 1), ["2026-11-25T10:00"]);
}

#[test]
fn within_a_stretch_the_first_hour_that_suits_most() {
    assert_eq!(found("dienstags 14–17 Uhr, 1 Stunde", "", 2)[1], "2026-12-01T15:00");
    assert_eq!(found("dienstags 13–17 Uhr, 90 Minuten", "", 2)[1], "2026-12-01T15:00");
    assert!(found("dienstags 14–15 Uhr, 2 Stunden", "", 2).is_empty(), "it does not fit in");
}

#[test]
fn the_past_of_today_is_past_and_no_hour_takes_the_day() {
    assert_eq!(found("montags 9–11 Uhr, 1 Stunde", "", 1), ["2026-11-30T09:00"]);
    assert_eq!(found("montags 12 Uhr", "", 1), ["2026-11-30T12:00"], "noon has struck");
    let day = r#", {"id": "r2", "network": "b", "extra": ["2026-11-24"]}, {"id": "r3", "network": "a", "extra": ["2026-11-25T10:00"]}"#;
    assert_eq!(found("dienstags", day, 1), ["2026-11-24T08:00 vhs@b"]);
    assert_eq!(found("mittwochs 10 Uhr", day, 1), ["2026-11-25T10:00 a@a"], "it meets then already");
}
