//! The one table of keys. Dispatch, the hint bar, help, the palette, `docs/keys.md` and the man page are read from it,
//! so they cannot disagree. A row: where it holds, its name (for the configuration file), keys, action, text, rank in
//! the hint bar.

mod table;

use super::Action;
use super::key::{Code, Key};
use crate::i18n::KeyTexts;
use std::collections::BTreeMap;
pub use table::TABLE;

/// Where keys hold. Scopes are asked from the top layer down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// In every layer.
    Everywhere,
    /// In the panes and on the card.
    House,
    /// Moving in any list.
    List,
    /// On the card.
    Card,
    /// Typing a filter.
    Filter,
    /// Finding anything.
    Finder,
    /// Lists to choose from: commands, keys, ways to sort.
    Chooser,
    /// Pickers of values and references.
    Picker,
    /// Forms.
    Form,
    /// Text fields.
    Line,
    /// Questions.
    Confirm,
    /// Meetings to come.
    Upcoming,
    /// What two people changed at once.
    Conflicts,
    /// Lists that fill the screen.
    Board,
    /// Month and year.
    Calendar,
    /// Wishes for a date.
    Wish,
    /// Dates to choose from.
    Dates,
    /// A meeting being held.
    Minutes,
    /// Its lists: who is there, what is left open.
    Attendance,
    /// Tasks over all networks.
    Tasks,
    /// The map.
    Map,
    /// A line to type in.
    Prompt,
    /// The board of measures.
    Insight,
    /// The board of differences.
    Compare,
    /// Double structures.
    Twins,
    /// Two networks that become one.
    Unite,
    /// Pictures in rows and columns.
    Grid,
    /// Networks and guiding questions.
    Inquiry,
    /// Whom to ask next.
    Informants,
    /// A page to read: a profile sheet, an interview guide.
    Page,
    /// A conversation being held.
    Conversation,
    /// The profile sheet of a network.
    Sheet,
    /// An interview guide.
    Guide,
}

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// Its name in the configuration file.
    pub name: &'static str,
    /// Its keys, in the notation of [`Key`].
    pub keys: &'static [&'static str],
    /// What it does.
    pub action: Action,
    /// What it is called; a trailing `…` says that something opens.
    pub text: fn(&KeyTexts) -> &'static str,
    /// Its place in the hint bar; none keeps it to help and palette.
    pub rank: Option<u8>,
}

/// A row with the keys that hold for this user.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The row.
    pub binding: &'static Binding,
    /// Its keys.
    pub keys: Vec<Key>,
}

/// The table with a user's own keys in it.
#[derive(Clone, Debug)]
pub struct Keymap {
    rows: Vec<Bound>,
}

/// What is wrong with keys in the configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeymapFault {
    /// There is no action of this name.
    NoAction(String),
    /// This is not a key.
    NoKey(String, String),
    /// Two actions of one scope have the same key.
    Taken(Key, &'static str, &'static str),
}

impl Default for Keymap {
    fn default() -> Self {
        let keys = |binding: &Binding| binding.keys.iter().filter_map(|key| key.parse().ok()).collect();
        Keymap { rows: TABLE.iter().map(|binding| Bound { binding, keys: keys(binding) }).collect() }
    }
}

impl Keymap {
    /// The table with some keys replaced: action name → its keys. What is wrong is said and left out, the rest holds.
    #[must_use]
    pub fn with(own: &BTreeMap<String, Vec<String>>) -> (Self, Vec<KeymapFault>) {
        let mut map = Keymap::default();
        let mut faults = Vec::new();
        for (name, keys) in own {
            let parsed = keys.iter().filter_map(|text| match text.parse::<Key>() {
                Ok(key) => Some(key),
                Err(_) => {
                    faults.push(KeymapFault::NoKey(name.clone(), text.clone()));
                    None
                }
            });
            let parsed: Vec<Key> = parsed.collect();
            let mut rows = map.rows.iter_mut().filter(|row| row.binding.name == name).peekable();
            if rows.peek().is_none() {
                faults.push(KeymapFault::NoAction(name.clone()));
            }
            rows.for_each(|row| row.keys.clone_from(&parsed));
        }
        // That those of the table do not conflict is proved once and for all.
        if !own.is_empty() {
            faults.extend(map.conflicts());
        }
        (map, faults)
    }

    /// Keys that two actions of one scope claim; the first in the table has it.
    #[must_use]
    pub fn conflicts(&self) -> Vec<KeymapFault> {
        let mut faults = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            for other in self.rows.iter().skip(at + 1).filter(|other| other.binding.scope == row.binding.scope) {
                let shared = row.keys.iter().filter(|key| other.keys.contains(key));
                faults.extend(shared.map(|key| KeymapFault::Taken(*key, row.binding.name, other.binding.name)));
            }
        }
        faults
    }

    /// What a key means, asked scope by scope.
    #[must_use]
    pub fn action(&self, key: Key, scopes: &[Scope]) -> Option<&'static Action> {
        self.in_scopes(scopes).find(|row| row.keys.contains(&key)).map(|row| &row.binding.action)
    }

    /// The rows of these scopes, in the order of the scopes.
    pub fn in_scopes<'k>(&'k self, scopes: &'k [Scope]) -> impl Iterator<Item = &'k Bound> {
        scopes.iter().flat_map(|scope| self.rows.iter().filter(move |row| row.binding.scope == *scope))
    }

    /// The first key of an action, for texts that name it.
    #[must_use]
    pub fn key_of(&self, action: &Action) -> Option<Key> {
        self.rows.iter().find(|row| row.binding.action == *action)?.keys.first().copied()
    }
}

/// A key that types a character into a text field.
#[must_use]
pub fn typed(key: Key) -> Option<char> {
    match key.code {
        Code::Char(letter) if !key.ctrl && !key.alt => Some(letter),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_a_key_and_none_is_taken_twice() {
        for binding in TABLE {
            assert!(binding.keys.iter().all(|key| key.parse::<Key>().is_ok()), "{}", binding.name);
        }
        assert_eq!(Keymap::default().conflicts(), []);
    }

    #[test]
    fn ones_own_keys_hold_and_what_is_wrong_is_said() {
        let own = BTreeMap::from([
            ("find".to_owned(), vec!["Ctrl-f".to_owned()]),
            ("fly".to_owned(), vec!["f".to_owned()]),
            ("undo".to_owned(), vec!["/".to_owned(), "Hyper-x".to_owned()]),
        ]);
        let (map, faults) = Keymap::with(&own);
        assert_eq!(map.action("Ctrl-f".parse().unwrap(), &[Scope::House]), Some(&Action::Find));
        assert_eq!(map.action("Space".parse().unwrap(), &[Scope::House]), None);
        assert_eq!(map.action("/".parse().unwrap(), &[Scope::House]), Some(&Action::Filter));
        assert!(faults.contains(&KeymapFault::NoAction("fly".into())));
        assert!(faults.contains(&KeymapFault::NoKey("undo".into(), "Hyper-x".into())));
        assert!(faults.contains(&KeymapFault::Taken("/".parse().unwrap(), "filter", "undo")));
    }

    #[test]
    fn no_default_key_needs_alt_gr() {
        let on_qwertz = |key: &Key| match key.code {
            Code::Char(c) => !"@€\\|~{}[]µ".contains(c),
            _ => true,
        };
        assert!(Keymap::default().rows.iter().flat_map(|row| &row.keys).all(on_qwertz));
    }
}
