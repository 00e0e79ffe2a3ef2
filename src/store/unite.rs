//! Puts two networks together in one step that can be undone: what both have is united, whoever referred to the one that
//! goes is led to the one that stays, and no word is lost – what cannot stand beside stands in the notes. Knows no screens.
//!
//! ```text
//!  stays, goes ─► fields (sets united, texts joined, single values chosen) ─┐
//!             ─► seats  (the same guest once)                              ├─► one Change
//!             ─► whoever refers to the one that goes (led here, verdicts) ──┘
//! ```

mod lead;
mod notes;
mod parts;
mod seats;

use super::change::{Change, Deed, Step};
use super::check::dates::backwards;
use super::{Edit, Refs, Store, diff, title};
use crate::i18n::Lang;
use crate::landscape::{Field, Id, Kind, Record, Type, Value, network};
use smol_str::SmolStr;
use std::collections::BTreeMap;

use lead::Leading;
pub use notes::shown;

/// Parts of the network that goes, by the parts of the one that stays in which they were united.
type Led = BTreeMap<Id, Id>;

/// The fields in which two networks say something different and only one can stand: these are to be asked.
#[must_use]
pub fn conflicts(stays: &Record, goes: &Record) -> Vec<Field> {
    let differ = |field: &Field| match (single(stays, goes, *field), single(goes, stays, *field)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    let fields = stays.shape.fields().filter(|(_, spec)| is_single(spec.of)).map(|(field, _)| field);
    fields.filter(differ).collect()
}

/// The change that puts the network `goes` into `stays`. Of the fields of [`conflicts`], those in `taken` are taken from
/// the one that goes. Nothing when one of the two is not there, or both are the same.
#[must_use]
pub fn union(store: &Store, refs: &Refs, (stays, goes): (&str, &str), taken: &[Field], lang: Lang) -> Option<Change> {
    let (old, gone) = (store.get(Kind::Network, stays)?, store.get(Kind::Network, goes)?);
    if old.id == gone.id {
        return None;
    }
    let mut union = Union { store, lang, old, gone, new: Record::clone(old), lost: Vec::new(), led: Led::new() };
    union.fields(taken);
    union.extra();
    let Union { mut new, mut lost, led, .. } = union;
    let name = format!("{} → {}", title(store, gone), title(store, &new));
    let mut step = Step::new(Deed::United, "network", &name);
    let mut edits = Vec::new();
    let leading = Leading { store, refs, lang, stays: &old.id, goes: &gone.id, led: &led };
    leading.lead(&mut edits, &mut lost, &mut step);
    new = leading.redirected(&new);
    notes::keep(&mut new, gone, &lost, lang);
    if new.extra() == old.extra() {
        edits.extend(diff(Kind::Network, old, &new));
    } else {
        edits.push(Edit::Delete(Kind::Network, old.clone()));
        edits.push(Edit::Create(Kind::Network, new.into()));
    }
    edits.push(Edit::Delete(Kind::Network, gone.clone()));
    Some(Change { step, edits })
}

/// Does a field hold one value of which only one can stand?
fn is_single(of: Type) -> bool {
    !of.is_set() && !matches!(of, Type::Text | Type::Parts(_))
}

/// The value of a field, as far as it still makes sense when both are one: neither is a part of itself.
fn single<'r>(record: &'r Record, other: &Record, field: Field) -> Option<&'r Value> {
    let own = field == network::PART_OF && record.text(field) == other.id.as_str();
    record.get(field).filter(|_| !own)
}

struct Union<'s> {
    store: &'s Store,
    lang: Lang,
    old: &'s Record,
    gone: &'s Record,
    new: Record,
    /// What cannot stand beside, line by line.
    lost: Vec<String>,
    led: Led,
}

