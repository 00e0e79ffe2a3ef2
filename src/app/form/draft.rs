//! What is kept of forms for after a crash: the record so far, and the texts that are being typed. As JSON text.

use super::{Awaiting, Form, Purpose};
use crate::app::{Context, Overlay};
use crate::landscape::{Field, Id, KeyedBy, Kind, Record, Shape, Type};
use crate::store::{self, merge_records};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use smol_str::SmolStr;
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
struct Draft {
    /// The list key of the kind; none for a part.
    kind: Option<String>,
    /// The name of the part's shape.
    part: Option<String>,
    new: bool,
    id: String,
    before: Box<RawValue>,
    record: Box<RawValue>,
    typed: BTreeMap<String, String>,
    asked: Vec<SmolStr>,
    taken: Vec<SmolStr>,
    waiting: Option<(String, Option<usize>)>,
    through: bool,
}

/// The drafts of all forms among these layers, the lowest first; nothing when none of them is worth keeping.
#[must_use]
pub fn of(layers: &[Overlay]) -> Option<String> {
    let forms = || layers.iter().filter_map(|layer| if let Overlay::Form(form) = layer { Some(&**form) } else { None });
    if !forms().any(Form::is_dirty) {
        return None;
    }
    serde_json::to_string(&forms().filter_map(Form::kept).collect::<Vec<_>>()).ok()
}

/// The forms that [`of`] kept, the lowest first; none for a text that is no draft.
#[must_use]
pub fn restore(text: &str, cx: &Context) -> Vec<Overlay> {
    let drafts: Vec<Draft> = serde_json::from_str(text).unwrap_or_default();
    drafts.into_iter().map_while(|draft| Form::restored(draft, cx)).map(|form| Overlay::Form(Box::new(form))).collect()
}

impl Form {
    /// What is kept of this form; nothing when nothing was changed.
    #[must_use]
    pub fn draft(&self) -> Option<String> {
        if !self.is_dirty() {
            return None;
        }
        serde_json::to_string(&self.kept()?).ok()
    }

    /// The form that [`Form::draft`] kept. What others changed in the record since stays.
    #[must_use]
    pub fn from_draft(text: &str, cx: &Context) -> Option<Form> {
        Form::restored(serde_json::from_str(text).ok()?, cx)
    }

    /// Puts what was changed here together with what others made of the record since; false when there is nothing to put
    /// together. What was typed must have been taken over before.
    pub(in crate::app) fn rebase(&mut self, cx: &Context) -> bool {
        let Purpose::Edit(_) = self.purpose else { return false };
        let states = (self.purpose.clone(), self.before.clone(), self.record.clone());
        (self.purpose, self.before, self.record) = brought_up(states.0, states.1, states.2, cx);
        self.write_lines(cx.lang);
        self.open_filled();
        self.focus_near();
        true
    }

    fn kept(&self) -> Option<Draft> {
        let (kind, part, new) = match &self.purpose {
            Purpose::Create(kind) => (Some(kind), None, true),
            Purpose::Edit(kind) => (Some(kind), None, false),
            Purpose::Part { new } => (None, Some(self.shape.name.to_owned()), *new),
        };
        let open = |(field, spec): (Field, &crate::landscape::Spec)| {
            let (line, shown) = self.lines.get(usize::from(field.0))?.as_ref()?;
            (line.text() != shown).then(|| (spec.key.to_owned(), line.text().to_owned()))
        };
        let waiting = match self.awaiting {
            Some(Awaiting::Part(field, place)) => Some((self.shape.spec(field).key.to_owned(), place)),
            _ => None,
        };
        Some(Draft {
            kind: kind.map(|kind| kind.plural().to_owned()),
            part,
            new,
            id: self.before.id.to_string(),
            before: RawValue::from_string(store::record_json(&self.before)).ok()?,
            record: RawValue::from_string(store::record_json(&self.record)).ok()?,
            typed: self.shape.fields().filter_map(open).collect(),
            asked: self.asked.clone(),
            taken: self.taken.clone(),
            waiting,
            through: self.through,
        })
    }

