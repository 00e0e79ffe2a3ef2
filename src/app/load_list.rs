//! Work load on a board: who has how many meetings and hours a year, and what would be saved if a body met less often.
//! Computes nothing itself.

use super::Context;
use super::board::{Cell, Column, Content, Row};
use crate::analysis::load::{Basis, Body, Load, Loads};
use crate::arrange::Arrange as _;
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, actor};
use crate::store::name_of;

/// The list of loads.
#[derive(Debug)]
pub struct LoadList;

/// The mode that lists bodies instead of actors.
const BODIES: usize = 2;

impl Content for LoadList {
    fn title(&self, cx: &Context) -> String {
        cx.texts.calendar.load.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        let texts = &cx.texts.calendar;
        vec![texts.people, texts.institutions, texts.bodies]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.calendar;
        if mode == BODIES {
            return vec![
                Column::wide(texts.body),
                Column::number(texts.meetings_a_year, 14, 2),
                Column::number(texts.seats, 8, 3),
                Column::number(texts.all_hours, 14, 1),
                Column::number(texts.saved, 20, 0),
                Column::text(texts.basis, 12, 4),
            ];
        }
        vec![
            Column::wide(texts.who),
            Column::number(texts.in_bodies, 10, 2),
            Column::number(texts.meetings_a_year, 14, 1),
            Column::number(texts.hours_a_year, 14, 0),
        ]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let store = cx.data.store();
        let loads = Loads::of(store, cx.now.date());
        if mode == BODIES {
            let mut bodies: Vec<&Body> = loads.bodies.iter().filter(|body| body.seats > 0).collect();
            bodies.arrange_by(|a, b| b.all_hours().total_cmp(&a.all_hours()));
            return bodies.into_iter().map(|body| body_row(body, cx)).collect();
        }
        let is_person = |load: &&Load| {
            store.get(Kind::Actor, &load.actor).is_some_and(|record| record.flag(actor::PERSON) == Some(true))
        };
        let wanted = loads.actors.iter().filter(|load| is_person(load) == (mode == 0));
        wanted.map(|load| actor_row(load, &loads, cx)).collect()
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.calendar.load_none
    }
}

/// One decimal where there is anything behind it, with the comma of the language.
pub(super) fn number(number: f64, lang: Lang) -> String {
    let text = format!("{number:.1}");
    let text = text.strip_suffix(".0").map_or(text.clone(), str::to_owned);
    lang.pick(text.replace('.', ","), text)
}

fn cell(value: f64, assumed: bool, cx: &Context) -> Cell {
    let tilde = if assumed { "~" } else { "" };
    Cell::number(value, format!("{tilde}{}", number(value, cx.lang)))
}

fn count(number: usize) -> Cell {
    Cell::number(f64::from(u32::try_from(number).unwrap_or(u32::MAX)), number.to_string())
}

fn actor_row(load: &Load, loads: &Loads, cx: &Context) -> Row {
    let (store, texts) = (cx.data.store(), &cx.texts.calendar);
    let cells = vec![
        Cell::text(name_of(store, &load.actor)),
        count(load.bodies.len()),
        cell(load.meetings, false, cx),
        cell(load.hours, load.assumed, cx),
    ];
    let bodies = || load.bodies.iter().filter_map(|(at, seats)| Some((loads.bodies.get(*at)?, *seats)));
    let told = |(body, seats): (&Body, usize)| {
        let times = f64::from(u32::try_from(seats).unwrap_or(u32::MAX));
        let hours = format!("{} {}", number(body.hours() * times, cx.lang), texts.hours);
        let name = name_of(store, &body.network);
        if seats > 1 {
            fill(texts.seats_in, &[&name, &seats.to_string(), &hours])
        } else {
            fill(texts.taken_by, &[&name, &hours])
        }
    };
    let row = Row::new(&*load.actor, cells).to(Kind::Actor, load.actor.clone());
    let row = row.say(texts.sits_in, bodies().map(told).collect::<Vec<_>>().join(", "));
    let Some((heaviest, seats)) = bodies().next().filter(|(body, _)| body.hours() > 0.0) else { return row };
    let times = f64::from(u32::try_from(seats).unwrap_or(u32::MAX));
    let saved = number(heaviest.hours() * times / 2.0, cx.lang);
    let row = row.say("", fill(texts.meeting_half, &[&name_of(store, &heaviest.network), &saved]));
    if load.assumed { row.say("", texts.assumed) } else { row }
}

fn body_row(body: &Body, cx: &Context) -> Row {
    let texts = &cx.texts.calendar;
    let basis = match body.basis {
        Basis::Dates => 0,
        Basis::Said => 1,
        Basis::Observed => 2,
        Basis::Unknown => 3,
    };
    let assumed = body.lasts.assumed && body.meetings > 0.0;
    let cells = vec![
        Cell::text(name_of(cx.data.store(), &body.network)),
        cell(body.meetings, false, cx),
        count(body.seats),
        cell(body.all_hours(), assumed, cx),
        cell(body.saved_by_half(), assumed, cx),
        Cell::text(texts.basis_words.get(basis).copied().unwrap_or("")),
    ];
    let one = if body.meetings > 0.0 { body.all_hours() / body.meetings } else { 0.0 };
    let told = fill(texts.saving, &[&number(body.saved_by_half(), cx.lang), &number(one, cx.lang)]);
    let row = Row::new(&*body.network, cells).to(Kind::Network, body.network.clone()).say("", told);
    if assumed { row.say("", texts.assumed) } else { row }
}
