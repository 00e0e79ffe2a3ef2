//! The data as other programs and papers have them: one file per format. Knows no screens.

pub mod report;
pub mod svg;
