//! The screens of the guiding questions: the matrix, pages to read (profile sheet, interview guide), whom to ask next, and
//! the conversation being held. What is known is the matter of `guide`; here it is walked through and answered.
//!
//! ```text
//!  Q matrix ── Enter ─► aim (the field, or a new piece of evidence)      P page ─ sheet of a network
//!     └─ m ─► hand (set by hand, with a reason)                               └─ guide for a person ─┐
//!  p informants ── i ─► page ── M ─────────────────────────────► conversation (each line a statement) ◄┘
//! ```

mod aim;
pub mod conversation;
mod hand;
mod informants;
pub mod matrix;
pub mod page;
mod rows;
mod sheet;
mod themes;

use super::action::OnInquiry;
use super::board::Board;
use super::update::body_shown;
use super::{Effect, Message, Model, Overlay};
use crate::i18n::fill;
use crate::landscape::{Id, Kind};
pub use conversation::{Conversation, half::Half};
pub use matrix::Matrix;
pub use page::Page;
pub use rows::{Cell, Line};

/// Opens one of the screens from the panes or the card.
pub(super) fn open(model: &mut Model, what: OnInquiry) -> Vec<Effect> {
    let (network, actor) = (body_shown(model), actor_shown(model));
    let cx = model.context();
    let layer = match (what, network, actor) {
        (OnInquiry::Matrix, network, _) => Overlay::Inquiry(Box::new(Matrix::new(network.as_ref(), &cx))),
        (OnInquiry::Informants, ..) => {
            Overlay::Board(Box::new(Board::new(Box::new(informants::Informants::default()), &cx)))
        }
        (OnInquiry::Sheet, Some(network), _) => Overlay::Page(Box::new(Page::sheet(&network, &cx))),
        (OnInquiry::Sheet | OnInquiry::Guide, _, Some(actor)) => Overlay::Page(Box::new(Page::guide(&actor, &cx))),
        (OnInquiry::Hold, _, Some(actor)) => match Conversation::with(Some(&actor), &cx) {
            Some(held) => Overlay::Conversation(Box::new(held)),
            None => {
                model.message = Some(Message::trouble(model.texts().form.no_random));
                return Vec::new();
            }
        },
        _ => return Vec::new(),
    };
    super::update::open_above(model, layer);
    Vec::new()
}

/// Why a screen cannot be opened from here; nothing when it can.
pub(super) fn refusal(model: &Model, what: OnInquiry) -> Option<String> {
    let texts = &model.texts().inquiry;
    match what {
        OnInquiry::Sheet if body_shown(model).is_none() && actor_shown(model).is_none() => Some(texts.no_network),
        OnInquiry::Guide | OnInquiry::Hold if actor_shown(model).is_none() => Some(texts.no_actor),
        _ => None,
    }
    .map(|reason| fill(reason, &[]))
}

/// The actor that is shown.
pub(super) fn actor_shown(model: &Model) -> Option<Id> {
    model.shown().filter(|(kind, _)| *kind == Kind::Actor).map(|(_, record)| record.id.clone())
}
