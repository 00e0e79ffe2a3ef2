//! Draws what `app` holds. Changes nothing.

pub mod form;
pub mod pick;
pub mod theme;
