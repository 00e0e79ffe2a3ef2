//! `runde check`: is the store sound? What is wrong, where, and how bad.

use super::args::Check;
use super::desk::Desk;
use super::fault::Failure;
use super::out::columns;
use super::speech;
use crate::analysis::agenda::zone;
use crate::analysis::soundness;
use crate::arrange::Arrange as _;
use crate::guide::doubt::{Doubtful, doubts};
use crate::guide::matrix;
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Shape, Type, vocabulary};
use crate::store::json::Json;
use crate::store::{Finding, Level, Store, invisible, name_of, title};
use std::fmt::Write;

pub(super) fn run(args: &Check, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let mut findings = soundness(&store);
    if args.invisible {
        findings.extend(invisible(&store));
        findings.arrange_by_key(|finding| finding.level);
    }
    let day = desk.now.with_time_zone(zone(&store)).date().to_string();
    let doubts = doubts(&matrix(&store, &day));
    if args.json {
        let findings = findings.iter().map(|finding| json(&store, finding));
        let all = findings.chain(doubts.iter().map(doubt_json)).collect();
        desk.out.json(&Json::List(all).pretty())?;
    } else {
        let row = |finding: &Finding| {
            let level = speech::level(finding.level, desk.lang).to_owned();
            vec![level, place(&store, finding, desk.lang), speech::flaw(&store, &finding.flaw, desk.lang)]
        };
        let doubt = |one: &Doubtful<'_>| {
            let level = speech::level(level(one), desk.lang).to_owned();
            vec![level, doubt_place(&store, one, desk.lang), one.doubt.said(desk.lang)]
        };
        let rows: Vec<Vec<String>> = findings.iter().map(row).chain(doubts.iter().map(doubt)).collect();
        desk.out.text(&columns(&rows, false).replace('\t', ": "))?;
    }
    let bad = findings.iter().filter(|finding| finding.level < Level::Note).count()
        + doubts.iter().filter(|one| level(one) < Level::Note).count();
    let words = match (bad, findings.len() + doubts.len() - bad) {
        (0, 0) => desk.texts.sound.to_owned(),
        (bad, notes) => fill(desk.texts.findings, &[&bad.to_string(), &notes.to_string()]),
    };
    desk.say(&words)?;
    Ok(u8::from(bad > 0))
}

/// A decision that does not fit is probably not meant so; one that lacks something is only good to know.
fn level(one: &Doubtful<'_>) -> Level {
    if one.doubt.is_note() { Level::Note } else { Level::Warning }
}

fn doubt_json(one: &Doubtful<'_>) -> Json {
    let record = if one.kind == Kind::Landscape { String::new() } else { format!("/{}", one.record.id) };
    let level = if one.doubt.is_note() { "note" } else { "warning" };
    Json::map([
        ("level", Json::text(level)),
        ("where", Json::Text(format!("{}{record}/questions/{}", one.kind.plural(), one.key))),
        ("text", Json::Text(one.doubt.said(Lang::En))),
    ])
}

fn doubt_place(store: &Store, one: &Doubtful<'_>, lang: Lang) -> String {
    let kind = vocabulary::kind_label(one.kind.name(), 1, lang);
    let record = fill(lang.texts().cli.quoted, &[kind, &title(store, one.record)]);
    let question = vocabulary::entry("questions", one.key).map_or(one.key, |entry| entry.short(lang));
    format!("{record} › {} › {question}", vocabulary::field_label(one.kind.name(), "questions", lang))
}

/// For programs: never translated.
fn json(store: &Store, finding: &Finding) -> Json {
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    };
    Json::map([
        ("level", Json::text(level)),
        ("where", Json::Text(path(finding))),
        ("text", Json::Text(speech::flaw(store, &finding.flaw, Lang::En))),
    ])
}

/// The keys that lead to the place: `networks/ak-1/members/m-2/actor`.
fn path(finding: &Finding) -> String {
    let shape = finding.kind.shape();
    let mut keys = vec![finding.kind.plural()];
    if finding.kind != Kind::Landscape {
        keys.push(&finding.id);
    }
    if let Some(field) = finding.field {
        let spec = shape.spec(field);
        keys.push(spec.key);
        if let (Some((part, inner)), Type::Parts(part_shape)) = (&finding.part, spec.of) {
            keys.push(part);
            keys.extend(inner.map(|inner| part_shape.spec(inner).key));
        }
    }
    keys.join("/")
}

/// The same for people: what it is, what it is called, which field.
fn place(store: &Store, finding: &Finding, lang: Lang) -> String {
    let shape: &'static Shape = finding.kind.shape();
    let kind = vocabulary::kind_label(shape.name, 1, lang);
    let mut place = fill(lang.texts().cli.quoted, &[kind, &name_of(store, &finding.id)]);
    if name_of(store, &finding.id) != *finding.id && finding.id.as_str() != Store::LANDSCAPE {
        let _ = write!(place, " ({})", finding.id);
    }
    if let Some(field) = finding.field {
        let spec = shape.spec(field);
        let _ = write!(place, " › {}", vocabulary::field_label(shape.name, spec.key, lang));
        if let (Some((part, inner)), Type::Parts(part_shape)) = (&finding.part, spec.of) {
            let _ = write!(place, " › {part}");
            if let Some(inner) = inner {
                let key = part_shape.spec(*inner).key;
                let _ = write!(place, " › {}", vocabulary::field_label(part_shape.name, key, lang));
            }
        }
    }
    place
}
