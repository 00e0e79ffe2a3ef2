//! The card of a network: who coordinates and how to reach her, when it meets, who sits in it, how it is tied in.

use super::keeping::{self, Shown};
use super::later::{One, lines};
use super::meetings;
use super::row::{At, DOT, Follow, Row, Tone};
use super::sheet::{Sheet, counted, under};
use super::{alike, guide, seat, speech, ties, value, voices, work};
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::landscape::{
    Field, Kind, Record, actor, embedding, evidence, meeting, member, network, rhythm, role, statement, verdict,
};
use std::collections::HashSet;
use std::sync::Arc;

/// What other records say about a network that its card shows already.
const SHOWN: [Shown; 7] = [
    ("rhythm", rhythm::NETWORK, None),
    ("meeting", meeting::NETWORKS, None),
    ("network", network::PART_OF, None),
    ("network", network::EMBEDDING, Some(embedding::TO)),
    ("evidence", evidence::STATEMENTS, Some(statement::ABOUT)),
    ("verdict", verdict::A, None),
    ("verdict", verdict::B, None),
];

pub(super) fn page(sheet: &Sheet) -> (String, Vec<Row>) {
    let (record, texts) = (sheet.record, sheet.texts());
    let meetings: Vec<&Record> = sheet.from(Kind::Meeting).map(|one| &**one).collect();
    let mut rhythms: Vec<&Record> = sheet.from(Kind::Rhythm).map(|one| &**one).collect();
    rhythms.arrange_by_key(|one| !one.text(rhythm::NAME).is_empty());
    let said = voices::about(sheet);
    let mut rows = leaders(sheet);
    rows.extend(meets(sheet, &meetings, &rhythms));
    let (seats, members) = (seats(sheet), alike::members(sheet, sheet.record));
    rows.push(members_line(sheet, &seats, members.len()));
    rows.extend(keeping::fields(sheet, &[(network::DECISION_POWER, texts.decides)]));
    rows.extend(ties::own(sheet));
    rows.extend(between(sheet));
    rows.push(guide::row(sheet));
    rows.extend(voices::summary(sheet, &said));
    rows.extend(alike::rows(sheet));
    rows.extend(super::habit::rows(sheet, &meetings, &rhythms));
    rows.extend(existence(sheet));
    rows.extend(about(sheet));
    let seats = lines(sheet, seats.into_iter().map(|(one, _)| one), seat_row);
    counted(&mut rows, texts.members_heading, members.len(), seats);
    sections(sheet, &mut rows, &meetings, &rhythms);
    counted(&mut rows, texts.voices_heading, said.len(), voices::rows(sheet, &said));
    under(&mut rows, texts.questions_heading, guide::decided(sheet, network::QUESTIONS));
    keeping::notes(sheet, &mut rows, network::NOTES);
    let gone = former(sheet);
    counted(&mut rows, texts.former, gone.len(), gone);
    under(&mut rows, texts.keeping, keeping::origin(sheet));
    keeping::elsewhere(sheet, &mut rows, &SHOWN);
    keeping::foreign(sheet, &mut rows);
    (subtitle(sheet, record), rows)
}

