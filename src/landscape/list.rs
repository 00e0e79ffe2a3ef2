//! A list inside a record, in as few bytes as a boxed one. Knows nothing of what it holds.

use std::fmt;
use std::ops::Deref;

/// Things in an order: a record's own, or lent from the program, where those of the built-in landscape lie.
#[derive(Clone)]
pub enum List<T: 'static> {
    /// In memory of its own.
    Own(Box<[T]>),
    /// In the program itself.
    Lent(&'static &'static [T]),
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            List::Own(own) => own,
            List::Lent(lent) => lent,
        }
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List::Own(Box::default())
    }
}

impl<T: Clone> List<T> {
    /// Changes the list; one that is lent becomes the record's own.
    pub fn change(&mut self, change: impl FnOnce(&mut Vec<T>)) {
        let mut all = match std::mem::take(self) {
            List::Own(own) => own.into_vec(),
            List::Lent(lent) => lent.to_vec(),
        };
        change(&mut all);
        *self = all.into();
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(all: Vec<T>) -> Self {
        List::Own(all.into())
    }
}

impl<T, const N: usize> From<[T; N]> for List<T> {
    fn from(all: [T; N]) -> Self {
        List::Own(all.into())
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        List::Own(all.into_iter().collect())
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for List<T> {}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::Value;

    #[test]
    fn a_lent_list_is_left_as_it_is_by_changes() {
        static LENT: &[u8] = &[1, 2];
        let mut list = List::Lent(&LENT);
        list.change(|all| all.insert(1, 7));
        assert_eq!((&*list, LENT), (&[1, 7, 2][..], &[1, 2][..]));
        assert_ne!(list, List::Lent(&LENT));
        assert_eq!(List::from([1, 2]), List::Lent(&LENT));
    }

    #[test]
    fn it_takes_two_words_and_a_value_three() {
        assert_eq!((size_of::<List<u8>>(), size_of::<Value>()), (16, 24));
    }
}
