//! Calls that a signal interrupted (EINTR) are made again. Must not know what the call was for.

use std::io;

/// How often one call may be interrupted before the interruption itself is reported.
const PATIENCE: u32 = 1_000;

/// Calls `op` until it is not interrupted. Never use it for a sync: a failed sync is not repeated on the same file
/// (the system may have dropped the pages and report success the second time).
pub(super) fn again<T>(mut op: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for _ in 1..PATIENCE {
        match op() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
    op()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interruption_is_repeated_and_another_error_is_not() {
        let mut calls = 0;
        let done = again(|| {
            calls += 1;
            if calls < 3 { Err(io::ErrorKind::Interrupted.into()) } else { Ok(calls) }
        });
        assert_eq!(done.unwrap(), 3);
        calls = 0;
        let failed: io::Result<()> = again(|| {
            calls += 1;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert_eq!((failed.unwrap_err().kind(), calls), (io::ErrorKind::StorageFull, 1));
    }

    #[test]
    fn an_endless_interruption_ends() {
        let failed: io::Result<()> = again(|| Err(io::ErrorKind::Interrupted.into()));
        assert_eq!(failed.unwrap_err().kind(), io::ErrorKind::Interrupted);
    }
}
