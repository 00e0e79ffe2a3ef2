//! Searches that go on from key to key: cut short, typed on, looked ahead for, with edits in between.

use super::*;
use std::collections::{HashMap, HashSet};
use std::time::Duration;

/// In a landscape so large that only some shelves are asked for those whose name begins so.
#[test]
fn those_shown_early_are_found_in_the_end() {
    let seed = seed(41);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    let docs: Vec<Plain> = (0..70_000).map(|_| document(&mut dice)).collect();
    let index = build(&docs);
    for _ in 0..rounds(6) {
        let (k, kinds) = (dice.below(150), if dice.below(2) == 0 { ALL_KINDS } else { 5 });
        // Names are typed from their beginning, so that many begin so; whatever else is typed, few do.
        let text = match dice.below(3) {
            0 => typed(&mut dice, &docs),
            _ => forge::name(&mut dice).chars().take(6).collect(),
        };
        let about = format!("{text:?}, k {k}, kinds {kinds}, seed {seed}");
        let mut search = Search::new(&index, Query::default(), kinds, k);
        for so_far in letters(&text) {
            search = search.retype(&index, Query::new(so_far));
            let whole = everything(&index, search.query(), kinds);
            let found: HashMap<usize, u64> = whole.iter().map(|(v, doc)| (*doc as usize, v.rank.number())).collect();
            for _ in 0..dice.below(4) {
                let hits = search.hits(&index);
                assert!(hits.len() <= k, "{about}");
                assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score), "in order: {about}");
                assert_eq!(hits.iter().map(|hit| hit.doc).collect::<HashSet<_>>().len(), hits.len(), "once: {about}");
                assert!(hits.iter().all(|hit| found.get(&hit.doc).is_some_and(|best| hit.score <= *best)), "{about}");
                search.advance(&index, 1 + dice.below(9_000));
            }
            if dice.below(2) == 0 {
                search.finish(&index);
                same(&index, &search, kinds, k, &about);
            }
        }
        search.finish(&index);
        same(&index, &search, kinds, k, &about);
    }
}

/// What was looked for in advance, wholly or in part, or not at all, changes nothing but the time it takes.
#[test]
fn what_was_foreseen_changes_nothing() {
    let seed = seed(43);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    let docs: Vec<Plain> = (0..9_000).map(|_| Plain { name: forge::name(&mut dice), ..document(&mut dice) }).collect();
    let index = build(&docs);
    let mut forgiving = 0;
    for _ in 0..rounds(12) {
        let mut text: Vec<char> = dice.pick(&docs).name.chars().take(11).collect();
        let at = 3 + dice.below(5);
        match (dice.below(3), text.get_mut(at)) {
            (0, Some(letter)) => *letter = 'x',
            (1, Some(_)) => drop(text.remove(at)),
            _ => text.insert(at.min(text.len()), 'q'),
        }
        // Every other text is of several words, of any field, now and then in one that is long.
        let one_word = dice.below(2) == 0;
        let text: String = if one_word { text.into_iter().collect() } else { typed(&mut dice, &docs) };
        let (k, kinds) = if dice.below(2) == 0 { (40, ALL_KINDS) } else { (4_000, 5) };
        let mut search = Search::new(&index, Query::default(), kinds, k);
        for so_far in letters(&text) {
            search = search.retype(&index, Query::new(so_far));
            if dice.below(4) == 0 {
                search.advance(&index, 3_000);
                continue;
            }
            search.finish(&index);
            forgiving += usize::from(search.hits(&index).first().is_some_and(|best| best.tier == Tier::Slip));
            same(&index, &search, kinds, k, &format!("{so_far:?} of {text:?}, k {k}, kinds {kinds}, seed {seed}"));
            match dice.below(3) {
                0 => search.foresee(&index, Duration::ZERO),
                1 => search.foresee(&index, Duration::MAX),
                _ => {}
            }
        }
    }
    assert!(forgiving > 0, "slips are looked for: seed {seed}");
}

#[test]
fn edits_equal_a_rebuild() {
    let seed = seed(13);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    for _ in 0..rounds(20) {
        let mut docs: Vec<Plain> = (0..dice.below(300)).map(|_| document(&mut dice)).collect();
        // Shelves that were filled at once, and those that documents came to one by one, which go on merging equal texts.
        let mut index = if dice.below(2) == 0 { build(&docs) } else { Index::default() };
        docs.truncate(index.len());
        let nobody =
            Plain { kind: 0, hint: 0, name: String::new(), aliases: vec![], short: vec![], long: String::new() };
        for _ in 0..300 {
            let (new, at) = (document(&mut dice), dice.below(docs.len() + 1));
            match dice.below(3) {
                0 => {
                    assert_eq!(index.push(|entry| fill(&new, entry)), docs.len());
                    docs.push(new);
                }
                1 if at < docs.len() => {
                    assert!(index.replace(at, |entry| fill(&new, entry)));
                    docs[at] = new;
                }
                _ => {
                    index.remove(at);
                    if let Some(doc) = docs.get_mut(at) {
                        *doc = nobody.clone();
                    }
                }
            }
        }
        let rebuilt = build(&docs);
        for _ in 0..20 {
            let query = Query::new(&typed(&mut dice, &docs));
            assert_eq!(searched(&index, &query, 30), searched(&rebuilt, &query, 30), "seed {seed}");
        }
        assert!(index.memory() < 4 * rebuilt.memory() + 4096, "compacted");
    }
}

#[test]
fn a_running_search_notices_edits() {
    let docs: Vec<Plain> = (0..3000).map(|_| document(&mut Dice::new(1))).collect();
    let mut index = build(&docs);
    let mut search = Search::new(&index, Query::new("zanzibar"), ALL_KINDS, 5);
    search.advance(&index, 2000);
    index.replace(0, |entry| done(entry.name("Zanzibar")));
    search.finish(&index);
    assert_eq!(search.hits(&index).first().map(|hit| (hit.doc, hit.tier)), Some((0, Tier::Exact)));
}

#[test]
fn what_a_document_had_before_is_not_found() {
    let mut index =
        Index::build(2, |n, entry| done(entry.name(["Kita", "Hort"][n]).short(2, ["Jugendamt", "Jugendamt Mitte"][n])));
    index.push(|entry| done(entry.name("Heim").short(2, "Jobcenter")));
    // The same letters, in no order in which they are looked for.
    for doc in [1, 2] {
        index.replace(doc, |entry| done(entry.name("tmadneguj retnecboj")));
    }
    let found = |index: &Index, typed: &str| searched(index, &Query::new(typed), 9).0;
    assert_eq!(["jugendamt", "jobcenter", "tmad"].map(|typed| found(&index, typed)), [1, 0, 2]);
    // What is beyond the fields a document can have is not found either.
    index.push(|entry| {
        entry.name("tmadneguj");
        (0..65_534).for_each(|n| done(entry.short(2, &format!("{n}"))));
        entry.short(2, "Jugendamt Süd");
    });
    assert_eq!(["jugendamt", "65533"].map(|typed| found(&index, typed)), [1, 1]);
}

/// How many documents a search finds, and the best of them.
fn searched(index: &Index, query: &Query, k: usize) -> (usize, Vec<Hit>) {
    let mut search = Search::new(index, query.clone(), ALL_KINDS, k);
    search.finish(index);
    (search.count(), search.hits(index))
}
