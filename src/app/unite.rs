//! Before two networks become one: which stays, which of two values that contradict is to stand, and what will happen.
//! Space chooses, Tab changes which stays, Enter does it. Computes nothing itself.

use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use super::keymap::Scope;
use super::{Action, Context, Message, Outcome, Reply};
use crate::i18n::fill;
use crate::landscape::{Field, Id, Kind, Record, network, vocabulary};
use crate::store::unite::{conflicts, shown, union};
use crate::store::{Change, Store, name_of, title};
use std::sync::Arc;

/// The two networks, and what was chosen.
#[derive(Debug)]
pub struct Unite {
    first: Id,
    second: Id,
    /// The second stays.
    turned: bool,
    /// Fields in which the value of the one that goes is to stand.
    other_wins: Vec<Field>,
}

impl Unite {
    /// Of these two the first is to stay, until something else is chosen.
    #[must_use]
    pub fn new(first: Id, second: Id) -> Self {
        Unite { first, second, turned: false, other_wins: Vec::new() }
    }

    /// The one that stays, and the one that goes.
    fn pair<'s>(&self, store: &'s Store) -> Option<(&'s Arc<Record>, &'s Arc<Record>)> {
        let (stays, goes) = if self.turned { (&self.second, &self.first) } else { (&self.first, &self.second) };
        Some((store.get(Kind::Network, stays)?, store.get(Kind::Network, goes)?))
    }

    /// The fields to be taken from the one that goes.
    fn taken(&self, stays: &Record, goes: &Record) -> Vec<Field> {
        conflicts(stays, goes).into_iter().filter(|field| self.other_wins.contains(field)).collect()
    }

    fn change(&self, cx: &Context) -> Option<(Change, Id)> {
        let (stays, goes) = self.pair(cx.data.store())?;
        let taken = self.taken(stays, goes);
        let change = union(cx.data.store(), cx.data.refs(), (&stays.id, &goes.id), &taken, cx.lang)?;
        Some((change, stays.id.clone()))
    }
}

impl Content for Unite {
    fn title(&self, cx: &Context) -> String {
        let stays = self.pair(cx.data.store()).map_or_else(String::new, |(stays, _)| title(cx.data.store(), stays));
        fill(cx.texts.twins.unite_title, &[&stays])
    }

    fn counts(&self) -> bool {
        false
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        vec![cx.texts.twins.swaps; 2]
    }

    fn columns(&self, _: usize, cx: &Context) -> Vec<Column> {
        let store = cx.data.store();
        let side = |id: &Id, rank| Column { fixed: true, rank, ..Column::text(&name_of(store, id), 60, rank) };
        vec![
            Column { fixed: true, ..Column::text(cx.texts.twins.col_field, 22, 1) },
            Column { fixed: true, ..Column::wide(&name_of(store, &self.first)) },
            side(&self.second, 0),
        ]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        self.turned = mode == 1;
        let store = cx.data.store();
        let Some((stays, goes)) = self.pair(store) else { return Vec::new() };
        let (one, other) = if self.turned { (goes, stays) } else { (stays, goes) };
        let told = told(self.change(cx).as_ref(), cx);
        let asked = conflicts(stays, goes).into_iter();
        let mut rows: Vec<Row> = asked.map(|field| self.choice(field, [one, other], &told, cx)).collect();
        if rows.is_empty() {
            rows.push(all(Row::new("-", vec![Cell::text(""), Cell::text(cx.texts.twins.no_conflict)]), &told));
        }
        rows
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Unite, Scope::Board, Scope::List, Scope::Everywhere]
    }

    fn act(&mut self, action: &Action, row: Option<&Row>, cx: &Context) -> Option<Reply> {
        match action {
            Action::Mark => {
                let key: u8 = row?.key.parse().ok()?;
                let field = Field(key);
                if self.other_wins.contains(&field) {
                    self.other_wins.retain(|one| *one != field);
                } else {
                    self.other_wins.push(field);
                }
                Some(Reply::Stay)
            }
            Action::Unite => Some(match self.change(cx) {
                Some((change, id)) => Reply::Close(Outcome::Change(change, Kind::Network, id)),
                None => Reply::Say(Message::trouble(cx.texts.house.does_not_fit)),
            }),
            Action::Edit | Action::Open => Some(Reply::Stay),
            _ => None,
        }
    }
}

impl Unite {
    /// A field in which both say something different.
    fn choice(&self, field: Field, sides: [&Arc<Record>; 2], told: &[(String, String)], cx: &Context) -> Row {
        let spec = network::SHAPE.spec(field);
        let second = self.other_wins.contains(&field) != self.turned;
        let label = vocabulary::field_label("network", spec.key, cx.lang);
        let said = sides.map(|record| {
            record.get(field).map_or_else(String::new, |value| shown(cx.data.store(), spec.of, value, cx.lang))
        });
        let cell = |text: &str, wins: bool| {
            let cell = Cell::text(format!("{} {text}", if wins { "●" } else { "○" }));
            cell.tone(if wins { Tone::Strong } else { Tone::Quiet })
        };
        let [one, other] = &said;
        let cells = vec![Cell::text(label), cell(one, !second), cell(other, second)];
        let lost = if second { one } else { other };
        let names = field == network::NAME || field == network::SHORT;
        let becomes = if names { cx.texts.twins.becomes_alias } else { cx.texts.twins.becomes_note };
        all(Row::new(field.0.to_string(), cells).say(label, fill(becomes, &[lost])), told)
    }
}

fn all(row: Row, told: &[(String, String)]) -> Row {
    told.iter().fold(row, |row, (label, text)| row.say(label, text))
}

/// What will happen, in words.
fn told(change: Option<&(Change, Id)>, cx: &Context) -> Vec<(String, String)> {
    let Some((change, id)) = change else { return Vec::new() };
    let texts = &cx.texts.twins;
    let along: Vec<String> = change.step.along.iter().map(|(what, n)| along(what, *n, cx)).collect();
    let mut out = Vec::new();
    if let Ok(after) = change.apply(cx.data.store())
        && let Some(record) = after.get(Kind::Network, id)
    {
        let count = record.parts(network::MEMBERS).len().to_string();
        out.push((texts.happens.to_owned(), fill(texts.seats_then, &[&count])));
    }
    if !along.is_empty() {
        out.push((texts.led.to_owned(), along.join(", ")));
    }
    out.push((String::new(), texts.united_rest.to_owned()));
    out
}

fn along(what: &'static str, count: usize, cx: &Context) -> String {
    format!("{count} {}", vocabulary::kind_label(what, count, cx.lang))
}