fn subtitle(sheet: &Sheet, record: &Record) -> String {
    let lists = [
        (network::KIND, "network_kind"),
        (network::LEVEL, "governance_level"),
        (network::LIFECYCLE, "lifecycle"),
        (network::BINDINGNESS, "bindingness"),
    ];
    let said = lists.iter().map(|(field, list)| sheet.label(list, record.text(*field)));
    std::iter::once(record.text(network::SHORT))
        .chain(said)
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Who leads, the first of them with phone and mail; or that nobody does.
fn leaders(sheet: &Sheet) -> Vec<Row> {
    let seats = sheet.record.parts(network::MEMBERS);
    let mut leading: Vec<(&str, &Record)> = seats
        .iter()
        .filter(|seat| sheet.sits(seat))
        .filter_map(|seat| Some((seat::leading_role(seat)?, seat)))
        .collect();
    leading.arrange_by_key(|(_, seat)| seat::rank(seat));
    let best = leading.first().map(|(_, seat)| seat::rank(seat));
    let mut rows = Vec::new();
    if best.is_none_or(|best| best.0 > 0) && !matches!(best, Some((1 | 2, _))) {
        let row = Row::fact(sheet.texts().coordinated_by).say(sheet.texts().nobody, Tone::Warn);
        rows.push(row.at(sheet.at(network::MEMBERS)));
    }
    let mut last = "";
    for (role, seat) in leading {
        let label = match role {
            _ if role == last => "",
            "coordination" => sheet.texts().coordinated_by,
            "deputy_chair" => sheet.texts().deputy_chair,
            "convenor" => sheet.texts().convenor,
            role => sheet.label("role", role),
        };
        last = role;
        rows.push(leader(sheet, label, seat));
        if Some(seat::rank(seat)) == best {
            rows.extend(contact(sheet, seat));
        }
    }
    rows
}

fn leader(sheet: &Sheet, label: &str, seat: &Record) -> Row {
    let row = Row::fact(label);
    let row = match (seat.text(member::ACTOR), seat.text(member::PERSON)) {
        (institution, "") => sheet.link(row, institution),
        ("", person) => sheet.link(row, person),
        (institution, person) => {
            let institution = sheet.link(Row::default(), institution);
            let person = sheet.link(Row::default(), person);
            let mut row = row.then(person).say(DOT, Tone::Quiet);
            row.spans.extend(institution.spans);
            row
        }
    };
    row.at(sheet.at_part(network::MEMBERS, seat))
}

/// Phone and mail of who sits there; the institution's where the person has none.
fn contact(sheet: &Sheet, seat: &Record) -> Vec<Row> {
    let actors = [seat.text(member::PERSON), seat.text(member::ACTOR)];
    let known = |field: Field| {
        let found = actors.iter().filter_map(|id| actor_of(sheet, id));
        found.into_iter().find(|actor| !actor.text(field).is_empty())
    };
    let line = |field: Field| {
        known(field)
            .map(|actor| value::inline(sheet, Row::fact(""), actor, field).at(At::field(Kind::Actor, &actor.id, field)))
    };
    [line(actor::PHONE), line(actor::EMAIL)].into_iter().flatten().collect()
}

/// The next date, how it means to meet, the last date.
fn meets(sheet: &Sheet, meetings: &[&Record], rhythms: &[&Record]) -> Vec<Row> {
    let texts = sheet.texts();
    let labels = std::iter::once(texts.meets).chain(std::iter::repeat(""));
    let next = meetings::coming(sheet, meetings, rhythms, 1);
    let mut rows: Vec<Row> = next.iter().map(|one| meetings::coming_row(sheet, Row::fact(texts.next), one)).collect();
    rows.extend(rhythms.iter().zip(labels).map(|(one, label)| meets_row(sheet, one, label)));
    if rhythms.is_empty() {
        rows.push(
            Row::fact(texts.meets).say(texts.no_rhythm, Tone::Quiet).at(At::record(sheet.kind, &sheet.record.id)),
        );
    }
    let held = meetings::held(sheet, meetings);
    if let Some(last) = held.iter().find(|one| meetings::took_place(one)) {
        rows.push(last_row(sheet, last, rhythms, next.is_empty()));
    }
    rows
}

fn meets_row(sheet: &Sheet, record: &Record, label: &str) -> Row {
    let spoken = speech::spoken(record, sheet.lang());
    let row = Row::fact(label).say(record.text(rhythm::NAME), Tone::Strong);
    let row = row.and(if spoken.is_empty() { sheet.texts().unknown } else { &spoken }, Tone::Plain);
    let row = row.and(record.text(rhythm::PLACE), Tone::Quiet);
    Sheet::lead(row, Kind::Rhythm, record).at(At::record(Kind::Rhythm, &record.id))
}

/// The last meeting; to be looked at when it is much longer ago than the rhythm says.
fn last_row(sheet: &Sheet, last: &Record, rhythms: &[&Record], nothing_ahead: bool) -> Row {
    let at = last.text(meeting::AT);
    let gap = rhythms.iter().filter_map(|one| speech::gap(one)).reduce(f64::min);
    let ago = sheet.days_to(at).map(|days| -f64::from(days));
    let late = nothing_ahead && gap.zip(ago).is_some_and(|(gap, ago)| ago > 1.5 * gap);
    let row =
        Row::fact(sheet.texts().last).say(&sheet.moment_and_distance(at), if late { Tone::Warn } else { Tone::Plain });
    let row = if late { row.and(sheet.texts().overdue, Tone::Warn) } else { row };
    Sheet::lead(row, Kind::Meeting, last).at(At::record(Kind::Meeting, &last.id))
}

/// The seats taken today or later, who leads first, then by name; deputies and guests last.
fn seats<'a>(sheet: &Sheet<'a>) -> Vec<(One<'a>, &'a Record)> {
    let mut seats: Vec<(_, String, _)> = sheet
        .record
        .parts(network::MEMBERS)
        .iter()
        .enumerate()
        .filter(|(_, seat)| !sheet.past(seat.text(member::UNTIL)))
        .map(|(nth, seat)| {
            let (lead, guest) = seat::rank(seat);
            (
                (guest, lead, sheet.store().resolve(seat.text(member::ACTOR)).is_none()),
                sheet.name(seat.text(member::ACTOR)).to_lowercase(),
                ((sheet.record, nth), seat),
            )
        })
        .collect();
    seats.arrange_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    seats.into_iter().map(|(_, _, seat)| seat).collect()
}

