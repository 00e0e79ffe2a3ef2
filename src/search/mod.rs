//! Fold, query, rank, highlight. Knows no screens.
