//! Typing on in indexes that were edited: what lies in columns and what was written behind them is found alike, on several
//! shelves, in texts that many fields of many groups have.

use super::*;
use std::time::Duration;

/// What a field is written as.
const WAYS: usize = 5;

/// A document as a list of fields: the way, the tag and the text of each.
#[derive(Clone)]
struct Listed {
    kind: u8,
    hint: u16,
    fields: Vec<(usize, u8, String)>,
}

fn fill(doc: &Listed, entry: &mut Entry) {
    const LABELS: [&str; 5] = ["Schule", "Jugendamt Mitte", "VHS", "Amt für Bauen", "Zentrum"];
    entry.kind(doc.kind).hint(doc.hint);
    for (way, tag, text) in &doc.fields {
        let label = text.len() % LABELS.len();
        done(match way {
            0 => entry.name(text),
            1 => entry.alias(*tag, text),
            2 => entry.short(*tag, text),
            3 => entry.long(*tag, text),
            _ => entry.label(*tag, label, LABELS[label]),
        });
    }
}

fn listed(dice: &mut Dice, pool: &[String]) -> Listed {
    let some = |dice: &mut Dice| if dice.below(3) == 0 { text(dice) } else { dice.pick(pool).clone() };
    let name = if dice.below(40) == 0 { dice.pick(pool).repeat(60) } else { some(dice) };
    let mut fields = vec![(0, NAME, name)];
    for _ in 0..dice.below(6) {
        let text = match dice.below(12) {
            0 => dice.pick(pool).repeat(60),
            1 => format!("{} {}", some(dice), some(dice)),
            _ => some(dice),
        };
        fields.push((1 + dice.below(WAYS - 1), 1 + u8::try_from(dice.below(4)).unwrap(), text));
    }
    if dice.below(2) == 0 {
        fields.rotate_left(1);
    }
    Listed { kind: u8::try_from(dice.below(4)).unwrap(), hint: u16::try_from(dice.below(3)).unwrap(), fields }
}

/// A piece of a text, now and then with a slip or two.
fn piece(dice: &mut Dice, source: &str) -> String {
    let letters: Vec<char> = source.chars().collect();
    let from = if dice.below(2) == 0 { 0 } else { dice.below(letters.len().max(1)) };
    let mut piece: Vec<char> = letters.into_iter().skip(from).take(1 + dice.below(11)).collect();
    if piece.len() > 3 && dice.below(4) == 0 {
        let at = dice.below(piece.len() - 1);
        piece.swap(at, at + 1);
    }
    if piece.len() > 9 && dice.below(2) == 0 {
        piece[2] = 'x';
    }
    piece.into_iter().collect()
}

#[test]
fn typing_on_finds_what_edits_left() {
    let seed = seed(101);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    for size in [200, 900, 2_300, 9_300].into_iter().cycle().take(rounds(4)) {
        let pool: Vec<String> = (0..3 + dice.below(40)).map(|_| text(&mut dice)).collect();
        let mut docs: Vec<Listed> = (0..size).map(|_| listed(&mut dice, &pool)).collect();
        let mut index = Index::default();
        if dice.below(4) > 0 {
            index = Index::build(size, |n, entry| fill(&docs[n], entry));
        } else {
            for doc in &docs {
                index.push(|entry| fill(doc, entry));
            }
        }
        for _ in 0..dice.below(3) * dice.below(size) {
            edit(&mut dice, &pool, &mut docs, &mut index);
        }
        for _ in 0..10 {
            let words: Vec<String> = (0..1 + dice.below(5) / 3 + dice.below(7) / 6)
                .map(|_| {
                    let any = dice.pick(&docs).clone();
                    let source = if dice.below(5) > 0 { dice.pick(&pool) } else { &dice.pick(&any.fields).2 };
                    let source = source.clone();
                    piece(&mut dice, &source)
                })
                .collect();
            let (k, kinds) = (*dice.pick(&[0, 1, 3, 20, 100, 500]), if dice.below(2) == 0 { ALL_KINDS } else { 5 });
            let about = format!("{words:?}, {size} documents, k {k}, kinds {kinds}, seed {seed}");
            let mut search = Search::new(&index, Query::default(), kinds, k);
            for so_far in letters(&words.join(" ")) {
                search = search.retype(&index, Query::new(so_far));
                match dice.below(5) {
                    0 => {
                        search.advance(&index, 1 + dice.below(3_000));
                        continue;
                    }
                    1 | 2 => while !search.advance(&index, 1 + dice.below(4_000)) {},
                    _ => search.finish(&index),
                }
                same(&index, &search, kinds, k, &format!("{so_far:?} of {about}"));
                if dice.below(2) == 0 {
                    search.foresee(&index, Duration::MAX);
                }
                if dice.below(30) == 0 {
                    edit(&mut dice, &pool, &mut docs, &mut index);
                }
            }
        }
    }
}

/// Adds a document, or writes one anew, or takes one away.
fn edit(dice: &mut Dice, pool: &[String], docs: &mut Vec<Listed>, index: &mut Index) {
    let (new, at) = (listed(dice, pool), dice.below(docs.len()));
    match dice.below(3) {
        0 => {
            index.push(|entry| fill(&new, entry));
            docs.push(new);
        }
        1 => {
            index.replace(at, |entry| fill(&new, entry));
            docs[at] = new;
        }
        _ => {
            index.remove(at);
        }
    }
}
