//! From separate to shared responsibility, on a board: goals and who carries them; who has taken on what; what is to become
//! of each body, and where that is undecided. Computes nothing itself.

use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use super::form::{Form, day};
use super::{Action, Context, Reply};
use crate::analysis::duties::{ALL, Duty, Holder, What, duties};
use crate::analysis::goals::{Goal, goals, without_goal};
use crate::analysis::steps::{Outlook, is_past, outlooks};
use crate::arrange::Arrange as _;
use crate::exchange::asks::asked;
use crate::i18n::fill;
use crate::landscape::{Field, Kind, Record, goal, meeting, member, network, step, the_landscape, vocabulary};
use crate::store::{name_of, title};
use jiff::ToSpan;
use std::sync::Arc;

/// The places of the modes.
const TAKEN_ON: usize = 1;
const STEPS: usize = 2;

/// How many months back decisions count.
const BACK: i32 = 12;

/// The board of responsibility.
#[derive(Debug)]
pub struct Responsibility;

impl Content for Responsibility {
    fn title(&self, cx: &Context) -> String {
        cx.texts.duty.responsibility.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        let texts = &cx.texts.duty;
        vec![texts.goals, texts.taken_on, texts.next_steps]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.duty;
        match mode {
            TAKEN_ON => {
                let counts = texts.duty_columns.iter().zip([2, 3, 1, 4, 5]);
                let counts = counts.map(|(title, rank)| Column::number(title, 12, rank));
                let all = Column::number(texts.all_duties, 9, 0);
                std::iter::once(Column::wide(texts.who)).chain(counts).chain([all]).collect()
            }
            STEPS => vec![
                Column::text(texts.body, 30, 0),
                Column::wide(texts.becomes),
                Column::text(texts.who, 26, 2),
                Column::text(texts.due, 12, 1),
            ],
            _ => {
                vec![Column::wide(texts.goal), Column::text(texts.whose, 24, 1), Column::text(texts.carried_by, 36, 0)]
            }
        }
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let store = cx.data.store();
        match mode {
            TAKEN_ON => {
                let since = cx.now.date().saturating_sub(BACK.months()).to_string();
                let holders = duties(store, &cx.now.date().to_string(), &since);
                holders.iter().map(|holder| holder_row(holder, cx)).collect()
            }
            STEPS => outlooks(store, cx.now.date()).iter().flat_map(|one| outlook_rows(one, cx)).collect(),
            _ => goal_rows(cx),
        }
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.duty.no_responsibility
    }

    fn act(&mut self, action: &Action, row: Option<&Row>, cx: &Context) -> Option<Reply> {
        let (key, (kind, id)) = (&row?.key, row?.to.as_ref()?);
        let (what, part) = key.split_once('/').filter(|_| *action == Action::Edit)?;
        let field = part_field(what, *kind)?;
        let record = cx.data.store().get(*kind, id)?;
        let part = part.split('/').next().filter(|part| !part.is_empty());
        let layers = match part {
            Some(part) => Form::edit_at(*kind, record, field, Some(part), cx),
            None => Form::attach(*kind, record, field, cx),
        };
        Some(Reply::OpenAll(layers))
    }
}

/// In which field the part of a row lies.
fn part_field(what: &str, kind: Kind) -> Option<Field> {
    match (what, kind) {
        ("goal", Kind::Landscape) => Some(the_landscape::GOALS),
        ("goal", Kind::Network) => Some(network::GOALS),
        ("step", Kind::Network) => Some(network::NEXT_STEPS),
        _ => None,
    }
}

/// Goals nobody carries first, then those of the landscape, those of the bodies, and the bodies without any.
fn goal_rows(cx: &Context) -> Vec<Row> {
    let texts = &cx.texts.duty;
    let mut all = goals(cx.data.store());
    all.arrange_by_key(|goal| (!goal.is_shared(), !goal.is_orphan()));
    let shared: Vec<&Goal<'_>> = all.iter().filter(|goal| goal.is_shared()).collect();
    let orphans = shared.iter().filter(|goal| goal.is_orphan()).count();
    let told = fill(texts.orphans, &[&orphans.to_string(), &shared.len().to_string()]);
    let mut rows: Vec<Row> = all.iter().map(|goal| goal_row(goal, &told, cx)).collect();
    rows.extend(without_goal(cx.data.store()).into_iter().map(|body| {
        let cells =
            vec![Cell::text(texts.no_goal).tone(Tone::Quiet), Cell::text(body.text(network::NAME)), Cell::text("")];
        Row::new(format!("goal//{}", body.id), cells).to(Kind::Network, body.id.clone())
    }));
    rows
}

fn goal_row(goal: &Goal<'_>, told: &str, cx: &Context) -> Row {
    let (store, texts) = (cx.data.store(), &cx.texts.duty);
    let names: Vec<String> = goal.carried_by.iter().map(|(_, record)| title(store, record)).collect();
    let carried = match (goal.is_orphan(), goal.is_shared()) {
        (true, true) => Cell::text(texts.nobody).tone(Tone::Warn),
        (true, false) => Cell::text(texts.nobody_named).tone(Tone::Quiet),
        _ => Cell::text(names.join(", ")),
    };
    let whose = if goal.is_shared() { texts.landscape.to_owned() } else { title(store, goal.of) };
    let cells = vec![Cell::text(goal.part.text(goal::TEXT)), Cell::text(&*whose).tone(Tone::Quiet), carried];
    let row = Row::new(format!("goal/{}/{}", goal.part.key(), goal.of.id), cells).to(goal.kind, goal.of.id.clone());
    let row = row.say(whose, goal.part.text(goal::TEXT));
    let row = if names.is_empty() { row } else { row.say(texts.carried_by, names.join(", ")) };
    if goal.is_shared() { row.say("", told) } else { row }
}

