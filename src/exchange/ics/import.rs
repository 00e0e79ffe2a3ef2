//! From events to records: what is here already is found again by its UID, the rest becomes meetings and rhythms of the
//! network its title names. Nothing is done here; the preview says what would be, and holds it as one change.

use super::event::{Event, uid};
use super::export::{Wish, export};
use super::find::Names;
use super::preview::{Action, Preview, Row, Why};
use super::read::Read;
use super::take::{key, new_meeting, new_rhythm, old_meeting, old_rhythm};
use crate::arrange::Arrange as _;
use crate::calendar::Moment;
use crate::i18n::Lang;
use crate::landscape::{Field, Id, Kind, Record, Value, id, meeting, rhythm};
use crate::store::{Change, Deed, Edit, Step, Store, diff};
use jiff::civil::DateTime;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What an import goes by.
pub struct Import<'a> {
    /// What the file is called, for the name of the step.
    pub source: &'a str,
    /// The network of events that name none.
    pub network: Option<&'a Id>,
    /// Now, by the clocks of the landscape.
    pub now: DateTime,
    /// Random bits for ids.
    pub random: &'a dyn Fn() -> u64,
}

/// Random bits for ids. They need not be secret, only unlike any other: without randomness the clock has to do.
#[must_use]
pub fn random_bits() -> u64 {
    let clock = || u64::try_from(jiff::Timestamp::now().as_nanosecond()).unwrap_or(0);
    id::random().unwrap_or_else(|_| clock())
}

/// What importing a file would do.
#[must_use]
pub fn import(store: &Store, read: &Read, by: &Import<'_>) -> Preview {
    let mut desk = Desk::new(store, by);
    let mut rows: Vec<(usize, Row)> = Vec::with_capacity(read.events.len());
    let series = |event: &Event| event.is_series();
    for first in [true, false] {
        for (place, event) in read.events.iter().enumerate() {
            match event {
                Ok(event) if series(event) == first => rows.push((place, desk.take(event))),
                Err(wrong) if first => {
                    let (line, name, why) = (wrong.line, wrong.name.clone(), wrong.why.clone());
                    rows.push((place, Row { line, action: Action::Error, kind: "meeting", name, why }));
                }
                _ => {}
            }
        }
    }
    rows.arrange_by_key(|(place, _)| *place);
    Preview { rows: rows.into_iter().map(|(_, row)| row).collect(), change: desk.change() }
}

/// How an event is known: its UID, and the date of the series it stands for.
type Key = (String, Option<Moment>);

struct Desk<'a> {
    store: &'a Store,
    by: &'a Import<'a>,
    names: Names<'a>,
    /// UID (with the date, for dates of a series) → the record.
    known: HashMap<String, (Kind, Id)>,
    /// What we would export ourselves.
    own: HashMap<Key, Event>,
    /// Rhythm and date → the meeting noted for it.
    noted: HashMap<(Id, Moment), Id>,
    seen: HashSet<Key>,
    /// Rhythms that come with this file.
    new: HashMap<Id, Record>,
    edits: Vec<Edit>,
    along: [usize; 2],
}

impl<'a> Desk<'a> {
    fn new(store: &'a Store, by: &'a Import<'a>) -> Self {
        let mut known = HashMap::new();
        let mut noted = HashMap::new();
        for (kind, field) in [(Kind::Rhythm, rhythm::EXTERNAL), (Kind::Meeting, meeting::EXTERNAL)] {
            for record in store.all(kind) {
                known.insert(uid(&record.id), (kind, record.id.clone()));
                known.extend(record.texts(field).iter().map(|text| (text.to_string(), (kind, record.id.clone()))));
            }
        }
        for record in store.all(Kind::Meeting) {
            if let Ok(at) = record.text(meeting::OCCURRENCE).parse() {
                noted.insert((Id::new(record.text(meeting::RHYTHM)), at), record.id.clone());
            }
        }
        let (lang, today) = (Lang::default(), by.now.date());
        let wish = Wish { lang, today, network: None, actor: None, people: false, confidential: false };
        let own = export(store, &wish).events.into_iter().map(|mut event| {
            event.rule = event.rule.map(|rule| super::when::noted(rule, &crate::analysis::agenda::zone(store)));
            ((event.uid.clone(), event.occurrence), event)
        });
        Desk {
            store,
            by,
            names: Names::of(store),
            known,
            own: own.collect(),
            noted,
            seen: HashSet::new(),
            new: HashMap::new(),
            edits: Vec::new(),
            along: [0, 0],
        }
    }

    fn take(&mut self, event: &Event) -> Row {
        let kind = if event.is_series() { "rhythm" } else { "meeting" };
        let taken = if !self.seen.insert((event.uid.clone(), event.occurrence)) {
            Err(Why::UidTwice)
        } else if event.is_series() {
            self.rhythm(event)
        } else {
            self.meeting(event)
        };
        let (action, why) = taken.unwrap_or_else(|why| (Action::Error, why));
        Row { line: event.line, action, kind, name: event.summary.clone(), why }
    }

