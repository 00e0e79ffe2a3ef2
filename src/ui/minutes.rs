//! Meeting mode on the screen: lists on the left, what is noted on the right with the line being typed below; where there
//! is no room for both, the half one is in.
//!
//! ```text
//!  ┌ AK Ganztag · Di 24.11.2026, 14:00 ─────────────────────────┐
//!  │▌Wer ist da 5 von 12 · Offen 3 · Themen 2 · …               │   the sections; one is in the marked one
//!  │ ✓ Jugendamt   Leitung    anwesend │ Themen                 │
//!  │   Volkshochschule                 │  Haushalt 2027         │
//!  │ Offen geblieben                   │ Aufgaben               │
//!  │  Protokoll  Jugendamt  bis 1.12.  │  …                     │
//!  │                                   │ → wer: Jugendamt       │   what is understood
//!  │                                   │ Aufgabe › Proto█       │
//!  └────────────────────────────────────────────────────────────┘
//! ```

mod page;

use super::brush::{layer, write};
use super::theme::Theme;
use super::typed::Typed;
use crate::app::Context;
use crate::app::minutes::{Minutes, Section};
use crate::calendar::{Moment, show_moment, weekday_letters};
use crate::i18n::fill;
use crate::landscape::{Record, meeting};
use crate::store::name_of;
use crate::text::width;
use page::{Entries, Page};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// From so many columns on there is room for both halves.
const BOTH: u16 = 96;

pub(super) fn draw(minutes: &Minutes, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let record = minutes.record(cx);
    let inside = layer(buf, area, &heading(minutes, &record, cx), theme);
    let page = Page::of(minutes, &record, cx);
    draw_sections(minutes, &page, theme, inside, buf);
    let body = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let typed = minutes.section.is_typed();
    if body.width < BOTH {
        return if typed {
            draw_noted(minutes, &page, cx, theme, body, buf)
        } else {
            draw_lines(&page.lists, minutes, theme, body, buf)
        };
    }
    let half = body.width / 2;
    let left = Rect { width: half - 1, ..body };
    let right = Rect { x: body.x + half + 1, width: body.width - half - 1, ..body };
    for y in body.y..body.bottom() {
        write(buf, body.x + half - 1, y, "│", 1, theme.border);
    }
    let at_list = draw_lines(&page.lists, minutes, theme, left, buf);
    let at_line = draw_noted(minutes, &page, cx, theme, right, buf);
    if typed { at_line } else { at_list }
}

/// Who meets when; whether it is noted yet.
fn heading(minutes: &Minutes, record: &Record, cx: &Context) -> String {
    let names: Vec<String> = record.texts(meeting::NETWORKS).iter().map(|id| name_of(cx.data.store(), id)).collect();
    let at = record.text(meeting::AT);
    let when = at.parse::<Moment>().map_or_else(
        |_| at.to_owned(),
        |moment| format!("{} {}", weekday_letters(moment.date.weekday(), cx.lang), show_moment(moment, cx.lang)),
    );
    let state = if minutes.is_noted(cx) { "" } else { cx.texts.minutes.not_noted };
    [names.join(" + ").as_str(), &when, state].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The sections with what stands in them; where they find no room, only the one one is in.
fn draw_sections(minutes: &Minutes, page: &Page, theme: &Theme, inside: Rect, buf: &mut Buffer) {
    let all: Vec<(Section, String)> = Section::ALL.into_iter().map(|one| (one, page.title(one))).collect();
    let needed: usize = all.iter().map(|(_, title)| width(title) + 2).sum();
    let fits = needed <= usize::from(inside.width);
    let mut x = inside.x;
    for (at, (section, title)) in all.iter().enumerate() {
        let here = *section == minutes.section;
        if !fits && !here {
            continue;
        }
        let place = if fits { String::new() } else { format!(" ({}/{})", at + 1, all.len()) };
        let mark = if here { theme.marker } else { " " };
        let left = usize::from(inside.right().saturating_sub(x));
        x += write(buf, x, inside.y, mark, left.min(1), theme.strong);
        let style = if here { theme.title_focused } else { theme.quiet };
        x += write(buf, x, inside.y, &format!("{title}{place}"), left.saturating_sub(1), style);
        x += write(buf, x, inside.y, " ", usize::from(inside.right().saturating_sub(x)), theme.plain);
    }
}

/// What is noted, and below it the line being typed with what is understood of it.
fn draw_noted(
    minutes: &Minutes,
    page: &Page,
    cx: &Context,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    if !minutes.section.is_typed() {
        draw_lines(&page.noted, minutes, theme, area, buf);
        return None;
    }
    let texts = &cx.texts.minutes;
    let (prompt, hint) = match minutes.section {
        Section::Decisions => (texts.decision, texts.decision_hint),
        Section::Tasks => (texts.task, texts.task_hint),
        _ => (texts.topic, texts.topic_hint),
    };
    let typed = Typed { prompt, hint, told: &page::understood(minutes, cx), line: &minutes.line };
    let (above, cursor) = typed.draw(theme, area, buf);
    draw_lines(&page.noted, minutes, theme, above, buf);
    cursor
}

/// The lines of one half, so that the selected one is seen; gives its place.
fn draw_lines(entries: &Entries, minutes: &Minutes, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let shown = entries.laid_out(usize::from(area.width.saturating_sub(3)));
    let here = |line: &page::Shown| line.of == minutes.section && line.row.is_some() && line.row == minutes.row();
    let selected = shown.iter().position(here);
    let last = shown.iter().rposition(|line| line.of == minutes.section).unwrap_or(0);
    let height = usize::from(area.height).max(1);
    let focus = selected.unwrap_or(last);
    let top = if selected.is_some() { focus.saturating_sub(height / 2) } else { (focus + 1).saturating_sub(height) };
    let top = top.min(shown.len().saturating_sub(height));
    let mut cursor = None;
    for (y, line) in (area.y..area.bottom()).zip(shown.iter().skip(top)) {
        let marked = here(line);
        let style = if line.heading { theme.title } else { theme.tone(line.tone) };
        let x = area.x + if line.heading { 1 } else { 2 };
        let columns = usize::from(area.right().saturating_sub(x));
        let used = write(buf, x, y, &line.text, columns, style);
        if !line.beside.is_empty() {
            let left = columns.saturating_sub(usize::from(used) + 2);
            write(buf, x + used + 2, y, &line.beside, left, theme.quiet);
        }
        if marked {
            write(buf, area.x, y, theme.marker, 1, theme.title_focused);
            buf.set_style(Rect { x: area.x + 1, y, width: area.width.saturating_sub(1), height: 1 }, theme.selected);
            cursor = cursor.or(Some(Position { x: area.x, y }));
        }
    }
    cursor.or(Some(Position { x: area.x, y: area.y }))
}

/// How many of those expected are there.
fn here_of(present: usize, expected: usize, cx: &Context) -> String {
    fill(cx.texts.minutes.here_of, &[&present.to_string(), &expected.to_string()])
}
