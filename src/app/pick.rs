//! Pickers: values of open lists and references to records, by typing. Looks at the data through its context and changes
//! nothing but itself. Knows no widths and no colours.
//!
//! ```text
//!  query ─► values (list, own values, used) ─┐
//!       └─► records (search, likely first) ──┴─► rows: hits · own value · new …  ─ Enter ─► Outcome::Picked
//! ```

mod act;
mod records;
mod rows;
mod used;
mod values;

pub use rows::{Hit, Row};

use crate::app::Context;
use crate::app::line::Line;
use crate::landscape::{Field, Shape, Target};
use crate::search::session::Session;

/// A picker of values or references.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent answers: multi, pointed, touched, making")]
pub struct Pick {
    source: Source,
    title: String,
    multi: bool,
    query: Line,
    marked: Vec<String>,
    values: Vec<Hit>,
    rows: Vec<Row>,
    at: usize,
    found: usize,
    all: usize,
    /// Something was typed or moved since the last mark: Enter means the row, too.
    pointed: bool,
    /// Marks were changed.
    touched: bool,
    /// The form of a new record is open above.
    making: bool,
    within: String,
    only: Only,
    except: String,
    /// The look at the records for what is typed.
    search: Session,
}

/// Where the rows come from.
#[derive(Clone, Debug)]
enum Source {
    References(Target),
    /// A value list; whether values of one's own are possible.
    Values(&'static str, bool),
    /// Numbers with names.
    Steps(&'static str, i64, i64),
    /// Only these, in this order.
    Offered(Vec<Hit>),
    /// What other records have in this field.
    Used(&'static Shape, Field),
}

/// Which actors are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// All of them.
    Everybody,
    /// Institutions and units.
    Institutions,
    /// People.
    People,
}

impl Pick {
    /// A picker of references; `preselected` are marked, or pointed at when only one can be picked.
    #[must_use]
    pub fn references(target: Target, preselected: &[String], multi: bool, cx: &Context) -> Self {
        let only = if target == Target::Person { Only::People } else { Only::Everybody };
        let mut pick = Pick::over(Source::References(target), preselected, multi);
        pick.only = only;
        pick.start(cx)
    }

    /// A picker of the values of a list; lists are open, so that what is typed can be taken as a value of one's own.
    #[must_use]
    pub fn values(list: &'static str, preselected: &[String], multi: bool, cx: &Context) -> Self {
        Pick::over(Source::Values(list, true), preselected, multi).start(cx)
    }

    /// A picker of the steps of a scale.
    #[must_use]
    pub fn steps(list: &'static str, min: i64, max: i64, preselected: &[String], cx: &Context) -> Self {
        Pick::over(Source::Steps(list, min, max), preselected, false).start(cx)
    }

    /// A picker of what records of this shape already have in a field, or new words.
    #[must_use]
    pub fn used(shape: &'static Shape, field: Field, preselected: &[String], cx: &Context) -> Self {
        Pick::over(Source::Used(shape, field), preselected, true).start(cx)
    }

    /// A picker of one of these.
    #[must_use]
    pub fn offered(hits: Vec<Hit>, cx: &Context) -> Self {
        Pick::over(Source::Offered(hits), &[], false).start(cx)
    }

    fn over(source: Source, preselected: &[String], multi: bool) -> Self {
        Pick {
            source,
            title: String::new(),
            multi,
            query: Line::default(),
            marked: preselected.to_vec(),
            values: Vec::new(),
            rows: Vec::new(),
            at: 0,
            found: 0,
            all: 0,
            pointed: false,
            touched: false,
            making: false,
            within: String::new(),
            only: Only::Everybody,
            except: String::new(),
            search: Session::default(),
        }
    }

    /// Finds its rows and points at what was picked before.
    fn start(mut self, cx: &Context) -> Self {
        self.values = self.all_values(cx);
        self.refresh(cx);
        if !self.multi {
            let chosen =
                self.rows.iter().position(|row| row.key().is_some_and(|key| self.marked.iter().any(|m| m == key)));
            self.at = chosen.unwrap_or(0);
        }
        self
    }

    /// The same with a title.
    #[must_use]
    pub fn titled(mut self, title: &str) -> Self {
        title.clone_into(&mut self.title);
        self
    }

    /// The same with something typed already.
    #[must_use]
    pub fn typed(mut self, text: &str, cx: &Context) -> Self {
        if !text.trim().is_empty() {
            self.query.insert(text);
            self.pointed = true;
            self.refresh(cx);
        }
        self
    }

    /// The same for people of one institution first, and new people in it.
    #[must_use]
    pub fn within(mut self, institution: &str, cx: &Context) -> Self {
        institution.clone_into(&mut self.within);
        self.start(cx)
    }

    /// The same for some actors only.
    #[must_use]
    pub fn only(mut self, only: Only, cx: &Context) -> Self {
        self.only = only;
        self.start(cx)
    }

    /// The same without one record, which would refer to itself.
    #[must_use]
    pub fn except(mut self, id: &str, cx: &Context) -> Self {
        id.clone_into(&mut self.except);
        self.start(cx)
    }

    /// The same without values of one's own.
    #[must_use]
    pub fn as_listed(mut self, cx: &Context) -> Self {
        if let Source::Values(list, _) = self.source {
            self.source = Source::Values(list, false);
        }
        self.start(cx)
    }

    /// What is being picked.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What was typed.
    #[must_use]
    pub fn query(&self) -> &Line {
        &self.query
    }

    /// Can several be picked?
    #[must_use]
    pub fn is_multi(&self) -> bool {
        self.multi
    }

    /// The rows, best first.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The place of the row pointed at.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Is this value or record marked?
    #[must_use]
    pub fn is_marked(&self, key: &str) -> bool {
        self.marked.iter().any(|marked| marked == key)
    }

    /// How many are marked.
    #[must_use]
    pub fn marked(&self) -> usize {
        self.marked.len()
    }

    /// How many are found, among how many.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.found, self.all)
    }
}
