//! Text through the user's own editor: `$VISUAL`, then `$EDITOR`, then what every system has. The file lies in a folder
//! only the user can enter, which goes away with everything the editor left beside it – except when something went wrong.

use std::{
    env,
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use super::Error;

/// What came back from the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorOutcome {
    /// The new text; line breaks are `\n` where the old text had no `\r\n`.
    Changed(String),
    /// The same text, or the user gave up.
    Unchanged,
}

/// How a child is waited for: whether it succeeded, and its exit code.
type Wait = fn(&mut Child) -> io::Result<(bool, Option<i32>)>;

/// Lets the user edit `text`; the terminal must have been given back. `suffix` tells the editor the format.
pub(super) fn edit(text: &str, suffix: &str, tty: Stdio, wait: Wait) -> Result<EditorOutcome, Error> {
    let mut words = command(env::var("VISUAL").ok(), env::var("EDITOR").ok())?.into_iter();
    let program = words.next().unwrap_or_default();
    let (folder, path) = private_file(text, suffix)?;
    let start = |source| Error::EditorStart { program: program.clone(), source };
    let mut child = Command::new(&program).args(words).arg(&path).stdin(tty).spawn().map_err(start)?;
    let (success, code) = wait(&mut child).map_err(start)?;
    let read = fs::read_to_string(&path);
    let edited = match read {
        Ok(edited) => without_additions(text, edited),
        Err(_) if !success => return Ok(EditorOutcome::Unchanged),
        Err(source) => return Err(Error::EditorText { kept: keep(folder, &path), source }),
    };
    match (success, edited == text, edited.is_empty()) {
        (_, true, _) | (false, _, true) => Ok(EditorOutcome::Unchanged),
        (true, ..) => Ok(EditorOutcome::Changed(edited)),
        (false, ..) => Err(Error::EditorFailed { program, code, kept: keep(folder, &path) }),
    }
}

/// The command in words. Blank variables count as not set.
fn command(visual: Option<String>, editor: Option<String>) -> Result<Vec<String>, Error> {
    let chosen = [visual, editor].into_iter().flatten().find(|value| !value.trim().is_empty());
    let chosen = chosen.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned());
    match shell_words::split(&chosen) {
        Ok(words) if words.first().is_some_and(|program| !program.is_empty()) => Ok(words),
        _ => Err(Error::EditorCommand { command: chosen }),
    }
}

/// A file (0600 on Unix) in a folder of its own (0700).
fn private_file(text: &str, suffix: &str) -> io::Result<(TempDir, PathBuf)> {
    let mut folder = tempfile::Builder::new();
    folder.prefix("runde-");
    #[cfg(unix)]
    folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let folder = folder.tempdir()?;
    let path = folder.path().join(format!("runde{suffix}"));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path)?.write_all(text.as_bytes())?;
    Ok((folder, path))
}

fn keep(folder: TempDir, path: &Path) -> PathBuf {
    let _ = folder.keep();
    path.to_owned()
}

/// Takes back what editors add of their own accord: byte order mark, `\r\n`, a line feed at the end.
fn without_additions(before: &str, after: String) -> String {
    let mut after = match after.strip_prefix('\u{FEFF}') {
        Some(rest) if !before.starts_with('\u{FEFF}') => rest.to_owned(),
        _ => after,
    };
    if !before.contains("\r\n") && after.contains("\r\n") {
        after = after.replace("\r\n", "\n");
    }
    if !before.ends_with('\n') && after.ends_with('\n') {
        after.pop();
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visual_goes_before_editor_and_words_are_split_as_a_shell_does() {
        let words = |visual: Option<&str>, editor: Option<&str>| {
            command(visual.map(str::to_owned), editor.map(str::to_owned)).unwrap()
        };
        assert_eq!(words(Some("code --wait"), Some("vim")), ["code", "--wait"]);
        assert_eq!(words(Some("  "), Some("'/opt/my editor/ed' -n \"a b\"")), ["/opt/my editor/ed", "-n", "a b"]);
        assert_eq!(words(None, None).len(), 1);
        for broken in ["'vim", "''"] {
            let refused = command(None, Some(broken.to_owned()));
            assert!(matches!(refused, Err(Error::EditorCommand { command }) if command == broken));
        }
    }

    #[test]
    fn what_editors_add_by_themselves_is_no_change() {
        for (before, after, text) in [
            ("a", "a\n", "a"),
            ("a\n", "a\n", "a\n"),
            ("a\n", "a", "a"),
            ("a", "\u{FEFF}a\r\nb\r\n", "a\nb"),
            ("a\r\n", "b\r\n", "b\r\n"),
            ("", "\n", ""),
        ] {
            assert_eq!(without_additions(before, after.to_owned()), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, path) = private_file("vertraulich", ".md").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(folder.path()), mode(&path)), (0o700, 0o600));
        assert_eq!(fs::read_to_string(&path).unwrap(), "vertraulich");
        assert!(path.to_string_lossy().ends_with(".md"));
    }
}