    fn rhythm(&mut self, event: &Event) -> Result<(Action, Why), Why> {
        let before = self.own.get(&(event.uid.clone(), None));
        if let Some((Kind::Rhythm, id)) = self.known.get(&event.uid)
            && let Some(record) = self.store.get(Kind::Rhythm, id)
        {
            let fields = old_rhythm(event, record, before);
            return Ok(self.update(Kind::Rhythm, record, fields));
        }
        let (network, rest) = self.names.find(&event.summary, self.by.network)?;
        let mut fields = new_rhythm(event, &rest);
        fields.push((rhythm::NETWORK, Value::text(&network)));
        let record = self.create(Kind::Rhythm, fields);
        self.known.insert(event.uid.clone(), (Kind::Rhythm, record.id.clone()));
        self.new.insert(record.id.clone(), record);
        Ok((Action::Create, Why::Rhythm(event.rule.clone())))
    }

    fn meeting(&mut self, event: &Event) -> Result<(Action, Why), Why> {
        let series = match event.occurrence {
            None => None,
            Some(at) => Some((self.series(&event.uid).ok_or(Why::NoSeries)?, at)),
        };
        if let Some(id) = self.here(event, series.as_ref().map(|(id, at)| (id.clone(), *at)))
            && let Some(record) = self.store.get(Kind::Meeting, &id)
        {
            let fields = old_meeting(event, record, self.own.get(&(event.uid.clone(), event.occurrence)));
            return Ok(self.update(Kind::Meeting, record, fields));
        }
        let mut fields = new_meeting(event, self.by.now.into());
        match &series {
            Some((id, _)) => {
                fields.push((meeting::RHYTHM, Value::text(id)));
                fields.push((meeting::NETWORKS, Value::set([self.network_of(id)])));
            }
            None if self.own.get(&(event.uid.clone(), None)).is_some_and(|own| own.start == event.start) => {
                // A single date of a rhythm that could not stand in its series.
                return Ok((Action::Unchanged, Why::Nothing));
            }
            None if event.summary.contains(" + ") && self.names.together(&event.summary).is_some() => {
                let all = self.names.together(&event.summary).unwrap_or_default();
                fields.push((meeting::NETWORKS, Value::set(all.iter().map(ToString::to_string))));
            }
            None => {
                let (network, rest) = self.names.find(&event.summary, self.by.network)?;
                fields.push((meeting::NETWORKS, Value::set([network.to_string()])));
                fields.push((meeting::TOPICS, Value::text(&rest)));
            }
        }
        self.create(Kind::Meeting, fields);
        Ok((Action::Create, Why::Meeting(event.start)))
    }

    /// The rhythm of a series, here already or from this file.
    fn series(&self, uid: &str) -> Option<Id> {
        self.known.get(uid).filter(|(kind, _)| *kind == Kind::Rhythm).map(|(_, id)| id.clone())
    }

    fn network_of(&self, rhythm: &Id) -> String {
        let here = self.store.get(Kind::Rhythm, rhythm).map(|record| &**record);
        here.or_else(|| self.new.get(rhythm)).map_or_else(String::new, |record| record.text(rhythm::NETWORK).to_owned())
    }

    /// The meeting an event is about, where it is here.
    fn here(&self, event: &Event, series: Option<(Id, Moment)>) -> Option<Id> {
        let of = |key: &str| self.known.get(key).filter(|(kind, _)| *kind == Kind::Meeting).map(|(_, id)| id.clone());
        let own = event.meeting.as_deref().filter(|_| event.own_id().is_some()).map(uid);
        of(&key(event)).or_else(|| of(&own?)).or_else(|| self.noted.get(&series?).cloned())
    }

    fn update(&mut self, kind: Kind, record: &Arc<Record>, fields: Vec<(Field, Option<Value>)>) -> (Action, Why) {
        let mut new = Record::clone(record);
        let mut keys = Vec::new();
        for (field, value) in fields {
            if new.get(field) != value.as_ref() {
                keys.push(record.shape.spec(field).key);
                new.set(field, value);
            }
        }
        if keys.is_empty() {
            return (Action::Unchanged, Why::Nothing);
        }
        self.edits.extend(diff(kind, record, &new));
        self.count(kind);
        (Action::Update, Why::Changes(kind.name(), keys))
    }

    fn create(&mut self, kind: Kind, fields: Vec<(Field, Option<Value>)>) -> Record {
        let mut id = Id::fresh(kind, false, "", (self.by.random)());
        while self.store.find(&id).is_some() || self.new.contains_key(&id) {
            id = Id::fresh(kind, false, "", (self.by.random)());
        }
        let record =
            fields.into_iter().fold(Record::new(kind.shape(), id), |record, (field, value)| record.with(field, value));
        self.edits.push(Edit::Create(kind, Arc::new(record.clone())));
        self.count(kind);
        record
    }

    fn count(&mut self, kind: Kind) {
        let [rhythms, meetings] = &mut self.along;
        *(if kind == Kind::Rhythm { rhythms } else { meetings }) += 1;
    }

    fn change(self) -> Change {
        let mut step = Step::new(Deed::Imported, "landscape", self.by.source);
        let counted = ["rhythm", "meeting"].into_iter().zip(self.along);
        step.along = counted.filter(|(_, count)| *count > 0).collect();
        Change { step, edits: self.edits }
    }
}
