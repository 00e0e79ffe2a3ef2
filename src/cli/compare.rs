//! `runde compare`: two states side by side – another file, a backup, a revision in git, or the same data on another day.
//! Exit code 1 when something is different.

use super::args::Compare;
use super::desk::Desk;
use super::fault::Failure;
use super::insight::{day, real, whole};
use super::named::value;
use super::out::{columns, one_line};
use crate::analysis::agenda::zone;
use crate::analysis::compare::{
    Changed, Come, Comparison, Figures, Named, Rated, SeatChange, Side, What, Wish, compare,
};
use crate::analysis::graph::Whom;
use crate::exchange::compared::{Line, Teller};
use crate::i18n::fill;
use crate::landscape::Shape;
use crate::store::Store;
use crate::store::file::Place;
use crate::store::file::form::inspect;
use crate::store::file::other::{Missing, Other};
use crate::store::json::Json;

/// How many lines of places people are shown; JSON holds all.
const SHOWN: usize = 20;

/// The state of then, with the day it stands for and what it is called.
struct Then {
    store: Store,
    day: Option<String>,
    name: String,
}

pub(super) fn run(args: &Compare, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let texts = &desk.lang.texts().compare;
    let store = desk.load()?;
    let today = day(args.day.as_deref(), &store, desk)?;
    let then = match (&args.other, &args.then) {
        (Some(other), _) => other_state(other, &store, desk)?,
        (None, Some(_)) => Then { store: store.clone(), day: None, name: texts.here.to_owned() },
        (None, None) => return Err(Failure::Words(texts.needs_other.to_owned())),
    };
    let past = match &args.then {
        Some(text) => day(Some(text), &store, desk)?,
        None => then.day.clone().unwrap_or_else(|| today.clone()),
    };
    let wish = Wish {
        whom: if args.people { Whom::People } else { Whom::Institutions },
        confidential: args.include.iter().any(|one| one == "confidential"),
    };
    let (before, after) = (Side { store: &then.store, day: &past }, Side { store: &store, day: &today });
    let found = compare(before, after, wish);
    if args.json {
        desk.out.json(&json(&found, (&then.store, &store)).pretty())?;
    } else {
        let teller = Teller { then: &then.store, now: &store, lang: desk.lang };
        told(&found, teller, &then.name, desk)?;
    }
    Ok(u8::from(!found.is_empty()))
}

fn other_state(text: &str, store: &Store, desk: &mut Desk<'_>) -> Result<Then, Failure> {
    let texts = &desk.lang.texts().compare;
    let other = Other::read(text);
    if desk.is_demo() && !matches!(other, Other::File(_)) {
        return Err(Failure::Words(texts.no_demo.to_owned()));
    }
    let path = desk.file().unwrap_or_default();
    let backups = Place::find(&path).ok().zip(desk.paths.as_ref());
    let backups = backups.map(|(place, paths)| paths.state.join("backups").join(place.key())).unwrap_or_default();
    let failed = |missing: &Missing| {
        let said = match missing {
            Missing::Backup => texts.no_backup.to_owned(),
            other => other.to_string(),
        };
        Failure::Words(fill(texts.not_found, &[text, &said]))
    };
    let found = other.find(&path, &backups).map_err(|missing| failed(&missing))?;
    let (_, inside) = inspect(&found.bytes).map_err(|trouble| desk.no_store_in(text, trouble))?;
    let loaded = crate::store::read(inside).map_err(|error| desk.no_store_read(text, error))?;
    let day = found.at.map(|at| at.to_zoned(zone(store)).date().to_string());
    Ok(Then { store: loaded.store, day, name: text.to_owned() })
}

fn told(found: &Comparison, teller: Teller<'_>, name: &str, desk: &mut Desk<'_>) -> Result<(), Failure> {
    let texts = &desk.lang.texts().compare;
    let state = |name: &str, day: &str| fill(texts.state, &[name, &shown(day, desk)]);
    let head = fill(texts.head, &[&state(name, &found.then.day), &state(texts.here, &found.now.day)]);
    desk.out.text(&format!("{head}\n"))?;
    let mut places = teller.places(found);
    places.truncate(SHOWN);
    let chapters = [
        (texts.networks, teller.networks(found)),
        (texts.actors, teller.actors(found)),
        (texts.seats, teller.seats(found)),
        (texts.ratings, teller.ratings(found)),
        (texts.places, places),
    ];
    for (title, lines) in chapters.iter().filter(|(_, lines)| !lines.is_empty()) {
        desk.out.raw("\n")?;
        desk.out.strong(title)?;
        let line =
            |line: &Line| format!("{} {}: {}\n", line.sign.mark(), one_line(&line.record.name), one_line(&line.text));
        desk.out.text(&lines.iter().map(line).collect::<String>())?;
    }
    desk.out.raw("\n")?;
    desk.out.strong(texts.measures)?;
    let mut rows = vec![vec![String::new(), texts.then.to_owned(), texts.now.to_owned(), texts.difference.to_owned()]];
    let pairs = teller.figures(found).into_iter();
    rows.extend(pairs.map(|pair| vec![pair.label.to_owned(), pair.then, pair.now, pair.difference]));
    let aligned = desk.out.terminal;
    desk.out.text(&columns(&rows, aligned))?;
    if found.is_empty() {
        desk.say(texts.nothing)?;
    }
    Ok(())
}

