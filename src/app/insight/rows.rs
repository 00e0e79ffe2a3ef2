//! Rows of the board: actors, networks, and the graph in figures; and the line that says what all of it rests on.

use super::columns::{Measure, of};
use super::task::{Facts, Measured};
use crate::analysis::graph::Whom;
use crate::analysis::measures::Row as Figures;
use crate::app::Context;
use crate::app::board::{Cell, Row};
use crate::app::card::Tone;
use crate::arrange::Arrange as _;
use crate::i18n::measures::MeasureTexts;
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, Kind, vocabulary};
use crate::store::name_of;
use std::collections::HashSet;

/// Of more actors or networks than this, those are shown that lead by one of the measures.
const MOST: usize = 3_000;
/// So many by each measure.
const LEADING: usize = 400;
/// Columns of the screen below which the line at the end is brief.
const NARROW: u16 = 60;
/// So many of those it is tied to are named.
const NAMED: usize = 12;

pub(super) fn actors(facts: &Facts<'_>) -> Vec<Row> {
    let (two, rows) = (facts.two, &facts.measures.actors);
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); two.actors.len()];
    for (actor, network) in &two.ties {
        near.get_mut(*actor).into_iter().for_each(|list| list.push(*network));
    }
    each(facts, 0, &two.actors, rows, |at| (near.get(at).map_or(&[][..], Vec::as_slice), &two.networks))
}

pub(super) fn networks(facts: &Facts<'_>) -> Vec<Row> {
    let (two, rows) = (facts.two, &facts.measures.networks);
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); two.networks.len()];
    for (actor, network) in &two.ties {
        near.get_mut(*network).into_iter().for_each(|list| list.push(*actor));
    }
    each(facts, 1, &two.networks, rows, |at| (near.get(at).map_or(&[][..], Vec::as_slice), &two.actors))
}

/// A row for each of the nodes that are shown, the best connected first.
fn each<'f>(
    facts: &Facts<'_>,
    mode: usize,
    ids: &[Id],
    rows: &[Figures],
    near: impl Fn(usize) -> (&'f [usize], &'f Vec<Id>),
) -> Vec<Row> {
    let measures = of(mode, facts.query.rank);
    let first = if mode == 0 { 0 } else { facts.two.actors.len() };
    let value = |measure: Measure, at: usize| rows.get(at).and_then(|row| number(facts, measure, row, at, first + at));
    let mut order: Vec<usize> = (0..ids.len()).collect();
    if ids.len() > MOST {
        let mut kept: HashSet<usize> = HashSet::new();
        for measure in measures.iter().filter(|measure| !matches!(measure, Measure::Part | Measure::Constraint)) {
            let of = |at: &usize| value(*measure, *at).unwrap_or(f64::NEG_INFINITY);
            order.arrange_by(|a, b| of(b).total_cmp(&of(a)).then(a.cmp(b)));
            kept.extend(order.iter().take(LEADING));
        }
        order.retain(|at| kept.contains(at));
    }
    let by = |at: &usize| rows.get(*at).map_or((0.0, 0), |row| (row.betweenness, row.degree));
    order.arrange_by(|a, b| by(b).0.total_cmp(&by(a).0).then(by(b).1.cmp(&by(a).1)).then(a.cmp(b)));
    let kind = if mode == 0 { Kind::Actor } else { Kind::Network };
    let row = |at: usize| {
        let (id, found) = (ids.get(at)?, rows.get(at)?);
        let mut cells = vec![Cell::text(name_of(facts.store, id))];
        cells.extend(measures.iter().map(|measure| cell(facts, *measure, value(*measure, at), found)));
        let (list, others) = near(at);
        let row = Row::new(id.as_str(), cells).to(kind, id.clone());
        Some(row.say(tied_label(facts, mode), named(facts, list, others)))
    };
    order.into_iter().filter_map(row).collect()
}

