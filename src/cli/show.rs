//! `runde show`: everything about one record.

use super::args::Show;
use super::card::card;
use super::desk::Desk;
use super::fault::Failure;
use super::named::named;
use super::out::columns;
use super::resolve::{Meant, resolve};
use super::say::Reader;
use crate::i18n::fill;
use crate::landscape::{Kind, Record, vocabulary};
use crate::store::{Store, context, title};

pub(super) fn run(args: &Show, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let name = args.name.join(" ");
    let (kind, record) = match resolve(&store, &name) {
        Meant::One(kind, record) => (kind, record),
        Meant::Several(candidates) => return several(&name, &candidates, &store, desk),
        Meant::Nobody => {
            let words = fill(desk.texts.nobody, &[&name]);
            desk.say(&words)?;
            return Ok(1);
        }
    };
    if args.json {
        return Ok(desk.out.json(&named(&store, record).pretty())?);
    }
    let reader = Reader { store: &store, lang: desk.lang };
    desk.out.strong(&title(&store, record))?;
    let kind_label = vocabulary::kind_label(kind.name(), 1, desk.lang);
    desk.out.text(&format!("{kind_label}\n\n{}", card(reader, kind, record)))?;
    Ok(0)
}

/// Names the candidates.
pub(super) fn several(
    name: &str,
    candidates: &[(Kind, &Record)],
    store: &Store,
    desk: &mut Desk<'_>,
) -> Result<u8, Failure> {
    let words = fill(desk.texts.several, &[name]);
    desk.say(&words)?;
    let row = |(kind, record): &(Kind, &Record)| {
        let kind_label = vocabulary::kind_label(kind.name(), 1, desk.lang).to_owned();
        vec![record.id.to_string(), title(store, record), kind_label, context(store, *kind, record).into_owned()]
    };
    let rows: Vec<Vec<String>> = candidates.iter().map(row).collect();
    desk.err.text(&columns(&rows, true))?;
    Ok(2)
}
