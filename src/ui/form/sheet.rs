//! The whole form as lines, however many: the part that is seen is cut from it. Knows no borders.

use super::value;
use crate::app::Context;
use crate::app::form::{Form, Row};
use crate::landscape::{Field, Group};
use crate::text;
use crate::ui::theme::Theme;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// A form as lines.
pub(super) struct Sheet {
    /// Its lines.
    pub lines: Vec<Line<'static>>,
    /// Line and column of the cursor.
    pub cursor: Option<(usize, usize)>,
    /// The lines of the focused row.
    focus: Range<usize>,
}

/// What the lines are made of.
struct Maker<'a> {
    form: &'a Form,
    cx: &'a Context<'a>,
    theme: &'a Theme,
    columns: usize,
    labels: usize,
    /// How wide the names of the parts of the list at hand are.
    names: Option<(Field, usize)>,
    sheet: Sheet,
}

impl Sheet {
    /// The lines of a form in so many columns, in a window of so many rows.
    pub(super) fn of(form: &Form, cx: &Context, theme: &Theme, columns: usize, height: usize) -> Sheet {
        let rows = form.rows();
        let sheet = Sheet { lines: Vec::new(), cursor: None, focus: 0..0 };
        let labels = label_columns(form, &rows, cx, columns);
        let mut maker = Maker { form, cx, theme, columns, labels, names: None, sheet };
        let many = rows.iter().filter_map(|row| row.field()).any(|field| {
            rows.first().and_then(|row| row.field()).is_some_and(|first| form.group(field) != form.group(first))
        });
        let mut group: Option<Group> = None;
        let mut before: Option<Row> = None;
        for row in rows {
            let here = row.field().map(|field| form.group(field));
            if many && here != group {
                maker.heading(here, group.is_some() && height >= 20);
                group = here;
            }
            let same = before.is_some_and(|before| before.field().is_some() && before.field() == row.field());
            maker.row(row, !same);
            before = Some(row);
        }
        maker.sheet
    }

    /// The first line to be seen, so that the focused row is, too.
    pub(super) fn first_line(&self, room: usize) -> usize {
        let last = self.lines.len().saturating_sub(room);
        let middle = usize::midpoint(self.focus.start, self.focus.end).saturating_sub(room / 2);
        let cursor = self.cursor.map_or(self.focus.start, |(line, _)| line);
        // A row taller than the window: the line with the cursor is what counts.
        middle.min(cursor).max((cursor + 1).saturating_sub(room)).min(last)
    }
}

/// Columns of the labels: as wide as the longest, within reason.
fn label_columns(form: &Form, rows: &[Row], cx: &Context, columns: usize) -> usize {
    let most = if columns < 58 { 14 } else { 24 };
    let label = |row: &Row| {
        let field = row.field()?;
        Some(text::width(form.label(field, cx)) + if form.is_required(field) { 2 } else { 0 })
    };
    rows.iter().filter_map(label).filter(|wide| *wide <= most).max().unwrap_or(most)
}

