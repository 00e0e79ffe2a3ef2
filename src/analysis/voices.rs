//! Voices: who speaks in the evidence, how they rate, where they contradict each other. A voice is a distinct source,
//! however often what it says is split; voices are never merged into one. Knows no words and no screens.
//!
//! ```text
//!  evidence ─► Said (a statement and its source) ─► voices (distinct) ─► figures (a dimension each): spread, contradiction
//! ```

use crate::landscape::{Kind, Record, evidence, network, statement, vocabulary};
use crate::store::Store;
use std::collections::HashMap;

/// How many voices it takes before figures leave the house, so that nobody is read out of them.
pub const ENOUGH: usize = 3;

/// How far apart two voices (1–4) must be to contradict each other.
const APART: f64 = 2.0;

/// A statement, and the piece of evidence it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// The conversation, the document.
    pub source: &'a Record,
    /// What it says.
    pub said: &'a Record,
}

/// How far a statement may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    /// It may be quoted anywhere.
    Shareable,
    /// It stays in the administration; without a name it may count.
    Internal,
    /// It stays with those who were told.
    Confidential,
}

impl Visibility {
    /// Its key in the value list `visibility`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Visibility::Shareable => "shareable",
            Visibility::Internal => "internal",
            Visibility::Confidential => "confidential",
        }
    }

    /// How far a piece of evidence may go; a conversation of which nothing is said is confidential.
    #[must_use]
    pub fn of_source(source: &Record) -> Visibility {
        match source.text(evidence::VISIBILITY) {
            "shareable" => Visibility::Shareable,
            "internal" => Visibility::Internal,
            "" if !is_conversation(source) => Visibility::Internal,
            // A value of the office's own may mean anything: it is taken as the strictest.
            _ => Visibility::Confidential,
        }
    }

    /// How far a statement may go: the stricter of what it says itself and what its source says.
    #[must_use]
    pub fn of(one: Said<'_>) -> Visibility {
        let own = match one.said.text(statement::VISIBILITY) {
            "" | "shareable" => Visibility::Shareable,
            "internal" => Visibility::Internal,
            _ => Visibility::Confidential,
        };
        own.max(Visibility::of_source(one.source))
    }
}

/// Was somebody talked to? Of documents and papers nobody expects secrecy.
#[must_use]
pub fn is_conversation(source: &Record) -> bool {
    matches!(source.text(evidence::KIND), "interview" | "hearsay")
        || (source.text(evidence::KIND).is_empty() && !source.texts(evidence::WITH).is_empty())
}

/// A distinct source and what it says.
#[derive(Clone, Debug)]
pub struct Voice<'a> {
    /// Its statements, in the order they came in.
    pub said: Vec<Said<'a>>,
}

/// The voices behind statements. Two pieces of evidence are one voice when they share a person or a pseudonym: whoever is
/// talked to twice, or once alone and once with a colleague, does not weigh twice. Anything else is a voice of its own.
#[must_use]
pub fn voices<'a>(said: &[Said<'a>]) -> Vec<Voice<'a>> {
    let mut voices: Vec<Option<Voice<'a>>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for one in said {
        let keys = keys(one.source);
        let mut theirs: Vec<usize> = keys.iter().filter_map(|key| known.get(key).copied()).collect();
        theirs.sort_unstable();
        theirs.dedup();
        let home = theirs.first().copied().unwrap_or_else(|| {
            voices.push(Some(Voice { said: Vec::new() }));
            voices.len() - 1
        });
        for other in theirs.into_iter().skip(1) {
            let joined = voices.get_mut(other).and_then(Option::take).map_or_else(Vec::new, |voice| voice.said);
            known.values_mut().filter(|at| **at == other).for_each(|at| *at = home);
            if let Some(Some(voice)) = voices.get_mut(home) {
                voice.said.extend(joined);
            }
        }
        known.extend(keys.into_iter().map(|key| (key, home)));
        if let Some(Some(voice)) = voices.get_mut(home) {
            voice.said.push(*one);
        }
    }
    voices.into_iter().flatten().collect()
}

/// What a source is known by: people, pseudonym; itself where there is neither.
fn keys(source: &Record) -> Vec<&str> {
    let mut keys: Vec<&str> = source.texts(evidence::WITH).iter().map(|id| &**id).collect();
    keys.extend(Some(source.text(evidence::PSEUDONYM)).filter(|name| !name.is_empty()));
    if keys.is_empty() {
        keys.push(&source.id);
    }
    keys
}

