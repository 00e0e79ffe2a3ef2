//! Drafts of forms: small named pieces of bytes kept beside the state, so that a crash costs nothing that was typed.
//! Must not know forms.

use super::error::{FileError, Step};
use super::private;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const END: &str = ".draft";

/// A folder of drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafts {
    folder: PathBuf,
}

impl Drafts {
    /// Drafts in `folder`, which is made (0700) with the first draft.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Their names, sorted.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn list(&self) -> Result<Vec<String>, FileError> {
        let files = private::list(&self.folder)?;
        Ok(files
            .iter()
            .filter_map(|(name, _)| name.strip_suffix(END).filter(|name| allowed(name)).map(Into::into))
            .collect())
    }

    /// Keeps a draft (0600), replacing the one of that name as a whole. Names are 1–64 of `a`–`z`, `0`–`9`, `-`, `_`.
    ///
    /// # Errors
    /// A name that is not allowed; path, step and cause.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), FileError> {
        let path = self.path(name)?;
        private::write(&self.folder, path.file_name().unwrap_or_default(), bytes).map(drop)
    }

    /// A draft; `None`: there is none of that name.
    ///
    /// # Errors
    /// As for [`write`](Self::write).
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, FileError> {
        let path = self.path(name)?;
        match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            bytes => bytes.map(Some).map_err(FileError::at(Step::Read, &path)),
        }
    }

    /// Removes a draft; that there is none is no failure.
    ///
    /// # Errors
    /// As for [`write`](Self::write).
    pub fn remove(&self, name: &str) -> Result<(), FileError> {
        private::remove(&self.path(name)?)
    }

    fn path(&self, name: &str) -> Result<PathBuf, FileError> {
        let path = self.folder.join(format!("{name}{END}"));
        if allowed(name) { Ok(path) } else { Err(FileError::NoName { path }) }
    }
}

fn allowed(name: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    (1..=64).contains(&name.len()) && name.bytes().all(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_listed_replaced_removed() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = Drafts::in_folder(&folder.path().join("drafts"));
        assert_eq!((drafts.list().unwrap(), drafts.read("actor-new").unwrap()), (vec![], None));
        drafts.write("minutes", b"Protokoll").unwrap();
        drafts.write("actor-new", b"Jug").unwrap();
        drafts.write("actor-new", b"Jugendamt").unwrap();
        assert_eq!(drafts.list().unwrap(), ["actor-new", "minutes"]);
        assert_eq!(drafts.read("actor-new").unwrap().unwrap(), b"Jugendamt");
        drafts.remove("actor-new").unwrap();
        drafts.remove("actor-new").unwrap();
        assert_eq!(drafts.list().unwrap(), ["minutes"]);
    }

    #[test]
    fn a_name_cannot_lead_elsewhere() {
        let drafts = Drafts::in_folder(Path::new("/nowhere"));
        for name in ["", "../x", "a/b", "a.b", "A", "ä", "a\0", &"x".repeat(65)] {
            assert!(matches!(drafts.write(name, b""), Err(FileError::NoName { .. })), "{name}");
        }
    }
}
