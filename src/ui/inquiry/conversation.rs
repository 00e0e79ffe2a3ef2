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
use super::super::typed::Typed;
use crate::app::Context;
use crate::app::inquiry::Conversation;
use crate::i18n::fill;
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
    let texts = &cx.texts.inquiry;
    let told = side::understood(held, cx);
    let typed = Typed { prompt: texts.answer, hint: texts.answer_hint, told: &told, line: &held.line };
    let (above, cursor) = typed.draw(theme, area, buf);
    side::draw_question(held, cx, theme, above, buf);
    cursor
}