    fn restored(draft: Draft, cx: &Context) -> Option<Form> {
        let (purpose, shape) = match (&draft.kind, &draft.part) {
            (Some(kind), _) => {
                let kind = Kind::from_plural(kind)?;
                (if draft.new { Purpose::Create(kind) } else { Purpose::Edit(kind) }, kind.shape())
            }
            (None, Some(part)) => (Purpose::Part { new: draft.new }, host(part)?.2),
            (None, None) => return None,
        };
        let before = read(shape, draft.before.get(), &draft.id)?;
        let record = read(shape, draft.record.get(), &draft.id)?;
        let was = record.clone();
        let (purpose, before, record) = brought_up(purpose, before, record, cx);
        let mut form = Form::over(purpose, before, cx.lang);
        form.record = record;
        form.write_lines(cx.lang);
        for (field, spec) in shape.fields() {
            if let (Some(text), Some((line, _))) = (draft.typed.get(spec.key), form.line_mut(field)) {
                line.replace(text);
            }
        }
        let part = |(key, place): (String, Option<usize>)| {
            let field = shape.find(&key, 0)?;
            Some(Awaiting::Part(field, place.and_then(|place| moved(&was, &form.record, field, place))))
        };
        let awaiting = draft.waiting.and_then(part);
        form.awaiting = awaiting;
        (form.asked, form.taken, form.through) = (draft.asked, draft.taken, draft.through);
        form.open_filled();
        form.look_alike(cx);
        form.look_near(cx);
        Some(form)
    }
}

/// The state of today put together with what was changed in the form, which stands against it; a record that is gone is made anew.
fn brought_up(purpose: Purpose, before: Record, record: Record, cx: &Context) -> (Purpose, Record, Record) {
    let Purpose::Edit(kind) = purpose else { return (purpose, before, record) };
    let Some(current) = cx.data.store().get(kind, &before.id) else {
        let empty = Record::new(record.shape, Id::none());
        let mut record = record;
        record.id = Id::none();
        return (Purpose::Create(kind), empty, record);
    };
    let (next, _) = merge_records(&before, &record, current);
    (purpose, Record::clone(current), next)
}

/// Where the part that was at `place` is now; nothing when it is gone.
fn moved(was: &Record, now: &Record, field: Field, place: usize) -> Option<usize> {
    let key = was.parts(field).get(place)?.key();
    let found = now.parts(field).iter().position(|part| part.key() == key);
    if key.is_empty() { Some(place) } else { found }
}

/// The kind, the field's key and the shape of a part.
fn host(part: &str) -> Option<(Kind, &'static str, &'static Shape)> {
    Kind::ALL.into_iter().find_map(|kind| {
        kind.shape().specs.iter().find_map(|spec| match spec.of {
            Type::Parts(shape) if shape.name == part => Some((kind, spec.key, shape)),
            _ => None,
        })
    })
}

/// A record back from its JSON text, by way of the strict reader of stores.
pub(in crate::app) fn read(shape: &'static Shape, json: &str, id: &str) -> Option<Record> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.shape() == shape);
    let (kind, part) = match kind {
        Some(kind) => (kind, None),
        None => host(shape.name).map(|(kind, key, _)| (kind, Some(key)))?,
    };
    let body = match part {
        Some(key) if kind == Kind::Landscape => format!("{{\"{key}\":[{json}]}}"),
        Some(key) => format!("{{\"id\":\"x\",\"{key}\":[{json}]}}"),
        None if shape.keyed_by == KeyedBy::Id && id.is_empty() => match json.trim_start_matches('{').trim() {
            "}" => "{\"id\":\"x\"}".to_owned(),
            rest => format!("{{\"id\":\"x\",{rest}"),
        },
        None => json.to_owned(),
    };
    let list = if kind == Kind::Landscape { body } else { format!("[{body}]") };
    let file = format!("{{\"format\":\"runde\",\"version\":1,\"{}\":{list}}}", kind.plural());
    let store = store::read(&file).ok()?.store;
    let found = if kind == Kind::Landscape { Some(store.landscape()) } else { store.all(kind).next() }?;
    let mut record = match part {
        Some(key) => found.parts(kind.shape().find(key, 0)?).first()?.clone(),
        None => Record::clone(found),
    };
    if part.is_none() && kind != Kind::Landscape {
        record.id = Id::new(id);
    }
    Some(record)
}
