//! The card of an actor: how to reach it, who belongs to it, where it sits, with whom it works.

use super::keeping::{self, Shown};
use super::later::{One, lines};
use super::row::{At, DOT, Row, Tone};
use super::sheet::{Sheet, counted, under};
use super::{meetings, privacy, seat, ties, units, value, voices, work};
use crate::arrange::Arrange as _;
use crate::landscape::{
    Field, Kind, Record, actor, embedding, evidence, goal, meeting, member, network, relation, role, statement, step,
    task, the_landscape, verdict, vocabulary,
};
use std::sync::Arc;

/// What other records say about an actor that its card shows already.
const SHOWN: [Shown; 17] = [
    ("network", network::MEMBERS, Some(member::ACTOR)),
    ("network", network::MEMBERS, Some(member::PERSON)),
    ("network", network::EMBEDDING, Some(embedding::TO)),
    ("network", network::GOALS, Some(goal::CARRIED_BY)),
    ("network", network::NEXT_STEPS, Some(step::WHO)),
    ("actor", actor::UNIT_OF, None),
    ("relation", relation::A, None),
    ("relation", relation::B, None),
    ("meeting", meeting::PRESENT, None),
    ("meeting", meeting::EXCUSED, None),
    ("meeting", meeting::ABSENT, None),
    ("meeting", meeting::TASKS, Some(task::WHO)),
    ("evidence", evidence::WITH, None),
    ("evidence", evidence::STATEMENTS, Some(statement::ABOUT)),
    ("verdict", verdict::A, None),
    ("verdict", verdict::B, None),
    ("landscape", the_landscape::GOALS, Some(goal::CARRIED_BY)),
];

/// Networks whose next date is looked up at most.
const MOST_NETWORKS: usize = 24;

pub(super) fn page(sheet: &Sheet) -> (String, Vec<Row>) {
    let (record, texts) = (sheet.record, sheet.texts());
    let person = record.flag(actor::PERSON) == Some(true);
    let mut rows = contact(sheet);
    let mine = all_seats(sheet);
    rows.extend(coordinates(sheet, &mine));
    rows.extend(about(sheet));
    let ahead = next_meetings(sheet, &mine);
    let (now, former) = seats(sheet, mine);
    counted(&mut rows, texts.networks, now.len(), now);
    let people = units::of(sheet, true);
    counted(&mut rows, texts.people, people.len(), people);
    let units = units::of(sheet, false);
    counted(&mut rows, texts.units, units.len(), units);
    under(&mut rows, texts.relations, relations(sheet));
    under(&mut rows, texts.tied_here, ties::to_here(sheet));
    under(&mut rows, texts.carries, carried(sheet));
    tasks_and_meetings(sheet, &mut rows, ahead);
    evidence_sections(sheet, &mut rows);
    let judged = sheet.from(Kind::Verdict).map(|one| super::alike::verdict_row(sheet, one)).map(item).collect();
    under(&mut rows, texts.verdicts, judged);
    keeping::notes(sheet, &mut rows, actor::NOTES);
    under(&mut rows, texts.former_networks, former);
    under(&mut rows, texts.privacy, privacy_rows(sheet, person));
    under(&mut rows, texts.keeping, keeping::origin(sheet));
    keeping::elsewhere(sheet, &mut rows, &SHOWN);
    keeping::foreign(sheet, &mut rows);
    (subtitle(sheet, person), rows)
}

fn subtitle(sheet: &Sheet, person: bool) -> String {
    let record = sheet.record;
    let kind = record.text(actor::KIND);
    let sector = match record.text(actor::SECTOR) {
        "" => vocabulary::entry("actor_kind", kind).and_then(|entry| entry.sector).unwrap_or(""),
        own => own,
    };
    let unit = sheet.name(record.text(actor::UNIT_OF));
    let parts = if person {
        [record.text(actor::FUNCTION), sheet.label("actor_kind", kind), &unit, ""]
    } else {
        [record.text(actor::SHORT), sheet.label("actor_kind", kind), sheet.label("sector", sector), &unit]
    };
    let said = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ");
    if said.is_empty() && person { vocabulary::kind_label("person", 1, sheet.lang()).to_owned() } else { said }
}

