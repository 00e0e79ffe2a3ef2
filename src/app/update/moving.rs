//! Moving in the list or on the card that has the focus, and typing a filter.

use crate::app::{Action, Effect, Model};

/// Moves the selection.
pub(super) fn step(model: &mut Model, action: &Action) {
    let layout = model.layout();
    let page = if model.focus.on_card() {
        usize::from(layout.inside(layout.card).height)
    } else {
        layout.rows(model.focus.pane())
    };
    let Some(by) = action.rows(page) else { return };
    if model.focus.on_card() {
        model.card.move_by(by);
    } else {
        model.pane_mut().move_by(by);
    }
}

/// Types into the filter of the list.
pub(super) fn filter(model: &mut Model, action: &Action) -> Vec<Effect> {
    if let Some(filter) = &mut model.pane_mut().filter {
        filter.line.take(action);
    }
    Vec::new()
}
