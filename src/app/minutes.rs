//! Meeting mode: who is there, what is left open from earlier meetings, topics, decisions and tasks as they fall. Every
//! line is a change of its own, saved as it lands; leaving asks nothing. Knows no widths.
//!
//! ```text
//!  who is there ─ Tab ─ left open ─ Tab ─ topics ─ Tab ─ decisions ─ Tab ─ tasks       a line typed below lands with
//!   seats          analysis::tasks         └────────── entry ─────────────┘            Enter in the section one is in
//! ```

mod entry;
pub(super) mod half;
mod opening;
mod seats;
mod write;

use super::form::Form;
use super::keymap::Scope;
use super::line::Line;
use super::pick::Pick;
use super::{Action, Context, Effect, Message, Outcome, Overlay, Reply};
use crate::analysis::tasks::{Task, left_open};
use crate::exchange::minutes::markdown;
use crate::landscape::{Id, Kind, Record, Target, meeting};
use crate::store::name_of;
pub use entry::Entry;
pub use half::Half;
pub use seats::{Coming, Person, people};
use smol_str::SmolStr;
pub(super) use write::done;

/// What a meeting is noted under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Who is there.
    People,
    /// Tasks earlier meetings left open.
    Open,
    /// What was talked about.
    Topics,
    /// What was decided.
    Decisions,
    /// Who does what until when.
    Tasks,
}

impl Section {
    /// All, in the order of a meeting.
    pub const ALL: [Section; 5] = [Section::People, Section::Open, Section::Topics, Section::Decisions, Section::Tasks];

    /// Is a line typed here?
    #[must_use]
    pub fn is_typed(self) -> bool {
        matches!(self, Section::Topics | Section::Decisions | Section::Tasks)
    }
}

/// What the picker above is to bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Picking {
    /// Who does it, or whom it goes to.
    Who,
    /// Who else is there.
    Present,
}

/// A meeting being held.
#[derive(Debug)]
pub struct Minutes {
    /// The meeting as it was opened; one that is only expected has no record before something is noted.
    preset: Record,
    /// The section one is in.
    pub section: Section,
    /// The selected row of each section; none where one types.
    rows: [Option<usize>; 5],
    /// The line being typed.
    pub line: Line,
    picked: Vec<(String, Id)>,
    picking: Option<Picking>,
    landing: bool,
}

impl Minutes {
    /// The meeting as it is now.
    #[must_use]
    pub fn record(&self, cx: &Context) -> Record {
        cx.data
            .store()
            .get(Kind::Meeting, &self.preset.id)
            .map_or_else(|| self.preset.clone(), |one| Record::clone(one))
    }

    /// Is something noted already?
    #[must_use]
    pub fn is_noted(&self, cx: &Context) -> bool {
        cx.data.store().get(Kind::Meeting, &self.preset.id).is_some()
    }

    /// The selected row of the section; none while one types.
    #[must_use]
    pub fn row(&self) -> Option<usize> {
        self.rows.get(self.section as usize).copied().flatten()
    }

