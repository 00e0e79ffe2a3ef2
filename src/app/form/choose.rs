//! Enter: pickers and forms for parts above this form, and what they bring back. Knows no keys.

use super::{Awaiting, Editor, Form, Row};
use crate::app::pick::{Only, Pick};
use crate::app::{Context, Outcome, Overlay, Reply};
use crate::landscape::{Field, Record, Target, Value, actor, member, vocabulary};

impl Form {
    /// Chooses what the focused row offers; goes to the next row where there is nothing to choose.
    pub(super) fn choose(&mut self, cx: &Context) -> Reply {
        match self.focus {
            Row::More => {
                let next = self.rows().len().saturating_sub(1);
                self.toggle_all();
                self.focus = self.rows().get(next).copied().unwrap_or(self.focus);
                Reply::Stay
            }
            Row::Part(field, at) => self.open_part(field, Some(at), cx),
            Row::Add(field) => match self.editor(field) {
                Editor::Ratings => self.pick(field, "", cx),
                _ => self.open_part(field, None, cx),
            },
            Row::Field(field) => match self.editor(field) {
                Editor::Typed(_) | Editor::Flag => self.next(cx),
                Editor::TypedOrList(_) if self.is_typed_on(field) => match self.which(field, cx) {
                    Some(pick) => {
                        self.awaiting = Some(Awaiting::Ways(field));
                        Reply::Open(Box::new(Overlay::Pick(Box::new(pick))))
                    }
                    None => self.next(cx),
                },
                Editor::TypedOrUsed if self.is_typed_on(field) => self.next(cx),
                _ => self.pick(field, "", cx),
            },
            Row::Rating(..) => self.next(cx),
        }
    }

    fn next(&mut self, cx: &Context) -> Reply {
        self.move_by(1, cx);
        Reply::Stay
    }

    /// Was something typed that is not taken over yet?
    pub(super) fn is_typed_on(&self, field: Field) -> bool {
        self.lines.get(usize::from(field.0)).and_then(Option::as_ref).is_some_and(|(line, shown)| line.text() != shown)
    }

    /// Opens the picker of a field, with something typed into it already.
    pub(super) fn pick(&mut self, field: Field, typed: &str, cx: &Context) -> Reply {
        self.take_over_focus(cx);
        let Some(pick) = self.picker(field, cx) else { return Reply::Stay };
        self.awaiting = Some(Awaiting::Values(field));
        let label = vocabulary::field_label(self.shape.name, self.shape.spec(field).key, cx.lang);
        Reply::Open(Box::new(Overlay::Pick(Box::new(pick.titled(label).typed(typed, cx)))))
    }

    fn picker(&self, field: Field, cx: &Context) -> Option<Pick> {
        let spec = self.shape.spec(field);
        let one = [self.record.text(field).to_owned()];
        let many: Vec<String> = self.record.texts(field).iter().map(ToString::to_string).collect();
        let one: &[String] = if self.record.text(field).is_empty() { &[] } else { &one };
        Some(match self.editor(field) {
            Editor::Value(list) => Pick::values(list, one, false, cx),
            Editor::Values(list) => Pick::values(list, &many, true, cx),
            Editor::Scale(min, max) => {
                let number: Vec<String> =
                    self.record.number(field).map(|number| number.to_string()).into_iter().collect();
                Pick::steps(spec.key, min, max, &number, cx)
            }
            Editor::TypedOrList(list) => {
                let rule = self.record.text(field);
                let named = vocabulary::values(list).iter().find(|entry| entry.rule.unwrap_or(entry.key) == rule);
                let key: Vec<String> = named.map(|entry| entry.key.to_owned()).into_iter().collect();
                Pick::values(list, &key, false, cx).as_listed(cx)
            }
            Editor::TypedOrUsed => Pick::used(self.shape, field, &many, cx),
            Editor::Reference(target) => self.references(target, one, false, cx),
            Editor::References(target) => self.references(target, &many, true, cx),
            Editor::Ratings => {
                let given: Vec<String> = self.ratings(field).iter().map(|(key, _)| key.to_string()).collect();
                Pick::values("rating_dimension", &given, true, cx)
            }
            Editor::Typed(_) | Editor::Flag | Editor::Parts(_) => return None,
        })
    }

