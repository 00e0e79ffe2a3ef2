//! The fictional Landkreis Musterau: reads the hand-written tables in `content/` and makes records of them.

mod actors;
mod calendar;
mod evidence;
mod extras;
mod landscape;
mod meetings;
mod members;
mod minutes;
mod names;
mod networks;
mod rhythms;
mod text;

use crate::canonical::{Records, Source};
use crate::records::{Actor, Evidence, Landscape, Meeting, Network, Relation, Rhythm, Verdict};
use anyhow::Result;
use jiff::civil::{Date, date};

/// The day on which the demo is looked at.
pub(crate) const TODAY: Date = date(2026, 11, 23);

/// The whole landscape, sorted.
pub(crate) struct Demo {
    landscape: Landscape,
    actors: Vec<Actor>,
    networks: Vec<Network>,
    relations: Vec<Relation>,
    rhythms: Vec<Rhythm>,
    meetings: Vec<Meeting>,
    evidence: Vec<Evidence>,
    verdicts: Vec<Verdict>,
}

/// Builds it. The same bytes every time.
///
/// # Errors
/// When a table names something that is not there.
pub(crate) fn build() -> Result<Demo> {
    let blocks = text::blocks()?;
    let mut names = names::Names::new(&blocks)?;
    let mut actors = actors::actors(&mut names)?;
    let mut networks = networks::networks(&mut names, &blocks)?;
    let plans = rhythms::plans(&mut names, &blocks)?;
    let mut meetings = meetings::meetings(&mut names, &blocks, &networks, &plans)?;
    let mut rhythms: Vec<Rhythm> = plans.into_iter().filter(|plan| plan.recorded).map(|plan| plan.record).collect();
    let mut evidence = evidence::evidence(&mut names)?;
    let mut relations = extras::relations(&mut names)?;
    let mut verdicts = extras::verdicts(&mut names)?;
    let landscape = landscape::landscape(&mut names)?;
    actors.sort_by(|a, b| a.id.cmp(&b.id));
    networks.sort_by(|a, b| a.id.cmp(&b.id));
    relations.sort_by(|a, b| a.id.cmp(&b.id));
    rhythms.sort_by(|a, b| a.id.cmp(&b.id));
    meetings.sort_by(|a, b| a.id.cmp(&b.id));
    evidence.sort_by(|a, b| a.id.cmp(&b.id));
    verdicts.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Demo { landscape, actors, networks, relations, rhythms, meetings, evidence, verdicts })
}

impl Source for Demo {
    fn landscape(&self) -> Landscape {
        self.landscape.clone()
    }

    fn actors(&self) -> Records<'_, Actor> {
        Box::new(self.actors.iter().cloned())
    }

    fn networks(&self) -> Records<'_, Network> {
        Box::new(self.networks.iter().cloned())
    }

    fn relations(&self) -> Records<'_, Relation> {
        Box::new(self.relations.iter().cloned())
    }

    fn rhythms(&self) -> Records<'_, Rhythm> {
        Box::new(self.rhythms.iter().cloned())
    }

    fn meetings(&self) -> Records<'_, Meeting> {
        Box::new(self.meetings.iter().cloned())
    }

    fn evidence(&self) -> Records<'_, Evidence> {
        Box::new(self.evidence.iter().cloned())
    }

    fn verdicts(&self) -> Records<'_, Verdict> {
        Box::new(self.verdicts.iter().cloned())
    }
}
