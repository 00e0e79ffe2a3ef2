//! Who speaks, and how what they rate is distributed. Voices are never put into one: each counts once, however often its
//! conversation is split, and where they contradict, that is said.

use super::facts::Said;
use crate::landscape::{Record, evidence, statement, vocabulary};
use std::collections::BTreeMap;

/// How many voices it takes before ratings become figures, so that nobody is read out of them.
pub const ENOUGH: usize = 3;

/// How far apart two voices (1–4) must be to be called a contradiction.
const APART: f64 = 2.0;

/// Two conversations with the same people are one voice; a pseudonym is one; anything else is its own.
pub type Voice<'a> = (&'a str, &'a [Box<str>], &'a str);

/// Who speaks in a piece of evidence.
#[must_use]
pub fn voice(source: &Record) -> Voice<'_> {
    match (source.text(evidence::PSEUDONYM), source.texts(evidence::WITH)) {
        ("", []) => ("", &[], &source.id),
        ("", with) => ("", with, ""),
        (pseudonym, _) => (pseudonym, &[], ""),
    }
}

/// How many distinct voices speak.
#[must_use]
pub fn count(said: &[Said<'_>]) -> usize {
    let mut voices: Vec<Voice<'_>> = said.iter().map(|one| voice(one.source)).collect();
    voices.sort_unstable();
    voices.dedup();
    voices.len()
}

/// The ratings of one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// The dimension.
    pub key: &'static str,
    /// How many voices rate it 1, 2, 3, 4; each by the mean of its marks, rounded.
    pub marks: [usize; 4],
    /// How many voices rate it.
    pub voices: usize,
    /// The mean over the voices, 1–4.
    pub mean: f64,
    /// Two voices are two marks or more apart.
    pub contradict: bool,
}

/// Every dimension somebody rates, in the order of the vocabulary.
#[must_use]
pub fn tallies(said: &[Said<'_>]) -> Vec<Tally> {
    vocabulary::values("rating_dimension").iter().filter_map(|entry| tally(said, entry.key)).collect()
}

fn tally(said: &[Said<'_>], key: &'static str) -> Option<Tally> {
    let mut by_voice: BTreeMap<Voice<'_>, Vec<u8>> = BTreeMap::new();
    for one in said {
        let marks = one.said.ratings(statement::RATINGS).iter().filter(|(dimension, _)| **dimension == *key);
        marks.for_each(|(_, mark)| by_voice.entry(voice(one.source)).or_default().push(*mark));
    }
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let mean = |marks: &Vec<u8>| marks.iter().map(|mark| f64::from(*mark)).sum::<f64>() / count(marks.len().max(1));
    let means: Vec<f64> = by_voice.values().map(mean).collect();
    if means.is_empty() {
        return None;
    }
    let mut marks = [0; 4];
    for mean in &means {
        for (mark, held) in (1_u8..).zip(&mut marks) {
            *held += usize::from((mean - f64::from(mark)).abs() < 0.5 || (mean - f64::from(mark) + 0.5).abs() < 1e-9);
        }
    }
    let (most, least) =
        (means.iter().copied().fold(f64::MIN, f64::max), means.iter().copied().fold(f64::MAX, f64::min));
    let whole = means.iter().sum::<f64>() / count(means.len());
    Some(Tally { key, marks, voices: means.len(), mean: whole, contradict: most - least >= APART })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::{Kind, evidence};
    use crate::store::read;

    /// Three conversations with two voices; the twice heard one counts once, with its mean.
    #[test]
    fn a_voice_counts_once_however_often_it_speaks() {
        let piece = |id: &str, with: &str, mark: u8| {
            format!(
                r#"{{"id":"{id}","date":"2026-01-01","with":["{with}"],
                "statements":[{{"id":"s-{id}","about":["n-aaaaaa"],"ratings":{{"works_well":{mark}}}}}]}}"#
            )
        };
        let all = [piece("e-1", "a", 1), piece("e-2", "a", 2), piece("e-3", "b", 4)].join(",");
        let text = format!(r#"{{"format":"runde","version":1,"landscape":{{}},"evidence":[{all}]}}"#);
        let store = read(&text).unwrap().store;
        let sources: Vec<&Record> = store.all(Kind::Evidence).map(|one| &**one).collect();
        let said: Vec<Said> =
            sources.iter().map(|source| Said { source, said: &source.parts(evidence::STATEMENTS)[0] }).collect();
        assert_eq!(count(&said), 2);
        let tallies = tallies(&said);
        assert_eq!(tallies.len(), 1);
        // 1 and 2 make 1.5, which is told among the twos; 1.5 and 4 are more than two apart.
        assert_eq!((tallies[0].marks, tallies[0].voices, tallies[0].contradict), ([0, 1, 0, 1], 2, true));
        assert!((tallies[0].mean - 2.75).abs() < 1e-9);
    }
}
