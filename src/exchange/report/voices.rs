//! What people say, without saying who: how many voices, their ratings where at least three speak, quotations that may be
//! shared. Voices are never merged into one; a source that may not leave the house is counted as left out.

use super::Desk;
use crate::guide::voices::{ENOUGH, Voice, voice};
use crate::landscape::{Kind, Record, actor, evidence, network, statement, vocabulary};
use crate::search::fold;
use crate::store::Store;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Ratings of one dimension.
#[derive(Clone, Debug, Serialize)]
pub struct Rating {
    /// The dimension.
    pub label: String,
    /// Mean over the voices, 1–4, each voice once, with one digit behind the comma.
    pub mean: String,
    /// The lowest rating.
    pub least: u8,
    /// The highest.
    pub most: u8,
    /// How many voices rate it.
    pub voices: usize,
    /// Two voices are two marks or more apart.
    pub contradict: bool,
}

/// What is said about one body.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    /// The body.
    pub network: String,
    /// How many distinct sources.
    pub voices: usize,
    /// Ratings by at least three of them.
    pub ratings: Vec<Rating>,
    /// What may be quoted.
    pub quotes: Vec<String>,
}

/// What people say.
#[derive(Clone, Debug, Serialize)]
pub struct Voices {
    /// Bodies somebody has said something about.
    pub bodies: Vec<Said>,
    /// Statements left out because they are confidential.
    pub left_out: usize,
}

/// Where the knowledge comes from.
#[derive(Clone, Debug, Serialize)]
pub struct Sources {
    /// Pieces of evidence by kind.
    pub kinds: Vec<super::Count>,
    /// Distinct voices.
    pub voices: usize,
    /// The first and the last day; empty where there is no evidence.
    pub from: String,
    /// The last day.
    pub until: String,
}

/// A statement with the piece of evidence it stands in.
#[derive(Clone, Copy)]
struct Spoken<'a> {
    source: &'a Record,
    said: &'a Record,
}

impl Spoken<'_> {
    /// How far it may go: the stricter of what the source and the statement say; a conversation of which nothing is said
    /// is confidential.
    fn visibility(self) -> &'static str {
        match (reach(self.source), self.said.text(statement::VISIBILITY)) {
            ("confidential", _) | (_, "confidential") => "confidential",
            ("shareable", "" | "shareable") => "shareable",
            _ => "internal",
        }
    }
}

/// How far a piece of evidence may go; a conversation of which nothing is said is confidential.
pub(super) fn reach(source: &Record) -> &str {
    let conversation = matches!(source.text(evidence::KIND), "interview" | "hearsay");
    match source.text(evidence::VISIBILITY) {
        "" if conversation => "confidential",
        known => known,
    }
}

fn spoken(store: &Store) -> impl Iterator<Item = Spoken<'_>> {
    let sources = store.all(Kind::Evidence);
    sources.flat_map(|source| source.parts(evidence::STATEMENTS).iter().map(move |said| Spoken { source, said }))
}

/// Seats and ties of bodies → the body: what is said about a part is said about the whole.
fn owners(store: &Store) -> HashMap<&str, &str> {
    let of = |record| {
        let record: &Record = record;
        let parts = record.parts(network::MEMBERS).iter().chain(record.parts(network::EMBEDDING));
        let own = std::iter::once((record.id.as_str(), record.id.as_str()));
        own.chain(parts.map(|part| (part.id.as_str(), record.id.as_str())))
    };
    store.all(Kind::Network).flat_map(|record| of(&**record)).collect()
}

/// The bodies somebody has said something about.
pub(super) fn spoken_of(store: &Store) -> HashSet<&str> {
    let owners = owners(store);
    spoken(store).flat_map(|one| one.said.texts(statement::ABOUT)).filter_map(|id| owners.get(&**id).copied()).collect()
}

