//! Double structures on a board: pairs of networks that look alike with each reason in words, and what people made of
//! them. A key notes a verdict with its reason; a judged pair stays quiet until its data change. Computes nothing itself: a
//! thread does (`Asked`).

use super::asked::{AsOf, Asked, Pending};
use super::board::{Board, Cell, Column, Content, Row};
use super::card::Tone;
use super::chooser::{Choice, Chooser, Entry, Topic};
use super::keymap::Scope;
use super::prompt::{Ask, Prompt};
use super::unite::Unite;
use super::{Action, Context, Message, Outcome, Overlay, Reply};
use crate::analysis::overlap::saving::Costs;
use crate::analysis::overlap::{By, Pair, basis, pairs_beside, words};
use crate::analysis::work::Work;
use crate::exchange::minutes::day;
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, Kind, Record, id, verdict, vocabulary};
use crate::store::{Change, Store, name_of, title};
use std::collections::HashSet;

/// The modes.
const OPEN: usize = 0;
const WEAK: usize = 1;
const JUDGED: usize = 2;

/// The board of double structures.
#[derive(Debug, Default)]
pub struct TwinList {
    asked: Asked<AsOf, [Vec<Row>; 3]>,
    /// The pair that is being judged, and how, while its reason is asked.
    judging: Option<(Id, Id, &'static str)>,
}

impl Content for TwinList {
    fn title(&self, cx: &Context) -> String {
        cx.texts.twins.title.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        let texts = &cx.texts.twins;
        vec![texts.mode_open, texts.mode_weak, texts.mode_judged]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.twins;
        vec![
            Column::wide(texts.col_a),
            Column::text(texts.col_b, 40, 0),
            Column::number(texts.col_shared, 12, if mode == JUDGED { 3 } else { 1 }),
            Column::text(if mode == JUDGED { texts.col_verdict } else { texts.col_same }, 24, 2),
        ]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let store = cx.data.store().clone();
        self.asked.ask(AsOf::now(cx), move |as_of, work| found(&store, as_of, work));
        self.asked.found().and_then(|rows| rows.get(mode)).cloned().unwrap_or_default()
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.twins.none
    }

    fn asked(&mut self) -> Option<&mut dyn Pending> {
        Some(&mut self.asked)
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Twins, Scope::Board, Scope::List, Scope::Everywhere]
    }

    fn act(&mut self, action: &Action, row: Option<&Row>, cx: &Context) -> Option<Reply> {
        let (a, b) = sides(row?, cx)?;
        match action {
            Action::Open => Some(Reply::Open(Box::new(which(&[a, b], cx)))),
            Action::Unite => {
                let network = |id: &Id| cx.data.store().get(Kind::Network, id).is_some();
                if !network(&a) || !network(&b) {
                    return Some(Reply::Say(Message::hint(cx.texts.twins.only_networks)));
                }
                let board = Board::new(Box::new(Unite::new(a, b)), cx);
                Some(Reply::Open(Box::new(Overlay::Board(Box::new(board)))))
            }
            Action::Judge(verdict) => {
                self.judging = Some((a, b, verdict));
                let title = fill(cx.texts.twins.reason_title, &[vocabulary::label("verdict", verdict, cx.lang)]);
                Some(Reply::Open(Box::new(Overlay::Prompt(Box::new(Prompt::titled(Ask::Reason, title))))))
            }
            _ => None,
        }
    }

    fn receive(&mut self, outcome: &Outcome, _: Option<&Row>, cx: &Context) -> Option<Reply> {
        let (a, b, verdict) = self.judging.take()?;
        let Outcome::Picked(said) = outcome else { return None };
        let reason = said.first().map_or("", String::as_str);
        let basis = basis(cx.data.store(), [&a, &b], &cx.now.date().to_string());
        Some(judged(&[a, b], verdict, reason, basis.as_deref().unwrap_or(""), cx))
    }
}

/// The two records a row is about.
fn sides(row: &Row, cx: &Context) -> Option<(Id, Id)> {
    let (a, b) = row.key.split_once('|')?;
    let known = |id: &str| cx.data.store().resolve(id).map(|(_, record)| record.id.clone());
    Some((known(a).unwrap_or_else(|| Id::new(a)), known(b).unwrap_or_else(|| Id::new(b))))
}

/// Which of the two to go to.
fn which(sides: &[Id; 2], cx: &Context) -> Overlay {
    let store = cx.data.store();
    let entries = sides.iter().zip(["A", "B"]).filter_map(|(id, letter)| {
        let (kind, record) = store.resolve(id)?;
        Some(Entry {
            text: title(store, record),
            beside: letter.to_owned(),
            keys: String::new(),
            refused: None,
            choice: Choice::Go(kind, record.id.clone()),
        })
    });
    Overlay::Chooser(Box::new(Chooser::new(Topic::Pair, entries.collect())))
}

