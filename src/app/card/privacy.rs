//! What the law asks about data of people: why they are kept, where they come from, whether the person knows, until when.

use super::keeping;
use super::row::{Row, Tone};
use super::sheet::Sheet;
use crate::landscape::actor;

/// The lines about data protection of a person.
pub(super) fn rows(sheet: &Sheet) -> Vec<Row> {
    let texts = sheet.texts();
    let mut rows = keeping::fields(
        sheet,
        &[
            (actor::PURPOSE, texts.data_purpose),
            (actor::BASIS, texts.data_basis),
            (actor::SOURCE, texts.data_source),
            (actor::COLLECTED_ON, texts.data_collected),
        ],
    );
    rows.push(informed(sheet));
    rows.push(retained(sheet));
    rows
}

fn informed(sheet: &Sheet) -> Row {
    let row = Row::fact(sheet.texts().data_informed);
    let row = match sheet.record.text(actor::INFORMED_ON) {
        "" => row.say(sheet.texts().not_informed, Tone::Warn),
        date => row.say(&sheet.day_and_distance(date), Tone::Plain),
    };
    row.at(sheet.at(actor::INFORMED_ON))
}

fn retained(sheet: &Sheet) -> Row {
    let row = Row::fact(sheet.texts().data_until);
    let row = match sheet.record.text(actor::RETAIN_UNTIL) {
        "" => row.say(sheet.texts().no_retention, Tone::Warn),
        date if sheet.past(date) => {
            row.say(&sheet.day_and_distance(date), Tone::Warn).and(sheet.texts().retention_over, Tone::Warn)
        }
        date => row.say(&sheet.day_and_distance(date), Tone::Plain),
    };
    row.at(sheet.at(actor::RETAIN_UNTIL))
}
