//! The card of the landscape itself: what it covers, what is in it, what it wants, its portal and its holidays.

use super::keeping;
use super::row::{At, Row, Tone};
use super::sheet::{Sheet, counted, under};
use super::{guide, voices, when, work};
use crate::arrange::Arrange as _;
use crate::landscape::{Kind, holiday, the_landscape, vocabulary};

pub(super) fn page(sheet: &Sheet) -> (String, Vec<Row>) {
    let (record, texts) = (sheet.record, sheet.texts());
    let fields = [
        (the_landscape::OWN_UNIT, texts.own_unit),
        (the_landscape::THEMES, texts.our_themes),
        (the_landscape::AREA, texts.area),
        (the_landscape::LAND, texts.land),
        (the_landscape::TIMEZONE, texts.timezone),
    ];
    let mut rows = keeping::fields(sheet, &fields);
    let said = voices::about(sheet);
    rows.extend(voices::summary(sheet, &said));
    under(&mut rows, texts.channels, work::channels(sheet, the_landscape::CHANNELS));
    under(&mut rows, texts.contents, counts(sheet));
    under(&mut rows, texts.goals, work::goals(sheet, the_landscape::GOALS));
    under(&mut rows, texts.questions_heading, guide::decided(sheet, the_landscape::QUESTIONS));
    counted(&mut rows, texts.voices_heading, said.len(), voices::rows(sheet, &said));
    under(&mut rows, texts.holidays, holidays(sheet));
    keeping::notes(sheet, &mut rows, the_landscape::NOTES);
    keeping::foreign(sheet, &mut rows);
    let land = sheet.label("state", record.text(the_landscape::LAND));
    let kind = vocabulary::kind_label("landscape", 1, sheet.lang());
    let said: Vec<&str> =
        [kind, record.text(the_landscape::AREA), land].into_iter().filter(|text| !text.is_empty()).collect();
    (said.join(" · "), rows)
}

/// How many records of each kind.
fn counts(sheet: &Sheet) -> Vec<Row> {
    let filled = Kind::MANY.into_iter().map(|kind| (kind, sheet.store().count(kind))).filter(|(_, count)| *count > 0);
    let row = |(kind, count): (Kind, usize)| {
        let row = Row::fact(vocabulary::kind_label(kind.name(), 2, sheet.lang())).say(&count.to_string(), Tone::Plain);
        row.at(At::record(sheet.kind, &sheet.record.id))
    };
    filled.map(row).collect()
}

fn holidays(sheet: &Sheet) -> Vec<Row> {
    let mut parts: Vec<_> = sheet.record.parts(the_landscape::HOLIDAYS).iter().collect();
    parts.arrange_by_key(|part| part.text(holiday::FROM));
    let row = |part: &crate::landscape::Record| {
        let (from, until) = (part.text(holiday::FROM), part.text(holiday::UNTIL));
        let days = if until.is_empty() || until == from {
            when::moment(from, sheet.lang())
        } else {
            format!("{} – {}", when::day(from, sheet.lang()), when::day(until, sheet.lang()))
        };
        let over = sheet.past(if until.is_empty() { from } else { until });
        let row = Row::item().say(part.text(holiday::NAME), Tone::Plain).and(&days, Tone::Plain);
        let row = row.and(part.text(holiday::SOURCE), Tone::Quiet);
        let row = if row.spans.is_empty() { sheet.nameless(row) } else { row };
        let row = if over { row.all(Tone::Quiet) } else { row };
        row.at(sheet.at(the_landscape::HOLIDAYS))
    };
    parts.into_iter().map(row).collect()
}