pub(super) fn voices(desk: Desk<'_>) -> Voices {
    let owners = owners(desk.store());
    let (mut about, mut left_out) = (BTreeMap::<&str, Vec<Spoken<'_>>>::new(), 0);
    for one in spoken(desk.store()) {
        if one.visibility() == "confidential" && !desk.include.confidential {
            left_out += 1;
            continue;
        }
        let bodies: BTreeSet<&str> =
            one.said.texts(statement::ABOUT).iter().filter_map(|id| owners.get(&**id).copied()).collect();
        for body in bodies {
            about.entry(body).or_default().push(one);
        }
    }
    let names = Names::of(desk);
    let said = |(id, spoken): (&str, Vec<Spoken<'_>>)| said(desk, id, &spoken, &names);
    let mut bodies: Vec<Said> = about.into_iter().map(said).collect();
    bodies.sort_by_key(|one| crate::search::fold(&one.network));
    Voices { bodies, left_out }
}

/// What is said about one body, and how many statements about it are left out because they are confidential.
pub(super) fn about(desk: Desk<'_>, id: &str, names: &Names) -> (Said, usize) {
    let owners = owners(desk.store());
    let here =
        |one: &Spoken<'_>| one.said.texts(statement::ABOUT).iter().any(|about| owners.get(&**about) == Some(&id));
    let all = spoken(desk.store()).filter(here);
    let (may, out): (Vec<_>, Vec<_>) =
        all.partition(|one| desk.include.confidential || one.visibility() != "confidential");
    (said(desk, id, &may, names), out.len())
}

/// The names of people, so that no quotation gives one away.
pub(super) struct Names(HashSet<String>);

impl Names {
    /// The surnames of all people on record; none when people are to be named.
    pub(super) fn of(desk: Desk<'_>) -> Self {
        let people = desk.store().all(Kind::Actor).filter(|record| record.flag(actor::PERSON) == Some(true));
        let surname = |record: &Record| record.text(actor::NAME).split_whitespace().last().map(fold);
        if desk.include.people {
            Names(HashSet::new())
        } else {
            Names(people.filter_map(|record| surname(record)).collect())
        }
    }

    /// Does the text hold one of them, as a word of its own?
    pub(super) fn in_text(&self, text: &str) -> bool {
        let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').map(fold);
        words.into_iter().any(|word| self.0.contains(&word) || self.0.contains(word.trim_end_matches('s')))
    }
}

fn said(desk: Desk<'_>, id: &str, spoken: &[Spoken<'_>], names: &Names) -> Said {
    let voices: BTreeSet<Voice<'_>> = spoken.iter().map(|one| voice(one.source)).collect();
    let may = |one: &&Spoken<'_>| desk.include.confidential || one.visibility() == "shareable";
    let words = spoken.iter().filter(may).map(|one| one.said.text(statement::TEXT).trim());
    let dimensions = vocabulary::values("rating_dimension").iter();
    Said {
        network: desk.name(id),
        voices: voices.len(),
        ratings: dimensions.filter_map(|entry| rating(desk, spoken, entry.key)).collect(),
        quotes: words.filter(|text| !text.is_empty() && !names.in_text(text)).map(str::to_owned).collect(),
    }
}

fn rating(desk: Desk<'_>, spoken: &[Spoken<'_>], dimension: &str) -> Option<Rating> {
    let mut by_voice: BTreeMap<Voice<'_>, Vec<u8>> = BTreeMap::new();
    for one in spoken {
        let marks = one.said.ratings(statement::RATINGS).iter().filter(|(key, _)| &**key == dimension);
        marks.for_each(|(_, mark)| by_voice.entry(voice(one.source)).or_default().push(*mark));
    }
    if by_voice.len() < ENOUGH {
        return None;
    }
    let mean = |marks: &[u8]| {
        let sum: f64 = marks.iter().map(|mark| f64::from(*mark)).sum();
        sum / f64::from(u32::try_from(marks.len()).unwrap_or(1))
    };
    let means: Vec<f64> = by_voice.values().map(|marks| mean(marks)).collect();
    let all = || by_voice.values().flatten().copied();
    let whole = means.iter().sum::<f64>() / f64::from(u32::try_from(means.len()).ok()?);
    let span = means.iter().copied().fold(f64::MIN, f64::max) - means.iter().copied().fold(f64::MAX, f64::min);
    let text = format!("{whole:.1}");
    Some(Rating {
        label: desk.label("rating_dimension", dimension).to_owned(),
        mean: desk.lang.pick(text.replace('.', ","), text),
        least: all().min()?,
        most: all().max()?,
        voices: by_voice.len(),
        contradict: span >= 2.0,
    })
}

pub(super) fn sources(desk: Desk<'_>) -> Sources {
    let all = || desk.store().all(Kind::Evidence).map(|record| &**record);
    let voices: BTreeSet<Voice<'_>> = all().map(voice).collect();
    let day = |text: &str| {
        text.parse().map_or_else(|_| text.to_owned(), |date| crate::calendar::show_partial(date, desk.lang))
    };
    let days = || all().map(|record| record.text(evidence::DATE)).filter(|day| !day.is_empty());
    Sources {
        kinds: super::figures::frequent(all().map(|record| desk.label("evidence_kind", record.text(evidence::KIND)))),
        voices: voices.len(),
        from: days().min().map_or_else(String::new, day),
        until: days().max().map_or_else(String::new, day),
    }
}
