//! A picker on the screen: what is typed, the rows found, how many there are.

use super::form::frame::Frame;
use crate::app::Context;
use crate::app::pick::{Hit, Pick, Row};
use crate::i18n::fill;
use crate::landscape::vocabulary;
use crate::search::{Query, highlight};
use crate::text;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The widest a picker gets.
const WIDEST: u16 = 84;
/// The most rows it shows.
const TALLEST: usize = 22;
/// What stands before the query.
const PROMPT: &str = " › ";

/// Draws a picker; the place of the cursor comes back.
pub fn draw(pick: &Pick, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let size = (WIDEST, (pick.rows().len() + 3).clamp(14, TALLEST));
    let frame = Frame::draw(pick.title(), theme, area, size, buf);
    let inner = frame.inner;
    let cursor = query(pick, cx, theme, inner, buf);
    let room = usize::from(inner.height).saturating_sub(2).max(1);
    let from = first_row(pick, room);
    let typed = Query::new(pick.query().text());
    let maker = Maker { pick, cx, theme, columns: usize::from(inner.width), labels: label_columns(pick, inner) };
    for (y, (place, row)) in (inner.y.saturating_add(1)..).zip(pick.rows().iter().enumerate().skip(from).take(room)) {
        let line = maker.line(row, place == pick.at(), &typed);
        buf.set_line(inner.x, y, &line, inner.width);
    }
    let foot = text::clip(&foot(pick, cx), usize::from(inner.width).saturating_sub(2)).into_owned();
    buf.set_string(inner.x + 1, inner.bottom().saturating_sub(1), foot, theme.quiet);
    frame.more(from, pick.rows().len().saturating_sub(from + room), theme, buf);
    cursor
}

/// The line in which one types.
fn query(pick: &Pick, cx: &Context, theme: &Theme, inner: Rect, buf: &mut Buffer) -> Option<Position> {
    let prompt = text::width(PROMPT);
    let room = usize::from(inner.width).saturating_sub(prompt + 1);
    let typed = pick.query().text();
    let before = text::clean(typed.get(..pick.query().cursor()).unwrap_or(typed)).into_owned();
    let skipped = tail_within(&before, room.saturating_sub(1));
    let shown = text::clean(typed);
    let (shown, style) = if shown.is_empty() {
        (cx.texts.form.pick_type, theme.quiet)
    } else {
        (shown.get(skipped..).unwrap_or(&shown), theme.input)
    };
    let line = Line::from(vec![Span::styled(PROMPT, theme.strong), Span::styled(text::pad(shown, room), style)]);
    buf.set_line(inner.x, inner.y, &line, inner.width);
    let column = prompt + text::width(before.get(skipped..).unwrap_or(""));
    Some(Position::new(inner.x + u16::try_from(column).ok()?, inner.y))
}

/// The bytes to leave out at the beginning so that the end fits.
fn tail_within(text: &str, columns: usize) -> usize {
    let places = text.char_indices().map(|(at, _)| at);
    places.chain([text.len()]).find(|at| text::width(text.get(*at..).unwrap_or("")) <= columns).unwrap_or(0)
}

/// The first row to be seen, so that the one pointed at is, too.
fn first_row(pick: &Pick, room: usize) -> usize {
    pick.at().saturating_sub(room / 2).min(pick.rows().len().saturating_sub(room))
}

/// Where the notes begin: behind the longest label with a note, if that is not too far.
fn label_columns(pick: &Pick, inner: Rect) -> usize {
    let most = usize::from(inner.width) / 2;
    let wide = |row: &Row| match row {
        Row::Hit(hit) if !hit.note.is_empty() => Some(text::width(&hit.label)),
        _ => None,
    };
    pick.rows().iter().filter_map(wide).filter(|wide| *wide <= most).max().unwrap_or(0)
}

fn foot(pick: &Pick, cx: &Context) -> String {
    let texts = &cx.texts.form;
    let (found, all) = pick.count();
    let mut said = Vec::new();
    if pick.is_multi() && pick.marked() > 0 {
        said.push(fill(texts.pick_marked, &[&pick.marked().to_string()]));
    }
    said.push(if found == 0 {
        texts.pick_nothing.to_owned()
    } else {
        fill(texts.pick_count, &[&found.to_string(), &all.to_string()])
    });
    said.join(" · ")
}

struct Maker<'a> {
    pick: &'a Pick,
    cx: &'a Context<'a>,
    theme: &'a Theme,
    columns: usize,
    labels: usize,
}

impl Maker<'_> {
    fn line(&self, row: &Row, selected: bool, typed: &Query) -> Line<'static> {
        let style = if selected { self.theme.selected } else { self.theme.plain };
        let marker = if selected { self.theme.marker } else { " " };
        let mut spans = vec![Span::styled(marker, self.theme.strong)];
        if self.pick.is_multi() {
            let picked = row.key().is_some_and(|key| self.pick.is_marked(key));
            spans.push(Span::styled(if picked { "✓ " } else { "  " }, self.theme.strong));
        } else {
            spans.push(Span::raw(" "));
        }
        let room = self.columns.saturating_sub(4);
        match row {
            Row::Hit(hit) => spans.extend(self.hit(hit, style, typed, room)),
            other => spans.push(Span::styled(
                text::clip(&self.offer(other), room).into_owned(),
                if selected { style } else { self.theme.quiet },
            )),
        }
        Line::from(spans)
    }

    fn hit(&self, hit: &Hit, style: Style, typed: &Query, room: usize) -> Vec<Span<'static>> {
        let label = text::fit(&hit.label, room, text::Breaks::Blanks);
        let mut spans = Vec::new();
        let mut done = 0;
        for range in highlight(&label, typed) {
            spans.push(Span::styled(label.get(done..range.start).unwrap_or("").to_owned(), style));
            let marked = style.patch(self.theme.matched);
            spans.push(Span::styled(label.get(range.clone()).unwrap_or("").to_owned(), marked));
            done = range.end;
        }
        spans.push(Span::styled(label.get(done..).unwrap_or("").to_owned(), style));
        let gap = self.labels.saturating_sub(text::width(&label)) + 2;
        let left = room.saturating_sub(text::width(&label) + gap);
        if !hit.note.is_empty() && left >= 8 {
            let note = text::fit(&hit.note, left, text::Breaks::Blanks);
            spans.push(Span::styled(format!("{}{note}", " ".repeat(gap)), self.theme.quiet));
        }
        spans
    }

    /// A row that is an offer: the value of one's own, a new record.
    fn offer(&self, row: &Row) -> String {
        let texts = &self.cx.texts.form;
        let typed = text::clean(self.pick.query().text().trim()).into_owned();
        match row {
            Row::Own(value) => fill(texts.own_value, &[&text::clean(value)]),
            Row::New(kind, person) => {
                let name = match kind {
                    crate::landscape::Kind::Actor => {
                        if *person {
                            "person"
                        } else {
                            "institution"
                        }
                    }
                    kind => kind.name(),
                };
                let what = vocabulary::kind_label(name, 1, self.cx.lang);
                if typed.is_empty() {
                    fill(texts.pick_new, &[what])
                } else {
                    fill(texts.pick_new_named, &[what, &typed])
                }
            }
            Row::Hit(hit) => hit.label.clone(),
        }
    }
}
