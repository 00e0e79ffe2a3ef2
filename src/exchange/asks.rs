//! What asks for a decision about a body, in words, for screens, lines and papers alike. Decides nothing.

use super::minutes::day;
use crate::analysis::steps::{Asks, is_past};
use crate::i18n::{Lang, fill};
use crate::landscape::vocabulary;
use crate::store::{Store, name_of};

/// "endet 31.12.2026", "Doppelstruktur: Netzwerk Berufsorientierung".
#[must_use]
pub fn asked(asks: &Asks, store: &Store, today: &str, lang: Lang) -> String {
    let texts = &lang.texts().duty;
    match asks {
        Asks::Double(other, verdict) => {
            fill(texts.ask_double, &[vocabulary::label("verdict", verdict, lang), &name_of(store, other)])
        }
        Asks::Ends(when) => {
            let text = if is_past(when, today) { texts.ask_ended } else { texts.ask_ends };
            fill(text, &[&day(when, lang)])
        }
        Asks::Fades(life) => vocabulary::label("lifecycle", life, lang).to_owned(),
        Asks::Unled => texts.ask_unled.to_owned(),
    }
}
