//! The lists and the card as they were drawn last. While one types into a layer they stay as they are, and copying them
//! takes a fraction of the time that drawing takes.

use super::house;
use super::theme::Theme;
use crate::app::Model;
use crate::app::model::ThemeName;
use crate::i18n::Lang;
use jiff::civil::DateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What was drawn last below a layer.
#[derive(Default)]
pub struct Below(Option<(Of, Buffer)>);

/// What it was drawn from.
#[derive(PartialEq, Eq)]
struct Of {
    /// What has changed the lists and the card until then.
    below: u64,
    /// The minute: rows say when one meets next.
    minute: Option<DateTime>,
    area: Rect,
    look: (Lang, ThemeName, bool),
}

impl Of {
    fn now(model: &Model, colour: bool, area: Rect) -> Self {
        let minute = model.now.with().second(0).subsec_nanosecond(0).build().ok();
        let look = (model.settings.lang, model.settings.theme, colour);
        Of { below: model.below, minute, area, look }
    }
}

impl Below {
    /// Draws the lists and the card. Where a layer covers them, the cursor is not theirs.
    pub(super) fn draw(&mut self, model: &Model, colour: bool, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
        if model.overlays.is_empty() {
            self.0 = None;
            return house::draw(model, theme, buf);
        }
        let of = Of::now(model, colour, buf.area);
        match &self.0 {
            Some((drawn, kept)) if *drawn == of => buf.content.clone_from(&kept.content),
            _ => {
                house::draw(model, theme, buf);
                self.0 = Some((of, buf.clone()));
            }
        }
        None
    }
}
