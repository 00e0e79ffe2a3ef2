//! A line to type in: the path of a calendar file, the reason of a verdict. Knows no files; what was typed becomes an
//! action, or goes to the layer below.

use super::keymap::Scope;
use super::line::Line;
use super::{Action, Context, Outcome, Reply};

/// What is asked for.
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
    /// Why a pair is judged as it is: an answer may be left out.
    Reason,
}

/// A line to type in.
#[derive(Debug)]
pub struct Prompt {
    /// What for.
    pub ask: Ask,
    /// What is typed.
    pub line: Line,
    title: String,
}

impl Prompt {
    /// An empty line.
    #[must_use]
    pub fn new(ask: Ask) -> Self {
        let start = if ask == Ask::ExportCalendar { "runde.ics" } else { "" };
        Prompt { ask, line: Line::new(start), title: String::new() }
    }

    /// An empty line with a title of its own.
    #[must_use]
    pub fn titled(ask: Ask, title: String) -> Self {
        Prompt { title, ..Prompt::new(ask) }
    }

    /// What is asked.
    #[must_use]
    pub fn title<'t>(&'t self, cx: &Context<'t>) -> &'t str {
        match self.ask {
            Ask::ImportCalendar => cx.texts.exchange.import_title,
            Ask::ExportCalendar => cx.texts.exchange.export_title,
            Ask::CompareDay => cx.texts.compare.which_day,
            Ask::CompareFile => cx.texts.compare.which_file,
            Ask::Reason => &self.title,
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
            _ if self.line.take(action) => {}
            Action::Open => {
                let path = self.line.text().trim().to_owned();
                if self.ask == Ask::Reason {
                    return Reply::Close(Outcome::Picked(vec![path]));
                }
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
