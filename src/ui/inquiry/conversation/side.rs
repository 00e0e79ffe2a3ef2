//! The two sides of interview mode: the guide as a list, and the question one is at with what is known and was answered.

use super::super::super::brush::write;
use super::super::super::theme::Theme;
use crate::app::Context;
use crate::app::inquiry::Conversation;
use crate::app::inquiry::conversation::Item;
use crate::guide::answers::Saying;
use crate::guide::interview::Why;
use crate::guide::line_of;
use crate::i18n::fill;
use crate::landscape::{Kind, Record, statement, vocabulary};
use crate::store::Store;
use crate::text::{clean, lines, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// The items by network, each with its sign and how many answers it has.
pub(super) fn draw_guide(
    held: &Conversation,
    cx: &Context,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    if held.items.is_empty() {
        let columns = usize::from(area.width.saturating_sub(2));
        for (y, line) in (area.y..area.bottom()).zip(wrap(cx.texts.guide.nowhere, columns)) {
            write(buf, area.x + 1, y, line, columns, theme.quiet);
        }
        return Some(Position { x: area.x, y: area.y });
    }
    let mut lines: Vec<(Option<usize>, &Item)> = Vec::new();
    for (at, item) in held.items.iter().enumerate() {
        if at == 0 || held.items.get(at - 1).is_none_or(|before| before.body != item.body) {
            lines.push((None, item));
        }
        lines.push((Some(at), item));
    }
    let here = lines.iter().position(|(at, _)| *at == Some(held.at)).unwrap_or(0);
    let height = usize::from(area.height).max(1);
    let top = here.saturating_sub(height / 2).min(lines.len().saturating_sub(height));
    let record = held.record(cx);
    let mut cursor = None;
    for (y, (at, item)) in (area.y..area.bottom()).zip(lines.into_iter().skip(top)) {
        let columns = usize::from(area.width.saturating_sub(2));
        let Some(at) = at else {
            write(buf, area.x + 1, y, &item.name, columns, theme.title);
            continue;
        };
        let answers = item.answers(&record).count();
        let mark = match item.why {
            Some(Why::Planned) => "» ",
            Some(Why::Contradicted) => "! ",
            _ => "",
        };
        let count = if answers > 0 { format!(" ({answers})") } else { String::new() };
        let text = format!("{} {mark}{}{count}", item.sign, name(item, cx));
        let style = match item.why {
            _ if item.before != item.sign => theme.good,
            Some(Why::Unproven) | None => theme.quiet,
            _ => theme.plain,
        };
        write(buf, area.x + 2, y, &text, columns.saturating_sub(1), style);
        if at == held.at {
            write(buf, area.x, y, theme.marker, 1, theme.title_focused);
            buf.set_style(Rect { x: area.x + 1, y, width: area.width.saturating_sub(1), height: 1 }, theme.selected);
            cursor = Some(Position { x: area.x, y });
        }
    }
    cursor
}

fn name(item: &Item, cx: &Context) -> &'static str {
    match vocabulary::entry("questions", item.key) {
        Some(entry) => entry.short(cx.lang),
        None => cx.texts.inquiry.remark,
    }
}

/// Network, question in full, what is known, what was answered; before the first answer what data protection asks for.
/// What finds no room goes from the top, so that the last answers are seen.
pub(super) fn draw_question(held: &Conversation, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let Some(item) = held.item() else { return };
    let columns = usize::from(area.width.saturating_sub(2));
    let mut top: Vec<(String, Style)> = Vec::new();
    let put = |lines: &mut Vec<(String, Style)>, text: &str, style: Style| {
        lines.extend(wrap(&clean(text), columns).into_iter().map(|line| (line.to_owned(), style)));
    };
    put(&mut top, &item.name, theme.title);
    let question = match item.key {
        "" => cx.texts.inquiry.remark_full,
        key => vocabulary::label("questions", key, cx.lang),
    };
    put(&mut top, question, theme.strong);
    let mut rest: Vec<(String, Style)> = Vec::new();
    if let Some(known) = known(item, cx) {
        let most = if area.height < 12 { 2 } else { 5 };
        rest.extend(lines(&clean(&known), columns, most).into_iter().map(|line| (line, theme.quiet)));
    }
    if item.why == Some(Why::Contradicted) {
        put(&mut rest, &format!("! {}", cx.texts.inquiry.clear_up), theme.warn);
    }
    let record = held.record(cx);
    let answers: Vec<&Record> = item.answers(&record).collect();
    for answer in &answers {
        put(&mut rest, &format!("· {}", told(answer, cx)), theme.plain);
    }
    let room = usize::from(area.height).saturating_sub(top.len());
    let privacy = privacy(held.counts(cx).0 == 0, room.saturating_sub(rest.len()), columns, cx);
    rest.extend(privacy.into_iter().map(|(line, title)| (line, if title { theme.title } else { theme.quiet })));
    let skip = if answers.is_empty() { 0 } else { rest.len().saturating_sub(room) };
    let shown = top.into_iter().chain(rest.into_iter().skip(skip));
    for (y, (line, style)) in (area.y..area.bottom()).zip(shown) {
        write(buf, area.x + 1, y, &line, columns, style);
    }
}

