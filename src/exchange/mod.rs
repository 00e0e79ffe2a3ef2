//! The data as other programs and papers have them, and what comes in from those; one file per format. Texts and a store
//! in, texts and changes out: it knows no screens and no command line, and opens no files.
//!
//! ```text
//!  Store ──graph──► Graph ──► graphml · gexf · dot · kumu · pajek
//!  Store ──export──► Event ──write──► .ics          .ics ──read──► Event ──import──► Preview (rows, one Change)
//! ```

pub mod asks;
pub mod compared;
pub mod dot;
pub mod gexf;
pub mod graph;
pub mod graphml;
pub mod ics;
pub mod kumu;
pub mod minutes;
pub mod pajek;
pub mod report;
pub mod say;
pub mod svg;
mod xml;
