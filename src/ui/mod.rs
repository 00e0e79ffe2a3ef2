//! Draws what `app` holds. Changes nothing.

pub mod card;
pub mod theme;
