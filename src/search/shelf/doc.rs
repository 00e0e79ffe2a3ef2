//! A document on a shelf in parts, by how often they are asked for: what every look at it asks for, four documents to a line
//! of memory; what is asked for where the name does not tell; its letters. A look waits for memory longer than for anything else.

use super::super::rank::Group;
use super::small;
use super::texts::SHORT;

/// Bits of [`Head::size`] for the length of a name, for the kind above it; two more tell of the further keys.
const LENGTH: u32 = 10;
const KIND: u32 = 4;
const _: () = assert!(SHORT < 1 << LENGTH && LENGTH + KIND + 2 == u16::BITS);

/// The best class of the further keys, by those two bits: none, then each group from worse to better.
const BEST: [u8; 4] = [u8::MAX, Group::Long.best(), Group::Short.best(), Group::Alias.best()];

/// What every look asks for.
#[derive(Clone, Copy, Default)]
pub(super) struct Head {
    /// Where words and parts begin in the name.
    pub starts: u64,
    /// Where its name begins.
    pub text: u32,
    size: u16,
    /// The first two bytes of its name, 0 where it has none.
    pub begins: [u8; 2],
}

/// What is asked for when its further keys are looked at, and when it is ranked.
#[derive(Clone, Copy, Default)]
pub(super) struct Doc {
    /// Where its further keys are, and how many.
    pub keys_from: u32,
    pub keys: u16,
    /// The caller's hint.
    pub hint: u16,
}

/// Its letters, as sets, which the shelf keeps in a column each.
#[derive(Clone, Copy, Default)]
pub(super) struct Letters {
    /// Those of the name.
    pub name: u64,
    /// Those of all keys together, the name being one.
    pub wide: u64,
    /// With which the other names begin, by [`beginning`].
    pub aliases: u16,
}

/// The bit of a byte with which another name begins: sixteen for all 256, by the lower half, so that `a` and `q` share one.
#[inline]
pub(super) fn beginning(letter: u8) -> u16 {
    1 << (letter & 15)
}

impl Head {
    /// Of a document whose name will stand there.
    pub(super) fn at(text: usize) -> Self {
        Self { text: small(text), ..Self::default() }
    }

    /// Length of the name in folded bytes.
    #[inline]
    pub(super) fn name_len(self) -> u16 {
        self.size & ((1 << LENGTH) - 1)
    }

    /// Its kind, 0 to 15.
    #[inline]
    pub(super) fn kind(self) -> u8 {
        u8::try_from(self.size >> LENGTH & ((1 << KIND) - 1)).unwrap_or(0)
    }

    /// The best class any further key can reach; the worst of all when there is none.
    #[inline]
    pub(super) fn best(self) -> u8 {
        BEST.get(usize::from(self.size >> (LENGTH + KIND))).copied().unwrap_or(u8::MAX)
    }

    /// Whether there is a further key.
    #[inline]
    pub(super) fn has_keys(self) -> bool {
        self.size >> (LENGTH + KIND) > 0
    }

    /// Has this name, which stands there and is not longer than a short text, with these starts of words and parts.
    pub(super) fn set_name(&mut self, text: usize, name: &[u8], starts: u64) {
        let byte = |at: usize| name.get(at).copied().unwrap_or(0);
        (self.text, self.begins, self.starts) = (small(text), [byte(0), byte(1)], starts);
        self.size = self.size & !((1 << LENGTH) - 1) | u16::try_from(name.len().min(SHORT)).unwrap_or(0);
    }

    /// Is of this kind, 15 at most.
    pub(super) fn set_kind(&mut self, kind: u8) {
        let all = (1 << KIND) - 1;
        self.size = self.size & !(all << LENGTH) | u16::from(kind.min(15)) << LENGTH;
    }

    /// Has a further key of this group.
    pub(super) fn add_key(&mut self, group: Group) {
        let place: u16 = match group {
            Group::Long => 1,
            Group::Short => 2,
            Group::Alias | Group::Name => 3,
        };
        let kept = self.size & ((1 << (LENGTH + KIND)) - 1);
        self.size = kept | (self.size >> (LENGTH + KIND)).max(place) << (LENGTH + KIND);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_kind_and_keys_do_not_touch_each_other() {
        for (kind, name) in [(0, vec![b'a'; SHORT]), (15, vec![b'b'; SHORT]), (9, Vec::new())] {
            let mut head = Head::at(7);
            assert_eq!((head.best(), head.kind(), head.name_len()), (u8::MAX, 0, 0));
            head.set_kind(kind);
            assert!(!head.has_keys());
            head.add_key(Group::Short);
            head.add_key(Group::Long);
            head.set_name(70, &name, 5);
            assert_eq!((head.kind(), usize::from(head.name_len()), head.text), (kind, name.len(), 70));
            head.set_kind(3);
            assert_eq!((head.kind(), usize::from(head.name_len())), (3, name.len()));
            assert_eq!(head.best(), Group::Short.best());
            head.add_key(Group::Alias);
            assert_eq!((head.best(), head.kind()), (Group::Alias.best(), 3));
            assert_eq!(head.begins, [0, 1].map(|at| name.get(at).copied().unwrap_or(0)));
        }
    }
}
