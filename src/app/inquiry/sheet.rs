//! The profile sheet of a network as lines: how each question stands, its answer, who stands behind it; voices with their
//! distribution; what is open. For the house: what is confidential is marked, not left out.

use crate::analysis::voices::{Figure, figures, voices};
use crate::app::Context;
use crate::app::card::{At, Card, Follow, Row, Tone};
use crate::arrange::Arrange as _;
use crate::guide::answers::Saying;
use crate::guide::{Line, Place, Said, State, line_of, place};
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, Kind, Record, evidence, network, statement, vocabulary};
use crate::store::{name_of, title};

/// The lines of the sheet, and beside each the question it belongs to.
pub(super) fn page(id: &Id, cx: &Context) -> (Card, Vec<&'static str>) {
    let store = cx.data.store();
    let Some(record) = store.get(Kind::Network, id) else { return (Card::default(), Vec::new()) };
    let day = cx.now.date().to_string();
    let line = line_of(store, record, &day);
    let mut sheet = Sheet { cx, day: &day, rows: Vec::new(), keys: Vec::new() };
    for (key, state) in &line.states {
        sheet.question(&line, key, state);
    }
    sheet.voices(&line);
    sheet.open(&line);
    let (done, of) = line.progress();
    let lists =
        [(network::KIND, "network_kind"), (network::LIFECYCLE, "lifecycle"), (network::BINDINGNESS, "bindingness")];
    let said = lists.iter().map(|(field, list)| vocabulary::label(list, record.text(*field), cx.lang).to_owned());
    let answered = fill(cx.texts.inquiry.overall, &[&done.to_string(), &of.to_string()]);
    let subtitle: Vec<String> = said.chain([answered]).filter(|text| !text.is_empty()).collect();
    let card = Card { title: title(store, record), subtitle: subtitle.join(" · "), rows: sheet.rows };
    (card, sheet.keys)
}

struct Sheet<'s> {
    cx: &'s Context<'s>,
    day: &'s str,
    rows: Vec<Row>,
    keys: Vec<&'static str>,
}

