//! `runde check`: is the store sound? What is wrong, where, and how bad.

use super::args::Check;
use super::desk::Desk;
use super::fault::Failure;
use super::out::columns;
use super::speech;
use crate::analysis::soundness;
use crate::i18n::{Lang, fill};
use crate::landscape::{Shape, Type, vocabulary};
use crate::store::json::Json;
use crate::store::{Finding, Level, Store, invisible, name_of};
use std::fmt::Write;

pub(super) fn run(args: &Check, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let mut findings = soundness(&store);
    if args.invisible {
        findings.extend(invisible(&store));
        findings.sort_by_key(|finding| finding.level);
    }
    if args.json {
        let findings = findings.iter().map(|finding| json(&store, finding)).collect();
        desk.out.json(&Json::List(findings).pretty())?;
    } else {
        let row = |finding: &Finding| {
            let level = speech::level(finding.level, desk.lang).to_owned();
            vec![level, place(&store, finding, desk.lang), speech::flaw(&store, &finding.flaw, desk.lang)]
        };
        let rows: Vec<Vec<String>> = findings.iter().map(row).collect();
        desk.out.text(&columns(&rows, false).replace('\t', ": "))?;
    }
    let bad = findings.iter().filter(|finding| finding.level < Level::Note).count();
    let words = match (bad, findings.len() - bad) {
        (0, 0) => desk.texts.sound.to_owned(),
        (bad, notes) => fill(desk.texts.findings, &[&bad.to_string(), &notes.to_string()]),
    };
    desk.say(&words)?;
    Ok(u8::from(bad > 0))
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
    if finding.kind != crate::landscape::Kind::Landscape {
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
