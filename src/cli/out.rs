//! The two ways out. On a terminal every text is made harmless first; JSON never holds what cannot be seen. Knows no data.

use crate::store::json::visible;
use crate::text::clean;
use std::io::{Result, Write};

/// A writer, and what stands behind it.
pub(super) struct Out<'w> {
    to: &'w mut dyn Write,
    /// A terminal is behind it.
    pub(super) terminal: bool,
    /// It is to show weight.
    pub(super) colour: bool,
}

impl<'w> Out<'w> {
    pub(super) fn new(to: &'w mut dyn Write, terminal: bool) -> Self {
        Out { to, terminal, colour: terminal }
    }

    /// Lines of text from the data: made harmless when a terminal shows them. Exit code 0.
    pub(super) fn text(&mut self, text: &str) -> Result<u8> {
        if !self.terminal {
            return self.raw(text);
        }
        for line in text.split_inclusive('\n') {
            let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
            write!(self.to, "{}{end}", clean(line))?;
        }
        Ok(0)
    }

    /// A line in strong letters, where they can be shown.
    pub(super) fn strong(&mut self, text: &str) -> Result<u8> {
        if self.colour {
            let shown = if self.terminal { clean(text) } else { text.into() };
            writeln!(self.to, "\u{1b}[1m{shown}\u{1b}[0m")?;
            return Ok(0);
        }
        self.text(text)?;
        self.raw("\n")
    }

    /// JSON, safe everywhere. Exit code 0.
    pub(super) fn json(&mut self, json: &str) -> Result<u8> {
        self.raw(&visible(json))
    }

    /// Text as it is. Exit code 0.
    pub(super) fn raw(&mut self, text: &str) -> Result<u8> {
        self.to.write_all(text.as_bytes())?;
        Ok(0)
    }

    pub(super) fn flush(&mut self) -> Result<()> {
        self.to.flush()
    }
}

/// One line of a text of several, for lists.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Columns side by side: aligned for people, divided by tabs for programs.
pub(super) fn columns(rows: &[Vec<String>], aligned: bool) -> String {
    let mut out = String::new();
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        cells.map(|cell| crate::text::width(&clean(cell))).max().unwrap_or(0).min(48)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    for row in rows {
        let last = row.len().saturating_sub(1);
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            match (aligned, at == last) {
                (_, true) => out.push_str(cell),
                (false, false) => out.extend([cell, "\t"]),
                (true, false) => out.extend([crate::text::pad(&clean(cell), *width).as_str(), "  "]),
            }
        }
        let trimmed = out.trim_end_matches([' ', '\t']).len();
        out.truncate(trimmed);
        out.push('\n');
    }
    out
}
