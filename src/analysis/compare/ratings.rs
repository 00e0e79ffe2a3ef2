//! Ratings that went up or down: how active a network is noted to be, how close two actors work together, and what people
//! say of a network where at least three voices say it in both states. A voice counts once, by the mean of what it says.

use super::{Named, Side, named};
use crate::analysis::voices::{ENOUGH, Said, Visibility, by_subject, voices as voices_of};
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind, Record, evidence, network, relation, statement};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// What is rated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// How active a network is, 0–4.
    Activity,
    /// How closely people work together, 0–4: of a relation as noted, of a network by its voices.
    Intensity,
    /// A dimension of ratings, 1–4, by voices.
    Dimension(SmolStr),
}

/// A rating that is different.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    /// The network or the relation.
    pub subject: Named,
    /// Which kind the subject is.
    pub kind: Kind,
    /// What is rated.
    pub what: What,
    /// The mean of then.
    pub before: f64,
    /// The mean of now.
    pub after: f64,
    /// Voices then and now; nothing for what is noted on the record itself.
    pub voices: Option<(usize, usize)>,
}

/// Less than this is no change.
const SAME: f64 = 1e-9;

pub(super) fn ratings(then: Side<'_>, now: Side<'_>, confidential: bool) -> Vec<Rated> {
    let mut found = noted(then, now, Kind::Network);
    found.extend(noted(then, now, Kind::Relation));
    let (old, new) = (voices(then, confidential), voices(now, confidential));
    for (key, after) in &new {
        let Some(before) = old.get(key) else { continue };
        if before.len() < ENOUGH || after.len() < ENOUGH {
            continue;
        }
        let (id, what) = key;
        found.push(Rated {
            subject: named(then, now, id),
            kind: Kind::Network,
            what: what.clone(),
            before: mean_of(before),
            after: mean_of(after),
            voices: Some((before.len(), after.len())),
        });
    }
    found.retain(|rated| (rated.before - rated.after).abs() > SAME);
    found.arrange_by(|a, b| {
        let by = |rated: &Rated| (rated.after - rated.before).abs();
        by(b).total_cmp(&by(a)).then_with(|| (&a.subject.name, &a.what).cmp(&(&b.subject.name, &b.what)))
    });
    found
}

/// What is noted on records that are in both states.
fn noted(then: Side<'_>, now: Side<'_>, kind: Kind) -> Vec<Rated> {
    let (field, what) = match kind {
        Kind::Network => (network::ACTIVITY, What::Activity),
        _ => (relation::INTENSITY, What::Intensity),
    };
    let both = now.store.all(kind).filter_map(|after| Some((then.store.get(kind, &after.id)?, after)));
    let rated = both.filter_map(|(before, after)| {
        let number = |record: &Record| record.number(field).and_then(|number| i32::try_from(number).ok());
        Some(Rated {
            subject: named(then, now, &after.id),
            kind,
            what: what.clone(),
            before: number(before)?.into(),
            after: number(after)?.into(),
            voices: None,
        })
    });
    rated.collect()
}

/// Network and what is rated → the mean of each voice.
type Means = BTreeMap<(Id, What), Vec<f64>>;

fn voices(side: Side<'_>, confidential: bool) -> Means {
    let open = |one: &Said<'_>| confidential || Visibility::of(*one) != Visibility::Confidential;
    let known = |one: &Said<'_>| one.source.text(evidence::DATE) <= side.day;
    let mut found = Means::new();
    for (id, said) in by_subject(side.store) {
        let Some(body) = side.store.get(Kind::Network, id) else { continue };
        let said: Vec<Said<'_>> = said.into_iter().filter(|one| open(one) && known(one)).collect();
        for voice in voices_of(&said) {
            let mut marks: BTreeMap<What, Vec<f64>> = BTreeMap::new();
            for (what, value) in voice.said.iter().flat_map(|one| figures(one.said)) {
                marks.entry(what).or_default().push(value);
            }
            for (what, marks) in marks {
                found.entry((body.id.clone(), what)).or_default().push(mean_of(&marks));
            }
        }
    }
    found
}

fn figures(said: &Record) -> impl Iterator<Item = (What, f64)> {
    let intensity = said.number(statement::INTENSITY).and_then(|number| i32::try_from(number).ok());
    let ratings = said.ratings(statement::RATINGS).iter();
    let ratings = ratings.map(|(dimension, rating)| (What::Dimension(dimension.clone()), f64::from(*rating)));
    intensity.map(|number| (What::Intensity, f64::from(number))).into_iter().chain(ratings)
}

fn mean_of(all: &[f64]) -> f64 {
    all.iter().sum::<f64>() / f64::from(u32::try_from(all.len().max(1)).unwrap_or(u32::MAX))
}
