//! Work that goes on elsewhere: how far it is, and whether it is still wanted. Knows not what is done.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Work that goes on elsewhere: how far it is, and whether it is still wanted.
#[derive(Clone, Debug, Default)]
pub struct Work {
    off: Arc<AtomicBool>,
    percent: Arc<AtomicUsize>,
}

impl Work {
    /// It is not wanted any more.
    pub fn call_off(&self) {
        self.off.store(true, Ordering::Relaxed);
    }

    /// Was it called off?
    #[must_use]
    pub fn called_off(&self) -> bool {
        self.off.load(Ordering::Relaxed)
    }

    /// How far it is, in percent.
    #[must_use]
    pub fn percent(&self) -> usize {
        self.percent.load(Ordering::Relaxed)
    }

    pub(in crate::analysis) fn at(&self, done: usize, of: usize) {
        self.percent.store(done * 100 / of.max(1), Ordering::Relaxed);
    }
}
