//! `runde tasks`: the tasks noted in meetings of all networks; one that was carried over counts once.

use super::args::Tasks;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use super::say::Reader;
use crate::analysis::agenda::zone;
use crate::analysis::tasks::{Task, live};
use crate::i18n::fill;
use crate::landscape::{meeting, task};
use crate::store::json::Json;
use crate::store::{Store, name_of};
use smol_str::SmolStr;

pub(super) fn run(args: &Tasks, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let today = desk.now.with_time_zone(zone(&store)).date().to_string();
    let tasks: Vec<Task> = live(&store).into_iter().filter(|one| !args.open || one.is_open()).collect();
    if args.json {
        desk.out.json(&Json::List(tasks.iter().map(|one| json(&store, one)).collect()).pretty())?;
    } else {
        let reader = Reader { store: &store, lang: desk.lang };
        let rows: Vec<Vec<String>> = tasks.iter().map(|one| row(reader, one, &today)).collect();
        let aligned = desk.out.terminal;
        desk.out.text(&columns(&rows, aligned))?;
    }
    if tasks.is_empty() {
        desk.say(desk.lang.texts().minutes.no_tasks)?;
        return Ok(1);
    }
    Ok(0)
}

/// Until when, what, who, which body: overdue ones are marked.
fn row(reader: Reader<'_>, one: &Task, today: &str) -> Vec<String> {
    let texts = &reader.lang.texts().minutes;
    let done = one.part.text(task::DONE_ON);
    let day = |text: &str| crate::exchange::minutes::day(text, reader.lang);
    let when = match (done, one.part.text(task::DUE)) {
        ("", "") => texts.no_day.to_owned(),
        ("", due) if one.is_overdue(today) => format!("! {}", fill(texts.until, &[&day(due)])),
        ("", due) => fill(texts.until, &[&day(due)]),
        (done, _) => fill(texts.done, &[&day(done)]),
    };
    let names = |ids: &[SmolStr]| ids.iter().map(|id| name_of(reader.store, id)).collect::<Vec<_>>().join(", ");
    let cells = [
        when,
        one.part.text(task::TEXT).to_owned(),
        names(one.part.texts(task::WHO)),
        names(one.meeting.texts(meeting::NETWORKS)),
        day(one.meeting.text(meeting::AT).get(..10).unwrap_or_default()),
    ];
    cells.iter().map(|cell| one_line(cell)).collect()
}

fn json(store: &Store, one: &Task) -> Json {
    let named = |id: &str| Json::map([("id", Json::text(id)), ("name", Json::Text(name_of(store, id)))]);
    let networks = one.meeting.texts(meeting::NETWORKS);
    Json::map([
        ("text", Json::text(one.part.text(task::TEXT))),
        ("who", Json::List(one.part.texts(task::WHO).iter().map(|id| named(id)).collect())),
        ("due", Json::text_or_null(one.part.text(task::DUE))),
        ("done", Json::text_or_null(one.part.text(task::DONE_ON))),
        ("network", networks.first().map_or(Json::Null, |id| named(id))),
        ("networks", Json::List(networks.iter().map(|id| named(id)).collect())),
        ("meeting", Json::text(&one.meeting.id)),
        ("at", Json::text(one.meeting.text(meeting::AT))),
    ])
}
