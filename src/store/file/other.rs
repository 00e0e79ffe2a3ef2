//! Another state of the store to look at beside this one: a file, a backup, a revision in git. Gives bytes and the moment
//! they stand for, where that is known; must not know what the bytes mean. Git is asked by its command, and only to read.

use super::backup::Backups;
use super::moment;
use crate::arrange::Arrange as _;
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Which state is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Other {
    /// A file.
    File(PathBuf),
    /// The version that was the current one on this day (`YYYY-MM-DD`, or the beginning of it).
    Backup(String),
    /// The file as it stands in this revision.
    Revision(String),
}

/// A state that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// When they were written or replaced, where that is known.
    pub at: Option<Timestamp>,
}

/// Why a state cannot be had: what the system or git says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    /// The file cannot be read.
    #[error("{0}")]
    File(String),
    /// No backup goes back that far.
    #[error("no backup")]
    Backup,
    /// Git does not give it.
    #[error("{0}")]
    Git(String),
}

/// A state one can choose: its word, when it was, what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is meant.
    pub other: Other,
    /// When it was.
    pub at: Timestamp,
    /// What whoever recorded it wrote; empty for backups.
    pub said: String,
}

impl Other {
    /// `git:REV`, `backup:2026-05-01`, or a path.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let after = |word: &str| text.strip_prefix(word).map(|rest| rest.trim().to_owned());
        match (after("git:"), after("backup:")) {
            (Some(revision), _) => Other::Revision(revision),
            (_, Some(day)) => Other::Backup(day),
            _ => Other::File(PathBuf::from(text)),
        }
    }

    /// The state, for the store at `store` whose backups lie in `backups`.
    ///
    /// # Errors
    /// Why it cannot be had.
    pub fn find(&self, store: &Path, backups: &Path) -> Result<Found, Missing> {
        match self {
            Other::File(path) => file(path),
            Other::Backup(day) => backup(backups, day),
            Other::Revision(revision) => in_git(store, revision),
        }
    }
}

fn file(path: &Path) -> Result<Found, Missing> {
    let bytes = std::fs::read(path).map_err(|error| Missing::File(error.to_string()))?;
    // A backup says in its name until when it was the current one.
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
    Ok(Found { bytes, at: name.split_once('_').and_then(|(at, _)| moment::read(at)) })
}

/// The oldest version that was still the current one at the end of the day.
fn backup(folder: &Path, day: &str) -> Result<Found, Missing> {
    let versions = Backups::in_folder(folder).list().map_err(|error| Missing::File(error.to_string()))?;
    let later = |at: Timestamp| {
        let local = at.to_zoned(jiff::tz::TimeZone::system()).date().to_string();
        local.get(..day.len()).is_some_and(|known| known >= day)
    };
    let version = versions.into_iter().take_while(|version| later(version.until)).last().ok_or(Missing::Backup)?;
    let bytes = std::fs::read(&version.path).map_err(|error| Missing::File(error.to_string()))?;
    Ok(Found { bytes, at: Some(version.until) })
}

fn in_git(store: &Path, revision: &str) -> Result<Found, Missing> {
    if revision.is_empty() || revision.starts_with('-') || revision.contains(':') {
        return Err(Missing::Git(revision.to_owned()));
    }
    let name = store.file_name().and_then(|name| name.to_str()).unwrap_or("");
    let bytes = git(store, &["cat-file", "blob", &format!("{revision}:./{name}")])?;
    let at = git(store, &["log", "-1", "--format=%ct", &format!("{revision}^{{commit}}"), "--"]);
    let at = at.ok().and_then(|text| String::from_utf8(text).ok());
    Ok(Found { bytes, at: at.and_then(|text| seconds(text.trim())) })
}

fn seconds(text: &str) -> Option<Timestamp> {
    Timestamp::from_second(text.parse().ok()?).ok()
}

/// What git answers in the folder of the store.
fn git(store: &Path, arguments: &[&str]) -> Result<Vec<u8>, Missing> {
    let folder = store.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).stdin(Stdio::null()).env("GIT_OPTIONAL_LOCKS", "0");
    let output = command.output().map_err(|error| Missing::Git(error.to_string()))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Missing::Git(said.lines().next().unwrap_or("git").to_owned()))
}

/// How many revisions are offered.
const OFFERED: &str = "-60";

/// The earlier states there are: backups and revisions, the newest first. What cannot be asked is left out.
#[must_use]
pub fn choices(store: &Path, backups: &Path) -> Vec<Choice> {
    let kept = Backups::in_folder(backups).list().unwrap_or_default().into_iter();
    let mut found: Vec<Choice> = kept
        .map(|version| Choice { other: Other::File(version.path), at: version.until, said: String::new() })
        .collect();
    found.extend(revisions(store));
    found.arrange_by_key(|choice| std::cmp::Reverse(choice.at));
    found
}

fn revisions(store: &Path) -> Vec<Choice> {
    let name = store.file_name().and_then(|name| name.to_str()).unwrap_or("");
    let Ok(text) = git(store, &["log", OFFERED, "--format=%h%x09%ct%x09%s", "--", &format!("./{name}")]) else {
        return Vec::new();
    };
    let text = String::from_utf8_lossy(&text).into_owned();
    let choice = |line: &str| {
        let mut parts = line.splitn(3, '\t');
        let (revision, at) = (parts.next()?.to_owned(), seconds(parts.next()?)?);
        Some(Choice { other: Other::Revision(revision), at, said: parts.next().unwrap_or("").to_owned() })
    };
    text.lines().filter_map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_which_state_is_meant() {
        assert_eq!(Other::read("git:HEAD~3"), Other::Revision("HEAD~3".into()));
        assert_eq!(Other::read("backup:2026-05"), Other::Backup("2026-05".into()));
        assert_eq!(Other::read("alt.json"), Other::File("alt.json".into()));
    }

    #[test]
    fn a_revision_is_never_an_option_or_another_file() {
        let nowhere = Path::new("/nonexistent/store.json");
        for word in ["git:", "git:--output=x", "git:HEAD:other", "git:HEAD"] {
            assert!(matches!(Other::read(word).find(nowhere, nowhere), Err(Missing::Git(_))), "{word}");
        }
        assert_eq!(Other::read("backup:2026").find(nowhere, nowhere), Err(Missing::Backup));
        assert!(matches!(Other::read("nicht da").find(nowhere, nowhere), Err(Missing::File(_))));
    }

    #[test]
    fn the_backup_of_a_day_is_the_one_that_was_current_then() {
        let folder = tempfile::tempdir().unwrap();
        let digest = super::super::Digest::of(b"x");
        for (at, text) in [("2026-01-10", "old"), ("2026-03-10", "middle"), ("2026-05-10", "new")] {
            std::fs::write(folder.path().join(format!("{at}T12-00-00.000Z_{digest}.json")), text).unwrap();
        }
        let found = |day: &str| backup(folder.path(), day).map(|found| String::from_utf8(found.bytes).unwrap());
        assert_eq!(found("2026-02-01").as_deref(), Ok("middle"));
        assert_eq!(found("2025").as_deref(), Ok("old"));
        assert_eq!(found("2026-05-01").as_deref(), Ok("new"));
        assert_eq!(found("2026-06-01"), Err(Missing::Backup));
    }
}
