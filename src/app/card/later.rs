//! Lines of long sections that are said when somebody looks at them: an institution can sit in thousands of networks, and a
//! screen shows forty lines. Until then such a line knows what it is about, takes one line, and leads nowhere.

use super::row::Row;
use super::sheet::Sheet;
use super::{Card, spoken};
use crate::app::Context;
use crate::landscape::{Kind, Record};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// How many lines of a section are said at once on a screen.
pub const FIRST: usize = 100;

/// How a line says one of the many of a section: a record that is tied to the one of the card, or one of its parts.
pub(super) type Say = fn(&Sheet, &Arc<Record>, usize) -> Row;

/// What a line is about that nobody has looked at yet.
#[derive(Clone)]
pub(super) struct Later {
    of: Arc<Record>,
    part: usize,
    say: Say,
}

impl PartialEq for Later {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.of, &other.of) && self.part == other.part
    }
}

impl Eq for Later {}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Later").field(&self.of.id).field(&self.part).finish()
    }
}

/// One of the many of a section.
pub(super) type One<'a> = (&'a Arc<Record>, usize);

/// The lines of a section: the first of them said, the others to be said when they are looked at.
pub(super) fn lines<'a>(sheet: &Sheet<'a>, section: impl IntoIterator<Item = One<'a>>, say: Say) -> Vec<Row> {
    let line = |(nth, (of, part)): (usize, One<'a>)| {
        if nth < sheet.first {
            return say(sheet, of, part);
        }
        Row { item: true, later: Some(Later { of: of.clone(), part, say }), ..Row::default() }
    };
    section.into_iter().enumerate().map(line).collect()
}

/// Says the lines in this range of the card of a record, as far as that has not been done.
pub(super) fn say(card: &mut Card, range: Range<usize>, kind: Kind, id: &str, cx: &Context) {
    let range = range.start.min(card.rows.len())..range.end.min(card.rows.len());
    let Some(rows) = card.rows.get_mut(range).filter(|rows| rows.iter().any(|row| row.later.is_some())) else { return };
    let Some(record) = cx.data.store().get(kind, id) else { return };
    let sheet = Sheet::alone(cx, kind, record);
    for row in rows {
        if let Some(Later { of, part, say }) = row.later.take() {
            *row = spoken(&sheet, say(&sheet, &of, part));
        }
    }
}
