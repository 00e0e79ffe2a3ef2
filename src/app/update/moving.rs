//! Moving in the list or on the card that has the focus, and typing a filter.

use crate::app::line::Line;
use crate::app::{Action, Effect, Model};

/// Moves the selection.
pub(super) fn step(model: &mut Model, action: &Action) {
    let layout = model.layout();
    let page = if model.focus.on_card() {
        usize::from(layout.inside(layout.card).height)
    } else {
        layout.rows(model.focus.pane())
    };
    let page = isize::try_from(page).unwrap_or(1).max(1);
    let by = match action {
        Action::Down => 1,
        Action::Up => -1,
        Action::HalfDown => (page / 2).max(1),
        Action::HalfUp => -(page / 2).max(1),
        Action::PageDown => page,
        Action::PageUp => -page,
        Action::First => isize::MIN / 2,
        Action::Last => isize::MAX / 2,
        _ => return,
    };
    if model.focus.on_card() {
        model.card.move_by(by);
    } else {
        model.pane_mut().move_by(by);
    }
}

/// Types into the filter of the list.
pub(super) fn filter(model: &mut Model, action: &Action) -> Vec<Effect> {
    if let Some(filter) = &mut model.pane_mut().filter {
        let line: &mut Line = &mut filter.line;
        match action {
            Action::Type(letter) => line.press(*letter),
            Action::Paste(text) => line.insert(text),
            Action::Line(step) => drop(line.step(*step)),
            _ => {}
        }
    }
    Vec::new()
}