/// How to reach it; the institution's phone and mail where a person has none of her own.
fn contact(sheet: &Sheet) -> Vec<Row> {
    let (record, texts) = (sheet.record, sheet.texts());
    let unit = sheet.store().get(Kind::Actor, record.text(actor::UNIT_OF));
    let mut rows = Vec::new();
    for (field, label) in [(actor::PHONE, texts.phone), (actor::EMAIL, texts.mail)] {
        rows.extend(value::rows(sheet, label, field));
        let institution = unit.filter(|unit| record.get(field).is_none() && unit.get(field).is_some());
        rows.extend(institution.map(|unit| {
            let row = value::inline(sheet, Row::fact(label), unit, field);
            row.and(unit.text(actor::NAME), Tone::Quiet).at(At::field(Kind::Actor, &unit.id, field))
        }));
    }
    let fields = [
        (actor::WEB, texts.web),
        (actor::ADDRESS, texts.address),
        (actor::FUNCTION, texts.function),
        (actor::UNIT_OF, texts.unit_of),
    ];
    rows.extend(keeping::fields(sheet, &fields));
    rows
}

/// The networks it leads or coordinates.
fn coordinates(sheet: &Sheet, seats: &[Seat]) -> Vec<Row> {
    let leading = seats.iter().filter(|(_, seat)| sheet.sits(seat) && seat::leading_role(seat).is_some());
    let mut rows = lines(sheet, leading.map(|(one, _)| *one), leads_row);
    if let Some(first) = rows.first_mut() {
        sheet.texts().leads.clone_into(&mut first.label);
    }
    rows
}

fn leads_row(sheet: &Sheet, network: &Arc<Record>, nth: usize) -> Row {
    let Some(seat) = network.parts(network::MEMBERS).get(nth) else { return Row::default() };
    let row = sheet.link(Row::fact(""), &network.id);
    let row = row.and(sheet.label("role", seat::leading_role(seat).unwrap_or_default()), Tone::Quiet);
    row.at(At::part(Kind::Network, &network.id, network::MEMBERS, seat.key()))
}

/// A seat, with the network it is in and its place there.
type Seat<'a> = (One<'a>, &'a Record);

/// Its seats.
fn all_seats<'a>(sheet: &Sheet<'a>) -> Vec<Seat<'a>> {
    let id = sheet.id();
    let mine = move |seat: &Record| seat.text(member::ACTOR) == id || seat.text(member::PERSON) == id;
    let seats = sheet.from(Kind::Network).flat_map(|network| {
        let seats = network.parts(network::MEMBERS).iter().enumerate().filter(move |(_, seat)| mine(seat));
        seats.map(move |(nth, seat)| ((network, nth), seat))
    });
    seats.collect()
}

/// A line per seat: those of today and to come, and those of the past.
fn seats<'a>(sheet: &Sheet<'a>, mut seats: Vec<Seat<'a>>) -> (Vec<Row>, Vec<Row>) {
    seats.arrange_by_key(|((network, _), seat)| (seat::rank(seat), network.text(network::NAME).to_lowercase()));
    let (past, now): (Vec<_>, Vec<_>) = seats.into_iter().partition(|(_, seat)| sheet.past(seat.text(member::UNTIL)));
    let places = |seats: Vec<Seat<'a>>| seats.into_iter().map(|(one, _)| one);
    (
        lines(sheet, places(now), seat_row),
        lines(sheet, places(past), |sheet, network, nth| seat_row(sheet, network, nth).all(Tone::Quiet)),
    )
}

fn seat_row(sheet: &Sheet, network: &Arc<Record>, nth: usize) -> Row {
    let Some(seat) = network.parts(network::MEMBERS).get(nth) else { return Row::item() };
    let row = sheet.link(Row::item(), &network.id).say(&seat::roles(sheet, seat), Tone::Plain);
    let other =
        if seat.text(member::ACTOR) == sheet.id() { seat.text(member::PERSON) } else { seat.text(member::ACTOR) };
    let row = row.and(&sheet.name(other), Tone::Plain);
    seat::details(sheet, row, seat).at(At::part(Kind::Network, &network.id, network::MEMBERS, seat.key()))
}

