//! Proofs by random trial: shortcuts change nothing, edits equal a rebuild, no text makes the search stumble.

use super::cells::Cells;
use super::judge::{Judge, Scattered, Verdict};
use super::rank::SCATTERED;
use super::top::order;
use super::*;
use forge::{Dice, rounds, seed};

mod edited;
mod going_on;
mod texts;

#[path = "../../tests/forge/mod.rs"]
mod forge;

/// A document as plain data.
#[derive(Clone, Debug)]
struct Plain {
    kind: u8,
    hint: u16,
    name: String,
    aliases: Vec<String>,
    short: Vec<String>,
    long: String,
}

fn fill(doc: &Plain, entry: &mut Entry) {
    entry.kind(doc.kind).hint(doc.hint).name(&doc.name).long(9, &doc.long);
    for alias in &doc.aliases {
        entry.alias(1, alias);
    }
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
    let name = text(dice);
    // Several of them, and now and then one that is searched as a long text.
    let alias = |dice: &mut Dice| rare(dice, 4).repeat(if dice.below(9) == 0 { 99 } else { 1 });
    let aliases = (0..dice.below(4)).map(|_| alias(dice)).collect();
    // Some short texts are those of other documents as well.
    let short = |dice: &mut Dice| match dice.below(2) {
        0 => text(dice),
        _ => text(&mut Dice::new(dice.below(9) as u64)),
    };
    Plain { kind, hint, name, aliases, short: (0..dice.below(4)).map(|_| short(dice)).collect(), long }
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
    let hit =
        |(v, doc): &(Verdict, u32)| Hit { doc: *doc as usize, tier: v.tier, field: v.tag, score: v.rank.number() };
    assert_eq!(search.hits(index), all.iter().take(k).map(hit).collect::<Vec<Hit>>(), "hits for {about}");
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
                doc.aliases = (0..dice.below(5) / 4).map(|_| dice.pick(&pool).clone()).collect();
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
