//! Conversations, documents and observations with what was said.

use super::names::Names;
use super::text::{EVIDENCE, cell, lines};
use crate::records::{Evidence, Statement, set};
use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// All pieces of evidence.
pub(super) fn evidence(names: &mut Names) -> Result<Vec<Evidence>> {
    let mut pieces: Vec<(Evidence, Vec<&'static str>)> = Vec::new();
    for line in lines(EVIDENCE) {
        if let Some(head) = line.strip_prefix("E ") {
            pieces.push((piece(names, head)?, Vec::new()));
        } else if let Some(said) = line.strip_prefix("- ") {
            pieces.last_mut().context("a statement before any evidence")?.1.push(said);
        }
    }
    let mut list = Vec::new();
    for (mut piece, said) in pieces {
        let ids = names.ids.parts("s", said.len(), &[&piece.id]);
        for (line, id) in said.into_iter().zip(ids) {
            piece.statements.push(statement(names, line, id)?);
        }
        list.push(piece);
    }
    Ok(list)
}

fn piece(names: &mut Names, line: &'static str) -> Result<Evidence> {
    let with: Result<Vec<String>> = cell(line, '|', 2).split_whitespace().map(|key| names.person(key)).collect();
    Ok(Evidence {
        id: names.ids.record("e", &[line]),
        date: cell(line, '|', 0).to_owned(),
        kind: cell(line, '|', 1).to_owned(),
        title: cell(line, '|', 4).to_owned(),
        with: set(with?),
        pseudonym: cell(line, '|', 5).to_owned(),
        visibility: cell(line, '|', 3).to_owned(),
        ..Evidence::default()
    })
}

fn statement(names: &Names, line: &'static str, id: String) -> Result<Statement> {
    let about: Result<Vec<String>> = cell(line, '|', 0)
        .split_whitespace()
        .map(|key| if key == "landscape" { Ok(key.to_owned()) } else { names.any(key) })
        .collect();
    Ok(Statement {
        id,
        about: set(about?),
        question: cell(line, '|', 1).to_owned(),
        text: cell(line, '|', 2).to_owned(),
        ratings: ratings(cell(line, '|', 3)),
        intensity: cell(line, '|', 4).parse().ok(),
        confidence: cell(line, '|', 5).to_owned(),
        visibility: String::new(),
    })
}

/// `w3t4`: works well 3, trust 4.
fn ratings(text: &str) -> BTreeMap<String, u8> {
    let mut ratings = BTreeMap::new();
    let mut dimension = "";
    for letter in text.chars() {
        match letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
            Some(mark) => drop(ratings.insert(dimension.to_owned(), mark)),
            None => {
                dimension = match letter {
                    'w' => "works_well",
                    'g' => "goal_clarity",
                    'c' => "commitment",
                    't' => "trust",
                    'b' => "benefit",
                    'e' => "effort_fit",
                    _ => "representation",
                }
            }
        }
    }
    ratings
}
