//! Two states side by side, in words: a line for each difference, each leading to its record. Knows no columns and no
//! screens.

use super::say::Reader;
use crate::analysis::compare::{
    Cause, Changed, Come, Comparison, FieldChange, Figures, Moved, Named, Rated, SeatChange, What,
};
use crate::i18n::compare::CompareTexts;
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Record, Shape, Type, Value, network, vocabulary};
use crate::store::Store;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// What kind of difference it is. Said by a sign, so that nothing rests on colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// New.
    Come,
    /// Gone.
    Gone,
    /// Different.
    Changed,
    /// More than before.
    Up,
    /// Less than before.
    Down,
}

impl Sign {
    /// The sign.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Sign::Come => "+",
            Sign::Gone => "−",
            Sign::Changed => "~",
            Sign::Up => "↑",
            Sign::Down => "↓",
        }
    }

    fn of(by: f64) -> Self {
        if by < 0.0 { Sign::Down } else { Sign::Up }
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What kind of difference.
    pub sign: Sign,
    /// The record it is about, and its kind.
    pub record: Named,
    /// Its kind.
    pub kind: Kind,
    /// What is different.
    pub text: String,
    /// How much, where that can be said in a number.
    pub by: f64,
}

/// One figure of both states.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What it counts.
    pub label: &'static str,
    /// Then, as it is written.
    pub then: String,
    /// Now, as it is written.
    pub now: String,
    /// The difference, with its sign; empty for none.
    pub difference: String,
}

/// Both states, and the language they are told in.
#[derive(Clone, Copy)]
pub struct Teller<'s> {
    /// The data of then.
    pub then: &'s Store,
    /// The data of now.
    pub now: &'s Store,
    /// The language.
    pub lang: Lang,
}

