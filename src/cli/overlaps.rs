//! `runde overlaps`: pairs of networks that look alike, each part in words. Exit code 1 when there are none.

use super::args::Overlaps;
use super::desk::Desk;
use super::fault::Failure;
use super::insight::{day, real, whole};
use super::out::one_line;
use crate::analysis::day::first_day;
use crate::analysis::overlap::saving::{Cost, Costs, Saving};
use crate::analysis::overlap::{Pair, pairs, words};
use crate::i18n::Lang;
use crate::landscape::Id;
use crate::store::json::Json;
use crate::store::{Store, name_of};

pub(super) fn run(args: &Overlaps, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let day = day(args.day.as_deref(), &store, desk)?;
    let mut found = pairs(&store, &day);
    found.retain(|pair| args.all || pair.is_claimed());
    let today = first_day(&day).unwrap_or_else(|| desk.now.date());
    let costs = Costs::of(&store, today);
    if args.json {
        desk.out.json(&Json::List(found.iter().map(|pair| json(&store, pair, &costs)).collect()).pretty())?;
    } else {
        let lines: Vec<String> = found.iter().map(|pair| line(&store, desk.lang, pair, &costs)).collect();
        desk.out.text(&lines.concat())?;
    }
    if found.is_empty() {
        let words = desk.lang.texts().insight.none_alike;
        desk.say(words)?;
        return Ok(1);
    }
    Ok(0)
}

/// "9 of 12 members of A sit in B too; both: transition school–work; merged, a year saves 4 meetings".
fn line(store: &Store, lang: Lang, pair: &Pair, costs: &Costs<'_>) -> String {
    let saving = costs.saving(&pair.a, &pair.b).map(|saving| words::saving(&saving, lang));
    let parts: Vec<String> = [words::sentence(store, pair, lang)].into_iter().chain(saving).collect();
    one_line(&parts.join("; ")) + "\n"
}

fn json(store: &Store, pair: &Pair, costs: &Costs<'_>) -> Json {
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
        ("inside", Json::Flag(pair.is_inside())),
        ("claimed", Json::Flag(pair.is_claimed())),
        ("saves", costs.saving(&pair.a, &pair.b).map_or(Json::Null, |saving| saves(&saving))),
        ("verdict", pair.verdict.as_ref().map_or(Json::Null, |verdict| Json::text(verdict))),
        ("settled", Json::Flag(pair.settled)),
        ("part_of", Json::Flag(pair.nested)),
        ("basis", Json::text(&pair.basis)),
    ])
}

/// What merging, or dropping the first or the second, would save in a year.
fn saves(saving: &Saving) -> Json {
    let cost =
        |cost: Cost| Json::map([("meetings_per_year", real(cost.meetings)), ("hours_per_year", real(cost.hours))]);
    let [a, b] = saving.dropped.map(cost);
    Json::map([("merged", cost(saving.merged)), ("without_a", a), ("without_b", b)])
}
