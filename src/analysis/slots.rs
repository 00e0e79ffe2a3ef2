//! Find a date: the next days on which the members of a body are free at a wished-for hour, with who is taken otherwise
//! and which holiday it is. Knows no screens.

use super::agenda::{Item, upcoming};
use super::free_days::FreeDays;
use super::lengths::Lengths;
use super::seats::{Seat, Seats};
use crate::arrange::Arrange as _;
use crate::calendar::{Moment, Wish};
use crate::i18n::Lang;
use crate::landscape::Id;
use crate::store::Store;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::collections::HashMap;

/// How many days ahead are looked at.
pub const DAYS: i32 = 183;
/// Beginnings within a stretch of the day are tried at this distance, in minutes.
const STEP: i64 = 30;

/// A date that may suit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When it would begin.
    pub at: Moment,
    /// How long it would last, in minutes.
    pub minutes: u32,
    /// The holiday it falls on: free of work, or of school.
    pub holiday: Option<String>,
    /// Who is expected elsewhere: the guest and the body that expects them. The body itself where it meets already.
    pub taken: Vec<(Id, Id)>,
}

impl Slot {
    /// Everybody can come, and it is an ordinary day.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.holiday.is_none() && self.taken.is_empty()
    }
}

/// The best slot of each day on which the wish can be met, from now on: the one for which the fewest are taken, of equal
/// ones the first. A meeting whose hour is not known takes its whole day.
#[must_use]
pub fn slots(store: &Store, network: &str, wish: &Wish, now: DateTime, lang: Lang) -> Vec<Slot> {
    let lengths = Lengths::of(store);
    let minutes = wish.length.map_or(lengths.network(network).minutes, |length| u32::from(length.minutes()));
    let last = now.date().saturating_add(DAYS.days());
    let from = now.date().saturating_sub(7.days());
    let items = upcoming(store, Moment::day(from), Moment::day(last));
    let seats = Seats::of(store);
    let busy = Busy::of(network, &items, &seats, &lengths);
    let free = FreeDays::of(store);
    let mut found = Vec::new();
    for date in now.date().series(1.day()).take_while(|date| *date < last) {
        if !wish.days.contains(&date.weekday()) {
            continue;
        }
        let holiday = free.name_on(date, lang);
        let slot = |at: DateTime| {
            let taken = busy.at(at, at.saturating_add(i64::from(minutes).minutes()));
            Slot { at: at.into(), minutes, holiday: holiday.clone(), taken }
        };
        found.extend(begins(wish, date, minutes).filter(|at| *at > now).map(slot).min_by_key(|slot| slot.taken.len()));
    }
    found
}

/// Every beginning of a day that fits into the wished-for stretch.
fn begins(wish: &Wish, date: Date, minutes: u32) -> impl Iterator<Item = DateTime> {
    let first = date.to_datetime(wish.from);
    let end = date.to_datetime(wish.until);
    let sharp = wish.sharp;
    let fits = move |at: &DateTime| at.saturating_add(i64::from(minutes).minutes()) <= end;
    (0..48_i64)
        .map(move |step| first.saturating_add((step * STEP).minutes()))
        .take_while(move |at| if sharp { *at == first } else { fits(at) })
}

/// A guest who is expected elsewhere.
struct Taken {
    from: DateTime,
    until: DateTime,
    who: Id,
    by: Id,
}

/// Who of a body is expected elsewhere, by day.
struct Busy {
    by_day: HashMap<Date, Vec<Taken>>,
}

impl Busy {
    fn of(network: &str, items: &[Item], seats: &Seats<'_>, lengths: &Lengths<'_>) -> Self {
        let own = seats.in_network(network);
        let mut by_day: HashMap<Date, Vec<Taken>> = HashMap::new();
        for item in items {
            let day = item.at.date;
            let whole = (day.at(0, 0, 0, 0), day.at(23, 59, 59, 0));
            let (from, until) = lengths.span(item).unwrap_or(whole);
            for (who, by) in expected(network, item, own, seats) {
                let days = from.date().series(1.day()).take_while(|day| *day <= until.date());
                for day in days {
                    let (who, by) = (who.clone(), by.clone());
                    by_day.entry(day).or_default().push(Taken { from, until, who, by });
                }
            }
        }
        Busy { by_day }
    }

    /// Who is taken in this time, each once for every body.
    fn at(&self, from: DateTime, until: DateTime) -> Vec<(Id, Id)> {
        let all = self.by_day.get(&from.date()).into_iter().flatten();
        let overlapping = all.filter(|taken| taken.from < until && from < taken.until);
        let mut taken: Vec<(Id, Id)> = overlapping.map(|taken| (taken.who.clone(), taken.by.clone())).collect();
        taken.arrange_by(Ord::cmp);
        taken.dedup();
        taken
    }
}

/// Which of our guests a meeting expects, and for which body.
fn expected(network: &str, item: &Item, own: &[Seat<'_>], seats: &Seats<'_>) -> Vec<(Id, Id)> {
    if let Some(id) = item.networks.iter().find(|id| id.as_str() == network) {
        return vec![(id.clone(), id.clone())];
    }
    let day = item.at.date.to_string();
    let on = |seat: &&Seat| seat.on(&day);
    let mut found = Vec::new();
    for other in &item.networks {
        for theirs in seats.in_network(other).iter().filter(on) {
            let ours = own.iter().filter(on).filter(|ours| ours.meets(*theirs));
            found.extend(ours.map(|ours| (Id::new(ours.guest()), other.clone())));
        }
    }
    found
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
