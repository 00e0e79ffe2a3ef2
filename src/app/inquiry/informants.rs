//! Whom to ask next, on a board: the people who could answer most of what is open, with the reasons in words; or the
//! sectors, heard and not heard yet, with whom to begin. One key opens the interview guide, another the conversation.

use super::{Conversation, Page};
use crate::analysis::sector;
use crate::analysis::work::Work;
use crate::app::action::OnInquiry;
use crate::app::asked::{AsOf, Asked, Pending};
use crate::app::board::{Cell, Column, Content, Row};
use crate::app::card::Tone;
use crate::app::keymap::Scope;
use crate::app::{Action, Context, Message, Overlay, Reply};
use crate::arrange::Arrange as _;
use crate::guide::ask::{Informant, ask_beside, heard, reasons};
use crate::guide::{Line, matrix};
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, Kind, vocabulary};
use crate::store::{Store, context, title};
use std::collections::BTreeMap;

/// How many people are listed.
const MOST: usize = 60;

/// Whom to ask next.
#[derive(Debug, Default)]
pub(super) struct Informants {
    asked: Asked<AsOf, [Vec<Row>; 2]>,
}

impl Content for Informants {
    fn title(&self, cx: &Context) -> String {
        cx.texts.inquiry.informants.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        vec![cx.texts.inquiry.by_person, cx.texts.inquiry.by_sector]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.inquiry;
        if mode == 1 {
            return vec![
                Column::wide(texts.col_sector),
                Column::number(texts.col_heard, 8, 0),
                Column::number(texts.col_people, 10, 2),
                Column::text(texts.col_first, 40, 1),
            ];
        }
        vec![
            Column::number("#", 4, 2),
            Column::wide(texts.col_who),
            Column::text(texts.col_where, 34, 3),
            Column::number(texts.col_networks, 10, 1),
            Column::number(texts.col_open, 9, 0),
            Column::text(texts.col_beside, 22, 2),
        ]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let store = cx.data.store().clone();
        self.asked.ask(AsOf::now(cx), move |as_of, work| found(&store, as_of, work));
        self.asked.found().and_then(|rows| rows.get(mode)).cloned().unwrap_or_default()
    }

    fn asked(&mut self) -> Option<&mut dyn Pending> {
        Some(&mut self.asked)
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.guide.nobody_left
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Informants, Scope::Board, Scope::List, Scope::Everywhere]
    }

    fn act(&mut self, action: &Action, row: Option<&Row>, cx: &Context) -> Option<Reply> {
        let Action::Inquiry(what) = action else { return None };
        let (_, id) = row?.to.as_ref()?;
        Some(match what {
            OnInquiry::Guide => Reply::Open(Box::new(Overlay::Page(Box::new(Page::guide(id, cx))))),
            OnInquiry::Hold => match Conversation::with(Some(id), cx) {
                Some(held) => Reply::Open(Box::new(Overlay::Conversation(Box::new(held)))),
                None => Reply::Say(Message::trouble(cx.texts.form.no_random)),
            },
            _ => return None,
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "people and questions are few")]
fn number(count: usize) -> Cell {
    Cell::number(count as f64, count.to_string())
}

/// The rows of each mode.
fn found(store: &Store, as_of: &AsOf, work: &Work) -> Option<[Vec<Row>; 2]> {
    let (day, lang) = (as_of.day.to_string(), as_of.lang);
    let lines = matrix(store, &day);
    work.step(10, 100)?;
    let found = ask_beside(store, &lines, &day, usize::MAX, &work.part(10, 95))?;
    let people = found.iter().take(MOST).enumerate().map(|(at, one)| person(at, one, &lines, (store, lang)));
    Some([people.collect(), sectors(&found, store, lang)])
}

fn person(at: usize, one: &Informant<'_>, lines: &[Line<'_>], (store, lang): (&Store, Lang)) -> Row {
    let texts = &lang.texts().inquiry;
    let said = reasons(one, lang);
    let beside = if one.new_sector.is_some() {
        texts.new_sector
    } else if said.len() > 1 {
        texts.bridge
    } else {
        ""
    };
    let cells = vec![
        number(at + 1),
        Cell::text(title(store, one.actor)),
        Cell::text(context(store, Kind::Actor, one.actor)).tone(Tone::Quiet),
        number(one.covers.len()),
        number(one.open).tone(Tone::Strong),
        Cell::text(beside).tone(Tone::Quiet),
    ];
    let row = Row::new(&*one.actor.id, cells).to(Kind::Actor, one.actor.id.clone());
    let row = row.say(texts.why, said.join(" · "));
    let networks = one.covers.iter().filter_map(|place| lines.get(*place));
    let named: Vec<String> =
        networks.map(|line| format!("{} ({})", title(store, line.record), line.open().count())).collect();
    row.say(texts.networks_open, named.join(" · "))
}

/// A line a sector: how many of it were heard, how many could tell something, whom to ask first.
fn sectors(found: &[Informant<'_>], store: &Store, lang: Lang) -> Vec<Row> {
    let texts = &lang.texts().inquiry;
    let mut voices: BTreeMap<&str, usize> = BTreeMap::new();
    for id in heard(store) {
        if let Some(sector) = sector::of(store, id) {
            *voices.entry(sector).or_default() += 1;
        }
    }
    let row = |entry: &'static vocabulary::Entry| {
        let of = |one: &&Informant<'_>| sector::of(store, &one.actor.id) == Some(entry.key);
        let people: Vec<&Informant<'_>> = found.iter().filter(of).collect();
        let heard = voices.get(entry.key).copied().unwrap_or(0);
        if heard == 0 && people.is_empty() {
            return None;
        }
        let tone = if heard == 0 { Tone::Warn } else { Tone::Plain };
        let mark = if heard == 0 { format!("! {}", entry.label(lang)) } else { entry.label(lang).to_owned() };
        let first = people.first().map(|one| title(store, one.actor));
        let cells = vec![
            Cell::text(mark).tone(tone),
            number(heard),
            number(people.len()),
            Cell::text(first.clone().unwrap_or_default()),
        ];
        let row = Row::new(entry.key, cells);
        let row = match people.first() {
            Some(one) => Row { to: Some((Kind::Actor, Id::new(&one.actor.id))), ..row },
            None => row,
        };
        let said = if heard == 0 { texts.not_heard.to_owned() } else { fill(texts.heard, &[&heard.to_string()]) };
        let row = row.say("", said);
        let row = match people.first() {
            Some(one) => row.say(first.unwrap_or_default(), reasons(one, lang).join(" · ")),
            None => row.say("", texts.nobody_there),
        };
        Some((heard > 0, row))
    };
    let mut rows: Vec<(bool, Row)> = vocabulary::values("sector").iter().filter_map(row).collect();
    rows.arrange_by_key(|(heard, _)| *heard);
    rows.into_iter().map(|(_, row)| row).collect()
}
