//! The report: agrees with a count from the JSON alone, gives nothing confidential and no person away, is a page on its
//! own, and an office can put its own words in its place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a trial may fall over, and says so"
)]

use runde::exchange::report::{Include, Report, html, landscape, render, render_sheet, sheet};
use runde::guide::matrix;
use runde::i18n::Lang;
use runde::store::{DEMO, Data, read};
use serde_json::Value;

fn data() -> Data {
    Data::new(read(DEMO).unwrap().store)
}

fn report(lang: Lang, include: Include) -> Report {
    landscape(&data(), lang, jiff::civil::date(2026, 11, 25).at(9, 0, 0, 0), include)
}

fn demo() -> Value {
    serde_json::from_str(DEMO).unwrap()
}

const BOTH: [Lang; 2] = [Lang::De, Lang::En];

#[test]
fn figures_agree_with_a_count_from_the_json_alone() {
    let (report, demo) = (report(Lang::De, Include::default()), demo());
    let networks = demo["networks"].as_array().unwrap();
    let over = |network: &&Value| matches!(network["lifecycle"].as_str(), Some("ended" | "merged"));
    assert_eq!(report.figures.ended, networks.iter().filter(over).count());
    assert_eq!(report.figures.networks, networks.len() - report.figures.ended);
    let people = demo["actors"].as_array().unwrap().iter().filter(|actor| actor["person"] == true).count();
    assert_eq!(report.figures.people, people);
    let without_tie = networks.iter().filter(|network| !over(network)).filter(|network| network["embedding"].is_null());
    assert!(report.embedding.without.len() <= without_tie.count());
    let missing = networks.iter().flat_map(|network| network["embedding"].as_array().into_iter().flatten());
    assert_eq!(report.embedding.missing.len(), missing.filter(|tie| tie["tie"] == "none_but_should").count());
    assert_eq!(report.uncovered, ["Schulabsentismus"]);
    // The five planted ones (docs/demo.md) are among those nobody coordinates.
    for planted in ["AG Fördermittel Bildung", "Digitalbotschafter Musterau", "Elternnetz Berufswahl"] {
        assert!(report.coordination.nobody.iter().any(|name| name == planted), "{planted}");
    }
}

