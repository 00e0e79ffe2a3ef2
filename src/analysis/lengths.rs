//! How long meetings last: as noted, else as their rhythm says, else as the body's meetings usually lasted, else a usual
//! length is assumed. Knows no screens.

use super::agenda::Item;
use crate::calendar::{Length, Moment};
use crate::landscape::{Kind, Record, meeting, rhythm};
use crate::store::Store;
use jiff::ToSpan;
use jiff::civil::DateTime;
use std::collections::HashMap;

/// The minutes assumed where nothing at all is known.
pub const ASSUMED: u32 = 120;
/// Longer than this (in minutes) no noted meeting is taken to last: beyond a week the end is a slip.
const LONGEST: u32 = 7 * 24 * 60;

/// How long a meeting lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lasts {
    /// Minutes.
    pub minutes: u32,
    /// Nothing is known: the usual length is assumed.
    pub assumed: bool,
}

/// What is known about lengths.
#[derive(Debug)]
pub struct Lengths<'s> {
    store: &'s Store,
    by_rhythm: HashMap<&'s str, u32>,
    by_network: HashMap<&'s str, u32>,
}

impl<'s> Lengths<'s> {
    /// That of a landscape.
    #[must_use]
    pub fn of(store: &'s Store) -> Self {
        let mut by_rhythm = HashMap::new();
        let mut by_network: HashMap<&str, u32> = HashMap::new();
        for record in store.all(Kind::Rhythm) {
            if let Ok(length) = record.text(rhythm::DURATION).parse::<Length>() {
                let minutes = u32::from(length.minutes());
                by_rhythm.insert(record.id.as_str(), minutes);
                by_network.entry(record.text(rhythm::NETWORK)).or_insert(minutes);
            }
        }
        for (network, mut minutes) in noted(store) {
            minutes.sort_unstable();
            if let Some(middle) = minutes.get(minutes.len() / 2) {
                by_network.entry(network).or_insert(*middle);
            }
        }
        Lengths { store, by_rhythm, by_network }
    }

    /// Of one meeting.
    #[must_use]
    pub fn item(&self, item: &Item) -> Lasts {
        let noted = item.meeting.as_ref().and_then(|id| minutes(self.store.get(Kind::Meeting, id)?));
        let by_rhythm = || self.by_rhythm.get(item.rhythm.as_deref()?).copied();
        let by_network = || item.networks.iter().find_map(|id| self.by_network.get(id.as_str()).copied());
        let known = noted.or_else(by_rhythm).or_else(by_network);
        Lasts { minutes: known.unwrap_or(ASSUMED), assumed: known.is_none() }
    }

    /// Of the meetings of a body.
    #[must_use]
    pub fn network(&self, id: &str) -> Lasts {
        let known = self.by_network.get(id).copied();
        Lasts { minutes: known.unwrap_or(ASSUMED), assumed: known.is_none() }
    }

    /// From when until when; none for a meeting whose hour is not known.
    #[must_use]
    pub fn span(&self, item: &Item) -> Option<(DateTime, DateTime)> {
        let from = item.at.date.to_datetime(item.at.time?);
        Some((from, from.saturating_add(i64::from(self.item(item).minutes).minutes())))
    }
}

/// The minutes of all noted meetings that say when they ended, by body.
fn noted(store: &Store) -> HashMap<&str, Vec<u32>> {
    let mut lengths: HashMap<&str, Vec<u32>> = HashMap::new();
    for record in store.all(Kind::Meeting) {
        if let Some(minutes) = minutes(record) {
            for network in record.texts(meeting::NETWORKS) {
                lengths.entry(network).or_default().push(minutes);
            }
        }
    }
    lengths
}

/// How long a noted meeting lasted; an end before its beginning is a slip and says nothing.
fn minutes(record: &Record) -> Option<u32> {
    let moment = |field| record.text(field).parse::<Moment>().ok();
    let (from, until) = (moment(meeting::AT)?, moment(meeting::UNTIL)?);
    let (from, until) = (from.date.to_datetime(from.time?), until.date.to_datetime(until.time?));
    let minutes = u32::try_from(until.duration_since(from).as_mins()).ok()?;
    Some(minutes).filter(|minutes| (1..=LONGEST).contains(minutes))
}
