//! Files of other programs: read up to a limit, written whole or not at all. Knows nothing of what is in them.

use crate::app::{Event, Message, Model};
use crate::exchange::ics::LARGEST;
use crate::i18n::fill;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// Reads a calendar file; what stood in the way is told.
pub(super) fn read(path: &str, model: &Model) -> Event {
    let place = at_home(path);
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let opened = regular(&place).and_then(|file| file.take(most).read_to_end(&mut bytes));
    match opened {
        Ok(_) => Event::Calendar(name(&place), bytes),
        Err(error) => Event::Told(Message::trouble(fill(model.texts().cli.unreachable, &[path, &error.to_string()]))),
    }
}

/// Writes a file, readable by its owner only.
pub(super) fn write(path: &str, text: &str, model: &Model) -> Event {
    let place = at_home(path);
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = tempfile::NamedTempFile::with_prefix_in(".runde-", folder).and_then(|mut temp| {
        temp.write_all(text.as_bytes())?;
        temp.as_file().sync_all()?;
        temp.persist(&place).map(drop).map_err(|error| error.error)
    });
    let texts = &model.texts().cli;
    let shown = place.display().to_string();
    Event::Told(match written {
        Ok(()) => Message::done(fill(texts.written, &[&shown])),
        Err(error) => Message::trouble(fill(texts.cannot_write_file, &[&shown, &error.to_string()])),
    })
}

/// Only a file: a pipe would keep the program waiting.
fn regular(path: &Path) -> std::io::Result<std::fs::File> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    std::fs::File::open(path)
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// `~/` is the home folder, as in a shell.
pub(super) fn at_home(path: &str) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (path.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}
