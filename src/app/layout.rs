//! Where things stand on the screen, by its size. The same numbers tell the drawing where to draw and the lists how far
//! a page is. Knows no widgets.
//!
//! ```text
//!  wide ≥ 100          normal 60–99        narrow < 60
//!  ┌ list ┐┌ card ┐    ┌ list ┐┌ card ┐    ┌ list, or card ┐      short < 15 rows: no borders
//!  ├ list ┤│      │    └──────┘└──────┘    └───────────────┘      below 20 × 6: a notice
//!  ├ list ┤│      │     status · hints      status · hints
//!  └──────┘└──────┘
//!   status · hints
//! ```

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Column of the left edge.
    pub x: u16,
    /// Row of the upper edge.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// How much fits side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Three lists and the card.
    Wide,
    /// One list and the card.
    Normal,
    /// One panel at a time.
    Narrow,
    /// Nothing but a notice.
    Tiny,
}

/// Where everything stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How much fits.
    pub class: Class,
    /// Panels have borders.
    pub borders: bool,
    /// The three lists; those not shown are empty areas.
    pub panes: [Area; 3],
    /// The card; empty when not shown.
    pub card: Area,
    /// The status line.
    pub status: Area,
    /// The hint bar.
    pub hints: Area,
}

/// What has the focus in the panes' screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// A list, 0 to 2.
    Pane(usize),
    /// The card, entered from this list.
    Card(usize),
}

impl Focus {
    /// The list that has the focus, or had it before the card.
    #[must_use]
    pub fn pane(self) -> usize {
        match self {
            Focus::Pane(pane) | Focus::Card(pane) => pane.min(2),
        }
    }

    /// Is it the card's?
    #[must_use]
    pub fn on_card(self) -> bool {
        matches!(self, Focus::Card(_))
    }
}

impl Layout {
    /// The layout of a screen of this size.
    #[must_use]
    pub fn of((width, height): (u16, u16), focus: Focus) -> Layout {
        let class = match (width, height) {
            (..20, _) | (_, ..6) => Class::Tiny,
            (100.., 24..) => Class::Wide,
            (60.., _) => Class::Normal,
            _ => Class::Narrow,
        };
        let body = Area { x: 0, y: 0, width, height: height.saturating_sub(2) };
        let line = |up: u16| Area { x: 0, y: height.saturating_sub(up), width, height: 1 };
        let mut layout = Layout {
            class,
            borders: height >= 15,
            panes: [Area::default(); 3],
            card: Area::default(),
            status: line(2),
            hints: line(1),
        };
        match class {
            Class::Tiny => {}
            Class::Wide => layout.wide(body, focus.pane()),
            Class::Normal => layout.normal(body, focus.pane()),
            Class::Narrow if focus.on_card() => layout.card = body,
            Class::Narrow => layout.set_pane(focus.pane(), body),
        }
        layout
    }

    fn set_pane(&mut self, pane: usize, area: Area) {
        if let Some(place) = self.panes.get_mut(pane) {
            *place = area;
        }
    }

    /// The focused list gets half of the height, the others share the rest.
    fn wide(&mut self, body: Area, focused: usize) {
        let width = (body.width * 2 / 5).clamp(40, 64);
        let half = (body.height / 2).max(8);
        let rest = body.height - half;
        let mut others = [rest / 2, rest - rest / 2].into_iter();
        let mut y = 0;
        for pane in 0..3 {
            let height = if pane == focused { half } else { others.next().unwrap_or(0) };
            self.set_pane(pane, Area { x: 0, y, width, height });
            y += height;
        }
        self.card = Area { x: width, y: 0, width: body.width - width, height: body.height };
    }

    fn normal(&mut self, body: Area, focused: usize) {
        let width = (body.width * 2 / 5).max(28);
        self.set_pane(focused, Area { width, ..body });
        self.card = Area { x: width, y: 0, width: body.width - width, height: body.height };
    }

    /// The part of a panel that holds rows.
    #[must_use]
    pub fn inside(&self, panel: Area) -> Area {
        if self.borders {
            Area {
                x: panel.x + 1,
                y: panel.y + 1,
                width: panel.width.saturating_sub(2),
                height: panel.height.saturating_sub(2),
            }
        } else {
            Area { y: panel.y + 1, height: panel.height.saturating_sub(1), ..panel }
        }
    }

    /// How many rows a list shows; what is not shown could show a screenful.
    #[must_use]
    pub fn rows(&self, pane: usize) -> usize {
        let area = self.panes.get(pane).copied().unwrap_or_default();
        let area = if area.height == 0 { Area { height: self.status.y, ..area } } else { area };
        usize::from(self.inside(area).height).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_fill_the_screen_and_never_leave_it() {
        for width in 20..220 {
            for height in 6..80 {
                for focus in [Focus::Pane(0), Focus::Pane(1), Focus::Pane(2), Focus::Card(1)] {
                    let layout = Layout::of((width, height), focus);
                    let areas: Vec<Area> =
                        layout.panes.into_iter().chain([layout.card, layout.status, layout.hints]).collect();
                    let cells: u32 = areas.iter().map(|a| u32::from(a.width) * u32::from(a.height)).sum();
                    assert_eq!(cells, u32::from(width) * u32::from(height), "{width}×{height} {focus:?}");
                    assert!(areas.iter().all(|a| a.x + a.width <= width && a.y + a.height <= height));
                }
            }
        }
    }

    #[test]
    fn the_focused_list_has_the_room() {
        let layout = Layout::of((120, 40), Focus::Pane(1));
        assert!(layout.rows(1) > layout.rows(0) && layout.rows(1) > layout.rows(2));
        assert_eq!(Layout::of((80, 24), Focus::Pane(2)).panes[0], Area::default());
        assert_eq!(Layout::of((19, 30), Focus::Pane(0)).class, Class::Tiny);
    }
}
