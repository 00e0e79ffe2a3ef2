//! A list to choose from, narrowed by typing: all commands, the keys that hold here, ways to sort. Knows no widths.

use super::keymap::Scope;
use super::line::Line;
use super::pane::SortBy;
use super::{Action, Context, Outcome, Reply};
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind};
use crate::search::fold;

/// What one chooses from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// All commands.
    Commands,
    /// The keys that hold here.
    Keys,
    /// What a list is sorted by.
    Sort,
    /// What is to be added.
    Attach,
    /// What to begin with.
    Start,
    /// What to put beside the data.
    Compare,
    /// Which of two records to go to.
    Pair,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is called.
    pub text: String,
    /// What it belongs to (a scope, quietly).
    pub beside: String,
    /// Its keys.
    pub keys: String,
    /// Why it cannot be done now.
    pub refused: Option<String>,
    /// What it does.
    pub choice: Choice,
}

/// What choosing an entry does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// An action.
    Act(Action),
    /// Another order of the list.
    Sort(SortBy),
    /// Going to a record.
    Go(Kind, Id),
}

/// A list to choose from.
#[derive(Debug)]
pub struct Chooser {
    /// What it is about.
    pub topic: Topic,
    /// What is typed.
    pub line: Line,
    /// All entries.
    pub entries: Vec<Entry>,
    /// Those that fit, by place.
    pub shown: Vec<usize>,
    /// The selected one.
    pub row: usize,
}

impl Chooser {
    /// A list of these entries.
    #[must_use]
    pub fn new(topic: Topic, entries: Vec<Entry>) -> Self {
        let shown = (0..entries.len()).collect();
        Chooser { topic, line: Line::new(""), entries, shown, row: 0 }
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        &[Scope::Chooser, Scope::Line, Scope::Everywhere]
    }

    pub(super) fn types(&self) -> bool {
        true
    }

    /// The selected entry.
    #[must_use]
    pub fn selected(&self) -> Option<&Entry> {
        self.entries.get(*self.shown.get(self.row)?)
    }

    pub(super) fn act(&mut self, action: &Action, _: &Context) -> Reply {
        match action {
            _ if self.line.take(action) => {}
            Action::Down | Action::Next => return self.move_by(1),
            Action::Up | Action::Previous => return self.move_by(-1),
            Action::PageDown => return self.move_by(10),
            Action::PageUp => return self.move_by(-10),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            Action::Open => return self.choose(),
            _ => return Reply::Pass,
        }
        self.narrow();
        Reply::Stay
    }

    fn choose(&self) -> Reply {
        let Some(entry) = self.selected() else { return Reply::Stay };
        match (&entry.refused, &entry.choice) {
            (Some(reason), _) => Reply::Say(super::Message::hint(reason.clone())),
            (None, Choice::Act(action)) => Reply::Close(Outcome::Act(action.clone())),
            (None, Choice::Sort(sort)) => Reply::Close(Outcome::Sort(*sort)),
            (None, Choice::Go(kind, id)) => Reply::Close(Outcome::Go(*kind, id.clone())),
        }
    }

    fn move_by(&mut self, by: isize) -> Reply {
        self.row = self.row.saturating_add_signed(by).min(self.shown.len().saturating_sub(1));
        Reply::Stay
    }

    /// Keeps the entries in which every word typed begins a word or stands inside; those that begin with it first.
    fn narrow(&mut self) {
        let typed = fold(self.line.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let rank = |entry: &Entry| {
            let text = fold(&format!("{} {} {}", entry.text, entry.keys, entry.beside));
            let fits = words.iter().all(|word| text.contains(word));
            fits.then(|| u8::from(!words.first().is_none_or(|word| text.starts_with(word))))
        };
        let mut shown: Vec<(u8, usize)> =
            self.entries.iter().enumerate().filter_map(|(at, entry)| Some((rank(entry)?, at))).collect();
        shown.arrange_by(Ord::cmp);
        self.shown = shown.into_iter().map(|(_, at)| at).collect();
        self.row = 0;
    }
}
