//! Interview mode on the screen: the guide on the left, the question one is at with its answers on the right; where there is
//! no room for both, one of them.
//!
//! ```text
//!  ┌ Gespräch mit B. Muster · 3 Aussagen · 2 Fragen weiter ────────────────────────┐
//!  │ AK Übergang                 │ AK Übergang                                     │
//!  │▌· Koordination              │ Wer koordiniert, lädt ein und hält die Fäden …  │
//!  │ ◐ Rhythmus 2                │ · „Seit 2024 das Schulamt“ gesichert            │
//!  │   sonst etwas               │                                                 │
//!  │ Steuerungsgruppe            │ → 3 von 4 · unsicher · vertraulich              │
//!  │ · Digitale Formen           │ Antwort › Man trifft sich kaum noch █           │
//!  └───────────────────────────────────────────────────────────────────────────────┘
//! ```

mod side;

use super::super::brush::{layer, write};
use super::super::theme::Theme;
use crate::app::Context;
use crate::app::inquiry::Conversation;
use crate::i18n::fill;
use crate::text::{clean, lines, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// From so many columns on there is room for both sides.
const BOTH: u16 = 76;

pub(in crate::ui) fn draw(
    held: &Conversation,
    cx: &Context,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let inside = layer(buf, area, &heading(held, cx), theme);
    if inside.width < BOTH {
        if held.guide {
            return side::draw_guide(held, cx, theme, inside, buf);
        }
        return draw_answers(held, cx, theme, inside, buf);
    }
    let columns = (inside.width * 2 / 5).min(44);
    let left = Rect { width: columns, ..inside };
    let right = Rect { x: inside.x + columns + 1, width: inside.width - columns - 1, ..inside };
    for y in inside.y..inside.bottom() {
        write(buf, inside.x + columns, y, "│", 1, theme.border);
    }
    side::draw_guide(held, cx, theme, left, buf);
    draw_answers(held, cx, theme, right, buf)
}

/// With whom, how much is noted, what moved.
fn heading(held: &Conversation, cx: &Context) -> String {
    let texts = &cx.texts.inquiry;
    let (said, moved) = held.counts(cx);
    let mut heading = fill(texts.talk_with, &[&held.name(cx)]);
    match said {
        0 => {}
        1 => heading.push_str(&format!(" · {}", texts.one_statement)),
        said => heading.push_str(&format!(" · {}", fill(texts.n_statements, &[&said.to_string()]))),
    }
    match moved {
        0 => {}
        1 => heading.push_str(&format!(" · {}", texts.one_moved)),
        moved => heading.push_str(&format!(" · {}", fill(texts.n_moved, &[&moved.to_string()]))),
    }
    heading
}

/// The question, what is known, what was answered; below, the line being typed with what is understood of it.
fn draw_answers(held: &Conversation, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let columns = usize::from(area.width.saturating_sub(2));
    let told = side::understood(held, cx);
    let told = lines(&clean(&told), columns, if area.height < 10 { 1 } else { 2 });
    let rows = u16::try_from(told.len()).unwrap_or(0) + 2;
    let list = Rect { height: area.height.saturating_sub(rows), ..area };
    side::draw_question(held, cx, theme, list, buf);
    write(buf, area.x, list.bottom(), &"┄".repeat(usize::from(area.width)), usize::from(area.width), theme.border);
    for (y, line) in (list.bottom() + 1..).zip(&told) {
        write(buf, area.x + 1, y, line, columns, theme.quiet);
    }
    draw_typed(held, cx, theme, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }, buf)
}

/// The prompt and the line; of a long one the part with the cursor.
fn draw_typed(held: &Conversation, cx: &Context, theme: &Theme, place: Rect, buf: &mut Buffer) -> Option<Position> {
    let texts = &cx.texts.inquiry;
    let prompt = format!("{} › ", texts.answer);
    let used = write(buf, place.x + 1, place.y, &prompt, usize::from(place.width) - 1, theme.strong);
    let x = place.x + 1 + used;
    let room = usize::from(place.right().saturating_sub(x + 1)).max(1);
    let (text, cursor) = (held.line.text(), held.line.cursor());
    if text.is_empty() {
        write(buf, x, place.y, texts.answer_hint, room, theme.quiet);
        return Some(Position { x, y: place.y });
    }
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let fits = |from: &usize| text.get(*from..cursor).is_some_and(|before| width(before) < room);
    let from = starts.clone().find(fits).unwrap_or(0).min(cursor);
    write(buf, x, place.y, text.get(from..).unwrap_or(""), room, theme.input);
    let before = u16::try_from(width(text.get(from..cursor).unwrap_or(""))).unwrap_or(0);
    Some(Position { x: (x + before).min(place.right().saturating_sub(1)), y: place.y })
}
