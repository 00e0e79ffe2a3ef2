//! `runde overlaps`: pairs of networks that look alike, each part in words. Exit code 1 when there are none.

use super::args::Overlaps;
use super::desk::Desk;
use super::fault::Failure;
use super::insight::{day, real, whole};
use super::out::one_line;
use crate::analysis::overlap::{Pair, pairs};
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, vocabulary};
use crate::store::json::Json;
use crate::store::{Store, name_of};

pub(super) fn run(args: &Overlaps, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let day = day(args.day.as_deref(), &store, desk)?;
    let mut found = pairs(&store, &day);
    found.retain(|pair| args.all || pair.is_claimed());
    if args.json {
        desk.out.json(&Json::List(found.iter().map(|pair| json(&store, pair)).collect()).pretty())?;
    } else {
        let lines: Vec<String> = found.iter().map(|pair| line(&store, desk.lang, pair)).collect();
        desk.out.text(&lines.concat())?;
    }
    if found.is_empty() {
        let words = desk.lang.texts().insight.none_alike;
        desk.say(words)?;
        return Ok(1);
    }
    Ok(0)
}

/// "9 of 12 members of A sit in B too; both: transition school–work".
fn line(store: &Store, lang: Lang, pair: &Pair) -> String {
    let texts = &lang.texts().insight;
    let (small, large, size) =
        if pair.of_b < pair.of_a { (&pair.b, &pair.a, pair.of_b) } else { (&pair.a, &pair.b, pair.of_a) };
    let names = [small, large].map(|id| one_line(&name_of(store, id)));
    let [small, large] = &names;
    let mut parts = vec![fill(texts.sits, &[&pair.shared.to_string(), &size.to_string(), small, large])];
    let label = |(field, value): &(&str, Box<str>)| match *field {
        "themes" => Some(vocabulary::label("theme", value, lang).to_owned()),
        "phases" => Some(vocabulary::label("phase", value, lang).to_owned()),
        "target_groups" => Some(vocabulary::label("target_group", value, lang).to_owned()),
        "area" => Some(vocabulary::label("area", value, lang).to_owned()),
        _ => None,
    };
    let same: Vec<String> = pair.alike.iter().filter_map(label).collect();
    if !same.is_empty() {
        parts.push(fill(texts.both, &[&same.join(", ")]));
    }
    let leads = pair.alike.iter().filter(|(field, _)| *field == "coordinator");
    let leads: Vec<String> = leads.map(|(_, actor)| one_line(&name_of(store, actor))).collect();
    if !leads.is_empty() {
        parts.push(fill(texts.same_lead, &[&leads.join(", ")]));
    }
    if let Some(verdict) = &pair.verdict {
        let words = if pair.settled { texts.judged } else { texts.changed };
        parts.push(fill(words, &[vocabulary::label("verdict", verdict, lang)]));
    }
    if pair.nested {
        parts.push(texts.nested.to_owned());
    }
    parts.join("; ") + "\n"
}

fn json(store: &Store, pair: &Pair) -> Json {
    let named = |id: &Id| Json::map([("id", Json::text(id)), ("name", Json::Text(name_of(store, id)))]);
    let (a_in_b, b_in_a) = pair.shares();
    Json::map([
        ("a", named(&pair.a)),
        ("b", named(&pair.b)),
        ("shared", whole(pair.shared)),
        ("jaccard", real(pair.jaccard())),
        ("overlap_coefficient", real(pair.overlap_coefficient())),
        ("share_of_a_in_b", real(a_in_b)),
        ("share_of_b_in_a", real(b_in_a)),
        ("alike", Json::texts(pair.alike.iter().map(|(field, value)| format!("{field}:{value}")))),
        ("verdict", pair.verdict.as_ref().map_or(Json::Null, |verdict| Json::text(verdict))),
        ("settled", Json::Flag(pair.settled)),
        ("part_of", Json::Flag(pair.nested)),
        ("basis", Json::text(&pair.basis)),
    ])
}
