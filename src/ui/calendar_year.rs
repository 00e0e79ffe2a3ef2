//! The calendar's year: a line a month, a place a day with its number of meetings. Where there is room, weekdays stand under
//! each other and the week numbers of the month beside it.
//!
//! ```text
//!        M D M D F S S M D …
//!  Nov               · 1 2 · …   KW 44–49   31
//! ```

use super::brush::{write, write_right};
use super::calendar_view::style;
use super::theme::Theme;
use crate::app::Context;
use crate::app::calendar_view::CalendarView;
use crate::calendar::{month_letters, week_of, weekday_letters};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Places of a line whose weekdays stand under each other: six days before the first Monday, then 31.
const PLACES: u16 = 37;

/// How the lines are laid out.
struct Grid {
    /// Columns of a day.
    cell: u16,
    /// Weekdays stand under each other.
    aligned: bool,
    /// Week numbers and the sum stand beside the month.
    sums: bool,
}

impl Grid {
    fn of(width: u16) -> Self {
        let aligned = width >= 5 + PLACES + 6;
        let cell = if width >= 5 + PLACES * 2 + 18 { 2 } else { 1 };
        let days = if aligned { PLACES } else { 31 };
        Grid { cell, aligned, sums: width >= 5 + days * cell + 18 }
    }

    fn place(&self, day: Date) -> u16 {
        let before = if self.aligned { day.first_of_month().weekday().to_monday_zero_offset() } else { 0 };
        u16::try_from(before + day.day() - 1).unwrap_or(0) * self.cell
    }
}

/// Draws the months; gives where the selected day stands, and the place left below.
pub(super) fn draw(
    view: &CalendarView,
    cx: &Context,
    theme: &Theme,
    inside: Rect,
    buf: &mut Buffer,
) -> (Option<Position>, Rect) {
    let grid = Grid::of(inside.width);
    let head = u16::from(inside.height >= 8);
    if head > 0 {
        draw_head(&grid, view, cx, theme, inside, buf);
    }
    let room = inside.height.saturating_sub(head + 2).clamp(1, 12);
    let chosen = u16::try_from(view.day.month() - 1).unwrap_or(0);
    let top = chosen.saturating_sub(room / 2).min(12 - room);
    let mut cursor = None;
    for (line, month) in (0_u16..).zip((1..=12_i8).skip(usize::from(top)).take(usize::from(room))) {
        let place = Rect { y: inside.y + head + line, height: 1, ..inside };
        if let Ok(first) = Date::new(view.day.year(), month, 1) {
            let at = draw_line(&grid, view, first, cx, theme, place, buf);
            cursor = at.or(cursor);
        }
    }
    let used = head + room;
    (cursor, Rect { y: inside.y + used, height: inside.height.saturating_sub(used), ..inside })
}

fn draw_head(grid: &Grid, view: &CalendarView, cx: &Context, theme: &Theme, inside: Rect, buf: &mut Buffer) {
    for place in 0..if grid.aligned { PLACES } else { 31 } {
        let x = inside.x + 5 + place * grid.cell;
        let text = if grid.aligned {
            let day = Weekday::Monday.wrapping_add(i64::from(place));
            weekday_letters(day, cx.lang).get(..1).unwrap_or("").to_owned()
        } else {
            ((place + 1) % 10).to_string()
        };
        write(buf, x, inside.y, &text, 1, theme.quiet);
    }
    if grid.sums {
        let year = Rect { width: inside.width.saturating_sub(1), ..inside };
        let sum = view.count_between(view.day.first_of_year(), view.day.last_of_year());
        let text = format!("Σ {sum}");
        write_right(buf, year, inside.y, &text, theme.quiet);
    }
}

fn draw_line(
    grid: &Grid,
    view: &CalendarView,
    first: Date,
    cx: &Context,
    theme: &Theme,
    place: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let here = first.month() == view.day.month();
    let name = if here { theme.strong } else { theme.quiet };
    write(buf, place.x + 1, place.y, month_letters(first.month(), cx.lang), 3, name);
    let last = first.last_of_month();
    let mut cursor = None;
    for day in first.series(1.day()).take_while(|day| *day <= last) {
        let x = place.x + 5 + grid.place(day);
        write(buf, x, place.y, sign(view, day), 1, style(view, day, cx, theme));
        if day == view.day {
            buf.set_style(Rect { x, y: place.y, width: 1, height: 1 }, theme.selected);
            cursor = Some(Position { x, y: place.y });
        }
    }
    if grid.sums {
        let weeks = format!("{} {}–{}", cx.texts.calendar.week, week_of(first).1, week_of(last).1);
        let text = format!("{weeks}  {:>3}", view.count_between(first, last));
        write_right(buf, Rect { width: place.width.saturating_sub(1), ..place }, place.y, &text, theme.quiet);
    }
    cursor
}

/// A day in one sign: its meetings, `!` where they fall on a holiday, `*` a holiday, a dot an ordinary day
/// without any.
fn sign(view: &CalendarView, day: Date) -> &'static str {
    const DIGITS: [&str; 10] = ["", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    match (view.count(day), view.holiday(day)) {
        (0, Some(_)) => "*",
        (0, None) if weekend => " ",
        (0, None) => "·",
        (_, Some(_)) => "!",
        (count, None) => DIGITS.get(count).copied().unwrap_or("+"),
    }
}
