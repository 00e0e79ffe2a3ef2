//! Random numbers from a seed that is printed.
#![allow(clippy::print_stdout, clippy::expect_used, clippy::indexing_slicing, reason = "a trial says its seed")]

/// Random numbers from a seed (splitmix64, Steele et al. 2014).
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("fits")
    }

    pub fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// The seed of a random test: `RUNDE_SEED`, or always the same.
pub fn seed() -> u64 {
    let seed = std::env::var("RUNDE_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(20_261_123);
    println!("RUNDE_SEED={seed}");
    seed
}
