//! The embedding: bodies by committees, plannings and units of the administration, with the kind of tie as a sign; what is
//! missing is marked. Enter opens the tie, or a new one filled in. Computes nothing itself.

use super::card::Tone;
use super::form::{Form, day};
use super::grid::{Cell, Content, Head, Item, Sheet};
use super::{Context, Reply};
use crate::analysis::embedding::{Embedding, Group, MISSING, To};
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind, Record, actor, embedding, network, vocabulary};
use crate::search::fold;
use crate::store::title;
use std::collections::HashMap;

/// The sign of each kind of tie.
const SIGNS: [(&str, &str); 14] = [
    ("reports_to", "↑"),
    ("advises", "◇"),
    ("prepares_decisions", "◆"),
    ("sends_delegates", "→"),
    ("receives_mandate", "↓"),
    ("is_set_up_by", "■"),
    ("supplies_data", "#"),
    ("consulted_by", "○"),
    ("same_persons", "="),
    ("funds", "€"),
    ("funded_by", "$"),
    ("informal", "~"),
    (MISSING, "!"),
    ("other", "•"),
];

/// The sign of a kind of tie; one of the office's own has that of the others.
#[must_use]
pub fn sign(tie: &str) -> &'static str {
    SIGNS.iter().find(|(key, _)| *key == tie).map_or("•", |(_, sign)| sign)
}

/// The embedding view.
#[derive(Debug)]
pub struct EmbeddingView;

impl Content for EmbeddingView {
    fn title(&self, cx: &Context) -> String {
        cx.texts.duty.embedding.to_owned()
    }

    fn sheet(&self, wanted: &[String], sorted: bool, cx: &Context) -> Sheet {
        let found = Embedding::of(cx.data.store());
        let fits = |record: &Record| {
            let name = fold(&title(cx.data.store(), record));
            wanted.iter().all(|word| name.contains(word.as_str()))
        };
        let mut bodies: Vec<usize> = (0..found.bodies.len()).collect();
        bodies.retain(|at| found.bodies.get(*at).is_some_and(|body| fits(body)));
        if sorted {
            bodies.arrange_by_key(|at| found.ties_of(*at));
        }
        let row = |at: &usize| found.bodies.get(*at).map(|body| row_head(body, found.ties_of(*at), cx));
        let columns = found.to.iter().enumerate().map(|(at, to)| column_head(to, found.tied_to(at), cx)).collect();
        let mut cells = HashMap::new();
        for (row, body) in bodies.iter().enumerate() {
            let Some(record) = found.bodies.get(*body) else { continue };
            for to in 0..found.to.len() {
                let ties = found.at(*body, to);
                if !ties.is_empty() {
                    cells.insert((row, to), cell(record, ties, cx));
                }
            }
        }
        Sheet { rows: bodies.iter().filter_map(row).collect(), columns, cells }
    }

    fn cell_size(&self) -> (u16, u16, u16) {
        (5, 5, 1)
    }

    fn legend(&self, sheet: &Sheet, cx: &Context) -> String {
        let stands = |sign: &str| sheet.cells.values().any(|cell| cell.text.contains(sign));
        let said = |(key, sign): &(&str, &str)| format!("{sign} {}", vocabulary::label("embedding_tie", key, cx.lang));
        SIGNS.iter().filter(|(_, sign)| stands(sign)).map(said).collect::<Vec<_>>().join(" · ")
    }

    fn order(&self, cx: &Context) -> Option<&'static str> {
        Some(cx.texts.duty.sort_ties)
    }

    fn nothing(&self, cx: &Context) -> &'static str {
        cx.texts.duty.no_tie
    }

    fn open(&self, row: &Head, column: &Head, item: Option<&Item>, cx: &Context) -> Reply {
        let Some(record) = cx.data.store().get(Kind::Network, &row.key) else { return Reply::Stay };
        let part = item.and_then(|item| item.part.as_deref());
        let layers = match part {
            Some(part) => Form::edit_at(Kind::Network, record, network::EMBEDDING, Some(part), cx),
            None => {
                let preset = Record::new(&embedding::SHAPE, Id::none()).with_text(embedding::TO, &column.key);
                Form::attach_with(Kind::Network, record, network::EMBEDDING, preset, cx)
            }
        };
        Reply::OpenAll(layers)
    }
}

fn row_head(body: &Record, ties: usize, cx: &Context) -> Head {
    let name = title(cx.data.store(), body);
    Head { key: body.id.to_string(), short: name.clone(), name, warn: ties == 0, ..Head::default() }
}

fn column_head(to: &To<'_>, tied: usize, cx: &Context) -> Head {
    let texts = &cx.texts.duty;
    let group = match to.group {
        Group::Committee => texts.committees,
        Group::Planning => texts.plannings,
        Group::Unit => texts.units,
        Group::Body => texts.bodies,
    };
    let name = title(cx.data.store(), to.record);
    let field = if to.kind == Kind::Network { network::SHORT } else { actor::SHORT };
    let short = initials(to.record.text(field), &name);
    Head { key: to.record.id.to_string(), name, short, group: group.to_owned(), warn: tied == 0 }
}

/// At most four letters: the short name, else the initials of the words written large, else the first letters.
fn initials(short: &str, name: &str) -> String {
    let first = |text: &str| text.chars().take(4).collect::<String>();
    if !short.is_empty() && short.chars().count() <= 4 {
        return short.to_owned();
    }
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let large: String = words.filter_map(|word| word.chars().next().filter(|first| first.is_uppercase())).collect();
    if large.chars().count() > 1 { first(&large) } else { first(name) }
}

fn cell(body: &Record, ties: &[&Record], cx: &Context) -> Cell {
    let signs: Vec<&str> = ties.iter().map(|part| sign(part.text(embedding::TIE))).collect();
    let missing = ties.iter().any(|part| part.text(embedding::TIE) == MISSING);
    let text = match signs.as_slice() {
        [one, two, _, ..] => format!("{one}{two}+"),
        few => few.concat(),
    };
    let items = ties.iter().map(|part| Item {
        text: told(part, cx),
        to: (Kind::Network, body.id.clone()),
        part: Some(part.key().to_owned()).filter(|key| !key.is_empty()),
    });
    Cell { text, tone: if missing { Tone::Warn } else { Tone::Strong }, items: items.collect() }
}

/// "↑ berichtet an · jährlich · zuletzt 12.05.2026 · Notiz".
fn told(part: &Record, cx: &Context) -> String {
    let tie = part.text(embedding::TIE);
    let last = match part.text(embedding::LAST) {
        "" => String::new(),
        last => crate::i18n::fill(cx.texts.card.last_time, &[&day(last, cx.lang)]),
    };
    let notes = part.text(embedding::NOTES).split_whitespace().collect::<Vec<_>>().join(" ");
    let head = format!("{} {}", sign(tie), vocabulary::label("embedding_tie", tie, cx.lang));
    let parts = [head, part.text(embedding::FREQUENCY).to_owned(), last, notes];
    parts.into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_tie_has_a_sign_of_its_own() {
        let mut signs: Vec<&str> = vocabulary::values("embedding_tie").iter().map(|entry| sign(entry.key)).collect();
        let count = signs.len();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), count);
    }

    #[test]
    fn long_names_become_four_letters() {
        assert_eq!(initials("JHA", "Jugendhilfeausschuss"), "JHA");
        assert_eq!(initials("", "Sozial- und Gesundheitsausschuss"), "SG");
        assert_eq!(initials("", "Jugendhilfeplanung"), "Juge");
    }
}
