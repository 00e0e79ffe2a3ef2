//! Find anything: a line to type into, the best matches below, the card of the best one beside. Knows no widths.

use super::apart::Apart;
use super::asked::{Asked, Pending};
use super::card::{Card, FIRST, card_at_once, card_begun};
use super::job::Done;
use super::keymap::Scope;
use super::line::Line;
use super::pane::is_crowded;
use super::{Action, Context, Effect, Outcome, Reply};
use crate::arrange::Arrange as _;
use crate::calendar::Moment;
use crate::i18n::Lang;
use crate::landscape::{Id, Kind, meeting, vocabulary};
use crate::search::landscape::Found;
use crate::search::session::{SLICE, Session};
use crate::store::title;
use std::borrow::Cow;
use std::time::Duration;

/// The kinds one can narrow to, after all of them.
pub const NARROW: [Kind; 5] = [Kind::Network, Kind::Actor, Kind::Rhythm, Kind::Meeting, Kind::Evidence];

/// Columns from which on the card of the selected match stands beside the matches.
pub const WIDE: u16 = 72;

/// How many matches are kept for the screen.
const MOST: usize = 200;

/// The finder.
#[derive(Debug, Default)]
pub struct Finder {
    /// What is typed.
    pub line: Line,
    /// Which kind only: 0 for all, else a place in [`NARROW`] from 1.
    pub only: usize,
    /// The best matches.
    pub found: Vec<Found>,
    /// The selected one.
    pub row: usize,
    search: Session,
    /// How many pages of its card are turned.
    pub page: usize,
    /// Its card, and what that was made of.
    kept: Option<(Of, Card)>,
    /// The card of a record very many name, which is made beside the loop once the search is over.
    whole: Asked<Of, Card>,
}

/// What a card is made of: the record, the state of the data, the language.
type Of = (Kind, Id, u64, Lang);

