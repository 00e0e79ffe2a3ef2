//! What a record is made of: one table of fields for each shape. Knows nothing of the records themselves.

use super::Fields;

/// A field of one shape: its place in the shape's table, which is also its place in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field(pub u8);

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// One line of text.
    Line,
    /// Text of several lines.
    Text,
    /// An e-mail address.
    Mail,
    /// A telephone number, as people write it.
    Phone,
    /// A web address.
    Link,
    /// `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where people know no more.
    Date,
    /// A date, or a local date-time `YYYY-MM-DDTHH:MM`.
    Moment,
    /// An ISO 8601 duration, `PT1H30M`.
    Duration,
    /// A recurrence rule (RFC 5545 RRULE) or one of the words for rhythms without one.
    Rule,
    /// Yes or no; left out when not said.
    Flag,
    /// A whole number between the two, both included.
    Number(i64, i64),
    /// Two whole numbers, `[min, max]`.
    Range,
    /// One value of an open list.
    Choice(&'static str),
    /// A set of values of an open list.
    Choices(&'static str),
    /// A set of free texts.
    Texts,
    /// A set of dates or local date-times.
    Moments,
    /// A reference to one record.
    Ref(Target),
    /// A set of references.
    Refs(Target),
    /// Records inside this record.
    Parts(&'static Shape),
    /// Dimension → rating from 1 to 4.
    Ratings,
}

impl Type {
    /// Is the value a set of texts: sorted in the file, merged as a set?
    #[must_use]
    pub fn is_set(self) -> bool {
        matches!(self, Type::Choices(_) | Type::Texts | Type::Moments | Type::Refs(_))
    }

    /// Is the value one text?
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Type::Line
                | Type::Text
                | Type::Mail
                | Type::Phone
                | Type::Link
                | Type::Date
                | Type::Moment
                | Type::Duration
                | Type::Rule
                | Type::Choice(_)
                | Type::Ref(_)
        )
    }

    /// What the reference points to, if it is one.
    #[must_use]
    pub fn target(self) -> Option<Target> {
        match self {
            Type::Ref(target) | Type::Refs(target) => Some(target),
            _ => None,
        }
    }

    /// The value list, if the field draws on one.
    #[must_use]
    pub fn list(self) -> Option<&'static str> {
        match self {
            Type::Choice(list) | Type::Choices(list) => Some(list),
            Type::Ratings => Some("rating_dimension"),
            _ => None,
        }
    }
}

/// The kinds of record a reference may lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An institution, unit or person.
    Actor,
    /// A person in a function.
    Person,
    /// A body of any kind.
    Network,
    /// A network or an actor.
    Body,
    /// A rhythm.
    Rhythm,
    /// A task noted in a meeting.
    Task,
    /// A network, an actor, a member, an embedding, or the word `landscape`.
    Subject,
}

/// Fields that belong together in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// What it is called and what kind it is.
    Core,
    /// How to reach it.
    Contact,
    /// Who takes part.
    People,
    /// What it is about.
    Content,
    /// How people work together in it.
    Cooperation,
    /// When and how it meets, how alive it is.
    Activity,
    /// How it is tied to planning and politics.
    Embedding,
    /// What happened and was agreed.
    Outcome,
    /// What is to become of it.
    Outlook,
    /// Who said what.
    Voices,
    /// Data protection.
    Privacy,
    /// Notes, tags and where it comes from.
    Keeping,
}

/// How records of a shape are told apart inside their list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyedBy {
    /// By `id`.
    Id,
    /// By this field.
    Field(Field),
    /// By nothing: their place in the list.
    Place,
}

/// One field of a shape.
#[derive(Debug)]
pub struct Spec {
    /// Its key in the file.
    pub key: &'static str,
    /// What it holds.
    pub of: Type,
    /// Where it stands in a form.
    pub group: Group,
    /// Open in a form even when empty.
    pub common: bool,
    /// A record without it is not complete.
    pub required: bool,
    /// Only for actors that are people.
    pub people_only: bool,
}

