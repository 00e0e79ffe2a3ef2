//! What stands in a meeting, as lines: the lists, and what is noted. Knows no place on the screen.

use crate::app::Context;
use crate::app::card::Tone;
use crate::app::minutes::{Coming, Minutes, Person, Section, people};
use crate::calendar::{PartialDate, show_partial};
use crate::i18n::fill;
use crate::i18n::minutes::MinutesTexts;
use crate::landscape::{Record, decision, meeting, task};
use crate::store::name_of;
use crate::text::{clean, wrap};

/// One line of a section, however long.
struct Entry {
    of: Section,
    row: Option<usize>,
    mark: &'static str,
    text: String,
    beside: String,
    tone: Tone,
}

/// The lines of one half.
pub(super) struct Entries(Vec<Entry>);

/// A line as it is drawn.
pub(super) struct Shown {
    pub of: Section,
    pub row: Option<usize>,
    pub heading: bool,
    pub text: String,
    pub beside: String,
    pub tone: Tone,
}

/// Both halves and the titles of the sections.
pub(super) struct Page {
    pub lists: Entries,
    pub noted: Entries,
    titles: [String; 5],
}

impl Page {
    pub(super) fn of(minutes: &Minutes, record: &Record, cx: &Context) -> Page {
        let texts = &cx.texts.minutes;
        let (people, open) = (people(record, cx), minutes.open_tasks(cx));
        let expected = people.iter().filter(|one| one.expected).count();
        let present = people.iter().filter(|one| one.coming == Coming::Present).count();
        let counted =
            |title: &str, count: usize| if count == 0 { title.to_owned() } else { format!("{title} {count}") };
        let topics: Vec<&str> = record.text(meeting::TOPICS).lines().collect();
        let (decisions, tasks) = (record.parts(meeting::DECISIONS), record.parts(meeting::TASKS));
        let titles = [
            format!("{} {}", texts.people, super::here_of(present, expected, cx)),
            counted(texts.open, open.len()),
            counted(texts.topics, topics.len()),
            counted(texts.decisions, decisions.len()),
            counted(texts.tasks, tasks.len()),
        ];
        let mut lists = Vec::new();
        let here = people.iter().map(|one| person(one, texts)).collect();
        section(&mut lists, &titles, Section::People, here, texts.nobody);
        let left = open.iter().map(|one| duty(one.part, "○", cx)).collect();
        section(&mut lists, &titles, Section::Open, left, texts.nothing_open);
        let mut noted = Vec::new();
        let said = topics.iter().map(|line| plain((*line).to_owned())).collect();
        section(&mut noted, &titles, Section::Topics, said, texts.nothing_yet);
        let decided = decisions.iter().map(|part| decided(part, cx)).collect();
        section(&mut noted, &titles, Section::Decisions, decided, texts.nothing_yet);
        let agreed = tasks.iter().map(|part| agreed(part, cx)).collect();
        section(&mut noted, &titles, Section::Tasks, agreed, texts.nothing_yet);
        Page { lists: Entries(lists), noted: Entries(noted), titles }
    }

    /// A section and how much stands in it.
    pub(super) fn title(&self, section: Section) -> String {
        self.titles.get(section as usize).cloned().unwrap_or_default()
    }
}

