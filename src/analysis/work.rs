//! Work that goes on elsewhere: how far it is, and whether it is still wanted. Knows not what is done.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Work that goes on elsewhere: how far it is, and whether it is still wanted.
#[derive(Clone, Debug)]
pub struct Work {
    off: Arc<AtomicBool>,
    percent: Arc<AtomicUsize>,
    /// From which percent to which this part of it leads.
    span: (usize, usize),
}

impl Default for Work {
    fn default() -> Self {
        Work { off: Arc::default(), percent: Arc::default(), span: (0, 100) }
    }
}

/// The same piece of work.
impl PartialEq for Work {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.off, &other.off)
    }
}

impl Eq for Work {}

impl Work {
    /// A part of the same work, which leads from one percent of this to another.
    #[must_use]
    pub fn part(&self, from: usize, to: usize) -> Work {
        Work { span: (self.along(from, 100), self.along(to, 100)), ..self.clone() }
    }

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

    /// It is so far.
    pub fn at(&self, done: usize, of: usize) {
        self.percent.store(self.along(done, of), Ordering::Relaxed);
    }

    /// It is so far; nothing when it was called off.
    #[must_use]
    pub fn step(&self, done: usize, of: usize) -> Option<()> {
        self.at(done, of);
        (!self.called_off()).then_some(())
    }

    fn along(&self, done: usize, of: usize) -> usize {
        let (from, to) = self.span;
        from + done * (to - from) / of.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_moves_the_whole_within_its_span_and_is_called_off_with_it() {
        let work = Work::default();
        let part = work.part(40, 80).part(50, 100);
        part.at(1, 2);
        assert_eq!((work.percent(), part == work, work == Work::default()), (70, true, false));
        work.call_off();
        assert!(part.step(1, 1).is_none() && work.percent() == 80);
    }
}
