//! `runde insight`: measures on the two-mode graph of a day, with what they rest on beside them.

use super::args::Insight;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use crate::analysis::agenda::zone;
use crate::analysis::completeness::{Completeness, completeness};
use crate::analysis::graph::{TwoMode, Whom};
use crate::analysis::holes::holes;
use crate::analysis::measures::{Measures, Row, measure};
use crate::calendar::read_date;
use crate::i18n::fill;
use crate::i18n::insight::InsightTexts;
use crate::landscape::{Id, Kind};
use crate::search::terms::Terms;
use crate::store::json::Json;
use crate::store::{Store, name_of};

/// How many rows people are shown of each; JSON holds all.
const SHOWN: usize = 20;

pub(super) fn run(args: &Insight, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let day = day(args.day.as_deref(), &store, desk)?;
    let terms = Terms::parse(args.filter.as_deref().unwrap_or(""), Kind::Network.shape());
    let whom = if args.people { Whom::People } else { Whom::Institutions };
    let two = TwoMode::of(&store, &day, whom, |record| terms.matches(record, &store));
    let (measures, known) = (measure(&two), completeness(&store, &two.networks));
    if args.json {
        desk.out.json(&json(&store, &two, &measures, known).pretty())?;
    } else {
        let texts = &desk.lang.texts().insight;
        let aligned = desk.out.terminal;
        desk.out.text(&head(texts, &two, &measures, known, whom))?;
        for (title, ids, rows) in
            [(texts.actors, &two.actors, &measures.actors), (texts.networks, &two.networks, &measures.networks)]
        {
            desk.out.raw("\n")?;
            desk.out.strong(title)?;
            desk.out.text(&columns(&table(texts, &store, ids, rows), aligned))?;
        }
    }
    if two.networks.is_empty() {
        let words = desk.texts.nothing_listed;
        desk.say(words)?;
        return Ok(1);
    }
    Ok(0)
}

/// The day that is meant, `YYYY-MM-DD`: today by the landscape's clock when none is named.
pub(super) fn day(wanted: Option<&str>, store: &Store, desk: &Desk<'_>) -> Result<String, Failure> {
    let today = desk.now.with_time_zone(zone(store)).date();
    let Some(text) = wanted else { return Ok(today.to_string()) };
    let read = read_date(text, today);
    let day = read.map_err(|_| Failure::Words(fill(desk.texts.no_value, &[text, "--day"])))?;
    Ok(day.to_string())
}

fn head(texts: &InsightTexts, two: &TwoMode, measures: &Measures, known: Completeness, whom: Whom) -> String {
    let parts: Vec<String> = measures.components.iter().map(usize::to_string).collect();
    let counts = [two.actors.len(), two.networks.len(), two.ties.len()].map(|count| count.to_string());
    let [actors, networks, ties] = &counts;
    let density = format!("{:.4}", measures.density);
    let summary = fill(texts.summary, &[actors, networks, ties, &density, &parts.join(" + ")]);
    let figures = [known.networks, known.with_members, known.with_rhythm, known.with_source];
    let [all, members, rhythm, source] = &figures.map(|figure| figure.to_string());
    let complete = fill(texts.complete, &[all, members, rhythm, source]);
    let counted = if whom == Whom::People { texts.single } else { texts.rolled };
    format!("{summary}\n{complete}\n{counted}\n")
}

fn table(texts: &InsightTexts, store: &Store, ids: &[Id], rows: &[Row]) -> Vec<Vec<String>> {
    let mut order: Vec<(&Id, &Row)> = ids.iter().zip(rows).collect();
    order.sort_by(|a, b| b.1.betweenness.total_cmp(&a.1.betweenness).then(b.1.degree.cmp(&a.1.degree)));
    let heads = [texts.name, texts.ties, texts.between, texts.close, ""];
    let mut out = vec![heads.map(str::to_owned).to_vec()];
    out.extend(order.into_iter().take(SHOWN).map(|(id, row)| {
        let part = fill(texts.part, &[&row.component.to_string()]);
        let cut = if row.cut_point { texts.cut_point } else { "" };
        let signs = [cut, if row.component > 1 { &part } else { "" }];
        let signs: Vec<&str> = signs.into_iter().filter(|sign| !sign.is_empty()).collect();
        vec![
            one_line(&name_of(store, id)),
            row.degree.to_string(),
            format!("{:.4}", row.betweenness_centrality),
            format!("{:.4}", row.closeness_centrality),
            signs.join(", "),
        ]
    }));
    out
}

fn json(store: &Store, two: &TwoMode, measures: &Measures, known: Completeness) -> Json {
    let holes = holes(two);
    let actor_rows = two.actors.iter().zip(&measures.actors).zip(holes).map(|((id, row), hole)| {
        let mut pairs = row_json(store, id, row);
        pairs.push(("constraint".to_owned(), hole.map_or(Json::Null, |hole| real(hole.constraint))));
        pairs.push(("effective_size".to_owned(), hole.map_or(Json::Null, |hole| real(hole.effective_size))));
        Json::Map(pairs)
    });
    let network_rows = two.networks.iter().zip(&measures.networks).map(|(id, row)| Json::Map(row_json(store, id, row)));
    let bridge = |(actor, network): &(usize, usize)| {
        Some(Json::texts([two.actors.get(*actor)?, two.networks.get(*network)?].map(Id::as_str)))
    };
    Json::map([
        ("actors", whole(two.actors.len())),
        ("networks", whole(two.networks.len())),
        ("memberships", whole(two.ties.len())),
        ("density", real(measures.density)),
        ("components", Json::List(measures.components.iter().map(|size| whole(*size)).collect())),
        ("bridges", Json::List(measures.bridges.iter().filter_map(bridge).collect())),
        (
            "completeness",
            Json::map([
                ("networks", whole(known.networks)),
                ("with_members", whole(known.with_members)),
                ("with_rhythm", whole(known.with_rhythm)),
                ("with_source", whole(known.with_source)),
            ]),
        ),
        ("actor_rows", Json::List(actor_rows.collect())),
        ("network_rows", Json::List(network_rows.collect())),
    ])
}

fn row_json(store: &Store, id: &Id, row: &Row) -> Vec<(String, Json)> {
    let pairs = [
        ("id", Json::text(id)),
        ("name", Json::Text(name_of(store, id))),
        ("degree", whole(row.degree)),
        ("degree_centrality", real(row.degree_centrality)),
        ("betweenness", real(row.betweenness)),
        ("betweenness_centrality", real(row.betweenness_centrality)),
        ("closeness_centrality", real(row.closeness_centrality)),
        ("component", whole(row.component)),
        ("cut_point", Json::Flag(row.cut_point)),
        ("k_core", whole(row.k_core)),
    ];
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// A whole number.
pub(super) fn whole(number: usize) -> Json {
    Json::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A number with its shortest exact digits.
pub(super) fn real(number: f64) -> Json {
    if number.is_finite() { Json::Raw(format!("{number}")) } else { Json::Null }
}