/// "12: Jugendamt (Vorsitz) · VHS … und 9 weitere".
fn members_line(sheet: &Sheet, seats: &[(One, &Record)], count: usize) -> Row {
    let texts = sheet.texts();
    let row = Row::fact(texts.members).say(&count.to_string(), Tone::Strong);
    let mut named: HashSet<&str> = HashSet::new();
    let sitting = seats.iter().map(|(_, seat)| *seat).filter(|seat| sheet.sits(seat) && role::of_seat(seat).member);
    let actors = sitting.map(|seat| seat.text(member::ACTOR)).filter(|id| !id.is_empty() && named.insert(id));
    let first: Vec<String> = actors.take(3).map(|id| short(sheet, id)).collect();
    let row = row.and(&first.join(", "), Tone::Plain);
    let row = match count.saturating_sub(first.len()) {
        0 => row,
        more => row.say(&format!(" {}", fill(texts.more, &[&more.to_string()])), Tone::Quiet),
    };
    row.at(sheet.at(network::MEMBERS))
}

fn actor_of<'a>(sheet: &Sheet<'a>, id: &str) -> Option<&'a Arc<Record>> {
    sheet.store().resolve(id).filter(|(kind, _)| *kind == Kind::Actor).map(|(_, actor)| actor)
}

fn short(sheet: &Sheet, id: &str) -> String {
    let short = actor_of(sheet, id).map_or("", |actor| actor.text(actor::SHORT));
    if short.is_empty() { sheet.name(id) } else { short.to_owned() }
}

/// What it does together, and between the meetings.
fn between(sheet: &Sheet) -> Vec<Row> {
    let texts = sheet.texts();
    let fields = [
        (network::CHARACTER, texts.character),
        (network::BETWEEN_MEETINGS, texts.between),
        (network::BETWEEN_NOTES, texts.between_notes),
    ];
    keeping::fields(sheet, &fields)
}

/// Since when, until when, how alive.
fn existence(sheet: &Sheet) -> Vec<Row> {
    let (record, texts) = (sheet.record, sheet.texts());
    let mut rows = keeping::fields(sheet, &[(network::ACTIVITY, texts.activity)]);
    let (from, until) = (record.text(network::FROM), record.text(network::UNTIL));
    rows.extend(keeping::fields(sheet, &[(network::TERM, texts.term)]));
    if !from.is_empty() {
        let row = Row::fact(texts.exists).say(&sheet.day_and_distance(from), Tone::Plain);
        rows.push(row.at(sheet.at(network::FROM)));
    }
    if !until.is_empty() {
        let soon = sheet.past(until) || sheet.days_to(until).is_some_and(|days| days < 183);
        let row =
            Row::fact(texts.ends).say(&sheet.day_and_distance(until), if soon { Tone::Warn } else { Tone::Plain });
        rows.push(row.at(sheet.at(network::UNTIL)));
    }
    rows
}

