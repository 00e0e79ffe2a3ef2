//! `runde guide`, `runde ask`, `runde interview`: what is answered, whom to ask next, what to ask them.

use super::args::{Ask, Guide, Interview};
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use super::resolve::{Meant, resolve};
use super::show::several;
use crate::analysis::agenda::zone;
use crate::guide::ask::{Informant, ask as informants, reasons};
use crate::guide::doubt::doubts;
use crate::guide::interview::interview as interview_guide;
use crate::guide::{Line, State, matrix};
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Record, vocabulary};
use crate::store::json::Json;
use crate::store::{Store, name_of, title};

fn today(store: &Store, desk: &Desk<'_>) -> String {
    desk.now.with_time_zone(zone(store)).date().to_string()
}

/// The record meant by a name, if it is of one of these kinds; else the exit code, and the words are said.
pub(super) fn meant<'s>(
    name: &str,
    kinds: &[Kind],
    wrong: &str,
    store: &'s Store,
    desk: &mut Desk<'_>,
) -> Result<Result<&'s Record, u8>, Failure> {
    Ok(match resolve(store, name) {
        Meant::One(kind, record) if kinds.contains(&kind) => Ok(record),
        Meant::One(..) => {
            desk.say(&fill(wrong, &[name]))?;
            Err(2)
        }
        Meant::Several(candidates) => Err(several(name, &candidates, store, desk)?),
        Meant::Nobody => {
            let words = fill(desk.texts.nobody, &[name]);
            desk.say(&words)?;
            Err(1)
        }
    })
}

pub(super) fn guide(args: &Guide, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let day = today(&store, desk);
    let texts = &desk.lang.texts().guide;
    let mut lines = matrix(&store, &day);
    let name = args.name.join(" ");
    if !name.is_empty() {
        match meant(&name, &[Kind::Network, Kind::Landscape], texts.no_network, &store, desk)? {
            Ok(record) => lines.retain(|line| line.record.id == record.id),
            Err(code) => return Ok(code),
        }
    }
    let open = lines.iter().any(|line| line.open().next().is_some());
    if args.json {
        desk.out.json(&Json::List(lines.iter().map(|line| line_json(&store, line)).collect()).pretty())?;
    } else if let ([line], false) = (lines.as_slice(), name.is_empty()) {
        desk.out.strong(&title(&store, line.record))?;
        let rows: Vec<_> = line.states.iter().map(|(key, state)| question_row(&store, key, state, desk.lang)).collect();
        desk.out.text(&columns(&rows, true))?;
    } else {
        desk.out.text(&columns(&all_rows(&store, &lines, desk.lang), true))?;
        desk.say(texts.signs)?;
    }
    // What a line of signs cannot say, and what no sign stands for: keys nobody knows.
    let told = if args.json { Vec::new() } else { doubts(&lines) };
    for one in told.iter().filter(|one| name.is_empty() || one.doubt.is_unknown()) {
        let words = format!("! {}: {}: {}", title(&store, one.record), one.key, one.doubt.said(desk.lang));
        desk.say(&one_line(&words))?;
    }
    Ok(u8::from(open))
}

fn all_rows(store: &Store, lines: &[Line<'_>], lang: Lang) -> Vec<Vec<String>> {
    let texts = &lang.texts().guide;
    let n_of_m = |(done, of): (usize, usize)| fill(texts.n_of_m, &[&done.to_string(), &of.to_string()]);
    let row = |line: &Line<'_>| {
        let signs: Vec<&str> = line.states.iter().map(|(_, state)| state.sign()).collect();
        vec![one_line(&title(store, line.record)), signs.concat(), n_of_m(line.progress())]
    };
    let mut rows: Vec<_> = lines.iter().map(row).collect();
    let sum = lines.iter().map(Line::progress).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    rows.push(vec![texts.all.to_owned(), String::new(), n_of_m(sum)]);
    rows
}

