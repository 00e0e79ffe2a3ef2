//! What the program can do and what it knows while it runs. Knows no terminal and nothing of drawing.

pub mod key;
