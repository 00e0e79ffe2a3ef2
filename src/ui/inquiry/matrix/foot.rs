//! What stands below the matrix: the selected question in full, how it stands and why, what Enter does, the signs.

use super::super::super::brush::write;
use super::super::super::theme::Theme;
use crate::app::Context;
use crate::app::inquiry::matrix::Matrix;
use crate::guide::{Place, place};
use crate::i18n::fill;
use crate::landscape::vocabulary;
use crate::text::{clean, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The question in full, how it stands, what Enter does; the signs. Gives the place left above.
pub(super) fn draw(matrix: &Matrix, cx: &Context, theme: &Theme, inside: Rect, buf: &mut Buffer) -> Rect {
    let columns = usize::from(inside.width.saturating_sub(2));
    let most = match inside.height {
        26.. => 6,
        16.. => 4,
        9.. => 3,
        _ => 2,
    };
    let styled = |text: &str, style: Style| -> Vec<(String, Style)> {
        wrap(&clean(text), columns).into_iter().map(|line| (line.to_owned(), style)).collect()
    };
    let question = styled(vocabulary::label("questions", matrix.key(), cx.lang), theme.strong);
    let told = styled(&told(matrix, cx), theme.plain);
    // Where there is little room the state must not fall off behind a long question.
    let mut lines: Vec<(String, Style)> = if question.len() + told.len() <= most {
        question.into_iter().chain(told).collect()
    } else {
        told.into_iter().take(most - 1).chain(question).collect()
    };
    let signs = wrap(cx.texts.guide.signs, columns);
    if lines.len() + signs.len() <= most {
        lines.extend(signs.into_iter().map(|line| (line.to_owned(), theme.quiet)));
    }
    lines.truncate(most);
    let rows = u16::try_from(lines.len()).unwrap_or(1);
    let ruled = inside.height >= 9;
    let top = inside.bottom().saturating_sub(rows + u16::from(ruled));
    if ruled {
        write(buf, inside.x, top, &"┄".repeat(columns + 2), columns + 2, theme.border);
    }
    for (y, (line, style)) in (top + u16::from(ruled)..inside.bottom()).zip(lines) {
        write(buf, inside.x + 1, y, &line, columns, style);
    }
    Rect { height: top.saturating_sub(inside.y), ..inside }
}

/// How the selected cell stands, in words, and what Enter does there.
fn told(matrix: &Matrix, cx: &Context) -> String {
    let (texts, guide) = (&cx.texts.inquiry, &cx.texts.guide);
    if let Some(theme) = matrix.theme() {
        let share = theme.shares.get(matrix.column).copied().unwrap_or_default();
        let counts = [theme.networks, share.done, share.of].map(|count| count.to_string());
        let [networks, done, of] = &counts;
        return format!("{}: {} · {}", theme.name, fill(texts.theme_foot, &[networks, done, of]), texts.enter_theme);
    }
    let Some(cell) = matrix.cell() else { return String::new() };
    let status = vocabulary::label("question_status", cell.status.key(), cx.lang);
    let mut said = vec![format!("{} {status}", cell.sign)];
    match cell.sources {
        0 if cell.unproven => said.push(guide.unproven.to_owned()),
        0 => {}
        1 => said.push(guide.one_source.to_owned()),
        many => said.push(fill(guide.n_sources, &[&many.to_string()])),
    }
    if cell.by_hand {
        said.push(guide.by_hand.to_owned());
    }
    if !cell.ask.is_empty() {
        said.push(fill(guide.ask, &[&cell.ask]));
    }
    if !cell.reason.is_empty() {
        said.push(cell.reason.clone());
    }
    if let Some(doubt) = &cell.doubt {
        said.push(format!("! {}", doubt.said(cx.lang)));
    }
    let voices = place(matrix.key()) == Place::Voices;
    said.push(
        match (voices, cell.unproven) {
            (true, _) if cell.sources > 0 => texts.enter_said,
            (true, _) | (_, true) => texts.enter_evidence,
            _ => texts.enter_field,
        }
        .to_owned(),
    );
    said.join(" · ")
}
