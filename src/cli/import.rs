//! `runde import ics`: what calendar files would bring, line by line; with --apply it is done and saved.

use super::args::Import as Args;
use super::desk::Desk;
use super::export::only;
use super::fault::Failure;
use super::keep::Kept;
use super::out::{columns, one_line};
use crate::analysis::agenda::zone;
use crate::exchange::ics::{
    Action, Fault, Import, LARGEST, MOST_EVENTS, Preview, Read, Row, import, random_bits, read, school_holidays,
};
use crate::i18n::fill;
use crate::landscape::Kind;
use crate::store::json::Json;
use std::io::Read as _;
use std::path::Path;

pub(super) fn run(args: &Args, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let texts = &desk.lang.texts().exchange;
    if args.apply && desk.is_demo() {
        return Err(Failure::Words(texts.not_demo.to_owned()));
    }
    let kept = Kept::of(desk)?;
    let mut store = desk.load()?;
    let network = args.network.as_ref().map(|name| only(&store, Kind::Network, name, desk)).transpose()?;
    let zone = zone(&store);
    let now = desk.now.with_time_zone(zone.clone()).datetime();
    let mut rows = Vec::new();
    for path in &args.paths {
        let source = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let file = file(path, &zone, desk)?;
        let by = Import { source: &source, network: network.as_ref(), now, random: &random_bits };
        let Preview { rows: more, change } =
            if args.holidays { school_holidays(&store, &file, &source) } else { import(&store, &file, &by) };
        store = change.apply(&store).map_err(|error| Failure::Words(error.to_string()))?;
        rows.extend(more);
    }
    let count = |action| rows.iter().filter(|row| row.action == action).count();
    let counts = [Action::Create, Action::Update, Action::Unchanged, Action::Error].map(count);
    if args.apply && counts.iter().take(2).any(|count| *count > 0) {
        kept.write(&store, desk)?;
    }
    tell(&rows, args, desk)?;
    let counts = counts.map(|count| count.to_string());
    let said = if args.apply { texts.applied } else { texts.preview };
    let words = fill(said, &counts.each_ref().map(String::as_str));
    desk.say(&words)?;
    Ok(u8::from(count(Action::Error) > 0))
}

/// Reads a file, but not one that is too large.
fn file(path: &Path, zone: &jiff::tz::TimeZone, desk: &Desk<'_>) -> Result<Read, Failure> {
    let texts = &desk.lang.texts().exchange;
    let shown = path.display().to_string();
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    let opened = std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    opened.map_err(|error| Failure::Words(fill(desk.texts.unreachable, &[&shown, &error.to_string()])))?;
    read(&bytes, zone).map_err(|fault| {
        let why = match fault {
            Fault::TooLarge => fill(texts.too_large, &[&(LARGEST >> 20).to_string()]),
            Fault::TooManyEvents => fill(texts.too_many_events, &[&MOST_EVENTS.to_string()]),
            Fault::NoCalendar => texts.no_calendar.to_owned(),
        };
        Failure::Words(format!("{shown}: {why}"))
    })
}

fn tell(rows: &[Row], args: &Args, desk: &mut Desk<'_>) -> Result<(), Failure> {
    let lang = desk.lang;
    if args.json {
        let json = |row: &Row| {
            Json::map([
                ("line", Json::Whole(i64::try_from(row.line).unwrap_or(i64::MAX))),
                ("action", Json::text(row.action.key())),
                ("kind", Json::text(row.kind)),
                ("name", Json::text(&row.name)),
                ("why", Json::Text(row.why.words(lang))),
            ])
        };
        desk.out.json(&Json::List(rows.iter().map(json).collect()).pretty())?;
        return Ok(());
    }
    let row = |row: &Row| {
        let cells = [row.line.to_string(), row.action.label(lang).to_owned(), row.name.clone(), row.why.words(lang)];
        cells.iter().map(|cell| one_line(cell)).collect::<Vec<_>>()
    };
    let aligned = desk.out.terminal;
    desk.out.text(&columns(&rows.iter().map(row).collect::<Vec<_>>(), aligned))?;
    Ok(())
}
