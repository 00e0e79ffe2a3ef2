//! `runde gaps`: what is missing, one finding a line. Exit code 1 when there are findings.

use super::args::Gaps;
use super::desk::Desk;
use super::fault::Failure;
use super::insight::day;
use super::out::one_line;
use crate::analysis::completeness::completeness;
use crate::analysis::day::first_day;
use crate::analysis::gaps::{Gap, gaps, words};
use crate::analysis::graph::exists;
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, Kind};
use crate::store::json::Json;
use crate::store::{Store, name_of};

pub(super) fn run(args: &Gaps, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let day = day(args.day.as_deref(), &store, desk)?;
    let found = first_day(&day).map_or_else(Vec::new, |today| gaps(&store, today));
    if args.json {
        let list = found.iter().map(|gap| json(&store, gap, desk.lang)).collect();
        desk.out.json(&Json::List(list).pretty())?;
    } else {
        let lines: Vec<String> = found.iter().map(|gap| line(&store, gap, desk.lang)).collect();
        desk.out.text(&lines.concat())?;
    }
    let words = if found.is_empty() { desk.lang.texts().gaps.none.to_owned() } else { known(&store, &day, desk.lang) };
    desk.say(&words)?;
    Ok(u8::from(!found.is_empty()))
}

/// "Nobody coordinates: AG Fördermittel Bildung: no role that leads or coordinates".
fn line(store: &Store, gap: &Gap, lang: Lang) -> String {
    let subject = gap.subject.as_ref().map_or_else(String::new, |(_, id)| format!("{}: ", name_of(store, id)));
    let said = format!("{}: {subject}{}", words::kind(gap.kind, lang), words::text(store, gap, lang));
    one_line(&said) + "\n"
}

/// How much is known: what is missing may only not be noted.
fn known(store: &Store, day: &str, lang: Lang) -> String {
    let living = store.all(Kind::Network).filter(|record| exists(record, day));
    let known = completeness(store, &living.map(|record| record.id.clone()).collect::<Vec<Id>>());
    let figures = [known.networks, known.with_members, known.with_rhythm, known.with_source];
    let [all, members, rhythm, source] = &figures.map(|figure| figure.to_string());
    fill(lang.texts().insight.complete, &[all, members, rhythm, source])
}

fn json(store: &Store, gap: &Gap, lang: Lang) -> Json {
    let named = |(_, id): &(Kind, Id)| Json::map([("id", Json::text(id)), ("name", Json::Text(name_of(store, id)))]);
    Json::map([
        ("kind", Json::text(gap.kind.key())),
        ("subject", gap.subject.as_ref().map_or(Json::Null, named)),
        ("text", Json::Text(words::text(store, gap, lang))),
    ])
}
