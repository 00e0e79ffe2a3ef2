//! Layers above the panes. Each is a small machine of its own: actions in, a reply out; it looks at the data through its
//! context and changes nothing but itself. The house carries out what the reply asks for.
//!
//! ```text
//!   form ─ picks a reference ─► picker ─ new… ─► form          top layer gets every action first
//!     ◄──── Outcome::Picked ──────┘  ◄── Outcome::Change ─┘     what it closes with goes to the layer below
//! ```

use super::asked::Pending;
use super::job::Done;
use super::keymap::Scope;
use super::{
    Action, Effect, Message, board, calendar_view, chooser, confirm, conflicts, finder, form, inquiry, map, minutes,
    pick,
};
use crate::analysis::overlap::Pair;
use crate::i18n::{Lang, Texts};
use crate::landscape::{Id, Kind, Record};
use crate::search::landscape::{Found, Landscape};
use crate::search::session::Session;
use crate::store::{Change, Data};
use jiff::civil::DateTime;
use std::time::Duration;

/// What a layer may look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The data.
    pub data: &'a Data,
    /// Finds records by what people type.
    pub lookup: &'a dyn Lookup,
    /// The words of the language.
    pub texts: &'static Texts,
    /// The language.
    pub lang: Lang,
    /// Now, in the landscape's time zone.
    pub now: DateTime,
    /// Which actor the user is, if the configuration says so.
    pub me: &'a str,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// Counts changes of the data, so that what is computed from them knows when it is old.
    pub edition: u64,
}

/// A layer above the panes.
#[derive(Debug)]
pub enum Overlay {
    /// A form.
    Form(Box<form::Form>),
    /// A picker of values or references.
    Pick(Box<pick::Pick>),
    /// Find anything.
    Finder(Box<finder::Finder>),
    /// Commands, keys, ways to sort: a list to choose from.
    Chooser(Box<chooser::Chooser>),
    /// A line to type in.
    Prompt(Box<super::prompt::Prompt>),
    /// A question.
    Confirm(Box<confirm::Confirm>),
    /// A list that fills the screen.
    Board(Box<board::Board>),
    /// Month and year.
    Calendar(Box<calendar_view::CalendarView>),
    /// A meeting being held.
    Minutes(Box<minutes::Minutes>),
    /// A picture in rows and columns.
    Grid(Box<super::grid::Grid>),
    /// The map.
    Map(Box<map::Map>),
    /// Networks and guiding questions.
    Inquiry(Box<inquiry::Matrix>),
    /// A page to read: a profile sheet, an interview guide.
    Page(Box<inquiry::Page>),
    /// A conversation being held.
    Conversation(Box<inquiry::Conversation>),
    /// What two people changed at once.
    Conflicts(Box<conflicts::Conflicts>),
}

/// Asks every kind of layer the same.
macro_rules! each {
    ($self:expr, $layer:ident => $what:expr) => {
        match $self {
            Overlay::Form($layer) => $what,
            Overlay::Pick($layer) => $what,
            Overlay::Finder($layer) => $what,
            Overlay::Chooser($layer) => $what,
            Overlay::Confirm($layer) => $what,
            Overlay::Prompt($layer) => $what,
            Overlay::Conflicts($layer) => $what,
            Overlay::Board($layer) => $what,
            Overlay::Calendar($layer) => $what,
            Overlay::Minutes($layer) => $what,
            Overlay::Map($layer) => $what,
            Overlay::Grid($layer) => $what,
            Overlay::Inquiry($layer) => $what,
            Overlay::Page($layer) => $what,
            Overlay::Conversation($layer) => $what,
        }
    };
}

