//! Files beside the store that look like the losing side of a conflict between machines: sync programs leave them and
//! tell nobody. Must not know how they are merged.

use super::error::{FileError, Step};
use super::place::Place;
use super::platform;
use crate::arrange::Arrange as _;
use std::ffi::OsString;
use std::path::PathBuf;

/// What such names contain, after the store's own name and before its extension (lower case): Dropbox and Nextcloud in
/// English and German, Syncthing, older ownCloud and Seafile, git's merge tools.
const SIGNS: [&str; 9] = [
    "conflicted copy",
    "in konflikt stehende kopie",
    "kopie in konflikt",
    ".sync-conflict-",
    "-konflikt",
    "_conflict-",
    "(sfconflict",
    "(case conflict",
    ".orig",
];

/// The conflict copies of this store, sorted.
///
/// # Errors
/// When the folder cannot be listed.
pub fn conflict_copies(place: &Place) -> Result<Vec<PathBuf>, FileError> {
    let stem = place.path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let names = platform::names(&place.folder).map_err(FileError::at(Step::List, &place.folder))?;
    let is_copy = |name: &OsString| {
        let rest = name.to_string_lossy().to_lowercase();
        let rest = rest.strip_prefix(&stem).filter(|_| *name != place.name);
        rest.is_some_and(|rest| SIGNS.iter().any(|sign| rest.contains(sign)))
    };
    let mut copies: Vec<_> = names.into_iter().filter(is_copy).map(|name| place.folder.join(name)).collect();
    copies.arrange_by(Ord::cmp);
    Ok(copies)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn copies_of_this_store_are_found_and_others_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let copies = [
            "Musterau (Anna Beispiels conflicted copy 2026-11-20).json",
            "Musterau (In Konflikt stehende Kopie von büro-pc 2026-11-20).json",
            "Musterau (conflicted copy 2026-11-20 101500).json",
            "Musterau-Konflikt.json",
            "Musterau.json.orig",
            "Musterau.sync-conflict-20261120-101500-ABCDEFG.json",
        ];
        let others = ["Musterau.json", "Musterau-2025.json", "Konflikte-Konflikt.json", ".Musterau.json.lock"];
        for name in copies.iter().chain(&others) {
            fs::write(folder.path().join(name), "{}").unwrap();
        }
        let place = Place::find(&folder.path().join("Musterau.json")).unwrap();
        let found = conflict_copies(&place).unwrap();
        let names: Vec<_> = found.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names, copies);
    }
}
