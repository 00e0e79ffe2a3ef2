//! Measures against networkx, to 1e-9: Davis' Southern Women and random two-mode graphs, most of them in several parts.
//!
//! Without python3 and networkx the test says so and passes, except where `CI` is set. `RUNDE_SEED` changes the graphs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

use runde::analysis::graph::TwoMode;
use runde::analysis::measures::{Row, holes, measure};
use runde::landscape::Id;
use serde_json::Value;
use std::process::Command;

fn vectors(seed: &str) -> Option<Vec<Value>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/networkx_vectors.py");
    let why = match Command::new("python3").arg(script).args([seed, "200"]).output() {
        Ok(out) if out.status.success() => return Some(serde_json::from_slice(&out.stdout).unwrap()),
        Ok(out) => String::from_utf8_lossy(&out.stderr).into_owned(),
        Err(error) => error.to_string(),
    };
    assert!(std::env::var("CI").as_deref() != Ok("true"), "the oracle has to be there in CI: {why}");
    println!("SKIPPED: no python3 with networkx here (pip install networkx): {why}");
    None
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn graph(vector: &Value) -> TwoMode {
    let ids = |count: &Value| (0..number(count)).map(|at| Id::new(&format!("{at:04}"))).collect();
    let ties = vector["ties"].as_array().unwrap().iter().map(|tie| (number(&tie[0]), number(&tie[1]))).collect();
    TwoMode { actors: ids(&vector["n"]), networks: ids(&vector["m"]), ties }
}

fn near(ours: f64, theirs: &Value, what: &str) {
    let theirs = theirs.as_f64().unwrap();
    assert!((ours - theirs).abs() <= 1e-9, "{what}: {ours}, networkx {theirs}");
}

fn compare(vector: &Value, place: usize) {
    let two = graph(vector);
    let found = measure(&two);
    for (at, row) in found.actors.iter().chain(&found.networks).enumerate() {
        let said = |key: &str| format!("graph {place}, node {at}, {key}");
        let reals: [(&str, fn(&Row) -> f64); 4] = [
            ("degree_centrality", |row| row.degree_centrality),
            ("betweenness", |row| row.betweenness),
            ("betweenness_centrality", |row| row.betweenness_centrality),
            ("closeness_centrality", |row| row.closeness_centrality),
        ];
        for (key, of) in reals {
            near(of(row), &vector[key][at], &said(key));
        }
        assert_eq!(row.degree, number(&vector["degree"][at]), "{}", said("degree"));
        assert_eq!(row.k_core, number(&vector["k_core"][at]), "{}", said("k_core"));
        assert_eq!(row.cut_point, vector["cut_point"][at].as_bool().unwrap(), "{}", said("cut_point"));
    }
    near(found.density, &vector["density"], &format!("graph {place}, density"));
    let sizes: Vec<usize> = vector["components"].as_array().unwrap().iter().map(number).collect();
    assert_eq!(found.components, sizes, "graph {place}");
    let mut bridges = found.bridges;
    bridges.sort_unstable();
    let theirs: Vec<(usize, usize)> =
        vector["bridges"].as_array().unwrap().iter().map(|tie| (number(&tie[0]), number(&tie[1]))).collect();
    assert_eq!(bridges, theirs, "graph {place}");
    for (at, hole) in holes(&two).iter().enumerate() {
        match hole {
            Some((constraint, size)) => {
                near(*constraint, &vector["constraint"][at], &format!("graph {place}, constraint of {at}"));
                near(*size, &vector["effective_size"][at], &format!("graph {place}, effective size of {at}"));
            }
            None => assert!(vector["constraint"][at].is_null(), "graph {place}, constraint of {at}"),
        }
    }
}

#[test]
fn same_measures_as_networkx() {
    let seed = std::env::var("RUNDE_SEED").unwrap_or_else(|_| "1997".to_owned());
    println!("seed {seed}");
    let Some(vectors) = vectors(&seed) else { return };
    assert_eq!(vectors.len(), 201);
    let apart = vectors.iter().filter(|vector| vector["components"].as_array().unwrap().len() > 2).count();
    assert!(apart > 50, "many graphs should fall into parts: {apart}");
    vectors.iter().enumerate().for_each(|(place, vector)| compare(vector, place));
}
