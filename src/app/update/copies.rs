//! A conflict copy: what a sync program put beside the file when two machines had changed it. Its records and values come
//! in beside ours, as one step that can be undone; nothing of ours goes. What stands differently in both is asked.

use super::changing;
use crate::app::conflicts::Conflicts;
use crate::app::{Effect, Message, Model, Overlay};
use crate::i18n::fill;
use crate::landscape::{Kind, Record};
use crate::store::{Change, Deed, Edit, Step, Store, diff, merge};
use std::path::Path;
use std::sync::Arc;

/// Asks the edge for the first copy that was found.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    if let Some(path) = model.file.copies.first() {
        return vec![Effect::ReadCopy(path.clone())];
    }
    model.message = Some(Message::hint(model.texts().house.no_copy));
    Vec::new()
}

/// The copy was read: what it has and we do not is taken over.
pub fn take(model: &mut Model, path: &Path, copy: &Store) -> Vec<Effect> {
    let shown = path.display().to_string();
    if copy.is_newer() {
        model.trouble(&fill(model.texts().house.newer_copy, &[&shown]));
        return Vec::new();
    }
    // Without a common state before both, everything is what one of them brought.
    let merged = merge(&Store::default(), model.data.store(), copy);
    let edits = edits(model.data.store(), &merged.store);
    let nothing = edits.is_empty();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let step = Step::new(Deed::Imported, Kind::Landscape.name(), &name);
    let Ok(effects) = changing::apply(model, Change { step, edits }) else { return Vec::new() };
    model.refresh();
    model.file.copies.retain(|copy| copy != path);
    if !merged.conflicts.is_empty() {
        model.overlays.push(Overlay::Conflicts(Box::new(Conflicts::new(merged.conflicts))));
    } else if nothing {
        model.message = Some(Message::hint(fill(model.texts().house.copy_holds_nothing, &[&shown])));
    }
    effects
}

/// From our records to those put together: none goes.
fn edits(ours: &Store, merged: &Store) -> Vec<Edit> {
    let one = |kind: Kind, record: &Arc<Record>| match ours.get(kind, &record.id) {
        Some(before) => diff(kind, before, record),
        None => vec![Edit::Create(kind, record.clone())],
    };
    let many = Kind::MANY.into_iter().flat_map(|kind| merged.all(kind).map(move |record| (kind, record)));
    let all = std::iter::once((Kind::Landscape, merged.landscape())).chain(many);
    all.flat_map(|(kind, record)| one(kind, record)).collect()
}
