//! Texts that lie in the program. Knows nothing of what they say.

use smol_str::SmolStr;

/// A text that lies in the program: where it lies, or inside the value when there is room, as for every other text.
#[must_use]
pub const fn lent(text: &'static str) -> SmolStr {
    const INSIDE: usize = 23;
    if text.len() <= INSIDE { SmolStr::new_inline(text) } else { SmolStr::new_static(text) }
}
