//! The status line (one message, or where one is and how the data stand to their file) and the hint bar, both read from
//! the model and the one table of keys.

use super::brush::{self, write, write_right};
use super::theme::Theme;
use crate::app::keymap::Bound;
use crate::app::message::Weight;
use crate::app::model::{ReadOnly, Saved};
use crate::app::refusal::refusal;
use crate::app::{Action, Model};
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws both lines.
pub(super) fn draw(model: &Model, status: Rect, hints: Rect, theme: &Theme, buf: &mut Buffer) {
    let blank = " ".repeat(usize::from(status.width));
    for line in [status, hints] {
        brush::put(buf, line.x, line.y, &blank, usize::from(line.width), theme.plain);
    }
    draw_status(model, status, theme, buf);
    draw_hints(model, hints, theme, buf);
}

fn draw_status(model: &Model, line: Rect, theme: &Theme, buf: &mut Buffer) {
    let wanted = model.message.as_ref().map_or(0, |message| width(&message.text) + 3);
    let right = standing(model);
    // A message has the right of way, but never over data that are not safe.
    let crowded = wanted + width(&right) > usize::from(line.width);
    let calm = matches!(model.file.state, Saved::Saved | Saved::Saving) && model.file.loading.is_none();
    let right = if crowded && calm { String::new() } else { right };
    let style = if matches!(model.file.state, Saved::Failed | Saved::Conflict) { theme.warn } else { theme.quiet };
    let used = write_right(buf, line, line.y, &right, style) + 2;
    let room = usize::from(line.width.saturating_sub(used + 1));
    if let Some(message) = &model.message {
        let (sign, style) = match message.weight {
            Weight::Done => ("", theme.good),
            Weight::Hint => ("", theme.plain),
            Weight::Trouble => ("! ", theme.warn),
        };
        write(buf, line.x + 1, line.y, &format!("{sign}{}", message.text), room, style);
    }
}

/// Demo, read-only, saved or not, language.
fn standing(model: &Model) -> String {
    let texts = &model.texts().house;
    let mut parts: Vec<String> = Vec::new();
    if let Some(percent) = model.file.loading {
        parts.push(fill(texts.loading, &[&percent.to_string()]));
    }
    if model.file.demo {
        parts.push(texts.demo.to_owned());
    }
    if model.file.read_only.is_some() && model.file.loading.is_none() {
        parts.push(texts.read_only.to_owned());
    }
    if model.file.read_only != Some(ReadOnly::Unreadable) {
        parts.push(saved(model).to_owned());
    }
    parts.push(model.settings.lang.code().to_owned());
    parts.join(" · ")
}

/// What is on disk compared to what is here.
fn saved(model: &Model) -> &'static str {
    let texts = &model.texts().house;
    match model.file.state {
        Saved::Saved => texts.saved,
        Saved::Saving => texts.saving,
        Saved::Failed => texts.unsaved,
        Saved::Conflict => texts.conflict,
    }
}

/// Keys and what they do, by rank, as many as fit whole; "? help" is always there.
fn draw_hints(model: &Model, line: Rect, theme: &Theme, buf: &mut Buffer) {
    let mut rows: Vec<&Bound> =
        model.keymap.in_scopes(model.scopes()).filter(|row| row.binding.rank.is_some() && holds(model, row)).collect();
    rows.arrange_by_key(|row| row.binding.rank);
    let lang = model.settings.lang;
    let hint = |row: &Bound| {
        let text = (row.binding.text)(&model.texts().keys);
        // Of several keys the one that the word begins with: `j ja`, `y yes`.
        let named = row.keys.iter().find(|key| key.text().is_some_and(|letter| text.starts_with(letter)));
        let key = named.or(row.keys.first()).map_or(String::new(), |key| key.name(lang));
        (key, text)
    };
    let (help, others): (Vec<&Bound>, Vec<&Bound>) =
        rows.into_iter().partition(|row| row.binding.action == Action::Help);
    let mut end = line.right();
    if let Some((key, text)) = help.first().map(|row| hint(row)) {
        let columns = u16::try_from(width(&key) + 1 + width(text)).unwrap_or(0);
        end = line.right().saturating_sub(columns + 1);
        put(buf, end, line.y, (&key, text), false, theme);
        end = end.saturating_sub(1);
    }
    let mut x = line.x + 1;
    for row in others {
        let (key, text) = hint(row);
        let columns = u16::try_from(width(&key) + 1 + width(text)).unwrap_or(u16::MAX);
        if x.saturating_add(columns) > end {
            break;
        }
        put(buf, x, line.y, (&key, text), refusal(model, &row.binding.action).is_some(), theme);
        x += columns + 2;
    }
}

/// Does the row's key do what the row says, or has a row before it the key?
fn holds(model: &Model, row: &Bound) -> bool {
    let first = |key| model.keymap.in_scopes(model.scopes()).find(|other| other.keys.contains(key));
    row.keys.iter().any(|key| first(key).is_some_and(|other| std::ptr::eq(other.binding, row.binding)))
}

fn put(buf: &mut Buffer, x: u16, y: u16, (key, text): (&str, &str), refused: bool, theme: &Theme) {
    let (bold, plain) = if refused { (theme.quiet, theme.quiet) } else { (theme.strong, theme.plain) };
    let used = write(buf, x, y, key, width(key), bold);
    write(buf, x + used + 1, y, text, width(text), plain);
}
