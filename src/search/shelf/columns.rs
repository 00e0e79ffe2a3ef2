//! The texts of a shelf in columns: those of the same field side by side, since most fields cannot answer most queries. Long
//! texts come last, so that it is known by then which documents have a word in a short one. Texts nobody has are left behind.

use super::texts::Texts;
use super::{Shelf, keys_of};

/// Who has a text.
#[derive(Clone, Copy)]
struct Seat {
    /// The field that has it, the first of several.
    tag: u8,
    /// The place of its document on the shelf, of the first of several.
    at: usize,
    /// Whether other fields have it as well.
    shared: bool,
}

impl Shelf {
    /// Puts the texts in columns; equal ones that come later are not merged any more.
    pub(super) fn put_in_columns(&mut self) {
        let seats = self.seats();
        let (mut texts, mut moved) = (Texts::with_room_of(&self.texts), vec![0; seats.len()]);
        // One number each, since these are put in order much faster than what they stand for.
        let column = |number: u32, seat: Seat| {
            let text = self.texts.get(number)?;
            Some(u64::from(text.is_long()) << 40 | u64::from(seat.tag) << 32 | u64::from(number))
        };
        let mut order: Vec<u64> = (0..).zip(&seats).filter_map(|(number, seat)| column(number, (*seat)?)).collect();
        order.sort_unstable();
        for number in order.into_iter().filter_map(|place| u32::try_from(place & u64::from(u32::MAX)).ok()) {
            let seat = seats.get(number as usize).copied().flatten();
            if let Some((place, seat)) = moved.get_mut(number as usize).zip(seat) {
                *place = texts.copy(&self.texts, number, seat.at, seat.shared);
            }
        }
        for key in &mut self.keys {
            key.text = moved.get(key.text as usize).copied().unwrap_or(0);
        }
        self.texts = texts;
    }

    /// Who has each text.
    fn seats(&self) -> Vec<Option<Seat>> {
        let mut seats: Vec<Option<Seat>> = vec![None; self.texts.count()];
        for (at, doc) in self.docs.iter().enumerate() {
            for key in keys_of(&self.keys, *doc) {
                match seats.get_mut(key.text as usize) {
                    Some(Some(seat)) => seat.shared = true,
                    Some(free) => *free = Some(Seat { tag: key.tag, at, shared: false }),
                    None => {}
                }
            }
        }
        seats
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Entry;
    use super::super::texts::Text;
    use super::*;

    /// Two fields that many have, one that each has for itself, long texts in between.
    fn fill(n: usize, entry: &mut Entry) {
        entry.name(&format!("N{n}")).short(4, &format!("mail{n}@example.org")).long(5, &format!("note {n}"));
        entry.short(2, ["Netzwerk", "Gremium"][n % 2]).alias(3, &format!("Ab{n}"));
    }

    /// The tags of all texts in their order, having looked that each is whole, and whose it should be.
    fn tags(shelf: &Shelf) -> Vec<u8> {
        let seats = shelf.seats();
        let tag = |(number, seat): (u32, &Option<Seat>)| {
            let (seat, text) = ((*seat)?, shelf.texts.get(number)?);
            assert_eq!(text.is_shared(), seat.shared);
            assert_eq!(shelf.texts.owner(number), (!seat.shared).then(|| u16::try_from(seat.at).unwrap()));
            let here = String::from_utf8_lossy(shelf.texts.bytes(text)).into_owned();
            let wanted = match seat.tag {
                4 => format!("mail{}@example.org", seat.at),
                5 => format!("note {}", seat.at),
                3 => format!("ab{}", seat.at),
                _ => ["netzwerk", "gremium"][seat.at % 2].to_owned(),
            };
            assert_eq!(here, wanted);
            Some(seat.tag)
        };
        let tags = (0..).zip(&seats).filter_map(tag).collect();
        for (joint, some) in shelf.texts.all() {
            assert_eq!(joint, some.iter().fold(0, |joint, text: &Text| joint | text.set));
        }
        tags
    }

    #[test]
    fn texts_of_a_field_lie_side_by_side_and_keep_their_documents() {
        let mut shelf = Shelf::new(None);
        (0..200).for_each(|n| shelf.write(n, |entry| fill(n, entry)));
        let filled = tags(&shelf);
        assert!(!filled.is_sorted(), "document by document");
        shelf.finish();
        let tags_of = |labels, count| [vec![2; labels], vec![3; count], vec![4; count], vec![5; count]].concat();
        assert_eq!(tags(&shelf), tags_of(2, 200));
        // What an edit writes stands behind them until the shelf is compacted, and those that are gone are left behind then.
        shelf.write(7, |entry| fill(7, entry));
        assert!(!tags(&shelf).is_sorted());
        assert!((100..200).all(|n| shelf.remove(n)));
        shelf.put_in_columns();
        assert_eq!(tags(&shelf), tags_of(3, 100), "an edit does not look for equal texts");
        assert_eq!(shelf.texts(), 303);
    }
}