impl Union<'_> {
    fn fields(&mut self, taken: &[Field]) {
        let mut names: Vec<SmolStr> = Vec::new();
        for (field, spec) in self.old.shape.fields() {
            match spec.of {
                Type::Parts(_) if field == network::MEMBERS => self.members(),
                Type::Parts(_) => self.parts(field),
                Type::Text => self.new.set(field, joined(self.old.text(field), self.gone.text(field))),
                of if of.is_set() => {
                    let both = self.old.texts(field).iter().chain(self.gone.texts(field));
                    self.new.set(field, Value::set(both.cloned()));
                }
                _ => names.extend(self.choose(field, taken.contains(&field))),
            }
        }
        let also = self.new.texts(network::ALIASES).iter().cloned().chain(names);
        let also = also.filter(|name| **name != *self.new.text(network::NAME)).collect::<Vec<_>>();
        self.new.set(network::ALIASES, Value::set(also));
        let formerly = self.new.texts(network::FORMERLY).iter().cloned().chain([self.gone.id.as_str().into()]);
        self.new.set(network::FORMERLY, Value::set(formerly.collect::<Vec<_>>()));
        self.no_circle();
        self.time();
    }

    /// The one that stays lasts as long as it did: what the other's time would add goes to the notes where it would end
    /// the network, or end it before it began.
    fn time(&mut self) {
        let (from, until) = (network::FROM, network::UNTIL);
        let added = |new: &Record, field| new.get(field) != self.old.get(field);
        let ends = self.old.get(until).is_none() && self.new.get(until).is_some();
        let backwards = backwards(self.new.text(from), self.new.text(until));
        for field in [until, from] {
            if added(&self.new, field)
                && (backwards || field == until && ends)
                && let Some(value) = self.new.get(field).cloned()
            {
                self.lost.push(notes::line(self.store, self.old.shape, field, &value, self.lang));
                self.new.set(field, self.old.get(field).cloned());
            }
        }
    }

    /// One of two single values; the other one goes to the names, or to the notes.
    fn choose(&mut self, field: Field, take: bool) -> Option<SmolStr> {
        let (ours, theirs) = (single(self.old, self.gone, field), single(self.gone, self.old, field));
        let (kept, lost) = match (ours, theirs) {
            (Some(ours), Some(theirs)) if ours != theirs => {
                if take {
                    (Some(theirs), Some(ours))
                } else {
                    (Some(ours), Some(theirs))
                }
            }
            (ours, theirs) => (ours.or(theirs), None),
        };
        self.new.set(field, kept.cloned());
        let lost = lost?;
        match lost {
            Value::Text(name) if field == network::NAME || field == network::SHORT => Some(name.as_str().into()),
            _ => {
                self.lost.push(notes::line(self.store, self.old.shape, field, lost, self.lang));
                None
            }
        }
    }

    /// What both are part of may itself be a part of the one that stays, now that both are one.
    fn no_circle(&mut self) {
        let mut above = self.new.text(network::PART_OF).to_owned();
        for _ in 0..self.store.count(Kind::Network) {
            if above == self.old.id.as_str() || above == self.gone.id.as_str() {
                let field = network::PART_OF;
                if let Some(value) = self.new.get(field) {
                    self.lost.push(notes::line(self.store, self.old.shape, field, value, self.lang));
                }
                self.new.set(field, None);
                return;
            }
            let Some(record) = self.store.get(Kind::Network, &above) else { return };
            record.text(network::PART_OF).clone_into(&mut above);
        }
    }

    /// Keys the program does not know: those of both, and what differs in the notes.
    fn extra(&mut self) {
        let mut extra = self.old.extra().to_vec();
        for (key, json) in self.gone.extra() {
            match extra.iter().find(|(known, _)| known == key) {
                None => extra.push((key.clone(), json.clone())),
                Some((_, known)) if known == json => {}
                Some(_) => self.lost.push(format!("{key}: {json}")),
            }
        }
        self.new.set_extra(extra);
    }
}

/// Two texts, one below the other; one that holds the other whole stands alone.
fn joined(one: &str, other: &str) -> Option<Value> {
    if one.contains(other) {
        return Value::text(one);
    }
    if other.contains(one) {
        return Value::text(other);
    }
    Value::text(&format!("{one}\n\n{other}"))
}