#[test]
fn nothing_confidential_and_no_person_leaves_the_house_unless_asked_for() {
    let demo = demo();
    let people: Vec<&str> = demo["actors"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|actor| actor["person"] == true)
        .map(|actor| actor["name"].as_str().unwrap())
        .collect();
    let mut confidential = Vec::new();
    for source in demo["evidence"].as_array().unwrap() {
        for said in source["statements"].as_array().into_iter().flatten() {
            let hidden = source["visibility"] == "confidential" || said["visibility"] == "confidential";
            if hidden && let Some(text) = said["text"].as_str() {
                confidential.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
    assert!(people.len() > 100 && confidential.len() > 50);
    for lang in BOTH {
        let text = render(&report(lang, Include::default()), lang, None).unwrap().replace('\\', "");
        for name in &people {
            assert!(!text.contains(name), "{name} stands in the report");
        }
        for words in &confidential {
            assert!(!text.contains(words.as_str()), "confidential: {words}");
        }
        let all = Include { confidential: true, people: true };
        let text = render(&report(lang, all), lang, None).unwrap().replace('\\', "");
        assert!(people.iter().any(|name| text.contains(name)));
        assert!(confidential.iter().filter(|words| text.contains(words.as_str())).count() > confidential.len() / 2);
    }
}

#[test]
fn no_figure_rests_on_fewer_than_three_voices() {
    for include in [Include::default(), Include { confidential: true, people: true }] {
        let report = report(Lang::De, include);
        let ratings = report.voices.bodies.iter().flat_map(|body| &body.ratings);
        assert!(ratings.clone().all(|rating| rating.voices >= 3));
        assert!(include.confidential == (ratings.count() > 0) || !include.confidential);
    }
}

#[test]
fn the_page_needs_nothing_from_elsewhere() {
    for lang in BOTH {
        let report = report(lang, Include::default());
        let page = html(&render(&report, lang, None).unwrap(), &report.title, lang);
        for foreign in ["<script", "<img", "<link", "src=", "url(", "@import", "javascript:"] {
            assert!(!page.contains(foreign), "{foreign}");
        }
        assert!(page.contains("<table>") && page.contains("</html>"));
    }
}

#[test]
fn an_offices_own_template_stands_in_for_ours_and_its_faults_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("landscape.de.md");
    let facts = report(Lang::De, Include::default());
    std::fs::write(&own, "# {{ title }}\n\n{{ figures.networks }} Runden\n").unwrap();
    let text = render(&facts, Lang::De, Some(folder.path())).unwrap();
    assert_eq!(text, "# Landkreis Musterau\n\n99 Runden");
    std::fs::write(&own, "# {{ title }}\n\n{{ figures.runden }}\n").unwrap();
    let fault = render(&facts, Lang::De, Some(folder.path())).unwrap_err().to_string();
    assert!(fault.starts_with("landscape.de.md:3:"), "{fault}");
    assert!(
        render(&facts, Lang::De, Some(&folder.path().join("nowhere"))).unwrap().contains("Die Landschaft in Zahlen")
    );
}

/// The profile sheet of every network: its signs are those of the engine, no person and nothing confidential stands in it,
/// no figure rests on fewer than three voices; an office's own template stands in for ours.
#[test]
fn the_profile_sheets_give_nothing_away() {
    let (data, demo) = (data(), demo());
    let now = jiff::civil::date(2026, 11, 25).at(9, 0, 0, 0);
    let people: Vec<&str> = demo["actors"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|actor| actor["person"] == true)
        .map(|actor| actor["name"].as_str().unwrap())
        .collect();
    let hidden: Vec<String> = demo["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|source| {
            let all = source["statements"].as_array().into_iter().flatten();
            all.filter(move |said| source["visibility"] == "confidential" || said["visibility"] == "confidential")
        })
        .filter_map(|said| Some(said["text"].as_str()?.split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect();
    assert!(people.len() > 100 && hidden.len() > 50);
    let lines = matrix(data.store(), "2026-11-25");
    for lang in BOTH {
        for line in &lines[1..] {
            let facts = sheet(&data, &line.record.id, lang, now, Include::default()).unwrap();
            let signs: Vec<&str> = facts.questions.iter().map(|question| question.sign).collect();
            assert_eq!(signs, line.states.iter().map(|(_, state)| state.sign()).collect::<Vec<_>>());
            assert_eq!((facts.done, facts.of), line.progress());
            assert!(facts.voices.ratings.iter().all(|rating| rating.voices >= 3));
            let text = render_sheet(&facts, lang, None).unwrap().replace('\\', "");
            for name in &people {
                assert!(!text.contains(name), "{name} stands in the sheet of {}", facts.title);
            }
            for words in &hidden {
                assert!(!text.contains(words.as_str()), "confidential: {words}");
            }
            let page = html(&text, &facts.title, lang);
            assert!(page.contains("<table>") && !page.contains("<script"));
        }
    }
    let all = Include { confidential: true, people: true };
    let texts: Vec<String> = lines[1..]
        .iter()
        .filter_map(|line| sheet(&data, &line.record.id, Lang::De, now, all))
        .map(|facts| render_sheet(&facts, Lang::De, None).unwrap().replace('\\', ""))
        .collect();
    let text = texts.join("\n");
    assert!(people.iter().filter(|name| text.contains(**name)).count() > 20);
    assert!(hidden.iter().filter(|words| text.contains(words.as_str())).count() > hidden.len() / 2);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("network.de.md"), "{{ title }}: {{ done }}/{{ of }}\n").unwrap();
    let id = &lines[1].record.id;
    let facts = sheet(&data, id, Lang::De, now, Include::default()).unwrap();
    let own = render_sheet(&facts, Lang::De, Some(folder.path())).unwrap();
    assert_eq!(own, format!("{}: {}/{}", facts.title, facts.done, facts.of));
    std::fs::write(folder.path().join("network.de.md"), "\n{{ nichts }}").unwrap();
    let fault = render_sheet(&facts, Lang::De, Some(folder.path())).unwrap_err().to_string();
    assert!(fault.starts_with("network.de.md:2:"), "{fault}");
    assert!(sheet(&data, "nobody", Lang::De, now, all).is_none());
}
