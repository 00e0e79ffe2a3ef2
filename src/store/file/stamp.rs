//! What a file looked like when it was read or written: enough to tell later whether it is still the same.
//! Must not know why anybody asks.

use super::again::again;
use super::digest::{Digest, Hasher};
use super::platform;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::time::SystemTime;

/// How a file looked at one moment. Two stamps mean the same *content* when their digests are equal; the other
/// fields only save reading the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// When it was last written, as the file system tells.
    pub modified: Option<SystemTime>,
    /// Device and number of the file (zero where the system has none).
    pub identity: (u64, u64),
    /// The fingerprint of its content.
    pub digest: Digest,
}

impl Stamp {
    pub(super) fn new(meta: &Metadata, digest: Digest) -> Self {
        Self { size: meta.len(), modified: meta.modified().ok(), identity: platform::identity(meta), digest }
    }

    /// Whether size, time and number are as they were. The content may still differ.
    pub(super) fn looks_like(&self, meta: &Metadata) -> bool {
        self.size == meta.len() && self.modified == meta.modified().ok() && self.identity == platform::identity(meta)
    }
}

/// Bytes read at a time: small enough for the processor's second cache, large enough for few calls.
const PIECE: usize = 256 * 1024;

/// Reads `file` to its end, piece by piece; returns its stamp.
pub(super) fn of(file: &mut File) -> io::Result<Stamp> {
    let mut hasher = Hasher::new();
    pieces(file, |piece| {
        hasher.update(piece);
        Ok(())
    })?;
    Ok(Stamp::new(&again(|| file.metadata())?, hasher.finish()))
}

/// Hands the content of `from` to `take`, piece by piece.
pub(super) fn pieces(from: &mut impl Read, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut buffer = vec![0; PIECE];
    loop {
        match again(|| from.read(&mut buffer))? {
            0 => return Ok(()),
            read => take(buffer.get(..read).unwrap_or_default())?,
        }
    }
}