impl Overlay {
    /// Does what the action says in this layer.
    pub fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        each!(self, layer => layer.act(action, cx))
    }

    /// The scopes whose keys hold while the layer is on top.
    #[must_use]
    pub fn scopes(&self) -> &'static [Scope] {
        each!(self, layer => layer.scopes())
    }

    /// Does a text field of the layer take what is typed?
    #[must_use]
    pub fn types(&self) -> bool {
        each!(self, layer => layer.types())
    }

    /// What the layer above closed with.
    pub fn receive(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        match self {
            Overlay::Conflicts(_) => Reply::Stay,
            Overlay::Board(board) => board.receive(&outcome, cx),
            Overlay::Grid(grid) => grid.receive(&outcome, cx),
            Overlay::Calendar(view) => view.receive(outcome, cx),
            Overlay::Minutes(minutes) => minutes.receive(&outcome, cx),
            Overlay::Map(map) => map.receive(outcome, cx),
            Overlay::Inquiry(matrix) => matrix.receive(outcome, cx),
            Overlay::Page(page) => page.receive(outcome, cx),
            Overlay::Conversation(held) => held.receive(outcome, cx),
            Overlay::Form(form) => form.receive(outcome, cx),
            Overlay::Pick(pick) => pick.receive(outcome, cx),
            _ => Reply::Close(outcome),
        }
    }

    /// The data below may be others: what is computed from them is computed anew.
    pub fn refresh(&mut self, cx: &Context) {
        match self {
            Overlay::Board(board) => board.refresh(cx),
            Overlay::Calendar(view) => view.refresh(cx),
            Overlay::Minutes(minutes) => minutes.refresh(cx),
            Overlay::Map(map) => map.refresh(cx),
            Overlay::Grid(grid) => grid.refresh(cx),
            Overlay::Inquiry(matrix) => matrix.refresh(cx),
            Overlay::Page(page) => page.refresh(cx),
            Overlay::Conversation(held) => held.refresh(cx),
            Overlay::Finder(finder) => finder.refresh(cx),
            _ => {}
        }
    }

    /// The search for what is typed into it.
    #[must_use]
    pub fn search(&self) -> Option<&Session> {
        match self {
            Overlay::Finder(finder) => Some(finder.search()),
            Overlay::Pick(pick) => Some(pick.search()),
            _ => None,
        }
    }

    /// The same, to go on with.
    pub(super) fn search_mut(&mut self) -> Option<&mut Session> {
        match self {
            Overlay::Finder(finder) => Some(finder.search_mut()),
            Overlay::Pick(pick) => Some(pick.search_mut()),
            _ => None,
        }
    }

    /// Is it still looking for what was typed?
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.search().is_some_and(|search| !search.is_done())
    }

    /// Looks on for about this long, and shows what was found when that is over or wanted.
    pub(super) fn go_on(&mut self, slice: Duration, show: bool, cx: &Context) {
        match self {
            Overlay::Finder(finder) => finder.go_on(cx, slice, show),
            Overlay::Pick(pick) => pick.go_on(cx, slice, show),
            _ => {}
        }
    }

    /// Looks again for what is typed, and sees the data as they are now.
    pub(super) fn look_again(&mut self, cx: &Context) {
        match self {
            Overlay::Finder(finder) => finder.look(cx),
            Overlay::Pick(pick) => pick.refresh(cx),
            _ => return,
        }
        self.refresh(cx);
    }

    /// What is worked out for it beside the loop.
    pub fn asked(&mut self) -> Vec<&mut dyn Pending> {
        match self {
            Overlay::Board(board) => board.content.asked().into_iter().collect(),
            Overlay::Map(map) => map.asked(),
            Overlay::Finder(finder) => vec![finder.asked()],
            _ => Vec::new(),
        }
    }

    /// Takes what came of its work out of the hand that offers it.
    pub fn worked(&mut self, done: &mut Option<Done>, cx: &Context) {
        match self {
            Overlay::Board(board) => board.worked(done, cx),
            Overlay::Map(map) => map.worked(done),
            Overlay::Finder(finder) => finder.worked(done, cx),
            _ => {}
        }
    }

    /// What came back from the editor.
    pub fn edited(&mut self, text: Option<String>, cx: &Context) -> Reply {
        match self {
            Overlay::Form(form) => form.edited(text, cx),
            Overlay::Minutes(_) => minutes::Minutes::edited(text),
            Overlay::Conversation(_) => inquiry::Conversation::edited(text),
            _ => Reply::Stay,
        }
    }
}

/// What a layer wants after an action.
#[derive(Debug)]
pub enum Reply {
    /// Nothing more.
    Stay,
    /// The action is not for this layer: try the rest of the table.
    Pass,
    /// Another layer above this one.
    Open(Box<Overlay>),
    /// Several layers above this one, the lowest first: a form, and above it that of one of its parts.
    OpenAll(Vec<Overlay>),
    /// This layer is done.
    Close(Outcome),
    /// Something at the edge (copy, editor, link), the layer stays.
    Effect(Effect),
    /// Something to say, the layer stays.
    Say(Message),
    /// A change is to be carried out, the layer stays and hears of it as of an outcome.
    Change(Box<Change>, Kind, Id),
}

/// What a layer closes with; the layer below receives it first.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing came of it.
    Nothing,
    /// Go to this record.
    Go(Kind, Id),
    /// These ids or values were picked.
    Picked(Vec<String>),
    /// A part was edited.
    Part(Record),
    /// A change is to be carried out; it made or touched this record.
    Change(Change, Kind, Id),
    /// An action was chosen (palette, help).
    Act(Action),
    /// The list is to be sorted by this.
    Sort(super::pane::SortBy),
}

/// Finds records by what people type; the search engine behind it is the same everywhere.
pub trait Lookup {
    /// The best matches among these kinds, the best first. An empty query finds nothing.
    fn find(&self, query: &str, kinds: &[Kind], limit: usize) -> Vec<(Kind, Id)> {
        self.found(query, kinds, limit).into_iter().map(|found| (found.kind, found.id)).collect()
    }

    /// The same, with the field that was hit.
    fn found(&self, query: &str, kinds: &[Kind], limit: usize) -> Vec<Found>;

    /// The index behind it, for a search that goes on in slices while keys are typed.
    fn landscape(&self) -> Option<&Landscape> {
        None
    }

    /// The networks that are close to one today, as far as is known yet; nothing where whoever asks may look around.
    fn close_to(&self, _network: &str) -> Option<Vec<Pair>> {
        None
    }
}
