//! Meetings to come, today first; the past is a key away. What a rhythm leads one to expect stands there too, and one
//! key notes it as a meeting.

use super::form::Form;
use super::keymap::Scope;
use super::line::Line;
use super::minutes::Minutes;
use super::{Action, Context, Outcome, Overlay, Reply};
use crate::analysis::agenda::{Item, upcoming};
use crate::calendar::Moment;
use crate::landscape::{Id, Kind, Record, Value, meeting};
use crate::search::fold;
use crate::store::name_of;
use jiff::ToSpan;

/// How many days ahead and back are shown.
const DAYS: i32 = 183;

/// The list of meetings.
#[derive(Debug)]
pub struct Upcoming {
    /// The past instead of what is to come.
    pub past: bool,
    /// All of them; the past latest first.
    items: Vec<Item>,
    /// Only bodies whose name holds this.
    pub line: Line,
    /// Those that fit, by place.
    shown: Vec<usize>,
    /// The selected one.
    pub row: usize,
    filtering: bool,
}

impl Upcoming {
    /// The meetings from today on.
    #[must_use]
    pub fn new(cx: &Context) -> Self {
        let mut list = Upcoming {
            past: false,
            items: Vec::new(),
            line: Line::new(""),
            shown: Vec::new(),
            row: 0,
            filtering: false,
        };
        list.fill(cx);
        list
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        if self.filtering {
            &[Scope::Filter, Scope::Line, Scope::Everywhere]
        } else {
            &[Scope::Upcoming, Scope::List, Scope::Everywhere]
        }
    }

    pub(super) fn types(&self) -> bool {
        self.filtering
    }

    /// The meetings shown, in their order.
    pub fn shown(&self) -> impl Iterator<Item = &Item> {
        self.shown.iter().filter_map(|at| self.items.get(*at))
    }

    /// How many are shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// None at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    fn fill(&mut self, cx: &Context) {
        let today = Moment::day(cx.now.date());
        let day = |days: i32| Moment::day(cx.now.date().saturating_add(days.days()));
        let (from, until) = if self.past { (day(-DAYS), today) } else { (today, day(DAYS)) };
        self.items = upcoming(cx.data.store(), from, until);
        if self.past {
            self.items.retain(|item| item.meeting.is_some());
            self.items.reverse();
        }
        self.narrow(cx);
    }

    fn narrow(&mut self, cx: &Context) {
        let wanted = fold(self.line.text());
        let store = cx.data.store();
        let fits = |item: &Item| {
            wanted.is_empty() || item.networks.iter().any(|id| fold(&name_of(store, id)).contains(&wanted))
        };
        self.shown = self.items.iter().enumerate().filter(|(_, item)| fits(item)).map(|(at, _)| at).collect();
        self.row = 0;
    }

    fn selected(&self) -> Option<&Item> {
        self.items.get(*self.shown.get(self.row)?)
    }

    pub(super) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        let page = isize::try_from(cx.size.1.saturating_sub(5)).unwrap_or(1);
        match action {
            Action::Down => self.move_by(1),
            Action::Up => self.move_by(-1),
            Action::HalfDown => self.move_by(page / 2),
            Action::HalfUp => self.move_by(-page / 2),
            Action::PageDown => self.move_by(page),
            Action::PageUp => self.move_by(-page),
            Action::First => self.row = 0,
            Action::Last => self.move_by(isize::MAX / 2),
            Action::Next => {
                self.past = !self.past;
                self.fill(cx);
            }
            Action::Filter => self.filtering = true,
            Action::Type(_) | Action::Paste(_) | Action::Line(_) => self.type_in(action, cx),
            Action::Open if self.filtering => self.filtering = false,
            Action::Escape if self.filtering || !self.line.text().is_empty() => {
                self.filtering = false;
                self.line.replace("");
                self.narrow(cx);
            }
            Action::Escape => return Reply::Close(Outcome::Nothing),
            Action::Open => return self.open(),
            Action::Edit | Action::Meeting => return self.note(cx),
            Action::HoldMeeting => return self.hold(cx),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    /// A form above has closed: the list may look different now.
    pub(super) fn receive(&mut self, cx: &Context) -> Reply {
        let row = self.row;
        self.fill(cx);
        self.row = row.min(self.shown.len().saturating_sub(1));
        Reply::Stay
    }

    /// Is a filter being typed?
    #[must_use]
    pub fn types_now(&self) -> bool {
        self.filtering
    }

    fn type_in(&mut self, action: &Action, cx: &Context) {
        match action {
            Action::Type(letter) => self.line.press(*letter),
            Action::Paste(text) => self.line.insert(text),
            Action::Line(step) => drop(self.line.step(*step)),
            _ => {}
        }
        self.narrow(cx);
    }

    fn move_by(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.shown.len().saturating_sub(1));
    }

    /// To the meeting that was noted, else to the body that is to meet.
    fn open(&self) -> Reply {
        let Some(item) = self.selected() else { return Reply::Stay };
        let target = item.meeting.clone().map(|id| (Kind::Meeting, id));
        let target = target.or_else(|| item.networks.first().cloned().map(|id| (Kind::Network, id)));
        target.map_or(Reply::Stay, |(kind, id)| Reply::Close(Outcome::Go(kind, id)))
    }

    /// Holds the meeting; one that is only expected is noted with the first line.
    fn hold(&self, cx: &Context) -> Reply {
        let minutes = self.selected().and_then(|item| Minutes::of_item(item, cx));
        minutes.map_or(Reply::Stay, |minutes| Reply::Open(Box::new(Overlay::Minutes(Box::new(minutes)))))
    }

    /// Opens the form of the meeting; one that is only expected starts with what its rhythm says.
    fn note(&self, cx: &Context) -> Reply {
        let Some(item) = self.selected() else { return Reply::Stay };
        let noted = item.meeting.as_ref().and_then(|id| cx.data.store().get(Kind::Meeting, id));
        let form = match noted {
            Some(record) => Form::edit(Kind::Meeting, record, cx),
            None => Form::create(Kind::Meeting, expected(item), cx),
        };
        Reply::Open(Box::new(Overlay::Form(Box::new(form))))
    }
}

/// What an expected meeting starts with.
pub(super) fn expected(item: &Item) -> Record {
    Record::new(Kind::Meeting.shape(), Id::none())
        .with(meeting::NETWORKS, Value::set(item.networks.iter().map(ToString::to_string)))
        .with_text(meeting::RHYTHM, item.rhythm.as_ref().map_or("", Id::as_str))
        .with_text(meeting::OCCURRENCE, &item.at.to_string())
        .with_text(meeting::AT, &item.at.to_string())
        .with_text(meeting::PLACE, &item.place)
        .with_text(meeting::MODE, &item.mode)
}
