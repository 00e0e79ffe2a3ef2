//! What stands beside a label: text being typed with its cursor, values that were chosen, parts. In rows of a given
//! width. Knows no labels.

use crate::app::form::{Form, Row, Shown};
use crate::app::line::Line as Typed;
use crate::text;
use crate::ui::theme::Theme;
use ratatui::text::Span;

/// Rows of a long text that one does not stand on.
const RESTING: usize = 4;
/// Rows of the text being typed.
const TYPING: usize = 12;
/// What stands for nothing.
const NOTHING: &str = "–";

/// A value in rows, and where the cursor is in it.
pub(super) struct Value {
    /// Its rows.
    pub rows: Vec<Vec<Span<'static>>>,
    /// Row and column of the cursor.
    pub cursor: (usize, usize),
}

impl Value {
    /// Columns of its widest row.
    pub(super) fn width(&self) -> usize {
        let wide = |row: &Vec<Span>| row.iter().map(|span| text::width(&span.content)).sum();
        self.rows.iter().map(wide).max().unwrap_or(0)
    }
}

/// The value of a row; `names` is how wide the names of parts beside it are.
pub(super) fn of(form: &Form, row: Row, shown: &Shown, names: usize, theme: &Theme, columns: usize) -> Value {
    let focused = super::focused(form, row);
    match row {
        Row::Field(field) => match form.line(field) {
            Some(line) if focused => typing(line, theme, columns),
            Some(line) => resting(&Shown::plain(line.text()), theme, columns, false),
            None => resting(shown, theme, columns, focused),
        },
        Row::Add(_) | Row::More => {
            let style = if focused { theme.selected } else { theme.quiet };
            let label = text::clip(&shown.text, columns).into_owned();
            Value { rows: vec![vec![Span::styled(label, style)]], cursor: (0, 0) }
        }
        Row::Part(..) | Row::Rating(..) => one_row(shown, names, theme, columns, focused),
    }
}

/// Text being typed: wrapped, with the rows around the cursor.
fn typing(line: &Typed, theme: &Theme, columns: usize) -> Value {
    let columns = columns.max(2);
    let (rows, cursor) = wrapped(line, columns.saturating_sub(1));
    let from = (cursor.0 + 1).saturating_sub(TYPING);
    let shown = rows.into_iter().skip(from).take(TYPING);
    let rows = shown.map(|row| vec![Span::styled(text::pad(&row, columns), theme.input)]).collect();
    Value { rows, cursor: (cursor.0 - from, cursor.1) }
}

/// The rows of a text and the place of its cursor.
fn wrapped(line: &Typed, columns: usize) -> (Vec<String>, (usize, usize)) {
    let mut rows: Vec<String> = Vec::new();
    let mut cursor = (0, 0);
    let mut start = 0;
    let text = line.text();
    let breaks = if line.is_many() { '\n' } else { '\u{0}' };
    for part in text.split(breaks) {
        let clean = text::clean(part);
        let at = line.cursor().checked_sub(start).filter(|at| *at <= part.len());
        let at = at.map(|at| text::clean(part.get(..at).unwrap_or(part)).len());
        for row in text::wrap(&clean, columns) {
            let from = (row.as_ptr() as usize).saturating_sub(clean.as_ptr() as usize);
            if let Some(at) = at.filter(|at| *at >= from) {
                let before = clean.get(from..at.min(clean.len())).unwrap_or(row);
                cursor = (rows.len(), text::width(before).min(columns));
            }
            rows.push(row.to_owned());
        }
        start += part.len() + breaks.len_utf8();
    }
    (rows, cursor)
}

/// A value that is not being typed: wrapped, what is quiet behind it.
fn resting(shown: &Shown, theme: &Theme, columns: usize, focused: bool) -> Value {
    let style = match (focused, shown.missing) {
        (true, _) => theme.selected,
        (false, true) => theme.warn,
        (false, false) => theme.plain,
    };
    if shown.text.is_empty() {
        let style = if focused { theme.selected } else { theme.quiet };
        return Value { rows: vec![vec![Span::styled(NOTHING, style)]], cursor: (0, 0) };
    }
    let mark = if shown.missing { "! " } else { "" };
    let most = if focused { TYPING } else { RESTING };
    let mut lines = text::lines(&format!("{mark}{}", shown.text), columns, most + 1);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = text::clip(&format!("{last} …"), columns).into_owned();
        }
    }
    let mut rows: Vec<Vec<Span<'static>>> = lines.into_iter().map(|row| vec![Span::styled(row, style)]).collect();
    if let Some(last) = rows.last_mut() {
        let used = last.iter().map(|span| text::width(&span.content)).sum::<usize>();
        last.extend(note(&shown.note, theme, columns.saturating_sub(used)));
    }
    Value { rows, cursor: (0, 0) }
}

/// A part in one row.
fn one_row(shown: &Shown, names: usize, theme: &Theme, columns: usize, focused: bool) -> Value {
    let style = if focused { theme.selected } else { theme.plain };
    let mark = if shown.missing { "! " } else { "" };
    let name = text::fit(&format!("{mark}{}", shown.text), columns, text::Breaks::Blanks);
    let used = text::width(&name);
    let gap = names.saturating_sub(used);
    let mut row = vec![Span::styled(name, style)];
    if let Some(note) = note(&shown.note, theme, columns.saturating_sub(used + gap)) {
        row.extend([Span::raw(" ".repeat(gap)), note]);
    }
    Value { rows: vec![row], cursor: (0, 0) }
}

/// What stands quietly behind, if there is room for some of it.
fn note(note: &str, theme: &Theme, room: usize) -> Option<Span<'static>> {
    if note.is_empty() || room < 10 {
        return None;
    }
    let note = text::fit(note, room - 2, text::Breaks::Blanks);
    Some(Span::styled(format!("  {note}"), theme.quiet))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Line as Step;

    #[test]
    fn the_cursor_is_where_the_next_letter_goes() {
        let mut line = Typed::new("Runder Tisch Ganztag");
        assert_eq!(wrapped(&line, 40).1, (0, 20));
        assert_eq!(wrapped(&line, 12), (vec!["Runder Tisch".into(), "Ganztag".into()], (1, 7)));
        line.step(Step::WordLeft);
        assert_eq!(wrapped(&line, 12).1, (1, 0));
        line.step(Step::Left);
        assert_eq!(wrapped(&line, 12).1, (0, 12));
        let mut text = Typed::many("漢字\n\nü");
        assert_eq!(wrapped(&text, 10).1, (2, 1));
        text.step(Step::Up);
        assert_eq!(wrapped(&text, 10).1, (1, 0));
        text.step(Step::Up);
        text.step(Step::End);
        assert_eq!(wrapped(&text, 10).1, (0, 4));
    }
}
