//! Insight on a board: who is well connected, which networks bridge, the whole graph in figures; of any day, of what a
//! filter takes, people as themselves or as their institution. Computes nothing itself: a thread does (`task`).
//!
//! ```text
//!  keys ─► Query (day, terms, whom, rank) ─► Asked ─► Measured (rows, figures) ─► board
//! ```

mod columns;
mod rows;
mod task;

use super::action::OnInsight;
use super::asked::{AsOf, Asked, Pending};
use super::board::{Column, Content, Row};
use super::keymap::Scope;
use super::line::Line;
use super::{Action, Context, Message, Reply};
use crate::analysis::graph::Whom;
use crate::calendar::{read_date, show_date};
use crate::i18n::fill;
use columns::Measure;
use jiff::civil::Date;
use task::{Measured, Query};

/// The mode that shows the graph in figures.
const FIGURES: usize = 2;

/// What is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    Nothing,
    Day,
    Terms,
}

/// The board of measures.
#[derive(Debug)]
pub struct Insight {
    day: Option<Date>,
    terms: String,
    whom: Whom,
    rank: bool,
    asking: Asking,
    line: Line,
    asked: Asked<Query, Measured>,
}

impl Insight {
    /// Measures of today, of the networks these filter terms take.
    #[must_use]
    pub fn new(terms: &str) -> Self {
        Insight {
            day: None,
            terms: terms.to_owned(),
            whom: Whom::Institutions,
            rank: false,
            asking: Asking::Nothing,
            line: Line::new(""),
            asked: Asked::default(),
        }
    }

    /// Asks for measures when what there is answers another question.
    fn ask(&mut self, cx: &Context) {
        let as_of = AsOf { day: self.day.unwrap_or(cx.now.date()), ..AsOf::now(cx) };
        let query = Query { as_of, terms: self.terms.clone(), whom: self.whom, rank: self.rank };
        let store = cx.data.store().clone();
        self.asked.ask(query, move |query, work| task::measured(&store, query, work));
    }

    fn type_in(&mut self, action: &Action, cx: &Context) -> Option<Reply> {
        match action {
            _ if self.line.take(action) => {}
            Action::Escape => self.asking = Asking::Nothing,
            Action::Open => return Some(self.take(cx)),
            _ => return None,
        }
        Some(Reply::Stay)
    }

    /// Takes what was typed; a day that is none stays to be mended.
    fn take(&mut self, cx: &Context) -> Reply {
        let text = self.line.text().trim().to_owned();
        if self.asking == Asking::Day && !text.is_empty() {
            let Ok(day) = read_date(&text, cx.now.date()) else {
                return Reply::Say(Message::hint(fill(cx.texts.measures.no_day, &[&text])));
            };
            self.day = Some(day);
        } else if self.asking == Asking::Day {
            self.day = None;
        } else {
            self.terms = text;
        }
        self.asking = Asking::Nothing;
        Reply::Stay
    }

    fn begin(&mut self, asking: Asking, cx: &Context) {
        let text = match asking {
            Asking::Day => self.day.map_or_else(String::new, |day| show_date(day, cx.lang)),
            _ => self.terms.clone(),
        };
        self.line = Line::new(&text);
        self.asking = asking;
    }

    fn measures(&self, mode: usize) -> Vec<Measure> {
        columns::of(mode, self.rank)
    }
}

impl Content for Insight {
    fn title(&self, cx: &Context) -> String {
        cx.texts.measures.title.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        let texts = &cx.texts.measures;
        vec![texts.actors, texts.networks, texts.figures]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        columns::columns(mode, &self.measures(mode), cx)
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        self.ask(cx);
        let rows = self.asked.found().and_then(|found| found.rows.get(mode));
        rows.cloned().unwrap_or_default()
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.measures.nothing
    }

    fn scopes(&self) -> &'static [Scope] {
        if self.asking != Asking::Nothing {
            return &[Scope::Prompt, Scope::Line, Scope::Everywhere];
        }
        &[Scope::Insight, Scope::Board, Scope::List, Scope::Everywhere]
    }

    fn types(&self) -> bool {
        self.asking != Asking::Nothing
    }

    fn typed(&self, cx: &Context) -> Option<String> {
        let texts = &cx.texts.measures;
        match self.asking {
            Asking::Day => return Some(format!("{}: {}", texts.which_day, self.line.text())),
            Asking::Terms => return Some(format!("{}: {}", texts.which_terms, self.line.text())),
            Asking::Nothing => {}
        }
        let mut said = Vec::new();
        said.extend(self.day.map(|day| show_date(day, cx.lang)));
        said.extend((self.whom == Whom::People).then(|| texts.people.to_owned()));
        said.extend((!self.terms.is_empty()).then(|| format!("{}: {}", texts.terms, self.terms)));
        (!said.is_empty()).then(|| said.join(" · "))
    }

    fn act(&mut self, action: &Action, _: Option<&Row>, cx: &Context) -> Option<Reply> {
        if self.asking != Asking::Nothing {
            return self.type_in(action, cx);
        }
        let Action::OnInsight(wish) = action else { return None };
        match wish {
            OnInsight::Whom => {
                self.whom = if self.whom == Whom::People { Whom::Institutions } else { Whom::People };
            }
            OnInsight::Rank => self.rank = !self.rank,
            OnInsight::Day => self.begin(Asking::Day, cx),
            OnInsight::Terms => self.begin(Asking::Terms, cx),
        }
        Some(Reply::Stay)
    }

    fn below(&self, mode: usize, sort: Option<usize>, cx: &Context) -> Vec<(String, String)> {
        if mode == FIGURES {
            return Vec::new();
        }
        let measures = self.measures(mode);
        let chosen = sort.and_then(|column| measures.get(column.checked_sub(1)?)).copied().unwrap_or(Measure::Between);
        vec![(chosen.label(mode, cx), chosen.explained(mode, cx).to_owned())]
    }

    fn line(&self, cx: &Context) -> Option<String> {
        self.asked.found().map(|found| rows::rests_on(found, cx))
    }

    fn asked(&mut self) -> Option<&mut dyn Pending> {
        Some(&mut self.asked)
    }
}
