//! A year of meetings, and what is already planned.

use super::TODAY;
use super::calendar::{is_public_holiday, is_school_holiday, moment, school_holidays};
use super::minutes::Decks;
use super::names::Names;
use super::rhythms::Plan;
use super::text::Block;
use crate::records::{Decision, Holiday, Meeting, Member, Network, Task, set};
use crate::rng::Rng;
use anyhow::{Context, Result};
use jiff::{
    ToSpan,
    civil::{Date, date},
};

/// Has not met since spring although its rhythm says so.
const OVERDUE: (&str, &str) = ("gesu", "2026-04-30");
/// What is called off later than this would leave a gap that looks like sleep.
const LATEST_OFF: Date = date(2026, 8, 1);
/// Sat together once: the meeting belongs to both.
const TOGETHER: [(&str, &str); 2] = [("bmk", "ipl"), ("kitl", "kitr")];

/// All meetings.
pub(super) fn meetings(
    names: &mut Names,
    blocks: &[Block],
    networks: &[Network],
    plans: &[Plan],
) -> Result<Vec<Meeting>> {
    let holidays = school_holidays();
    let mut meetings = Vec::new();
    for plan in plans {
        let block = blocks.iter().find(|block| block.handle == plan.network).context("a plan without its table")?;
        let id = names.network(plan.network)?;
        let network = networks.iter().find(|network| network.id == id).context("a plan without its network")?;
        let mut log = Log::new(block, network, plan, &holidays);
        log.all(names)?;
        meetings.append(&mut log.meetings);
    }
    Ok(meetings)
}

/// The meetings of one rhythm, as they come.
struct Log<'a> {
    block: &'a Block,
    network: &'a Network,
    plan: &'a Plan,
    holidays: &'a [Holiday],
    rng: Rng,
    decks: Decks,
    meetings: Vec<Meeting>,
    planned: u64,
    open: Option<Task>,
}

impl<'a> Log<'a> {
    fn new(block: &'a Block, network: &'a Network, plan: &'a Plan, holidays: &'a [Holiday]) -> Self {
        let mut rng = Rng::of(&["meetings", block.handle, &plan.record.name]);
        let decks = Decks::new(block, &mut rng);
        Log { block, network, plan, holidays, rng, decks, meetings: Vec::new(), planned: 0, open: None }
    }

    fn all(&mut self, names: &mut Names) -> Result<()> {
        let yearly = self.plan.record.rule.contains("YEARLY");
        let ahead = if yearly { 4 } else { 1 + self.rng.below(3) };
        for day in &self.plan.days {
            let avoid = self.plan.record.avoid.iter().any(|word| word == "school_holidays");
            let stale = self.block.handle == OVERDUE.0 && day.to_string().as_str() > OVERDUE.1;
            let over = !self.network.until.is_empty() && day.to_string() > self.network.until;
            if avoid && is_school_holiday(*day, self.holidays) || stale || over {
                continue;
            }
            if *day > TODAY {
                self.planned += 1;
            }
            if self.planned <= ahead {
                let meeting = self.meeting(names, *day)?;
                self.meetings.push(meeting);
            }
        }
        Ok(())
    }

    fn meeting(&mut self, names: &mut Names, day: Date) -> Result<Meeting> {
        let number = self.meetings.len().to_string();
        let words = [self.block.handle, self.plan.record.name.as_str(), number.as_str()];
        let held = self.held(day)?;
        let time = self.plan.time;
        let mut meeting = Meeting {
            id: names.ids.record("m", &words),
            networks: set(self.together(names)?),
            at: moment(held, time),
            status: "planned".to_owned(),
            place: self.plan.record.place.clone(),
            mode: self.plan.record.mode.clone(),
            ..Meeting::default()
        };
        if self.plan.recorded {
            meeting.rhythm.clone_from(&self.plan.record.id);
        }
        if self.plan.ruled && self.plan.recorded {
            meeting.occurrence = moment(day, time);
        }
        if let Some(time) = time {
            let end = held.to_datetime(time).checked_add(self.plan.minutes.minutes())?;
            meeting.until = moment(end.date(), Some(end.time()));
        }
        if held <= TODAY {
            self.look_back(names, &mut meeting, held, &words)?;
        } else if self.planned == 1 && self.rng.chance(60) {
            meeting.topics = self.decks.topics(&mut self.rng);
        }
        Ok(meeting)
    }

    /// Moved by a week now and then.
    fn held(&mut self, day: Date) -> Result<Date> {
        let later = day.checked_add(7.days())?;
        let free = !is_public_holiday(later) && !is_school_holiday(later, self.holidays);
        let rare = self.plan.ruled && !self.plan.record.rule.contains("WEEKLY;INTERVAL=2");
        Ok(if rare && free && later <= TODAY && self.rng.chance(5) { later } else { day })
    }

