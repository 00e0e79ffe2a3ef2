//! The settings file, read setting by setting: what is not understood is told with its line and left out.

use crate::arrange::Arrange as _;
use crate::i18n::Lang;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What the user has settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language.
    pub lang: Option<Lang>,
    /// The name of the theme.
    pub theme: Option<String>,
    /// The id of the actor the user is.
    pub me: Option<String>,
    /// Action name → its keys.
    pub keys: BTreeMap<String, Vec<String>>,
}

/// Something in the file that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: What,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Not TOML; what the parser says. Nothing of the file holds.
    Syntax(String),
    /// There is no such setting.
    Unknown(String),
    /// The setting takes something else: its name, what it takes.
    Wrong(String, &'static str),
}

/// The themes there are.
const THEMES: [&str; 3] = ["default", "light", "plain"];

/// Reads the text of a settings file.
#[must_use]
pub fn read(text: &str) -> (Settings, Vec<Fault>) {
    let line = |at: usize| text.get(..at).unwrap_or(text).matches('\n').count() + 1;
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let what = What::Syntax(error.message().to_owned());
            return (Settings::default(), vec![Fault { line: line(at), what }]);
        }
    };
    let (mut settings, mut faults) = (Settings::default(), Vec::new());
    for (key, value) in table.get_ref() {
        if let Err(what) = take(&mut settings, key.get_ref(), value) {
            faults.push(Fault { line: line(key.span().start), what });
        }
    }
    if let Some(keys) = table.get_ref().get("keys").and_then(|keys| keys.get_ref().as_table()) {
        for (name, keys) in keys {
            match texts(keys.get_ref()) {
                Some(keys) => drop(settings.keys.insert(name.get_ref().to_string(), keys)),
                None => faults.push(Fault {
                    line: line(name.span().start),
                    what: What::Wrong(format!("keys.{}", name.get_ref()), "\"x\", [\"x\", \"y\"]"),
                }),
            }
        }
    }
    faults.arrange_by_key(|fault| fault.line);
    (settings, faults)
}

fn take(settings: &mut Settings, key: &str, value: &Spanned<DeValue<'_>>) -> Result<(), What> {
    let wrong = |takes| What::Wrong(key.to_owned(), takes);
    let value = value.get_ref();
    match key {
        "lang" => {
            let lang = value.as_str().and_then(Lang::from_code);
            settings.lang = Some(lang.ok_or_else(|| wrong("\"de\", \"en\""))?);
        }
        "theme" => {
            let theme = value.as_str().filter(|theme| THEMES.contains(theme));
            settings.theme = Some(theme.ok_or_else(|| wrong("\"default\", \"light\", \"plain\""))?.to_owned());
        }
        "me" => settings.me = Some(value.as_str().ok_or_else(|| wrong("\"…\""))?.to_owned()),
        "keys" if value.as_table().is_some() => {}
        "keys" => return Err(wrong("[keys]")),
        other => return Err(What::Unknown(other.to_owned())),
    }
    Ok(())
}

/// One text, or a list of texts.
fn texts(value: &DeValue<'_>) -> Option<Vec<String>> {
    match (value.as_str(), value.as_array()) {
        (Some(text), _) => Some(vec![text.to_owned()]),
        (None, Some(list)) => list.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect(),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_the_rest_holds() {
        let text =
            "lang = \"de\"\nthema = 1\ntheme = \"pink\"\n\n[keys]\nfind = \"Ctrl-f\"\nundo = [\"u\", \"z\"]\nnew = 3\n";
        let (settings, faults) = read(text);
        assert_eq!((settings.lang, settings.theme.as_deref()), (Some(Lang::De), None));
        assert_eq!(settings.keys["find"], ["Ctrl-f"]);
        assert_eq!(settings.keys["undo"], ["u", "z"]);
        let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [2, 3, 8]);
        assert_eq!(faults[0].what, What::Unknown("thema".to_owned()));
    }

    #[test]
    fn broken_toml_leaves_the_defaults() {
        let (settings, faults) = read("lang = \"de\"\n= x\n");
        assert_eq!(settings, Settings::default());
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].line, 2);
    }

    #[test]
    fn the_printed_file_is_read_without_a_fault_with_and_without_its_comment_signs() {
        assert_eq!(read(super::super::DEFAULT), (Settings::default(), vec![]));
        let on: String = super::super::DEFAULT
            .lines()
            .map(|line| if line.starts_with("# ") { line } else { line.trim_start_matches('#') })
            .flat_map(|line| [line, "\n"])
            .collect();
        let (settings, faults) = read(&on);
        assert_eq!(faults, []);
        assert_eq!((settings.lang, settings.keys.len()), (Some(Lang::De), 2));
    }
}
