//! The pick.

use super::theme::Theme;
use crate::app::Context;
use crate::app::pick::Pick;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws a pick.
pub fn draw(_: &Pick, _: &Context, _: &Theme, _: Rect, _: &mut Buffer) -> Option<Position> {
    None
}