fn question_row(store: &Store, key: &str, state: &State<'_>, lang: Lang) -> Vec<String> {
    let texts = &lang.texts().guide;
    let short = vocabulary::entry("questions", key).map_or(key, |entry| entry.short(lang));
    let mut notes: Vec<String> = Vec::new();
    match state.sources.len() {
        0 if state.unproven() => notes.push(texts.unproven.to_owned()),
        0 => {}
        1 => notes.push(texts.one_source.to_owned()),
        many => notes.push(fill(texts.n_sources, &[&many.to_string()])),
    }
    if state.by_hand {
        notes.push(texts.by_hand.to_owned());
    }
    if !state.ask.is_empty() {
        notes.push(fill(texts.ask, &[&name_of(store, state.ask)]));
    }
    if !state.reason.is_empty() {
        notes.push(one_line(state.reason));
    }
    if let Some(doubt) = state.doubt() {
        notes.push(format!("! {}", doubt.said(lang)));
    }
    let status = vocabulary::label("question_status", state.status.key(), lang);
    vec![state.sign().to_owned(), short.to_owned(), status.to_owned(), notes.join(" · ")]
}

fn line_json(store: &Store, line: &Line<'_>) -> Json {
    let (done, of) = line.progress();
    let question = |(key, state): &(&'static str, State<'_>)| {
        Json::map([
            ("key", Json::text(key)),
            ("status", Json::text(state.status.key())),
            ("ask", Json::text_or_null(state.ask)),
            ("by_hand", Json::Flag(state.by_hand)),
            ("unproven", Json::Flag(state.unproven())),
            ("doubt", Json::text_or_null(&state.doubt().map_or_else(String::new, |doubt| doubt.said(Lang::En)))),
            ("sources", Json::texts(state.sources.iter().map(|source| &*source.id))),
        ])
    };
    Json::map([
        ("network", Json::map([("id", Json::text(&line.record.id)), ("name", Json::Text(title(store, line.record)))])),
        ("answered", number(done)),
        ("of", number(of)),
        ("questions", Json::List(line.states.iter().map(question).collect())),
    ])
}

fn number(count: usize) -> Json {
    Json::Whole(i64::try_from(count).unwrap_or(i64::MAX))
}

pub(super) fn ask(args: &Ask, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let day = today(&store, desk);
    let lines = matrix(&store, &day);
    let found = informants(&store, &lines, &day, args.limit);
    let texts = &desk.lang.texts().guide;
    if args.json {
        let lang = desk.lang;
        let rows = found.iter().map(|one| ask_json(&store, &lines, one, lang)).collect();
        desk.out.json(&Json::List(rows).pretty())?;
    } else {
        for (place, one) in found.iter().enumerate() {
            desk.out.strong(&one_line(&format!("{}. {}", place + 1, title(&store, one.actor))))?;
            for reason in reasons(one, desk.lang) {
                desk.out.text(&format!("   {}\n", one_line(&reason)))?;
            }
        }
    }
    if found.is_empty() {
        let open = lines.iter().skip(1).any(|line| line.open().next().is_some());
        desk.say(if open { texts.nobody_left } else { texts.nothing_open })?;
        return Ok(1);
    }
    Ok(0)
}

fn ask_json(store: &Store, lines: &[Line<'_>], one: &Informant<'_>, lang: Lang) -> Json {
    let covers = one.covers.iter().filter_map(|place| lines.get(*place)).map(|line| &*line.record.id);
    Json::map([
        ("id", Json::text(&one.actor.id)),
        ("name", Json::Text(title(store, one.actor))),
        ("reasons", Json::texts(reasons(one, lang))),
        ("covers", Json::texts(covers)),
        ("open_questions", number(one.open)),
    ])
}

pub(super) fn interview(args: &Interview, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let day = today(&store, desk);
    let wrong = desk.lang.texts().guide.no_actor;
    match meant(&args.name.join(" "), &[Kind::Actor], wrong, &store, desk)? {
        Ok(who) => {
            let page = interview_guide(&store, &matrix(&store, &day), who, &day, desk.lang);
            Ok(desk.out.text(&page)?)
        }
        Err(code) => Ok(code),
    }
}
