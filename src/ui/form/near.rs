//! The networks that look like the one being typed: beside the form where there is room, else in few lines below it.

use crate::analysis::overlap::near::Near;
use crate::analysis::overlap::words;
use crate::app::Context;
use crate::app::form::Form;
use crate::store::name_of;
use crate::text;
use crate::ui::brush::{panel, write};
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

/// Columns the look-alikes take beside a form, and those the form needs besides.
const BESIDE: u16 = 38;
const FORM: u16 = 72;
/// Lines of a window from which on several are told below.
const TALL: u16 = 20;

/// The place for the form, and the one beside it for what looks like it, where there is room.
pub(super) fn places(form: &Form, area: Rect) -> (Rect, Option<Rect>) {
    if !form.is_new_network() || area.width < FORM + BESIDE || area.height < TALL {
        return (area, None);
    }
    let left = Rect { width: area.width - BESIDE, ..area };
    (left, Some(Rect { x: left.right(), width: BESIDE, ..area }))
}

/// Draws them beside the form.
pub(super) fn draw(form: &Form, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let columns = usize::from(area.width.saturating_sub(4));
    let mut lines: Vec<(String, bool)> = Vec::new();
    for near in form.near() {
        for (place, part) in
            text::lines(&text::clean(&name_of(cx.data.store(), &near.id)), columns, 2).into_iter().enumerate()
        {
            lines.push((if place == 0 { part } else { format!("  {part}") }, true));
        }
        let why = words::near(near, cx.lang);
        lines.extend(
            text::lines(&text::clean(&why), columns.saturating_sub(2), 3)
                .into_iter()
                .map(|part| (format!("  {part}"), false)),
        );
    }
    if !lines.is_empty() {
        lines.push((String::new(), false));
        lines.extend(text::lines(cx.texts.twins.near_key, columns, 2).into_iter().map(|part| (part, false)));
    }
    if lines.is_empty() {
        let none = text::lines(cx.texts.twins.none_near, columns, 4);
        lines.extend(none.into_iter().map(|part| (part, false)));
    }
    // As tall as a form gets, so that nothing of what lies below looks out between the two.
    let top = u16::from(area.height >= 30);
    let place = Rect { y: area.y + top, height: area.height.saturating_sub(2 * top), ..area };
    Clear.render(place, buf);
    let inside = panel(buf, place, cx.texts.twins.near_title, false, true, theme);
    for (y, (line, strong)) in (inside.y..inside.bottom()).zip(lines) {
        let style = if strong { theme.strong } else { theme.quiet };
        write(buf, inside.x + 1, y, &line, columns, style);
    }
}

/// The few lines below the form where there is no room beside it.
pub(super) fn below(form: &Form, cx: &Context, columns: usize, height: u16) -> Vec<String> {
    let most = if height >= TALL { 3 } else { 1 };
    let told = |near: &Near| {
        let said = format!("≈ {} · {}", name_of(cx.data.store(), &near.id), words::near(near, cx.lang));
        text::lines(&text::clean(&said), columns, 1)
    };
    let mut lines: Vec<String> = form.near().iter().take(most).flat_map(told).collect();
    if !lines.is_empty() && height >= TALL {
        lines.extend(text::lines(cx.texts.twins.near_key, columns, 1));
    }
    lines
}
