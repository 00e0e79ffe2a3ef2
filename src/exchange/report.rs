//! The stock-taking as a document: what is known about the landscape, chapter by chapter, ready for a template. What is
//! confidential and who the people are stays out unless asked for; the document says so.
//!
//! ```text
//!  Store ─► Report (plain facts, in words of one language) ─► template (minijinja) ─► Markdown ─► HTML for printing
//! ```

mod bodies;
mod figures;
mod page;
mod rhythms;
mod sheet;
mod template;
mod ties;
mod voices;

pub use page::html;
pub use sheet::{Sheet, render_sheet, sheet, sheet_html};
pub use template::{Fault, TEMPLATES, render};

use crate::i18n::Lang;
use crate::landscape::life::is_over;
use crate::landscape::{Kind, Record, role, the_landscape, vocabulary};
use crate::store::{Data, Store, name_of};
use jiff::civil::DateTime;
use serde::Serialize;

/// What goes into the document besides what anyone may read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Include {
    /// Evidence marked confidential.
    pub confidential: bool,
    /// The names of people.
    pub people: bool,
}

/// What every chapter looks at.
#[derive(Clone, Copy)]
struct Desk<'a> {
    data: &'a Data,
    lang: Lang,
    now: DateTime,
    include: Include,
}

impl<'a> Desk<'a> {
    fn store(self) -> &'a Store {
        self.data.store()
    }

    fn day(self) -> String {
        self.now.date().to_string()
    }

    fn label<'v>(self, list: &str, key: &'v str) -> &'v str {
        vocabulary::label(list, key, self.lang)
    }

    fn name(self, id: &str) -> String {
        name_of(self.store(), id)
    }

    fn networks(self) -> impl Iterator<Item = &'a Record> {
        self.store().all(Kind::Network).map(|record| &**record)
    }

    /// The bodies that still exist.
    fn alive(self) -> impl Iterator<Item = &'a Record> {
        self.networks().filter(|network| !is_over(network))
    }
}

/// How many, said with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// What is counted.
    pub label: String,
    /// How many.
    pub count: usize,
    /// Which, where that matters.
    pub names: Vec<String>,
}

/// The whole document.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The landscape's name.
    pub title: String,
    /// The area it covers; may be empty.
    pub area: String,
    /// The office that reports; may be empty.
    pub office: String,
    /// The day it is made, as people of the language write it.
    pub day: String,
    /// What was asked to be in it.
    pub include: Include,
    /// The landscape in figures.
    pub figures: figures::Figures,
    /// Bodies by theme.
    pub themes: Vec<bodies::Theme>,
    /// Our own focus themes no body works on.
    pub uncovered: Vec<String>,
    /// Bodies by how binding they are, from loose exchange to law.
    pub binding: Vec<Count>,
    /// Bodies by what they may decide.
    pub power: Vec<Count>,
    /// Who coordinates.
    pub coordination: bodies::Coordination,
    /// How the bodies meet.
    pub rhythms: rhythms::Rhythms,
    /// Digital forms.
    pub channels: ties::Channels,
    /// Ties to politics and planning.
    pub embedding: ties::Embedding,
    /// What the landscape and its bodies want to reach.
    pub goals: ties::Goals,
    /// What people say.
    pub voices: voices::Voices,
    /// Where the knowledge comes from.
    pub sources: voices::Sources,
}

/// Puts the document together for a day.
#[must_use]
pub fn landscape(data: &Data, lang: Lang, now: DateTime, include: Include) -> Report {
    let desk = Desk { data, lang, now, include };
    let landscape = data.store().landscape();
    let (themes, uncovered) = bodies::themes(desk);
    Report {
        title: landscape.text(the_landscape::NAME).to_owned(),
        area: landscape.text(the_landscape::AREA).to_owned(),
        office: match landscape.text(the_landscape::OWN_UNIT) {
            "" => String::new(),
            unit => desk.name(unit),
        },
        day: crate::calendar::show_date(now.date(), lang),
        include,
        figures: figures::figures(desk),
        themes,
        uncovered,
        binding: bodies::ladder(desk, crate::landscape::network::BINDINGNESS, "bindingness"),
        power: bodies::ladder(desk, crate::landscape::network::DECISION_POWER, "decision_power"),
        coordination: bodies::coordination(desk),
        rhythms: rhythms::rhythms(desk),
        channels: ties::channels(desk),
        embedding: ties::embedding(desk),
        goals: ties::goals(desk),
        voices: voices::voices(desk),
        sources: voices::sources(desk),
    }
}

/// The seats of a body that are taken on the day and count as members.
fn seats<'a>(desk: Desk<'a>, network: &'a Record) -> Vec<&'a Record> {
    let day = desk.day();
    let taken = network.parts(crate::landscape::network::MEMBERS).iter();
    taken.filter(|seat| role::seat_on(seat, &day) && role::of_seat(seat).member).collect()
}
