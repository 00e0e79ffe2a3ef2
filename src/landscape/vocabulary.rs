//! The value lists and the names of the fields, read from `data/vocabulary.json`. Values of an office's own are welcome:
//! what is not in a list is shown as written.
