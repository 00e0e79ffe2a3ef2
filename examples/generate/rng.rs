//! Chance that is the same every time: `SplitMix64` (Steele, Lea, Flood 2014), seeded by a number or by words.

/// A stream of numbers that depends on nothing but its seed.
pub(crate) struct Rng(u64);

impl Rng {
    /// A stream from a number.
    pub(crate) fn new(seed: u64) -> Self {
        Rng(seed)
    }

    /// A stream from words, so that one record's chance does not hang on how many come before it.
    pub(crate) fn of(words: &[&str]) -> Self {
        Rng(words.iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| fnv(hash, word)))
    }

    /// The next 64 bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end` (0 for 0); the bias at these sizes is far below what anyone could see.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.bits().checked_rem(end).unwrap_or(0)
    }

    /// A place in a list of this length.
    pub(crate) fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }

    /// True in `percent` of all cases.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of a list.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> Option<&'a T> {
        list.get(self.place(list.len())).copied()
    }

    /// A list in another order (Fisher–Yates).
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.place(last + 1));
        }
    }
}

/// FNV-1a over a word and a separator.
fn fnv(hash: u64, word: &str) -> u64 {
    word.bytes().chain([0xff]).fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
