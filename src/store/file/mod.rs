//! The file on disk: loaded, checked, saved so that nothing is ever lost. Knows bytes, not records.
