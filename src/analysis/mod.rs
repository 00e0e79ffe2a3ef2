//! What the data say when they are put together. Knows no screens.

pub mod series;
