//! Draws what `app` holds. Changes nothing.
