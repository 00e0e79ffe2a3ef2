//! Moments in file names: UTC, sortable, without signs a file system refuses. Must not know whose name it is.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// `2026-11-23T13-18-15.123Z`
pub(super) fn write(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H-%M-%S%.3fZ").to_string()
}

/// Reads what [`write`] wrote.
pub(super) fn read(text: &str) -> Option<Timestamp> {
    let at = DateTime::strptime("%Y-%m-%dT%H-%M-%S%.3fZ", text).ok()?;
    at.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_read() {
        let at: Timestamp = "2026-11-23T13:18:15.123Z".parse().unwrap();
        assert_eq!(write(at), "2026-11-23T13-18-15.123Z");
        assert_eq!(read(&write(at)), Some(at));
        assert_eq!(read("2026-11-23T13-18-15.000Z").map(write).as_deref(), Some("2026-11-23T13-18-15.000Z"));
        for other in ["", "2026-11-23", "2026-13-23T13-18-15.123Z", "a name.json"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
