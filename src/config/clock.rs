//! What time it is here, and the clocks of a zone by its name. The system's zone files are opened one at a time: walking
//! through all of them, as looking a name up in a database begins with, is felt at every start (42 folders).

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Now, on this machine's wall clock.
#[must_use]
pub fn now() -> Zoned {
    Timestamp::now().to_zoned(here())
}

/// This machine's zone, as it was when first asked for.
#[must_use]
pub fn here() -> TimeZone {
    static HERE: OnceLock<TimeZone> = OnceLock::new();
    HERE.get_or_init(|| system::here().unwrap_or_else(TimeZone::system)).clone()
}

/// The zone of this name in the IANA database; nothing for a name nobody knows. The one asked for last is remembered: a
/// frame asks several times for that of the landscape.
#[must_use]
pub fn zone(name: &str) -> Option<TimeZone> {
    static LAST: Mutex<Option<TimeZone>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if last.as_ref().is_none_or(|zone| zone.iana_name() != Some(name)) {
        *last = Some(system::zone(name).or_else(|| TimeZone::get(name).ok())?);
    }
    last.clone()
}

/// The zone files of a Unix system (tzfile(5)), where nobody has said that they lie elsewhere.
#[cfg(unix)]
mod system {
    use super::TimeZone;
    use std::env::var_os;
    use std::path::Path;

    const FOLDER: &str = "/usr/share/zoneinfo";

    /// What the link `/etc/localtime` leads to, unless the environment names a zone.
    pub(super) fn here() -> Option<TimeZone> {
        if var_os("TZ").is_some() {
            return None;
        }
        let link = std::fs::read_link("/etc/localtime").ok()?;
        let (_, name) = link.to_str()?.split_once("/zoneinfo/")?;
        zone(name)
    }

    pub(super) fn zone(name: &str) -> Option<TimeZone> {
        if !is_plain(name) || var_os("TZDIR").is_some() {
            return None;
        }
        let bytes = std::fs::read(Path::new(FOLDER).join(name)).ok()?;
        TimeZone::tzif(name, &bytes).ok()
    }

    /// Whether a name leads to a file below the folder and nowhere else. The case of its letters has to be right, too:
    /// others are looked up as names.
    fn is_plain(name: &str) -> bool {
        let part = |part: &str| {
            part.starts_with(|first: char| first.is_ascii_alphanumeric())
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte))
        };
        name.split('/').all(part)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn only_names_of_zones_are_opened() {
            assert!(is_plain("Europe/Berlin") && is_plain("Etc/GMT+1") && is_plain("America/Port-au-Prince"));
            for name in ["", "/etc/passwd", "../zone", "Europe/../x", "Europe//Berlin", ".hidden", "Europe/"] {
                assert!(!is_plain(name) && zone(name).is_none(), "{name}");
            }
        }
    }
}

/// Elsewhere the names are looked up in the database that comes with the program.
#[cfg(not(unix))]
mod system {
    use super::TimeZone;

    pub(super) fn here() -> Option<TimeZone> {
        None
    }

    pub(super) fn zone(_: &str) -> Option<TimeZone> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_clocks_as_in_the_database() {
        for name in ["Europe/Berlin", "UTC", "America/New_York", "Europe/berlin", "Asia/Kathmandu"] {
            let (ours, theirs) = (zone(name).unwrap(), TimeZone::get(name).unwrap());
            assert_eq!(ours.iana_name(), theirs.iana_name());
            for second in (0..60 * 365).map(|day| day * 86_400) {
                let at = Timestamp::from_second(second).unwrap();
                assert_eq!(ours.to_offset(at), theirs.to_offset(at), "{name} {at}");
            }
        }
        assert!(zone("Mars/Olympus").is_none());
        assert_eq!(here().to_offset(Timestamp::UNIX_EPOCH), TimeZone::system().to_offset(Timestamp::UNIX_EPOCH));
    }
}
