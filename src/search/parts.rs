//! Where words begin, and where the parts of German compounds begin (`Volks|hoch|schule`, `Jugend|amt`).
//!
//! A short list of the words that compounds of this field are made of. A wrong cut does little harm: parts only
//! lift a match from "somewhere inside" to "at the beginning of a part", and lend their first letters to initials.

use super::letters::in_word;

/// Words that stand inside compounds of the education landscape, folded, sorted by their first letter.
const PARTS: &[&str] = &[
    "agentur",
    "akademie",
    "amt",
    "aemter",
    "amts",
    "arbeit",
    "archiv",
    "asyl",
    "ausbildung",
    "auslaender",
    "ausschuss",
    "bau",
    "beauftragt",
    "beirat",
    "beratung",
    "beruf",
    "betreuung",
    "bezirk",
    "bibliothek",
    "bildung",
    "buecherei",
    "buendnis",
    "buero",
    "bund",
    "buerger",
    "center",
    "chancen",
    "dienst",
    "digital",
    "ehren",
    "eltern",
    "energie",
    "entwicklung",
    "erwachsenen",
    "erziehung",
    "fach",
    "familie",
    "ferien",
    "feuer",
    "finanz",
    "foerder",
    "fonds",
    "forschung",
    "forum",
    "frauen",
    "freiwillig",
    "frueh",
    "fuehrung",
    "ganztag",
    "garten",
    "gemeinde",
    "gemeinschaft",
    "generation",
    "gesamt",
    "gesellschaft",
    "gesundheit",
    "gleichheit",
    "gleichstellung",
    "grund",
    "gruppe",
    "gymnasium",
    "handwerk",
    "haus",
    "heim",
    "hilfe",
    "hoch",
    "hof",
    "hort",
    "inklusion",
    "institut",
    "integration",
    "job",
    "jugend",
    "kammer",
    "kasse",
    "kinder",
    "klima",
    "kolleg",
    "konferenz",
    "koordin",
    "kreis",
    "kultur",
    "kunst",
    "labor",
    "land",
    "lehrer",
    "leit",
    "lern",
    "lese",
    "management",
    "markt",
    "medien",
    "migration",
    "mittel",
    "monitoring",
    "museum",
    "musik",
    "nachwuchs",
    "natur",
    "netz",
    "ober",
    "ordnung",
    "ort",
    "paedagogik",
    "personal",
    "pflege",
    "plan",
    "politik",
    "praevention",
    "praxis",
    "programm",
    "projekt",
    "rat",
    "recht",
    "region",
    "rettung",
    "runde",
    "schueler",
    "schul",
    "schutz",
    "senioren",
    "sitzung",
    "sozial",
    "sport",
    "sprach",
    "staedt",
    "staette",
    "stadt",
    "stelle",
    "steuer",
    "stiftung",
    "strasse",
    "student",
    "tages",
    "team",
    "technik",
    "teilhabe",
    "theater",
    "tisch",
    "treff",
    "umwelt",
    "union",
    "universitaet",
    "verband",
    "verein",
    "verkehr",
    "versammlung",
    "verwaltung",
    "volks",
    "vorstand",
    "wehr",
    "weiter",
    "werk",
    "wirtschaft",
    "wissen",
    "wohn",
    "zentren",
    "zentrum",
];

/// For each first two letters a bit set of the third letters that any part has.
static THIRDS: [[u32; 26]; 26] = thirds();

#[expect(clippy::indexing_slicing, reason = "evaluated when compiling; parts have three lower-case letters at least")]
const fn thirds() -> [[u32; 26]; 26] {
    let mut thirds = [[0_u32; 26]; 26];
    let mut at = 0;
    while at < PARTS.len() {
        let part = PARTS[at].as_bytes();
        thirds[(part[0] - b'a') as usize][(part[1] - b'a') as usize] |= 1 << (part[2] - b'a');
        at += 1;
    }
    thirds
}

/// Small words that initials may leave out (`Agentur für Arbeit`: afa or aa).
const SMALL: &[&[u8]] = &[
    b"fuer", b"und", b"der", b"die", b"das", b"des", b"den", b"dem", b"im", b"in", b"am", b"an", b"zur", b"zum",
    b"von", b"vom", b"zu", b"mit", b"of", b"and", b"the", b"for",
];

/// A bit for each of the first 64 folded bytes at which a word or a part of a compound begins.
pub(super) fn starts(text: &[u8]) -> u64 {
    let mut bits = 0_u64;
    let mut free = 0_usize;
    let mut before = SIGN;
    for (at, &byte) in text.iter().take(64).enumerate() {
        let here = class(byte);
        if here != SIGN {
            if before == SIGN {
                bits |= 1 << at;
                free = at + 3;
            } else if at >= free
                && let Some(part) = part_here(text, at, here)
            {
                bits |= 1 << at;
                free = at + part;
            }
        }
        before = here;
    }
    bits
}

