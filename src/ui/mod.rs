//! Draws what `app` holds. Changes nothing.

pub mod text;
