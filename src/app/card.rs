//! The card: everything about one record as lines that can be followed. Knows no widths and no colours.
//!
//! ```text
//!  card(kind, id) ─► Sheet (the record, who refers to it) ─► one file per kind ─► facts, then sections of items
//!                                                             parts shared by kinds: seat, voices, work, keeping …
//! ```

mod actor;
mod alike;
mod evidence;
mod guide;
mod habit;
mod keeping;
mod landscape;
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
pub use row::{At, Follow, Row, Span, Tone};

use super::Context;
use crate::landscape::Kind;
use sheet::Sheet;

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

/// The card of a record; nothing when there is no such record.
#[must_use]
pub fn card(kind: Kind, id: &str, cx: &Context) -> Option<Card> {
    let record = cx.data.store().get(kind, id)?;
    let sheet = Sheet::new(cx, kind, record);
    let (subtitle, rows) = match kind {
        Kind::Network => network::page(&sheet),
        Kind::Actor => actor::page(&sheet),
        Kind::Rhythm => rhythm::page(&sheet),
        Kind::Meeting => meeting::page(&sheet),
        Kind::Relation => relation::page(&sheet),
        Kind::Evidence => evidence::page(&sheet),
        Kind::Verdict => verdict::page(&sheet),
        Kind::Landscape => landscape::page(&sheet),
    };
    let rows = rows.into_iter().map(|row| if row.spans.is_empty() { sheet.nameless(row) } else { row }).collect();
    Some(Card { title: sheet.title(), subtitle, rows })
}
