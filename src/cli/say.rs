//! Values as people read them: the words are those of `exchange::say`, for all who write them.

pub(super) use crate::exchange::say::Reader;