/// The change that notes a verdict: in the record there is for this pair, else in a new one.
fn judged(sides: &[Id; 2], verdict: &str, reason: &str, basis: &str, cx: &Context) -> Reply {
    let store = cx.data.store();
    let [a, b] = sides;
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    let about = |record: &&std::sync::Arc<Record>| {
        let pair = (record.text(verdict::A), record.text(verdict::B));
        pair == (a.as_str(), b.as_str()) || pair == (b.as_str(), a.as_str())
    };
    let latest = store.all(Kind::Verdict).filter(about).max_by_key(|record| record.text(verdict::DATE));
    let old = latest.map_or_else(
        || {
            let free = id::random().map(|random| Id::fresh(Kind::Verdict, false, "", random));
            free.ok().map(|id| Record::new(&verdict::SHAPE, id))
        },
        |record| Some(Record::clone(record)),
    );
    let Some(old) = old else { return Reply::Say(Message::trouble(cx.texts.form.no_random)) };
    let me = if cx.me.is_empty() { old.text(verdict::BY).to_owned() } else { name_of(store, cx.me) };
    let mut new = old.clone().with_text(verdict::A, a).with_text(verdict::B, b).with_text(verdict::VERDICT, verdict);
    new = new.with_text(verdict::BY, &me).with_text(verdict::DATE, &cx.now.date().to_string());
    new = new.with_text(verdict::BASIS, basis);
    // A reason given before is not lost when another is given: the new one stands above it.
    if !reason.trim().is_empty() && reason != old.text(verdict::NOTES) {
        let notes = [reason.trim(), old.text(verdict::NOTES)].join("\n");
        new = new.with_text(verdict::NOTES, notes.trim_end());
    }
    let (name, id) = (title(store, &new), new.id.clone());
    let change = if latest.is_some() {
        Change::update(Kind::Verdict, &old, &new, &name)
    } else {
        Change::create(Kind::Verdict, new, &name)
    };
    Reply::Change(Box::new(change), Kind::Verdict, id)
}

/// The rows of each mode.
fn found(store: &Store, as_of: &AsOf, work: &Work) -> Option<[Vec<Row>; 3]> {
    let pairs = pairs_beside(store, &as_of.day.to_string(), &work.part(0, 50))?;
    work.step(50, 100)?;
    let costs = (!pairs.is_empty()).then(|| Costs::of(store, as_of.day));
    work.step(90, 100)?;
    let mut rows = [const { Vec::new() }; 3];
    for pair in &pairs {
        let mode = match () {
            () if pair.settled => JUDGED,
            () if pair.is_claimed() => OPEN,
            () => WEAK,
        };
        if let Some(rows) = rows.get_mut(mode) {
            rows.push(pair_row(pair, mode, costs.as_ref(), (store, as_of.lang)));
        }
    }
    let told: HashSet<&Id> = pairs.iter().filter_map(|pair| pair.judged_in.as_ref()).collect();
    let others = store.all(Kind::Verdict).filter(|record| !told.contains(&record.id));
    rows[JUDGED].extend(others.map(|record| verdict_row(record, store, as_of.lang)));
    Some(rows)
}

fn pair_row(pair: &Pair, mode: usize, costs: Option<&Costs<'_>>, (store, lang): (&Store, Lang)) -> Row {
    let texts = &lang.texts().twins;
    let alike = words::alike(store, pair, lang);
    let smaller = pair.of_a.min(pair.of_b);
    let counted = Cell::number(100.0 * pair.overlap_coefficient(), format!("{}/{smaller}", pair.shared));
    let label = |key: &str| vocabulary::label("verdict", key, lang).to_owned();
    let last = match (&pair.verdict, mode) {
        (Some(verdict), JUDGED) => Cell::text(label(verdict)),
        (Some(verdict), _) => Cell::text(format!("! {}", label(verdict))).tone(Tone::Warn),
        (None, _) if pair.nested => Cell::text(texts.nested).tone(Tone::Quiet),
        (None, _) => Cell::text(alike.iter().map(|(label, _)| *label).collect::<Vec<_>>().join(", ")),
    };
    let tone = if pair.by == By::Content { Tone::Quiet } else { Tone::Plain };
    let cells =
        vec![Cell::text(name_of(store, &pair.a)), Cell::text(name_of(store, &pair.b)), counted.tone(tone), last];
    let mut row = Row::new(format!("{}|{}", pair.a, pair.b), cells).say("", words::members(store, pair, lang));
    let same: Vec<String> = alike.iter().map(|(label, values)| format!("{label} {values}")).collect();
    if !same.is_empty() {
        row = row.say(texts.both, same.join(" · "));
    }
    let record = pair.judged_in.as_ref().and_then(|id| store.get(Kind::Verdict, id));
    if let Some(record) = record {
        row = row.to(Kind::Verdict, record.id.clone()).say(texts.judged, told(record, !pair.settled, lang));
    } else {
        row = row.to(Kind::Network, pair.a.clone());
    }
    if pair.nested {
        row = row.say("", lang.texts().insight.nested);
    }
    match costs.and_then(|costs| costs.saving(&pair.a, &pair.b)) {
        Some(saving) => row.say(texts.saved, words::saving(&saving, lang)),
        None => row,
    }
}

/// A verdict about two records that do not look alike now: one of them ended, or they are no networks.
fn verdict_row(record: &Record, store: &Store, lang: Lang) -> Row {
    let texts = &lang.texts().twins;
    let (a, b) = (record.text(verdict::A), record.text(verdict::B));
    let label = vocabulary::label("verdict", record.text(verdict::VERDICT), lang);
    let cells = vec![Cell::text(name_of(store, a)), Cell::text(name_of(store, b)), Cell::text(""), Cell::text(label)];
    let row = Row::new(format!("{a}|{b}"), cells).to(Kind::Verdict, record.id.clone());
    row.say(texts.judged, told(record, false, lang))
}

/// "wanted overlap, 30.03.2026, Friederike Moosbrugg: reason".
fn told(record: &Record, changed: bool, lang: Lang) -> String {
    let parts = [
        vocabulary::label("verdict", record.text(verdict::VERDICT), lang).to_owned(),
        day(record.text(verdict::DATE), lang),
        record.text(verdict::BY).to_owned(),
        if changed { lang.texts().twins.changed.to_owned() } else { String::new() },
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match record.text(verdict::NOTES) {
        "" => said.join(", "),
        notes => format!("{}: {}", said.join(", "), notes.replace('\n', " · ")),
    }
}
