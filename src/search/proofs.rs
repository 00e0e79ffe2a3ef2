//! Proofs by random trial: shortcuts change nothing, edits equal a rebuild, no text makes the search stumble.

use super::cells::Cells;
use super::judge::{Judge, Scattered, Verdict};
use super::rank::SCATTERED;
use super::top::order;
use super::*;
use forge::{Dice, rounds, seed};
use std::collections::{HashMap, HashSet};
use std::time::Duration;

#[path = "../../tests/forge/mod.rs"]
mod forge;

/// A document as plain data.
#[derive(Clone, Debug)]
struct Plain {
    kind: u8,
    hint: u16,
    name: String,
    alias: String,
    short: Vec<String>,
    long: String,
}

fn fill(doc: &Plain, entry: &mut Entry) {
    entry.kind(doc.kind).hint(doc.hint).name(&doc.name).alias(1, &doc.alias).long(9, &doc.long);
    for (n, text) in (2..).zip(&doc.short) {
        entry.short(n, text);
    }
}

/// Ends a chain of fields.
fn done(_: &mut Entry) {}

fn build(docs: &[Plain]) -> Index {
    Index::build(docs.len(), |n, entry| fill(&docs[n], entry))
}

/// Short names from few letters, so that every tier and many ties occur, and names as in real lists.
fn text(dice: &mut Dice) -> String {
    if dice.below(2) == 0 {
        return forge::name(dice);
    }
    let letters: Vec<char> = "aeuüöbsß tTe–\u{308}語".chars().collect();
    (0..dice.below(12)).map(|_| *dice.pick(&letters)).collect()
}

fn document(dice: &mut Dice) -> Plain {
    let rare = |dice: &mut Dice, in_n: usize| if dice.below(in_n) == 0 { text(dice) } else { String::new() };
    let long = (0..dice.below(3)).map(|_| rare(dice, 4) + " ").collect();
    let hint = u16::try_from(dice.below(3)).unwrap();
    let kind = u8::try_from(dice.below(4)).unwrap();
    let (name, alias) = (text(dice), rare(dice, 6));
    // Some short texts are those of other documents as well.
    let short = |dice: &mut Dice| match dice.below(2) {
        0 => text(dice),
        _ => text(&mut Dice::new(dice.below(9) as u64)),
    };
    Plain { kind, hint, name, alias, short: (0..dice.below(4)).map(|_| short(dice)).collect(), long }
}

/// Pieces of texts, now and then with a slip, or nonsense.
fn typed(dice: &mut Dice, docs: &[Plain]) -> String {
    let mut words = Vec::new();
    for _ in 0..=dice.below(3) {
        let source = &docs[dice.below(docs.len())].name;
        let letters: Vec<char> = source.chars().collect();
        let from = dice.below(letters.len().max(1)).min(letters.len());
        let to = letters.len().min(from + 1 + dice.below(10));
        let mut piece: Vec<char> = letters[from..to].to_vec();
        if piece.len() > 3 && dice.below(3) == 0 {
            piece.swap(1, 2);
        }
        words.push(if dice.below(8) == 0 { text(dice) } else { piece.into_iter().collect() });
    }
    words.join(" ")
}

/// A text as it is typed, letter by letter.
fn letters(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().filter_map(|(at, c)| text.get(..at + c.len_utf8()))
}

/// Everything judged without any shortcut, and sorted.
fn everything(index: &Index, query: &Query, kinds: u16) -> Vec<(Verdict, u32)> {
    let judged = |slips: bool| {
        let judge = Judge { query, slips, better: true, scattered: Scattered::Scored };
        let mut all = Vec::new();
        for doc in 0..index.len() {
            let card = index.card(doc).unwrap();
            if kinds >> card.kind() & 1 == 1 && !query.is_empty() {
                let (doc, mut cells) = (u32::try_from(doc).unwrap(), Cells::default());
                cells.turn_to(doc, &card);
                all.extend(judge.verdict(&card, None, &mut cells).map(|verdict| (verdict, doc)));
            }
        }
        all.sort_by(|a, b| order(index, a, b));
        all
    };
    let plain = judged(false);
    if plain.first().is_none_or(|(best, _)| best.rank.worst() >= SCATTERED) { judged(true) } else { plain }
}

fn same(index: &Index, search: &Search, kinds: u16, k: usize, about: &str) {
    let all = everything(index, search.query(), kinds);
    assert_eq!(search.count(), all.len(), "count for {about}");
    let hits: Vec<(usize, u64)> = search.hits(index).iter().map(|hit| (hit.doc, hit.score)).collect();
    let best: Vec<(usize, u64)> = all.iter().take(k).map(|(v, doc)| (*doc as usize, v.rank.number())).collect();
    assert_eq!(hits, best, "hits for {about}");
}

