//! What a board is made of: columns, rows, cells. Knows nothing of where they come from.

use crate::app::card::Tone;
use crate::landscape::{Id, Kind};
use crate::search::fold;

/// On which side the text of a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Texts.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// On which side its text stands.
    pub align: Align,
    /// The most columns of the screen it takes; none for the one that takes what is left.
    pub widest: Option<u16>,
    /// Where there is no room, columns with the highest rank go first; those with 0 stay.
    pub rank: u8,
    /// Cannot be sorted by.
    pub fixed: bool,
    /// Sorted downwards first: the largest is what one looks for.
    pub down_first: bool,
    /// The least columns of the screen the one takes that gets what is left; others go before it gets less.
    pub least: u16,
}

impl Column {
    /// The column that takes what is left.
    #[must_use]
    pub fn wide(title: &str) -> Self {
        Column {
            title: title.to_owned(),
            align: Align::Left,
            widest: None,
            rank: 0,
            fixed: false,
            down_first: false,
            least: 18,
        }
    }

    /// A column of texts, at most this wide.
    #[must_use]
    pub fn text(title: &str, widest: u16, rank: u8) -> Self {
        Column { widest: Some(widest), rank, ..Column::wide(title) }
    }

    /// A column of numbers, at most this wide.
    #[must_use]
    pub fn number(title: &str, widest: u16, rank: u8) -> Self {
        Column { align: Align::Right, ..Column::text(title, widest, rank) }
    }
}

/// What one cell says.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// What it is sorted by, where that is a number.
    pub number: Option<f64>,
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Cell { text: text.into(), tone: Tone::Plain, number: None }
    }

    /// A number, said like this.
    #[must_use]
    pub fn number(number: f64, text: impl Into<String>) -> Self {
        Cell { number: Some(number), ..Cell::text(text) }
    }

    /// The same, meant like this.
    #[must_use]
    pub fn tone(self, tone: Tone) -> Self {
        Cell { tone, ..self }
    }
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What it is known by, so that it stays selected when the rows change.
    pub key: String,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Where Enter leads.
    pub to: Option<(Kind, Id)>,
    /// Or to the list of networks that these filter terms take.
    pub list: Option<String>,
    /// What stands below the list while it is selected: label and text; the label may be empty.
    pub foot: Vec<(String, String)>,
}

impl Row {
    /// A row known by this, with these cells.
    #[must_use]
    pub fn new(key: impl Into<String>, cells: Vec<Cell>) -> Self {
        Row { key: key.into(), cells, to: None, list: None, foot: Vec::new() }
    }

    /// The same, leading there.
    #[must_use]
    pub fn to(self, kind: Kind, id: Id) -> Self {
        Row { to: Some((kind, id)), ..self }
    }

    /// The same, leading to the networks these filter terms take.
    #[must_use]
    pub fn list(self, terms: String) -> Self {
        Row { list: Some(terms), ..self }
    }

    /// The same with one thing more below the list.
    #[must_use]
    pub fn say(mut self, label: impl Into<String>, text: impl Into<String>) -> Self {
        self.foot.push((label.into(), text.into()));
        self
    }

    /// Does the row hold all these folded words, in its cells or below?
    pub(super) fn holds(&self, words: &[String]) -> bool {
        let said = self.cells.iter().map(|cell| cell.text.as_str());
        let all = said.chain(self.foot.iter().map(|(_, text)| text.as_str())).collect::<Vec<_>>().join(" ");
        let all = fold(&all);
        words.iter().all(|word| all.contains(word.as_str()))
    }

    /// The row as one line of text, cells apart by tabs.
    pub(super) fn line(&self) -> String {
        self.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("\t")
    }
}
