//! The measures as columns, in words a practitioner understands, each with what it says. Knows no values.

use super::FIGURES;
use crate::app::Context;
use crate::app::board::{Align, Column};

/// A measure that has a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Memberships, members.
    Ties,
    /// Betweenness.
    Between,
    /// Closeness.
    Close,
    /// Burt's effective size.
    Own,
    /// Burt's constraint.
    Constraint,
    /// k-core.
    Core,
    /// The part it belongs to.
    Part,
    /// The rank of pages.
    Rank,
    /// Cut point.
    Cut,
}

/// The measures of a mode, in their order.
pub(super) fn of(mode: usize, rank: bool) -> Vec<Measure> {
    use Measure::{Between, Close, Constraint, Core, Cut, Own, Part, Rank, Ties};
    let all: &[Measure] = match mode {
        0 => &[Ties, Between, Close, Own, Constraint, Core, Part, Rank, Cut],
        1 => &[Ties, Between, Close, Core, Part, Rank, Cut],
        _ => &[],
    };
    all.iter().copied().filter(|measure| rank || *measure != Rank).collect()
}

/// The columns of a mode.
pub(super) fn columns(mode: usize, measures: &[Measure], cx: &Context) -> Vec<Column> {
    let texts = &cx.texts.measures;
    if mode == FIGURES {
        let fixed = |column: Column| Column { fixed: true, ..column };
        return vec![
            fixed(Column::text(texts.figure, 44, 0)),
            fixed(Column::number(texts.value, 18, 0)),
            fixed(Column { rank: 1, ..Column::wide(texts.says) }),
        ];
    }
    let title = if mode == 0 { texts.actor } else { texts.network };
    let first = Column { least: 36, ..Column::wide(title) };
    let each = measures.iter().map(|measure| {
        let column = Column::number(&measure.label(mode, cx), 16, measure.leaves());
        Column { down_first: true, align: if *measure == Measure::Cut { Align::Left } else { Align::Right }, ..column }
    });
    std::iter::once(first).chain(each).collect()
}

impl Measure {
    /// Where there is no room, columns with the highest go first.
    fn leaves(self) -> u8 {
        match self {
            Measure::Between => 0,
            Measure::Ties => 1,
            Measure::Close => 2,
            Measure::Cut => 3,
            Measure::Rank => 4,
            Measure::Own => 5,
            Measure::Part => 6,
            Measure::Core => 7,
            Measure::Constraint => 8,
        }
    }

    /// What it is called.
    pub(super) fn label(self, mode: usize, cx: &Context) -> String {
        let texts = &cx.texts.measures;
        let label = match self {
            Measure::Ties if mode == 0 => texts.seats,
            Measure::Ties => texts.members,
            Measure::Between => texts.between,
            Measure::Close => texts.close,
            Measure::Own => texts.own,
            Measure::Constraint => texts.constraint,
            Measure::Core => texts.core,
            Measure::Part => texts.part,
            Measure::Rank => texts.rank,
            Measure::Cut => texts.cut,
        };
        label.to_owned()
    }

    /// What it says and what not.
    pub(super) fn explained(self, mode: usize, cx: &Context) -> &'static str {
        let texts = &cx.texts.measures;
        match self {
            Measure::Ties if mode == 0 => texts.on_seats,
            Measure::Ties => texts.on_members,
            Measure::Between => texts.on_between,
            Measure::Close => texts.on_close,
            Measure::Own => texts.on_own,
            Measure::Constraint => texts.on_constraint,
            Measure::Core => texts.on_core,
            Measure::Part => texts.on_part,
            Measure::Rank => texts.on_rank,
            Measure::Cut => texts.on_cut,
        }
    }
}