/// The length of the longest listed part that stands here, where a letter of this class stands.
#[inline]
fn part_here(text: &[u8], at: usize, here: u8) -> Option<usize> {
    let rest = text.get(at..)?;
    let &[_, second, third, ..] = rest else { return None };
    let thirds = THIRDS.get(usize::from(here))?.get(usize::from(class(second)))?;
    (thirds >> class(third) & 1 == 1).then(|| longest(rest, here + b'a')).flatten()
}

/// The class of what stands between words.
const SIGN: u8 = 31;

/// The class of what stands in words and begins no part.
const OTHER: u8 = 30;

/// A byte as its place in the alphabet, [`OTHER`] or [`SIGN`].
#[inline]
fn class(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(SIGN)
}

static CLASSES: [u8; 256] = classes();

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "evaluated when compiling")]
const fn classes() -> [u8; 256] {
    let mut classes = [SIGN; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            letter @ b'a'..=b'z' => letter - b'a',
            other if in_word(other) => OTHER,
            _ => SIGN,
        };
        byte += 1;
    }
    classes
}

/// The same among the parts with this first letter.
fn longest(rest: &[u8], first: u8) -> Option<usize> {
    let here = word(rest);
    let fits = |(part, head, mask): &&(&'static str, u64, u64)| {
        here & mask == *head && (part.len() <= 8 || rest.starts_with(part.as_bytes()))
    };
    bucket(first).iter().filter(fits).map(|(part, ..)| part.len()).max()
}

/// The first eight bytes as a number, so that most parts are told apart by one comparison.
#[inline]
fn word(text: &[u8]) -> u64 {
    let mut bytes = [0_u8; 8];
    match text.first_chunk::<8>() {
        Some(eight) => bytes = *eight,
        None => bytes.iter_mut().zip(text).for_each(|(to, from)| *to = *from),
    }
    u64::from_le_bytes(bytes)
}

/// The parts with their first eight bytes as a number, and which of its bits count.
static HEADS: [(&str, u64, u64); PARTS.len()] = heads();

#[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
const fn heads() -> [(&'static str, u64, u64); PARTS.len()] {
    let mut heads = [("", 0, 0); PARTS.len()];
    let mut at = 0;
    while at < PARTS.len() {
        let part = PARTS[at].as_bytes();
        let (mut head, mut mask, mut place) = (0_u64, 0_u64, 0);
        while place < part.len() && place < 8 {
            head |= (part[place] as u64) << (8 * place);
            mask |= 0xFF << (8 * place);
            place += 1;
        }
        heads[at] = (PARTS[at], head, mask);
        at += 1;
    }
    heads
}

/// For each first letter where its parts stand in the list.
const BUCKETS: [(usize, usize); 26] = buckets();

#[expect(clippy::indexing_slicing, reason = "evaluated when compiling; the list is sorted, letters are lower-case")]
const fn buckets() -> [(usize, usize); 26] {
    let mut buckets = [(0, 0); 26];
    let mut at = 0;
    while at < PARTS.len() {
        let letter = (PARTS[at].as_bytes()[0] - b'a') as usize;
        let from = if buckets[letter].1 == 0 { at } else { buckets[letter].0 };
        buckets[letter] = (from, at + 1);
        at += 1;
    }
    buckets
}

/// The parts that begin with this letter.
fn bucket(first: u8) -> &'static [(&'static str, u64, u64)] {
    let letter = usize::from(first.wrapping_sub(b'a'));
    BUCKETS.get(letter).and_then(|(from, to)| HEADS.get(*from..*to)).unwrap_or(&[])
}

/// Whether the byte at this start begins a word, not a later part of a compound.
#[inline]
pub(super) fn begins_word(text: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| text.get(before)).is_none_or(|before| !in_word(*before))
}

/// Whether a small word stands here that initials may leave out.
pub(super) fn small_word(text: &[u8], at: usize) -> bool {
    let Some(rest) = text.get(at..) else { return false };
    let length = rest.iter().take(5).take_while(|byte| in_word(**byte)).count();
    rest.get(..length).is_some_and(|word| SMALL.contains(&word))
}

/// The positions of the set bits, lowest first.
pub(super) fn positions(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = bits.trailing_zeros();
        bits &= bits.wrapping_sub(1);
        (at < 64).then_some(at as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn initials(text: &str) -> String {
        positions(starts(text.as_bytes())).map(|at| char::from(text.as_bytes()[at])).collect()
    }

    #[test]
    fn compounds_fall_into_their_parts() {
        assert_eq!(initials("volkshochschule goerlitz"), "vhsg");
        assert_eq!(initials("agentur fuer arbeit"), "afa");
        assert_eq!(initials("mehrgenerationenhaus"), "mgh");
        assert_eq!(initials("oeffentlichkeitsarbeit"), "oa");
        assert_eq!(initials("rathaus 12"), "rh1");
    }

    #[test]
    fn the_list_is_sorted_by_first_letter() {
        assert!(PARTS.is_sorted_by_key(|part| part.as_bytes()[0]));
        assert!(PARTS.iter().all(|part| part.bytes().all(|b| b.is_ascii_lowercase())));
    }

    #[test]
    fn small_words_are_whole_words() {
        assert!(small_word(b"amt fuer bildung", 4));
        assert!(!small_word(b"amt fuerst", 4));
    }
}
