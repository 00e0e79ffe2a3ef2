//! Institutions with their units, and the people in a function.

use super::names::{Entry, Names};
use super::text::cell;
use crate::ids::slug;
use crate::records::{Actor, set};
use crate::rng::Rng;
use anyhow::Result;

/// All actors.
pub(super) fn actors(names: &mut Names) -> Result<Vec<Actor>> {
    let mut line = 0;
    let mut list = Vec::new();
    for (handle, entry) in &names.institutions {
        list.push(institution(names, handle, entry, line)?);
        line += u32::from(!is_planning(entry.kind));
    }
    for (handle, entry) in &names.people {
        list.push(person(names, handle, entry, line)?);
        line += 1;
    }
    Ok(list)
}

/// A planning has no telephone.
fn is_planning(kind: &str) -> bool {
    ["planning", "_concept", "_strategy"].iter().any(|end| kind.ends_with(end))
}

fn institution(names: &Names, handle: &str, entry: &Entry, line: u32) -> Result<Actor> {
    let mut rng = Rng::of(&["institution", handle]);
    let name = cell(entry.line, '|', 1);
    let (phases, targets) = served(entry.kind);
    let mut actor = Actor {
        id: entry.id.clone(),
        name: name.to_owned(),
        short: cell(entry.line, '|', 2).to_owned(),
        aliases: set(cell(entry.line, '|', 6).split(',').map(str::trim).filter(|name| !name.is_empty())),
        kind: entry.kind.to_owned(),
        area: cell(entry.line, '|', 4).to_owned(),
        internal: names.is_internal(handle),
        phases: set(phases.split_whitespace()),
        target_groups: set(targets.split_whitespace()),
        notes: cell(entry.line, '|', 5).to_owned(),
        checked_on: checked(&mut rng),
        ..Actor::default()
    };
    if !entry.unit.is_empty() {
        actor.unit_of = names.institution(entry.unit)?;
    }
    if !is_planning(entry.kind) {
        reach(&mut actor, &mut rng, line);
    }
    Ok(actor)
}

/// Mail, telephone (030 23125 000–999 is kept free for films and books), web and street.
fn reach(actor: &mut Actor, rng: &mut Rng, line: u32) {
    let host = host(&actor.name, &actor.short);
    actor.phone = format!("030 23125 {line:03}");
    if actor.internal {
        actor.email = format!("{host}@landkreis-musterau.example.org");
    } else {
        actor.email = format!("kontakt@{host}.example.org");
        if rng.chance(60) {
            actor.web = format!("https://www.{host}.example.org");
        }
    }
    if rng.chance(45) && !actor.area.is_empty() {
        let street = rng.pick(&STREETS).unwrap_or_default();
        actor.address = format!("{street} {}, {}", 1 + rng.below(48), actor.area);
    }
}

const STREETS: [&str; 16] = [
    "Am Mühlgraben",
    "Bahnhofstraße",
    "Birkenweg",
    "Gartenstraße",
    "Goethestraße",
    "Hauptstraße",
    "Kirchgasse",
    "Lange Straße",
    "Lindenallee",
    "Marktplatz",
    "Neue Siedlung",
    "Rautenufer",
    "Ringstraße",
    "Schulstraße",
    "Töpferweg",
    "Zum Sportplatz",
];

/// Most records were looked at this year, a few not for a long time.
fn checked(rng: &mut Rng) -> String {
    match rng.below(100) {
        0..=5 => format!("2025-0{}-{:02}", 1 + rng.below(9), 1 + rng.below(28)),
        6..=70 => format!("2026-{:02}-{:02}", 1 + rng.below(10), 1 + rng.below(28)),
        _ => String::new(),
    }
}

