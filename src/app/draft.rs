//! What is typed into a form or into the minutes is kept beside the state, so that a crash loses nothing.

use super::inquiry::{self, Conversation};
use super::minutes::{Half, Minutes, half::Kept};
use super::{Context, Effect, Model, Overlay, form};
use serde::{Deserialize, Serialize};

/// Forms alone are kept as their own draft; with a line of the minutes or of a conversation below them, as all of it.
#[derive(Serialize, Deserialize)]
struct Both {
    minutes: Option<Kept>,
    #[serde(default)]
    talk: Option<inquiry::conversation::half::Kept>,
    forms: Option<String>,
}

/// The effect that keeps what is typed now, or drops what was kept; nothing when it is kept already.
pub(super) fn effect(model: &mut Model) -> Option<Effect> {
    let draft = of(model);
    if draft == model.drafted {
        return None;
    }
    model.drafted.clone_from(&draft);
    Some(draft.map_or(Effect::DropDraft, Effect::Draft))
}

fn of(model: &Model) -> Option<String> {
    let forms = form::draft::of(&model.overlays).or_else(|| model.shelved.clone());
    let typed = model.overlays.iter().find_map(|layer| match layer {
        Overlay::Minutes(minutes) => minutes.half(),
        _ => None,
    });
    let minutes = typed.as_ref().or(model.half_typed.as_ref()).and_then(Half::kept);
    let said = model.overlays.iter().find_map(|layer| match layer {
        Overlay::Conversation(held) => held.half(),
        _ => None,
    });
    let talk = said.as_ref().or(model.half_said.as_ref()).and_then(inquiry::Half::kept);
    if minutes.is_none() && talk.is_none() {
        return forms;
    }
    serde_json::to_string(&Both { minutes, talk, forms }).ok()
}

/// The layers that were open when this was kept, the lowest first; none for a text that is no draft.
pub(super) fn restore(text: &str, cx: &Context) -> Vec<Overlay> {
    let Ok(both) = serde_json::from_str::<Both>(text) else { return form::draft::restore(text, cx) };
    let half = both.minutes.as_ref().and_then(Half::restored);
    let minutes = half.map(|half| Overlay::Minutes(Box::new(Minutes::resumed(&half, cx))));
    let half = both.talk.as_ref().and_then(inquiry::Half::restored);
    let talk = half.map(|half| Overlay::Conversation(Box::new(Conversation::resumed(&half, cx))));
    let forms = both.forms.map(|forms| form::draft::restore(&forms, cx));
    minutes.into_iter().chain(talk).chain(forms.into_iter().flatten()).collect()
}
