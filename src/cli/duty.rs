//! `runde goals`, `runde duties`, `runde steps`, `runde governance`, `runde embedding`: shared responsibility as plain lines.

use super::args::Plain;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use crate::analysis::agenda::zone;
use crate::analysis::duties::{ALL, Holder, duties};
use crate::analysis::embedding::{Embedding, MISSING};
use crate::analysis::goals::{Goal, goals};
use crate::analysis::governance::{BINDINGNESS, POWER, governance};
use crate::analysis::steps::{Asks, Outlook, outlooks};
use crate::arrange::Arrange as _;
use crate::exchange::asks::asked;
use crate::exchange::minutes::day;
use crate::i18n::Lang;
use crate::landscape::{Record, embedding, goal, step, vocabulary};
use crate::store::json::Json;
use crate::store::{Store, name_of, title};
use jiff::ToSpan;
use jiff::civil::Date;

fn today(store: &Store, desk: &Desk<'_>) -> Date {
    desk.now.with_time_zone(zone(store)).date()
}

fn number(count: usize) -> Json {
    Json::Whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn named(store: &Store, record: &Record) -> Json {
    Json::map([("id", Json::text(&record.id)), ("name", Json::Text(title(store, record)))])
}

fn by_id(store: &Store, id: &str) -> Json {
    Json::map([("id", Json::text(id)), ("name", Json::Text(name_of(store, id)))])
}

/// Rows for people, or JSON; the exit code says whether there is something to decide.
fn tell(rows: Vec<Vec<String>>, json: Option<Json>, findings: bool, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    if let Some(json) = json {
        desk.out.json(&json.pretty())?;
    } else {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| one_line(cell)).collect()).collect();
        let aligned = desk.out.terminal;
        desk.out.text(&columns(&rows, aligned))?;
    }
    Ok(u8::from(findings))
}

pub(super) fn goals_of_all(args: &Plain, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let all = goals(&store);
    let texts = &desk.lang.texts().duty;
    let row = |one: &Goal<'_>| {
        let names: Vec<String> = one.carried_by.iter().map(|(_, record)| title(&store, record)).collect();
        let carried = match (one.is_orphan(), one.is_shared()) {
            (true, true) => texts.nobody.to_owned(),
            (true, false) => texts.nobody_named.to_owned(),
            _ => names.join(", "),
        };
        let whose = if one.is_shared() { texts.landscape.to_owned() } else { title(&store, one.of) };
        vec![one.part.text(goal::TEXT).to_owned(), whose, carried]
    };
    let json = |one: &Goal<'_>| {
        Json::map([
            ("text", Json::text(one.part.text(goal::TEXT))),
            ("network", if one.is_shared() { Json::Null } else { named(&store, one.of) }),
            ("carried_by", Json::List(one.carried_by.iter().map(|(_, record)| named(&store, record)).collect())),
        ])
    };
    let findings = all.iter().any(|one| one.is_shared() && one.is_orphan());
    let json = args.json.then(|| Json::List(all.iter().map(json).collect()));
    tell(all.iter().map(row).collect(), json, findings, desk)
}

pub(super) fn duties_of_all(args: &Plain, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let today = today(&store, desk);
    let all = duties(&store, &today.to_string(), &today.saturating_sub(12.months()).to_string());
    let texts = &desk.lang.texts().duty;
    let row = |one: &Holder<'_>| {
        let counts = ALL.iter().zip(texts.duties).filter(|(what, _)| one.count(**what) > 0);
        let told: Vec<String> = counts.map(|(what, label)| format!("{} {label}", one.count(*what))).collect();
        vec![title(&store, one.actor), one.carries().to_string(), told.join(" · ")]
    };
    let json = |one: &Holder<'_>| {
        let [leads, goals, tasks, steps, handed] = ALL.map(|what| number(one.count(what)));
        Json::map([
            ("id", Json::text(&one.actor.id)),
            ("name", Json::Text(title(&store, one.actor))),
            ("carries", number(one.carries())),
            ("leads", leads),
            ("goals", goals),
            ("tasks", tasks),
            ("steps", steps),
            ("handed", handed),
        ])
    };
    let json = args.json.then(|| Json::List(all.iter().map(json).collect()));
    tell(all.iter().map(row).collect(), json, false, desk)
}

pub(super) fn steps_of_all(args: &Plain, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let today = today(&store, desk);
    let (all, lang) = (outlooks(&store, today), desk.lang);
    let asks = |one: &Outlook<'_>| -> Vec<String> {
        one.asks.iter().map(|asks| asked(asks, &store, &today.to_string(), lang)).collect()
    };
    let rows = all.iter().flat_map(|one| step_rows(&store, one, &asks(one), lang));
    let json = |one: &Outlook<'_>| {
        let step = |part: &&Record| {
            let who = part.texts(step::WHO).iter().map(|id| by_id(&store, id)).collect();
            let due = Json::text_or_null(part.text(step::DUE));
            Json::map([("text", Json::text(part.text(step::TEXT))), ("who", Json::List(who)), ("due", due)])
        };
        Json::map([
            ("network", named(&store, one.body)),
            ("steps", Json::List(one.open.iter().map(step).collect())),
            ("asks", Json::texts(one.asks.iter().map(Asks::key))),
            ("why", Json::texts(asks(one))),
            ("undecided", Json::Flag(one.is_undecided())),
        ])
    };
    let findings = all.iter().any(Outlook::is_undecided);
    let json = args.json.then(|| Json::List(all.iter().map(json).collect()));
    tell(rows.collect(), json, findings, desk)
}

