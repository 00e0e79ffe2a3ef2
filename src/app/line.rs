//! The line editor: a text, a cursor, the steps of readline. Texts of several lines hold their breaks inside. Knows
//! no widths and no screens.

use super::action::{Action, Line as Step};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

/// A text being typed.
#[derive(Clone, Debug, Default)]
pub struct Line {
    input: Input,
    many: bool,
}

impl Line {
    /// One line of text, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Line { input: Input::new(text.to_owned()), many: false }
    }

    /// A text of several lines, the cursor at its end.
    #[must_use]
    pub fn many(text: &str) -> Self {
        Line { input: Input::new(text.to_owned()), many: true }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// May it hold line breaks?
    #[must_use]
    pub fn is_many(&self) -> bool {
        self.many
    }

    /// Where the cursor stands, in bytes.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.text().char_indices().nth(self.input.cursor()).map_or(self.text().len(), |(at, _)| at)
    }

    /// Puts another text in the place of this one.
    pub fn replace(&mut self, text: &str) {
        self.input = Input::new(String::new());
        self.insert(text);
    }

    /// Types a character.
    pub fn press(&mut self, letter: char) {
        if !letter.is_control() {
            self.input.handle(InputRequest::InsertChar(letter));
        }
    }

    /// Inserts text at the cursor. Control characters stay out; line breaks become blanks where only one line may stand.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let allowed = |letter: char| match letter {
            '\n' if self.many => Some('\n'),
            '\n' | '\t' => Some(' '),
            letter => (!letter.is_control()).then_some(letter),
        };
        let text: String = text.chars().filter_map(allowed).collect();
        let (before, after) = self.halves();
        let cursor = before.len() + text.len();
        self.put(format!("{before}{text}{after}"), cursor);
    }

    /// Takes a step. False when there was nowhere to go up or down to.
    pub fn step(&mut self, step: Step) -> bool {
        match step {
            Step::Up | Step::Down => return self.many && self.row(step == Step::Down),
            Step::Break if self.many => drop(self.input.handle(InputRequest::InsertChar('\n'))),
            Step::Break => {}
            Step::Start | Step::End | Step::DeleteToStart | Step::DeleteToEnd if self.many => self.within_row(step),
            _ => drop(self.input.handle(request(step))),
        }
        true
    }

    /// Does what an action says, if it types. False when it does not.
    pub fn take(&mut self, action: &Action) -> bool {
        match action {
            Action::Type(letter) => self.press(*letter),
            Action::Paste(text) => self.insert(text),
            Action::Line(step) => drop(self.step(*step)),
            _ => return false,
        }
        true
    }

    fn halves(&self) -> (&str, &str) {
        self.text().split_at_checked(self.cursor()).unwrap_or((self.text(), ""))
    }

    /// Sets text and cursor (in bytes).
    fn put(&mut self, text: String, cursor: usize) {
        let chars = text.get(..cursor).unwrap_or(&text).chars().count();
        self.input = Input::new(text).with_cursor(chars);
    }

    /// What lies between the cursor and the ends of its row.
    fn within_row(&mut self, step: Step) {
        let (before, after) = self.halves();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = before.len() + after.find('\n').unwrap_or(after.len());
        let (text, cursor) = (self.text().to_owned(), before.len());
        let cut = |from: usize, to: usize| {
            let (head, tail) = (text.get(..from).unwrap_or(""), text.get(to..).unwrap_or(""));
            (format!("{head}{tail}"), from)
        };
        let (text, cursor) = match step {
            Step::Start => (text, start),
            Step::End => (text, end),
            Step::DeleteToStart => cut(start, cursor),
            _ => cut(cursor, end),
        };
        self.put(text, cursor);
    }

    /// Up or down a row, to the same place in it as far as it goes.
    fn row(&mut self, down: bool) -> bool {
        let (before, after) = self.halves();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let place = before.get(start..).unwrap_or("").graphemes(true).count();
        let target = if down {
            after.find('\n').map(|at| before.len() + at + 1)
        } else {
            start.checked_sub(1).map(|end| before.get(..end).and_then(|rows| rows.rfind('\n')).map_or(0, |at| at + 1))
        };
        let Some(target) = target else { return false };
        let row = self.text().get(target..).unwrap_or("").split('\n').next().unwrap_or("");
        let inside = row.grapheme_indices(true).nth(place).map_or(row.len(), |(at, _)| at);
        let text = self.text().to_owned();
        self.put(text, target + inside);
        true
    }
}

fn request(step: Step) -> InputRequest {
    match step {
        Step::Left => InputRequest::GoToPrevChar,
        Step::Right => InputRequest::GoToNextChar,
        Step::WordLeft => InputRequest::GoToPrevWord,
        Step::WordRight => InputRequest::GoToNextWord,
        Step::Start | Step::Up => InputRequest::GoToStart,
        Step::End | Step::Down | Step::Break => InputRequest::GoToEnd,
        Step::Backspace => InputRequest::DeletePrevChar,
        Step::Delete => InputRequest::DeleteNextChar,
        Step::DeleteWord => InputRequest::DeletePrevWord,
        Step::DeleteToStart => InputRequest::DeleteFromStart,
        Step::DeleteToEnd => InputRequest::DeleteTillEnd,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_over_whole_signs() {
        let mut line = Line::new("Büro 👩‍🔬");
        line.step(Step::Left);
        assert_eq!(line.cursor(), "Büro ".len());
        line.step(Step::Delete);
        line.step(Step::DeleteWord);
        assert_eq!(line.text(), "");
        assert!(!line.step(Step::Up));
    }

    #[test]
    fn what_is_pasted_is_made_harmless() {
        let mut line = Line::new("ab");
        line.step(Step::Left);
        line.insert("1\r\n2\u{1b}[31m\t");
        assert_eq!((line.text(), line.cursor()), ("a1 2[31m b", 9));
        let mut text = Line::many("");
        text.insert("1\r\n2\r3\u{7}");
        assert_eq!(text.text(), "1\n2\n3");
    }

    #[test]
    fn rows_of_a_text_are_walked_and_cut_one_by_one() {
        let mut text = Line::many("äöü\nx\n12345");
        assert!(text.step(Step::Up));
        assert_eq!(text.cursor(), "äöü\nx".len());
        assert!(text.step(Step::Up) && !text.step(Step::Up));
        text.step(Step::DeleteToEnd);
        assert_eq!(text.text(), "ä\nx\n12345");
        text.step(Step::End);
        text.step(Step::Break);
        assert_eq!(text.text(), "ä\n\nx\n12345");
        assert!(text.step(Step::Down) && text.step(Step::Down) && !text.step(Step::Down));
        text.step(Step::End);
        text.step(Step::DeleteToStart);
        assert_eq!(text.text(), "ä\n\nx\n");
    }
}
