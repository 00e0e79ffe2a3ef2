//! From a landscape to a calendar: which bodies, which meetings, and what is said about them. People and what is
//! confidential stay out unless they were asked for.

use super::event::{Event, Status, uid};
use super::write::Calendar;
use crate::analysis::agenda::zone;
use crate::analysis::day::last_day;
use crate::analysis::free_days::FreeDays;
use crate::analysis::series::spoken;
use crate::arrange::Arrange as _;
use crate::calendar::{Length, Moment};
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, Kind, Record, actor, meeting, member, network, rhythm, vocabulary};
use crate::store::{Store, name_of, title};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{HashMap, HashSet};

/// How many years back and ahead dates are given that fall out of a series.
const YEARS: i16 = 5;

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The language of the words in it.
    pub lang: Lang,
    /// The day; only its year matters, so that the file stays the same while the data do.
    pub today: Date,
    /// Only this network.
    pub network: Option<Id>,
    /// Only the networks this institution or person has a seat in.
    pub actor: Option<Id>,
    /// Who is invited, with mail addresses.
    pub people: bool,
    /// Topics and notes of meetings.
    pub confidential: bool,
}

/// The calendar of a landscape.
#[must_use]
pub fn export(store: &Store, wish: &Wish) -> Calendar {
    let desk = Desk::new(store, wish);
    let mut events = Vec::new();
    let mut standing: HashMap<&str, (Moment, &Record)> = HashMap::new();
    for rhythm in store.all(Kind::Rhythm).filter(|rhythm| desk.wants(rhythm.text(rhythm::NETWORK))) {
        let Some(sequence) = desk.sequence(rhythm) else { continue };
        events.extend(sequence.events);
        standing.extend(sequence.standing.into_iter().map(|(at, meeting)| (meeting.id.as_str(), (at, &**rhythm))));
    }
    for record in store.all(Kind::Meeting).filter(|m| m.texts(meeting::NETWORKS).iter().any(|id| desk.wants(id))) {
        events.extend(desk.meeting(record, standing.get(record.id.as_str()).copied()));
    }
    events.arrange_by(|a, b| (&a.uid, a.occurrence).cmp(&(&b.uid, b.occurrence)));
    Calendar { name: desk.name(), zone: desk.zone_name(), stamp: desk.year, events }
}

/// What every event is made with.
pub(super) struct Desk<'s> {
    pub(super) store: &'s Store,
    wish: &'s Wish,
    pub(super) zone: TimeZone,
    pub(super) free: FreeDays,
    /// The first day of the year.
    pub(super) year: Date,
    /// First and last day of the dates that fall out.
    pub(super) horizon: (Date, Date),
    /// Rhythm → the dates its meetings stand for.
    pub(super) by_rhythm: HashMap<&'s str, Vec<(Moment, &'s Record)>>,
    /// Days on which a body meets without a rhythm being named.
    pub(super) by_network: HashSet<(&'s str, Date)>,
    networks: Option<HashSet<String>>,
}

impl<'s> Desk<'s> {
    fn new(store: &'s Store, wish: &'s Wish) -> Self {
        let year = wish.today.first_of_year();
        let mut desk = Desk {
            store,
            wish,
            zone: zone(store),
            free: FreeDays::of(store),
            year,
            horizon: (year.saturating_sub(YEARS.years()), year.last_of_year().saturating_add(YEARS.years())),
            by_rhythm: HashMap::new(),
            by_network: HashSet::new(),
            networks: chosen(store, wish),
        };
        store.all(Kind::Meeting).for_each(|record| desk.note(record));
        desk
    }

    fn note(&mut self, record: &'s Record) {
        let moment = |field| record.text(field).parse::<Moment>().ok();
        let Some(stands_for) = moment(meeting::OCCURRENCE).or_else(|| moment(meeting::AT)) else { return };
        match record.text(meeting::RHYTHM) {
            "" => self.by_network.extend(record.texts(meeting::NETWORKS).iter().map(|id| (&**id, stands_for.date))),
            rhythm => self.by_rhythm.entry(rhythm).or_default().push((stands_for, record)),
        }
    }

    fn wants(&self, network: &str) -> bool {
        self.networks.as_ref().is_none_or(|wanted| wanted.contains(network))
    }

    fn name(&self) -> String {
        let of = self.wish.network.as_ref().or(self.wish.actor.as_ref());
        of.map_or_else(|| title(self.store, self.store.landscape()), |id| name_of(self.store, id))
    }

    fn zone_name(&self) -> String {
        self.zone.iana_name().map_or_else(|| "UTC".to_owned(), str::to_owned)
    }

    /// Says what a series is about.
    pub(super) fn dress(&self, event: &mut Event, record: &Record) {
        let texts = &self.wish.lang.texts().exchange;
        let body = name_of(self.store, record.text(rhythm::NETWORK));
        event.summary = match record.text(rhythm::NAME) {
            "" => body,
            name if name.contains(&body) => name.to_owned(),
            name => format!("{body}: {name}"),
        };
        record.text(rhythm::PLACE).clone_into(&mut event.location);
        event.end = record.text(rhythm::DURATION).parse().ok().and_then(|length| after(event.start, length));
        let mut lines = vec![fill(texts.by_rhythm, &[&spoken(record, self.wish.lang)])];
        lines.extend(self.mode(record.text(rhythm::MODE)));
        event.description = lines.join("\n");
        event.attendees = self.invited(&[record.text(rhythm::NETWORK)]);
    }