#[test]
fn texts_that_many_have_are_found_on_every_shelf() {
    let seed = seed(29);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    let pool: Vec<String> = (0..9).map(|_| text(&mut dice)).chain(["Schule".into(), "VHS".into()]).collect();
    for _ in 0..rounds(3) {
        let docs: Vec<Plain> = (0..2500)
            .map(|_| {
                let mut doc = document(&mut dice);
                doc.short = (0..dice.below(3)).map(|_| dice.pick(&pool).clone()).collect();
                doc.alias = if dice.below(5) == 0 { dice.pick(&pool).clone() } else { String::new() };
                doc
            })
            .collect();
        let index = build(&docs);
        for typed in &pool {
            let k = 1 + dice.below(30);
            let mut search = Search::new(&index, Query::default(), ALL_KINDS, k);
            for so_far in letters(typed) {
                search = search.retype(&index, Query::new(so_far));
                search.finish(&index);
                same(&index, &search, ALL_KINDS, k, &format!("{so_far:?} typed, k {k}, seed {seed}"));
            }
        }
    }
}

#[test]
fn shortcuts_equal_scoring_everything() {
    let seed = seed(11);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    for _ in 0..rounds(20) {
        let docs: Vec<Plain> = (0..=dice.below(400)).map(|_| document(&mut dice)).collect();
        let index = build(&docs);
        for _ in 0..12 {
            let (k, kinds) = (dice.below(40), if dice.below(2) == 0 { ALL_KINDS } else { 5 });
            let text = typed(&mut dice, &docs);
            let mut search = Search::new(&index, Query::default(), kinds, k);
            for so_far in letters(&text) {
                search = search.retype(&index, Query::new(so_far));
                if dice.below(3) > 0 {
                    while !search.advance(&index, 1 + dice.below(200)) {}
                    same(&index, &search, kinds, k, &format!("{so_far:?} typed, k {k}, kinds {kinds}, seed {seed}"));
                } else {
                    search.advance(&index, dice.below(200));
                }
            }
            search.finish(&index);
            same(&index, &search, kinds, k, &format!("{text:?}, k {k}, kinds {kinds}, seed {seed}"));
        }
    }
}

