//! Relations between two actors, and what people decided about pairs that look alike.

use super::names::Names;
use super::text::{LANDSCAPE, lines};
use crate::records::{Relation, Verdict};
use crate::rng::Rng;
use anyhow::Result;

/// `R a b kind intensity notes`.
pub(super) fn relations(names: &mut Names) -> Result<Vec<Relation>> {
    let mut list = Vec::new();
    for line in lines(LANDSCAPE).filter_map(|line| line.strip_prefix("R ")) {
        let mut words = line.splitn(5, ' ');
        let mut next = || words.next().unwrap_or("");
        let (a, b, kind, intensity, notes) = (next(), next(), next(), next(), next());
        let mut rng = Rng::of(&["relation", a, b]);
        list.push(Relation {
            id: names.ids.record("c", &[a, b]),
            a: names.institution(a)?,
            b: names.institution(b)?,
            kind: kind.to_owned(),
            intensity: intensity.parse().ok(),
            from: if rng.chance(50) { (2010 + rng.below(16)).to_string() } else { String::new() },
            notes: notes.to_owned(),
            ..Relation::default()
        });
    }
    Ok(list)
}

/// `V a b verdict title first last date notes`; the pair is stored in order.
pub(super) fn verdicts(names: &mut Names) -> Result<Vec<Verdict>> {
    let mut list = Vec::new();
    for line in lines(LANDSCAPE).filter_map(|line| line.strip_prefix("V ")) {
        let (pair, rest) = line.split_once(" 20").unwrap_or((line, ""));
        let (date, notes) = rest.split_once(' ').unwrap_or((rest, ""));
        let mut words = pair.splitn(4, ' ');
        let mut next = || words.next().unwrap_or("");
        let (one, other, verdict, by) = (next(), next(), next(), next());
        let mut pair = [names.network(one)?, names.network(other)?];
        pair.sort_unstable();
        let [a, b] = pair;
        list.push(Verdict {
            id: names.ids.record("v", &[one, other]),
            a,
            b,
            verdict: verdict.to_owned(),
            by: by.to_owned(),
            date: format!("20{date}"),
            notes: notes.to_owned(),
            ..Verdict::default()
        });
    }
    Ok(list)
}
