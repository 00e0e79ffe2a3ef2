//! A set of documents, a bit for each. Knows numbers only.

/// Which documents of an index are in the set.
#[derive(Debug, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// These, of so many in all.
    pub(super) fn of(docs: impl Iterator<Item = u32>, count: usize) -> Self {
        let mut bits = Self::default();
        bits.clear(count);
        docs.for_each(|doc| bits.add(doc));
        bits
    }

    /// None any more, of so many in all.
    pub(super) fn clear(&mut self, count: usize) {
        self.0.clear();
        self.0.resize(count.div_ceil(64), 0);
    }

    /// This one is in it now; one that is beyond all of them never is.
    #[inline]
    pub(super) fn add(&mut self, doc: u32) {
        if let Some(word) = self.0.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
    }

    /// Whether this one is in it.
    #[inline]
    pub(super) fn has(&self, doc: u32) -> bool {
        self.0.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    /// Takes this one out; whether it was in.
    pub(super) fn take(&mut self, doc: u32) -> bool {
        let was = self.has(doc);
        if let Some(word) = self.0.get_mut(doc as usize / 64) {
            *word &= !(1 << (doc % 64));
        }
        was
    }
}