impl Maker<'_> {
    fn heading(&mut self, group: Option<Group>, space: bool) {
        if space {
            self.sheet.lines.push(Line::default());
        }
        if let Some(group) = group {
            let heading = text::clip(Form::heading(group, self.cx), self.columns.saturating_sub(2)).into_owned();
            self.sheet.lines.push(Line::from(vec![Span::raw(" "), Span::styled(heading, self.theme.title)]));
        }
    }

    fn row(&mut self, row: Row, first: bool) {
        let focused = super::focused(self.form, row);
        let from = self.sheet.lines.len();
        let label = if first { self.label(row) } else { String::new() };
        let indent = if row == Row::More { 2 } else { self.labels + 4 };
        let room = self.columns.saturating_sub(indent + 1).max(4);
        let shown = self.form.shown(row, self.cx);
        let names = self.names(row, room);
        let value = value::of(self.form, row, &shown, names, self.theme, room);
        let long = text::width(&label) > self.labels && row != Row::More;
        let fits = value.rows.len() == 1 && value.width() + text::width(&label) + 5 <= self.columns;
        let above = long && !fits;
        if above {
            self.sheet.lines.push(self.line(focused, &label, Vec::new(), self.columns.saturating_sub(3)));
        }
        let top = self.sheet.lines.len();
        for (at, spans) in value.rows.into_iter().enumerate() {
            let label = if above || at > 0 { "" } else { label.as_str() };
            let labels = if row == Row::More { 0 } else { self.labels.max(text::width(label)) };
            self.sheet.lines.push(self.line(focused, label, spans, labels));
        }
        if focused {
            let indent = if long && !above { text::width(&label) + 4 } else { indent };
            self.sheet.cursor = Some((top + value.cursor.0, indent + value.cursor.1));
        }
        self.below(row, room);
        if focused {
            self.sheet.focus = from..self.sheet.lines.len();
        }
    }

    /// How wide the names of the parts of a list are, so that what follows them stands in a column.
    fn names(&mut self, row: Row, room: usize) -> usize {
        let (Row::Part(field, _) | Row::Rating(field, _)) = row else { return 0 };
        if let Some((known, wide)) = self.names
            && known == field
        {
            return wide;
        }
        let rows = self.form.rows();
        let beside = rows.into_iter().filter(|other| other.field() == Some(field) && !matches!(other, Row::Add(_)));
        let wide = beside.map(|row| text::width(&self.form.shown(row, self.cx).text));
        let widest = wide.filter(|wide| *wide <= room / 2).max().unwrap_or(0);
        self.names = Some((field, widest));
        widest
    }

    fn label(&self, row: Row) -> String {
        let Some(field) = row.field() else { return String::new() };
        let star = if self.form.is_required(field) { " *" } else { "" };
        format!("{}{star}", self.form.label(field, self.cx))
    }

    fn line(&self, focused: bool, label: &str, value: Vec<Span<'static>>, labels: usize) -> Line<'static> {
        let marker = if focused { self.theme.marker } else { " " };
        let style = if focused { self.theme.strong } else { self.theme.quiet };
        let mut spans = vec![Span::styled(marker, style)];
        if labels > 0 {
            spans.push(Span::raw(" "));
            let named = text::clip(label, labels).into_owned();
            let fill = " ".repeat(labels.saturating_sub(text::width(&named)) + 2);
            spans.push(Span::styled(named, if focused { self.theme.selected } else { style }));
            spans.push(Span::raw(fill));
        } else {
            spans.push(Span::raw(" "));
        }
        spans.extend(value);
        Line::from(spans)
    }

    /// Faults, look-alikes, data protection: below the field they are about.
    fn below(&mut self, row: Row, room: usize) {
        let (form, cx, theme) = (self.form, self.cx, self.theme);
        let last = match row {
            Row::Field(_) | Row::Add(_) => row.field(),
            _ => None,
        };
        let fault = last.and_then(|field| form.fault_shown(field, cx)).map(|fault| (format!("! {fault}"), theme.warn));
        for understood in form.understood(row, cx) {
            let style = if understood.open { theme.strong } else { theme.quiet };
            for part in text::lines(&text::clean(&understood.text), room, 3) {
                let indent = " ".repeat(self.labels + 4);
                self.sheet.lines.push(Line::from(vec![Span::raw(indent), Span::styled(part, style)]));
            }
        }
        let mut notices = if form.is_name(row) { form.notices(cx) } else { Vec::new() };
        notices.extend(form.contact_notice(row, cx).map(str::to_owned));
        for (said, style) in fault.into_iter().chain(notices.into_iter().map(|notice| (notice, theme.quiet))) {
            for part in text::lines(&said, room, 3) {
                let indent = " ".repeat(self.labels + 4);
                self.sheet.lines.push(Line::from(vec![Span::raw(indent), Span::styled(part, style)]));
            }
        }
    }
}
