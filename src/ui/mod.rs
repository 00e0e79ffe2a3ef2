//! Draws what `app` holds. Changes nothing.
//!
//! ```text
//!  draw ─► below ─► house (panes · card) ─► status (status line · hints) ─► layers (finder, chooser, form, question)
//!           └── as it was drawn last, while keys go to a layer only
//! ```

mod below;
mod board;
mod brush;
mod calendar_view;
mod calendar_year;
pub mod card;
mod chooser;
mod confirm;
mod conflicts;
mod finder;
pub mod form;
mod grid;
mod house;
mod inquiry;
mod map;
mod minutes;
mod pane;
pub mod pick;
mod prompt;
mod status;
pub mod theme;
mod typed;

use crate::app::layout::Class;
use crate::app::{Model, Overlay};
pub use below::Below;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use theme::Theme;

/// Draws the whole screen; gives the place of the cursor, which screen readers and magnifiers follow.
pub fn draw(model: &Model, colour: bool, buf: &mut Buffer) -> Option<Position> {
    draw_over(&mut Below::default(), model, colour, buf)
}

/// The same; what stands below the layers is taken from the frame before while nothing has changed it.
pub fn draw_over(below: &mut Below, model: &Model, colour: bool, buf: &mut Buffer) -> Option<Position> {
    let theme = Theme::of(model.settings.theme, colour);
    let mut cursor = below.draw(model, colour, &theme, buf);
    let layout = model.layout();
    if layout.class == Class::Tiny {
        return None;
    }
    status::draw(model, house::rect(layout.status), house::rect(layout.hints), &theme, buf);
    for (at, layer) in model.overlays.iter().enumerate() {
        let top = at + 1 == model.overlays.len();
        let placed = draw_layer(model, layer, &theme, buf);
        cursor = if top { placed } else { cursor };
    }
    cursor
}

fn draw_layer(model: &Model, layer: &Overlay, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let cx = model.context();
    let area = Rect { height: buf.area.height.saturating_sub(2), ..buf.area };
    match layer {
        Overlay::Form(form) => form::draw(form, &cx, theme, area, buf),
        Overlay::Pick(pick) => pick::draw(pick, &cx, theme, area, buf),
        Overlay::Finder(finder) => finder::draw(finder, &cx, theme, area, buf),
        Overlay::Chooser(chooser) => chooser::draw(chooser, &cx, theme, area, buf),
        Overlay::Conflicts(list) => conflicts::draw(list, &cx, theme, area, buf),
        Overlay::Calendar(view) => calendar_view::draw(view, &cx, theme, area, buf),
        Overlay::Minutes(minutes) => minutes::draw(minutes, &cx, theme, area, buf),
        Overlay::Grid(grid) => grid::draw(grid, &cx, theme, area, buf),
        Overlay::Map(map) => map::draw(map, &cx, theme, area, buf),
        Overlay::Inquiry(matrix) => inquiry::matrix::draw(matrix, &cx, theme, area, buf),
        Overlay::Page(page) => inquiry::page::draw(page, &cx, theme, area, buf),
        Overlay::Conversation(held) => inquiry::conversation::draw(held, &cx, theme, area, buf),
        Overlay::Board(board) => board::draw(board, &cx, theme, area, buf),
        Overlay::Prompt(prompt) => prompt::draw(prompt, &cx, theme, area, buf),
        Overlay::Confirm(confirm) => confirm::draw(confirm, &cx, theme, area, buf),
    }
}
