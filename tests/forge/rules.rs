//! Look-ups by rule: what a hurried person types to find a given name, and which names would answer as well.
//!
//! A query is made from some words of a name. A name *answers* the query when it has those words in full – or, for
//! rules that type only beginnings or initials, words with the same beginnings or initials. All answering names are
//! equally right, since nothing that was typed tells them apart; the best placed of them counts.

use super::Dice;

/// How the words were changed while typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The beginnings of two or three words, in any order.
    WordStarts,
    /// Two whole words, the later one first.
    OtherOrder,
    /// ä as ae.
    UmlautAe,
    /// ä as a.
    UmlautA,
    /// ä as a and a combining mark.
    UmlautDecomposed,
    /// First letters of the first two to four words, and another word in full.
    Initials,
    /// A usual abbreviation, and another word in full.
    Abbreviation,
    /// One letter left out, doubled, wrong, or two swapped in one of two words.
    Slip,
}

/// All rules.
pub const RULES: [Rule; 8] = [
    Rule::WordStarts,
    Rule::OtherOrder,
    Rule::UmlautAe,
    Rule::UmlautA,
    Rule::UmlautDecomposed,
    Rule::Initials,
    Rule::Abbreviation,
    Rule::Slip,
];

/// Usual abbreviations.
const SHORT: &[(&str, &str)] = &[
    ("volkshochschule", "vhs"),
    ("kreisvolkshochschule", "kvhs"),
    ("agentur fuer arbeit", "afa"),
    ("deutsches rotes kreuz", "drk"),
    ("grundschule", "gs"),
    ("jugendamt", "ja"),
    ("jugendberufsagentur", "jba"),
    ("mehrgenerationenhaus", "mgh"),
    ("gesundheitsamt", "ga"),
    ("wirtschaftsfoerderung", "wf"),
];

/// A query, and the numbers of the names that answer it.
#[derive(Clone, Debug)]
pub struct LookUp {
    /// The rule it was made by.
    pub rule: Rule,
    /// What is typed.
    pub query: String,
    /// Numbers of the names that answer.
    pub answers: Vec<usize>,
}

/// Plain spelling, made without the program's own folding.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().chars() {
        match c {
            'ä' | 'æ' => out.push_str("ae"),
            'ö' | 'ø' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            'é' => out.push('e'),
            'ş' | 'ś' => out.push('s'),
            c => out.push(c),
        }
    }
    out
}

/// The words of a name (letters and digits), as written.
fn words(name: &str) -> Vec<&str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Makes a look-up for name number `target`, unless the rule does not fit that name.
pub fn look_up(names: &[String], target: usize, rule: Rule, dice: &mut Dice) -> Option<LookUp> {
    let name = &names[target];
    let long: Vec<&str> = words(name).into_iter().filter(|word| word.chars().count() >= 5).collect();
    if long.len() < 2 {
        return None;
    }
    let first = dice.below(long.len() - 1);
    let second = first + 1 + dice.below(long.len() - first - 1);
    let (a, b) = (long[first], long[second]);
    let both = |query: String| Some((query, has_words(&[plain(a), plain(b)])));
    let (query, answers): Made = match rule {
        Rule::WordStarts => word_starts(&long, dice),
        Rule::OtherOrder => both(format!("{b} {a}"))?,
        Rule::UmlautAe => both(spelled(a, b, plain)?)?,
        Rule::UmlautA => both(spelled(a, b, |word| {
            word.replace(['ä', 'Ä'], "a").replace(['ö', 'Ö'], "o").replace(['ü', 'Ü'], "u")
        })?)?,
        Rule::UmlautDecomposed => both(spelled(a, b, decomposed)?)?,
        Rule::Initials => initials(name, dice)?,
        Rule::Abbreviation => abbreviation(name, dice)?,
        Rule::Slip => both(format!("{} {b}", slip(a, dice)))?,
    };
    let answers = (0..names.len()).filter(|n| answers(&plain(&names[*n]))).collect();
    Some(LookUp { rule, query, answers })
}

type Made = (String, Box<dyn Fn(&str) -> bool>);

/// Answers that have all these words in full.
fn has_words(wanted: &[String]) -> Box<dyn Fn(&str) -> bool> {
    let wanted = wanted.to_vec();
    Box::new(move |name| {
        let there = words(name);
        wanted.iter().all(|word| there.contains(&word.as_str()))
    })
}

fn word_starts(long: &[&str], dice: &mut Dice) -> Made {
    let mut typed: Vec<String> = Vec::new();
    for _ in 0..2 + dice.below(2) {
        let word = plain(long[dice.below(long.len())]);
        let length = word.len().min(4 + dice.below(3));
        typed.push(word[..length].to_owned());
    }
    let query = typed.join(" ");
    (query, Box::new(move |name| typed.iter().all(|typed| words(name).iter().any(|word| word.starts_with(typed)))))
}

/// The two words in another spelling, when that changes anything.
fn spelled(a: &str, b: &str, spell: impl Fn(&str) -> String) -> Option<String> {
    let umlaut = |word: &str| word.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']);
    (umlaut(a) || umlaut(b)).then(|| format!("{} {}", spell(a), spell(b)))
}

fn decomposed(word: &str) -> String {
    let pairs = [
        ('ä', "a\u{308}"),
        ('ö', "o\u{308}"),
        ('ü', "u\u{308}"),
        ('Ä', "A\u{308}"),
        ('Ö', "O\u{308}"),
        ('Ü', "U\u{308}"),
    ];
    pairs.iter().fold(word.to_owned(), |word, (one, two)| word.replace(*one, two))
}

fn initials(name: &str, dice: &mut Dice) -> Option<Made> {
    let folded = plain(name);
    let all = words(&folded);
    let count = 2 + dice.below(3);
    let rest: Vec<&&str> = all.get(count..)?.iter().filter(|word| word.len() >= 5).collect();
    let other = (**rest.get(dice.below(rest.len().max(1)))?).to_owned();
    let letters = |words: &[&str]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
    let typed = letters(&all[..count]);
    let query = format!("{typed} {other}");
    Some((
        query,
        Box::new(move |name| {
            let there = words(name);
            there.contains(&other.as_str()) && letters(&there).contains(&typed)
        }),
    ))
}

fn abbreviation(name: &str, dice: &mut Dice) -> Option<Made> {
    let folded = plain(name);
    let (long, short) = *SHORT.iter().find(|(long, _)| folded.starts_with(long))?;
    let all = words(folded.get(long.len()..)?);
    let rest: Vec<&&str> = all.iter().filter(|word| word.len() >= 5).collect();
    let other = (**rest.get(dice.below(rest.len().max(1)))?).to_owned();
    let query = format!("{short} {other}");
    Some((
        query,
        Box::new(move |name| {
            let there = words(name);
            there.contains(&other.as_str()) && (name.contains(long) || there.contains(&short))
        }),
    ))
}

/// One slip of the finger, not in the first letter.
fn slip(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = 1 + dice.below(letters.len() - 2);
    match dice.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters[at] = char::from(b'a' + u8::try_from(dice.below(26)).unwrap()),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}
