//! Does the search put first what a person means?
#![allow(clippy::indexing_slicing, clippy::print_stdout, clippy::unwrap_used, reason = "test code")]

mod forge;

use forge::rules::{RULES, Rule, look_up};
use forge::{Dice, names, rounds, seed};
use runde::landscape::{Kind, actor, network};
use runde::search::landscape::Landscape;
use runde::search::{ALL_KINDS, Index, Query, find};
use runde::store::read;
use std::collections::BTreeMap;

fn given() -> Vec<String> {
    include_str!("data/lookups/names-2000.txt").lines().map(str::to_owned).collect()
}

fn index(names: &[String]) -> Index {
    Index::build(names.len(), |n, entry| {
        entry.name(&names[n]);
    })
}

/// Whether a name is what the third column of `queries.tsv` describes.
fn expected(name: &str, wanted: &str) -> bool {
    wanted.split('|').any(|one| {
        one.split('&').all(|part| part.strip_prefix('^').map_or(name.contains(part), |start| name.starts_with(start)))
    })
}

/// How many of the given look-ups have an expected name in the first place; the others are told.
fn first_places(names: &[String]) -> usize {
    let index = index(names);
    let mut first = 0;
    for line in include_str!("data/lookups/queries.tsv").lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let hits = find(&index, &Query::new(columns[0]), ALL_KINDS, 50);
        let rank = hits.iter().position(|hit| expected(&names[hit.doc], columns[2]));
        if rank == Some(0) {
            first += 1;
        } else {
            let top: Vec<&str> = hits.iter().take(3).map(|hit| names[hit.doc].as_str()).collect();
            println!("{}: place {:?}, first are {top:?}", columns[0], rank.map(|rank| rank + 1));
        }
    }
    println!("{first} of 22 in first place among {} names", names.len());
    first
}

#[test]
fn what_a_person_means_is_first_among_two_thousand() {
    assert!(first_places(&given()) >= 21);
}

#[test]
fn what_a_person_means_is_first_among_a_hundred_thousand() {
    let mut all = given();
    all.extend(names(seed(1), 98_000));
    assert!(first_places(&all) >= 20);
}

/// Mean reciprocal rank of look-ups by rule among names only.
fn mean_reciprocal_rank(names: &[String], dice: &mut Dice, count: usize) -> f64 {
    let index = index(names);
    let find = |query: &str| find(&index, &Query::new(query), ALL_KINDS, 50).into_iter().map(|hit| hit.doc).collect();
    rank_of(names, dice, count, &find)
}

/// Mean reciprocal rank of look-ups by rule; prints it for each rule.
fn rank_of(names: &[String], dice: &mut Dice, count: usize, find: &dyn Fn(&str) -> Vec<usize>) -> f64 {
    let mut sums: BTreeMap<Rule, (f64, u32)> = BTreeMap::new();
    for _ in 0..count {
        let (target, rule) = (dice.below(names.len()), *dice.pick(&RULES));
        let Some(look_up) = look_up(names, target, rule, dice) else { continue };
        let hits = find(&look_up.query);
        let rank = hits.iter().position(|doc| look_up.answers.contains(doc));
        if rank != Some(0) && std::env::var_os("RUNDE_TELL").is_some() {
            println!(
                "{rule:?} {:?} {}: {rank:?} {:?}",
                look_up.query,
                names[target],
                hits.first().map(|doc| &names[*doc])
            );
        }
        let sum = sums.entry(rule).or_default();
        sum.0 += rank.map_or(0.0, |rank| 1.0 / f64::from(u32::try_from(rank).unwrap() + 1));
        sum.1 += 1;
    }
    for (rule, (sum, count)) in &sums {
        println!("{rule:?}: {:.3} of {count}", sum / f64::from(*count));
    }
    let (sum, count) = sums.values().fold((0.0, 0), |(s, c), (sum, count)| (s + sum, c + count));
    assert_eq!(sums.len(), RULES.len(), "every rule was tried");
    sum / f64::from(count)
}

#[test]
fn hurried_look_ups_find_their_name() {
    let seed = seed(7);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    for round in 0..rounds(2) {
        let names = names(dice.roll(), 1_000 + dice.below(4_000));
        let rank = mean_reciprocal_rank(&names, &mut dice, 600);
        println!("round {round}: mean reciprocal rank {rank:.3} among {} names", names.len());
        assert!(rank >= 0.95);
    }
    let rank = mean_reciprocal_rank(&given(), &mut dice, 600);
    println!("given names: mean reciprocal rank {rank:.3}");
    assert!(rank >= 0.95);
}

/// The demo landscape with all its kinds and fields, as the program searches it: names of its bodies and actors.
#[test]
fn hurried_look_ups_find_their_record_in_the_demo() {
    let store = read(include_str!("../data/musterau.json")).unwrap().store;
    let search = Landscape::build(&store);
    let networks = store.all(Kind::Network).map(|r| (r.id.clone(), r.text(network::NAME).to_owned()));
    let actors = store.all(Kind::Actor).map(|r| (r.id.clone(), r.text(actor::NAME).to_owned()));
    let (ids, names): (Vec<_>, Vec<String>) = networks.chain(actors).unzip();
    let find = |query: &str| -> Vec<usize> {
        let found = search.find(query, &[Kind::Network, Kind::Actor], 50);
        found.iter().filter_map(|found| ids.iter().position(|id| *id == found.id)).collect()
    };
    let seed = seed(11);
    println!("seed {seed}");
    let rank = rank_of(&names, &mut Dice::new(seed), 1500, &find);
    println!("demo: mean reciprocal rank {rank:.3} among {} names", names.len());
    assert!(rank >= 0.95);
}
