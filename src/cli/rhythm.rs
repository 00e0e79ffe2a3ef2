//! `runde rhythm`: what the noted meetings of a network or of a rhythm show, beside what was agreed.

use super::args::Show;
use super::desk::Desk;
use super::fault::Failure;
use super::out::columns;
use super::resolve::{Meant, resolve};
use super::show::several;
use crate::analysis::agenda::zone;
use crate::analysis::{habit, series};
use crate::calendar::{Observed, Recurrence, show_date, speak, weekday_name};
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Record, rhythm};
use crate::store::json::Json;
use crate::store::{Store, title};

pub(super) fn run(args: &Show, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let today = desk.now.with_time_zone(zone(&store)).date();
    let name = args.name.join(" ");
    let (record, seen) = match resolve(&store, &name) {
        Meant::One(Kind::Network, record) => (record, habit::of_network(&store, &record.id, today)),
        Meant::One(Kind::Rhythm, record) => (record, habit::of_rhythm(&store, record, today)),
        Meant::One(..) => return Err(Failure::Words(fill(desk.lang.texts().calendar.not_a_body, &[&name]))),
        Meant::Several(candidates) => return several(&name, &candidates, &store, desk),
        Meant::Nobody => {
            let words = fill(desk.texts.nobody, &[&name]);
            desk.say(&words)?;
            return Ok(1);
        }
    };
    if args.json {
        desk.out.json(&json(seen.as_ref()).pretty())?;
    } else if let Some(seen) = &seen {
        desk.out.strong(&title(&store, record))?;
        let aligned = desk.out.terminal;
        desk.out.text(&columns(&rows(&store, record, seen, desk.lang), aligned))?;
    }
    if seen.is_none() {
        let words = fill(desk.lang.texts().calendar.no_meetings, &[&title(&store, record)]);
        desk.say(&words)?;
        return Ok(1);
    }
    Ok(0)
}

/// What was agreed: the rhythms as people say them.
fn agreed(store: &Store, record: &Record, lang: Lang) -> Vec<String> {
    let own = |one: &&Record| one.id == record.id || *one.text(rhythm::NETWORK) == *record.id;
    let all = store.all(Kind::Rhythm).map(|one| &**one).filter(own);
    all.map(|one| series::spoken(one, lang)).filter(|said| !said.is_empty()).collect()
}

fn rows(store: &Store, record: &Record, seen: &Observed, lang: Lang) -> Vec<Vec<String>> {
    let texts = &lang.texts().calendar;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut fact = |label: &str, text: String| rows.push(vec![label.to_owned(), text]);
    for said in agreed(store, record, lang) {
        fact(texts.agreed, said);
    }
    fact(texts.seen, seen.meetings.to_string());
    fact(texts.last, fill(texts.days_ago, &[&show_date(seen.last, lang), &seen.days_since.to_string()]));
    if let Some(gap) = seen.median_gap_days {
        fact(texts.gap, fill(texts.in_days, &[&gap.to_string().replace('.', lang.pick(",", "."))]));
    }
    let day = seen.weekday.map(|day| weekday_name(day, lang).to_owned());
    let hour = seen.time.map(|time| fill(texts.hour, &[&time.strftime("%H:%M").to_string()]));
    let length = seen.length.map(|length| length.speak(lang));
    let usual: Vec<String> = [day, hour, length].into_iter().flatten().collect();
    if !usual.is_empty() {
        fact(texts.usually, usual.join(", "));
    }
    fact(texts.proposal, proposal(seen, lang));
    let state = match (seen.dormant, seen.overdue) {
        (true, _) => texts.dormant,
        (false, true) => texts.overdue,
        (false, false) => texts.on_time,
    };
    fact(texts.state, state.to_owned());
    rows
}

fn proposal(seen: &Observed, lang: Lang) -> String {
    let texts = &lang.texts().calendar;
    let said = |found: &crate::calendar::Proposal| {
        let spoken = speak(&Recurrence::from(found.rule.clone()), seen.time, lang);
        fill(texts.fits, &[&spoken, &found.fits.to_string(), &found.of.to_string()])
    };
    seen.proposal.as_ref().map_or_else(|| texts.no_proposal.to_owned(), said)
}

fn json(seen: Option<&Observed>) -> Json {
    let whole = |number: usize| Json::Whole(i64::try_from(number).unwrap_or(i64::MAX));
    let proposal = seen.and_then(|seen| seen.proposal.as_ref());
    let fit = |found: &crate::calendar::Proposal| Json::map([("fits", whole(found.fits)), ("of", whole(found.of))]);
    let gap = seen.and_then(|seen| seen.median_gap_days);
    Json::map([
        ("meetings", whole(seen.map_or(0, |seen| seen.meetings))),
        ("median_gap_days", gap.map_or(Json::Null, |gap| Json::Raw(format!("{gap:?}")))),
        ("rrule_guess", proposal.map_or(Json::Null, |found| Json::Text(found.rule.to_string()))),
        ("fit", proposal.map_or(Json::Null, fit)),
        ("last", seen.map_or(Json::Null, |seen| Json::Text(seen.last.to_string()))),
        ("overdue", Json::Flag(seen.is_some_and(|seen| seen.overdue))),
        ("dormant", Json::Flag(seen.is_some_and(|seen| seen.dormant))),
    ])
}
