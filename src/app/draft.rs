//! What is typed into a form is kept beside the state, so that a crash loses nothing.

use super::{Effect, Model, form};

/// The effect that keeps what is typed now, or drops what was kept; nothing when it is kept already.
pub(super) fn effect(model: &mut Model) -> Option<Effect> {
    let draft = form::draft::of(&model.overlays);
    if draft == model.drafted {
        return None;
    }
    model.drafted.clone_from(&draft);
    Some(draft.map_or(Effect::DropDraft, Effect::Draft))
}
