//! The screens of the guiding questions. Parallel to `app::inquiry`.

pub(super) mod conversation;
pub(super) mod matrix;
pub(super) mod page;
mod table;
