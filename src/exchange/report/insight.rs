//! What the data show when they are put together: networks that look alike, what is missing, who links whom. Every measure
//! stands beside how much is known.

use super::Desk;
use super::duty::public;
use super::voices::Names;
use crate::analysis::gaps::{Detail, Gap, gaps, words};
use crate::analysis::graph::{TwoMode, Whom};
use crate::analysis::measures::measure;
use crate::analysis::overlap::{Pair, pairs};
use crate::arrange::Arrange as _;
use crate::landscape::vocabulary;
use serde::Serialize;
use smol_str::SmolStr;

/// Two networks that look alike.
#[derive(Clone, Debug, Serialize)]
pub struct Alike {
    /// The smaller one.
    pub a: String,
    /// The other.
    pub b: String,
    /// Members in both.
    pub shared: usize,
    /// Members of the smaller one.
    pub of: usize,
    /// Themes, phases, target groups in both.
    pub both: Vec<String>,
    /// What people decided; empty where nobody did.
    pub verdict: String,
}

/// Networks that look alike.
#[derive(Clone, Debug, Serialize)]
pub struct Doubles {
    /// Nobody has judged them yet, or the data changed since.
    pub claimed: Vec<Alike>,
    /// People have judged them.
    pub judged: Vec<Alike>,
}

pub(super) fn doubles(desk: Desk<'_>) -> Doubles {
    let all = pairs(desk.store(), &desk.day());
    let (claimed, others): (Vec<Pair>, Vec<Pair>) = all.into_iter().partition(Pair::is_claimed);
    let judged = others.iter().filter(|pair| pair.verdict.is_some());
    Doubles {
        claimed: claimed.iter().map(|pair| alike(desk, pair)).collect(),
        judged: judged.map(|pair| alike(desk, pair)).collect(),
    }
}

fn alike(desk: Desk<'_>, pair: &Pair) -> Alike {
    let (small, large, of) =
        if pair.of_b < pair.of_a { (&pair.b, &pair.a, pair.of_b) } else { (&pair.a, &pair.b, pair.of_a) };
    let label = |(field, value): &(&str, SmolStr)| match *field {
        "themes" => Some(desk.label("theme", value).to_owned()),
        "phases" => Some(desk.label("phase", value).to_owned()),
        "target_groups" => Some(desk.label("target_group", value).to_owned()),
        _ => None,
    };
    Alike {
        a: desk.name(small),
        b: desk.name(large),
        shared: pair.shared,
        of,
        both: pair.alike.iter().filter_map(label).collect(),
        verdict: pair
            .verdict
            .as_ref()
            .map_or_else(String::new, |verdict| vocabulary::label("verdict", verdict, desk.lang).to_owned()),
    }
}

/// Everything missing of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct Missing {
    /// What is missing.
    pub label: String,
    /// What it is about, and what is to be said.
    pub items: Vec<String>,
}

pub(super) fn missing(desk: Desk<'_>) -> Vec<Missing> {
    let names = Names::of(desk);
    let mut found: Vec<Missing> = Vec::new();
    for gap in gaps(desk.store(), desk.now.date()) {
        let label = words::kind(gap.kind, desk.lang);
        let item = item(desk, &gap, &names);
        match found.iter_mut().find(|one| one.label == label) {
            Some(one) if one.items.contains(&item) => {}
            Some(one) => one.items.push(item),
            None => found.push(Missing { label: label.to_owned(), items: vec![item] }),
        }
    }
    found
}

/// The subject, and what is to be said where that is more than the kind of gap says already.
fn item(desk: Desk<'_>, gap: &Gap, names: &Names) -> String {
    let said = names.without(&words::text(desk.store(), gap, desk.lang), desk);
    match &gap.subject {
        None => said,
        Some((_, id)) if gap.detail == Detail::Plain => public(desk, id),
        Some((_, id)) => format!("{}: {said}", public(desk, id)),
    }
}

/// An institution that links others.
#[derive(Clone, Debug, Serialize)]
pub struct Bridge {
    /// Its name.
    pub name: String,
    /// In how many networks it sits.
    pub networks: usize,
    /// Betweenness, in percent of the highest possible.
    pub between: String,
    /// Without it, parts fall apart.
    pub cut_point: bool,
}

/// Who links whom.
#[derive(Clone, Debug, Serialize)]
pub struct Connections {
    /// Institutions with a seat.
    pub institutions: usize,
    /// Networks.
    pub networks: usize,
    /// Memberships.
    pub memberships: usize,
    /// The sizes of the parts that hang together, the largest first.
    pub parts: Vec<usize>,
    /// The institutions that link most, at most ten.
    pub bridges: Vec<Bridge>,
}

/// How many institutions the table shows.
const SHOWN: usize = 10;

pub(super) fn connections(desk: Desk<'_>) -> Connections {
    let two = TwoMode::of(desk.store(), &desk.day(), Whom::Institutions, |_| true);
    let measured = measure(&two);
    let mut rows: Vec<_> = two.actors.iter().zip(&measured.actors).collect();
    rows.arrange_by(|a, b| b.1.betweenness.total_cmp(&a.1.betweenness));
    let bridges = rows.into_iter().take(SHOWN).map(|(id, row)| {
        let percent = format!("{:.1} %", row.betweenness_centrality * 100.0);
        Bridge {
            name: public(desk, id),
            networks: row.degree,
            between: desk.lang.pick(percent.replace('.', ","), percent),
            cut_point: row.cut_point,
        }
    });
    Connections {
        institutions: two.actors.len(),
        networks: two.networks.len(),
        memberships: two.ties.len(),
        parts: measured.components.clone(),
        bridges: bridges.collect(),
    }
}
