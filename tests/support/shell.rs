//! The command line called in the house: words in, what it says out, on a clock that stands still.

use runde::cli::{Outcome, World, run};
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What came out.
pub struct Said {
    /// The exit code; nothing when the screen was to be opened.
    pub code: Option<u8>,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}

/// Where and how commands are called.
pub struct Shell {
    folder: PathBuf,
    file: Option<PathBuf>,
    terminal: bool,
}

impl Shell {
    /// With settings, data and state in this folder.
    pub fn in_folder(folder: &Path) -> Self {
        Shell { folder: folder.to_owned(), file: None, terminal: false }
    }

    /// The same, with this store when none is named.
    pub fn with_store(self, file: &Path) -> Self {
        Shell { file: Some(file.to_owned()), ..self }
    }

    /// The same, in a terminal.
    pub fn in_terminal(self) -> Self {
        Shell { terminal: true, ..self }
    }

    /// Calls `runde` with these words, in German where nothing else is said.
    pub fn call(&self, words: &[&str]) -> Said {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let env = |name: &str| match name {
            "RUNDE_CONFIG" | "RUNDE_DATA" | "RUNDE_STATE" => Some(self.folder.join(name).into_os_string()),
            "RUNDE_FILE" => self.file.clone().map(PathBuf::into_os_string),
            "LANG" => Some("de_DE.UTF-8".into()),
            _ => None,
        };
        let world = World {
            env: &env,
            out: &mut out,
            err: &mut err,
            out_is_terminal: self.terminal,
            err_is_terminal: self.terminal,
            now: "2026-11-23T12:00[Europe/Berlin]".parse().unwrap(),
        };
        let words = std::iter::once("runde").chain(words.iter().copied()).map(OsString::from);
        let code = match run(words, world) {
            Outcome::Exit(code) => Some(code),
            Outcome::Open(_) => None,
        };
        Said { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
    }
}

/// A call where there are no settings and no store.
pub fn called(words: &[&str]) -> Said {
    Shell::in_folder(&std::env::temp_dir().join("runde-nowhere")).call(words)
}

/// A call on the demo landscape.
pub fn on_demo(words: &[&str]) -> Said {
    called(&[&["--demo"], words].concat())
}
