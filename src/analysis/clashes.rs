//! Clashes: meetings at the same time for which the same guest is expected. And days on which too much is asked of one.
//! Knows no screens.
//!
//! ```text
//!  seats ─► guest ─► the bodies a guest sits in ─► their meetings in order ─► those that overlap
//! ```

use super::agenda::Item;
use super::lengths::Lengths;
use super::seats::{Seat, Seats};
use crate::landscape::Id;
use crate::store::Store;
use jiff::civil::{Date, DateTime};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// So many meetings of one guest on a day are too many.
pub const TOO_MANY: usize = 3;
/// So many minutes of meetings on a day are too many.
pub const TOO_LONG: u32 = 6 * 60;

/// Two meetings at the same time that share guests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The one that begins first: its place among the meetings.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Who is expected in both: people, or institutions where a seat does not say who comes.
    pub shared: Vec<Id>,
}

/// A day on which too much is asked of one guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullDay {
    /// The day.
    pub date: Date,
    /// Of whom.
    pub who: Id,
    /// The meetings, by their places.
    pub items: Vec<usize>,
    /// How long they last together, in minutes.
    pub minutes: u32,
}

/// A meeting a guest is expected in.
struct Call<'s> {
    from: DateTime,
    until: DateTime,
    item: usize,
    seat: Seat<'s>,
}

/// The clashes among these meetings (in order of time, as `agenda::upcoming` gives them). Meetings whose hour is not
/// known clash with nothing; two of the same body are no clash.
#[must_use]
pub fn clashes(store: &Store, items: &[Item]) -> Vec<Clash> {
    let seats = Seats::of(store);
    let plan = Plan::of(store, items);
    let guests = guests(&seats, |seat| [Some(seat.at), seat.person.filter(|person| *person != seat.at)]);
    let several = |bodies: &[(&str, &Seat)]| bodies.windows(2).any(|pair| matches!(pair, [a, b] if a.0 != b.0));
    let guests: Vec<_> = guests.into_iter().filter(|(_, bodies)| several(bodies)).collect();
    let mut pairs: Vec<(usize, usize, &str)> =
        guests.par_iter().flat_map_iter(|(who, bodies)| plan.overlaps(who, bodies)).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    let mut clashes: Vec<Clash> = Vec::new();
    for (a, b, who) in pairs {
        match clashes.last_mut().filter(|last| (last.a, last.b) == (a, b)) {
            Some(last) => last.shared.push(Id::new(who)),
            None => clashes.push(Clash { a, b, shared: vec![Id::new(who)] }),
        }
    }
    clashes
}

/// Days on which a guest is expected in three meetings or for more than six hours, by day and guest.
#[must_use]
pub fn full_days(store: &Store, items: &[Item]) -> Vec<FullDay> {
    let seats = Seats::of(store);
    let plan = Plan::of(store, items);
    let guests = guests(&seats, |seat| [Some(seat.guest()), None]);
    let mut days: Vec<FullDay> = Vec::new();
    for (who, bodies) in &guests {
        let mut by_day: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
        let mut calls: Vec<usize> = plan.calls(bodies).map(|call| call.0).collect();
        calls.sort_unstable();
        calls.dedup();
        for item in calls {
            by_day.entry(plan.date(item)).or_default().push(item);
        }
        days.extend(by_day.into_iter().filter_map(|(date, items)| {
            let minutes = items.iter().map(|item| plan.minutes(*item)).sum();
            let full = items.len() >= TOO_MANY || minutes > TOO_LONG && items.len() > 1;
            full.then(|| FullDay { date, who: Id::new(who), items, minutes })
        }));
    }
    days.sort_by(|a, b| (a.date, &a.who).cmp(&(b.date, &b.who)));
    days
}

/// Guests and the bodies they sit in.
type Guests<'a, 's> = BTreeMap<&'s str, Vec<(&'s str, &'a Seat<'s>)>>;

fn guests<'a, 's>(seats: &'a Seats<'s>, names: impl Fn(&Seat<'s>) -> [Option<&'s str>; 2]) -> Guests<'a, 's> {
    let mut guests: Guests<'a, 's> = BTreeMap::new();
    for (network, seats) in seats.all() {
        for seat in seats {
            for name in names(seat).into_iter().flatten() {
                guests.entry(name).or_default().push((network, seat));
            }
        }
    }
    guests
}

/// The meetings by body, each with its time.
struct Plan<'i> {
    items: &'i [Item],
    spans: Vec<Option<(DateTime, DateTime)>>,
    minutes: Vec<u32>,
    by_network: HashMap<&'i str, Vec<usize>>,
}

impl<'i> Plan<'i> {
    fn of(store: &Store, items: &'i [Item]) -> Self {
        let lengths = Lengths::of(store);
        let mut by_network: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, item) in items.iter().enumerate() {
            for network in &item.networks {
                by_network.entry(network.as_str()).or_default().push(at);
            }
        }
        let spans = items.iter().map(|item| lengths.span(item)).collect();
        let minutes = items.iter().map(|item| lengths.item(item).minutes).collect();
        Plan { items, spans, minutes, by_network }
    }

    fn date(&self, item: usize) -> Date {
        self.items.get(item).map_or(Date::MIN, |item| item.at.date)
    }

    fn minutes(&self, item: usize) -> u32 {
        self.minutes.get(item).copied().unwrap_or(0)
    }

    /// The meetings these seats are called to.
    fn calls<'p, 's>(&'p self, bodies: &'p [(&'s str, &Seat<'s>)]) -> impl Iterator<Item = (usize, Seat<'s>)> + 'p {
        bodies.iter().flat_map(move |(network, seat)| {
            let items = self.by_network.get(network).map_or(&[][..], Vec::as_slice);
            let seat = **seat;
            let taken = move |item: &usize| seat.always() || seat.on(&self.date(*item).to_string());
            items.iter().copied().filter(taken).map(move |item| (item, seat))
        })
    }

    /// Pairs of meetings that overlap and expect this guest in both.
    fn overlaps<'s>(&self, who: &'s str, bodies: &[(&'s str, &Seat<'s>)]) -> Vec<(usize, usize, &'s str)> {
        let call = |(item, seat): (usize, Seat<'s>)| {
            let (from, until) = self.spans.get(item).copied().flatten()?;
            Some(Call { from, until, item, seat })
        };
        let mut calls: Vec<Call> = self.calls(bodies).filter_map(call).collect();
        calls.sort_unstable_by_key(|call| (call.from, call.item));
        let mut pairs = Vec::new();
        for (at, one) in calls.iter().enumerate() {
            let later = calls.get(at + 1..).unwrap_or_default();
            for other in later.iter().take_while(|other| other.from < one.until) {
                if self.collide(who, one, other) {
                    pairs.push((one.item.min(other.item), one.item.max(other.item), who));
                }
            }
        }
        pairs
    }

    fn collide(&self, who: &str, one: &Call, other: &Call) -> bool {
        let by_person = one.seat.person == Some(who) && other.seat.person == Some(who);
        let open = one.seat.person.is_none() || other.seat.person.is_none();
        let (Some(a), Some(b)) = (self.items.get(one.item), self.items.get(other.item)) else { return false };
        (by_person || open && one.seat.meets(other.seat)) && !a.networks.iter().any(|id| b.networks.contains(id))
    }
}

#[cfg(test)]
#[path = "clashes_tests.rs"]
mod tests;
