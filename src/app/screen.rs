//! The screens that are boards: which there are, and how each is opened. One line a screen in each list.

use super::board::{Board, Content};
use super::clash_list::ClashList;
use super::gap_list::GapList;
use super::insight::Insight;
use super::load_list::LoadList;
use super::privacy::PrivacyDue;
use super::tasks::Tasks;
use super::{Context, Overlay};

/// A screen of its own that a key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Data protection: who is to be informed, whose time is up.
    PrivacyDue,
    /// Meetings at the same time that expect the same guests.
    Clashes,
    /// Meetings and hours a year.
    Load,
    /// Tasks over all networks.
    Tasks,
    /// Measures: who is well connected.
    Insight,
    /// What is missing.
    Gaps,
}

/// Opens a screen on the data as they are.
#[must_use]
pub fn open(screen: Screen, cx: &Context) -> Overlay {
    let content: Box<dyn Content> = match screen {
        Screen::PrivacyDue => Box::new(PrivacyDue),
        Screen::Clashes => Box::new(ClashList),
        Screen::Load => Box::new(LoadList),
        Screen::Tasks => Box::new(Tasks),
        Screen::Insight => Box::new(Insight::new("")),
        Screen::Gaps => Box::<GapList>::default(),
    };
    Overlay::Board(Box::new(Board::new(content, cx)))
}
