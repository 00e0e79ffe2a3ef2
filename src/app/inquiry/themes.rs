//! The matrix by theme: how far the questions of all networks of a theme are answered. A network with two themes counts in
//! both.

use super::rows::Line;
use crate::app::Context;
use crate::arrange::Arrange as _;
use crate::guide::Status;
use crate::landscape::{Kind, network, the_landscape, vocabulary};
use std::collections::BTreeMap;

/// How many are answered, and of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Answered.
    pub done: usize,
    /// All, those given up left out.
    pub of: usize,
}

impl Share {
    /// In percent, rounded down: a hundred says that nothing is left. Nothing where there is no question.
    #[must_use]
    pub fn percent(self) -> Option<usize> {
        (self.of > 0).then(|| self.done * 100 / self.of)
    }

    fn add(&mut self, other: Share) {
        self.done += other.done;
        self.of += other.of;
    }
}

/// A theme.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Its key; empty for networks without a theme.
    pub key: String,
    /// Its name.
    pub name: String,
    /// It is one of the office's focus themes.
    pub focus: bool,
    /// How many networks work on it.
    pub networks: usize,
    /// How far each question is answered.
    pub shares: Vec<Share>,
    /// How far all are.
    pub all: Share,
}

/// The share of each question over these lines.
pub(super) fn shares<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<Share> {
    let mut sums: Vec<Share> = Vec::new();
    for line in lines {
        sums.resize(sums.len().max(line.cells.len()), Share::default());
        for (sum, cell) in sums.iter_mut().zip(&line.cells) {
            sum.add(Share { done: usize::from(cell.status.done()), of: usize::from(cell.status != Status::Dropped) });
        }
    }
    sums
}

/// The themes: focus themes first, also those no network works on; then by name, networks without a theme last.
pub(super) fn all(lines: &[Line], cx: &Context) -> Vec<Theme> {
    let store = cx.data.store();
    let focus = store.landscape().texts(the_landscape::THEMES);
    let mut by_theme: BTreeMap<&str, Vec<&Line>> = focus.iter().map(|theme| (&**theme, Vec::new())).collect();
    for line in lines {
        let Some(record) = store.get(Kind::Network, &line.id) else { continue };
        let themes = record.texts(network::THEMES);
        for theme in themes {
            by_theme.entry(theme).or_default().push(line);
        }
        if themes.is_empty() {
            by_theme.entry("").or_default().push(line);
        }
    }
    let theme = |(key, lines): (&str, Vec<&Line>)| {
        let shares = shares(lines.iter().copied());
        let mut all = Share::default();
        for share in &shares {
            all.add(*share);
        }
        let name = if key.is_empty() { cx.texts.inquiry.no_theme } else { vocabulary::label("theme", key, cx.lang) };
        let focus = focus.iter().any(|one| **one == *key);
        Theme { key: key.to_owned(), name: name.to_owned(), focus, networks: lines.len(), shares, all }
    };
    let mut themes: Vec<Theme> = by_theme.into_iter().map(theme).collect();
    themes.arrange_by_key(|theme| (theme.key.is_empty(), !theme.focus, crate::search::fold(&theme.name)));
    themes
}
