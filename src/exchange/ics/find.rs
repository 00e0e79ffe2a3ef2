//! Which network an event is about: the one whose name its title holds, the longest name first. Knows no files.

use super::preview::Why;
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind, network};
use crate::search::fold;
use crate::store::{Store, name_of};
use std::collections::HashMap;

/// Names of networks, folded, longest first.
pub(super) struct Names<'s> {
    store: &'s Store,
    all: Vec<(String, Id, String)>,
    asked: HashMap<String, Found>,
}

/// The network, and what the title says beside its name.
pub(super) type Found = Result<(Id, String), Why>;

impl<'s> Names<'s> {
    pub(super) fn of(store: &'s Store) -> Self {
        let mut names = Vec::new();
        for record in store.all(Kind::Network) {
            let short = [record.text(network::NAME), record.text(network::SHORT)];
            let all = short.into_iter().chain(record.texts(network::ALIASES).iter().map(|name| &**name));
            for name in all.filter(|name| name.chars().count() > 1) {
                names.push((format!(" {} ", plain(name)), record.id.clone(), name.to_owned()));
            }
        }
        names.arrange_by(|a, b| (b.0.len(), &a.0, &a.1).cmp(&(a.0.len(), &b.0, &b.1)));
        Names { store, all: names, asked: HashMap::new() }
    }

    /// The network of a title; the one that was named where the title names none.
    pub(super) fn find(&mut self, title: &str, named: Option<&Id>) -> Found {
        if let Some(found) = self.asked.get(title) {
            return found.clone();
        }
        let found = self.look(title, named);
        if self.asked.len() < 10_000 {
            self.asked.insert(title.to_owned(), found.clone());
        }
        found
    }

    /// The networks of a title that is nothing but their names, as a meeting of several bodies has it.
    pub(super) fn together(&self, title: &str) -> Option<Vec<Id>> {
        let named = |part: &str| {
            let part = format!(" {} ", plain(part));
            let mut ids = self.all.iter().filter(|(name, ..)| *name == part).map(|(_, id, _)| id);
            let first = ids.next()?;
            ids.all(|id| id == first).then(|| first.clone())
        };
        let parts: Vec<&str> = title.split(" + ").take(50).collect();
        (parts.len() > 1).then(|| parts.into_iter().map(named).collect())?
    }

    fn look(&self, title: &str, named: Option<&Id>) -> Found {
        let folded = format!(" {} ", plain(title));
        let Some((best, ..)) = self.all.iter().find(|(name, ..)| folded.contains(name.as_str())) else {
            return named.map(|id| (id.clone(), title.to_owned())).ok_or(Why::NoNetwork);
        };
        let same = self.all.iter().filter(|(name, ..)| name.len() == best.len() && folded.contains(name.as_str()));
        let mut fit: Vec<(&Id, &str)> = same.map(|(_, id, name)| (id, name.as_str())).collect();
        fit.dedup_by(|a, b| a.0 == b.0);
        match (fit.as_slice(), named) {
            ([(id, name)], _) => Ok(((*id).clone(), rest(title, name))),
            (several, Some(id)) if several.iter().any(|(one, _)| *one == id) => Ok((id.clone(), String::new())),
            (several, _) => Err(Why::Several(several.iter().take(5).map(|(id, _)| name_of(self.store, id)).collect())),
        }
    }
}

/// Folded, with blanks for whatever divides words.
fn plain(text: &str) -> String {
    let words = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    fold(text).chars().map(words).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a title says beside the name it begins or ends with.
fn rest(title: &str, name: &str) -> String {
    let title = title.trim();
    let beside = title.strip_prefix(name).or_else(|| title.strip_suffix(name));
    match beside {
        Some(beside) => {
            beside.trim_matches(|letter: char| letter.is_whitespace() || ":–-,;|·".contains(letter)).to_owned()
        }
        None if plain(title) == plain(name) => String::new(),
        None => title.to_owned(),
    }
}
