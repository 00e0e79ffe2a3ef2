//! What every command has at hand: the language, the ways out, the places on this machine, and the store when it asks
//! for it. The language is settled before anything else, since even the help is written in it.

use super::args::{Args, ColorWish};
use super::fault::Failure;
use super::out::Out;
use super::{Start, World};
use crate::app::unreadable::{Why, sentence};
use crate::config::{Fault, Paths, Settings, What, read};
use crate::i18n::cli::CliTexts;
use crate::i18n::{Lang, fill};
use crate::store::file::form::inspect;
use crate::store::file::open::Opened;
use crate::store::file::{Place, open};
use crate::store::{self, Store};
use jiff::Zoned;
use std::ffi::OsString;
use std::path::PathBuf;

/// What every command has at hand.
pub(super) struct Desk<'w> {
    pub(super) lang: Lang,
    pub(super) texts: &'static CliTexts,
    pub(super) out: Out<'w>,
    pub(super) err: Out<'w>,
    pub(super) now: Zoned,
    pub(super) paths: Option<Paths>,
    pub(super) settings: Settings,
    faults: Vec<Fault>,
    env_file: Option<OsString>,
    plain: bool,
    file: Option<PathBuf>,
    demo: bool,
    color: ColorWish,
}

impl<'w> Desk<'w> {
    pub(super) fn new(arguments: &[OsString], world: World<'w>) -> Self {
        let paths = Paths::find(world.env);
        let text = paths.as_ref().and_then(|paths| std::fs::read_to_string(&paths.config).ok());
        let (settings, faults) = read(text.as_deref().unwrap_or(""));
        let lang = language(arguments, world.env, settings.lang);
        let set = |name: &str| (world.env)(name).filter(|value| !value.is_empty());
        let plain = set("NO_COLOR").is_some() || set("TERM").is_some_and(|term| term == "dumb");
        Desk {
            lang,
            texts: &lang.texts().cli,
            out: Out::new(world.out, world.out_is_terminal),
            err: Out::new(world.err, world.err_is_terminal),
            now: world.now,
            env_file: set("RUNDE_FILE"),
            paths,
            settings,
            faults,
            plain,
            file: None,
            demo: false,
            color: ColorWish::Auto,
        }
    }

    /// Takes over what holds for all commands.
    pub(super) fn take(&mut self, args: &Args) {
        self.demo = args.common.demo;
        self.file.clone_from(&args.common.file);
        self.color = args.common.color.unwrap_or_default();
        for out in [&mut self.out, &mut self.err] {
            out.colour = match self.color {
                ColorWish::Auto => out.terminal && !self.plain,
                ColorWish::Never => false,
                ColorWish::Always => true,
            };
        }
    }

    /// Words for people.
    pub(super) fn say(&mut self, words: &str) -> std::io::Result<()> {
        self.err.text(words)?;
        self.err.raw("\n").map(drop)
    }

    pub(super) fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()?;
        self.err.flush()
    }

    /// What is wrong with the settings file, each fault a sentence.
    pub(super) fn notices(&self) -> Vec<String> {
        let path = self.paths.as_ref().map_or_else(String::new, |paths| paths.config.display().to_string());
        let words = |fault: &Fault| match &fault.what {
            What::Syntax(said) => fill(self.texts.config_syntax, &[said]),
            What::Unknown(name) => fill(self.texts.config_unknown, &[name]),
            What::Wrong(name, takes) => fill(self.texts.config_wrong, &[name, takes]),
        };
        self.faults.iter().map(|fault| format!("{path}:{}: {}", fault.line, words(fault))).collect()
    }

    pub(super) fn tell_notices(&mut self) -> Result<(), Failure> {
        for notice in self.notices() {
            self.say(&notice)?;
        }
        Ok(())
    }

    /// The file that is meant: named, by the environment, or the one in the data folder.
    pub(super) fn file(&self) -> Result<PathBuf, Failure> {
        let named = self.file.clone().or_else(|| self.env_file.clone().map(PathBuf::from));
        let found = named.or_else(|| self.paths.as_ref().map(Paths::store));
        found.ok_or_else(|| Failure::Words(self.texts.no_home.to_owned()))
    }

    /// Is the built-in landscape meant?
    pub(super) fn is_demo(&self) -> bool {
        self.demo
    }

    /// How the program is to be opened.
    pub(super) fn start(&self) -> Result<Start, Failure> {
        let state = self.paths.as_ref().map(|paths| paths.state.clone());
        Ok(Start {
            file: self.file()?,
            state: state.ok_or_else(|| Failure::Words(self.texts.no_home.to_owned()))?,
            demo: self.demo,
            lang: self.lang,
            color: self.color,
            settings: self.settings.clone(),
            notices: self.notices(),
        })
    }

    /// The store the command is about.
    pub(super) fn load(&mut self) -> Result<Store, Failure> {
        if self.demo {
            return Ok(store::demo());
        }
        let path = self.file()?;
        let shown = path.display().to_string();
        let place = Place::find(&path).map_err(|error| match error.cause() {
            Some(cause) if cause.kind == std::io::ErrorKind::NotFound => self.absent(&shown),
            _ => self.unreachable(&shown, &error.to_string()),
        })?;
        let opened = open::read(&place).map_err(|error| self.unreachable(&shown, &error.to_string()))?;
        let Opened::File { bytes, .. } = opened else { return Err(self.absent(&shown)) };
        let (_, text) = inspect(&bytes).map_err(|trouble| self.no_store(&shown, &Why::Text(trouble)))?;
        let loaded = store::read(text).map_err(|error| self.no_store(&shown, &Why::Read(error)))?;
        if loaded.store.is_newer() {
            let words = fill(self.texts.newer, &[&shown]);
            self.say(&words)?;
        }
        Ok(loaded.store)
    }

    /// The store, where one is at hand; for commands that can do without.
    pub(super) fn load_quietly(&mut self) -> Option<Store> {
        self.load().ok()
    }

    fn absent(&self, path: &str) -> Failure {
        Failure::Words(fill(self.texts.no_store, &[path]))
    }

    fn unreachable(&self, path: &str, why: &str) -> Failure {
        Failure::Words(fill(self.texts.unreachable, &[path, why]))
    }

    /// The same for another file: it is not text.
    pub(super) fn no_store_in(&self, path: &str, trouble: crate::store::file::form::Trouble) -> Failure {
        self.no_store(path, &Why::Text(trouble))
    }

    /// The same for another file: it is text, but no store.
    pub(super) fn no_store_read(&self, path: &str, error: crate::store::ReadError) -> Failure {
        self.no_store(path, &Why::Read(error))
    }

    /// What is wrong with a file that is no store.
    fn no_store(&self, path: &str, why: &Why) -> Failure {
        Failure::Words(sentence(path, why, self.lang))
    }
}

/// Flag, environment, settings, locale, English.
fn language(arguments: &[OsString], env: &dyn Fn(&str) -> Option<OsString>, settled: Option<Lang>) -> Lang {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = texts.windows(2).find_map(|pair| match pair {
        ["--lang", lang] => Some(*lang),
        _ => None,
    });
    let flag = after.or_else(|| texts.iter().find_map(|text| text.strip_prefix("--lang=")));
    let named = |name: &str| env(name).filter(|value| !value.is_empty()).and_then(|value| value.into_string().ok());
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(named);
    flag.and_then(Lang::from_code)
        .or_else(|| Lang::from_code(&named("RUNDE_LANG")?))
        .or(settled)
        .or_else(|| Lang::from_code(&locale()?))
        .unwrap_or_default()
}
