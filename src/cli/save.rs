//! Where a document goes: to the output, or into a file that only its owner can read, written whole or not at all.

use super::desk::Desk;
use super::fault::Failure;
use crate::i18n::fill;
use std::io::Write;
use std::path::Path;

/// Writes bytes to the file named, else to the output. Exit code 0.
pub(super) fn save(file: Option<&Path>, bytes: &[u8], desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let Some(file) = file else {
        return Ok(desk.out.raw(&String::from_utf8_lossy(bytes))?);
    };
    if let Err(error) = write(file, bytes) {
        return Err(Failure::Words(fill(
            desk.texts.cannot_write_file,
            &[&file.display().to_string(), &error.to_string()],
        )));
    }
    let words = fill(desk.texts.written, &[&file.display().to_string()]);
    desk.say(&words)?;
    Ok(0)
}

/// Beside its place first, then put in its place. A temporary file is readable by its owner only, and so is what comes of it.
fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut temp = tempfile::NamedTempFile::with_prefix_in(".runde-", folder)?;
    temp.write_all(bytes)?;
    temp.as_file().sync_all()?;
    temp.persist(file).map(drop).map_err(|error| error.error)
}
