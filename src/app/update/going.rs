//! Going about: into the card, along a reference, back, from list to list.

use crate::app::card::Follow;
use crate::app::layout::Focus;
use crate::app::line::Line;
use crate::app::model::CardView;
use crate::app::pane::{Filter, Rows};
use crate::app::trail::Place;
use crate::app::{Action, Effect, Message, Model};
use crate::landscape::{Id, Kind};

pub(super) fn go(model: &mut Model, action: &Action) -> Vec<Effect> {
    match action {
        Action::Open => return open(model),
        Action::Back => back(model),
        Action::NextPane => to_pane(model, model.focus.pane() + 1),
        Action::PreviousPane => to_pane(model, model.focus.pane() + 2),
        Action::Pane(number) => to_pane(model, usize::from(number.saturating_sub(1))),
        Action::Landscape => go_to(model, Kind::Landscape, &crate::store::Store::landscape_id()),
        Action::Escape => escape(model),
        Action::Linking => linking(model),
        Action::Filter => filter(model),
        _ => {}
    }
    Vec::new()
}

/// Into the card, or along the reference of its selected line; while a filter is typed, keeps the filter.
fn open(model: &mut Model) -> Vec<Effect> {
    if let Some(filter) = model.pane_mut().filter.as_mut().filter(|filter| filter.typing) {
        filter.typing = false;
        if filter.line.text().trim().is_empty() {
            model.pane_mut().filter = None;
        }
        return Vec::new();
    }
    if !model.focus.on_card() {
        if model.card.of.is_some() {
            model.trail.leave(here(model));
            model.focus = Focus::Card(model.focus.pane());
            model.card.first_line();
        }
        return Vec::new();
    }
    match model.card.line().and_then(|row| row.follow.clone()) {
        Some(Follow::Record(kind, id)) => go_to(model, kind, &id),
        Some(Follow::Web(address)) => return vec![Effect::OpenLink(address)],
        Some(Follow::Mail(address)) => return vec![Effect::OpenLink(format!("mailto:{address}"))],
        Some(Follow::Phone(number)) => return vec![Effect::Copy(number)],
        None => {}
    }
    Vec::new()
}

/// Goes to a record: selects it in its list, or opens its card when it stands in none.
pub fn go_to(model: &mut Model, kind: Kind, id: &Id) {
    let merged = |id: &Id| model.data.store().resolve(id).map(|(kind, record)| (kind, record.id.clone()));
    let there = model.data.store().get(kind, id).map(|record| (kind, record.id.clone())).or_else(|| merged(id));
    let Some((kind, id)) = there else {
        let gone = crate::i18n::fill(model.texts().house.no_such_record, &[id]);
        model.message = Some(Message::hint(gone));
        return;
    };
    model.trail.leave(here(model));
    match model.panes.iter().position(|pane| pane.kind == kind) {
        Some(at) => {
            model.focus = Focus::Pane(at);
            select(model, &id);
        }
        None => {
            model.focus = Focus::Card(model.focus.pane());
            model.card = CardView { of: Some((kind, id)), ..CardView::default() };
        }
    }
}

/// Selects a record in the focused list; a filter that hides it is dropped.
pub(super) fn select(model: &mut Model, id: &Id) {
    let pane = model.pane_mut();
    pane.awaits = None;
    pane.selected = Some(id.clone());
    if pane.row().is_none() {
        pane.filter = None;
        model.refresh();
        let height = model.layout().rows(model.focus.pane());
        let pane = model.pane_mut();
        pane.selected = Some(id.clone());
        pane.show(height);
    }
}

fn to_pane(model: &mut Model, pane: usize) {
    let pane = pane % 3;
    if let Some(filter) = &mut model.pane_mut().filter {
        filter.typing = false;
    }
    if model.focus != Focus::Pane(pane) {
        model.focus = Focus::Pane(pane);
    }
}

/// The list of networks, filtered by these terms.
pub(super) fn networks(model: &mut Model, terms: &str) {
    let Some(at) = model.panes.iter().position(|pane| pane.kind == Kind::Network) else { return };
    model.trail.leave(here(model));
    model.focus = Focus::Pane(at);
    let pane = model.pane_mut();
    let before = pane.filter.take().map_or(pane.selected.clone(), |filter| filter.before);
    pane.filter = Some(Filter { line: Line::new(terms), typing: false, before });
}

/// Closes one layer: the filter, then the card; never the program.
fn escape(model: &mut Model) {
    if model.focus.on_card() {
        back(model);
    } else if let Some(filter) = model.pane_mut().filter.take() {
        model.refresh();
        if let Some(before) = filter.before {
            select(model, &before);
        }
    }
}

fn linking(model: &mut Model) {
    model.linked = !model.linked;
    let texts = &model.texts().house;
    model.message = Some(Message::done(if model.linked { texts.linking_on } else { texts.linking_off }));
}

fn filter(model: &mut Model) {
    if model.focus.on_card() {
        model.focus = Focus::Pane(model.focus.pane());
    }
    let pane = model.pane_mut();
    let before = pane.selected.clone();
    let filter = pane.filter.get_or_insert_with(|| Filter { line: Line::new(""), typing: true, before });
    filter.typing = true;
}

/// Where one is.
pub(super) fn here(model: &Model) -> Place {
    let [first, second, third] = &model.panes;
    let panes = [first, second, third];
    Place {
        focus: model.focus,
        selected: panes.map(|pane| pane.selected.clone()),
        tops: panes.map(|pane| pane.top),
        tied: panes.map(|pane| pane.of.tied.clone()),
        card: model.card.of.clone().map(|(kind, id)| (kind, id, model.card.row, model.card.top)),
    }
}

/// Back to exactly where one was.
fn back(model: &mut Model) {
    let Some(place) = model.trail.back() else {
        if model.focus.on_card() {
            model.focus = Focus::Pane(model.focus.pane());
        }
        return;
    };
    model.focus = place.focus;
    let was = place.selected.into_iter().zip(place.tops).zip(place.tied);
    for (pane, ((selected, top), tied)) in model.panes.iter_mut().zip(was) {
        if pane.filter.is_none() {
            pane.of.tied = tied;
            pane.of.edition = 0;
            pane.rows = Rows::default();
        }
        pane.awaits = None;
        pane.selected = selected;
        pane.top = top;
    }
    if let Some((kind, id, row, top)) = place.card {
        model.card = CardView { of: Some((kind, id)), row, top, ..CardView::default() };
        model.forget_card();
    }
}
