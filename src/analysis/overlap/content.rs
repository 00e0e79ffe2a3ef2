//! Words that carry what a text is about: folded, without endings, without the words that stand in every text about
//! networks. Plain on purpose: what two texts share is shown as the words themselves. Knows no records.

use crate::search::fold;
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

/// Words shorter than this say little.
const SHORTEST: usize = 4;
/// Endings that are left aside where enough of the word remains.
const ENDINGS: [&str; 7] = ["en", "er", "es", "em", "e", "n", "s"];

/// Words of the language and of the field that say nothing about a purpose.
const COMMON: &str = "aber alle allen aller alles also andere anderen auch auf aus bei beim bereich bereichen damit dann \
    darauf dass dazu dem den denen der deren des die diese diesen dieser dieses doch dort durch eigene eigenen eine einem \
    einen einer eines einmal etwas fuer gegen gemeinsam gemeinsame gemeinsamen gemeinsamer haben hier ihre ihrem ihren \
    ihrer immer jede jeden jeder jedes kann keine kreis landkreis landkreises mehr mit nach nicht noch nur oder ohne sein \
    seine sich sie sind soll sollen sowie statt stadt ueber und uns unter viel vom von vor waehrend war was weil welche \
    wenn werden wer wie wieder wird wissen wollen zum zur zusammen zwischen \
    about across also and are between both each every for from have into more other others our over that the their them \
    there they this through together towards under what when where which will with within \
    akteur akteure akteuren abstimmung abstimmen austausch austauschen austauschs beteiligte beteiligten bildung \
    bildungslandschaft buendnis ergebnis ergebnisse erfahrung erfahrungen foerdern fachkraefte foerderung forum gremium \
    gruppe arbeit arbeiten arbeitsgruppe arbeitskreis information informationen kommune kommunal kommunale kommunalen \
    konferenz kooperation koordination koordinieren laufenden netz netzwerk netzwerke netzwerks partner projekt \
    projektgruppe region regional regionale regionalen runde runder schaffen staerken steuerung steuerungsgruppe \
    thema themen tisch treffen unterarbeitsgruppe verbessern verbund vernetzen vernetzung zusammenarbeit ziel ziele \
    actors alliance committee cooperation coordination exchange group network networks partners round table working";

/// The content words of a text: what counts as the same → the word as it is written.
#[must_use]
pub fn words(text: &str, besides: &[String]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let folded = fold(word);
        let says = folded.chars().count() >= SHORTEST && folded.chars().any(char::is_alphabetic);
        if says && !common().contains(folded.as_str()) {
            let stem = stem(&folded);
            if !besides.contains(&stem) {
                found.entry(stem).or_insert_with(|| word.to_owned());
            }
        }
    }
    found
}

fn common() -> &'static HashSet<&'static str> {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| COMMON.split_whitespace().collect())
}

/// The stems of the words of a name that stands everywhere: that of the county.
#[must_use]
pub fn stems(text: &str) -> Vec<String> {
    fold(text).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(stem).collect()
}

fn stem(word: &str) -> String {
    let short = ENDINGS.iter().find_map(|ending| {
        let rest = word.strip_suffix(ending)?;
        (rest.chars().count() >= SHORTEST).then_some(rest)
    });
    short.unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_and_common_words_are_left_aside() {
        let one = words("Der Übergang von der Schule in den Beruf gelingt.", &[]);
        let other = words("Austausch zu Übergängen und Berufen an Schulen im Landkreis Musterau", &stems("Musterau"));
        let shared: Vec<&str> = one.iter().filter(|(stem, _)| other.contains_key(*stem)).map(|(_, w)| &**w).collect();
        assert_eq!(shared, ["Beruf", "Schule"]);
        assert!(!other.contains_key("musterau") && !other.contains_key("austausch"), "{other:?}");
    }
}