fn step_rows(store: &Store, one: &Outlook<'_>, asks: &[String], lang: Lang) -> Vec<Vec<String>> {
    let texts = &lang.texts().duty;
    let body = title(store, one.body);
    if one.open.is_empty() {
        let said = if one.is_undecided() {
            format!("{}: {}", texts.undecided, asks.join("; "))
        } else {
            texts.nothing_noted.to_owned()
        };
        return vec![vec![body, said]];
    }
    let row = |part: &&Record| {
        let who: Vec<String> = part.texts(step::WHO).iter().map(|id| name_of(store, id)).collect();
        let due = Some(part.text(step::DUE)).filter(|due| !due.is_empty());
        let due = due.map_or_else(String::new, |due| format!("{} {}", texts.due, day(due, lang)));
        vec![body.clone(), part.text(step::TEXT).to_owned(), who.join(", "), due]
    };
    one.open.iter().map(row).collect()
}

pub(super) fn governance_map(args: &Plain, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let (found, lang) = (governance(&store), desk.lang);
    let entry = |list: &'static str, at: Option<usize>| at.and_then(|at| vocabulary::values(list).get(at));
    let label = |list: &'static str, at: Option<usize>| {
        entry(list, at).map_or(lang.texts().duty.unknown, |entry| entry.label(lang)).to_owned()
    };
    let key = |list: &'static str, at: Option<usize>| entry(list, at).map_or(Json::Null, |entry| Json::text(entry.key));
    // Unknown ones last, though they are the least by order.
    let mut cells: Vec<_> = found.iter().collect();
    cells.arrange_by_key(|((binding, power), _)| (binding.is_none(), *binding, power.is_none(), *power));
    let rows = cells.iter().map(|((binding, power), bodies)| {
        let names: Vec<String> = bodies.iter().map(|body| title(&store, body)).collect();
        vec![label(BINDINGNESS, *binding), label(POWER, *power), bodies.len().to_string(), names.join(", ")]
    });
    let json = args.json.then(|| {
        let cell = cells.iter().map(|((binding, power), bodies)| {
            let networks = bodies.iter().map(|body| named(&store, body)).collect();
            Json::map([
                ("bindingness", key(BINDINGNESS, *binding)),
                ("decision_power", key(POWER, *power)),
                ("networks", Json::List(networks)),
            ])
        });
        Json::List(cell.collect())
    });
    tell(rows.collect(), json, false, desk)
}

pub(super) fn embedding_of_all(args: &Plain, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let (found, lang) = (Embedding::of(&store), desk.lang);
    let texts = &lang.texts().duty;
    let mut ties: Vec<(&(usize, usize), &Vec<&Record>)> = found.ties.iter().collect();
    ties.arrange_by_key(|(at, _)| **at);
    let each = ties.iter().flat_map(|((body, to), parts)| {
        let (body, to) = (found.bodies.get(*body), found.to.get(*to));
        parts.iter().filter_map(move |part| Some((*body?, to?.record, *part)))
    });
    let each: Vec<_> = each.collect();
    let missing = |part: &Record| part.text(embedding::TIE) == MISSING;
    let mut rows: Vec<Vec<String>> = each
        .iter()
        .map(|(body, to, part)| {
            let tie = vocabulary::label("embedding_tie", part.text(embedding::TIE), lang);
            let sign = if missing(part) { "! " } else { "" };
            vec![title(&store, body), format!("{sign}{tie}"), title(&store, to)]
        })
        .collect();
    let untied: Vec<usize> = (0..found.to.len()).filter(|to| found.tied_to(*to) == 0).collect();
    let names = untied.iter().filter_map(|to| found.to.get(*to));
    rows.extend(names.clone().map(|to| vec![title(&store, to.record), format!("! {}", texts.untied)]));
    let json = args.json.then(|| {
        let tie = |(body, to, part): &(&std::sync::Arc<Record>, &std::sync::Arc<Record>, &Record)| {
            let tie = Json::text_or_null(part.text(embedding::TIE));
            let missing = Json::Flag(missing(part));
            Json::map([("network", named(&store, body)), ("to", named(&store, to)), ("tie", tie), ("missing", missing)])
        };
        let untied = names.map(|to| named(&store, to.record)).collect();
        Json::map([("ties", Json::List(each.iter().map(tie).collect())), ("untied", Json::List(untied))])
    });
    let findings = each.iter().any(|(_, _, part)| missing(part));
    tell(rows, json, findings, desk)
}
