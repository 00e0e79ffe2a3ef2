//! Programs to compare with: found on this machine, or said to be missing.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is there.
pub struct Peers {
    /// fzf and its version.
    pub fzf: Option<(String, String)>,
    /// The program that draws three lines.
    pub three_lines: Option<String>,
    /// The generator of stores.
    pub generate: Option<PathBuf>,
    /// An empty home for all of them.
    pub home: tempfile::TempDir,
}

impl Peers {
    /// Looks for them.
    pub fn find() -> Self {
        let fzf = std::env::var("RUNDE_FZF").unwrap_or_else(|_| "fzf".into());
        let version = Command::new(&fzf).arg("--version").output().ok().filter(|output| output.status.success());
        let version = version.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
        let example = |name: &str| {
            let built = Path::new(env!("CARGO_BIN_EXE_runde")).parent()?.join("examples").join(name);
            built.exists().then_some(built)
        };
        Peers {
            fzf: version.map(|version| (fzf, version)),
            three_lines: example("three_lines").map(|path| path.display().to_string()),
            generate: example("generate"),
            home: tempfile::tempdir().unwrap(),
        }
    }

    /// The command that lets fzf read a list.
    pub fn fzf_on(&self, names: &Path) -> Option<Vec<String>> {
        let (fzf, _) = self.fzf.as_ref()?;
        let line = format!("exec '{fzf}' < '{}'", names.display());
        Some(vec!["sh".into(), "-c".into(), line])
    }
}

impl fmt::Display for Peers {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fzf = self.fzf.as_ref().map_or("not installed", |(_, version)| version);
        let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        write!(out, "fzf: {fzf} · {cores} processors · load at the start: {}", load.trim())
    }
}