/// How voices rate one dimension, each voice once.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The dimension's key.
    pub dimension: &'static str,
    /// How many voices rate it.
    pub voices: usize,
    /// The mean over the voices, 1–4.
    pub mean: f64,
    /// The lowest mark given.
    pub least: u8,
    /// The highest.
    pub most: u8,
    /// How many voices give 1, 2, 3, 4; one that gives several marks counts with its mean, halves upwards.
    pub spread: [usize; 4],
    /// Two voices are two marks or more apart.
    pub contradict: bool,
}

impl Figure {
    /// Do enough voices rate it for the figure to leave the house?
    #[must_use]
    pub fn may_leave(&self) -> bool {
        self.voices >= ENOUGH
    }
}

/// The figures of every dimension somebody rates, in the order of the vocabulary.
#[must_use]
pub fn figures(voices: &[Voice<'_>]) -> Vec<Figure> {
    vocabulary::values("rating_dimension").iter().filter_map(|entry| figure(voices, entry.key)).collect()
}

fn figure(voices: &[Voice<'_>], dimension: &'static str) -> Option<Figure> {
    let of = |voice: &Voice<'_>| -> Vec<u8> {
        let marks = voice.said.iter().flat_map(|one| one.said.ratings(statement::RATINGS));
        marks.filter(|(key, _)| &**key == dimension).map(|(_, mark)| *mark).collect()
    };
    let marks: Vec<Vec<u8>> = voices.iter().map(of).filter(|marks| !marks.is_empty()).collect();
    let means: Vec<f64> = marks.iter().map(|marks| mean(marks.iter().map(|mark| f64::from(*mark)))).collect();
    let (least, most) = (marks.iter().flatten().min()?, marks.iter().flatten().max()?);
    let mut spread = [0; 4];
    for mean in &means {
        let place = [1.5, 2.5, 3.5].iter().filter(|step| mean >= *step).count();
        spread.iter_mut().skip(place).take(1).for_each(|count| *count += 1);
    }
    let highest = means.iter().copied().fold(f64::MIN, f64::max);
    let lowest = means.iter().copied().fold(f64::MAX, f64::min);
    let contradict = highest - lowest >= APART;
    let mean = mean(means.iter().copied());
    Some(Figure { dimension, voices: means.len(), mean, least: *least, most: *most, spread, contradict })
}

fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = numbers.fold((0.0, 0.0), |(sum, count), number| (sum + number, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// The questions on which voices speak against each other: somebody marked a statement so, or their ratings contradict.
#[must_use]
pub fn contradicted<'a>(said: &[Said<'a>]) -> Vec<&'a str> {
    let marked = said.iter().filter(|one| one.said.text(statement::CONFIDENCE) == "contradicted");
    let mut keys: Vec<&str> = marked.map(|one| one.said.text(statement::QUESTION)).collect();
    keys.extend(figures(&voices(said)).iter().filter(|figure| figure.contradict).map(|figure| figure.dimension));
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Everything that was said, in the order of the evidence.
pub fn all_said(store: &Store) -> impl Iterator<Item = Said<'_>> {
    let sources = store.all(Kind::Evidence);
    sources.flat_map(|source| source.parts(evidence::STATEMENTS).iter().map(move |said| Said { source, said }))
}

/// What was said, by the record it is about; each statement once a record. What is said about a seat or a tie is said about
/// its network; what is said about a record that was merged, about the one that stands for it.
#[must_use]
pub fn by_subject(store: &Store) -> HashMap<&str, Vec<Said<'_>>> {
    let mut owners: HashMap<&str, &str> = HashMap::new();
    for one in store.all(Kind::Network) {
        let parts = one.parts(network::MEMBERS).iter().chain(one.parts(network::EMBEDDING));
        owners.extend(parts.map(|part| (&*part.id, &*one.id)));
    }
    let mut found: HashMap<&str, Vec<Said<'_>>> = HashMap::new();
    for one in all_said(store) {
        let about = one.said.texts(statement::ABOUT).iter();
        let mut about: Vec<&str> =
            about.filter_map(|id| owners.get(&**id).copied().or_else(|| Some(&*store.resolve(id)?.1.id))).collect();
        about.sort_unstable();
        about.dedup();
        for id in about {
            found.entry(id).or_default().push(one);
        }
    }
    found
}

#[cfg(test)]
#[path = "voices_tests.rs"]
mod tests;
