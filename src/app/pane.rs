//! One of the three lists: what it holds, in which order, what is selected. Selection goes by id, never by row, so that
//! nothing moves unless the user moved it.

mod concerned;
mod key;
mod order;
mod related;
mod rows;
mod sift;
mod sorted;
mod text;

pub use order::{Order, SortBy};
pub use related::{Looking, MANY, is_crowded, related, tied_to};
pub use rows::{Rows, Slot};
pub use text::{RowText, row_text};

use crate::app::line::Line;
use crate::landscape::{Id, Kind};
use crate::search::session::Session;
pub(super) use sift::Sift;
use std::time::Duration;

/// A list.
#[derive(Debug)]
pub struct Pane {
    /// What it lists.
    pub kind: Kind,
    /// All its records in their order.
    pub order: Order,
    /// What it shows now.
    pub rows: Rows,
    /// What that was computed for.
    pub of: RowsFor,
    /// The selected record.
    pub selected: Option<Id>,
    /// The row the selection had before the rows were emptied for an edit.
    pub(super) stood: Option<usize>,
    /// Whose list it waits for, as long as that is worked out.
    pub awaits: Option<(Kind, Id)>,
    /// The first row on the screen.
    pub top: usize,
    /// What it is filtered by.
    pub filter: Option<Filter>,
    /// The search behind the filter.
    pub(super) search: Session,
    /// What stands behind it instead when it asks for fields.
    pub(super) sift: Option<Sift>,
}

/// What the rows of a list were computed for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsFor {
    /// Which state of the data.
    pub edition: u64,
    /// What it was filtered by.
    pub filter: String,
    /// What was selected elsewhere, so that what is tied to it stands first.
    pub tied: Option<(Kind, Id)>,
}

/// A filter, while it is typed and afterwards.
#[derive(Clone, Debug)]
pub struct Filter {
    /// What was typed.
    pub line: Line,
    /// It has the keys.
    pub typing: bool,
    /// What was selected before, for when the filter is dropped.
    pub before: Option<Id>,
}

/// What the three lists hold, and in which order at first.
pub const LISTS: [(Kind, SortBy); 3] =
    [(Kind::Network, SortBy::Name), (Kind::Actor, SortBy::Name), (Kind::Rhythm, SortBy::NextDate)];

impl Pane {
    /// An empty list of a kind.
    #[must_use]
    pub fn new(kind: Kind, sort: SortBy) -> Self {
        Pane {
            kind,
            order: Order::new(sort),
            rows: Rows::default(),
            of: RowsFor::default(),
            selected: None,
            stood: None,
            awaits: None,
            top: 0,
            filter: None,
            search: Session::default(),
            sift: None,
        }
    }

    /// Is something still being looked for?
    #[must_use]
    pub fn is_busy(&self) -> bool {
        !self.search.is_done() || self.sift.as_ref().is_some_and(|sift| !sift.is_done())
    }

    /// How long that will still take.
    #[must_use]
    pub fn rest(&self) -> Duration {
        self.search.rest().saturating_add(self.sift.as_ref().map_or(Duration::ZERO, Sift::rest))
    }

    /// Looks for nothing any more.
    pub(super) fn look_for_nothing(&mut self) {
        self.search = Session::default();
        self.sift = None;
    }

    /// The row of the selected record.
    #[must_use]
    pub fn row(&self) -> Option<usize> {
        self.rows.find(self.selected.as_ref()?)
    }

    /// Selects the record `by` rows away, as far as there are any.
    pub fn move_by(&mut self, by: isize) {
        let row = self.row().unwrap_or(0);
        self.select_row(row.saturating_add_signed(by), by >= 0);
    }

    /// Selects the record in this row, or the nearest one.
    pub fn select_row(&mut self, row: usize, forward: bool) {
        let last = self.rows.len().saturating_sub(1);
        let row = row.min(last);
        let past = if forward { row.saturating_add(1).min(last) } else { row.saturating_sub(1) };
        let found = self.rows.id(row).or_else(|| self.rows.id(past)).or_else(|| self.rows.id(0));
        if let Some(id) = found {
            self.selected = Some(id.clone());
        }
    }

    /// Shows other rows. The selection stays if it is still there; when something else is tied to it or found now, the
    /// first row is selected; after an edit, what stands in the place of what is gone.
    pub fn fill(&mut self, rows: Rows, of: RowsFor, height: usize) {
        let (tied, filter) = (self.of.tied != of.tied, self.of.filter != of.filter);
        let stood = self.stood.take();
        let row = self.row().or(stood).filter(|_| !tied && !filter);
        self.rows = rows;
        self.of = of;
        let stays = if tied && self.rows.first_len() > 0 {
            self.selected.as_ref().is_some_and(|id| self.rows.is_first(id))
        } else {
            self.row().is_some() && !(filter && self.rows.is_filtered())
        };
        if !stays {
            self.selected = None;
            self.top = row.map_or(0, |_| self.top);
            self.select_row(row.unwrap_or(0), true);
        }
        self.show(height);
    }

    /// Shows what a search has found by now: a record that was moved to stays selected, else it is the best.
    pub fn go_on(&mut self, rows: Rows, height: usize) {
        let moved = self.row().is_some_and(|row| row > 0);
        self.rows = rows;
        if !moved || self.row().is_none() {
            self.select_row(0, true);
        }
        self.show(height);
    }

    /// Scrolls just so far that the selected row is on the screen.
    pub fn show(&mut self, height: usize) {
        let row = self.row().unwrap_or(0);
        let most = self.rows.len().saturating_sub(height);
        self.top = self.top.min(row).max((row + 1).saturating_sub(height)).min(most);
    }
}