impl Spec {
    /// A plain field, its key still to be given.
    #[must_use]
    pub const fn new(of: Type, group: Group) -> Self {
        Spec { key: "", of, group, common: false, required: false, people_only: false }
    }

    /// The same with its key in the file.
    #[must_use]
    pub const fn key(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    /// The same, open in a form even when empty.
    #[must_use]
    pub const fn common(mut self) -> Self {
        self.common = true;
        self
    }

    /// The same, without which the record is not complete.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.common = true;
        self.required = true;
        self
    }

    /// The same, only for actors that are people.
    #[must_use]
    pub const fn people_only(mut self) -> Self {
        self.people_only = true;
        self
    }
}

/// A kind of record or of part: its name and its fields in the order of the file.
pub struct Shape {
    /// The English noun; also the key of its texts in the vocabulary.
    pub name: &'static str,
    /// How its records are told apart.
    pub keyed_by: KeyedBy,
    /// Its fields.
    pub specs: &'static [Spec],
    /// The fields that refer to records, or have parts, which may.
    pub referring: Fields,
}

/// The fields of [`Shape::referring`].
#[must_use]
pub const fn referring(specs: &[Spec]) -> Fields {
    assert!(specs.len() <= Fields::MOST, "more fields than a shape can have");
    let (mut found, mut rest, mut place) = (Fields::of(&[]), specs, 0);
    while let [spec, others @ ..] = rest {
        if matches!(spec.of, Type::Ref(_) | Type::Refs(_) | Type::Parts(_)) {
            found = found.with(Field(place));
        }
        (rest, place) = (others, place + 1);
    }
    found
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Shape {}

impl Shape {
    /// The description of a field of this shape; the first one for a field of another shape.
    #[must_use]
    pub fn spec(&self, field: Field) -> &'static Spec {
        const NONE: Spec = Spec::new(Type::Line, Group::Core);
        self.specs.get(usize::from(field.0)).unwrap_or(&NONE)
    }

    /// All fields with their descriptions.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &'static Spec)> + use<> {
        (0u8..).map(Field).zip(self.specs)
    }

    /// The field with this key; `after` is where to look first, since files keep the order.
    #[must_use]
    pub fn find(&self, key: &str, after: usize) -> Option<Field> {
        let place = |from: usize, to: usize| {
            self.specs.get(from..to)?.iter().position(|spec| spec.key == key).map(|found| from + found)
        };
        let found = place(after, self.specs.len()).or_else(|| place(0, after))?;
        u8::try_from(found).ok().map(Field)
    }
}

/// Declares a shape: a module with one constant per field and the table `SHAPE`, so that the two stay in step.
macro_rules! shape {
    ($(#[$doc:meta])* $module:ident $name:literal by $keyed:expr; $($place:ident $key:literal $spec:expr;)*) => {
        $(#[$doc])*
        pub mod $module {
            #[allow(unused_imports)]
            use $crate::landscape::{Field, Group::*, KeyedBy, Shape, Spec, Target, Type::*};
            #[allow(unused_imports)]
            use $crate::landscape::shapes::*;
            const fn of(of: $crate::landscape::Type, group: $crate::landscape::Group) -> Spec {
                Spec::new(of, group)
            }
            #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
            #[repr(u8)]
            enum Place { $($place),* }
            $(
                #[doc = concat!("`", $key, "`")]
                pub const $place: Field = Field(Place::$place as u8);
            )*
            /// The fields in the order of the file.
            pub static SHAPE: Shape = Shape {
                name: $name,
                keyed_by: $keyed,
                specs: SPECS,
                referring: $crate::landscape::shape::referring(SPECS),
            };
            const SPECS: &[Spec] = &[$($spec.key($key)),*];
        }
    };
}
pub(crate) use shape;
