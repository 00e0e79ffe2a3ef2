//! What is noted, as changes: each line, each tick one step that can be undone. The first makes the record of a meeting
//! that was only expected.

use super::entry::Entry;
use super::seats::Coming;
use super::{Minutes, Section};
use crate::analysis::tasks::Task;
use crate::app::{Context, Message, Reply};
use crate::landscape::{Field, Id, Kind, Record, Shape, Value, decision, id, meeting, task};
use crate::store::{Change, Deed, Step, title};

impl Minutes {
    /// The meeting as it is to be, as a change; nothing when nothing is different.
    fn changed(&self, new: Record, step: Option<Step>, cx: &Context) -> Reply {
        let store = cx.data.store();
        let new = held(new, cx);
        let name = title(store, &new);
        let mut change = match store.get(Kind::Meeting, &new.id) {
            Some(old) => Change::update(Kind::Meeting, old, &new, &name),
            None => Change::create(Kind::Meeting, new, &name),
        };
        if change.edits.is_empty() {
            return Reply::Stay;
        }
        if let Some(step) = step {
            change.step = step;
        }
        Reply::Change(Box::new(change), Kind::Meeting, self.preset.id.clone())
    }

    /// Notes whether somebody is there.
    pub(super) fn note_coming(&self, who: &str, coming: Coming, cx: &Context) -> Reply {
        let mut new = self.record(cx);
        let fields = [
            (meeting::PRESENT, Coming::Present),
            (meeting::EXCUSED, Coming::Excused),
            (meeting::ABSENT, Coming::Absent),
        ];
        for (field, means) in fields {
            let others = new.texts(field).iter().filter(|id| ***id != *who).map(ToString::to_string);
            let all: Vec<String> = others.chain((means == coming).then(|| who.to_owned())).collect();
            new.set(field, Value::set(all));
        }
        self.changed(new, None, cx)
    }

    /// Notes that these are there, too.
    pub(super) fn note_present(&self, ids: &[String], cx: &Context) -> Reply {
        let record = self.record(cx);
        let all = record.texts(meeting::PRESENT).iter().map(ToString::to_string).chain(ids.iter().cloned());
        let new = record.clone().with(meeting::PRESENT, Value::set(all.collect::<Vec<_>>()));
        self.changed(new, None, cx)
    }

    /// Lands a line in the section.
    pub(super) fn land(&self, entry: &Entry, cx: &Context) -> Reply {
        let mut new = self.record(cx);
        let part = match self.section {
            Section::Decisions => Record::new(&decision::SHAPE, Id::none())
                .with_text(decision::TEXT, &entry.text)
                .with_text(decision::TO, entry.who.first().map_or("", Id::as_str)),
            Section::Tasks => Record::new(&task::SHAPE, Id::none())
                .with_text(task::TEXT, &entry.text)
                .with(task::WHO, Value::set(entry.who.iter().map(ToString::to_string)))
                .with_text(task::DUE, &entry.due.map_or_else(String::new, |due| due.to_string())),
            _ => {
                let topics = new.text(meeting::TOPICS).trim_end();
                let all = if topics.is_empty() { entry.text.clone() } else { format!("{topics}\n{}", entry.text) };
                new.set(meeting::TOPICS, Value::text(&all));
                return self.changed(new, None, cx);
            }
        };
        self.add(new, part, &entry.text, cx)
    }

    /// Carries a task of an earlier meeting over into this one.
    pub(super) fn carry(&self, old: &Task, cx: &Context) -> Reply {
        let text = old.part.text(task::TEXT);
        let part = Record::new(&task::SHAPE, Id::none())
            .with_text(task::TEXT, text)
            .with(task::WHO, old.part.get(task::WHO).cloned())
            .with(task::DUE, old.part.get(task::DUE).cloned())
            .with_text(task::CARRIED_FROM, &old.part.id);
        self.add(self.record(cx), part, text, cx)
    }

    fn add(&self, mut new: Record, mut part: Record, name: &str, cx: &Context) -> Reply {
        let field = if part.shape == &task::SHAPE { meeting::TASKS } else { meeting::DECISIONS };
        let Some(id) = fresh(part.shape, new.parts(field)) else {
            return Reply::Say(Message::trouble(cx.texts.form.no_random));
        };
        part.id = id;
        let step = Step::new(Deed::Attached, part.shape.name, name);
        let parts = new.parts(field).iter().cloned().chain([part]).collect();
        new.set(field, Value::parts(parts));
        self.changed(new, Some(step), cx)
    }

    /// Takes the selected line out.
    pub(super) fn take_out(&self, row: usize, cx: &Context) -> Reply {
        let mut new = self.record(cx);
        let mut without = |field: Field| {
            let mut parts = new.parts(field).to_vec();
            let gone = (row < parts.len()).then(|| parts.remove(row));
            new.set(field, Value::parts(parts));
            gone.map(|part| Step::new(Deed::Detached, part.shape.name, part.text(task::TEXT)))
        };
        let step = match self.section {
            Section::Decisions => without(meeting::DECISIONS),
            Section::Tasks => without(meeting::TASKS),
            Section::Topics => {
                let rest: Vec<&str> = new
                    .text(meeting::TOPICS)
                    .lines()
                    .enumerate()
                    .filter(|(at, _)| *at != row)
                    .map(|(_, l)| l)
                    .collect();
                let rest = rest.join("\n");
                new.set(meeting::TOPICS, Value::text(&rest));
                None
            }
            Section::People | Section::Open => return Reply::Stay,
        };
        self.changed(new, step, cx)
    }
}

/// The task done today, in the meeting it stands in.
pub(in crate::app) fn done(one: &Task, cx: &Context) -> Reply {
    let today = cx.now.date().to_string();
    let mut parts = one.meeting.parts(meeting::TASKS).to_vec();
    let Some(part) = parts.iter_mut().find(|part| part.id == one.part.id) else { return Reply::Stay };
    let done = part.text(task::DONE_ON).is_empty();
    part.set(task::DONE_ON, Value::text(&today).filter(|_| done));
    let new = Record::clone(one.meeting).with(meeting::TASKS, Value::parts(parts));
    let mut change = Change::update(Kind::Meeting, one.meeting, &new, &title(cx.data.store(), one.meeting));
    change.step = Step::new(Deed::Changed, "task", one.part.text(task::TEXT));
    Reply::Change(Box::new(change), Kind::Meeting, one.meeting.id.clone())
}

/// A meeting of which something is noted on its day or later was held.
fn held(record: Record, cx: &Context) -> Record {
    let come = record.text(meeting::AT).get(..10).is_some_and(|day| day <= cx.now.date().to_string().as_str());
    match record.text(meeting::STATUS) {
        "" | "planned" if come => record.with_text(meeting::STATUS, "held"),
        "" => record.with_text(meeting::STATUS, "planned"),
        _ => record,
    }
}

/// An id none of the siblings has.
fn fresh(shape: &Shape, siblings: &[Record]) -> Option<Id> {
    let free = |id: &Id| siblings.iter().all(|part| part.id != *id);
    (0..100).find_map(|_| id::random().ok().map(|random| Id::part(shape.name, random)).filter(free))
}
