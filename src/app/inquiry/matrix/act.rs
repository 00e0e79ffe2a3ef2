//! What keys do on the matrix: walking, filtering, sorting; and what is done with the selected cell.

use super::super::{Line, Page, aim, hand, informants};
use super::{Matrix, Order};
use crate::app::action::OnInquiry;
use crate::app::board::Board;
use crate::app::{Action, Context, Effect, Message, Outcome, Overlay, Reply};
use crate::guide::{of_landscape, of_network};
use crate::landscape::{Kind, vocabulary};
use crate::store::Store;

impl Matrix {
    pub(in crate::app) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        if self.filtering {
            return self.type_in(action, cx);
        }
        if let Some(by) = action.rows(usize::from(cx.size.1.saturating_sub(10))) {
            self.move_by(by);
            return Reply::Stay;
        }
        match action {
            Action::Inquiry(OnInquiry::Left) => self.across(false),
            Action::Inquiry(OnInquiry::Right) => self.across(true),
            Action::Next | Action::Previous => self.turn(),
            Action::Sort => self.sort_next(cx),
            Action::Filter => {
                if self.by_theme {
                    self.turn();
                }
                self.filtering = true;
            }
            Action::Escape if !self.line.text().is_empty() => self.unfilter(cx),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            Action::Open if self.by_theme => self.open_theme(cx),
            _ => return self.at_cell(action, cx),
        }
        Reply::Stay
    }

    /// What is done with the selected cell.
    fn at_cell(&self, action: &Action, cx: &Context) -> Reply {
        if *action == Action::Inquiry(OnInquiry::Informants) {
            let content = informants::Informants::default();
            return Reply::Open(Box::new(Overlay::Board(Box::new(Board::new(Box::new(content), cx)))));
        }
        let ours = matches!(action, Action::Open | Action::Edit | Action::CopyLine)
            || matches!(
                action,
                Action::Inquiry(
                    OnInquiry::State | OnInquiry::Unset | OnInquiry::Card | OnInquiry::Prove | OnInquiry::Sheet
                )
            );
        if !ours {
            return Reply::Pass;
        }
        let Some(line) = self.selected() else { return Reply::Stay };
        let kind = if self.on_landscape() { Kind::Landscape } else { Kind::Network };
        let Some(record) = cx.data.store().get(kind, &line.id) else { return Reply::Stay };
        let at = aim::At { kind, record, key: self.key() };
        let layers = match action {
            Action::Open => aim::best(&at, cx),
            Action::Edit => aim::field(&at, cx),
            Action::Inquiry(OnInquiry::Prove) => aim::evidence(&at, cx),
            Action::Inquiry(OnInquiry::State) => hand::form(&at, cx),
            Action::Inquiry(OnInquiry::Unset) => return hand::unset(&at, cx),
            Action::Inquiry(OnInquiry::Card) => return Reply::Close(Outcome::Go(kind, line.id.clone())),
            Action::Inquiry(OnInquiry::Sheet) if kind == Kind::Network => {
                vec![Overlay::Page(Box::new(Page::sheet(&line.id, cx)))]
            }
            Action::CopyLine => return Reply::Effect(Effect::Copy(copied(line, cx))),
            _ => return Reply::Say(Message::hint(cx.texts.inquiry.no_network)),
        };
        if layers.is_empty() { Reply::Stay } else { Reply::OpenAll(layers) }
    }

    /// A layer above has closed; what it goes to, this one goes to.
    pub(in crate::app) fn receive(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        self.refresh(cx);
        match outcome {
            Outcome::Go(Kind::Network, id) if self.networks().any(|line| line.id == id) => {
                self.by_theme = false;
                self.go_to(Some(&id));
                Reply::Stay
            }
            Outcome::Go(kind, id) => Reply::Close(Outcome::Go(kind, id)),
            _ => Reply::Stay,
        }
    }

    fn type_in(&mut self, action: &Action, cx: &Context) -> Reply {
        match action {
            _ if self.line.take(action) => {}
            Action::Down => return self.moved(1),
            Action::Up => return self.moved(-1),
            Action::Open => {
                self.filtering = false;
                return Reply::Stay;
            }
            Action::Escape => {
                self.unfilter(cx);
                return Reply::Stay;
            }
            _ => return Reply::Pass,
        }
        self.row = 1;
        self.narrow(cx);
        Reply::Stay
    }

    fn moved(&mut self, by: isize) -> Reply {
        self.move_by(by);
        Reply::Stay
    }

    fn move_by(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.last());
    }

    fn across(&mut self, right: bool) {
        let (at, count) = if self.on_landscape() {
            (&mut self.wide, of_landscape().count())
        } else {
            (&mut self.column, of_network().count())
        };
        *at = if right { (*at + 1).min(count.saturating_sub(1)) } else { at.saturating_sub(1) };
    }

    fn turn(&mut self) {
        self.by_theme = !self.by_theme;
        self.row = usize::from(!self.by_theme).min(self.last());
    }

    /// Missing, name, the selected question; the selected network stays selected.
    fn sort_next(&mut self, cx: &Context) {
        self.order = match self.order {
            Order::Missing => Order::Name,
            Order::Name => Order::Question,
            Order::Question => Order::Missing,
        };
        let id = self.selected().map(|line| line.id.clone());
        self.narrow(cx);
        self.go_to(id.as_ref());
    }

    /// Drops the filter and keeps the network that is selected.
    fn unfilter(&mut self, cx: &Context) {
        let id = self.selected().map(|line| line.id.clone());
        self.filtering = false;
        self.line.replace("");
        self.narrow(cx);
        self.go_to(id.as_ref());
    }

    /// The networks of the selected theme.
    fn open_theme(&mut self, cx: &Context) {
        let Some(key) = self.theme().map(|theme| theme.key.clone()).filter(|key| !key.is_empty()) else { return };
        self.line.replace(&format!("theme:{key}"));
        self.by_theme = false;
        self.row = 1;
        self.narrow(cx);
    }
}

/// A line as text: the name, and each question with its state.
fn copied(line: &Line, cx: &Context) -> String {
    let keys: Vec<&str> = if *line.id == *Store::LANDSCAPE { of_landscape().collect() } else { of_network().collect() };
    let told = keys.iter().zip(&line.cells).map(|(key, cell)| {
        let short = vocabulary::entry("questions", key).map_or(*key, |entry| entry.short(cx.lang));
        let status = vocabulary::label("question_status", cell.status.key(), cx.lang);
        format!("{} {short}: {status}", cell.sign)
    });
    std::iter::once(line.name.clone()).chain(told).collect::<Vec<_>>().join("\n")
}
