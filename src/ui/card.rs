//! The card.

use super::theme::Theme;
use crate::app::card::Card;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws a card.
pub fn draw(_: &Card, _: Option<usize>, _: usize, _: &Theme, _: Rect, _: &mut Buffer) -> Option<Position> {
    None
}