    fn references(&self, target: Target, chosen: &[String], many: bool, cx: &Context) -> Pick {
        let pick = Pick::references(target, chosen, many, cx).except(&self.before.id, cx);
        let Row::Field(field) = self.focus else { return pick };
        if self.shape == &member::SHAPE && field == member::PERSON {
            return pick.within(self.record.text(member::ACTOR), cx);
        }
        if self.shape == &actor::SHAPE && field == actor::UNIT_OF {
            return pick.only(Only::Institutions, cx);
        }
        pick
    }

    fn open_part(&mut self, field: Field, place: Option<usize>, cx: &Context) -> Reply {
        let Some(part) = self.part_form(field, place, cx) else { return Reply::Stay };
        self.awaiting = Some(Awaiting::Part(field, place));
        Reply::Open(Box::new(Overlay::Form(Box::new(part))))
    }

    /// The form of one part, or of a new one.
    pub(super) fn part_form(&self, field: Field, place: Option<usize>, cx: &Context) -> Option<Form> {
        let Editor::Parts(shape) = self.editor(field) else { return None };
        let parts = self.record.parts(field);
        let mut form = Form::part(shape, place.and_then(|place| parts.get(place)), cx);
        let siblings = parts.iter().enumerate().filter(|(at, _)| Some(*at) != place);
        form.taken = siblings.map(|(_, part)| part.key().into()).collect();
        Some(form)
    }

    /// What the layer above closed with. The house has carried out the changes in it already.
    pub fn receive(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        let reply = self.received(outcome, cx);
        self.look_near(cx);
        reply
    }

    fn received(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        match (self.awaiting.take(), outcome) {
            (Some(Awaiting::Values(field)), Outcome::Picked(keys)) => {
                self.take_values(field, &keys, cx);
                Reply::Stay
            }
            (Some(Awaiting::Ways(field)), Outcome::Picked(keys)) => {
                self.take_chosen(field, &keys, cx);
                Reply::Stay
            }
            (Some(Awaiting::Part(field, place)), Outcome::Part(part)) => {
                self.take_part(field, place, part);
                if self.through { self.save(cx) } else { Reply::Stay }
            }
            (None, Outcome::Go(kind, id)) if self.is_new_network() => Reply::Close(Outcome::Go(kind, id)),
            (Some(Awaiting::Part(..)), Outcome::Nothing) if self.through => Reply::Close(Outcome::Nothing),
            _ => Reply::Stay,
        }
    }

    fn take_values(&mut self, field: Field, keys: &[String], cx: &Context) {
        let first = keys.first().map_or("", String::as_str);
        match self.editor(field) {
            Editor::Value(_) | Editor::Reference(_) => self.record.set(field, Value::text(first)),
            Editor::Values(_) | Editor::References(_) | Editor::TypedOrUsed => {
                self.record.set(field, Value::set(keys.iter().map(String::as_str)));
            }
            Editor::Scale(..) => self.record.set(field, first.parse().ok().map(Value::Number)),
            Editor::TypedOrList(list) => {
                let rule = vocabulary::entry(list, first).map_or(first, |entry| entry.rule.unwrap_or(entry.key));
                self.record.set(field, Value::text(rule));
            }
            Editor::Ratings => return self.ask_ratings(field, keys),
            Editor::Typed(_) | Editor::Flag | Editor::Parts(_) => return,
        }
        self.set_typed(field, self.record.get(field).cloned(), cx);
        self.open(field);
        if self.focus == Row::Field(field) {
            self.walk(1);
        }
    }

    /// Puts a part into its place. After a new one the focus is on "new …" again, for the next.
    fn take_part(&mut self, field: Field, place: Option<usize>, part: Record) {
        let mut parts = self.record.parts(field).to_vec();
        match place.and_then(|place| parts.get_mut(place)) {
            Some(old) => *old = part,
            None => parts.push(part),
        }
        self.record.set(field, Value::parts(parts));
        self.focus = place.map_or(Row::Add(field), |place| Row::Part(field, place));
    }
}
