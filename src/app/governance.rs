//! The governance map: how binding a body is by what it may decide. Top right is binding steering, bottom left loose
//! exchange; what is not known stands beside. Computes nothing itself.

use super::Context;
use super::card::Tone;
use super::grid::{Cell, Content, Head, Item, Sheet};
use crate::analysis::governance::{BINDINGNESS, POWER, governance};
use crate::landscape::{Kind, Record, network, vocabulary};
use crate::search::fold;
use crate::store::title;
use std::collections::HashMap;

/// The governance map.
#[derive(Debug)]
pub struct Governance;

impl Content for Governance {
    fn title(&self, cx: &Context) -> String {
        cx.texts.duty.governance.to_owned()
    }

    fn sheet(&self, wanted: &[String], _: bool, cx: &Context) -> Sheet {
        let store = cx.data.store();
        let mut rows = heads(BINDINGNESS, &cx.texts.duty.binding_short, cx);
        // The most binding on top, as in a picture; what is not known stays last.
        let known = rows.len().saturating_sub(1);
        rows.get_mut(..known).into_iter().for_each(<[Head]>::reverse);
        let columns = heads(POWER, &cx.texts.duty.power_short, cx);
        let mut cells = HashMap::new();
        for ((binding, power), bodies) in governance(store) {
            let row = binding.map_or(known, |step| known.saturating_sub(step + 1));
            let column = power.unwrap_or(columns.len().saturating_sub(1));
            let fits = |body: &Record| {
                let said = fold(&format!("{} {}", title(store, body), body.text(network::SHORT)));
                wanted.iter().all(|word| said.contains(word.as_str()))
            };
            let items: Vec<Item> = bodies
                .into_iter()
                .filter(|body| fits(body))
                .map(|body| Item { text: title(store, body), to: (Kind::Network, body.id.clone()), part: None })
                .collect();
            if !items.is_empty() {
                let tone = if binding.is_some() && power.is_some() { Tone::Strong } else { Tone::Quiet };
                cells.insert((row, column), Cell { text: items.len().to_string(), tone, items });
            }
        }
        Sheet { rows, columns, cells }
    }

    fn cell_size(&self) -> (u16, u16, u16) {
        (9, 40, 4)
    }

    fn starts_full(&self) -> bool {
        true
    }

    fn legend(&self, _: &Sheet, cx: &Context) -> String {
        cx.texts.duty.binding_by_power.to_owned()
    }

    fn nothing(&self, cx: &Context) -> &'static str {
        cx.texts.duty.nothing_here
    }
}

/// The steps of a scale, and what is not known.
fn heads(list: &str, short: &[&str], cx: &Context) -> Vec<Head> {
    let head = |key: &str, name: &str, short: &str| Head {
        key: key.to_owned(),
        name: name.to_owned(),
        short: short.to_owned(),
        ..Head::default()
    };
    let short = short.iter().copied().map(Some).chain(std::iter::repeat(None));
    let steps = vocabulary::values(list).iter().zip(short);
    let steps = steps.map(|(entry, short)| {
        let name = entry.label(cx.lang);
        head(entry.key, name, short.unwrap_or(name))
    });
    let unknown = cx.texts.duty.unknown;
    steps.chain([head("", unknown, unknown)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn every_step_has_a_short_name() {
        for lang in [Lang::De, Lang::En] {
            let texts = &lang.texts().duty;
            assert_eq!(vocabulary::values(BINDINGNESS).len(), texts.binding_short.len());
            assert_eq!(vocabulary::values(POWER).len(), texts.power_short.len());
        }
    }
}
