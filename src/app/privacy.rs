//! What data protection asks to be done: people who were not informed yet (Art. 14 GDPR: within a month of collecting),
//! and those whose time is up. Shows the record, never judges it.

use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use super::form::Form;
use super::{Action, Context, Overlay, Reply};
use crate::calendar::show_partial;
use crate::i18n::privacy::PrivacyTexts;
use crate::landscape::{Field, Kind, Record, actor};
use crate::store::{context, title};
use std::sync::Arc;

/// The list of what is due.
#[derive(Debug)]
pub struct PrivacyDue;

impl Content for PrivacyDue {
    fn title(&self, cx: &Context) -> String {
        cx.texts.privacy.title.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        let texts = &cx.texts.privacy;
        vec![texts.all, texts.over, texts.uninformed, texts.endless]
    }

    fn columns(&self, _: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.privacy;
        vec![
            Column::wide(texts.person),
            Column::text(texts.at, 34, 2),
            Column::text(texts.due, 40, 0),
            Column::text(texts.day, 12, 1),
        ]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let people = cx.data.store().all(Kind::Actor).filter(|record| record.flag(actor::PERSON) == Some(true));
        people.flat_map(|person| due(person, mode, cx)).collect()
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.privacy.nothing
    }

    fn act(&mut self, action: &Action, row: Option<&Row>, cx: &Context) -> Option<Reply> {
        let (row, (kind, id)) = (row?, row?.to.as_ref()?);
        if *action != Action::Edit {
            return None;
        }
        let record = cx.data.store().get(*kind, id)?;
        let field = if row.key.starts_with("informed") { actor::INFORMED_ON } else { actor::RETAIN_UNTIL };
        let mut layers = Form::edit_at(*kind, record, field, None, cx);
        layers.pop().map(|layer: Overlay| Reply::Open(Box::new(layer)))
    }
}

/// What is due for one person.
fn due(person: &Arc<Record>, mode: usize, cx: &Context) -> Vec<Row> {
    let texts = &cx.texts.privacy;
    let today = cx.now.date().to_string();
    let until = person.text(actor::RETAIN_UNTIL);
    let over = !until.is_empty() && until < today.get(..until.len()).unwrap_or(&today);
    let uninformed = person.text(actor::INFORMED_ON).is_empty();
    let wanted = |of: usize| mode == 0 || mode == of;
    let mut rows = Vec::new();
    if over && wanted(1) {
        rows.push(row(person, "over", texts.over_text, (actor::RETAIN_UNTIL, Tone::Warn), cx));
    }
    if uninformed && wanted(2) {
        rows.push(row(person, "informed", texts.uninformed_text, (actor::COLLECTED_ON, Tone::Plain), cx));
    }
    if until.is_empty() && wanted(3) {
        rows.push(row(person, "until", texts.endless_text, (actor::COLLECTED_ON, Tone::Plain), cx));
    }
    rows
}

fn row(person: &Arc<Record>, what: &str, text: &str, (day, tone): (Field, Tone), cx: &Context) -> Row {
    let store = cx.data.store();
    let day = person.text(day);
    let shown = day.parse().map_or_else(|_| day.to_owned(), |date| show_partial(date, cx.lang));
    let cells = vec![
        Cell::text(title(store, person)),
        Cell::text(context(store, Kind::Actor, person)),
        Cell::text(text).tone(tone),
        Cell { text: shown, tone: Tone::Quiet, number: order(day) },
    ];
    let texts: &PrivacyTexts = &cx.texts.privacy;
    Row::new(format!("{what}:{}", person.id), cells)
        .to(Kind::Actor, person.id.clone())
        .say(texts.purpose, or_missing(person.text(actor::PURPOSE), texts))
        .say(texts.source, or_missing(person.text(actor::SOURCE), texts))
}

fn or_missing<'t>(text: &'t str, texts: &PrivacyTexts) -> &'t str {
    if text.is_empty() { texts.not_noted } else { text }
}

/// A day as a number that sorts like it.
fn order(day: &str) -> Option<f64> {
    let digits: String = day.chars().filter(char::is_ascii_digit).collect();
    format!("{digits:0<8}").parse().ok().filter(|_| !digits.is_empty())
}
