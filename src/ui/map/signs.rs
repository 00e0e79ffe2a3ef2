//! How nodes look: a sign by kind that needs no colour, filled when large, and a colour by group where colours are shown.

use crate::analysis::map::Node;
use crate::analysis::map::difference::Mark;
use crate::landscape::{Kind, vocabulary};
use crate::ui::theme::Theme;
use ratatui::style::Style;

/// From so many members on a network is large; an actor from so many networks on.
const LARGE: (usize, usize) = (8, 5);

/// Networks, committees, actors, each small and large.
pub(super) const SIGNS: [[&str; 2]; 3] = [["○", "●"], ["◇", "◆"], ["▫", "▪"]];

/// The sign of what is new or gone; none of what is in both states.
pub(super) fn changed(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Same => None,
        Mark::New => Some("+"),
        Mark::Gone => Some("−"),
    }
}

/// The sign of a node.
pub(super) fn sign(node: &Node) -> &'static str {
    let kind = match node.kind {
        Kind::Network if node.committee => 1,
        Kind::Network => 0,
        _ => 2,
    };
    let large = node.weight >= if node.kind == Kind::Network { LARGE.0 } else { LARGE.1 };
    SIGNS.get(kind).and_then(|signs| signs.get(usize::from(large))).copied().unwrap_or("?")
}

/// The style of a node: its group's colour, if the theme has any.
pub(super) fn style(node: &Node, theme: &Theme) -> Style {
    let list = if node.kind == Kind::Network { "theme" } else { "sector" };
    let place = vocabulary::values(list).iter().position(|entry| entry.key == node.group);
    match place.and_then(|place| theme.groups.iter().cycle().nth(place)) {
        Some(colour) => theme.plain.fg(*colour),
        None => theme.plain,
    }
}