/// Learning phases and target groups that go with a kind of institution.
fn served(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "kita" => ("kita", "children_0_6 parents_families"),
        "childminder_agency" | "early_intervention" | "midwives" => ("prenatal_early kita", "children_0_6"),
        "family_centre" | "family_education" => ("prenatal_early kita", "parents_families"),
        "all_day_provider" | "primary_school" => ("primary", "pupils"),
        "secondary_school" => ("lower_secondary transition_school_work", "pupils"),
        "grammar_school" => ("lower_secondary upper_secondary", "pupils"),
        "special_school" => ("primary lower_secondary", "pupils people_with_disabilities"),
        "school_social_work" | "youth_centre" => ("lower_secondary", "youth"),
        "applied_university" | "student_services" => ("higher_education", "students"),
        "vhs" | "training_provider" => ("adult_further", "adults"),
        "basic_education_centre" => ("adult_further", "low_literacy"),
        "company" | "chamber_ihk" | "chamber_hwk" | "vocational_school" => {
            ("transition_school_work vocational", "trainees")
        }
        "employment_agency" | "youth_career_agency" => ("transition_school_work", "young_adults_neet"),
        "jobcentre" => ("adult_further", "jobless"),
        "migration_service" | "migrant_organisation" => ("cross_phase", "new_arrivals"),
        "seniors_council" | "Seniorentreff" => ("later_life", "seniors"),
        "library" | "museum" | "theatre" => ("cross_phase", "whole_population"),
        _ => ("", ""),
    }
}

fn person(names: &Names, handle: &str, entry: &Entry, line: u32) -> Result<Actor> {
    let mut rng = Rng::of(&["person", handle]);
    let name = cell(entry.line, '|', 1);
    let mail = slug(name.trim_start_matches("Prof. ").trim_start_matches("Dr. ").trim_start_matches("Dipl.-Psych. "));
    let internal = names.is_internal(entry.unit);
    let host = if internal { "landkreis-musterau".to_owned() } else { unit_host(names, entry.unit) };
    let informed = rng.chance(78);
    let month = 1 + rng.below(9);
    Ok(Actor {
        id: entry.id.clone(),
        name: name.to_owned(),
        kind: if cell(entry.line, '|', 2).contains("Kreisr") { "council_member" } else { "" }.to_owned(),
        unit_of: names.institution(entry.unit)?,
        person: true,
        function: cell(entry.line, '|', 2).to_owned(),
        email: format!("{}@{host}.example.org", mail.replace('-', ".")),
        phone: phone(&mut rng, line),
        area: names.town(entry.unit).to_owned(),
        internal,
        checked_on: checked(&mut rng),
        purpose: "Ansprechperson für die Zusammenarbeit in der Bildungslandschaft".to_owned(),
        basis: "public_task".to_owned(),
        source: rng.pick(&SOURCES).unwrap_or_default().to_owned(),
        collected_on: format!("2025-{month:02}-{:02}", 1 + rng.below(28)),
        informed_on: if informed { format!("2025-{:02}-{:02}", month + 1, 1 + rng.below(28)) } else { String::new() },
        retain_until: format!("20{}-12-31", 27 + rng.below(3)),
        ..Actor::default()
    })
}

const SOURCES: [&str; 4] =
    ["eigene Angabe", "Internetseite der Einrichtung", "Teilnahmeliste", "Auskunft der Einrichtung"];

fn unit_host(names: &Names, handle: &str) -> String {
    let cell = |place| names.institutions.get(handle).map_or("", |entry| cell(entry.line, '|', place));
    host(cell(1), cell(2))
}

/// A short name of several words is told apart better than the beginning of a long one.
fn host(name: &str, short: &str) -> String {
    slug(if short.contains(' ') { short } else { name })
}

/// A desk, now and then a mobile (0171 39200 00–99 and 0176 040690 00–99 are kept free too).
fn phone(rng: &mut Rng, line: u32) -> String {
    if !rng.chance(15) {
        return format!("030 23125 {line:03}");
    }
    let front = if (line / 100).is_multiple_of(2) { "0171 39200" } else { "0176 040690" };
    format!("{front}{:02}", line % 100)
}
