//! What a gap says, in words. The subject's name is not in them, so that it can stand beside. Knows no layout.

use super::{Detail, Gap, GapKind, MissingSector};
use crate::calendar::{PartialDate, show_partial};
use crate::i18n::{Lang, fill};
use crate::landscape::vocabulary;
use crate::store::{Store, name_of};

/// What a kind of gap is called.
#[must_use]
pub fn kind(kind: GapKind, lang: Lang) -> &'static str {
    lang.texts().gaps.kinds.get(kind.place()).copied().unwrap_or("")
}

/// What is to be said about the subject.
#[must_use]
pub fn text(store: &Store, gap: &Gap, lang: Lang) -> String {
    let said = lang.texts().gaps.said.get(gap.kind.place()).copied().unwrap_or("");
    let names = |ids: &[crate::landscape::Id]| ids.iter().map(|id| name_of(store, id)).collect::<Vec<_>>().join(", ");
    match &gap.detail {
        Detail::Plain => said.to_owned(),
        Detail::Theme(key) => fill(said, &[vocabulary::label("theme", key, lang)]),
        Detail::Phases(theme, phases) => {
            let phases: Vec<&str> = phases.iter().map(|phase| vocabulary::label("phase", phase, lang)).collect();
            fill(said, &[vocabulary::label("theme", theme, lang), &phases.join(", ")])
        }
        Detail::Words(words) => fill(said, &[words]),
        Detail::Day(day) => fill(said, &[&day_in(day, lang)]),
        Detail::Sectors(sectors) => fill(said, &[&missing(sectors, lang)]),
        Detail::To(id) => fill(said, &[&name_of(store, id)]),
        Detail::Falls(falls) => fill(said, &[&falls.len().to_string(), &names(falls)]),
        Detail::Part(networks, actors) => {
            fill(said, &[&networks.len().to_string(), &actors.to_string(), &names(networks)])
        }
    }
}

/// "Schule (7 von 9 anderen zu Übergänge)".
fn missing(sectors: &[MissingSector], lang: Lang) -> String {
    let each = sectors.iter().map(|one| {
        let sector = vocabulary::label("sector", &one.sector, lang);
        let theme = vocabulary::label("theme", &one.theme, lang);
        fill(lang.texts().gaps.peers, &[sector, &one.with.to_string(), &one.of.to_string(), theme])
    });
    each.collect::<Vec<_>>().join(", ")
}

fn day_in(day: &str, lang: Lang) -> String {
    day.parse::<PartialDate>().map_or_else(|_| day.to_owned(), |date| show_partial(date, lang))
}
