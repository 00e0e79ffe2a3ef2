//! `runde voices`: how many voices speak about each network, how they rate, where they contradict each other. Figures stand
//! there from three voices on, here as in the report.

use super::args::Guide;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use super::resolve::{Meant, resolve};
use super::show::several;
use crate::analysis::voices::{Figure, Said, by_subject, contradicted, figures, voices};
use crate::arrange::Arrange as _;
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Record, vocabulary};
use crate::store::json::Json;
use crate::store::{Store, title};

pub(super) fn run(args: &Guide, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let name = args.name.join(" ");
    let only = match resolve(&store, &name) {
        _ if name.is_empty() => None,
        Meant::One(Kind::Network | Kind::Landscape, record) => Some(record),
        Meant::One(..) => {
            let words = fill(desk.lang.texts().guide.no_network, &[&name]);
            desk.say(&words)?;
            return Ok(2);
        }
        Meant::Several(candidates) => return several(&name, &candidates, &store, desk),
        Meant::Nobody => {
            let words = fill(desk.texts.nobody, &[&name]);
            desk.say(&words)?;
            return Ok(1);
        }
    };
    let bodies = by_subject(&store).into_iter().filter_map(|(id, said)| {
        let (kind, record) = store.find(id)?;
        let wanted = only.is_none_or(|only| only.id == record.id) && kind != Kind::Actor;
        wanted.then_some((&**record, said))
    });
    let mut bodies: Vec<(&Record, Vec<Said<'_>>)> = bodies.collect();
    bodies.arrange_by_key(|(record, said)| (std::cmp::Reverse(voices(said).len()), title(&store, record)));
    if args.json {
        let rows = bodies.iter().map(|(record, said)| json(&store, record, said)).collect();
        desk.out.json(&Json::List(rows).pretty())?;
    } else {
        let rows: Vec<Vec<String>> = bodies.iter().map(|(record, said)| row(&store, record, said, desk.lang)).collect();
        let aligned = desk.out.terminal;
        desk.out.text(&columns(&rows, aligned))?;
    }
    if bodies.is_empty() {
        desk.say(desk.texts.nothing_listed)?;
    }
    Ok(u8::from(bodies.is_empty()))
}

fn row(store: &Store, record: &Record, said: &[Said<'_>], lang: Lang) -> Vec<String> {
    let texts = lang.texts();
    let voices = voices(said);
    let count = match voices.len() {
        1 => texts.card.one_voice.to_owned(),
        many => fill(texts.card.n_voices, &[&many.to_string()]),
    };
    let told: Vec<String> =
        figures(&voices).iter().filter(|one| one.may_leave()).map(|one| figure(one, lang)).collect();
    let against: Vec<&str> = contradicted(said).into_iter().map(|key| subject(key, lang)).collect();
    let against =
        if against.is_empty() { String::new() } else { fill(texts.card.contradiction, &[&against.join(", ")]) };
    [title(store, record), count, told.join(" · "), against].iter().map(|cell| one_line(cell)).collect()
}

/// "funktioniert gut 3,2 (2–4; 1 bis 4: 0 / 1 / 1 / 2)".
fn figure(one: &Figure, lang: Lang) -> String {
    let mean = format!("{:.1}", one.mean);
    let mean = lang.pick(mean.replace('.', ","), mean);
    let spread = one.spread.map(|count| count.to_string()).join(" / ");
    let label = vocabulary::label("rating_dimension", one.dimension, lang);
    let spread = fill(lang.texts().card.spread, &[&one.voices.to_string(), &spread]);
    format!("{label} {mean} ({}–{}; {spread})", one.least, one.most)
}

fn subject(key: &str, lang: Lang) -> &str {
    let question = vocabulary::entry("questions", key).map(|entry| entry.short(lang));
    question.unwrap_or_else(|| vocabulary::label("rating_dimension", key, lang))
}

fn json(store: &Store, record: &Record, said: &[Said<'_>]) -> Json {
    let number = |count: usize| Json::Whole(i64::try_from(count).unwrap_or(i64::MAX));
    let voices = voices(said);
    let figure = |one: &Figure| {
        Json::map([
            ("dimension", Json::text(one.dimension)),
            ("voices", number(one.voices)),
            ("mean", super::insight::real(one.mean)),
            ("spread", Json::List(one.spread.iter().map(|count| number(*count)).collect())),
            ("contradict", Json::Flag(one.contradict)),
        ])
    };
    let told = figures(&voices);
    Json::map([
        ("network", Json::map([("id", Json::text(&record.id)), ("name", Json::Text(title(store, record)))])),
        ("voices", number(voices.len())),
        ("ratings", Json::List(told.iter().filter(|one| one.may_leave()).map(figure).collect())),
        ("contradictions", Json::texts(contradicted(said))),
    ])
}
