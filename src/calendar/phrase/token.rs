//! Cuts a spoken phrase into numbers, folded words and signs, each with its place. Knows no meanings.

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::calendar) enum Kind {
    /// Digits, and how many there were.
    Number(u32, usize),
    /// Letters: lower case, ä as `ae`, ß as `ss`, apostrophes dropped.
    Word(String),
    /// Anything else but blanks; every dash is `-`.
    Sign(char),
}

/// A piece of the phrase.
#[derive(Clone, Debug)]
pub(in crate::calendar) struct Token {
    /// Byte offset of its first character.
    pub(in crate::calendar) at: usize,
    /// Byte offset after its last.
    pub(in crate::calendar) end: usize,
    pub(in crate::calendar) kind: Kind,
}

/// The tokens of `text` from byte `from` on.
pub(in crate::calendar) fn tokens(text: &str, from: usize) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::new();
    for (offset, c) in text.get(from..).unwrap_or_default().char_indices() {
        let (at, end) = (from + offset, from + offset + c.len_utf8());
        if c.is_whitespace() {
            continue;
        }
        let glued = all.last_mut().filter(|t| t.end == at);
        match (glued.map(|t| (&mut t.kind, &mut t.end)), c) {
            (Some((Kind::Number(n, digits), last)), '0'..='9') => {
                *n = n.saturating_mul(10).saturating_add(u32::from(c) - u32::from('0'));
                *digits += 1;
                *last = end;
            }
            (Some((Kind::Word(word), last)), _) if is_letter(c) || matches!(c, '\'' | '’') => {
                fold(c, word);
                *last = end;
            }
            _ => all.push(Token { at, end, kind: first(c) }),
        }
    }
    all
}

/// A token that begins with this character.
fn first(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Number(u32::from(c) - u32::from('0'), 1),
        '-' | '\u{2010}'..='\u{2015}' | '−' => Kind::Sign('-'),
        '×' => Kind::Word("x".to_owned()),
        _ if is_letter(c) => {
            let mut word = String::new();
            fold(c, &mut word);
            Kind::Word(word)
        }
        _ => Kind::Sign(c),
    }
}

/// Letters, and the two dots that may follow one as a character of their own.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == '\u{308}'
}

fn fold(c: char, word: &mut String) {
    for c in c.to_lowercase() {
        match c {
            'ä' => word.push_str("ae"),
            'ö' => word.push_str("oe"),
            'ü' => word.push_str("ue"),
            'ß' => word.push_str("ss"),
            '\u{308}' => word.push('e'),
            '\'' | '’' => {}
            _ => word.push(c),
        }
    }
}

/// A place among the tokens from which clauses are tried.
#[derive(Clone, Debug)]
pub(in crate::calendar) struct Scan<'t> {
    tokens: &'t [Token],
    pos: usize,
}

impl<'t> Scan<'t> {
    pub(in crate::calendar) const fn new(tokens: &'t [Token]) -> Self {
        Self { tokens, pos: 0 }
    }

    fn token(&self, ahead: usize) -> Option<&'t Token> {
        self.tokens.get(self.pos + ahead)
    }

    /// How many tokens are used up.
    pub(in crate::calendar) const fn pos(&self) -> usize {
        self.pos
    }

    /// Where the next token starts, if there is one.
    pub(in crate::calendar) fn at(&self) -> Option<usize> {
        self.token(0).map(|t| t.at)
    }

    /// The word `ahead` tokens from here, or "".
    pub(in crate::calendar) fn word(&self, ahead: usize) -> &'t str {
        match self.token(ahead).map(|t| &t.kind) {
            Some(Kind::Word(word)) => word,
            _ => "",
        }
    }

    pub(in crate::calendar) fn number(&self, ahead: usize) -> Option<u32> {
        match self.token(ahead)?.kind {
            Kind::Number(n, _) => Some(n),
            _ => None,
        }
    }

    /// How many digits the number there has, 0 if it is none.
    pub(in crate::calendar) fn digits(&self, ahead: usize) -> usize {
        match self.token(ahead).map(|t| &t.kind) {
            Some(Kind::Number(_, digits)) => *digits,
            _ => 0,
        }
    }

    pub(in crate::calendar) fn sign(&self, ahead: usize) -> Option<char> {
        match self.token(ahead)?.kind {
            Kind::Sign(c) => Some(c),
            _ => None,
        }
    }

    /// Does the token `ahead` stand right after the one before it, without a blank?
    pub(in crate::calendar) fn glued(&self, ahead: usize) -> bool {
        let before = (self.pos + ahead).checked_sub(1).and_then(|i| self.tokens.get(i));
        before.zip(self.token(ahead)).is_some_and(|(a, b)| a.end == b.at)
    }

    pub(in crate::calendar) const fn skip(&mut self, tokens: usize) {
        self.pos += tokens;
    }

    pub(in crate::calendar) fn eat_sign(&mut self, sign: char) -> bool {
        let found = self.sign(0) == Some(sign);
        self.pos += usize::from(found);
        found
    }

    /// Takes the next word if it is one of these.
    pub(in crate::calendar) fn eat(&mut self, words: &[&str]) -> bool {
        let found = words.contains(&self.word(0)) && !self.word(0).is_empty();
        self.pos += usize::from(found);
        found
    }

    /// Takes all of these words in a row (dashes between them do not count), or none.
    pub(in crate::calendar) fn eat_all(&mut self, words: &str) -> bool {
        let mut ahead = self.clone();
        for word in words.split(' ') {
            while ahead.pos > self.pos && ahead.eat_sign('-') {}
            if !ahead.eat(&[word]) {
                return false;
            }
        }
        self.pos = ahead.pos;
        true
    }

    /// Takes the next word if it has a meaning in this table.
    pub(in crate::calendar) fn take<T>(&mut self, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = meaning(self.word(0)).filter(|_| !self.word(0).is_empty());
        self.pos += usize::from(found.is_some());
        found
    }

    /// Runs a clause; where it finds nothing, the place stays.
    pub(in crate::calendar) fn attempt<T>(&mut self, clause: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = self.clone();
        let found = clause(&mut ahead);
        if found.is_some() {
            self.pos = ahead.pos;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_however_typed() {
        let words = |text: &str| tokens(text, 0).into_iter().map(|t| t.kind).collect::<Vec<_>>();
        let word = |w: &str| Kind::Word(w.into());
        assert_eq!(words("MÄRZ maerz ma\u{308}rz März"), vec![word("maerz"); 4]);
        assert_eq!(
            words("14–täglich, o'clock"),
            [Kind::Number(14, 2), Kind::Sign('-'), word("taeglich"), Kind::Sign(','), word("oclock")]
        );
    }
}
