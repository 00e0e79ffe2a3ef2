//! Some fields of a shape. Knows no values.

use super::Field;

/// A set of fields of one shape: a bit for the place of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fields(u64);

impl Fields {
    /// How many fields a shape can have.
    pub const MOST: usize = 64;

    /// These fields.
    #[must_use]
    pub const fn of(fields: &[Field]) -> Self {
        let (mut all, mut rest) = (Fields(0), fields);
        while let [field, others @ ..] = rest {
            all = all.with(*field);
            rest = others;
        }
        all
    }

    /// Do these fields stand in the order of their shape, each once?
    #[must_use]
    pub const fn in_order(fields: &[Field]) -> bool {
        let mut rest = fields;
        while let [one, others @ ..] = rest {
            if let [next, ..] = others
                && one.0 >= next.0
            {
                return false;
            }
            rest = others;
        }
        true
    }

    /// The set with a field.
    #[must_use]
    pub const fn with(self, field: Field) -> Self {
        Fields(self.0 | Self::bit(field))
    }

    /// The set without a field.
    #[must_use]
    pub const fn without(self, field: Field) -> Self {
        Fields(self.0 & !Self::bit(field))
    }

    /// Is the field one of them?
    #[must_use]
    pub const fn has(self, field: Field) -> bool {
        self.0 & Self::bit(field) != 0
    }

    /// The fields that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Fields(self.0 & other.0)
    }

    /// How many of them come before a field.
    #[must_use]
    pub const fn before(self, field: Field) -> usize {
        (self.0 & (Self::bit(field) - 1)).count_ones() as usize
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// None at all?
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The fields in the order of the file.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        let mut rest = self;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let next = Field(u8::try_from(rest.0.trailing_zeros()).ok()?);
            rest = rest.without(next);
            Some(next)
        })
    }

    const fn bit(field: Field) -> u64 {
        assert!((field.0 as usize) < Self::MOST, "a field beyond those a shape can have");
        1 << field.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_in_their_order() {
        let some = Fields::of(&[Field(63), Field(0), Field(7)]);
        assert_eq!(some.iter().collect::<Vec<_>>(), [Field(0), Field(7), Field(63)]);
        assert_eq!([0, 1, 7, 63].map(|place| some.before(Field(place))), [0, 1, 1, 2]);
        assert_eq!((some.len(), some.is_empty(), Fields::default().iter().next()), (3, false, None));
        assert!(some.has(Field(7)) && !some.without(Field(7)).has(Field(7)) && !some.has(Field(8)));
        assert!(Fields::in_order(&[Field(0), Field(7)]) && !Fields::in_order(&[Field(7), Field(7)]));
        assert_eq!(some.and(Fields::of(&[Field(7), Field(8)])).iter().collect::<Vec<_>>(), [Field(7)]);
    }
}
