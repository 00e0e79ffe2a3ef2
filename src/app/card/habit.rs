//! What was observed of how a body meets, beside what people say; and taking it over as the rule.

use super::row::{At, Row, Tone};
use super::sheet::Sheet;
use crate::analysis::series::spoken;
use crate::analysis::takeover;
use crate::app::Context;
use crate::calendar::{Observed, weekday_name};
use crate::i18n::fill;
use crate::landscape::{Id, Kind, Record, id, rhythm};
use crate::store::{Change, title};

/// From so many meetings on there is something to observe.
const FEWEST: usize = 3;

/// The lines; none where too little is noted.
pub(super) fn rows(sheet: &Sheet, meetings: &[&Record], rhythms: &[&Record]) -> Vec<Row> {
    let Some(seen) = takeover::of(meetings, rhythms, sheet.cx.now.date()).filter(|seen| seen.meetings >= FEWEST) else {
        return Vec::new();
    };
    let texts = &sheet.cx.texts.habit;
    let at = match rhythms {
        [one] => At::field(Kind::Rhythm, &one.id, rhythm::RULE),
        _ => At::record(sheet.kind, &sheet.record.id),
    };
    // Where all is as agreed, a network's card says so in a line; the figures stand on the rhythm's own.
    if sheet.kind == Kind::Network && !seen.overdue && kept(meetings, rhythms, &seen) {
        let fits = seen.proposal.as_ref().map_or_else(String::new, |best| counted(sheet, best.fits, best.of));
        let row = Row::fact(sheet.cx.texts.habit.observed).say(sheet.cx.texts.habit.same, Tone::Good);
        return vec![row.and(&fits, Tone::Quiet).at(at)];
    }
    let facts = facts(sheet, &seen);
    let facts = if seen.dormant {
        facts.and(texts.dormant, Tone::Warn)
    } else if seen.overdue {
        facts.and(texts.overdue, Tone::Warn)
    } else {
        facts
    };
    let rule = rule(sheet, meetings, rhythms, &seen);
    std::iter::once(facts).chain(rule).map(|row| row.at(at.clone())).collect()
}

/// Does the one rhythm there is keep to its rule?
fn kept(meetings: &[&Record], rhythms: &[&Record], seen: &Observed) -> bool {
    matches!(rhythms, [one] if takeover::keeps_to(one, meetings, seen))
}

/// "7 of 9 meetings".
fn counted(sheet: &Sheet, fits: usize, of: usize) -> String {
    fill(sheet.cx.texts.habit.fits, &[&fits.to_string(), &of.to_string()])
}

/// How many, how far apart, on which day, at what hour.
fn facts(sheet: &Sheet, seen: &Observed) -> Row {
    let (texts, lang) = (&sheet.cx.texts.habit, sheet.lang());
    let row = Row::fact(texts.observed).say(&fill(texts.meetings, &[&seen.meetings.to_string()]), Tone::Plain);
    let gap = seen.median_gap_days.map(|gap| fill(texts.gap, &[&format!("{gap:.0}")]));
    let row = row.and(gap.as_deref().unwrap_or(""), Tone::Plain);
    let usual = [
        seen.weekday.map(|day| weekday_name(day, lang).to_owned()),
        seen.time.map(|time| time.strftime("%H:%M").to_string()),
    ];
    let usual: Vec<String> = usual.into_iter().flatten().collect();
    let usual = if usual.is_empty() { String::new() } else { fill(texts.mostly, &[&usual.join(", ")]) };
    row.and(&usual, Tone::Plain)
}

/// The rule that would fit, and how many of the meetings it fits; whether a key takes it over.
fn rule(sheet: &Sheet, meetings: &[&Record], rhythms: &[&Record], seen: &Observed) -> Option<Row> {
    let texts = &sheet.cx.texts.habit;
    let proposal = seen.proposal.as_ref()?;
    let fits = counted(sheet, proposal.fits, proposal.of);
    if kept(meetings, rhythms, seen) {
        return Some(Row::fact("").say(texts.same, Tone::Good).and(&fits, Tone::Quiet));
    }
    let empty = Record::new(Kind::Rhythm.shape(), Id::none());
    let new = takeover::taken_over(&empty, meetings, seen)?;
    let said = format!("{} {}", texts.would_be, spoken(&new, sheet.lang()));
    let row = Row::fact("").say(&said, Tone::Plain).and(&fits, Tone::Quiet);
    Some(if rhythms.len() < 2 { row.and(texts.takes, Tone::Quiet) } else { row })
}

/// The change that makes what was observed the rule of a rhythm, or of the one rhythm a network has; a network without
/// one gets it.
///
/// # Errors
/// Why that is not possible, in words.
pub fn take_over(kind: Kind, record: &Record, cx: &Context) -> Result<(Change, Id), &'static str> {
    let texts = &cx.texts.habit;
    let (data, store) = (cx.data, cx.data.store());
    let from = |kind: Kind, id: &str| -> Vec<&Record> {
        data.refs().from(kind, id, store).into_iter().map(|one| &**one).collect()
    };
    let network = match kind {
        Kind::Network => record.id.as_str(),
        Kind::Rhythm => record.text(rhythm::NETWORK),
        _ => return Err(texts.nothing),
    };
    let rhythms = if kind == Kind::Rhythm { vec![record] } else { from(Kind::Rhythm, network) };
    let meetings = if kind == Kind::Rhythm { from(Kind::Meeting, &record.id) } else { from(Kind::Meeting, network) };
    let seen = takeover::of(&meetings, &rhythms, cx.now.date()).filter(|seen| seen.meetings >= FEWEST);
    let seen = seen.filter(|seen| seen.proposal.is_some()).ok_or(texts.nothing)?;
    match rhythms.as_slice() {
        [] => {
            let id = id::random().map_err(|_| cx.texts.form.no_random)?;
            let new = Record::new(Kind::Rhythm.shape(), Id::fresh(Kind::Rhythm, false, "", id));
            let new = takeover::taken_over(&new.with_text(rhythm::NETWORK, network), &meetings, &seen)
                .ok_or(texts.nothing)?;
            let (name, id) = (title(store, &new), new.id.clone());
            Ok((Change::create(Kind::Rhythm, new, &name), id))
        }
        [one] => {
            let new = takeover::taken_over(one, &meetings, &seen).ok_or(texts.already)?;
            Ok((Change::update(Kind::Rhythm, one, &new, &title(store, one)), one.id.clone()))
        }
        _ => Err(texts.several),
    }
}
