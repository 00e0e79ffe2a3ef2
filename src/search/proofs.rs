//! Proofs by random trial: shortcuts change nothing.
