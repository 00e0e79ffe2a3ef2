//! What layers may look at, taken along to another thread: the data as they were, without what searches them.

use super::{Context, Lookup};
use crate::i18n::Lang;
use crate::landscape::Kind;
use crate::search::landscape::Found;
use crate::store::Data;
use jiff::civil::DateTime;

/// A [`Context`] that lasts.
#[derive(Debug)]
pub struct Apart {
    data: Data,
    lang: Lang,
    now: DateTime,
    me: String,
    size: (u16, u16),
    edition: u64,
}

/// There is nothing to search with; who looks around does so by itself.
struct Alone;

impl Lookup for Alone {
    fn found(&self, _: &str, _: &[Kind], _: usize) -> Vec<Found> {
        Vec::new()
    }
}

impl Apart {
    /// That of now.
    #[must_use]
    pub fn of(cx: &Context) -> Self {
        Apart {
            data: cx.data.snapshot(),
            lang: cx.lang,
            now: cx.now,
            me: cx.me.to_owned(),
            size: cx.size,
            edition: cx.edition,
        }
    }

    /// What layers may look at.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context {
            data: &self.data,
            lookup: &Alone,
            texts: self.lang.texts(),
            lang: self.lang,
            now: self.now,
            me: &self.me,
            size: self.size,
            edition: self.edition,
        }
    }
}
