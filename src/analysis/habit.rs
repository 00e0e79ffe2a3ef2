//! What really happens: the facts that the noted meetings of a body, or of one of its rhythms, show. A past meeting that
//! was not cancelled took place. Knows no screens.

use crate::calendar::{Held, Moment, Observed, Recurrence, observe};
use crate::landscape::{Kind, Record, meeting, rhythm};
use crate::store::Store;
use jiff::civil::Date;

/// Days in a year.
pub const YEAR: f64 = 365.2425;

/// What the meetings of a body show up to a day; nothing when none is noted.
#[must_use]
pub fn of_network(store: &Store, id: &str, today: Date) -> Option<Observed> {
    let own = |record: &&std::sync::Arc<Record>| record.texts(meeting::NETWORKS).iter().any(|network| **network == *id);
    observe(&held(store.all(Kind::Meeting).filter(own).map(|record| &**record), today), today, nominal(store, id))
}

/// What the meetings of a rhythm show: those that name it, and, where it is the only rhythm of its body, also those of
/// the body that name none.
#[must_use]
pub fn of_rhythm(store: &Store, record: &Record, today: Date) -> Option<Observed> {
    let network = record.text(rhythm::NETWORK);
    let alone = rhythms(store, network).count() == 1;
    let own = |meeting: &&std::sync::Arc<Record>| match meeting.text(meeting::RHYTHM) {
        "" => alone && meeting.texts(meeting::NETWORKS).iter().any(|id| **id == *network),
        named => *named == *record.id,
    };
    let days = times_a_year(record).map(|times| YEAR / times);
    observe(&held(store.all(Kind::Meeting).filter(own).map(|record| &**record), today), today, days)
}

/// The meetings that took place, with their times.
pub(super) fn held<'r>(meetings: impl Iterator<Item = &'r Record>, today: Date) -> Vec<Held> {
    let moment = |record: &Record, field| record.text(field).parse::<Moment>().ok();
    let held = |record: &'r Record| {
        let at = moment(record, meeting::AT)?;
        let happened = match record.text(meeting::STATUS) {
            "cancelled" => false,
            "planned" => at.date < today,
            _ => at.date <= today,
        };
        happened.then(|| Held { at, until: moment(record, meeting::UNTIL) })
    };
    meetings.filter_map(held).collect()
}

/// The rhythms of a body.
pub(super) fn rhythms<'s>(store: &'s Store, network: &str) -> impl Iterator<Item = &'s Record> {
    let all = store.all(Kind::Rhythm).map(|record| &**record);
    all.filter(move |record| record.text(rhythm::NETWORK) == network)
}

/// The agreed gap in days between two meetings of a body, over all its rhythms.
fn nominal(store: &Store, network: &str) -> Option<f64> {
    let times: f64 = rhythms(store, network).filter_map(times_a_year).sum();
    (times > 0.0).then(|| YEAR / times)
}

/// How often a year a rhythm means to meet: by its rule, else the middle of what people say ("3–4 mal im Jahr").
#[must_use]
pub fn times_a_year(record: &Record) -> Option<f64> {
    let rule = record.text(rhythm::RULE).parse::<Recurrence>().ok();
    let said = record.range(rhythm::PER_YEAR).map(|(least, most)| f64::midpoint(f64::from(least), f64::from(most)));
    match rule {
        Some(Recurrence::Rule(rule)) => Some(YEAR / rule.nominal_days()),
        other => said.or_else(|| other?.nominal_days().map(|days| (YEAR / days).round())),
    }
}
