//! What people say, without saying who: how many voices, their ratings where at least three speak, quotations that may be
//! shared. Voices are never merged into one; a source that may not leave the house is counted as left out.

use super::Desk;
use crate::analysis::voices::{ENOUGH, Figure, Said, Visibility, all_said, by_subject, figures, voices as voices_of};
use crate::arrange::Arrange as _;
use crate::landscape::{Kind, Record, actor, evidence, statement};
use crate::search::fold;
use crate::store::Store;
use serde::Serialize;
use std::collections::HashSet;

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
    /// How many voices give 1, 2, 3, 4.
    pub spread: [usize; 4],
    /// How many voices rate it.
    pub voices: usize,
    /// Two voices are two marks or more apart.
    pub contradict: bool,
}

/// What is said about one body.
#[derive(Clone, Debug, Serialize)]
pub struct Body {
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
    pub bodies: Vec<Body>,
    /// Statements left out because they are confidential.
    pub left_out: usize,
    /// How many voices it takes before figures are told.
    pub enough: usize,
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

/// The bodies somebody has said something about.
pub(super) fn spoken_of(store: &Store) -> HashSet<&str> {
    by_subject(store).into_keys().filter(|id| store.get(Kind::Network, id).is_some()).collect()
}

pub(super) fn voices(desk: Desk<'_>) -> Voices {
    let store = desk.store();
    let may = |one: &Said<'_>| desk.include.confidential || Visibility::of(*one) != Visibility::Confidential;
    let left_out = all_said(store).filter(|one| !may(one)).count();
    let names = Names::of(desk);
    let about = by_subject(store).into_iter().filter(|(id, _)| store.get(Kind::Network, id).is_some());
    let told = |(id, said): (&str, Vec<Said<'_>>)| {
        let said: Vec<Said<'_>> = said.into_iter().filter(may).collect();
        (!said.is_empty()).then(|| of_body(desk, id, &said, &names))
    };
    let mut bodies: Vec<Body> = about.filter_map(told).collect();
    bodies.arrange_by_key(|one| fold(&one.network));
    Voices { bodies, left_out, enough: ENOUGH }
}

/// What is said about one body, and how many statements about it are left out because they are confidential.
pub(super) fn about(desk: Desk<'_>, id: &str, names: &Names) -> (Body, usize) {
    let said = by_subject(desk.store()).remove(id).unwrap_or_default();
    let may = |one: &Said<'_>| desk.include.confidential || Visibility::of(*one) != Visibility::Confidential;
    let (told, out): (Vec<Said<'_>>, Vec<Said<'_>>) = said.into_iter().partition(may);
    (of_body(desk, id, &told, names), out.len())
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

    /// The text, or that it names somebody.
    pub(super) fn without(&self, text: &str, desk: Desk<'_>) -> String {
        if self.in_text(text) {
            return desk.lang.pick("(nennt eine Person)", "(names a person)").to_owned();
        }
        text.to_owned()
    }

    /// Does the text hold one of them, as a word of its own?
    pub(super) fn in_text(&self, text: &str) -> bool {
        let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').map(fold);
        words.into_iter().any(|word| self.0.contains(&word) || self.0.contains(word.trim_end_matches('s')))
    }
}

fn of_body(desk: Desk<'_>, id: &str, said: &[Said<'_>], names: &Names) -> Body {
    let voices = voices_of(said);
    let may = |one: &&Said<'_>| desk.include.confidential || Visibility::of(**one) == Visibility::Shareable;
    let words = said.iter().filter(may).map(|one| one.said.text(statement::TEXT).trim());
    let figures = figures(&voices);
    Body {
        network: desk.name(id),
        voices: voices.len(),
        ratings: figures.iter().filter(|figure| figure.may_leave()).map(|figure| rating(desk, figure)).collect(),
        quotes: words.filter(|text| !text.is_empty() && !names.in_text(text)).map(str::to_owned).collect(),
    }
}

fn rating(desk: Desk<'_>, figure: &Figure) -> Rating {
    let mean = format!("{:.1}", figure.mean);
    Rating {
        label: desk.label("rating_dimension", figure.dimension).to_owned(),
        mean: desk.lang.pick(mean.replace('.', ","), mean),
        least: figure.least,
        most: figure.most,
        spread: figure.spread,
        voices: figure.voices,
        contradict: figure.contradict,
    }
}

pub(super) fn sources(desk: Desk<'_>) -> Sources {
    let all = || desk.store().all(Kind::Evidence).map(|record| &**record);
    let voices = voices_of(&all_said(desk.store()).collect::<Vec<_>>());
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
