//! What the JSON parser expected, in the words of the language. Messages it does not know stay as the parser says them.

use super::Lang;

/// What the parser says, and how that is said in German.
const GERMAN: [(&str, &str); 12] = [
    ("expected value", "hier fehlt ein Wert"),
    ("expected `,` or `}`", "hier fehlt „,“ oder „}“"),
    ("expected `,` or `]`", "hier fehlt „,“ oder „]“"),
    ("expected `:`", "hier fehlt „:“"),
    ("trailing comma", "ein Komma zu viel"),
    ("trailing characters", "hinter dem Ende steht noch etwas"),
    ("key must be a string", "ein Schlüssel muss in Anführungszeichen stehen"),
    ("expected ident", "hier steht weder Text noch Zahl noch true, false, null"),
    ("invalid number", "keine gültige Zahl"),
    ("number out of range", "eine zu große Zahl"),
    ("invalid escape", "ein ungültiges Zeichen hinter „\\“"),
    ("control character (\\u0000-\\u001F) found while parsing a string", "ein Steuerzeichen in einem Text"),
];

/// A message of the parser in this language.
#[must_use]
pub fn said(message: &str, lang: Lang) -> &str {
    let german = GERMAN.iter().find(|(english, _)| *english == message).map(|(_, german)| *german);
    lang.pick(german.unwrap_or(message), message)
}
