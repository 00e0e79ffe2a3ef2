//! A 64-bit set of the letters of a key: a key that lacks a letter of the word is ruled out without being read.
//!
//! Knows bytes only. Letters and digits of ASCII have a bit each, all other bytes share the rest.

/// Bit number of every byte value.
const BITS: [u8; 256] = bits();

#[expect(clippy::indexing_slicing, reason = "256 entries, counted with a byte")]
const fn bits() -> [u8; 256] {
    let mut table = [0_u8; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => 26 + byte - b'0',
            _ => 36 + byte % 28,
        };
        if byte == u8::MAX {
            return table;
        }
        byte += 1;
    }
}

/// The set of one letter.
#[expect(clippy::indexing_slicing, reason = "256 entries, indexed by a byte")]
#[inline]
pub(super) fn letter(byte: u8) -> u64 {
    1 << BITS[usize::from(byte)]
}

/// The set of all letters of a folded text.
#[inline]
pub(super) fn letters(text: &[u8]) -> u64 {
    text.iter().fold(0, |set, byte| set | letter(*byte))
}

/// Whether a set has all letters that are needed but `lacking`.
#[inline]
pub(super) fn has(set: u64, need: u64, lacking: u32) -> bool {
    let missing = need & !set;
    let but_one = |set: u64| set & set.wrapping_sub(1);
    match lacking {
        0 => missing == 0,
        1 => but_one(missing) == 0,
        2 => but_one(but_one(missing)) == 0,
        _ => missing.count_ones() <= lacking,
    }
}

/// So many sets are asked together.
pub(super) const TOGETHER: usize = u64::BITS as usize;

/// Which of these sets, [`TOGETHER`] at most, have all letters that are needed but `lacking`: a bit for each. There is no
/// branch, since no processor can guess it.
#[inline]
pub(super) fn passing(sets: impl Iterator<Item = u64>, need: u64, lacking: u32) -> u64 {
    sets.zip(0..u64::BITS).fold(0, |bits, (set, at)| bits | u64::from(has(set, need, lacking)) << at)
}

/// Whether a byte belongs to a word (letters, digits, everything beyond ASCII).
#[inline]
pub(super) const fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_letters_and_no_other() {
        let set = letters(b"jugendamt 78");
        assert_eq!(set & letters(b"jugend"), letters(b"jugend"));
        assert_ne!(set & letters(b"schule"), letters(b"schule"));
        assert_ne!(letter(b'7'), letter(b'8'));
    }

    #[test]
    fn many_sets_are_asked_as_one_is() {
        let sets: Vec<u64> = (0..TOGETHER).map(|n| letters(format!("jugend {n} {}", n * n).as_bytes())).collect();
        for (word, lacking) in [("j", 0), ("ju7", 0), ("ju7", 1), ("0123", 2), ("gz8", 1), ("", 0)] {
            let need = letters(word.as_bytes());
            for count in [0, 1, 63, TOGETHER] {
                let bits = passing(sets.iter().copied().take(count), need, lacking);
                let wanted = |at: usize| at < count && has(sets[at], need, lacking);
                assert!((0..TOGETHER).all(|at| (bits >> at & 1 == 1) == wanted(at)), "{word} in {count}");
            }
        }
    }
}