fn about(sheet: &Sheet) -> Vec<Row> {
    let texts = sheet.texts();
    let fields = [
        (actor::THEMES, texts.themes),
        (actor::PHASES, texts.phases),
        (actor::TARGET_GROUPS, texts.target_groups),
        (actor::AREA, texts.area),
        (actor::INTERNAL, texts.internal),
        (actor::ALIASES, texts.aliases),
    ];
    keeping::fields(sheet, &fields)
}

/// Cooperation outside any body, in both directions: "Agentur für Arbeit · Überleitung · abstimmen (2)".
fn relations(sheet: &Sheet) -> Vec<Row> {
    lines(sheet, sheet.from(Kind::Relation).map(|record| (record, 0)), |sheet, record, _| {
        let outward = record.text(relation::A) == sheet.id();
        let other = if outward { record.text(relation::B) } else { record.text(relation::A) };
        let row =
            Row::item().say(if outward { "→ " } else { "← " }, Tone::Quiet).then(sheet.link(Row::default(), other));
        let row = row.and(sheet.label("relation_kind", record.text(relation::KIND)), Tone::Plain);
        let row = match record.number(relation::INTENSITY) {
            Some(number) => row.and(&value::number_said(sheet, "intensity", number), Tone::Plain),
            None => row,
        };
        let row = row.and(&sheet.period(record.text(relation::FROM), record.text(relation::UNTIL)), Tone::Quiet);
        Sheet::lead(row, Kind::Relation, record).at(At::record(Kind::Relation, &record.id))
    })
}

/// Goals of networks and of the landscape it stands behind.
fn carried(sheet: &Sheet) -> Vec<Row> {
    let goals = |kind: Kind, field: Field| {
        let carried = move |goal: &Record| goal.texts(goal::CARRIED_BY).iter().any(|id| &**id == sheet.id());
        let mine = move |record: &&Arc<Record>, nth: &usize| record.parts(field).get(*nth).is_some_and(carried);
        let all = sheet.from(kind).flat_map(move |record| (0..record.parts(field).len()).map(move |nth| (record, nth)));
        all.filter(move |(record, nth)| mine(record, nth))
    };
    let mut rows = lines(sheet, goals(Kind::Network, network::GOALS), |sheet, record, nth| {
        goal_row(sheet, (Kind::Network, network::GOALS), record, nth)
    });
    rows.extend(lines(sheet, goals(Kind::Landscape, the_landscape::GOALS), |sheet, record, nth| {
        goal_row(sheet, (Kind::Landscape, the_landscape::GOALS), record, nth)
    }));
    rows
}

fn goal_row(sheet: &Sheet, (kind, field): (Kind, Field), record: &Record, nth: usize) -> Row {
    let Some(goal) = record.parts(field).get(nth) else { return Row::item() };
    let row = Row::item().say(goal.text(goal::TEXT), Tone::Plain);
    sheet.link(row, &record.id).at(At::part(kind, &record.id, field, goal.key()))
}

