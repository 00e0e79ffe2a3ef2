//! From facts to Markdown: shipped templates, which an office may replace by its own files of the same name. Values are
//! escaped on their way into the text, so that a name with `*` or `<` stays a name.

use super::Report;
use crate::i18n::Lang;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior};
use std::path::Path;

/// The shipped templates: file name and text.
pub const TEMPLATES: [(&str, &str); 4] = [
    ("landscape.de.md", include_str!("../../../data/templates/landscape.de.md")),
    ("landscape.en.md", include_str!("../../../data/templates/landscape.en.md")),
    ("network.de.md", include_str!("../../../data/templates/network.de.md")),
    ("network.en.md", include_str!("../../../data/templates/network.en.md")),
];

/// Why a template could not be filled.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// An office's own template cannot be read.
    #[error("{0}: {1}")]
    Read(String, std::io::Error),
    /// The template is wrong: its name, the line (0 where unknown), what is wrong.
    #[error("{name}:{line}: {what}")]
    Template {
        /// The file.
        name: String,
        /// The line, from 1; 0 where it is not known.
        line: usize,
        /// What the template language says.
        what: String,
    },
}

/// The document as Markdown. `own` is the folder of the office's own templates; what is not there is the shipped one.
///
/// # Errors
/// A template that cannot be read, or is wrong: its file and line.
pub fn render(report: &Report, lang: Lang, own: Option<&Path>) -> Result<String, Fault> {
    fill_named("landscape", report, lang, own)
}

/// Facts put into the template of this name and language.
pub(super) fn fill_named<F: serde::Serialize>(
    stem: &str,
    facts: &F,
    lang: Lang,
    own: Option<&Path>,
) -> Result<String, Fault> {
    let name = format!("{stem}.{}.md", lang.code());
    let text = own_text(own, &name)?;
    let shipped = TEMPLATES.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| *text);
    fill(&name, text.as_deref().unwrap_or(shipped), Value::from(Serde(facts)))
}

fn own_text(own: Option<&Path>, name: &str) -> Result<Option<String>, Fault> {
    let Some(folder) = own else { return Ok(None) };
    let path = folder.join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Fault::Read(path.display().to_string(), error)),
    }
}

fn fill(name: &str, text: &str, facts: Value) -> Result<String, Fault> {
    let mut templates = Environment::new();
    // A block alone on its line leaves no line behind.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        templates.set_syntax(syntax);
    }
    templates.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_formatter(|out, _, value| {
        let text = match value.kind() {
            ValueKind::String if !value.is_safe() => escape(value.as_str().unwrap_or("")),
            ValueKind::None => String::new(),
            _ => value.to_string(),
        };
        out.write_str(&text).map_err(|_| minijinja::Error::new(ErrorKind::WriteFailure, ""))
    });
    let wrong = |error: minijinja::Error| Fault::Template {
        name: error.name().unwrap_or(name).to_owned(),
        line: error.line().unwrap_or(0),
        what: error.detail().map_or_else(|| error.kind().to_string(), |said| format!("{}: {said}", error.kind())),
    };
    templates.add_template(name, text).map_err(wrong)?;
    templates.get_template(name).and_then(|template| template.render(facts)).map_err(wrong)
}

/// Text in which nothing means anything to Markdown (`CommonMark` 0.31 §2.4), on one line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (at, letter) in line.char_indices() {
        let starts = at == 0 && matches!(letter, '#' | '+' | '-' | '=' | '>' | '.' | ')');
        if starts || matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(letter);
    }
    // "2026. …" at the start of a line would become a numbered list.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    let rest = out.get(digits..).unwrap_or("");
    if digits > 0 && [". ", ") "].iter().any(|sign| rest.starts_with(sign)) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_names() {
        assert_eq!(escape("a*b_c <script> | x"), r"a\*b\_c \<script\> \| x");
        assert_eq!(escape("- nicht\neine Liste"), r"\- nicht eine Liste");
        assert_eq!(escape("2026. Jahr"), r"2026\. Jahr");
        assert_eq!(escape("25.11.2026"), "25.11.2026");
        assert_eq!(escape("Kita „Am Berg“"), "Kita „Am Berg“");
    }

    fn facts() -> Value {
        Value::from(Serde(std::collections::BTreeMap::from([("a", 1)])))
    }

    #[test]
    fn a_wrong_template_is_told_with_its_line() {
        let wrong = |text: &str| fill("x.md", text, facts()).unwrap_err().to_string();
        assert!(wrong("eins\n{% for x in %}").starts_with("x.md:2:"), "{}", wrong("eins\n{% for x in %}"));
        assert!(wrong("eins\n\n{{ nichts }}").starts_with("x.md:3:"), "{}", wrong("eins\n\n{{ nichts }}"));
        assert_eq!(fill("x.md", "{{ a }}", facts()).unwrap(), "1");
    }
}
