//! Putting short lists in order: one routine for all of them. The sort of the standard library is compiled anew for each
//! type and each order, some 7 kB a time; what is sorted now and then shares one that moves numbers. Equal items keep
//! their order.

use std::cmp::Ordering;

/// Lists that are put in order now and then. What is sorted at each key, or is long, uses the standard library's sorts.
pub trait Arrange<T> {
    /// Puts the items in this order.
    fn arrange_by(&mut self, order: impl FnMut(&T, &T) -> Ordering);

    /// Puts the items in the order of their keys, each of which is made once.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, mut order: impl FnMut(&T, &T) -> Ordering) {
        let places = arranged(self.len(), &mut |a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => order(a, b),
            _ => Ordering::Equal,
        });
        follow(self.len(), places, &mut |a, b| self.swap(a, b));
    }

    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let places = arranged(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)));
        follow(self.len(), places, &mut |a, b| self.swap(a, b));
    }
}

/// For each place of a list which item belongs there.
fn arranged(count: usize, order: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| order(*a, *b));
    places
}

/// Brings each item to its place: along each cycle, the item that belongs at a place is exchanged with the one there.
fn follow(count: usize, mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..count {
        let mut at = start;
        while let Some(from) = places.get_mut(at).map(|place| std::mem::replace(place, at)) {
            if from == start || from == at {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn arranges_as_the_standard_library_sorts(items in prop::collection::vec((0u8..9, any::<u16>()), 0..300)) {
            let (mut by, mut by_key, mut wanted) = (items.clone(), items.clone(), items);
            wanted.sort_by_key(|item| std::cmp::Reverse(item.0));
            by.arrange_by(|a, b| b.0.cmp(&a.0));
            by_key.arrange_by_key(|item| std::cmp::Reverse(item.0));
            prop_assert_eq!(&by, &wanted);
            prop_assert_eq!(&by_key, &wanted);
        }
    }
}
