//! What keys do on the map. Knows no signs and no colours.

use super::{Asking, Map, View};
use crate::analysis::map::{Point, walk};
use crate::app::action::OnMap;
use crate::app::pick::Pick;
use crate::app::{Action, Context, Message, Outcome, Overlay, Reply};
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::landscape::{Kind, Target};
use crate::store::name_of;

impl Map {
    pub(in crate::app) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        if self.filtering {
            return self.type_in(action);
        }
        match action {
            Action::Down => self.step(0, 1, cx),
            Action::Up => self.step(0, -1, cx),
            Action::OnMap(OnMap::Left) => self.step(-1, 0, cx),
            Action::OnMap(OnMap::Right) => self.step(1, 0, cx),
            Action::OnMap(OnMap::Pan(across, down)) => self.pan(*across, *down, cx),
            Action::OnMap(OnMap::In) => self.zoom_by(1.4, cx),
            Action::OnMap(OnMap::Out) => self.zoom_by(1.0 / 1.4, cx),
            Action::OnMap(OnMap::Whole) => self.whole(),
            Action::OnMap(OnMap::Focus) => self.focus_next(),
            Action::OnMap(OnMap::View) => self.show(match self.view {
                View::Networks => View::Both,
                View::Both => View::Matrix,
                View::Matrix => View::Networks,
            }),
            Action::OnMap(OnMap::Path) => return self.ask(cx),
            Action::Next => self.turn(true, cx),
            Action::Previous => self.turn(false, cx),
            Action::Filter => self.filtering = true,
            Action::Open => return self.go(),
            Action::Escape => return self.escape(),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    /// A layer above has closed.
    pub(in crate::app) fn receive(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        match outcome {
            Outcome::Picked(ids) => self.picked(ids.first().map_or("", String::as_str), cx),
            Outcome::Go(kind, id) => match self.graph.find(&id) {
                Some(node) => {
                    self.select(node, cx);
                    Reply::Stay
                }
                None => Reply::Close(Outcome::Go(kind, id)),
            },
            _ => {
                self.asking = Asking::Nothing;
                Reply::Stay
            }
        }
    }

    fn type_in(&mut self, action: &Action) -> Reply {
        match action {
            _ if self.line.take(action) => {}
            Action::Open => self.filtering = false,
            Action::Escape => {
                self.filtering = false;
                self.line.replace("");
            }
            _ => return Reply::Pass,
        }
        let fits = |node: &usize| self.shows(*node) && self.fits(*node);
        if self.here.is_none_or(|here| !fits(&here)) {
            let best = (0..self.graph.nodes.len()).rev().filter(fits).max_by_key(|node| self.weight(*node));
            self.here = best.or(self.here);
            self.point_at_here();
        }
        Reply::Stay
    }

    /// Closes one thing: the filter, the way, the surroundings, the map.
    fn escape(&mut self) -> Reply {
        if !self.line.text().is_empty() {
            self.line.replace("");
        } else if !self.way.is_empty() {
            self.way.clear();
        } else if self.around.is_some() {
            self.focus(None);
        } else {
            return Reply::Close(Outcome::Nothing);
        }
        Reply::Stay
    }

    fn go(&self) -> Reply {
        let node = self.here.and_then(|here| self.graph.nodes.get(here));
        node.map_or(Reply::Stay, |node| Reply::Close(Outcome::Go(node.kind, node.id.clone())))
    }

    fn select(&mut self, node: usize, cx: &Context) {
        if !self.shows(node) {
            self.focus(None);
        }
        self.here = Some(node);
        self.point_at_here();
        let (columns, rows) = dots(cx.size);
        let place = self.places().and_then(|places| places.get(node)).copied();
        if let Some((place, sheet)) = place.zip(self.sheet(columns, rows))
            && !sheet.holds(place)
        {
            self.middle = Some(place);
        }
    }

    /// To the nearest node in a direction, what lies aside counting twice.
    fn step(&mut self, across: i8, down: i8, cx: &Context) {
        self.hub = None;
        if self.view == View::Matrix {
            let by =
                |at: usize, by: i8, len: usize| at.saturating_add_signed(isize::from(by)).min(len.saturating_sub(1));
            self.cell =
                (by(self.cell.0, down, self.order().rows.len()), by(self.cell.1, across, self.order().columns.len()));
            let node =
                if down == 0 { self.order().columns.get(self.cell.1) } else { self.order().rows.get(self.cell.0) };
            self.here = node.copied().or(self.here);
            return;
        }
        let (columns, rows) = dots(cx.size);
        let (Some(here), Some(places), Some(sheet)) = (self.here, self.places(), self.sheet(columns, rows)) else {
            return;
        };
        let from = sheet.dot(places.get(here).copied().unwrap_or_default());
        let far = |place: &Point| {
            let to = sheet.dot(*place);
            let (dx, dy) = (to.0 - from.0, to.1 - from.1);
            let ahead = dx * f64::from(across) + dy * f64::from(down);
            let aside = (dx * f64::from(down)).abs() + (dy * f64::from(across)).abs();
            (ahead > 0.5 && aside <= 2.0 * ahead).then_some(ahead + 2.0 * aside)
        };
        let others = places.iter().enumerate().filter(|(node, _)| *node != here && self.fits(*node));
        let ahead = others.filter_map(|(node, place)| Some((far(place)?, node)));
        if let Some((_, node)) = ahead.min_by(|a, b| a.0.total_cmp(&b.0)) {
            self.select(node, cx);
        }
    }

    /// The next neighbour of the node one stood on when the round began: the most strongly tied first.
    fn turn(&mut self, ahead: bool, cx: &Context) {
        let Some((hub, at)) = self.hub.or(self.here.map(|here| (here, usize::MAX))) else { return };
        let near = self.nearest(hub);
        if near.is_empty() {
            return;
        }
        let next = match (at, ahead) {
            (usize::MAX, true) => 0,
            (usize::MAX, false) => near.len() - 1,
            (at, true) => (at + 1) % near.len(),
            (at, false) => (at + near.len() - 1) % near.len(),
        };
        if let Some((node, _)) = near.get(next) {
            self.select(*node, cx);
        }
        self.hub = Some((hub, next));
    }

    /// The neighbours in view, the most strongly tied first, each with the number of actors shared.
    #[must_use]
    pub fn nearest(&self, node: usize) -> Vec<(usize, usize)> {
        let tie = |tie: &usize| self.graph.ties.get(*tie);
        let mut near: Vec<&(usize, usize)> =
            self.graph.near(node).iter().filter(|(node, _)| self.shows(*node)).collect();
        let strength = |at: &usize| tie(at).map_or(0.0, |tie| tie.strength);
        near.arrange_by(|a, b| strength(&b.1).total_cmp(&strength(&a.1)).then(a.0.cmp(&b.0)));
        near.into_iter().map(|(node, at)| (*node, tie(at).map_or(0, |tie| tie.shared))).collect()
    }

    /// Whose neighbours are gone through.
    #[must_use]
    pub fn hub(&self) -> Option<usize> {
        self.hub.map(|(hub, _)| hub)
    }

    fn pan(&mut self, across: i8, down: i8, cx: &Context) {
        if self.view == View::Matrix {
            (0..10).for_each(|_| self.step(across, down, cx));
            return;
        }
        let (columns, rows) = dots(cx.size);
        let Some(sheet) = self.sheet(columns, rows) else { return };
        if self.zoom > 1.0 {
            self.middle = Some(sheet.moved(f64::from(across) / 4.0, f64::from(down) / 4.0));
        }
    }

    fn zoom_by(&mut self, factor: f64, cx: &Context) {
        self.zoom = (self.zoom * factor).clamp(1.0, 20.0);
        if self.zoom <= 1.01 {
            self.whole();
        } else if let Some(place) = self.here.and_then(|here| self.places()?.get(here).copied())
            && self.middle.is_none()
        {
            self.middle = Some(place);
        }
        if let Some(here) = self.here {
            self.select(here, cx);
        }
    }

    fn focus_next(&mut self) {
        if self.view == View::Matrix {
            self.show(View::Both);
        }
        let around = match (self.around, self.here) {
            (None, Some(here)) => Some((here, 1)),
            (Some((middle, _)), Some(here)) if middle != here => Some((here, 1)),
            (Some((middle, 1)), _) => Some((middle, 2)),
            _ => None,
        };
        self.focus(around);
    }

    /// Asks whom the way leads from, then whom to.
    fn ask(&mut self, cx: &Context) -> Reply {
        let here = self.here.and_then(|here| self.graph.nodes.get(here)).map(|node| node.id.to_string());
        self.asking = Asking::From;
        picker(cx.texts.map.from, here, cx)
    }

    fn picked(&mut self, id: &str, cx: &Context) -> Reply {
        match std::mem::replace(&mut self.asking, Asking::Nothing) {
            Asking::From if !id.is_empty() => {
                self.asking = Asking::To(id.to_owned());
                picker(cx.texts.map.to, None, cx)
            }
            Asking::To(from) if !id.is_empty() => self.lead(&from, id, cx),
            _ => Reply::Stay,
        }
    }

    /// Shows the way between two records; among networks and actors, where every step is a seat.
    fn lead(&mut self, from: &str, to: &str, cx: &Context) -> Reply {
        let both = self.both();
        let place = |id: &str| both.find(&on_map(id, cx));
        let named = |id: &str| name_of(cx.data.store(), id);
        let (a, b) = match (place(from), place(to)) {
            (Some(a), Some(b)) => (a, b),
            (None, _) => return Reply::Say(Message::hint(fill(cx.texts.map.not_here, &[&named(from)]))),
            (_, None) => return Reply::Say(Message::hint(fill(cx.texts.map.not_here, &[&named(to)]))),
        };
        let Some(way) = walk::path(&both, a, b) else {
            return Reply::Say(Message::hint(fill(cx.texts.map.no_way, &[&named(from), &named(to)])));
        };
        self.show(View::Both);
        self.line.replace("");
        self.whole();
        self.here = Some(b);
        self.way = way;
        Reply::Stay
    }
}

/// A person stands for the institution on the map.
fn on_map(id: &str, cx: &Context) -> String {
    use crate::landscape::actor;
    let store = cx.data.store();
    let person = store.get(Kind::Actor, id).filter(|one| one.flag(actor::PERSON) == Some(true));
    let unit = person.map_or("", |one| one.text(actor::UNIT_OF));
    if unit.is_empty() { id.to_owned() } else { unit.to_owned() }
}

fn picker(title: &str, marked: Option<String>, cx: &Context) -> Reply {
    let marked: Vec<String> = marked.into_iter().collect();
    let pick = Pick::references(Target::Body, &marked, false, cx).titled(title);
    Reply::Open(Box::new(Overlay::Pick(Box::new(pick))))
}

/// The dots of the sheet on a screen of this size, as `ui` has them but for a few.
fn dots((columns, rows): (u16, u16)) -> (usize, usize) {
    (usize::from(columns.saturating_sub(2)) * 2, usize::from(rows.saturating_sub(7).max(4)) * 4)
}
