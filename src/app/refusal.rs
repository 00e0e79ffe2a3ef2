//! Why an action cannot be done now. An action that is refused stays visible, dim, with its reason.

use super::card::Follow;
use super::model::ReadOnly;
use super::prompt::Ask;
use super::{Action, Model};
use crate::landscape::Kind;

/// The reason why an action is refused here; nothing when it can be done.
#[must_use]
pub fn refusal(model: &Model, action: &Action) -> Option<String> {
    let texts = &model.texts().house;
    let reason = |refused: bool, reason: &'static str| refused.then(|| reason.to_owned());
    if changes(action)
        && let Some(why) = read_only(model)
    {
        return Some(why.to_owned());
    }
    match action {
        Action::WriteBack => reason(model.file.read_only != Some(ReadOnly::Backup), texts.saved_already),
        Action::Reload => reason(model.file.loading.is_some(), texts.still_loading),
        Action::Undo => reason(model.data.history().is_empty(), texts.nothing_to_undo),
        Action::Redo => reason(model.data.history().next().is_none(), texts.nothing_to_redo),
        Action::Back => reason(model.trail.is_empty() && !model.focus.on_card(), texts.nowhere_back),
        Action::Edit
        | Action::Notes
        | Action::CopyLine
        | Action::CopyRecord
        | Action::Attach
        | Action::AttachOther
        | Action::Add(_) => reason(model.card.of.is_none(), texts.nothing_selected),
        Action::Delete => reason(
            model.card.of.as_ref().is_none_or(|(kind, _)| *kind == Kind::Landscape && !on_part(model)),
            texts.nothing_selected,
        ),
        Action::HoldMeeting => {
            let held = |kind| matches!(kind, Kind::Network | Kind::Rhythm | Kind::Meeting | Kind::Actor);
            let refused = !model.card.of.as_ref().is_some_and(|(kind, _)| held(*kind));
            refused.then(|| model.texts().minutes.no_meeting.to_owned())
        }
        Action::Inquiry(what) => super::inquiry::refusal(model, *what),
        Action::MoveUp | Action::MoveDown => reason(!on_part(model), texts.no_list_here),
        Action::FindDate => reason(super::update::body_shown(model).is_none(), model.texts().calendar.no_network),
        Action::OpenWeb => {
            let address = |follow: &Follow| matches!(follow, Follow::Web(_) | Follow::Mail(_));
            let any = model.card.card.rows.iter().any(|row| row.follow.as_ref().is_some_and(address));
            reason(!any, texts.no_address)
        }
        _ => None,
    }
}

/// Why nothing can be changed; nothing when it can.
pub(super) fn read_only(model: &Model) -> Option<&'static str> {
    let texts = &model.texts().house;
    Some(match model.file.read_only.as_ref()? {
        ReadOnly::Newer(_) => texts.read_only_newer,
        ReadOnly::Protected => texts.read_only_protected,
        ReadOnly::Loading => texts.still_loading,
        ReadOnly::Unreadable => texts.read_only_unreadable,
        ReadOnly::Backup => texts.read_only_backup,
    })
}

fn on_part(model: &Model) -> bool {
    let at = model.card.line().and_then(|row| row.at.as_ref());
    model.focus.on_card() && at.is_some_and(|at| matches!(at.field, Some((_, Some(_)))))
}

/// Does the action change data?
fn changes(action: &Action) -> bool {
    matches!(
        action,
        Action::New
            | Action::Edit
            | Action::Notes
            | Action::Attach
            | Action::AttachOther
            | Action::Add(_)
            | Action::Relate
            | Action::NewRhythm
            | Action::Evidence
            | Action::Meeting
            | Action::Delete
            | Action::Undo
            | Action::Redo
            | Action::MoveUp
            | Action::MoveDown
            | Action::AskCalendar(Ask::ImportCalendar)
            | Action::CalendarFile(Ask::ImportCalendar, _)
            | Action::TakeOver
            | Action::Judge(_)
            | Action::Unite
    )
}
