//! `runde insight`: measures on the two-mode graph of a day, with what they rest on beside them.

use super::args::Insight;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use crate::analysis::agenda::zone;
use crate::analysis::completeness::{Completeness, completeness};
use crate::analysis::graph::{TwoMode, Whom, isolates};
use crate::analysis::holes::holes;
use crate::analysis::measures::{Measures, Row, measure_beside};
use crate::analysis::pagerank::pagerank;
use crate::analysis::sectors::{self, Mixing};
use crate::analysis::work::Work;
use crate::arrange::Arrange as _;
use crate::calendar::read_date;
use crate::i18n::fill;
use crate::i18n::insight::InsightTexts;
use crate::landscape::{Id, Kind};
use crate::search::terms::Terms;
use crate::store::json::Json;
use crate::store::{Store, name_of};

/// How many rows people are shown of each; JSON holds all.
const SHOWN: usize = 20;

/// What was measured, with what is told beside it.
struct Found<'f> {
    store: &'f Store,
    two: &'f TwoMode,
    measures: &'f Measures,
    known: Completeness,
    /// The rank of each node, actors first; empty when it was not asked for.
    ranks: &'f [f64],
    day: &'f str,
}

pub(super) fn run(args: &Insight, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let day = day(args.day.as_deref(), &store, desk)?;
    let terms = Terms::parse(args.filter.as_deref().unwrap_or(""), Kind::Network.shape());
    let whom = if args.people { Whom::People } else { Whom::Institutions };
    let two = TwoMode::of(&store, &day, whom, |record| terms.matches(record, &store));
    let measures = measured(&two, desk)?;
    let ranks = if args.rank { pagerank(&two) } else { Vec::new() };
    let known = completeness(&store, &two.networks);
    let found = Found { store: &store, two: &two, measures: &measures, known, ranks: &ranks, day: &day };
    if args.json {
        desk.out.json(&json(&found).pretty())?;
    } else {
        told(&found, whom, desk)?;
    }
    if two.networks.is_empty() {
        let words = desk.texts.nothing_listed;
        desk.say(words)?;
        return Ok(1);
    }
    Ok(0)
}

/// Measures; on a terminal it says how far it is when that takes its time.
fn measured(two: &TwoMode, desk: &mut Desk<'_>) -> Result<Measures, Failure> {
    if !desk.err.terminal {
        return Ok(measure_beside(two, &Work::default()).unwrap_or_default());
    }
    let work = Work::default();
    std::thread::scope(|scope| {
        let measuring = scope.spawn(|| measure_beside(two, &work).unwrap_or_default());
        let mut told = false;
        for round in 0_u32.. {
            if measuring.is_finished() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
            if round >= 40 && round % 10 == 0 {
                let words = fill(desk.lang.texts().house.working, &[&work.percent().to_string()]);
                desk.err.raw(&format!("\r{words}"))?;
                desk.err.flush()?;
                told = true;
            }
        }
        if told {
            desk.err.raw("\r\u{1b}[K")?;
        }
        Ok(measuring.join().unwrap_or_default())
    })
}