/// What it is about and how people work together in it.
fn about(sheet: &Sheet) -> Vec<Row> {
    let texts = sheet.texts();
    let mut rows = keeping::fields(
        sheet,
        &[
            (network::PURPOSE, texts.purpose),
            (network::COMMON_GROUND, texts.common_ground),
            (network::THEMES, texts.themes),
            (network::PHASES, texts.phases),
            (network::TARGET_GROUPS, texts.target_groups),
            (network::AREA, texts.area),
            (network::PART_OF, texts.part_of),
        ],
    );
    rows.extend(sub_bodies(sheet));
    rows.extend(keeping::fields(
        sheet,
        &[
            (network::PARTICIPATION_DEPTH, texts.participation),
            (network::OPENNESS, texts.openness),
            (network::DOCUMENT, texts.document),
            (network::FOLLOW_UP_RULE, texts.follow_up),
            (network::BACKING, texts.backing),
            (network::FUNDING, texts.funding),
            (network::ALIASES, texts.aliases),
        ],
    ));
    rows
}

fn sub_bodies(sheet: &Sheet) -> Vec<Row> {
    let parts = sheet.from(Kind::Network).filter(|other| other.text(network::PART_OF) == sheet.id());
    let mut rows = lines(sheet, parts.map(|part| (part, 0)), |sheet, part, _| {
        let row = sheet.link(Row::fact(""), &part.id);
        let row = row.and(sheet.label("network_kind", part.text(network::KIND)), Tone::Quiet);
        row.at(At::field(Kind::Network, &part.id, network::PART_OF))
    });
    if let Some(first) = rows.first_mut() {
        sheet.texts().sub_bodies.clone_into(&mut first.label);
    }
    rows
}

/// Ties, work and meetings, under a heading each.
fn sections(sheet: &Sheet, rows: &mut Vec<Row>, meetings: &[&Record], rhythms: &[&Record]) {
    let texts = sheet.texts();
    under(rows, texts.tied_here, ties::to_here(sheet));
    under(rows, texts.goals, work::goals(sheet, network::GOALS));
    under(rows, texts.steps, work::steps(sheet, network::NEXT_STEPS));
    let tasks = work::open_tasks(sheet, meetings, |_| true);
    counted(rows, texts.open_tasks, tasks.len(), tasks);
    under(rows, texts.last_decisions, work::last_decisions(sheet, &meetings::held(sheet, meetings), 5));
    meetings::sections(sheet, rows, meetings, rhythms);
    under(rows, texts.channels, work::channels(sheet, network::CHANNELS));
}

/// "Jugendamt (Vorsitz) · B. Muster · seit 2021".
fn seat_row(sheet: &Sheet, network: &Arc<Record>, nth: usize) -> Row {
    let Some(seat) = network.parts(network::MEMBERS).get(nth) else { return Row::item() };
    let (institution, person) = (seat.text(member::ACTOR), seat.text(member::PERSON));
    let mut row = sheet.link(Row::item(), institution);
    if row.spans.is_empty() {
        row = sheet.nameless(row);
    }
    row = row.say(&seat::roles(sheet, seat), Tone::Plain);
    if !person.is_empty() {
        row = row.say(DOT, Tone::Quiet).then(sheet.link(Row::default(), person));
    }
    if let Some((kind, who)) = sheet.store().resolve(seat::who(seat)) {
        row.follow = Some(Follow::Record(kind, who.id.clone()));
    }
    seat::details(sheet, row, seat).at(sheet.at_part(network::MEMBERS, seat))
}

/// Seats nobody takes any more, quietly.
fn former(sheet: &Sheet) -> Vec<Row> {
    let seats = sheet.record.parts(network::MEMBERS).iter().enumerate();
    let past = seats.filter(|(_, seat)| sheet.past(seat.text(member::UNTIL)));
    lines(sheet, past.map(|(nth, _)| (sheet.record, nth)), |sheet, network, nth| {
        seat_row(sheet, network, nth).all(Tone::Quiet)
    })
}
