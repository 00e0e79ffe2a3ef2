//! How the bodies mean to meet, and which have not met for long.

use super::Desk;
use crate::analysis::series;
use crate::calendar::{Moment, show_date};
use crate::landscape::{Kind, Record, meeting, rhythm};
use jiff::civil::Date;
use serde::Serialize;

/// How one body means to meet.
#[derive(Clone, Debug, Serialize)]
pub struct Rhythm {
    /// The body.
    pub network: String,
    /// The rhythm in words.
    pub spoken: String,
    /// The day of the last meeting; empty where none is noted.
    pub last: String,
    /// Meetings noted as held in the twelve months before the report.
    pub held: usize,
}

/// How the bodies meet.
#[derive(Clone, Debug, Serialize)]
pub struct Rhythms {
    /// One line a rhythm.
    pub all: Vec<Rhythm>,
    /// Bodies without a noted rhythm.
    pub without: Vec<String>,
    /// Meetings held in the twelve months before the report.
    pub held: usize,
}

pub(super) fn rhythms(desk: Desk<'_>) -> Rhythms {
    let mut all = Vec::new();
    let mut without = Vec::new();
    for network in desk.alive() {
        let records = desk.data.refs().from(Kind::Rhythm, &network.id, desk.store());
        let held = held(desk, network);
        if records.is_empty() {
            without.push(desk.name(&network.id));
        }
        let last = held.iter().max().map_or_else(String::new, |day| show_date(*day, desk.lang));
        let recent = held.iter().filter(|day| recent(desk, **day)).count();
        all.extend(records.into_iter().filter(|record| record.text(rhythm::NETWORK) == network.id.as_str()).map(
            |record| Rhythm {
                network: desk.name(&network.id),
                spoken: series::spoken(record, desk.lang),
                last: last.clone(),
                held: recent,
            },
        ));
    }
    let days = desk.store().all(Kind::Meeting).filter_map(|record| day_held(desk, record));
    Rhythms { all, without, held: days.filter(|day| recent(desk, *day)).count() }
}

/// The days on which this body has met.
fn held(desk: Desk<'_>, network: &Record) -> Vec<Date> {
    let meetings = desk.data.refs().from(Kind::Meeting, &network.id, desk.store());
    meetings.into_iter().filter_map(|record| day_held(desk, record)).collect()
}

/// The day of a meeting that was not called off and lies behind us.
fn day_held(desk: Desk<'_>, record: &Record) -> Option<Date> {
    let at: Moment = record.text(meeting::AT).parse().ok()?;
    (at.date <= desk.now.date() && !matches!(record.text(meeting::STATUS), "cancelled" | "planned")).then_some(at.date)
}

fn recent(desk: Desk<'_>, day: Date) -> bool {
    use jiff::ToSpan;
    day > desk.now.date().saturating_sub(12.months())
}