impl Finder {
    pub(super) fn scopes(&self) -> &'static [Scope] {
        &[Scope::Finder, Scope::Line, Scope::Everywhere]
    }

    pub(super) fn types(&self) -> bool {
        true
    }

    /// The kinds looked at.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        match self.only.checked_sub(1).and_then(|place| NARROW.get(place)) {
            Some(kind) => vec![*kind],
            None => Kind::ALL.to_vec(),
        }
    }

    /// What the kinds looked at are called.
    #[must_use]
    pub fn kind_label(&self, cx: &Context) -> &'static str {
        match self.only.checked_sub(1).and_then(|place| NARROW.get(place)) {
            Some(kind) => vocabulary::kind_label(kind.name(), 2, cx.lang),
            None => cx.texts.house.everything,
        }
    }

    /// The selected match.
    #[must_use]
    pub fn selected(&self) -> Option<&Found> {
        self.found.get(self.row)
    }

    fn of(&self, cx: &Context) -> Option<Of> {
        self.selected().map(|found| (found.kind, found.id.clone(), cx.edition, cx.lang))
    }

    /// The card of the selected match.
    #[must_use]
    pub fn card(&self, cx: &Context) -> Option<Cow<'_, Card>> {
        let of = self.of(cx)?;
        match &self.kept {
            Some((kept, card)) if *kept == of => Some(Cow::Borrowed(card)),
            _ if is_crowded(cx.data, of.0, &of.1) => card_at_once(of.0, &of.1, cx).map(Cow::Owned),
            _ => card_begun(of.0, &of.1, cx, FIRST).map(Cow::Owned),
        }
    }

    /// Keeps that card, so that not every frame makes it anew.
    pub(super) fn refresh(&mut self, cx: &Context) {
        let of = self.of(cx).filter(|_| cx.size.0 >= WIDE);
        if self.kept.as_ref().map(|(kept, _)| kept) != of.as_ref() {
            self.kept = self.card(cx).map(Cow::into_owned).and_then(|card| Some((of?, card)));
            self.whole = Asked::default();
        }
        if let Some((of, _)) = &self.kept
            && !self.is_busy()
            && !self.whole.is_asked(of)
            && is_crowded(cx.data, of.0, &of.1)
        {
            let apart = Apart::of(cx);
            self.whole.ask(of.clone(), move |of, _| card_begun(of.0, &of.1, &apart.context(), FIRST));
        }
        self.look_at_card(cx);
    }

    fn look_at_card(&mut self, cx: &Context) {
        if let Some(((kind, id, ..), card)) = &mut self.kept {
            let pages = self.page.saturating_add(1).saturating_mul(usize::from(cx.size.1));
            card.look_at(0..pages, (*kind, id), cx);
        }
    }

    /// The card it has asked for.
    pub(super) fn asked(&mut self) -> &mut dyn Pending {
        &mut self.whole
    }

    /// That card is there.
    pub(super) fn worked(&mut self, done: &mut Option<Done>, cx: &Context) {
        if self.whole.worked(done)
            && let (Some((of, kept)), Some((question, card))) = (&mut self.kept, self.whole.taken())
            && *of == question
        {
            *kept = card;
            self.look_at_card(cx);
        }
    }

    pub(super) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        let before = self.line.text().to_owned();
        match action {
            _ if self.line.take(action) => {}
            Action::Next => self.only = (self.only + 1) % (NARROW.len() + 1),
            Action::Previous => self.only = (self.only + NARROW.len()) % (NARROW.len() + 1),
            Action::Down => self.move_by(1),
            Action::Up => self.move_by(-1),
            Action::PageDown => self.page += 1,
            Action::PageUp => self.page = self.page.saturating_sub(1),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            Action::Open => {
                self.finish(cx);
                let found = self.selected().map(|found| Outcome::Go(found.kind, found.id.clone()));
                return found.map_or(Reply::Stay, Reply::Close);
            }
            Action::CopyLine => {
                self.finish(cx);
                let text = self.selected().map(|found| copied(found, cx));
                return text.map_or(Reply::Stay, |text| Reply::Effect(Effect::Copy(text)));
            }
            _ => return Reply::Pass,
        }
        if !matches!(action, Action::PageDown | Action::PageUp) {
            self.page = 0;
        }
        if before != self.line.text() || matches!(action, Action::Next | Action::Previous) {
            self.look(cx);
        }
        Reply::Stay
    }

    /// Is the search still going on?
    #[must_use]
    pub fn is_busy(&self) -> bool {
        !self.search.is_done()
    }

    /// The search for what is typed.
    #[must_use]
    pub fn search(&self) -> &Session {
        &self.search
    }

    /// The same, to go on with.
    pub(super) fn search_mut(&mut self) -> &mut Session {
        &mut self.search
    }

    /// Looks for what is typed, as far as one slice goes.
    pub(super) fn look(&mut self, cx: &Context) {
        let Some(landscape) = cx.lookup.landscape() else { return };
        self.search.retype(landscape, self.line.text(), &self.kinds(), MOST);
        self.row = 0;
        self.go_on(cx, SLICE, true);
    }

    /// Goes on with the search for about this long, and shows what was found when it is over or when that is wanted.
    pub(super) fn go_on(&mut self, cx: &Context, slice: Duration, show: bool) {
        let Some(landscape) = cx.lookup.landscape() else { return };
        if self.search.step(landscape, slice) || show {
            self.show(bodies_first(self.search.found(landscape), cx));
        }
    }

    /// What is opened or copied is the best of all, not the best so far.
    fn finish(&mut self, cx: &Context) {
        if let Some(landscape) = cx.lookup.landscape().filter(|_| self.is_busy()) {
            self.search.finish(landscape);
            self.show(bodies_first(self.search.found(landscape), cx));
        }
    }

    /// Shows other matches. What was found for the query before stays until there is something better; a match that was
    /// moved to stays selected.
    fn show(&mut self, found: Vec<Found>) {
        if found.is_empty() && self.is_busy() {
            return;
        }
        let moved = self.selected().filter(|_| self.row > 0).map(|found| found.id.clone());
        self.found = found;
        let stays = moved.and_then(|id| self.found.iter().position(|found| found.id == id));
        self.row = stays.unwrap_or(0);
    }

    fn move_by(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.found.len().saturating_sub(1));
    }
}

/// Meetings found only by the name of their body stand behind everything else, the nearest to today first: a body has
/// dozens, and they would hide the next body.
fn bodies_first(found: Vec<Found>, cx: &Context) -> Vec<Found> {
    let by_name =
        |found: &Found| found.kind == Kind::Meeting && found.field.is_none_or(|field| field == meeting::NETWORKS);
    let (mut meetings, mut all): (Vec<Found>, Vec<Found>) = found.into_iter().partition(by_name);
    let day = |found: &Found| {
        let at = cx.data.store().get(Kind::Meeting, &found.id)?.text(meeting::AT).parse::<Moment>().ok()?;
        Some(at.date.duration_until(cx.now.date()).abs())
    };
    meetings.arrange_by_key(|found| day(found).map_or(i64::MAX, |far| far.as_secs()));
    all.extend(meetings);
    all
}

/// What copying a match gives: its name and how to reach it.
fn copied(found: &Found, cx: &Context) -> String {
    let store = cx.data.store();
    let Some(record) = store.get(found.kind, &found.id) else { return found.id.to_string() };
    super::update::line_of(cx, found.kind, record).unwrap_or_else(|| title(store, record))
}
