//! The landscape itself: focus themes, goals, the portal, questions that belong to no single network.

use super::calendar::school_holidays;
use super::names::Names;
use super::networks::{channel, goal};
use crate::records::{Landscape, Question, set};
use anyhow::Result;

/// One focus theme, `school_absence`, is covered by no network.
const THEMES: [&str; 7] =
    ["all_day", "basic_education", "digital", "integration", "language", "school_absence", "transitions"];

const GOALS: [&str; 6] = [
    "Übergänge gelingen ohne Brüche: von der Kita bis in die Ausbildung > bb usb uekg uegw",
    "Verlässlicher Ganztag in jeder Gemeinde > rtg sva ja",
    "Wer Deutsch lernen will, findet binnen acht Wochen einen Platz > ibn int",
    "Erwachsene mit geringer Literalität werden erreicht > grund gbz",
    "Keine Doppelstrukturen: Netzwerke werden jährlich gemeinsam angesehen > sgb bb",
    "Jugendliche, die der Schule fernbleiben, gehen niemandem verloren >",
];

const CHANNELS: [&str; 4] = [
    "portal|Bildungsportal Musterau|https://bildung.landkreis-musterau.example.org|inform|bb",
    "newsletter|Bildungsbrief||inform|bb",
    "shared_drive|Austauschlaufwerk der Dezernate||connect|lra",
    "database|Kursdatenbank der Volkshochschule|https://kurse.volkshochschule-musterau.example.org|inform|vhs",
];

/// The one record of the landscape.
pub(super) fn landscape(names: &mut Names) -> Result<Landscape> {
    let goal_ids = names.ids.parts("g", GOALS.len(), &["landscape"]);
    let goals: Result<Vec<_>> = GOALS.into_iter().zip(goal_ids).map(|(line, id)| goal(names, line, id)).collect();
    let channel_ids = names.ids.parts("c", CHANNELS.len(), &["landscape"]);
    let channels: Result<Vec<_>> =
        CHANNELS.into_iter().zip(channel_ids).map(|(line, id)| channel(names, line, id)).collect();
    Ok(Landscape {
        name: "Landkreis Musterau".to_owned(),
        area: "Landkreis mit 14 Städten und Gemeinden, rund 112.000 Menschen".to_owned(),
        land: "sn".to_owned(),
        timezone: "Europe/Berlin".to_owned(),
        own_unit: names.institution("bb")?,
        themes: set(THEMES),
        goals: goals?,
        channels: channels?,
        questions: vec![
            question("networks_on_theme", "partly", &names.person("knot")?, ""),
            question("planning_ties", "planned", &names.person("falk")?, ""),
            question("portal", "answered", "", "Zwei Belege, Portal wird vom Bildungsbüro verantwortet"),
        ],
        holidays: school_holidays(),
        notes: "Alle Menschen, Orte, Einrichtungen und Aussagen sind erfunden.".to_owned(),
    })
}

fn question(key: &str, status: &str, ask: &str, reason: &str) -> Question {
    Question { key: key.to_owned(), status: status.to_owned(), ask: ask.to_owned(), reason: reason.to_owned() }
}
