//! Searches that are still going on: what is typed into a filter or the finder of a large landscape is looked for in
//! slices, between one key and the next.

use super::Model;
use crate::app::Overlay;
use crate::app::pane::{Pane, Rows, Sift};
use crate::search::landscape::Landscape;
use crate::search::session::{SLICE, Session};
use crate::search::terms::Terms;
use std::time::Duration;

/// How many records a filter shows at most; the title says how many there are.
const MOST: usize = 1000;

/// How long a search goes on before the next key is looked at.
const FURTHER: Duration = Duration::from_millis(1);

impl Model {
    /// Is there something to go on with while no key waits?
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.overlays.last().is_some_and(Overlay::is_busy) || self.panes.iter().any(Pane::is_busy)
    }

    /// How long this look at the records will still take, judged by what was done so far; nothing when all is done.
    #[must_use]
    pub fn rest(&self) -> Duration {
        let layer = self.overlays.last().and_then(Overlay::search).map_or(Duration::ZERO, Session::rest);
        self.panes.iter().map(Pane::rest).fold(layer, Duration::saturating_add)
    }

    /// Can something be looked for in advance where letters are typed, while nobody types and nothing else is to do?
    #[must_use]
    pub fn can_foresee(&self) -> bool {
        let can = |search: &Session| search.can_foresee(&self.search);
        let wanted = match self.overlays.last() {
            Some(layer) => layer.search().is_some_and(can),
            None => self.panes.iter().any(|pane| is_typed_into(pane) && can(&pane.search)),
        };
        wanted && !self.is_busy()
    }

    /// Looks for one slice for what the next key may ask; nothing on the screen changes.
    pub fn foresee(&mut self) {
        if let Some(layer) = self.overlays.last_mut() {
            layer.search_mut().into_iter().for_each(|search| search.foresee(&self.search, FURTHER));
            return;
        }
        for pane in self.panes.iter_mut().filter(|pane| is_typed_into(pane)) {
            pane.search.foresee(&self.search, FURTHER);
        }
    }

    /// Goes on for one slice. What was found is shown when nothing is left to do, or when that is wanted.
    pub fn go_on(&mut self, show: bool) {
        if let Some(mut layer) = self.overlays.pop_if(|layer| layer.is_busy()) {
            let cx = self.context();
            layer.go_on(FURTHER, show, &cx);
            layer.refresh(&cx);
            self.overlays.push(layer);
        }
        let shown = (0..self.panes.len()).filter(|at| self.go_on_filtering(*at, FURTHER, show)).count();
        if show || shown > 0 || !self.is_busy() {
            self.refresh();
        }
    }

    /// What is typed into a layer is looked for again, since what it looks through is another.
    pub(in crate::app) fn look_again(&mut self) {
        if let Some(mut layer) = self.overlays.pop() {
            layer.look_again(&self.context());
            self.overlays.push(layer);
        }
    }

    /// A filter that is left is a filter that is meant: then all of it is found at once.
    pub(super) fn finish_filters(&mut self) {
        for at in 0..self.panes.len() {
            if self.panes.get(at).is_some_and(|pane| pane.filter.as_ref().is_some_and(|filter| !filter.typing)) {
                self.go_on_filtering(at, Duration::MAX, true);
            }
        }
    }

    /// Whether other rows are shown now.
    fn go_on_filtering(&mut self, at: usize, slice: Duration, show: bool) -> bool {
        let height = self.layout().rows(at);
        let Some(pane) = self.panes.get_mut(at).filter(|pane| pane.is_busy()) else { return false };
        let done = match &mut pane.sift {
            Some(sift) => sift.step(self.data.store(), slice),
            None => pane.search.step(&self.search, slice),
        };
        if done || show {
            let rows = found(pane, &self.search);
            pane.go_on(rows, height);
            self.below += 1;
        }
        done || show
    }

    /// The records of a list that fit a filter: the best first when only words were typed, else in the list's order. While
    /// it is typed they come by and by; behind a filter that stands, and at an edit, all are there at once, so that what is
    /// selected is among them.
    pub(super) fn filtered(&mut self, at: usize, text: &str) -> Rows {
        let Some(pane) = self.panes.get_mut(at) else { return Rows::default() };
        let terms = Terms::parse(text, pane.kind.shape());
        let time = if is_typed_into(pane) && pane.of.filter != text { SLICE } else { Duration::MAX };
        if terms.is_plain() {
            pane.sift = None;
            pane.search.retype(&self.search, text, &[pane.kind], MOST);
            pane.search.step(&self.search, time);
        } else {
            pane.look_for_nothing();
            let mut sift = Sift::of(terms, pane.kind, &pane.order);
            sift.step(self.data.store(), time);
            pane.sift = Some(sift);
        }
        found(pane, &self.search)
    }
}

/// What the filter of a list has found by now.
fn found(pane: &mut Pane, search: &Landscape) -> Rows {
    if let Some(sift) = pane.sift.take_if(|sift| sift.is_done()) {
        let found = sift.into_found();
        let count = found.len();
        return Rows::found(found, count);
    }
    match &pane.sift {
        // On the way to the end, what is shown is not all that is counted.
        Some(sift) => Rows::found(sift.found().iter().take(MOST).cloned().collect(), sift.found().len()),
        None => Rows::found(pane.search.found(search).into_iter().map(|found| found.id).collect(), pane.search.count()),
    }
}

/// Whether letters go to the filter of this list.
fn is_typed_into(pane: &Pane) -> bool {
    pane.filter.as_ref().is_some_and(|filter| filter.typing)
}
