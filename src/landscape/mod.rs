//! The terms of the field: actors, networks, rhythms, meetings, evidence. Knows no files, no terminals, no languages.
