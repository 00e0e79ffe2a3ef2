//! The edge towards the terminal: enter and leave, events, signals, suspend, editor, clipboard. Knows nothing of the domain.
