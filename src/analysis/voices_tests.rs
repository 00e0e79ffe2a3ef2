//! Voices: who counts once, what contradicts, how far a statement may go.

use super::*;
use crate::store::{Store, read};

/// A store with one network `n` and this evidence: (with, pseudonym, mark of `works_well`, kind, visibility).
fn store(pieces: &[(&str, &str, u8, &str, &str)]) -> Store {
    let piece = |(at, (with, pseudonym, mark, kind, visibility)): (usize, &(&str, &str, u8, &str, &str))| {
        let with: Vec<String> = with.split_whitespace().map(|id| format!("{id:?}")).collect();
        let visibility = if visibility.is_empty() { String::new() } else { format!(r#""visibility":"{visibility}","#) };
        let pseudonym = if pseudonym.is_empty() { String::new() } else { format!(r#""pseudonym":"{pseudonym}","#) };
        format!(
            r#"{{"id":"e-{at:010}","date":"2026-01-01","kind":"{kind}","with":[{}],{pseudonym}{visibility}
            "statements":[{{"id":"s-{at:06}","about":["n"],"text":"x","ratings":{{"works_well":{mark}}}}}]}}"#,
            with.join(",")
        )
    };
    let pieces: Vec<String> = pieces.iter().enumerate().map(piece).collect();
    let text = format!(
        r#"{{"format":"runde","version":1,"landscape":{{"name":"L"}},"networks":[{{"id":"n","name":"N"}}],"evidence":[{}]}}"#,
        pieces.join(",")
    );
    read(&text).unwrap().store
}

fn count(pieces: &[(&str, &str, u8, &str, &str)]) -> usize {
    let store = store(pieces);
    voices(&all_said(&store).collect::<Vec<_>>()).len()
}

#[test]
fn whoever_speaks_twice_is_one_voice() {
    let talk = |with, pseudonym| (with, pseudonym, 2, "interview", "");
    // The same person under two pseudonyms, alone and with a colleague.
    assert_eq!(count(&[talk("p-1", "A"), talk("p-1", "B"), talk("p-1 p-2", "")]), 1);
    assert_eq!(count(&[talk("p-1", ""), talk("p-2", ""), talk("p-1 p-2", "")]), 1, "joined late");
    assert_eq!(count(&[talk("p-1", ""), talk("p-2", ""), talk("p-3", "")]), 3);
    assert_eq!(count(&[talk("", "A"), talk("", "A"), talk("", "B")]), 2);
    assert_eq!(count(&[("", "", 2, "document", ""), ("", "", 2, "document", "")]), 2, "two documents are two");
}

#[test]
fn a_voice_counts_once_in_the_figures_and_contradiction_needs_two_voices() {
    let said = |marks: &[(&'static str, u8)]| {
        let pieces: Vec<_> = marks.iter().map(|(with, mark)| (*with, "", *mark, "interview", "")).collect();
        let store = store(&pieces);
        let found = figures(&voices(&all_said(&store).collect::<Vec<_>>()));
        (found.first().unwrap().clone(), contradicted(&all_said(&store).collect::<Vec<_>>()).len())
    };
    let (figure, contradicted) = said(&[("p-1", 1), ("p-1", 4), ("p-2", 3), ("p-3", 3)]);
    assert_eq!((figure.voices, figure.spread, figure.contradict), (3, [0, 0, 3, 0], false));
    assert_eq!((figure.least, figure.most, contradicted), (1, 4, 0));
    assert!((figure.mean - 8.5 / 3.0).abs() < 1e-9 && figure.may_leave());
    let (figure, contradicted) = said(&[("p-1", 1), ("p-2", 3)]);
    assert!(figure.contradict && contradicted == 1 && !figure.may_leave());
}

#[test]
fn a_conversation_of_which_nothing_is_said_is_confidential() {
    let of = |kind, visibility| {
        let store = store(&[("p-1", "", 2, kind, visibility)]);
        Visibility::of(all_said(&store).next().unwrap())
    };
    assert_eq!(of("interview", ""), Visibility::Confidential);
    assert_eq!(of("document", ""), Visibility::Internal);
    assert_eq!(of("interview", "shareable"), Visibility::Shareable);
    assert_eq!(of("document", "for two only"), Visibility::Confidential);
}