/// What data protection asks for, in so many lines at most, and which of them are titles: all of it before the first answer,
/// in one sentence where that finds no room and from then on.
fn privacy(before: bool, room: usize, columns: usize, cx: &Context) -> Vec<(String, bool)> {
    let texts = &cx.texts.guide;
    let points = texts.privacy.iter().map(|point| format!("☐ {point}"));
    let lines = |text: &str| wrap(text, columns).into_iter().map(str::to_owned).collect::<Vec<_>>();
    let all: Vec<(String, bool)> = [(String::new(), false), (texts.privacy_title.to_owned(), true)]
        .into_iter()
        .chain(points.flat_map(|point| lines(&point)).map(|line| (line, false)))
        .collect();
    let short = lines(cx.texts.inquiry.may_read).into_iter().map(|line| (line, false));
    let short: Vec<(String, bool)> = std::iter::once((String::new(), false)).chain(short).collect();
    match (before && all.len() <= room, short.len() <= room) {
        (true, _) => all,
        (false, true) => short,
        (false, false) => Vec::new(),
    }
}

/// What the fields say already.
fn known(item: &Item, cx: &Context) -> Option<String> {
    let store = cx.data.store();
    let kind = if *item.body == *Store::LANDSCAPE { Kind::Landscape } else { Kind::Network };
    let record = store.get(kind, &item.body)?;
    let day = cx.now.date().to_string();
    let saying = Saying { store, day: &day, lang: cx.lang, people: true };
    let answers = saying.answers(&line_of(store, record, &day), item.key);
    let texts: Vec<String> = answers.into_iter().map(|answer| answer.text).collect();
    (!texts.is_empty()).then(|| fill(cx.texts.inquiry.known, &[&texts.join("; ")]))
}

/// A statement in words: what was said, how it was rated, how sure, how far it may go.
fn told(said: &Record, cx: &Context) -> String {
    let text = said.text(statement::TEXT).trim();
    let mut all: Vec<String> = Vec::new();
    if !text.is_empty() {
        all.push(fill(cx.texts.card.quoted, &[text]));
    }
    for (dimension, mark) in said.ratings(statement::RATINGS) {
        all.push(rated(dimension, *mark, cx));
    }
    for (field, list) in [(statement::CONFIDENCE, "confidence"), (statement::VISIBILITY, "visibility")] {
        let label = vocabulary::label(list, said.text(field), cx.lang);
        all.extend((!label.is_empty()).then(|| label.to_owned()));
    }
    all.join(" · ")
}

fn rated(dimension: &str, mark: u8, cx: &Context) -> String {
    let label = vocabulary::label("rating_dimension", dimension, cx.lang);
    fill(cx.texts.card.rated, &[label, &mark.to_string()])
}

/// What the typed line means besides its words; with nothing typed, the signs one can type.
pub(super) fn understood(held: &Conversation, cx: &Context) -> String {
    let entry = held.entry(cx);
    let untouched = entry.ratings.is_empty() && entry.confidence.is_empty() && entry.visibility.is_empty();
    if held.line.text().trim().is_empty() && untouched {
        return cx.texts.inquiry.signs.to_owned();
    }
    let mut said: Vec<String> = entry.ratings.iter().map(|(key, mark)| rated(key, *mark, cx)).collect();
    if !entry.confidence.is_empty() {
        said.push(vocabulary::label("confidence", entry.confidence, cx.lang).to_owned());
    }
    let visibility = if entry.visibility.is_empty() { "confidential" } else { entry.visibility };
    said.push(vocabulary::label("visibility", visibility, cx.lang).to_owned());
    format!("→ {}", said.join(" · "))
}
