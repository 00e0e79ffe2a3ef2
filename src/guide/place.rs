//! Where the answer to a guiding question stands: the field that is made for it. Knows no data.

use crate::landscape::{Field, network, the_landscape};

/// Where an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a field of the record.
    Field(Field),
    /// In a rhythm of the network.
    Rhythm,
    /// In no field: what people say is the answer.
    Voices,
}

/// Where the answer to a question stands, in a network or in the landscape's own record.
#[must_use]
pub fn place(key: &str) -> Place {
    Place::Field(match key {
        "networks_on_theme" => the_landscape::THEMES,
        "portal" => the_landscape::CHANNELS,
        "members" | "coordination" => network::MEMBERS,
        "character" => network::CHARACTER,
        "decisions" => network::DECISION_POWER,
        "activity" => network::ACTIVITY,
        "rhythm" => return Place::Rhythm,
        "between_meetings" => network::BETWEEN_MEETINGS,
        "term" => network::TERM,
        "digital" => network::CHANNELS,
        "embedding" | "planning_ties" => network::EMBEDDING,
        "goals" => network::GOALS,
        "common_ground" => network::COMMON_GROUND,
        _ => return Place::Voices,
    })
}
