//! The lists follow every edit as if they had been put in order anew: random edits of the demo, each compared with the
//! order made from nothing, for every list and everything it can be sorted by. The seed is printed; `RUNDE_SEED` repeats
//! a run, `RUNDE_ROUNDS` makes it longer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use jiff::ToSpan;
use runde::app::pane::{LISTS, Order, SortBy};
use runde::landscape::{Id, Kind, Record, Value, holiday, meeting, network, rhythm, the_landscape};
use runde::store::{Applied, Change, Data, Store, deletion, read};
use std::sync::Arc;
use support::dice::{Dice, seed};
use support::rounds;
use support::session::{DEMO, demo_day};

/// Edits in one round.
const STEPS: usize = 300;

fn any(store: &Store, kind: Kind, dice: &mut Dice) -> Arc<Record> {
    let all: Vec<&Arc<Record>> = store.all(kind).collect();
    all[dice.below(all.len())].clone()
}

/// A day from ten days ago to two months ahead, often with an hour.
fn moment(dice: &mut Dice) -> String {
    let ahead = i64::try_from(dice.below(70)).unwrap() - 10;
    let day = demo_day().date().checked_add(ahead.days()).unwrap();
    if dice.below(3) == 0 { day.to_string() } else { format!("{day}T{:02}:00", 8 + dice.below(10)) }
}

/// A record with another value in one or two fields: what another of its kind has there, or nothing.
fn altered(store: &Store, kind: Kind, record: &Record, dice: &mut Dice) -> Record {
    let mut new = record.clone();
    for _ in 0..=dice.below(2) {
        let other = any(store, kind, dice);
        let fields: Vec<_> = record.shape.fields().collect();
        let (field, spec) = fields[dice.below(fields.len())];
        let value = other.get(field).filter(|_| dice.below(4) > 0).cloned();
        if value.is_some() || !spec.required {
            new.set(field, value);
        }
    }
    new
}

/// What hangs most on one another: when a meeting is and what it stands for, what a rhythm keeps clear of, until when a
/// body lasts.
fn moved(store: &Store, kind: Kind, record: &Record, dice: &mut Dice) -> Record {
    let new = record.clone();
    match (kind, dice.below(5)) {
        (Kind::Meeting, 0) => new.with_text(meeting::AT, &moment(dice)),
        (Kind::Meeting, 1) => new.with_text(meeting::STATUS, dice.of(&["cancelled", "planned", "held", ""])),
        (Kind::Meeting, 2) => new.with_text(meeting::RHYTHM, &any(store, Kind::Rhythm, dice).id),
        (Kind::Meeting, 3) => {
            let bodies = (0..=dice.below(2)).map(|_| any(store, Kind::Network, dice).id.to_string());
            new.with(meeting::RHYTHM, None).with(meeting::NETWORKS, Value::set(bodies))
        }
        (Kind::Meeting, _) => new.with_text(meeting::OCCURRENCE, &moment(dice)),
        (Kind::Rhythm, 0) => new.with_text(rhythm::NETWORK, &any(store, Kind::Network, dice).id),
        (Kind::Rhythm, 1) => new.with(rhythm::AVOID, Value::set(["public_holidays", "school_holidays"])),
        (Kind::Rhythm, _) => new.with(rhythm::EXTRA, Value::set([moment(dice)])),
        (Kind::Network, 0) => new.with_text(network::LIFECYCLE, dice.of(&["ended", "active", "merged", ""])),
        (Kind::Network, 1) => new.with_text(network::UNTIL, moment(dice).get(..10).unwrap()),
        (Kind::Network, 2) => {
            let fewer = record.parts(network::MEMBERS).iter().skip(1).cloned().collect();
            new.with(network::MEMBERS, Value::parts(fewer))
        }
        _ => altered(store, kind, record, dice),
    }
}

/// The landscape with other free days, in another Land, with other clocks, or only with other notes.
fn landscape(store: &Store, dice: &mut Dice) -> Record {
    let new = Record::clone(store.landscape());
    match dice.below(4) {
        0 => {
            let days = (0..dice.below(4)).map(|_| {
                let day = moment(dice);
                let part = Record::new(&holiday::SHAPE, Id::none()).with_text(holiday::NAME, "frei");
                part.with_text(holiday::FROM, day.get(..10).unwrap())
            });
            new.with(the_landscape::HOLIDAYS, Value::parts(days.collect()))
        }
        1 => new.with_text(the_landscape::LAND, dice.of(&["by", "nw", "sn", ""])),
        2 => new.with_text(the_landscape::TIMEZONE, dice.of(&["America/New_York", "Europe/Berlin"])),
        _ => new.with_text(the_landscape::NOTES, &moment(dice)),
    }
}

/// One random step; what it touched.
fn step(data: &mut Data, dice: &mut Dice, n: usize) -> Applied {
    let store = data.store().clone();
    let kind = dice.of(&[Kind::Network, Kind::Actor, Kind::Rhythm, Kind::Meeting, Kind::Meeting]);
    let record = any(&store, kind, dice);
    let change = match dice.below(20) {
        0..4 => return data.undo().unwrap().map(|(_, touched)| touched).unwrap_or_default(),
        4..6 => return data.redo().unwrap().map(|(_, touched)| touched).unwrap_or_default(),
        6 => Change::update(Kind::Landscape, store.landscape(), &landscape(&store, dice), "landscape"),
        7..9 => deletion(&store, data.refs(), kind, &record.id).unwrap(),
        9..11 => {
            let mut new = moved(&store, kind, &record, dice);
            new.id = Id::new(&format!("new-{n}"));
            Change::create(kind, new, "new")
        }
        11..16 => Change::update(kind, &record, &moved(&store, kind, &record, dice), "moved"),
        _ => Change::update(kind, &record, &altered(&store, kind, &record, dice), "altered"),
    };
    data.apply(change).unwrap()
}

#[test]
fn every_order_follows_every_edit_as_if_made_anew() {
    let (mut dice, now) = (Dice(seed()), demo_day());
    for round in 0..rounds(2) {
        let mut data = Data::new(read(DEMO).unwrap().store);
        let lists: Vec<(Kind, SortBy)> =
            LISTS.iter().flat_map(|(kind, _)| SortBy::choices(*kind).iter().map(|sort| (*kind, *sort))).collect();
        let mut orders: Vec<Order> = lists.iter().map(|(kind, sort)| Order::of(*kind, *sort, &data, now)).collect();
        for n in 0..STEPS {
            let before = data.store().clone();
            let touched = step(&mut data, &mut dice, n);
            for ((kind, sort), order) in lists.iter().zip(&mut orders) {
                order.follow(*kind, &touched, &before, &data, now);
                let anew = Order::of(*kind, *sort, &data, now);
                let other = order.items().zip(anew.items()).find(|(followed, anew)| followed != anew);
                assert_eq!(other, None, "round {round}, step {n}: {kind:?} {sort:?} after {touched:?}");
                assert_eq!(order.len(), anew.len(), "round {round}, step {n}: {kind:?} {sort:?}");
            }
        }
    }
}
