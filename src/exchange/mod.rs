//! What goes out to other programs and comes in from them; one room a format. Texts and a store in, texts and changes out:
//! it knows no screens, no command line and opens no files.
//!
//! ```text
//!  Store ──export──► Event ──write──► .ics          .ics ──read──► Event ──import──► Preview (rows, one Change)
//! ```

pub mod ics;
//! The data as other programs and papers have them: one file per format. Knows no screens.

pub mod report;
