//! `runde export`: which format is wanted, and who writes it; meetings and rhythms as a calendar.

use super::args::Export;
use super::desk::Desk;
use super::fault::Failure;
use super::graphs;
use super::map;
use super::out::columns;
use super::resolve::{Meant, resolve};
use super::save::save;
use crate::analysis::agenda::zone;
use crate::exchange::ics::{Wish, export, write};
use crate::i18n::fill;
use crate::landscape::{Id, Kind, Record};
use crate::store::{Store, context, title};

pub(super) fn run(args: &Export, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    match args.as_what.as_str() {
        "svg" => map::svg(args, desk),
        "ics" => calendar(args, desk),
        _ => graphs::run(args, desk),
    }
}

fn calendar(args: &Export, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let chosen = |desk: &mut Desk<'_>, kind, name: &Option<String>| match name {
        Some(name) => only(&store, kind, name, desk).map(Some),
        None => Ok(None),
    };
    let wants = |what: &str| args.include.iter().any(|one| one == what);
    let wish = Wish {
        lang: desk.lang,
        today: desk.now.with_time_zone(zone(&store)).date(),
        network: chosen(desk, Kind::Network, &args.network)?,
        actor: chosen(desk, Kind::Actor, &args.actor)?,
        people: wants("people"),
        confidential: wants("confidential"),
    };
    let calendar = export(&store, &wish);
    save(args.output.as_deref(), write(&calendar).as_bytes(), desk)
}

/// The one record of this kind that is meant; else the candidates are named.
pub(super) fn only(store: &Store, kind: Kind, name: &str, desk: &Desk<'_>) -> Result<Id, Failure> {
    let candidates = match resolve(store, name) {
        Meant::One(found, record) if found == kind => return Ok(record.id.clone()),
        Meant::Several(candidates) => candidates,
        Meant::One(..) | Meant::Nobody => Vec::new(),
    };
    let of_kind: Vec<_> = candidates.into_iter().filter(|(found, _)| *found == kind).collect();
    match of_kind.as_slice() {
        [] => Err(Failure::Words(fill(desk.texts.nobody, &[name]))),
        [(_, record)] => Ok(record.id.clone()),
        several => {
            let row = |record: &Record| {
                vec![record.id.to_string(), title(store, record), context(store, kind, record).into_owned()]
            };
            let rows: Vec<Vec<String>> = several.iter().map(|(_, record)| row(record)).collect();
            let words = fill(desk.texts.several, &[name]);
            Err(Failure::Words(format!("{words}\n{}", columns(&rows, true).trim_end())))
        }
    }
}