fn tasks_and_meetings(sheet: &Sheet, rows: &mut Vec<Row>, ahead: Vec<Row>) {
    let texts = sheet.texts();
    let meetings: Vec<&Record> = sheet.from(Kind::Meeting).map(|one| &**one).collect();
    let mine = |part: &Record| part.texts(task::WHO).iter().any(|id| &**id == sheet.id());
    let mut tasks = work::open_tasks(sheet, &meetings, mine);
    for network in sheet.from(Kind::Network) {
        let steps =
            network.parts(network::NEXT_STEPS).iter().filter(|one| mine(one) && one.text(step::DONE_ON).is_empty());
        tasks.extend(steps.map(|one| {
            let row = work::duty(sheet, one);
            let row = Row { follow: None, ..row };
            Sheet::lead(row, Kind::Network, network).at(At::part(
                Kind::Network,
                &network.id,
                network::NEXT_STEPS,
                one.key(),
            ))
        }));
    }
    counted(rows, texts.open_tasks, tasks.len(), tasks);
    under(rows, texts.next_meetings, ahead);
    let there = |one: &&Record| one.texts(meeting::PRESENT).iter().any(|id| &**id == sheet.id());
    let present: Vec<&Record> = meetings.into_iter().filter(there).collect();
    let held = meetings::held(sheet, &present);
    let last = held.iter().take(3).map(|one| {
        let row = sheet
            .links(Row::item(), one.texts(meeting::NETWORKS))
            .and(&super::when::moment(one.text(meeting::AT), sheet.lang()), Tone::Plain);
        let row = Row { follow: None, ..row };
        Sheet::lead(row, Kind::Meeting, one).at(At::record(Kind::Meeting, &one.id))
    });
    counted(rows, texts.was_present, held.len(), last.collect());
}

/// The next meetings of the networks it has to come to.
fn next_meetings(sheet: &Sheet, seats: &[Seat]) -> Vec<Row> {
    let called = seats.iter().filter(|(_, seat)| sheet.sits(seat) && role::of_seat(seat).load);
    let mut networks: Vec<&Record> = called.map(|((network, _), _)| &***network).collect();
    networks.dedup_by(|a, b| a.id == b.id);
    let mut coming: Vec<(String, Row)> = Vec::new();
    for network in networks.into_iter().take(MOST_NETWORKS) {
        let referring = sheet.cx.data.refs().to(&network.id, sheet.store());
        let of = |kind: Kind| {
            referring.iter().filter(|(found, _)| *found == kind).map(|(_, one)| &***one).collect::<Vec<&Record>>()
        };
        for next in meetings::coming(sheet, &of(Kind::Meeting), &of(Kind::Rhythm), 1) {
            let row = Row::item().say(network.text(network::NAME), Tone::Name).say(DOT, Tone::Quiet);
            coming.push((next.at.clone(), meetings::coming_row(sheet, row, &next)));
        }
    }
    coming.arrange_by(|a, b| a.0.cmp(&b.0));
    coming.into_iter().take(3).map(|(_, row)| row).collect()
}

/// Conversations with it, and what was said about it.
fn evidence_sections(sheet: &Sheet, rows: &mut Vec<Row>) {
    let with = |source: &&Arc<Record>| source.texts(evidence::WITH).iter().any(|id| &**id == sheet.id());
    let mut sources: Vec<&Arc<Record>> = sheet.from(Kind::Evidence).filter(with).collect();
    sources.arrange_by(|a, b| b.text(evidence::DATE).cmp(a.text(evidence::DATE)));
    let count = sources.len();
    let held = lines(sheet, sources.into_iter().map(|source| (source, 0)), |sheet, source, _| {
        let row = Row::item().say(&super::when::day(source.text(evidence::DATE), sheet.lang()), Tone::Quiet);
        let row = row.and(sheet.label("evidence_kind", source.text(evidence::KIND)), Tone::Plain);
        let row = row.and(source.text(evidence::TITLE), Tone::Plain);
        let row = voices::marked(sheet, row, &[source]);
        Sheet::lead(row, Kind::Evidence, source).at(At::record(Kind::Evidence, &source.id))
    });
    counted(rows, sheet.texts().conversations, count, held);
    let said = voices::about(sheet);
    counted(rows, sheet.texts().voices_heading, said.len(), voices::rows(sheet, &said));
}

fn item(row: Row) -> Row {
    Row { item: true, ..row }
}

/// Data protection: always for people, for others only what somebody wrote.
fn privacy_rows(sheet: &Sheet, person: bool) -> Vec<Row> {
    let written =
        [actor::PURPOSE, actor::BASIS, actor::SOURCE, actor::COLLECTED_ON, actor::INFORMED_ON, actor::RETAIN_UNTIL];
    if person || written.iter().any(|field| sheet.record.get(*field).is_some()) {
        privacy::rows(sheet)
    } else {
        Vec::new()
    }
}
