//! What fields may be called in a filter: by their key in the file, by their name in either language, in the singular.

use super::Place;
use crate::i18n::Lang;
use crate::landscape::{Shape, Type, vocabulary};
use crate::search::fold;

/// The names of the fields of a shape, folded, each with the places it stands for.
pub(super) struct Names(Vec<(String, Place)>);

impl Names {
    pub(super) fn of(shape: &'static Shape) -> Self {
        let mut names = Names(Vec::new());
        for (field, spec) in shape.fields() {
            let place = Place { field, inner: None };
            names.field(shape.name, spec.key, spec.of, place);
        }
        // `member:` looks at who sits there, other parts are looked at as a whole.
        for (field, spec) in shape.fields() {
            let Type::Parts(part) = spec.of else { continue };
            for (inner, spec) in part.fields() {
                let place = Place { field, inner: Some(inner) };
                if !names.knows(spec.key) && matches!(spec.key, "actor" | "roles" | "who" | "about" | "ratings") {
                    names.field(part.name, spec.key, spec.of, place);
                }
            }
        }
        names
    }

    /// All names of one field.
    fn field(&mut self, shape: &str, key: &'static str, of: Type, place: Place) {
        self.add(key, place);
        if let Some(one) = key.strip_suffix('s').filter(|one| one.len() > 3 && !one.ends_with('s')) {
            self.add(one, place);
        }
        for lang in [Lang::En, Lang::De] {
            let label = vocabulary::field_label(shape, key, lang);
            self.add(label, place);
            if key == "kind" {
                // "Art des Netzwerks" is just "Art" when people type it.
                self.add(vocabulary::field_label("actor", key, lang), place);
            }
            if let Type::Parts(part) = of {
                self.add(vocabulary::kind_label(part.name, 1, lang), place);
            }
            if let Some(list) = of.list() {
                self.add(vocabulary::list_label(list, lang), place);
            }
        }
    }

    /// A name, as long as it has no blanks.
    fn add(&mut self, name: &str, place: Place) {
        let name = fold(name);
        if !name.contains(char::is_whitespace) && !name.is_empty() && !self.0.contains(&(name.clone(), place)) {
            self.0.push((name, place));
        }
    }

    fn knows(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// The fields of this name.
    pub(super) fn find(&self, name: &str) -> Vec<Place> {
        let name = fold(name);
        self.0.iter().filter(|(known, _)| *known == name).map(|(_, place)| *place).collect()
    }

    /// The names that begin so.
    pub(super) fn starting_with(&self, begun: &str) -> impl Iterator<Item = &str> {
        let begun = fold(begun);
        self.0.iter().map(|(name, _)| name.as_str()).filter(move |name| name.starts_with(&begun))
    }
}
