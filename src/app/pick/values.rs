//! Values of open lists: labels in the language, found by typing like everything else. Knows no pickers.

use super::rows::Hit;
use super::used;
use crate::app::Context;
use crate::landscape::vocabulary;
use crate::search::{ALL_KINDS, Index, Query};

/// The values of a list in their order; then those of one's own that are in use.
pub(super) fn of_list(list: &'static str, open: bool, cx: &Context) -> Vec<Hit> {
    let entries = vocabulary::values(list);
    let mut hits: Vec<Hit> = entries
        .iter()
        .map(|entry| {
            let (label, long, short) = (entry.label(cx.lang), entry.long(cx.lang), entry.short(cx.lang));
            let note = if long == label && short != label { short } else { beyond(label, long) };
            Hit { key: entry.key.to_owned(), label: label.to_owned(), note: note.to_owned() }
        })
        .collect();
    if open {
        let own = used::of_list(list, cx).into_iter().filter(|key| entries.iter().all(|entry| *entry.key != **key));
        hits.extend(own.map(|key| Hit { label: key.clone(), key, note: String::new() }));
    }
    hits
}

/// What a label in full says beyond the label.
fn beyond<'l>(label: &str, long: &'l str) -> &'l str {
    long.strip_prefix(label).map_or(long, |rest| rest.trim_start_matches([',', ' ']))
}

/// A value that is marked.
pub(super) fn own(list: &str, key: &str, cx: &Context) -> Hit {
    Hit { key: key.to_owned(), label: vocabulary::label(list, key, cx.lang).to_owned(), note: String::new() }
}

/// The steps of a scale.
pub(super) fn of_scale(list: &str, min: i64, max: i64, cx: &Context) -> Vec<Hit> {
    let step = |number: i64| {
        let key = number.to_string();
        let entry = vocabulary::entry(list, &key);
        let label = entry.map_or_else(|| key.clone(), |entry| format!("{key} – {}", entry.label(cx.lang)));
        let note = entry.map_or("", |entry| beyond(entry.label(cx.lang), entry.long(cx.lang)));
        Hit { note: note.to_owned(), key, label }
    };
    (min..=max).map(step).collect()
}

/// Those that answer the query, the best first, and how many there are in all.
pub(super) fn find(values: &[Hit], typed: &str) -> (Vec<Hit>, usize) {
    let query = Query::new(typed);
    if query.is_empty() {
        return (values.to_vec(), values.len());
    }
    let index = Index::build(values.len(), |place, entry| {
        if let Some(hit) = values.get(place) {
            entry.name(&hit.label).short(1, &hit.note);
        }
    });
    let found = crate::search::find(&index, &query, ALL_KINDS, values.len());
    (found.into_iter().filter_map(|hit| values.get(hit.doc).cloned()).collect(), values.len())
}