/// A day as people write it.
fn shown(day: &str, desk: &Desk<'_>) -> String {
    day.parse().map_or_else(|_| day.to_owned(), |date| crate::calendar::show_date(date, desk.lang))
}

fn json(found: &Comparison, stores: (&Store, &Store)) -> Json {
    let records = |list: &crate::analysis::compare::Records, shape: &'static Shape| {
        Json::map([
            ("added", Json::List(list.added.iter().map(come).collect())),
            ("removed", Json::List(list.removed.iter().map(come).collect())),
            ("changed", Json::List(list.changed.iter().map(|one| changed(one, shape, stores)).collect())),
        ])
    };
    let seats = |list: &[SeatChange]| Json::List(list.iter().map(seat).collect());
    let moved = found.moved.iter().map(|moved| {
        let (then, now) = moved.ties();
        let between = |row: &Option<crate::analysis::measures::Row>| {
            row.as_ref().map_or(Json::Null, |row| real(row.betweenness_centrality))
        };
        let mut pairs = vec![("kind".to_owned(), Json::text(moved.kind.name()))];
        pairs.extend(pairs_of(&moved.record));
        pairs.extend([("degree".to_owned(), both(whole(then), whole(now)))]);
        pairs.push(("betweenness_centrality".to_owned(), both(between(&moved.then), between(&moved.now))));
        Json::Map(pairs)
    });
    Json::map([
        ("networks", records(&found.networks, &crate::landscape::network::SHAPE)),
        ("actors", records(&found.actors, &crate::landscape::actor::SHAPE)),
        (
            "memberships",
            Json::map([
                ("added", seats(&found.memberships.added)),
                ("removed", seats(&found.memberships.removed)),
                ("changed", seats(&found.memberships.changed)),
            ]),
        ),
        ("ratings", Json::List(found.ratings.iter().map(rated).collect())),
        ("measures", both(figures(&found.then), figures(&found.now))),
        ("moved", Json::List(moved.collect())),
    ])
}

fn both(then: Json, now: Json) -> Json {
    Json::map([("then", then), ("now", now)])
}

fn pairs_of(record: &Named) -> [(String, Json); 2] {
    [("id".to_owned(), Json::text(&record.id)), ("name".to_owned(), Json::text(&record.name))]
}

fn named(record: &Named) -> Json {
    Json::Map(pairs_of(record).into())
}

fn come(come: &Come) -> Json {
    let mut pairs: Vec<(String, Json)> = pairs_of(&come.record).into();
    pairs.push(("cause".to_owned(), Json::text(come.cause.key())));
    pairs.push(("members".to_owned(), whole(come.members)));
    pairs.push(("into".to_owned(), come.into.as_ref().map_or(Json::Null, named)));
    Json::Map(pairs)
}

fn changed(one: &Changed, shape: &'static Shape, stores: (&Store, &Store)) -> Json {
    let fields = one.fields.iter().map(|change| {
        Json::map([
            ("field", Json::text(shape.spec(change.field).key)),
            ("then", value(stores.0, change.before.as_ref())),
            ("now", value(stores.1, change.after.as_ref())),
        ])
    });
    let mut pairs: Vec<(String, Json)> = pairs_of(&one.record).into();
    pairs.push(("fields".to_owned(), Json::List(fields.collect())));
    Json::Map(pairs)
}

fn seat(seat: &SeatChange) -> Json {
    Json::map([
        ("network", named(&seat.network)),
        ("actor", named(&seat.actor)),
        ("person", seat.person.as_ref().map_or(Json::Null, named)),
        ("roles", both(Json::texts(&seat.before), Json::texts(&seat.after))),
        ("counts", Json::Flag(seat.ties)),
        ("lasting_network", Json::Flag(seat.lasting)),
    ])
}

fn rated(rated: &Rated) -> Json {
    let what = match &rated.what {
        What::Activity => "activity",
        What::Intensity => "intensity",
        What::Dimension(key) => key,
    };
    let voices = rated.voices.map_or(Json::Null, |(then, now)| both(whole(then), whole(now)));
    Json::map([
        ("kind", Json::text(rated.kind.name())),
        ("subject", named(&rated.subject)),
        ("what", Json::text(what)),
        ("then", real(rated.before)),
        ("now", real(rated.after)),
        ("voices", voices),
    ])
}

fn figures(of: &Figures) -> Json {
    Json::map([
        ("day", Json::text(&of.day)),
        ("actors", whole(of.actors)),
        ("networks", whole(of.networks)),
        ("memberships", whole(of.memberships)),
        ("density", real(of.density)),
        ("components", Json::List(of.components.iter().map(|size| whole(*size)).collect())),
        ("networks_alone", whole(of.alone)),
        ("cut_points", whole(of.cut_points)),
        ("with_members", whole(of.known.with_members)),
        ("with_rhythm", whole(of.known.with_rhythm)),
        ("with_source", whole(of.known.with_source)),
    ])
}