#[test]
fn all_processors_find_what_one_finds() {
    let seed = seed(37);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    let docs: Vec<Plain> = (0..9_000).map(|_| document(&mut dice)).collect();
    let index = build(&docs);
    for _ in 0..rounds(6) {
        let (k, text) = (dice.below(120), typed(&mut dice, &docs));
        let [mut wide, mut slow] = [(), ()].map(|()| Search::new(&index, Query::default(), ALL_KINDS, k));
        for so_far in letters(&text) {
            (wide, slow) = (wide.retype(&index, Query::new(so_far)), slow.retype(&index, Query::new(so_far)));
            while !wide.advance(&index, docs.len()) {}
            while !slow.advance(&index, 1 + dice.below(900)) {}
            assert_eq!(wide.count(), slow.count(), "{so_far:?}, k {k}, seed {seed}");
            assert_eq!(wide.hits(&index), slow.hits(&index), "{so_far:?}, k {k}, seed {seed}");
        }
    }
}

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
        let text: String = text.into_iter().collect();
        let mut search = Search::new(&index, Query::default(), ALL_KINDS, 40);
        for so_far in letters(&text) {
            search = search.retype(&index, Query::new(so_far));
            search.finish(&index);
            forgiving += usize::from(search.hits(&index).first().is_some_and(|best| best.tier == Tier::Slip));
            same(&index, &search, ALL_KINDS, 40, &format!("{so_far:?} of {text:?}, seed {seed}"));
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
fn an_index_for_one_query_gives_the_same_answer() {
    let seed = seed(23);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    for _ in 0..rounds(20) {
        let docs: Vec<Plain> = (0..=dice.below(400)).map(|_| document(&mut dice)).collect();
        let whole = build(&docs);
        for _ in 0..20 {
            let text = typed(&mut dice, &docs);
            let query = Query::new(&text);
            let once = Index::build_for(&query, docs.len(), |n, entry| fill(&docs[n], entry));
            assert_eq!(
                find(&once, &query, ALL_KINDS, 30),
                find(&whole, &query, ALL_KINDS, 30),
                "{text:?}, seed {seed}"
            );
        }
    }
}

#[test]
fn edits_equal_a_rebuild() {
    let seed = seed(13);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    for _ in 0..rounds(20) {
        let mut docs: Vec<Plain> = (0..dice.below(300)).map(|_| document(&mut dice)).collect();
        let mut index = build(&docs);
        let nobody =
            Plain { kind: 0, hint: 0, name: String::new(), alias: String::new(), short: vec![], long: String::new() };
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
            assert_eq!(find(&index, &query, ALL_KINDS, 30), find(&rebuilt, &query, ALL_KINDS, 30), "seed {seed}");
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
fn three_spellings_are_one_query() {
    let names =
        ["Büro für Chancengleichheit", "Buero 2", "Buro Alt", "Bu\u{308}ro Neu", "Bäurobert", "Bürgerbüro", "Kita"];
    let index = Index::build(names.len(), |n, entry| done(entry.name(names[n])));
    let first = find(&index, &Query::new("büro"), ALL_KINDS, 10);
    assert_eq!(first.iter().filter(|hit| hit.tier == Tier::Prefix).count(), 4);
    for typed in ["buro", "buero", "Büro", "BÜRO", "bu\u{308}ro"] {
        assert_eq!(find(&index, &Query::new(typed), ALL_KINDS, 10), first, "{typed}");
    }
}

#[test]
fn words_may_be_spread_over_fields() {
    let index = Index::build(3, |n, entry| match n {
        0 => done(entry.name("Jürgen Müller").short(3, "Jugendamt")),
        1 => done(entry.name("Jugendamt").alias(1, "JA")),
        _ => done(
            entry.name("Runder Tisch").long(7, &format!("{} Herr Mueller vom Jugendamt kam", "viel Text ".repeat(100))),
        ),
    });
    let docs = |typed: &str| {
        find(&index, &Query::new(typed), ALL_KINDS, 9).iter().map(|hit| (hit.doc, hit.field)).collect::<Vec<_>>()
    };
    assert_eq!(docs("mueller jug"), [(0, 3), (2, 7)]);
    assert_eq!(docs("ja").first(), Some(&(1, 1)));
    assert_eq!(docs("jugendamt"), [(1, NAME), (0, 3), (2, 7)]);
    assert_eq!(docs(""), []);
}

/// Texts from the odd corners of Unicode.
fn odd(dice: &mut Dice) -> String {
    let pieces = [
        "ä",
        "a\u{308}",
        "ß",
        "ẞ",
        "İ",
        "ı",
        "\u{308}",
        "\u{200d}",
        "👩\u{200d}🔬",
        "♻\u{fe0f}",
        "\u{202e}",
        "\u{2066}",
        "\0",
        "漢字",
        "한글",
        "각",
        "ﬁ",
        "Å",
        "e",
        "u",
        " ",
        "-",
        "Jugendamt",
        "SS",
        "\r\n",
        "🇩🇪",
        "\u{e0041}",
        "ǅ",
        "ΐ",
        "x\u{323}\u{308}",
        "\u{1f}",
    ];
    (0..dice.below(14))
        .map(|_| match dice.below(4) {
            0 => char::from_u32(u32::try_from(dice.below(0x11_0000)).unwrap()).map_or(String::new(), String::from),
            _ => (*dice.pick(&pieces)).to_owned(),
        })
        .collect()
}

#[test]
fn any_text_is_folded_and_marked_on_whole_graphemes() {
    use unicode_segmentation::UnicodeSegmentation;
    let seed = seed(17);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    for _ in 0..rounds(20_000) {
        let (text, typed) = (odd(&mut dice), odd(&mut dice));
        let ranges = highlight(&text, &Query::new(&typed));
        let mut borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        borders.push(text.len());
        let mut before = None;
        for range in ranges {
            assert!(
                range.start < range.end && borders.contains(&range.start) && borders.contains(&range.end),
                "{text:?} {typed:?}"
            );
            assert!(before.is_none_or(|before| before < range.start), "in order and apart: {text:?} {typed:?}");
            before = Some(range.end);
        }
        let folded = fold(&text);
        assert_eq!(fold(&folded), folded, "folding twice changes nothing: {text:?}");
        assert_eq!(super::fold::fold_with_origin(&text).text, folded, "{text:?}");
    }
}

#[test]
fn a_hit_in_the_name_is_always_marked() {
    let mut dice = Dice::new(seed(19));
    let docs: Vec<Plain> = (0..300).map(|_| document(&mut dice)).collect();
    let index = Index::build(docs.len(), |n, entry| done(entry.name(&docs[n].name)));
    for _ in 0..rounds(300) {
        let query = Query::new(&typed(&mut dice, &docs));
        for hit in find(&index, &query, ALL_KINDS, 10) {
            assert!(!highlight(&docs[hit.doc].name, &query).is_empty(), "{:?} {query:?}", docs[hit.doc].name);
        }
    }
}
