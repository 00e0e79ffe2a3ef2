//! The rows of a picker: what was found, the value of one's own, what can be made anew. Knows no keys.

use super::{Pick, Source, records, used, values};
use crate::app::Context;
use crate::landscape::{Kind, Target};
use crate::search::fold;
use crate::search::session::{SLICE, Session};
use std::time::Duration;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The value or id.
    pub key: String,
    /// Its name.
    pub label: String,
    /// What tells it from others of the same name.
    pub note: String,
}

/// A row of a picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A value or a record.
    Hit(Hit),
    /// What is typed, as a value.
    Own(String),
    /// A new record of this kind; is it a person?
    New(Kind, bool),
}

impl Row {
    /// The value or id it stands for.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Row::Hit(hit) => Some(&hit.key),
            Row::Own(text) => Some(text),
            Row::New(..) => None,
        }
    }
}

impl Pick {
    /// The values to choose from; records are looked up each time.
    pub(super) fn all_values(&self, cx: &Context) -> Vec<Hit> {
        match &self.source {
            Source::References(_) => Vec::new(),
            Source::Values(list, open) => values::of_list(list, *open, cx),
            Source::Steps(list, min, max) => values::of_scale(list, *min, *max, cx),
            Source::Offered(hits) => hits.clone(),
            Source::Used(shape, field) => used::in_field(shape, *field, cx),
        }
    }

    /// Finds the rows for what is typed, and points at the first.
    pub(in crate::app) fn refresh(&mut self, cx: &Context) {
        match (&self.source, cx.lookup.landscape()) {
            (Source::References(target), Some(landscape)) if records::is_searched(*target, self.query.text()) => {
                self.search.retype(landscape, self.query.text(), records::kinds(*target), records::MOST);
                self.search.step(landscape, SLICE);
            }
            _ => self.search = Session::default(),
        }
        self.show(cx);
        self.at = 0;
    }

    /// Is it still looking for what was typed?
    pub(in crate::app) fn is_busy(&self) -> bool {
        !self.search.is_done()
    }

    /// The search for what is typed.
    pub(in crate::app) fn search(&self) -> &Session {
        &self.search
    }

    /// The same, to go on with.
    pub(in crate::app) fn search_mut(&mut self) -> &mut Session {
        &mut self.search
    }

    /// Looks on for about this long; shows what was found when that is over or wanted. The row one has moved to stays.
    pub(in crate::app) fn go_on(&mut self, cx: &Context, slice: Duration, show: bool) {
        let Some(landscape) = cx.lookup.landscape() else { return };
        if self.search.step(landscape, slice) || show {
            self.show_on(cx);
        }
    }

    /// What is taken is the best of all, not the best so far; false when the row one had moved to is none of those.
    pub(super) fn finish(&mut self, cx: &Context) -> bool {
        let Some(landscape) = cx.lookup.landscape().filter(|_| self.is_busy()) else { return true };
        self.search.finish(landscape);
        self.show_on(cx)
    }

    /// Shows what was found by now; whether the row one had moved to is still there.
    fn show_on(&mut self, cx: &Context) -> bool {
        let moved = self.rows.get(self.at).filter(|_| self.at > 0).cloned();
        self.show(cx);
        let stays = moved.map(|row| self.rows.iter().position(|other| *other == row));
        self.at = stays.flatten().unwrap_or(0);
        stays != Some(None)
    }

    fn show(&mut self, cx: &Context) {
        let typed = self.query.text().trim().to_owned();
        let (hits, all) = match &self.source {
            Source::References(target) => records::find(self, *target, &typed, cx),
            _ => values::find(&self.values, &typed),
        };
        // What was found for the query before stays until there is something better.
        if hits.is_empty() && self.is_busy() {
            return;
        }
        (self.found, self.all) = (hits.len(), all);
        self.rows = hits.into_iter().map(Row::Hit).collect();
        self.put_marked_first(&typed, cx);
        self.rows.extend(self.own(&typed));
        self.rows.extend(self.news());
    }

    /// Before anything is typed, what is marked stands first, even if it is not in the list.
    fn put_marked_first(&mut self, typed: &str, cx: &Context) {
        if !typed.is_empty() {
            return;
        }
        let here = |key: &str| self.rows.iter().any(|row| row.key() == Some(key));
        let others: Vec<Hit> = self.marked.iter().filter(|key| !here(key)).map(|key| self.hit_of(key, cx)).collect();
        self.rows.extend(others.into_iter().map(Row::Hit));
        if self.multi {
            let marked = |row: &Row| row.key().is_some_and(|key| self.marked.iter().any(|marked| marked == key));
            let (first, rest): (Vec<Row>, Vec<Row>) = std::mem::take(&mut self.rows).into_iter().partition(marked);
            self.rows = first.into_iter().chain(rest).collect();
        }
    }

    fn hit_of(&self, key: &str, cx: &Context) -> Hit {
        match self.source {
            Source::References(_) => records::hit(key, cx),
            Source::Values(list, _) => values::own(list, key, cx),
            _ => Hit { key: key.to_owned(), label: key.to_owned(), note: String::new() },
        }
    }

    /// What is typed as a value of one's own, unless there is one called like it.
    fn own(&self, typed: &str) -> Option<Row> {
        let open = matches!(self.source, Source::Values(_, true) | Source::Used(..));
        let folded = fold(typed);
        let known = |row: &Row| matches!(row, Row::Hit(hit) if fold(&hit.label) == folded || hit.key == typed);
        (open && !typed.is_empty() && !self.rows.iter().any(known)).then(|| Row::Own(typed.to_owned()))
    }

    /// What can be made anew.
    fn news(&self) -> Vec<Row> {
        let Source::References(target) = self.source else { return Vec::new() };
        let (institution, person) = (Row::New(Kind::Actor, false), Row::New(Kind::Actor, true));
        match (target, self.only) {
            (Target::Actor, super::Only::Institutions) => vec![institution],
            (Target::Actor, _) => vec![institution, person],
            (Target::Person, _) => vec![person],
            (Target::Network, _) => vec![Row::New(Kind::Network, false)],
            (Target::Body | Target::Subject, _) => vec![Row::New(Kind::Network, false), institution],
            (Target::Rhythm, _) => vec![Row::New(Kind::Rhythm, false)],
            (Target::Task, _) => Vec::new(),
        }
    }
}
