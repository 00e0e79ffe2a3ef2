//! Writing into a file that has several names, so that all of them stay. The only way of saving that can leave a
//! half-written file: hence a synced copy of the previous version first, and an attempt to put it back.

use super::again::again;
use super::digest::Digest;
use super::error::{Cause, FileError, Step};
use super::open;
use super::place::Place;
use super::save::{Expected, Notice, Outcome, Plan, Saved, check, durability};
use super::stamp::Stamp;
use super::temp::{read_back, sync};
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Seek, Write};
use std::path::Path;

pub(super) fn write(
    place: &Place,
    bytes: &[u8],
    expected: &Stamp,
    plan: &Plan<'_>,
    mut notices: Vec<Notice>,
) -> Result<Outcome, FileError> {
    let Some(backups) = plan.backups else {
        let cause = Cause { kind: ErrorKind::Unsupported, os: None };
        return Err(FileError::Io { step: Step::Backup, path: place.path.clone(), cause });
    };
    let path = &place.path;
    let kept = backups.copy(path, expected, plan.now)?;
    let mut file = OpenOptions::new().read(true).write(true).open(path).map_err(FileError::at(Step::Open, path))?;
    if let Some(outcome) = check(place, Expected::Same(expected))? {
        kept.withdraw();
        return Ok(outcome);
    }
    let backup = kept.settle();
    let (synced, meta) = match overwrite(&mut file, path, bytes) {
        Ok(written) => written,
        Err(failed) => return Err(put_back(&mut file, path, &backup, expected, failed)),
    };
    let stamp = Stamp::new(&meta, Digest::of(bytes));
    notices.extend(durability(synced, None));
    Ok(Outcome::Saved(Saved { stamp, durable: synced, backup: Some(backup), notices }))
}

fn overwrite(file: &mut File, path: &Path, bytes: &[u8]) -> Result<(bool, Metadata), FileError> {
    again(|| file.rewind()).map_err(FileError::at(Step::Write, path))?;
    file.write_all(bytes).map_err(FileError::at(Step::Write, path))?;
    again(|| file.set_len(bytes.len() as u64)).map_err(FileError::at(Step::Write, path))?;
    let synced = sync(file, path)?;
    read_back(file, path, bytes)?;
    Ok((synced, again(|| file.metadata()).map_err(FileError::at(Step::Inspect, path))?))
}

/// Writes the previous version again; says whether the file is whole.
fn put_back(file: &mut File, path: &Path, backup: &Path, expected: &Stamp, failed: FileError) -> FileError {
    let previous = fs::read(backup).unwrap_or_default();
    if Digest::of(&previous) == expected.digest {
        // whether it worked is read from the file
        let _ = overwrite(file, path, &previous);
    }
    match open::stamp(path, Step::ReadBack) {
        Ok(Some(now)) if now.digest == expected.digest => failed,
        _ => FileError::Torn { path: path.to_owned(), backup: backup.to_owned(), failed: Box::new(failed) },
    }
}
