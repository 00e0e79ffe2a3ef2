//! A 128-bit fingerprint of content, fast and the same on every machine. It tells changes made by accident or by
//! other programs; it does not withstand somebody who wants two contents to look alike. Must not know files.
//!
//! Two lanes of multiply-and-fold (the product of two 64-bit words, its halves combined), each over every 16 bytes
//! with the words' roles exchanged. The result is part of backup names and of the state folder's name: never change it.

use std::fmt;

/// The fingerprint of some content.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(u128);

impl Digest {
    /// The fingerprint of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = Hasher::new();
        hasher.update(bytes);
        hasher.finish()
    }

    /// Reads what `Display` wrote: 32 hexadecimal digits.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let plain = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
        plain.then(|| u128::from_str_radix(text, 16).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// Takes content in pieces of any size.
pub(super) struct Hasher {
    lanes: (u64, u64),
    length: u64,
    rest: [u8; 16],
    filled: usize,
}

const KEYS: (u64, u64) = (0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344); // the first digits of π
const SEEDS: (u64, u64) = (0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89);

impl Hasher {
    pub(super) fn new() -> Self {
        Self { lanes: SEEDS, length: 0, rest: [0; 16], filled: 0 }
    }

    pub(super) fn update(&mut self, mut bytes: &[u8]) {
        self.length += bytes.len() as u64;
        if self.filled > 0 {
            let (head, tail) = bytes.split_at(bytes.len().min(16 - self.filled));
            self.keep(head);
            bytes = tail;
            if self.filled < 16 {
                return;
            }
            self.lanes = mix(self.lanes, &self.rest);
            self.filled = 0;
        }
        let (blocks, rest) = bytes.as_chunks::<16>();
        self.lanes = blocks.iter().fold(self.lanes, mix);
        self.keep(rest);
    }

    pub(super) fn finish(mut self) -> Digest {
        if self.filled > 0 {
            self.rest.iter_mut().skip(self.filled).for_each(|byte| *byte = 0);
            self.lanes = mix(self.lanes, &self.rest);
        }
        let (a, b) = mix(self.lanes, &u128::from(self.length).to_le_bytes());
        Digest(u128::from(fold(a ^ SEEDS.1, b ^ KEYS.0)) << 64 | u128::from(fold(b ^ SEEDS.0, a ^ KEYS.1)))
    }

    fn keep(&mut self, bytes: &[u8]) {
        self.rest.iter_mut().skip(self.filled).zip(bytes).for_each(|(to, from)| *to = *from);
        self.filled += bytes.len();
    }
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the halves of a 128-bit word are meant")]
fn mix((a, b): (u64, u64), block: &[u8; 16]) -> (u64, u64) {
    let word = u128::from_le_bytes(*block);
    let (x, y) = (word as u64, (word >> 64) as u64);
    // the old lane is added again, so that a product of zero does not wipe out what came before
    (fold(x ^ KEYS.0, y ^ a).wrapping_add(a.rotate_left(23)), fold(y ^ KEYS.1, x ^ b).wrapping_add(b.rotate_left(41)))
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the halves of a 128-bit product are meant")]
fn fold(x: u64, y: u64) -> u64 {
    let product = u128::from(x) * u128::from(y);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn pieces_of_any_size_give_the_same() {
        let bytes: Vec<u8> = (0..1_000u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        for piece in [1, 2, 7, 15, 16, 17, 31, 64, 1_000, 4_000] {
            let mut hasher = Hasher::new();
            bytes.chunks(piece).for_each(|chunk| hasher.update(chunk));
            assert_eq!(hasher.finish(), Digest::of(&bytes), "pieces of {piece}");
        }
    }

    #[test]
    fn every_bit_counts() {
        let text = b"{ \"format\": \"runde\", \"version\": 1, \"actors\": [] }".repeat(3);
        let mut seen = HashSet::from([Digest::of(&text)]);
        for at in 0..text.len() * 8 {
            let mut other = text.clone();
            other[at / 8] ^= 1 << (at % 8);
            assert!(seen.insert(Digest::of(&other)), "bit {at} was not seen");
        }
    }

    #[test]
    fn zeros_of_different_length_differ() {
        let seen: HashSet<_> = (0..200).map(|n| Digest::of(&vec![0; n])).collect();
        assert_eq!(seen.len(), 200);
    }

    #[test]
    fn about_half_of_the_bits_change() {
        let (mut flipped, rounds) = (0, 4_000u32);
        for n in 0..rounds {
            let (a, b) = (n.to_le_bytes().repeat(9), (n ^ 1 << (n % 32)).to_le_bytes().repeat(9));
            flipped += (Digest::of(&a).0 ^ Digest::of(&b).0).count_ones();
        }
        let mean = f64::from(flipped) / f64::from(rounds);
        assert!((62.0..66.0).contains(&mean), "{mean} of 128 bits on average");
    }

    #[test]
    fn it_is_written_and_read() {
        let digest = Digest::of(b"runde");
        assert_eq!(Digest::from_hex(&digest.to_string()), Some(digest));
        assert_eq!(Digest::from_hex("+0000000000000000000000000000000"), None);
        assert_eq!(Digest::from_hex("00"), None);
    }
}
