//! Saving: everything typed is taken over, faults are named, a new record gets its id. Knows no keys.

use super::{Fault, Form, Purpose};
use crate::app::{Context, Message, Outcome, Reply};
use crate::i18n::{FormTexts, fill};
use crate::landscape::{Field, Id, KeyedBy, Kind, actor, id, statement, vocabulary};
use crate::store::{self, Change};

impl Form {
    /// Closes with what the form is for; or stays, with the cursor on the first fault.
    pub(super) fn save(&mut self, cx: &Context) -> Reply {
        for (field, _) in self.shape.fields() {
            if self.take_over(field, cx).is_err() {
                self.open(field);
            }
        }
        if let Some((field, fault)) = self.first_fault(cx) {
            self.tried = true;
            self.focus_on(field);
            return Reply::Say(Message::trouble(self.refused(field, fault, cx)));
        }
        let kind = match self.purpose {
            Purpose::Create(kind) => return self.create_record(kind, cx),
            Purpose::Part { new } => return self.close_part(new, cx),
            Purpose::Edit(kind) => kind,
        };
        if self.record == self.before {
            return Reply::Close(Outcome::Nothing);
        }
        let name = store::title(cx.data.store(), &self.record);
        let change = Change::update(kind, &self.before, &self.record, &name);
        Reply::Close(Outcome::Change(change, kind, self.record.id.clone()))
    }

    fn create_record(&mut self, kind: Kind, cx: &Context) -> Reply {
        let person = self.record.flag(actor::PERSON) == Some(true) && kind == Kind::Actor;
        let name = store::title(cx.data.store(), &self.record);
        let free =
            |id: &Id| cx.data.store().find(id).is_none() && !cx.data.store().forgotten().contains(&id.as_str().into());
        let Some(id) = fresh(|random| Id::fresh(kind, person, &name, random), free) else {
            return Reply::Say(Message::trouble(cx.texts.form.no_random));
        };
        let mut record = self.record.clone();
        record.id = id.clone();
        let name = store::title(cx.data.store(), &record);
        Reply::Close(Outcome::Change(Change::create(kind, record, &name), kind, id))
    }

    fn close_part(&mut self, new: bool, cx: &Context) -> Reply {
        if !new && self.record == self.before {
            return Reply::Close(Outcome::Nothing);
        }
        let mut part = self.record.clone();
        if part.id.is_empty() && self.shape.keyed_by == KeyedBy::Id {
            let free = |id: &Id| !self.taken.iter().any(|taken| **taken == **id);
            let Some(id) = fresh(|random| Id::part(self.shape.name, random), free) else {
                return Reply::Say(Message::trouble(cx.texts.form.no_random));
            };
            part.id = id;
        }
        Reply::Close(Outcome::Part(part))
    }

    fn first_fault(&self, cx: &Context) -> Option<(Field, Fault)> {
        self.shape.fields().find_map(|(field, _)| Some((field, self.fault(field, cx)?)))
    }

    /// What is wrong with a field.
    pub(super) fn fault(&self, field: Field, cx: &Context) -> Option<Fault> {
        let spec = self.shape.spec(field);
        let typed = self.typed_fault(field, cx);
        let missing = spec.required && !self.is_filled(field);
        let taken = self.shape.keyed_by == KeyedBy::Field(field)
            && self.taken.iter().any(|taken| **taken == *self.record.text(field) && !taken.is_empty());
        let fault = typed.or(missing.then_some(Fault::Required)).or(taken.then_some(Fault::Taken));
        fault.or_else(|| self.rates_person(field, cx).then_some(Fault::Person))
    }

    /// Ratings belong to bodies and ties, never to a person.
    fn rates_person(&self, field: Field, cx: &Context) -> bool {
        let rates = matches!(field, statement::RATINGS | statement::INTENSITY) && self.record.get(field).is_some();
        let is_person = |id: &str| {
            let found = cx.data.store().resolve(id).filter(|(kind, _)| *kind == Kind::Actor);
            found.is_some_and(|(_, record)| record.flag(actor::PERSON) == Some(true))
        };
        self.shape == &statement::SHAPE && rates && self.record.texts(statement::ABOUT).iter().any(|id| is_person(id))
    }

    /// Why it was not saved, with the field's name.
    fn refused(&self, field: Field, fault: Fault, cx: &Context) -> String {
        let label = vocabulary::field_label(self.shape.name, self.shape.spec(field).key, cx.lang);
        fill(cx.texts.form.not_saved, &[label, &fault.said(&cx.texts.form)])
    }
}

impl Fault {
    /// The fault in words.
    #[must_use]
    pub fn said(self, texts: &FormTexts) -> String {
        let text = match self {
            Fault::Required => texts.required,
            Fault::Date => texts.no_date,
            Fault::Moment => texts.no_moment,
            Fault::Duration => texts.no_duration,
            Fault::Rule => texts.no_rule,
            Fault::Several => texts.several_meanings,
            Fault::Number(min, max) => return fill(texts.no_number, &[&min.to_string(), &max.to_string()]),
            Fault::Range => texts.no_range,
            Fault::Taken => texts.taken,
            Fault::Person => texts.rates_person,
        };
        text.to_owned()
    }
}

/// An id nobody has; nothing when the system has no randomness.
fn fresh(make: impl Fn(u64) -> Id, free: impl Fn(&Id) -> bool) -> Option<Id> {
    (0..100).find_map(|_| id::random().ok().map(&make).filter(&free))
}