    /// A noted meeting: in place of a date of its series, or by itself. Cancelled ones are not in the calendar.
    fn meeting(&self, record: &Record, stands_for: Option<(Moment, &Record)>) -> Option<Event> {
        let at: Moment = record.text(meeting::AT).parse().ok()?;
        if record.text(meeting::STATUS) == "cancelled" {
            return None;
        }
        let rhythm = match record.text(meeting::RHYTHM) {
            "" => None,
            id => self.store.get(Kind::Rhythm, id).map(|rhythm| &**rhythm),
        };
        let of_rhythm = |field| rhythm.map_or("", |rhythm| rhythm.text(field));
        let or = |own: &str, other: &str| if own.is_empty() { other.to_owned() } else { own.to_owned() };
        let mut event = Event::new(uid(&record.id), at);
        if let Some((occurrence, rhythm)) = stands_for {
            event.uid = uid(&rhythm.id);
            event.occurrence = Some(occurrence);
            event.sequence = 1;
        }
        event.meeting = Some(record.id.to_string());
        event.summary = title(self.store, record);
        event.location = or(record.text(meeting::PLACE), of_rhythm(rhythm::PLACE));
        let until = record.text(meeting::UNTIL).parse::<Moment>().ok().filter(|until| *until > at);
        let until = until.filter(|until| until.time.is_some() == at.time.is_some());
        event.end = until.or_else(|| after(at, of_rhythm(rhythm::DURATION).parse().ok()?));
        event.description = self.told(record, &or(record.text(meeting::MODE), of_rhythm(rhythm::MODE)));
        event.status = Some(Status::Confirmed);
        event.attendees = self.invited(&record.texts(meeting::NETWORKS).iter().map(|id| &**id).collect::<Vec<_>>());
        Some(event)
    }

    fn told(&self, record: &Record, mode: &str) -> String {
        let mut lines: Vec<String> = self.mode(mode).into_iter().collect();
        if self.wish.confidential {
            let said = [meeting::TOPICS, meeting::NOTES].map(|field| record.text(field));
            lines.extend(said.into_iter().filter(|text| !text.is_empty()).map(str::to_owned));
        }
        lines.join("\n")
    }

    fn mode(&self, mode: &str) -> Option<String> {
        let label = vocabulary::label("meeting_mode", mode, self.wish.lang);
        (!mode.is_empty()).then(|| label.to_owned())
    }

    /// Everybody with a seat and a mail address, if people were asked for.
    fn invited(&self, networks: &[&str]) -> Vec<(String, String)> {
        if !self.wish.people {
            return Vec::new();
        }
        let records = networks.iter().filter_map(|id| self.store.get(Kind::Network, id));
        let seats =
            records.flat_map(|record| record.parts(network::MEMBERS)).filter(|seat| lasts(seat, self.wish.today));
        let who = seats.map(|seat| match seat.text(member::PERSON) {
            "" => seat.text(member::ACTOR),
            person => person,
        });
        let actors = who.filter_map(|id| self.store.get(Kind::Actor, id));
        let mut found: Vec<_> = actors
            .filter(|record| is_mail(record.text(actor::EMAIL)))
            .map(|record| (record.text(actor::NAME).to_owned(), record.text(actor::EMAIL).to_owned()))
            .collect();
        found.arrange_by(Ord::cmp);
        found.dedup();
        found
    }
}

/// The networks that were chosen; none: all of them.
fn chosen(store: &Store, wish: &Wish) -> Option<HashSet<String>> {
    if let Some(network) = &wish.network {
        return Some(HashSet::from([network.to_string()]));
    }
    let wanted = wish.actor.as_ref()?;
    let sits = |seat: &Record| [member::ACTOR, member::PERSON].iter().any(|field| *seat.text(*field) == **wanted);
    let here =
        |record: &Record| record.parts(network::MEMBERS).iter().any(|seat| sits(seat) && lasts(seat, wish.today));
    Some(store.all(Kind::Network).filter(|record| here(record)).map(|record| record.id.to_string()).collect())
}

/// Is the seat still held on this day?
fn lasts(seat: &Record, today: Date) -> bool {
    last_day(seat.text(member::UNTIL)).is_none_or(|last| last >= today)
}

/// The end of a sitting.
fn after(start: Moment, length: Length) -> Option<Moment> {
    let begin = start.date.to_datetime(start.time?);
    begin.checked_add(i64::from(length.minutes()).minutes()).ok().map(Moment::from)
}

/// An address that can stand in a URI without being escaped.
fn is_mail(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "@.-_+".contains(letter);
    text.matches('@').count() == 1 && text.chars().all(plain)
}
