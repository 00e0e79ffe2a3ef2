//! Tasks over all networks: open, overdue, one's own, by actor, done. One that was carried over counts once. A key marks
//! the selected one done, or open again.

use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use super::keymap::Scope;
use super::minutes::done;
use super::{Action, Context, Reply};
use crate::analysis::tasks::{Task, live};
use crate::arrange::Arrange as _;
use crate::exchange::minutes::day;
use crate::landscape::{Id, Kind, decision, meeting, task};
use crate::search::fold;
use crate::store::name_of;
use smol_str::SmolStr;

/// The places of the modes.
const OVERDUE: usize = 1;
const MINE: usize = 2;
const BY_ACTOR: usize = 3;
const DONE: usize = 4;

/// The list of tasks.
#[derive(Debug)]
pub struct Tasks;

impl Content for Tasks {
    fn title(&self, cx: &Context) -> String {
        cx.texts.minutes.tasks.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        let texts = &cx.texts.minutes;
        vec![texts.mode_open, texts.mode_overdue, texts.mode_mine, texts.mode_by_actor, texts.mode_done]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.minutes;
        let (who, what) = (Column::text(texts.col_who, 30, 1), Column::wide(texts.col_task));
        let due = Column::text(if mode == DONE { texts.col_done } else { texts.col_due }, 14, 0);
        let body = Column::text(texts.col_body, 30, 2);
        if mode == BY_ACTOR { vec![who, what, due, body] } else { vec![what, who, due, body] }
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let today = cx.now.date().to_string();
        let store = cx.data.store();
        let mine = |one: &Task| one.part.texts(task::WHO).iter().any(|id| !cx.me.is_empty() && **id == *cx.me);
        let wanted = |one: &Task| match mode {
            OVERDUE => one.is_overdue(&today),
            MINE => one.is_open() && mine(one),
            DONE => !one.is_open(),
            _ => one.is_open(),
        };
        let tasks = live(store).into_iter().filter(wanted);
        if mode != BY_ACTOR {
            return tasks.map(|one| row(&one, one.part.texts(task::WHO), mode, &today, cx)).collect();
        }
        let each = tasks.flat_map(|one| {
            let who = one.part.texts(task::WHO);
            let none = who.is_empty().then_some(&[][..]);
            none.into_iter().chain(who.chunks(1)).map(move |who| (one, who)).collect::<Vec<_>>()
        });
        let mut each: Vec<(Task, &[SmolStr])> = each.collect();
        each.arrange_by_key(|(_, who)| {
            who.first().map_or((true, String::new()), |id| (false, fold(&name_of(store, id))))
        });
        each.iter().map(|(one, who)| row(one, who, mode, &today, cx)).collect()
    }

    fn empty(&self, cx: &Context) -> &'static str {
        if cx.me.is_empty() { cx.texts.minutes.no_tasks_no_me } else { cx.texts.minutes.no_tasks }
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Tasks, Scope::Board, Scope::List, Scope::Everywhere]
    }

    fn act(&mut self, action: &Action, row: Option<&Row>, cx: &Context) -> Option<Reply> {
        if *action != Action::Mark {
            return None;
        }
        let key = row?.key.split('/').next()?;
        let (_, id) = row?.to.as_ref()?;
        let meeting = cx.data.store().get(Kind::Meeting, id)?;
        let part = meeting.parts(meeting::TASKS).iter().find(|part| *part.id == *key)?;
        Some(done(&Task { meeting, part }, cx))
    }
}

fn row(one: &Task, who: &[SmolStr], mode: usize, today: &str, cx: &Context) -> Row {
    let texts = &cx.texts.minutes;
    let store = cx.data.store();
    let names = |ids: &[SmolStr]| ids.iter().map(|id| name_of(store, id)).collect::<Vec<_>>().join(", ");
    let date = one.part.text(if mode == DONE { task::DONE_ON } else { task::DUE });
    let late = one.is_overdue(today);
    let said = format!("{}{}", if late { "! " } else { "" }, day(date, cx.lang));
    let number = date.replace('-', "");
    let number = format!("{number:0<8}").parse().ok().filter(|_| !date.is_empty());
    let what = Cell::text(one.part.text(task::TEXT));
    let due = Cell { text: said, tone: if late { Tone::Warn } else { Tone::Plain }, number };
    let bodies = names(one.meeting.texts(meeting::NETWORKS));
    let (person, body) = (Cell::text(names(who)), Cell::text(bodies.clone()).tone(Tone::Quiet));
    let cells = if mode == BY_ACTOR { vec![person, what, due, body] } else { vec![what, person, due, body] };
    let at = one.meeting.text(meeting::AT);
    let noted = format!("{bodies}, {}", day(at.get(..10).unwrap_or(at), cx.lang));
    let decided: Vec<&str> =
        one.meeting.parts(meeting::DECISIONS).iter().map(|part| part.text(decision::TEXT)).collect();
    let key = format!("{}/{}", one.part.id, who.first().map_or("", |id| id));
    let row = Row::new(key, cells).to(Kind::Meeting, Id::new(&one.meeting.id)).say(texts.noted_in, noted);
    let row = row.say(texts.col_task, one.part.text(task::TEXT)).say(texts.col_who, names(one.part.texts(task::WHO)));
    let row = if decided.is_empty() { row } else { row.say(texts.decisions, decided.join(" · ")) };
    match one.part.text(task::CARRIED_FROM) {
        "" => row,
        _ => row.say("", texts.carried),
    }
}
