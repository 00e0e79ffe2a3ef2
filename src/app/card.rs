//! The card: everything about one record as lines that can be followed. Knows no widths and no colours.
//!
//! ```text
//!  card(kind, id) ─► Sheet (the record, who refers to it) ─► one file per kind ─► facts, then sections of items
//!                                                             parts shared by kinds: seat, voices, work, keeping …
//!  Card::look_at(lines)   ─► says those of a long section that have not been looked at yet (`later`)
//! ```

mod actor;
mod alike;
mod evidence;
mod guide;
mod habit;
mod keeping;
mod landscape;
mod later;
mod meeting;
mod meetings;
mod network;
mod privacy;
mod relation;
mod rhythm;
mod row;
mod seat;
mod sheet;
mod speech;
mod ties;
mod units;
mod value;
mod verdict;
mod voices;
mod when;
mod work;

pub use habit::take_over;
pub use later::FIRST;
pub use row::{At, Follow, Row, Span, Tone};

use super::Context;
use super::pane::MANY;
use crate::landscape::Kind;
use sheet::Sheet;
use std::collections::HashMap;
use std::ops::Range;

/// A record as people read it.
#[derive(Clone, Debug, Default)]
pub struct Card {
    /// Its name.
    pub title: String,
    /// What it is, in a few words.
    pub subtitle: String,
    /// Its lines: facts first, then sections with a heading each.
    pub rows: Vec<Row>,
}

impl Card {
    /// Somebody looks at these lines of the card of a record: they are said, as far as that has not been done.
    pub fn look_at(&mut self, lines: Range<usize>, (kind, id): (Kind, &str), cx: &Context) {
        later::say(self, lines, kind, id, cx);
    }
}

/// The whole card of a record; nothing when there is no such record.
#[must_use]
pub fn card(kind: Kind, id: &str, cx: &Context) -> Option<Card> {
    card_begun(kind, id, cx, usize::MAX)
}

/// The same with so many lines of each section said; the others are said when they are looked at ([`Card::look_at`]).
#[must_use]
pub fn card_begun(kind: Kind, id: &str, cx: &Context, first: usize) -> Option<Card> {
    let record = cx.data.store().get(kind, id)?;
    Some(page(&Sheet::new(cx, kind, record, first)))
}

/// What is known at once of the card of a record very many name: all but what records of those kinds say of which there
/// are so many. Its lines are said when they are looked at; the last says that there will be more.
#[must_use]
pub fn card_at_once(kind: Kind, id: &str, cx: &Context) -> Option<Card> {
    let record = cx.data.store().get(kind, id)?;
    let mut counts: HashMap<Kind, usize> = HashMap::new();
    cx.data.refs().hints(id).for_each(|(kind, _)| *counts.entry(kind).or_default() += 1);
    let few = |kind: Kind| counts.get(&kind).is_none_or(|count| *count <= MANY);
    let referring = cx.data.refs().among(id, cx.data.store(), few);
    let mut card = page(&Sheet { referring, first: 1, ..Sheet::alone(cx, kind, record) });
    card.subtitle.push_str(" …");
    card.rows.push(Row::heading("…"));
    card.look_at(0..usize::from(cx.size.1), (kind, id), cx);
    Some(card)
}

fn page(sheet: &Sheet) -> Card {
    let (subtitle, rows) = match sheet.kind {
        Kind::Network => network::page(sheet),
        Kind::Actor => actor::page(sheet),
        Kind::Rhythm => rhythm::page(sheet),
        Kind::Meeting => meeting::page(sheet),
        Kind::Relation => relation::page(sheet),
        Kind::Evidence => evidence::page(sheet),
        Kind::Verdict => verdict::page(sheet),
        Kind::Landscape => landscape::page(sheet),
    };
    let rows = rows.into_iter().map(|row| spoken(sheet, row)).collect();
    Card { title: sheet.title(), subtitle, rows }
}

/// The line, saying that there is nothing to call its thing by if it has nothing to say.
fn spoken(sheet: &Sheet, row: Row) -> Row {
    if row.spans.is_empty() && row.later.is_none() { sheet.nameless(row) } else { row }
}
