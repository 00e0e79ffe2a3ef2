//! The form.

use super::theme::Theme;
use crate::app::Context;
use crate::app::form::Form;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws a form.
pub fn draw(_: &Form, _: &Context, _: &Theme, _: Rect, _: &mut Buffer) -> Option<Position> {
    None
}
