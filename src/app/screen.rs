//! The screens that are boards: which there are, and how each is opened. One line a screen in each list.

use super::board::{Board, Content};
use super::clash_list::ClashList;
use super::embedding_view::EmbeddingView;
use super::evidence_list::EvidenceList;
use super::gap_list::GapList;
use super::governance::Governance;
use super::insight::Insight;
use super::load_list::LoadList;
use super::privacy::PrivacyDue;
use super::responsibility::Responsibility;
use super::tasks::Tasks;
use super::twin_list::TwinList;
use super::upcoming::Upcoming;
use super::{Context, Overlay, grid};

/// A screen of its own that a key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Data protection: who is to be informed, whose time is up.
    PrivacyDue,
    /// Meetings at the same time that expect the same guests.
    Clashes,
    /// Meetings and hours a year.
    Load,
    /// Meetings to come, and past ones.
    Upcoming,
    /// Tasks over all networks.
    Tasks,
    /// Measures: who is well connected.
    Insight,
    /// Conversations, documents, observations; single statements; voices.
    Evidence,
    /// Goals, who has taken on what, what is to become of each body.
    Responsibility,
    /// From loose exchange to binding steering.
    Governance,
    /// Ties to committees, plannings, units.
    Embedding,
    /// What is missing.
    Gaps,
    /// Double structures.
    Twins,
}

/// Opens a screen on the data as they are.
#[must_use]
pub fn open(screen: Screen, cx: &Context) -> Overlay {
    let content: Box<dyn Content> = match screen {
        Screen::PrivacyDue => Box::new(PrivacyDue),
        Screen::Clashes => Box::new(ClashList),
        Screen::Load => Box::new(LoadList),
        Screen::Upcoming => Box::<Upcoming>::default(),
        Screen::Tasks => Box::new(Tasks),
        Screen::Insight => Box::new(Insight::new("")),
        Screen::Evidence => Box::new(EvidenceList),
        Screen::Responsibility => Box::new(Responsibility),
        Screen::Governance => return grid::layer(Box::new(Governance), cx),
        Screen::Embedding => return grid::layer(Box::new(EmbeddingView), cx),
        Screen::Gaps => Box::<GapList>::default(),
        Screen::Twins => Box::<TwinList>::default(),
    };
    Overlay::Board(Box::new(Board::new(content, cx)))
}
