//! Taking data along: a line, a whole record, an address.

use crate::app::card::{Follow, card};
use crate::app::{Action, Context, Effect, Message, Model};
use crate::i18n::fill;
use crate::landscape::{Kind, Record, actor};
use crate::store::title;

pub(super) fn take(model: &mut Model, action: &Action) -> Vec<Effect> {
    match action {
        Action::CopyLine => line(model).map(Effect::Copy).into_iter().collect(),
        Action::CopyRecord => whole(model).map(Effect::Copy).into_iter().collect(),
        Action::OpenWeb => address(model).map(Effect::OpenLink).into_iter().collect(),
        _ => {
            let path = model.file.path.as_ref().map_or_else(String::new, |path| path.display().to_string());
            let count = |kind| model.data.store().count(kind).to_string();
            let parts = [path, count(Kind::Network), count(Kind::Actor), count(Kind::Rhythm), count(Kind::Meeting)];
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            model.message = Some(Message::done(fill(model.texts().house.about, &parts)));
            Vec::new()
        }
    }
}

/// The selected line: of the card, or the record's name and how to reach it.
fn line(model: &Model) -> Option<String> {
    if model.focus.on_card() {
        let row = model.card.line()?;
        let text: String = row.spans.iter().map(|span| span.text.as_str()).collect();
        return Some(text.trim().to_owned());
    }
    let (kind, record) = model.selected()?;
    line_of(&model.context(), kind, record)
}

/// A record in one line: its name, for actors with function, phone and mail.
#[must_use]
pub fn line_of(cx: &Context, kind: Kind, record: &Record) -> Option<String> {
    let name = title(cx.data.store(), record);
    if kind != Kind::Actor {
        return Some(name);
    }
    let facts = [actor::FUNCTION, actor::PHONE, actor::EMAIL].map(|field| record.text(field));
    let parts: Vec<&str> = std::iter::once(name.as_str()).chain(facts.into_iter().filter(|f| !f.is_empty())).collect();
    Some(parts.join(", "))
}

/// The card as plain text.
fn whole(model: &Model) -> Option<String> {
    let (kind, record) = model.shown()?;
    let card = card(kind, &record.id, &model.context())?;
    let mut text = format!("{}\n{}\n", card.title, card.subtitle);
    for row in &card.rows {
        let said: String = row.spans.iter().map(|span| span.text.as_str()).collect();
        let label = if row.label.is_empty() { String::new() } else { format!("{}: ", row.label) };
        text.push_str(&format!("{label}{said}\n"));
    }
    Some(text)
}

/// The address of the card's line, else the record's web address, else its mail address.
fn address(model: &Model) -> Option<String> {
    let of = |follow: &Follow| match follow {
        Follow::Web(address) => Some(address.clone()),
        Follow::Mail(address) => Some(format!("mailto:{address}")),
        _ => None,
    };
    let on_line = model.focus.on_card().then(|| model.card.line()?.follow.as_ref().and_then(of)).flatten();
    let follows = || model.card.card.rows.iter().filter_map(|row| row.follow.as_ref());
    let web = || follows().find(|follow| matches!(follow, Follow::Web(_))).and_then(of);
    on_line.or_else(web).or_else(|| follows().find_map(of))
}