fn holder_row(holder: &Holder<'_>, cx: &Context) -> Row {
    let texts = &cx.texts.duty;
    let number = |count: usize| {
        let text = if count == 0 { String::new() } else { count.to_string() };
        Cell::number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), text)
    };
    let mut cells = vec![Cell::text(title(cx.data.store(), holder.actor))];
    cells.extend(ALL.map(|what| number(holder.count(what))));
    cells.push(number(holder.carries()));
    let row = Row::new(format!("who:{}", holder.actor.id), cells).to(Kind::Actor, holder.actor.id.clone());
    ALL.iter().zip(texts.duties).fold(row, |row, (what, label)| {
        let told = by_person(&holder.duties.iter().filter(|duty| duty.what == *what).collect::<Vec<_>>(), holder, cx);
        if told.is_empty() { row } else { row.say(label, told) }
    })
}

/// "Bildungsportal (Koordination) · Anna Muster: AK Ganztag (Vorsitz), AK Sprache (Vorsitz)".
fn by_person(duties: &[&Duty<'_>], holder: &Holder<'_>, cx: &Context) -> String {
    let mut people: Vec<(&str, Vec<String>)> = Vec::new();
    for duty in duties {
        let who: &str = &duty.who.id;
        match people.iter_mut().find(|(known, _)| *known == who) {
            Some((_, all)) => all.push(told(duty, cx)),
            None => people.push((who, vec![told(duty, cx)])),
        }
    }
    let one = |(who, all): (&str, Vec<String>)| {
        let own = *holder.actor.id == *who;
        let name = if own { String::new() } else { format!("{}: ", name_of(cx.data.store(), who)) };
        format!("{name}{}", all.join(", "))
    };
    people.into_iter().map(one).collect::<Vec<_>>().join(" · ")
}

/// "AK Ganztag (Vorsitz)".
fn told(duty: &Duty<'_>, cx: &Context) -> String {
    let store = cx.data.store();
    match duty.what {
        What::Leads => {
            let roles = duty.part.texts(member::ROLES).iter().map(|role| vocabulary::label("role", role, cx.lang));
            format!("{} ({})", title(store, duty.of), roles.collect::<Vec<_>>().join(", "))
        }
        What::Carries => duty.part.text(goal::TEXT).to_owned(),
        What::Step => format!("{}: {}", title(store, duty.of), duty.part.text(step::TEXT)),
        What::Task | What::Handed => {
            let bodies: Vec<String> = duty.of.texts(meeting::NETWORKS).iter().map(|id| name_of(store, id)).collect();
            // Tasks and decisions have their text in the same place.
            format!("{} ({})", duty.part.text(crate::landscape::task::TEXT), bodies.join(" + "))
        }
    }
}

/// A row a step; a body without one has a row that says what asks for a decision, or that nothing is noted.
fn outlook_rows(one: &Outlook<'_>, cx: &Context) -> Vec<Row> {
    let (texts, today) = (&cx.texts.duty, cx.now.date().to_string());
    let asks: Vec<String> = one.asks.iter().map(|asks| asked(asks, cx.data.store(), &today, cx.lang)).collect();
    let foot = |row: Row| {
        let row = if asks.is_empty() { row } else { row.say(texts.asks, asks.join("; ")) };
        let Some(done) = one.done else { return row };
        let when = day(done.text(step::DONE_ON), cx.lang);
        row.say(texts.done_last, format!("{} ({when})", done.text(step::TEXT)))
    };
    if one.open.is_empty() {
        let becomes = if one.is_undecided() {
            Cell::text(format!("{}: {}", texts.undecided, asks.join("; "))).tone(Tone::Warn)
        } else {
            Cell::text(texts.nothing_noted).tone(Tone::Quiet)
        };
        let cells = vec![Cell::text(title(cx.data.store(), one.body)), becomes, Cell::text(""), Cell::text("")];
        return vec![foot(Row::new(format!("step//{}", one.body.id), cells).to(Kind::Network, one.body.id.clone()))];
    }
    one.open.iter().map(|part| foot(step_row(one.body, part, cx))).collect()
}

fn step_row(body: &Arc<Record>, part: &Record, cx: &Context) -> Row {
    let (store, texts) = (cx.data.store(), &cx.texts.duty);
    let who: Vec<String> = part.texts(step::WHO).iter().map(|id| name_of(store, id)).collect();
    let due = part.text(step::DUE);
    let late = is_past(due, &cx.now.date().to_string());
    let said = if due.is_empty() { String::new() } else { day(due, cx.lang) };
    let digits: String = due.chars().filter(char::is_ascii_digit).collect();
    let due = Cell {
        text: format!("{}{said}", if late { "! " } else { "" }),
        tone: if late { Tone::Warn } else { Tone::Plain },
        number: format!("{digits:0<8}").parse().ok().filter(|_| !digits.is_empty()),
    };
    let cells =
        vec![Cell::text(title(store, body)), Cell::text(part.text(step::TEXT)), Cell::text(who.join(", ")), due];
    let row = Row::new(format!("step/{}/{}", part.key(), body.id), cells).to(Kind::Network, body.id.clone());
    let row = row.say(title(store, body), part.text(step::TEXT));
    if who.is_empty() { row } else { row.say(texts.who, who.join(", ")) }
}
