//! What a row of a list says: a name, and at the right what one wants to know at a glance.

use crate::analysis::series::{self, Almanac};
use crate::app::card::Tone;
use crate::calendar::Moment;
use crate::i18n::Lang;
use crate::landscape::{Kind, Record, actor, member, network, rhythm, role, vocabulary};
use crate::store::{Data, name_of, title};
use jiff::civil::DateTime;

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowText {
    /// The name.
    pub name: String,
    /// What stands quietly behind the name, if there is room.
    pub more: String,
    /// What stands at the right.
    pub right: String,
    /// How the right side is meant.
    pub tone: Option<Tone>,
}

/// The text of a record's row; `beside` is what is selected in the focused list when this row is tied to it.
#[must_use]
pub fn row_text(
    data: &Data,
    kind: Kind,
    record: &Record,
    beside: Option<&Record>,
    (almanac, now): (&Almanac, DateTime),
    lang: Lang,
) -> RowText {
    let store = data.store();
    let today = || now.date().to_string();
    match kind {
        Kind::Network => RowText {
            name: title(store, record),
            right: match beside {
                Some(actor) if actor.shape.name == "actor" => roles(record, &actor.id, &today(), lang),
                _ => alive(record).to_owned(),
            },
            tone: (record.text(network::LIFECYCLE) == "ended").then_some(Tone::Quiet),
            ..RowText::default()
        },
        Kind::Actor => RowText {
            name: title(store, record),
            more: record.text(actor::FUNCTION).to_owned(),
            right: match beside {
                Some(body) if body.shape.name == "network" => roles(body, &record.id, &today(), lang),
                _ => vocabulary::label("actor_kind", record.text(actor::KIND), lang).to_owned(),
            },
            tone: Some(Tone::Quiet),
        },
        // Beside its network a rhythm is what is said of it; elsewhere one first wants to know whose it is.
        _ => {
            let spoken = spoken_or_name(record, data, lang);
            let own = beside.is_some_and(|beside| beside.shape.name == "network");
            let (name, more) = if own {
                (spoken, record.text(rhythm::NAME).to_owned())
            } else {
                (name_of(store, record.text(rhythm::NETWORK)), spoken)
            };
            let next = almanac.first(data, record, now);
            RowText {
                name,
                more,
                right: next.map_or_else(|| "–".to_owned(), |next| short_date(next, lang)),
                tone: None,
            }
        }
    }
}

fn spoken_or_name(record: &Record, data: &Data, lang: Lang) -> String {
    match series::spoken(record, lang) {
        spoken if spoken.is_empty() => title(data.store(), record),
        spoken => spoken,
    }
}

/// The first of the roles in which an actor sits in a network today, a leading one before others; a former one only
/// where there is no seat of today.
fn roles(network: &Record, actor: &str, today: &str, lang: Lang) -> String {
    let seats = network.parts(network::MEMBERS).iter();
    let seats = seats.filter(|seat| seat.text(member::ACTOR) == actor || seat.text(member::PERSON) == actor);
    let (now, former): (Vec<&Record>, Vec<&Record>) = seats.partition(|seat| role::seat_on(seat, today));
    let seats = if now.is_empty() { former } else { now };
    let roles = seats.iter().flat_map(|seat| seat.texts(member::ROLES));
    let first = roles.min_by_key(|role| role::of(role).leads.unwrap_or(u8::MAX));
    first.map_or(String::new(), |role| vocabulary::label("role", role, lang).to_owned())
}

/// How alive a network is, in four dots that are read without colour.
fn alive(record: &Record) -> &'static str {
    match record.number(network::ACTIVITY) {
        Some(0) => "○○○○",
        Some(1) => "●○○○",
        Some(2) => "●●○○",
        Some(3) => "●●●○",
        Some(_) => "●●●●",
        None => "",
    }
}

/// A day in few columns: `08.12.` this year, `08.12.27` else; ISO in English.
fn short_date(moment: Moment, lang: Lang) -> String {
    let day = moment.date;
    lang.pick(
        format!("{:02}.{:02}.{:02}", day.day(), day.month(), day.year() % 100),
        format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
    )
}
