//! The two languages of the screen. Knows nothing of the rest of the house.

/// A language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// German.
    De,
    /// English, also for every language we do not speak.
    #[default]
    En,
}