/// Mark, text, what stands beside it, tone.
type Said = (&'static str, String, String, Tone);

fn section(entries: &mut Vec<Entry>, titles: &[String; 5], of: Section, said: Vec<Said>, nothing: &str) {
    let title = titles.get(of as usize).cloned().unwrap_or_default();
    let line = |row, (mark, text, beside, tone): Said| Entry { of, row, mark, text, beside, tone };
    entries.push(line(None, ("#", title, String::new(), Tone::Strong)));
    if said.is_empty() {
        entries.push(line(None, (" ", nothing.to_owned(), String::new(), Tone::Quiet)));
    }
    entries.extend(said.into_iter().enumerate().map(|(row, said)| line(Some(row), said)));
}

fn plain(text: String) -> Said {
    ("·", text, String::new(), Tone::Plain)
}

fn person(one: &Person, texts: &MinutesTexts) -> Said {
    let (mark, state, tone) = match one.coming {
        Coming::Present => ("✓", texts.present, Tone::Strong),
        Coming::Excused => ("e", texts.excused, Tone::Plain),
        Coming::Absent => ("–", texts.absent, Tone::Plain),
        Coming::Unsaid => (" ", "", Tone::Plain),
    };
    let beside = [state, &one.note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    (mark, one.name.clone(), beside, tone)
}

fn decided(part: &Record, cx: &Context) -> Said {
    let to = part.text(decision::TO);
    let to = if to.is_empty() { String::new() } else { fill(cx.texts.minutes.to, &[&name_of(cx.data.store(), to)]) };
    ("·", part.text(decision::TEXT).to_owned(), to, Tone::Plain)
}

fn agreed(part: &Record, cx: &Context) -> Said {
    let (mark, text, beside, tone) = duty(part, "○", cx);
    let carried = if part.text(task::CARRIED_FROM).is_empty() { "" } else { cx.texts.minutes.carried };
    let beside = [beside.as_str(), carried].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let done = !part.text(task::DONE_ON).is_empty();
    (if done { "✓" } else { mark }, text, beside, tone)
}

/// A task: what, who, until when; warned of when it should have been done.
fn duty(part: &Record, mark: &'static str, cx: &Context) -> Said {
    let due = part.text(task::DUE);
    let today = cx.now.date().to_string();
    let late =
        part.text(task::DONE_ON).is_empty() && !due.is_empty() && today.get(..due.len()).is_some_and(|n| due < n);
    let mut beside: Vec<String> = part.texts(task::WHO).iter().map(|id| name_of(cx.data.store(), id)).collect();
    if !due.is_empty() {
        let day = due.parse::<PartialDate>().map_or_else(|_| due.to_owned(), |day| show_partial(day, cx.lang));
        beside.push(format!("{}{}", if late { "! " } else { "" }, fill(cx.texts.minutes.until, &[&day])));
    }
    (mark, part.text(task::TEXT).to_owned(), beside.join(" · "), if late { Tone::Warn } else { Tone::Plain })
}

/// What the typed line means, in words; in the list of open tasks what one can do there.
pub(super) fn understood(minutes: &Minutes, cx: &Context) -> String {
    let texts = &cx.texts.minutes;
    if minutes.line.text().trim().is_empty() || minutes.section == Section::Topics {
        return String::new();
    }
    let entry = minutes.entry(cx);
    let names: Vec<String> = entry.who.iter().map(|id| name_of(cx.data.store(), id)).collect();
    let who = if minutes.section == Section::Tasks { texts.who } else { texts.to };
    let mut said = Vec::new();
    said.extend((!names.is_empty()).then(|| fill(who, &[&names.join(", ")])));
    said.extend(entry.due.map(|due| fill(texts.until, &[&show_partial(due, cx.lang)])));
    said.extend(entry.unknown.iter().map(|name| format!("! {}", fill(texts.not_found, &[name]))));
    said.push(entry.text);
    format!("→ {}", said.join(" · "))
}

impl Entries {
    /// The lines in so many columns: long texts go on below themselves.
    pub(super) fn laid_out(&self, columns: usize) -> Vec<Shown> {
        self.0.iter().flat_map(|entry| entry.laid_out(columns)).collect()
    }
}

impl Entry {
    fn laid_out(&self, columns: usize) -> Vec<Shown> {
        let heading = self.mark == "#";
        let shown =
            |text: String, beside: String| Shown { of: self.of, row: self.row, heading, text, beside, tone: self.tone };
        let text = clean(&self.text).into_owned();
        if heading {
            return vec![shown(text, String::new())];
        }
        let mut lines: Vec<String> = Vec::new();
        for (at, line) in wrap(&text, columns.saturating_sub(2).max(8)).into_iter().enumerate() {
            lines.push(format!("{} {line}", if at == 0 { self.mark } else { " " }));
        }
        let beside = clean(&self.beside).into_owned();
        let last = lines.pop().unwrap_or_default();
        let fits = crate::text::width(&last) + crate::text::width(&beside) + 2 <= columns || self.of == Section::People;
        let mut all: Vec<Shown> = lines.into_iter().map(|line| shown(line, String::new())).collect();
        if fits || beside.is_empty() {
            all.push(shown(last, beside));
            return all;
        }
        all.push(shown(last, String::new()));
        for line in wrap(&beside, columns.saturating_sub(4).max(8)) {
            all.push(Shown { tone: Tone::Quiet, ..shown(format!("    {line}"), String::new()) });
        }
        all
    }
}
