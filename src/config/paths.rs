//! Where settings, data and state lie: as the environment says, else in the folders of the platform.

use directories::ProjectDirs;
use std::ffi::OsString;
use std::path::PathBuf;

/// The places on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The settings file (`RUNDE_CONFIG`).
    pub config: PathBuf,
    /// The folder of the store (`RUNDE_DATA`).
    pub data: PathBuf,
    /// The folder of backups, drafts and rescue copies (`RUNDE_STATE`).
    pub state: PathBuf,
}

impl Paths {
    /// The places this environment leads to; nothing when neither it nor the system names a home.
    #[must_use]
    pub fn find(env: &dyn Fn(&str) -> Option<OsString>) -> Option<Self> {
        let given = |name: &str| env(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let folders = ProjectDirs::from("", "", "runde");
        let of = |place: fn(&ProjectDirs) -> PathBuf| folders.as_ref().map(place);
        Some(Paths {
            config: given("RUNDE_CONFIG").or_else(|| of(|folders| folders.config_dir().join("runde.toml")))?,
            data: given("RUNDE_DATA").or_else(|| of(|folders| folders.data_dir().to_owned()))?,
            state: given("RUNDE_STATE")
                .or_else(|| of(|folders| folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_owned()))?,
        })
    }

    /// The store that is opened when none is named.
    #[must_use]
    pub fn store(&self) -> PathBuf {
        self.data.join("landscape.json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides() {
        let env = |name: &str| Some(OsString::from(format!("/x/{name}")));
        let paths = Paths::find(&env).unwrap();
        assert_eq!(paths.config, PathBuf::from("/x/RUNDE_CONFIG"));
        assert_eq!(paths.store(), PathBuf::from("/x/RUNDE_DATA/landscape.json"));
        assert_eq!(paths.state, PathBuf::from("/x/RUNDE_STATE"));
    }
}
