//! A set of documents, a bit for each. Knows numbers only.

/// Which documents of an index are in the set.
#[derive(Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// These, of so many in all.
    pub(super) fn of(docs: impl Iterator<Item = u32>, count: usize) -> Self {
        let mut bits = Self(vec![0; count.div_ceil(64)]);
        for doc in docs {
            if let Some(word) = bits.0.get_mut(doc as usize / 64) {
                *word |= 1 << (doc % 64);
            }
        }
        bits
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