fn told(found: &Found<'_>, whom: Whom, desk: &mut Desk<'_>) -> Result<(), Failure> {
    let (texts, two, measures) = (&desk.lang.texts().insight, found.two, found.measures);
    let aligned = desk.out.terminal;
    desk.out.text(&head(texts, two, measures, found.known, whom))?;
    if let Some(estimate) = measures.estimate {
        let figures = [estimate.sources.to_string(), estimate.of.to_string(), format!("{:.2}", estimate.error * 100.0)];
        let words = fill(desk.lang.texts().measures.estimated, &figures.each_ref().map(String::as_str));
        desk.out.text(&format!("{words}\n"))?;
    }
    let (own, others) = found.ranks.split_at(two.actors.len().min(found.ranks.len()));
    let tables = [
        (texts.actors, &two.actors, &measures.actors, own),
        (texts.networks, &two.networks, &measures.networks, others),
    ];
    for (title, ids, rows, ranks) in tables {
        desk.out.raw("\n")?;
        desk.out.strong(title)?;
        desk.out.text(&columns(&table(texts, found.store, ids, rows, ranks), aligned))?;
    }
    Ok(())
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

fn table(texts: &InsightTexts, store: &Store, ids: &[Id], rows: &[Row], ranks: &[f64]) -> Vec<Vec<String>> {
    let mut order: Vec<(usize, (&Id, &Row))> = ids.iter().zip(rows).enumerate().collect();
    order.arrange_by(|(_, a), (_, b)| b.1.betweenness.total_cmp(&a.1.betweenness).then(b.1.degree.cmp(&a.1.degree)));
    let ranked = !ranks.is_empty();
    let mut heads = vec![texts.name, texts.ties, texts.between, texts.close];
    heads.extend(ranked.then_some(texts.rank));
    heads.push("");
    let mut out = vec![heads.into_iter().map(str::to_owned).collect()];
    out.extend(order.into_iter().take(SHOWN).map(|(at, (id, row))| {
        let part = fill(texts.part, &[&row.component.to_string()]);
        let cut = if row.cut_point { texts.cut_point } else { "" };
        let signs = [cut, if row.component > 1 { &part } else { "" }];
        let signs: Vec<&str> = signs.into_iter().filter(|sign| !sign.is_empty()).collect();
        let mut cells = vec![
            one_line(&name_of(store, id)),
            row.degree.to_string(),
            format!("{:.4}", row.betweenness_centrality),
            format!("{:.4}", row.closeness_centrality),
        ];
        cells.extend(ranks.get(at).map(|rank| format!("{rank:.4}")));
        cells.push(signs.join(", "));
        cells
    }));
    out
}

fn json(found: &Found<'_>) -> Json {
    let (store, two, measures, known) = (found.store, found.two, found.measures, found.known);
    let estimated = measures.estimate.is_some();
    let more = |row: &Row, at: usize| {
        let rank = found.ranks.get(at).map(|rank| ("rank".to_owned(), real(*rank)));
        let error = estimated.then(|| ("betweenness_error".to_owned(), real(row.betweenness_error)));
        rank.into_iter().chain(error)
    };
    let holes = holes(two);
    let actor_rows = two.actors.iter().zip(&measures.actors).zip(holes).enumerate().map(|(at, ((id, row), hole))| {
        let mut pairs = row_json(store, id, row);
        pairs.push(("constraint".to_owned(), hole.map_or(Json::Null, |hole| real(hole.constraint))));
        pairs.push(("effective_size".to_owned(), hole.map_or(Json::Null, |hole| real(hole.effective_size))));
        pairs.extend(more(row, at));
        Json::Map(pairs)
    });
    let network_rows = two.networks.iter().zip(&measures.networks).enumerate().map(|(at, (id, row))| {
        let mut pairs = row_json(store, id, row);
        pairs.extend(more(row, two.actors.len() + at));
        Json::Map(pairs)
    });
    let bridge = |(actor, network): &(usize, usize)| {
        Some(Json::texts([two.actors.get(*actor)?, two.networks.get(*network)?].map(Id::as_str)))
    };
    let alone = isolates(store, found.day);
    let (sectors, whole_mixing) = sectors::mixing(two, &sectors::of(store, two));
    Json::map([
        ("day", Json::text(found.day)),
        ("actors", whole(two.actors.len())),
        ("networks", whole(two.networks.len())),
        ("memberships", whole(two.ties.len())),
        ("density", real(measures.density)),
        ("components", Json::List(measures.components.iter().map(|size| whole(*size)).collect())),
        ("bridges", Json::List(measures.bridges.iter().filter_map(bridge).collect())),
        ("isolates", Json::texts(alone.iter().map(Id::as_str))),
        ("e_i_index", whole_mixing.index().map_or(Json::Null, real)),
        ("sectors", Json::List(sectors.iter().map(sector).collect())),
        ("estimate", estimate(measures)),
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

fn sector(mixing: &Mixing) -> Json {
    Json::map([
        ("sector", Json::text_or_null(&mixing.sector)),
        ("actors", whole(mixing.actors)),
        ("inside", whole(mixing.inside)),
        ("outside", whole(mixing.outside)),
        ("e_i_index", mixing.index().map_or(Json::Null, real)),
    ])
}

/// From how many sources, and how far off at most (95 of 100), when measures are estimates.
fn estimate(measures: &Measures) -> Json {
    measures.estimate.map_or(Json::Null, |estimate| {
        Json::map([("sources", whole(estimate.sources)), ("of", whole(estimate.of)), ("error", real(estimate.error))])
    })
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