    fn together(&self, names: &Names) -> Result<Vec<String>> {
        let mut networks = vec![self.network.id.clone()];
        if self.meetings.is_empty() && self.plan.record.name.is_empty() {
            for (_, other) in TOGETHER.iter().filter(|pair| pair.0 == self.block.handle) {
                networks.push(names.network(other)?);
            }
        }
        Ok(networks)
    }

    /// Who was there and what came out of it, or why it was called off.
    fn look_back(&mut self, names: &mut Names, meeting: &mut Meeting, day: Date, words: &[&str]) -> Result<()> {
        let often =
            ["INTERVAL=2", "WEEKLY", "FREQ=MONTHLY;BYDAY"].iter().any(|part| self.plan.record.rule.contains(part));
        if is_public_holiday(day) || often && day < LATEST_OFF && self.rng.chance(4) {
            "cancelled".clone_into(&mut meeting.status);
            let why = if is_public_holiday(day) {
                "Feiertag"
            } else {
                "Zu viele Absagen, Punkte auf das nächste Treffen verschoben"
            };
            why.clone_into(&mut meeting.notes);
            return Ok(());
        }
        "held".clone_into(&mut meeting.status);
        self.presence(meeting, &day.to_string());
        if !self.plan.record.rule.starts_with("unk") {
            meeting.topics = self.decks.topics(&mut self.rng);
        }
        let texts = self.decks.decisions(&mut self.rng);
        let ids = names.ids.parts("d", texts.len(), words);
        for (text, id) in texts.into_iter().zip(ids) {
            let to = self.network.embedding.first().filter(|_| self.rng.chance(20)).map(|tie| tie.to.clone());
            meeting.decisions.push(Decision { id, text, to: to.unwrap_or_default() });
        }
        self.tasks(names, meeting, day, words)?;
        meeting.notes = self.decks.note(&mut self.rng);
        Ok(())
    }

    fn presence(&mut self, meeting: &mut Meeting, day: &str) {
        for member in self.network.members.iter().filter(|member| expected(member, day)) {
            let who = if member.person.is_empty() { &member.actor } else { &member.person };
            let chance = match member.attendance.as_str() {
                "irregular" => 55,
                "never" => 4,
                _ => 88,
            };
            if self.rng.chance(chance) {
                meeting.present.push(who.clone());
            } else if self.rng.chance(70) {
                meeting.excused.push(who.clone());
            } else {
                meeting.absent.push(who.clone());
            }
        }
        meeting.present = set(std::mem::take(&mut meeting.present));
        meeting.excused = set(std::mem::take(&mut meeting.excused));
        meeting.absent = set(std::mem::take(&mut meeting.absent));
    }

    fn tasks(&mut self, names: &mut Names, meeting: &mut Meeting, day: Date, words: &[&str]) -> Result<()> {
        let carried = self.open.take().filter(|_| self.rng.chance(60));
        let texts = self.decks.tasks(&mut self.rng);
        let mut ids = names.ids.parts("t", texts.len() + usize::from(carried.is_some()), words).into_iter();
        if let Some(task) = carried
            && let Some(id) = ids.next()
        {
            let due = day.checked_add(42.days())?.to_string();
            meeting.tasks.push(Task { id, carried_from: task.id, due, ..task });
        }
        for text in texts {
            let Some(id) = ids.next() else { break };
            let who: Vec<&str> = meeting.present.iter().map(String::as_str).collect();
            let first = self.rng.pick(&who);
            let second = self.rng.pick(&who).filter(|_| self.rng.chance(20));
            let due = day.checked_add((14 + i64::try_from(self.rng.below(60))?).days())?;
            let mut task = Task { id, text, who: set(first.into_iter().chain(second)), ..Task::default() };
            task.due = due.to_string();
            let done = due.checked_sub(i64::try_from(self.rng.below(12))?.days())?;
            if done <= TODAY && self.rng.chance(78) {
                task.done_on = done.to_string();
            } else {
                self.open = Some(task.clone());
            }
            meeting.tasks.push(task);
        }
        Ok(())
    }
}

/// Seats whose holders are expected on that day.
fn expected(member: &Member, day: &str) -> bool {
    const BESIDE: [&str; 4] = ["deputy", "guest", "funder", "sponsor_top"];
    let counts = member.roles.is_empty() || member.roles.iter().any(|role| !BESIDE.contains(&role.as_str()));
    let begun = day.get(..member.from.len()).is_none_or(|known| known >= member.from.as_str());
    let over =
        !member.until.is_empty() && day.get(..member.until.len()).is_some_and(|known| known > member.until.as_str());
    counts && begun && !over
}
