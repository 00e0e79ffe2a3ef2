//! A line to type in: the path of a calendar file. Knows no files; what was typed becomes an action.

use super::keymap::Scope;
use super::line::Line;
use super::{Action, Context, Outcome, Reply};

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A calendar that is to come in.
    ImportCalendar,
    /// A calendar that is to go out.
    ExportCalendar,
    /// A day to put beside today.
    CompareDay,
    /// A file to put beside the data.
    CompareFile,
}

/// A line to type in.
#[derive(Debug)]
pub struct Prompt {
    /// What for.
    pub ask: Ask,
    /// What is typed.
    pub line: Line,
}

impl Prompt {
    /// An empty line.
    #[must_use]
    pub fn new(ask: Ask) -> Self {
        let start = if ask == Ask::ExportCalendar { "runde.ics" } else { "" };
        Prompt { ask, line: Line::new(start) }
    }

    /// What is asked.
    #[must_use]
    pub fn title(&self, cx: &Context) -> &'static str {
        match self.ask {
            Ask::ImportCalendar => cx.texts.exchange.import_title,
            Ask::ExportCalendar => cx.texts.exchange.export_title,
            Ask::CompareDay => cx.texts.compare.which_day,
            Ask::CompareFile => cx.texts.compare.which_file,
        }
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        &[Scope::Prompt, Scope::Line, Scope::Everywhere]
    }

    pub(super) fn types(&self) -> bool {
        true
    }

    pub(super) fn act(&mut self, action: &Action, _: &Context) -> Reply {
        match action {
            Action::Type(letter) => self.line.press(*letter),
            Action::Paste(text) => self.line.insert(text.trim()),
            Action::Line(step) => drop(self.line.step(*step)),
            Action::Open => {
                let path = self.line.text().trim().to_owned();
                let done =
                    if path.is_empty() { Outcome::Nothing } else { Outcome::Act(Action::CalendarFile(self.ask, path)) };
                return Reply::Close(done);
            }
            Action::Escape => return Reply::Close(Outcome::Nothing),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }
}
