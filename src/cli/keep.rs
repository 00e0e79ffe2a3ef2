//! A store that a command changes: written as the program writes it, with a backup, and only while the file is still the
//! one that was read.

use super::desk::Desk;
use super::fault::Failure;
use crate::i18n::fill;
use crate::store::file::backup::Backups;
use crate::store::file::form::{Form, inspect};
use crate::store::file::open::{Opened, read};
use crate::store::file::save::{Expected, Links, Outcome, Plan, Sharing, save};
use crate::store::file::{Place, Stamp};
use crate::store::{Store, write};

/// The file as it was before the command read it.
pub(super) struct Kept {
    /// The file, how it looked and in what outer form; nothing for the built-in landscape, which is never written.
    file: Option<(Place, Stamp, Form)>,
}

impl Kept {
    /// Looks at the file the command is about; what is wrong with it is told when it is read as a store.
    pub(super) fn of(desk: &Desk<'_>) -> Result<Self, Failure> {
        if desk.is_demo() {
            return Ok(Kept { file: None });
        }
        let Ok(place) = Place::find(&desk.file()?) else { return Ok(Kept { file: None }) };
        let file = match read(&place) {
            Ok(Opened::File { bytes, stamp }) => {
                let form = inspect(&bytes).map(|(form, _)| form).unwrap_or_default();
                Some((place, stamp, form))
            }
            _ => None,
        };
        Ok(Kept { file })
    }

    /// Writes the store in its new state.
    pub(super) fn write(&self, store: &Store, desk: &Desk<'_>) -> Result<(), Failure> {
        let texts = &desk.lang.texts().exchange;
        let Some((place, stamp, form)) = &self.file else { return Err(Failure::Words(texts.not_demo.to_owned())) };
        let shown = place.path.display().to_string();
        let failed = |why: &str| Failure::Words(fill(texts.not_saved, &[&shown, why]));
        if store.is_newer() {
            return Err(Failure::Words(fill(desk.texts.newer, &[&shown])));
        }
        let backups = desk.paths.as_ref().map(|paths| paths.state.join("backups").join(place.key()));
        let backups = backups.map(|folder| Backups::in_folder(&folder));
        let plan = Plan {
            now: desk.now.timestamp(),
            sharing: Sharing::Private,
            links: Links::InPlace,
            backups: backups.as_ref(),
        };
        let bytes = write(store);
        match save(place, &form.apply(&bytes), Expected::Same(stamp), &plan) {
            Ok(Outcome::Saved(_)) => Ok(()),
            Ok(Outcome::ChangedOnDisk(_) | Outcome::Vanished) => {
                Err(Failure::Words(fill(texts.changed_meanwhile, &[&shown])))
            }
            Ok(Outcome::ReadOnly) => Err(failed("read-only")),
            Ok(Outcome::NeedsDecision { links }) => Err(failed(&format!("{links} hard links"))),
            Err(error) => Err(failed(&error.to_string())),
        }
    }
}
