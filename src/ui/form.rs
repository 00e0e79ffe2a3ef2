//! A form on the screen: a box in the middle, in small windows the whole of it.
//!
//! ```text
//!  ┌ New: network ──────────────────────────── ↑ 3 ┐   title, what lies above
//!  │ Basics                                         │   heading of a group
//!  │▌Name *      Runder Tisch Ganztag               │   label, value; the marker and reverse where one stands
//!  │ ! fault, look-alikes                           │
//!  │ hint of the focused field, or the question     │   foot
//!  └──────────────────────────────────────── ↓ 12 ──┘   what lies below
//! ```

pub(super) mod frame;
mod near;
mod sheet;
mod value;

use crate::app::Context;
use crate::app::form::{Form, Row};
use crate::text;
use crate::ui::theme::Theme;
use frame::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use sheet::Sheet;

/// The widest a form gets.
const WIDEST: u16 = 96;
/// Lines the foot may take.
const FOOT: usize = 3;

/// Draws a form; the place of the cursor comes back.
pub fn draw(form: &Form, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let whole = area;
    let (area, beside) = near::places(form, area);
    if let Some(beside) = beside {
        near::draw(form, cx, theme, beside, buf);
    }
    let columns = Frame::inner_columns(area, WIDEST);
    let sheet = Sheet::of(form, cx, theme, columns, usize::from(area.height));
    let (mut foot, foot_style) = foot(form, cx, theme, columns);
    if beside.is_none() && !form.is_leaving() {
        foot.splice(0..0, near::below(form, cx, columns.saturating_sub(2), whole.height));
    }
    let wanted = sheet.lines.len() + foot.len() + 1;
    let frame = Frame::draw(&form.title(cx), theme, area, (WIDEST, wanted), buf);
    let space = usize::from(frame.inner.height);
    let room = space.saturating_sub(foot.len()).max(1);
    let from = sheet.first_line(room);
    for (y, line) in (frame.inner.y..).zip(sheet.lines.iter().skip(from).take(room)) {
        buf.set_line(frame.inner.x, y, line, frame.inner.width);
    }
    frame.more(from, sheet.lines.len().saturating_sub(from + room), theme, buf);
    let foot_at = frame.inner.bottom().saturating_sub(u16::try_from(foot.len()).unwrap_or(0)).max(frame.inner.y);
    for (y, line) in (foot_at..frame.inner.bottom()).zip(&foot) {
        buf.set_line(frame.inner.x, y, &Line::from(Span::styled(format!(" {line}"), foot_style)), frame.inner.width);
    }
    if form.is_leaving() {
        return Some(Position::new(frame.inner.x + 1, foot_at));
    }
    let (line, column) = sheet.cursor?;
    let y = frame.inner.y + u16::try_from(line.checked_sub(from)?).ok()?;
    let x = frame.inner.x + u16::try_from(column).ok()?.min(frame.inner.width.saturating_sub(1));
    (y < foot_at).then(|| Position::new(x, y))
}

/// The last lines: the question whether to save, else what to write into the focused field.
fn foot(form: &Form, cx: &Context, theme: &Theme, columns: usize) -> (Vec<String>, Style) {
    let texts = &cx.texts.form;
    let (said, style) = if form.is_leaving() {
        let answers = format!("s {} · x {} · Esc {}", texts.leave_save, texts.leave_discard, texts.leave_stay);
        (format!("! {} {answers}", texts.leave_question), theme.warn)
    } else {
        (form.hint(cx).to_owned(), theme.quiet)
    };
    let rows = text::lines(&said, columns.saturating_sub(2), FOOT);
    (if rows.is_empty() { vec![String::new()] } else { rows }, style)
}

/// Is this the row one stands on?
fn focused(form: &Form, row: Row) -> bool {
    form.focus() == row
}