fn texts(facts: &Facts<'_>) -> &'static MeasureTexts {
    &facts.query.as_of.lang.texts().measures
}

fn tied_label(facts: &Facts<'_>, mode: usize) -> &'static str {
    if mode == 0 { texts(facts).sits_in } else { texts(facts).in_it }
}

/// The names of those it is tied to, cut where they are many.
fn named(facts: &Facts<'_>, list: &[usize], others: &[Id]) -> String {
    let names = list.iter().take(NAMED).filter_map(|at| others.get(*at)).map(|id| name_of(facts.store, id));
    let mut said = names.collect::<Vec<_>>().join(", ");
    if list.len() > NAMED {
        said.push_str(&fill(texts(facts).and_more, &[&(list.len() - NAMED).to_string()]));
    }
    said
}

/// What a measure says of a node, as a number to sort by.
fn number(facts: &Facts<'_>, measure: Measure, row: &Figures, at: usize, node: usize) -> Option<f64> {
    let hole = || facts.holes.get(at).copied().flatten();
    Some(match measure {
        Measure::Ties => real(row.degree),
        Measure::Between => row.betweenness_centrality,
        Measure::Close => row.closeness_centrality,
        Measure::Own => hole()?.effective_size,
        Measure::Constraint => hole()?.constraint,
        Measure::Core => real(row.k_core),
        Measure::Part => real(row.component),
        Measure::Rank => facts.ranks.get(node).copied()?,
        Measure::Cut => f64::from(u8::from(row.cut_point)),
    })
}

fn cell(facts: &Facts<'_>, measure: Measure, value: Option<f64>, row: &Figures) -> Cell {
    let Some(value) = value else { return Cell::text("") };
    let lang = facts.query.as_of.lang;
    let text = match measure {
        Measure::Between if row.betweenness_error > 0.0 => {
            format!("{} ±{}", decimal(value * 100.0, 2, lang), decimal(row.betweenness_error * 100.0, 2, lang))
        }
        Measure::Between | Measure::Rank => decimal(value * 100.0, 2, lang),
        Measure::Close => decimal(value * 100.0, 1, lang),
        Measure::Own => decimal(value, 1, lang),
        Measure::Constraint => decimal(value, 2, lang),
        Measure::Cut if row.cut_point => texts(facts).falls_apart.to_owned(),
        Measure::Cut => String::new(),
        Measure::Ties | Measure::Core | Measure::Part => format!("{value:.0}"),
    };
    let cell = Cell { number: Some(value), ..Cell::text(text) };
    if measure == Measure::Cut { cell.tone(Tone::Warn) } else { cell }
}

/// The graph in figures, each with what it says.
pub(super) fn figures(facts: &Facts<'_>) -> Vec<Row> {
    let (words, lang) = (texts(facts), facts.query.as_of.lang);
    let (two, found) = (facts.two, facts.measures);
    let all = || found.actors.iter().chain(&found.networks);
    let count = |count: usize| count.to_string();
    let cuts = all().filter(|row| row.cut_point).count();
    let core = all().map(|row| row.k_core).max().unwrap_or(0);
    let alone = found.networks.iter().filter(|row| row.degree < 2).count();
    let parts: Vec<String> = found.components.iter().take(6).map(usize::to_string).collect();
    let rest = if found.components.len() > 6 { " + …" } else { "" };
    let mut rows: Vec<(String, String, &str)> = vec![
        (words.count_networks.into(), count(two.networks.len()), ""),
        (words.count_actors.into(), count(two.actors.len()), words.on_actors),
        (words.memberships.into(), count(two.ties.len()), words.on_memberships),
        (words.density.into(), percent(found.density, lang), words.on_density),
        (words.parts.into(), count(found.components.len()), words.on_parts),
        (words.part_sizes.into(), format!("{}{rest}", parts.join(" + ")), ""),
        (words.isolates.into(), count(facts.isolates), words.on_isolates),
        (words.alone.into(), count(alone), words.on_alone),
        (words.cut_points.into(), count(cuts), words.on_cut),
        (words.bridges.into(), count(found.bridges.len()), words.on_bridges),
        (words.inner_core.into(), count(core), words.on_core),
        (words.mixing.into(), index(facts.mixing.1.index(), lang), words.on_mixing),
    ];
    for sector in &facts.mixing.0 {
        let label = match sector.sector.as_str() {
            "" => words.no_sector,
            key => vocabulary::label("sector", key, lang),
        };
        rows.push((format!("  {label} ({})", sector.actors), index(sector.index(), lang), ""));
    }
    let known = [facts.known.with_members, facts.known.with_rhythm, facts.known.with_source];
    for (label, part) in [words.with_members, words.with_rhythm, words.with_source].iter().zip(known) {
        rows.push(((*label).to_owned(), format!("{part} / {}", facts.known.networks), words.on_known));
    }
    let row = |(at, (label, value, says)): (usize, (String, String, &str))| {
        let row = Row::new(at.to_string(), vec![Cell::text(label), Cell::text(value), Cell::text(says)]);
        if says.is_empty() { row } else { row.say("", says) }
    };
    rows.into_iter().enumerate().map(row).collect()
}

/// What the measures rest on: how much is known, who counts, whether they are estimates.
pub(super) fn rests_on(found: &Measured, cx: &Context) -> String {
    let texts = &cx.texts.insight;
    let known = found.known;
    let figures = [known.networks, known.with_members, known.with_rhythm, known.with_source];
    let [all, members, rhythm, source] = &figures.map(|figure| figure.to_string());
    if cx.size.0 < NARROW {
        return fill(cx.texts.measures.known_briefly, &[members, all, rhythm, source]);
    }
    let mut said = vec![fill(texts.complete, &[all, members, rhythm, source])];
    if let Some(estimate) = found.estimate {
        let error = decimal(estimate.error * 100.0, 2, cx.lang);
        let (drawn, of) = (estimate.sources.to_string(), estimate.of.to_string());
        said.insert(0, fill(cx.texts.measures.estimated, &[&drawn, &of, &error]));
    }
    if found.shown.0 < found.shown.1 {
        let (shown, all) = (found.shown.0.to_string(), found.shown.1.to_string());
        said.push(fill(cx.texts.measures.leading, &[&shown, &all]));
    }
    said.push(if found.whom == Whom::People { texts.single } else { texts.rolled }.to_owned());
    said.join(" · ")
}

fn index(index: Option<f64>, lang: Lang) -> String {
    let Some(index) = index else { return "–".to_owned() };
    let text = decimal(index.abs(), 2, lang);
    if index < 0.0 { format!("−{text}") } else { format!("+{text}") }
}

fn percent(share: f64, lang: Lang) -> String {
    format!("{} %", decimal(share * 100.0, 1, lang))
}

fn decimal(number: f64, digits: usize, lang: Lang) -> String {
    let text = format!("{number:.digits$}");
    lang.pick(text.replace('.', ","), text)
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