impl Sheet<'_> {
    fn lang(&self) -> Lang {
        self.cx.lang
    }

    fn put(&mut self, key: &'static str, row: Row) {
        self.rows.push(row);
        self.keys.push(key);
    }

    /// A question: its sign and answers, a line each; then who stands behind it.
    fn question(&mut self, line: &Line<'_>, key: &'static str, state: &State<'_>) {
        let lang = self.lang();
        let saying = Saying { store: self.cx.data.store(), day: self.day, lang, people: true };
        let answers = saying.answers(line, key);
        let label = vocabulary::entry("questions", key).map_or(key, |entry| entry.short(lang));
        let tone = if state.status.to_ask() { Tone::Plain } else { Tone::Good };
        let mut row = Row::fact(label).say(state.sign(), tone);
        if answers.is_empty() || state.by_hand || state.status.to_ask() {
            let status = vocabulary::label("question_status", state.status.key(), lang);
            let tone = if state.status.to_ask() { Tone::Warn } else { Tone::Plain };
            row = self.decision(row.say(" ", Tone::Plain).say(status, tone), state);
            row = if answers.is_empty() { row } else { row.say("\n ", Tone::Plain) };
        }
        for (at, answer) in answers.iter().enumerate() {
            row = row.say(if at == 0 { " " } else { "\n  " }, Tone::Plain).say(&answer.text, Tone::Plain);
        }
        let row = self.sources(row, state);
        self.put(key, row.at(self.place(line.record, key)));
    }

    /// What somebody decided: with whom, why; and what does not fit about it.
    fn decision(&self, row: Row, state: &State<'_>) -> Row {
        let texts = &self.cx.texts.guide;
        let row = if state.by_hand { row.and(texts.by_hand, Tone::Quiet) } else { row };
        let row = match state.ask {
            "" => row,
            ask => row.and(&fill(texts.ask, &[&name_of(self.cx.data.store(), ask)]), Tone::Quiet),
        };
        let row = row.and(state.reason, Tone::Quiet);
        match state.doubt() {
            Some(doubt) => row.and(&format!("! {}", doubt.said(self.lang())), Tone::Warn),
            None => row,
        }
    }

    /// Where the answer stands in the data.
    fn place(&self, record: &Record, key: &'static str) -> At {
        match place(key) {
            Place::Field(field) => At::field(Kind::Network, &record.id, field),
            _ => At::record(Kind::Network, &record.id),
        }
    }

    /// "Belege: 12.03.2026 Interview 7 · …"; or that nobody stands behind the answer.
    fn sources(&self, row: Row, state: &State<'_>) -> Row {
        let (texts, lang) = (&self.cx.texts.inquiry, self.lang());
        if state.unproven() {
            return row.and(self.cx.texts.guide.unproven, Tone::Warn);
        }
        let mut sources = state.sources.clone();
        sources.arrange_by(|a, b| b.text(evidence::DATE).cmp(a.text(evidence::DATE)));
        let said: Vec<String> = sources.iter().map(|source| self.source(source, lang)).collect();
        if said.is_empty() { row } else { row.say(&format!("\n{} {}", texts.sources, said.join(" · ")), Tone::Quiet) }
    }

    /// Day and who spoke; the kind of source where nobody is named.
    fn source(&self, source: &Record, lang: Lang) -> String {
        let date = source.text(evidence::DATE);
        let day = date.parse().map_or_else(|_| date.to_owned(), |day| crate::calendar::show_partial(day, lang));
        let who = title(self.cx.data.store(), source);
        let kind = vocabulary::label("evidence_kind", source.text(evidence::KIND), lang);
        let who = if who == source.id.as_str() { kind.to_owned() } else { who };
        [day, who].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// How many voices, how they rate, where they contradict; then each statement with its voice.
    fn voices(&mut self, line: &Line<'_>) {
        let texts = &self.cx.texts.inquiry;
        let heard = voices(&line.said);
        let count = heard.len();
        self.put("works_well", Row::heading(&fill(texts.voices, &[&count.to_string()])));
        if line.said.is_empty() {
            self.put("works_well", Row::item().say(texts.no_voices, Tone::Quiet));
            return;
        }
        let (enough, few): (Vec<Figure>, Vec<Figure>) = figures(&heard).into_iter().partition(Figure::may_leave);
        for tally in &enough {
            self.tally(tally);
        }
        if !few.is_empty() {
            let labels = few.iter().map(|tally| vocabulary::label("rating_dimension", tally.dimension, self.lang()));
            let labels = labels.collect::<Vec<_>>().join(", ");
            let row = Row::item().say(&fill(texts.too_few, &[&labels]), Tone::Quiet);
            let row = if few.iter().any(|tally| tally.contradict) { self.contradiction(row) } else { row };
            self.put("works_well", row);
        }
        let mut said: Vec<&Said<'_>> = line.said.iter().collect();
        said.arrange_by(|a, b| b.source.text(evidence::DATE).cmp(a.source.text(evidence::DATE)));
        for one in said {
            self.statement(one);
        }
    }

    /// "funktioniert gut  3,2 im Mittel von 4 Stimmen · 1: 0  2: 1  3: 1  4: 2".
    fn tally(&mut self, tally: &Figure) {
        let texts = &self.cx.texts.inquiry;
        let marks: Vec<String> = (1..).zip(tally.spread).map(|(mark, count)| format!("{mark}: {count}")).collect();
        let mean = format!("{:.1}", tally.mean);
        let mean = self.lang().pick(mean.replace('.', ","), mean);
        let said = fill(texts.distribution, &[&mean, &tally.voices.to_string(), &marks.join("  ")]);
        let row =
            Row::fact(vocabulary::label("rating_dimension", tally.dimension, self.lang())).say(&said, Tone::Plain);
        let row = if tally.contradict { self.contradiction(row) } else { row };
        self.put("works_well", row);
    }

    fn contradiction(&self, row: Row) -> Row {
        row.and(&format!("! {}", self.cx.texts.inquiry.contradict), Tone::Warn)
    }

    fn statement(&mut self, one: &Said<'_>) {
        let (lang, said) = (self.lang(), one.said);
        let question = vocabulary::entry("questions", said.text(statement::QUESTION)).map_or("", |q| q.short(lang));
        let mut row = Row::item().say(&self.source(one.source, lang), Tone::Quiet).and(question, Tone::Quiet);
        let confidential = |record: &Record, field| record.text(field) == "confidential";
        if confidential(one.source, evidence::VISIBILITY) || confidential(said, statement::VISIBILITY) {
            row = row.and(vocabulary::label("visibility", "confidential", lang), Tone::Warn);
        }
        let text = said.text(statement::TEXT).trim();
        if !text.is_empty() {
            row = row.and(&fill(self.cx.texts.card.quoted, &[text]), Tone::Plain);
        }
        for (dimension, mark) in said.ratings(statement::RATINGS) {
            let label = vocabulary::label("rating_dimension", dimension, lang);
            row = row.and(&fill(self.cx.texts.card.rated, &[label, &mark.to_string()]), Tone::Plain);
        }
        let confidence = said.text(statement::CONFIDENCE);
        let tone = if confidence == "contradicted" { Tone::Warn } else { Tone::Quiet };
        row = row.and(vocabulary::label("confidence", confidence, lang), tone);
        let at = At::part(Kind::Evidence, &one.source.id, evidence::STATEMENTS, said.key());
        self.put("", row.to(Follow::Record(Kind::Evidence, one.source.id.clone())).at(at));
    }

    /// What is left to ask, in full.
    fn open(&mut self, line: &Line<'_>) {
        let texts = &self.cx.texts.inquiry;
        let open: Vec<&(&'static str, State<'_>)> =
            line.states.iter().filter(|(_, state)| state.status.to_ask()).collect();
        self.put("", Row::heading(&fill(texts.open_points, &[&open.len().to_string()])));
        if open.is_empty() {
            self.put("", Row::item().say(self.cx.texts.guide.all_known, Tone::Quiet));
        }
        for (key, state) in open {
            let row = Row::item().say(&format!("{} ", state.sign()), Tone::Plain);
            let row = row.say(vocabulary::label("questions", key, self.lang()), Tone::Plain);
            self.put(key, row.at(self.place(line.record, key)));
        }
    }
}
