//! Other states of the data, found and read beside the loop: backups, revisions, files. Knows no screens.

use super::files::at_home;
use super::library::{Library, Post};
use super::opening::{parse, why};
use crate::analysis::agenda::zone;
use crate::app::{Event, Message, unreadable};
use crate::i18n::{Lang, fill};
use crate::store::file::other::{Missing, Other, choices};
use std::path::PathBuf;

/// Where the store and its backups lie.
fn places(library: &Library) -> (PathBuf, PathBuf) {
    (library.path(), library.backup_folder().unwrap_or_default())
}

/// Lists the states one can put beside the data.
pub(super) fn list(library: &Library) {
    let ((store, backups), post) = (places(library), library.post.clone());
    aside(post, move || Event::States(choices(&store, &backups)));
}

/// Reads one of them.
pub(super) fn read(other: Other, name: String, library: &Library, lang: Lang) {
    let ((store, backups), post) = (places(library), library.post.clone());
    aside(post, move || {
        let other = match other {
            Other::File(path) => Other::File(at_home(&path.to_string_lossy())),
            other => other,
        };
        found(&other, name, (&store, &backups), lang)
    });
}

fn found(other: &Other, name: String, (store, backups): (&PathBuf, &PathBuf), lang: Lang) -> Event {
    let texts = &lang.texts().compare;
    let failed = |said: &str| Event::Told(Message::trouble(fill(texts.cannot, &[said])));
    let bytes = match other.find(store, backups) {
        Ok(found) => found,
        Err(Missing::Backup) => return failed(texts.no_backup),
        Err(missing) => return failed(&missing.to_string()),
    };
    match parse(&bytes.bytes) {
        Ok((loaded, _)) => {
            let day = bytes.at.map(|at| at.to_zoned(zone(&loaded.store)).date());
            Event::State(Box::new((loaded.store, day, name)))
        }
        Err(trouble) => Event::Told(Message::trouble(unreadable::sentence(&name, &why(trouble), lang))),
    }
}

fn aside(post: Post, work: impl FnOnce() -> Event + Send + 'static) {
    let _ = std::thread::Builder::new().name("states".into()).spawn(move || post.send(work()));
}