    /// The tasks earlier meetings left open.
    #[must_use]
    pub fn open_tasks<'c>(&self, cx: &Context<'c>) -> Vec<Task<'c>> {
        left_open(cx.data.store(), self.preset.texts(meeting::NETWORKS), &self.preset.id)
    }

    /// What the typed line means in this section.
    #[must_use]
    pub fn entry(&self, cx: &Context) -> Entry {
        let record = self.record(cx);
        let near: Vec<SmolStr> = people(&record, cx).into_iter().map(|one| one.id).collect();
        let kinds: &[Kind] = match self.section {
            Section::Decisions => &[Kind::Network, Kind::Actor],
            Section::Tasks => &[Kind::Actor],
            _ => return Entry { text: self.line.text().trim().to_owned(), ..Entry::default() },
        };
        let tasks = self.section == Section::Tasks;
        let circle = entry::Circle { kinds, near: if tasks { &near } else { &[] }, picked: &self.picked };
        entry::read(self.line.text(), &circle, tasks, cx)
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        if self.section.is_typed() {
            &[Scope::Minutes, Scope::Line, Scope::Everywhere]
        } else {
            &[Scope::Attendance, Scope::Minutes, Scope::List, Scope::Everywhere]
        }
    }

    pub(super) fn types(&self) -> bool {
        self.section.is_typed()
    }

    pub(super) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        match action {
            Action::Next | Action::Previous => self.turn(*action == Action::Next, cx),
            Action::Type(_) | Action::Paste(_) | Action::Line(_) => self.type_in(action),
            Action::Down | Action::HalfDown | Action::PageDown => self.walk(true, *action == Action::Down, cx),
            Action::Up | Action::HalfUp | Action::PageUp => self.walk(false, *action == Action::Up, cx),
            Action::First => self.put(Some(0)),
            Action::Last => self.put(Some(self.count(cx).saturating_sub(1))),
            Action::Open => return self.enter(cx),
            Action::Mark => return self.tick(cx),
            Action::Attach => return self.pick(Picking::Present, cx),
            Action::Who => return self.pick(Picking::Who, cx),
            Action::Remove => return self.row().map_or(Reply::Stay, |row| self.take_out(row, cx)),
            Action::Edit => return self.edit(cx),
            Action::CopyRecord => {
                return Reply::Effect(Effect::Copy(markdown(cx.data.store(), &self.record(cx), cx.lang)));
            }
            Action::Notes => {
                return Reply::Effect(Effect::Editor(markdown(cx.data.store(), &self.record(cx), cx.lang)));
            }
            Action::Save => return Reply::Say(Message::hint(cx.texts.house.saved_already)),
            Action::Find => return Reply::Open(Box::new(Overlay::Finder(Box::default()))),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    /// What a layer above closed with.
    pub(super) fn receive(&mut self, outcome: &Outcome, cx: &Context) -> Reply {
        let (picking, landing) = (self.picking.take(), std::mem::take(&mut self.landing));
        match (outcome, picking) {
            (Outcome::Change(..), _) if landing => {
                self.line.replace("");
                self.picked.clear();
            }
            (Outcome::Picked(ids), Some(Picking::Present)) => return self.note_present(ids, cx),
            (Outcome::Picked(ids), Some(Picking::Who)) => ids.iter().for_each(|id| self.name(id, cx)),
            (Outcome::Go(_, id), _) if self.section.is_typed() => self.write(&name_of(cx.data.store(), id)),
            (Outcome::Go(kind, id), _) => {
                let said = cx.data.store().get(*kind, id).and_then(|one| super::update::line_of(cx, *kind, one));
                return said.map_or(Reply::Stay, |said| Reply::Say(Message::hint(said)));
            }
            _ => {}
        }
        self.refresh(cx);
        Reply::Stay
    }

    /// What came back from the editor is copied, so that it is not lost.
    pub(super) fn edited(text: Option<String>) -> Reply {
        text.map_or(Reply::Stay, |text| Reply::Effect(Effect::Copy(text)))
    }

    /// The data may be others: rows that are gone are not selected any more.
    pub(super) fn refresh(&mut self, cx: &Context) {
        let here = self.section;
        for section in Section::ALL {
            self.section = section;
            let count = self.count(cx);
            let row = self.row().map(|row| row.min(count.saturating_sub(1))).filter(|_| count > 0);
            self.put(row.or((!section.is_typed()).then_some(0)));
        }
        self.section = here;
    }

    fn put(&mut self, row: Option<usize>) {
        if let Some(held) = self.rows.get_mut(self.section as usize) {
            *held = row;
        }
    }

    fn type_in(&mut self, action: &Action) {
        if self.section.is_typed() {
            self.line.take(action);
            self.put(None);
        }
    }

    /// Puts words behind what is typed, with blanks between.
    fn write(&mut self, words: &str) {
        let gap = if self.line.text().is_empty() || self.line.text().ends_with(' ') { "" } else { " " };
        self.line.insert(&format!("{gap}{words} "));
    }

    fn name(&mut self, id: &str, cx: &Context) {
        let name = name_of(cx.data.store(), id);
        self.write(&format!("@{name}"));
        self.picked.push((name, Id::new(id)));
    }

    fn count(&self, cx: &Context) -> usize {
        let record = self.record(cx);
        match self.section {
            Section::People => people(&record, cx).len(),
            Section::Open => self.open_tasks(cx).len(),
            Section::Topics => record.text(meeting::TOPICS).lines().count(),
            Section::Decisions => record.parts(meeting::DECISIONS).len(),
            Section::Tasks => record.parts(meeting::TASKS).len(),
        }
    }

    fn turn(&mut self, ahead: bool, cx: &Context) {
        let step = if ahead { 1 } else { Section::ALL.len() - 1 };
        let next = (self.section as usize + step) % Section::ALL.len();
        self.section = Section::ALL.get(next).copied().unwrap_or(Section::People);
        self.refresh(cx);
    }

    /// Through the rows of the section; below its last one is the line being typed.
    fn walk(&mut self, down: bool, one: bool, cx: &Context) {
        let (count, by) = (self.count(cx), if one { 1 } else { 8 });
        let typed = self.section.is_typed();
        let here = self.row().unwrap_or(count);
        let there = if down { here + by } else { here.saturating_sub(by) };
        let last = count.saturating_sub(1);
        self.put(if typed && (there >= count || count == 0) { None } else { Some(there.min(last)) });
    }

    /// Lands what is typed; ticks who is there; carries a task over.
    fn enter(&mut self, cx: &Context) -> Reply {
        match self.section {
            Section::People => self.tick(cx),
            Section::Open => {
                let tasks = self.open_tasks(cx);
                self.row().and_then(|row| tasks.get(row)).map_or(Reply::Stay, |old| self.carry(old, cx))
            }
            _ if self.line.text().trim().is_empty() => Reply::Stay,
            _ => {
                let entry = self.entry(cx);
                self.landing = true;
                self.land(&entry, cx)
            }
        }
    }

    fn tick(&mut self, cx: &Context) -> Reply {
        let Some(row) = self.row() else { return Reply::Stay };
        if self.section == Section::Open {
            return self.open_tasks(cx).get(row).map_or(Reply::Stay, |task| done(task, cx));
        }
        let all = people(&self.record(cx), cx);
        all.get(row).map_or(Reply::Stay, |one| self.note_coming(&one.id, one.coming.next(), cx))
    }

    fn pick(&mut self, what: Picking, cx: &Context) -> Reply {
        let texts = &cx.texts.minutes;
        let (target, title) = match (what, self.section) {
            (Picking::Present, _) => (Target::Actor, texts.here_title),
            (Picking::Who, Section::Decisions) => (Target::Body, texts.to_title),
            (Picking::Who, Section::Tasks) => (Target::Actor, texts.who_title),
            (Picking::Who, _) => return Reply::Stay,
        };
        self.picking = Some(what);
        let many = target == Target::Actor;
        Reply::Open(Box::new(Overlay::Pick(Box::new(Pick::references(target, &[], many, cx).titled(title)))))
    }

    /// The form of the meeting at the selected line.
    fn edit(&self, cx: &Context) -> Reply {
        let Some(record) = cx.data.store().get(Kind::Meeting, &self.preset.id) else {
            return Reply::Say(Message::hint(cx.texts.minutes.nothing_to_edit));
        };
        let field = match self.section {
            Section::People => meeting::PRESENT,
            Section::Open | Section::Topics => meeting::TOPICS,
            Section::Decisions => meeting::DECISIONS,
            Section::Tasks => meeting::TASKS,
        };
        let mut layers = Form::edit_at(Kind::Meeting, record, field, None, cx);
        layers.pop().map_or(Reply::Stay, |layer| Reply::Open(Box::new(layer)))
    }
}
