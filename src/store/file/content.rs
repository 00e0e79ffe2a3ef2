//! The content of a file and its fingerprint. That of a large file is taken on a second thread while it is still being read.
//! Must not know what the content means.

use super::again::again;
use super::digest::{Digest, Hasher};
use std::io::{self, Read};
use std::sync::mpsc;
use std::thread;

/// Bytes from which on a second thread is worth its start.
const LARGE: usize = 1 << 20;

/// Bytes that are handed over at a time: few enough to be still near the processor.
const PIECE: usize = 256 * 1024;

/// Reads to the end what probably has this many bytes.
pub(super) fn read_all(file: &mut impl Read, expected: usize) -> io::Result<(Vec<u8>, Digest)> {
    let (mut bytes, digest) =
        if expected < LARGE { (Vec::with_capacity(expected + 1), None) } else { read_beside(file, expected)? };
    let known = bytes.len();
    file.read_to_end(&mut bytes)?;
    let digest = digest.filter(|_| bytes.len() == known).unwrap_or_else(|| Digest::of(&bytes));
    Ok((bytes, digest))
}

/// Reads this many bytes, if there are so many; their fingerprint, if a second thread could be had.
fn read_beside(file: &mut impl Read, expected: usize) -> io::Result<(Vec<u8>, Option<Digest>)> {
    let mut bytes = vec![0; expected];
    let (filled, digest) = thread::scope(|scope| {
        let (sender, pieces) = mpsc::channel::<&[u8]>();
        let fingerprint = move || {
            let mut hasher = Hasher::new();
            for piece in pieces {
                hasher.update(piece);
            }
            hasher.finish()
        };
        let hashing = thread::Builder::new().name("fingerprint".into()).spawn_scoped(scope, fingerprint);
        let mut filled = 0;
        for piece in bytes.chunks_mut(PIECE) {
            let (read, wanted) = (fill(file, piece)?, piece.len());
            filled += read;
            // Where there is no second thread nobody takes it.
            let _ = sender.send(piece.get(..read).unwrap_or(&[]));
            if read < wanted {
                break;
            }
        }
        drop(sender);
        io::Result::Ok((filled, hashing.ok().and_then(|hashing| hashing.join().ok())))
    })?;
    bytes.truncate(filled);
    Ok((bytes, digest))
}

/// Reads until the piece is full or nothing more comes; how many bytes came.
fn fill(file: &mut impl Read, piece: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = piece.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match again(|| file.read(rest))? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a little at a time and is interrupted now and then, as a pipe or a network disk may be; breaks where it is told.
    struct Slow<'a> {
        rest: &'a [u8],
        calls: usize,
        breaks_after: usize,
    }

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.calls += 1;
            match self.calls {
                calls if calls > self.breaks_after => return Err(io::ErrorKind::TimedOut.into()),
                calls if calls.is_multiple_of(3) => return Err(io::ErrorKind::Interrupted.into()),
                _ => {}
            }
            let read = into.len().min(self.rest.len()).min(70_001);
            let (head, tail) = self.rest.split_at(read);
            into[..read].copy_from_slice(head);
            self.rest = tail;
            Ok(read)
        }
    }

    fn content(size: usize) -> Vec<u8> {
        (0..size).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect()
    }

    #[test]
    fn all_bytes_come_with_their_fingerprint() {
        for size in [0, 1, PIECE, LARGE - 1, LARGE, LARGE + 1, 5 * PIECE - 7] {
            let written = content(size);
            // It may have grown or shrunk since somebody asked for its size.
            for expected in [size, size + 1, size.saturating_sub(1), size + 2 * PIECE, size / 2] {
                let mut slow = Slow { rest: &written, calls: 0, breaks_after: usize::MAX };
                let (bytes, digest) = read_all(&mut slow, expected).unwrap();
                assert!(bytes == written, "{size} of {expected}");
                assert_eq!(digest, Digest::of(&written), "{size} of {expected}");
            }
        }
    }

    #[test]
    fn a_fault_on_the_way_is_told() {
        let written = content(2 * LARGE);
        for breaks_after in [0, 1, 20] {
            let mut slow = Slow { rest: &written, calls: 0, breaks_after };
            let fault = read_all(&mut slow, written.len()).unwrap_err();
            assert_eq!(fault.kind(), io::ErrorKind::TimedOut);
        }
    }
}
