//! How much room the matrix has: the column of names, those of the questions, that of the progress. Knows no data.

use ratatui::layout::Rect;

/// Columns of the progress: a blank, then `12/14`.
const PROGRESS: u16 = 6;

/// Where everything stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    /// Columns of the names.
    pub names: u16,
    /// Columns of each question.
    pub cell: u16,
    /// Where the first question begins.
    pub left: u16,
    /// Where the progress begins.
    pub right: u16,
}

impl Table {
    /// The widest questions that leave enough for the names.
    pub fn of(inside: Rect, questions: usize) -> Table {
        let questions = u16::try_from(questions).unwrap_or(u16::MAX);
        let room = inside.width.saturating_sub(1 + PROGRESS);
        let names = |cell: u16| room.saturating_sub(questions.saturating_mul(cell) + 1);
        let fits = |cell: &u16| names(*cell) >= if *cell > 3 { 30 } else { 20 };
        let cell = (2..=5).rev().find(fits).unwrap_or(1);
        let names = names(cell);
        let left = inside.x + 1 + names + 1;
        Table { names, cell, left, right: inside.right().saturating_sub(PROGRESS) }
    }

    /// Where a question begins.
    pub fn x(self, question: usize) -> u16 {
        self.left.saturating_add(u16::try_from(question).unwrap_or(0).saturating_mul(self.cell))
    }

    /// Is there room for heads above the columns?
    pub fn headed(self) -> bool {
        self.cell >= 3
    }

    /// How many columns the head of a question may take: two lines of heads share the room.
    pub fn head(self) -> usize {
        usize::from(self.cell) * 2 - 1
    }
}