impl Teller<'_> {
    fn texts(self) -> &'static CompareTexts {
        &self.lang.texts().compare
    }

    /// Networks: come, gone, changed.
    #[must_use]
    pub fn networks(self, found: &Comparison) -> Vec<Line> {
        let list = &found.networks;
        self.records(Kind::Network, &list.added, &list.removed, &list.changed)
    }

    /// Actors: come, gone, changed.
    #[must_use]
    pub fn actors(self, found: &Comparison) -> Vec<Line> {
        let list = &found.actors;
        self.records(Kind::Actor, &list.added, &list.removed, &list.changed)
    }

    fn records(self, kind: Kind, added: &[Come], removed: &[Come], changed: &[Changed]) -> Vec<Line> {
        let line = |sign, record: &Named, text| Line { sign, record: record.clone(), kind, text, by: 0.0 };
        let came = added.iter().map(|come| line(Sign::Come, &come.record, self.came(kind, come)));
        let went = removed.iter().map(|come| line(Sign::Gone, &come.record, self.went(kind, come)));
        // What went up or down is told among the ratings.
        let rated = |change: &&FieldChange| {
            kind == Kind::Network
                && change.field == network::ACTIVITY
                && change.before.is_some()
                && change.after.is_some()
        };
        let other = changed.iter().filter_map(|one| {
            let fields = one.fields.iter().filter(|change| !rated(change));
            let fields: Vec<String> = fields.map(|change| self.field(kind.shape(), change)).collect();
            (!fields.is_empty()).then(|| line(Sign::Changed, &one.record, fields.join("; ")))
        });
        came.chain(went).chain(other).collect()
    }

    fn members(self, count: usize) -> String {
        match count {
            0 => self.texts().no_members.to_owned(),
            1 => self.texts().member.to_owned(),
            _ => fill(self.texts().members, &[&count.to_string()]),
        }
    }

    fn came(self, kind: Kind, come: &Come) -> String {
        let texts = self.texts();
        if kind == Kind::Actor {
            return texts.noted_actor.to_owned();
        }
        let members = self.members(come.members);
        if come.cause != Cause::Founded {
            return fill(texts.noted, &[&members]);
        }
        let record = self.now.get(Kind::Network, &come.record.id);
        let reader = Reader { store: self.now, lang: self.lang };
        let from = record.map_or_else(String::new, |record| reader.field(record, network::FROM));
        fill(texts.founded, &[&from, &members])
    }

    fn went(self, kind: Kind, come: &Come) -> String {
        let texts = self.texts();
        match (come.cause, &come.into) {
            (Cause::Merged, Some(into)) => fill(texts.merged, &[&into.name]),
            (Cause::Ended, _) => fill(texts.ended, &[&self.members(come.members)]),
            _ if kind == Kind::Actor => texts.dropped_actor.to_owned(),
            _ => fill(texts.dropped, &[&self.members(come.members)]),
        }
    }

    /// "lifecycle: active → dormant"; of long texts and parts only that they are different.
    fn field(self, shape: &'static Shape, change: &FieldChange) -> String {
        let texts = self.texts();
        let spec = shape.spec(change.field);
        let label = vocabulary::field_label(shape.name, spec.key, self.lang);
        if matches!(spec.of, Type::Text | Type::Parts(_)) {
            let words = match (&change.before, &change.after) {
                (None, _) => texts.filled,
                (_, None) => texts.emptied,
                _ => texts.rewritten,
            };
            return fill(words, &[label]);
        }
        let said = |store, value: Option<&Value>| {
            let record = Record::new(shape, crate::landscape::Id::none()).with(change.field, value.cloned());
            let reader = Reader { store, lang: self.lang };
            match reader.field(&record, change.field) {
                text if text.is_empty() => "–".to_owned(),
                text => text,
            }
        };
        let (before, after) = (said(self.then, change.before.as_ref()), said(self.now, change.after.as_ref()));
        fill(texts.turned, &[label, &before, &after])
    }

    /// Members in and out, a line a network; those of networks that came or went themselves are told there.
    #[must_use]
    pub fn seats(self, found: &Comparison) -> Vec<Line> {
        let mut lines: BTreeMap<(String, Named), [Vec<String>; 3]> = BTreeMap::new();
        let list = &found.memberships;
        for (at, seats) in [&list.added, &list.removed, &list.changed].into_iter().enumerate() {
            for seat in seats.iter().filter(|seat| seat.lasting) {
                let parts = lines.entry((seat.network.name.clone(), seat.network.clone())).or_default();
                let who = if at == 2 { self.roles(seat) } else { self.who(seat) };
                parts.get_mut(at).into_iter().for_each(|part| part.push(who.clone()));
            }
        }
        lines.into_iter().map(|((_, record), parts)| self.seat_line(record, &parts)).collect()
    }

    fn seat_line(self, record: Named, [came, left, other]: &[Vec<String>; 3]) -> Line {
        let texts = self.texts();
        let told = |words: &str, who: &[String]| (!who.is_empty()).then(|| fill(words, &[&who.join(", ")]));
        let mut parts: Vec<String> = [told(texts.came, came), told(texts.left, left)].into_iter().flatten().collect();
        parts.extend(other.iter().cloned());
        let sign = match (came.len(), left.len()) {
            (0, 0) => Sign::Changed,
            (_, 0) => Sign::Come,
            (0, _) => Sign::Gone,
            _ => Sign::Changed,
        };
        let by = real(came.len()) - real(left.len());
        Line { sign, record, kind: Kind::Network, text: parts.join("; "), by }
    }

    fn who(self, seat: &SeatChange) -> String {
        match &seat.person {
            Some(person) => fill(self.texts().for_whom, &[&person.name, &seat.actor.name]),
            None => seat.actor.name.clone(),
        }
    }

    fn roles(self, seat: &SeatChange) -> String {
        let said = |roles: &[SmolStr]| match roles {
            [] => self.texts().no_role.to_owned(),
            roles => roles.iter().map(|role| vocabulary::label("role", role, self.lang)).collect::<Vec<_>>().join(", "),
        };
        fill(self.texts().roles, &[&self.who(seat), &said(&seat.before), &said(&seat.after)])
    }

    /// Ratings up and down.
    #[must_use]
    pub fn ratings(self, found: &Comparison) -> Vec<Line> {
        found.ratings.iter().map(|rated| self.rating(rated)).collect()
    }

    fn rating(self, rated: &Rated) -> Line {
        let texts = self.texts();
        let label = match &rated.what {
            What::Activity => vocabulary::field_label("network", "activity", self.lang),
            What::Intensity => vocabulary::field_label("relation", "intensity", self.lang),
            What::Dimension(key) => vocabulary::label("rating_dimension", key, self.lang),
        };
        let digits = usize::from(rated.voices.is_some());
        let [before, after] = [rated.before, rated.after].map(|value| decimal(value, digits, self.lang));
        let step = match rated.voices {
            None => fill(texts.step, &[&before, &after]),
            Some((then, now)) => fill(texts.voices, &[&before, &after, &then.to_string(), &now.to_string()]),
        };
        let by = rated.after - rated.before;
        let text = format!("{label} {step}");
        Line { sign: Sign::of(by), record: rated.subject.clone(), kind: rated.kind, text, by }
    }

    /// Actors and networks whose place has changed.
    #[must_use]
    pub fn places(self, found: &Comparison) -> Vec<Line> {
        found.moved.iter().map(|moved| self.place(moved)).collect()
    }

    fn place(self, moved: &Moved) -> Line {
        let texts = self.texts();
        let (then, now) = moved.ties();
        let share = |row: &Option<crate::analysis::measures::Row>| {
            row.as_ref().map_or_else(|| "–".to_owned(), |row| decimal(row.betweenness_centrality, 3, self.lang))
        };
        let ties = fill(texts.ties, &[&then.to_string(), &now.to_string()]);
        let between = fill(texts.between, &[&share(&moved.then), &share(&moved.now)]);
        let sign = match (&moved.then, &moved.now) {
            (None, _) => Sign::Come,
            (_, None) => Sign::Gone,
            _ => Sign::of(moved.by()),
        };
        Line {
            sign,
            record: moved.record.clone(),
            kind: moved.kind,
            text: format!("{ties}, {between}"),
            by: moved.by(),
        }
    }

    /// The figures of both states, one under the other.
    #[must_use]
    pub fn figures(self, found: &Comparison) -> Vec<Pair> {
        let texts = self.texts();
        let count = |label, of: fn(&Figures) -> usize| {
            let (then, now) = (of(&found.then), of(&found.now));
            Pair {
                label,
                then: then.to_string(),
                now: now.to_string(),
                difference: signed(real(now) - real(then), 0, self.lang),
            }
        };
        let density = Pair {
            label: texts.density,
            then: decimal(found.then.density, 3, self.lang),
            now: decimal(found.now.density, 3, self.lang),
            difference: signed(found.now.density - found.then.density, 3, self.lang),
        };
        vec![
            count(texts.bodies, |figures| figures.networks),
            count(texts.sitting, |figures| figures.actors),
            count(texts.memberships, |figures| figures.memberships),
            density,
            count(texts.parts, |figures| figures.components.len()),
            count(texts.largest, |figures| figures.components.first().copied().unwrap_or(0)),
            count(texts.alone, |figures| figures.alone),
            count(texts.cut_points, |figures| figures.cut_points),
            count(texts.with_members, |figures| figures.known.with_members),
            count(texts.with_rhythm, |figures| figures.known.with_rhythm),
            count(texts.with_source, |figures| figures.known.with_source),
        ]
    }
}

/// A number with so many digits behind the point, in the habit of the language.
fn decimal(number: f64, digits: usize, lang: Lang) -> String {
    let text = format!("{number:.digits$}");
    lang.pick(text.replace('.', ","), text)
}

/// A difference with its sign; empty where nothing of it can be seen.
fn signed(by: f64, digits: usize, lang: Lang) -> String {
    let text = decimal(by.abs(), digits, lang);
    if !text.chars().any(|letter| ('1'..='9').contains(&letter)) {
        return String::new();
    }
    if by < 0.0 { format!("−{text}") } else { format!("+{text}") }
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
