//! The search beside frizbee, nucleo-matcher and fuzzy-matcher asked naively, in one run on the same folded keys.
//!
//! `cargo bench --bench search` · fewer names: `RUNDE_NAMES=100000 cargo bench --bench search`

#![allow(missing_docs, clippy::indexing_slicing, clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark")]
#![allow(clippy::cast_precision_loss, reason = "sizes for people to read")]

#[path = "../tests/forge/mod.rs"]
mod forge;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::{Matcher, Utf32String, pattern};
use runde::search::{ALL_KINDS, Entry, Index, Query, Search, fold, fold_into};
use std::hint::black_box;
use std::time::{Duration, Instant};

const WORDS: [&str; 4] = ["jugendam", "schönaug", "müller jür", "volkshochsxhule"];
const BEST: usize = 100;

/// Milliseconds of the fastest of `runs`, and what the last one returned: on shared cores the least disturbed run.
fn best<T>(runs: usize, mut work: impl FnMut() -> T) -> (f64, T) {
    let mut once = || {
        let start = Instant::now();
        let result = black_box(work());
        (start.elapsed(), result)
    };
    let (mut fastest, mut outcome) = once();
    for _ in 1..runs {
        let (time, result) = once();
        (fastest, outcome) = (fastest.min(time), result);
    }
    (millis(fastest), outcome)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The query after each letter typed.
fn typing(word: &str) -> Vec<String> {
    word.char_indices().map(|(at, c)| word[..at + c.len_utf8()].to_owned()).collect()
}

/// Milliseconds of each keystroke and the number of matches after it, our search, on one thread.
fn ours(index: &Index, word: &str, runs: usize) -> Vec<(f64, usize)> {
    let steps = typing(word);
    let mut all: Vec<(f64, usize)> = vec![(f64::MAX, 0); steps.len()];
    for _ in 0..runs {
        let mut search = Search::new(index, Query::default(), ALL_KINDS, BEST);
        for (step, typed) in steps.iter().enumerate() {
            let start = Instant::now();
            search = search.retype(index, Query::new(typed));
            search.finish(index);
            black_box(search.hits(index));
            all[step] = (all[step].0.min(millis(start.elapsed())), search.count());
        }
    }
    all
}

/// The same without narrowing: every keystroke looks at all documents.
fn ours_afresh(index: &Index, word: &str, runs: usize) -> Vec<(f64, usize)> {
    let once = |typed: String| {
        best(runs, || {
            let mut search = Search::new(index, Query::new(&typed), ALL_KINDS, BEST);
            search.finish(index);
            black_box(search.hits(index));
            search.count()
        })
    };
    typing(word).into_iter().map(once).collect()
}

/// frizbee, which forgives nothing, or as many wrong letters in a word as we do.
fn frizbee(keys: &[String], word: &str, runs: usize, threads: usize, slips: bool) -> Vec<(f64, usize)> {
    // Without the e an umlaut was folded to, as we count.
    let letters = |word: &str| word.len() - ["ae", "oe", "ue"].map(|e| word.matches(e).count()).iter().sum::<usize>();
    let forgiving = |pattern: frizbee::Pattern| match letters(&pattern.needle) {
        0..=3 => pattern,
        4..=8 => pattern.max_typos(Some(1)),
        _ => pattern.max_typos(Some(2)),
    };
    let once = |typed: String| {
        let needle = fold(&typed);
        let mut words = frizbee::Pattern::parse_query(&needle);
        if slips {
            words = words.into_iter().map(forgiving).collect();
        }
        best(runs, || {
            let mut matcher = frizbee::Matcher::from_patterns(&words, &frizbee::Config::default());
            if threads == 1 { matcher.match_list(keys).len() } else { matcher.match_list_parallel(keys, threads).len() }
        })
    };
    typing(word).into_iter().map(once).collect()
}

fn nucleo(keys: &[Utf32String], word: &str, runs: usize) -> Vec<(f64, usize)> {
    let mut matcher = Matcher::new(nucleo_matcher::Config::DEFAULT);
    let mut once = |typed: String| {
        let (case, normal) = (pattern::CaseMatching::Ignore, pattern::Normalization::Never);
        let pattern = pattern::Pattern::new(&fold(&typed), case, normal, pattern::AtomKind::Fuzzy);
        best(runs, || {
            let score = |(n, key): (usize, &Utf32String)| Some((pattern.score(key.slice(..), &mut matcher)?, n));
            let mut found: Vec<(u32, usize)> = keys.iter().enumerate().filter_map(score).collect();
            found.sort_unstable_by(|a, b| b.cmp(a));
            found.len()
        })
    };
    typing(word).into_iter().map(&mut once).collect()
}

fn naive(keys: &[String], word: &str, runs: usize) -> Vec<(f64, usize)> {
    let matcher = SkimMatcherV2::default().ignore_case();
    let once = |typed: String| {
        let needle = fold(&typed);
        best(runs, || {
            let score = |(n, key): (usize, &String)| {
                let words = needle.split(' ').filter(|word| !word.is_empty());
                words.map(|word| matcher.fuzzy_match(key, word)).sum::<Option<i64>>().map(|score| (score, n))
            };
            let mut found: Vec<(i64, usize)> = keys.iter().enumerate().filter_map(score).collect();
            found.sort_unstable_by(|a, b| b.cmp(a));
            found.len()
        })
    };
    typing(word).into_iter().map(once).collect()
}

fn worst(steps: &[(f64, usize)]) -> f64 {
    steps.iter().map(|step| step.0).fold(0.0, f64::max)
}

/// A document with more than a name, as the landscape has them: about four more short fields, a note in every tenth.
fn full(names: &[String], n: usize, entry: &mut Entry) {
    let other = |step: usize| names[(n * 7919 + step) % names.len()].as_str();
    entry.name(&names[n]).alias(1, &format!("A{n}")).short(2, "Netzwerk").short(3, other(1)).short(4, "Frühe Bildung");
    entry.short(5, &format!("person.{n}@example.org"));
    if n.is_multiple_of(10) {
        entry.long(6, &[other(2), other(3), other(4), other(5), other(6), other(7)].join(". "));
    }
}

fn compare(names: &[String]) {
    let runs = if names.len() > 200_000 { 5 } else { 15 };
    let keys: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let prepared: Vec<Utf32String> = keys.iter().map(|key| Utf32String::from(key.as_str())).collect();
    let index = Index::build(names.len(), |n, entry| drop_ref(entry.name(&names[n])));
    let all_fields = Index::build(names.len(), |n, entry| full(names, n, entry));
    for word in WORDS {
        let mine = one_thread(|| ours(&index, word, runs));
        let theirs = frizbee(&keys, word, runs, 1, false);
        let same =
            mine.iter().zip(&theirs).filter(|(mine, theirs)| mine.1 == theirs.1).map(|(mine, theirs)| (*mine, *theirs));
        let (same_mine, same_theirs): (Vec<_>, Vec<_>) = same.unzip();
        for (step, ((_, count), (_, reference))) in mine.iter().zip(&theirs).enumerate() {
            assert!(count >= reference, "{word} letter {step}: {count} matches, frizbee {reference}");
        }
        let line = [
            worst(&mine),
            worst(&ours(&index, word, runs)),
            worst(&one_thread(|| ours_afresh(&index, word, runs))),
            worst(&theirs),
            worst(&frizbee(&keys, word, runs, 2, false)),
            worst(&frizbee(&keys, word, runs, 1, true)),
            worst(&nucleo(&prepared, word, runs.min(3))),
            worst(&naive(&keys, word, runs.min(3))),
            worst(&one_thread(|| ours(&all_fields, word, runs))),
        ];
        let cells: Vec<String> = line.iter().map(|ms| format!("{ms:>9.2}")).collect();
        println!(
            "{:>9} {word:<16}{}  {:>6.2} {:>6.2} {:>6.2}",
            names.len(),
            cells.join(""),
            worst(&same_mine) / worst(&same_theirs),
            line[0] / line[5],
            line[8] / line[0]
        );
        if std::env::var_os("RUNDE_TELL").is_some() {
            for (mine, theirs) in mine.iter().zip(&theirs) {
                println!("{:>40.2} ms {:>8} {:>9.2} ms {:>8}", mine.0, mine.1, theirs.0, theirs.1);
            }
        }
    }
}

fn drop_ref(_: &mut Entry) {}

fn one_thread<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(work)
}

fn building(names: &[String]) {
    let bytes: usize = names.iter().map(String::len).sum();
    let mut arena = String::with_capacity(bytes * 2);
    let (folding, ()) = best(5, || {
        arena.clear();
        for name in names {
            fold_into(name, &mut arena);
        }
    });
    let build = |full_too: bool| {
        Index::build(
            names.len(),
            |n, entry| if full_too { full(names, n, entry) } else { drop_ref(entry.name(&names[n])) },
        )
    };
    let (one, index) = one_thread(|| best(3, || build(false)));
    let (many, _) = best(3, || build(false));
    let (_, all_fields) = best(1, || build(true));
    let each = |memory: usize| memory as f64 / names.len() as f64;
    println!(
        "\n{} names, {bytes} bytes: folding {folding:.0} ms on one thread, index {one:.0} ms on one thread, {many:.0} ms on all; \
         {:.0} bytes a document for names ({:.0} of text), {:.0} for all fields",
        names.len(),
        each(index.memory()),
        each(arena.len()),
        each(all_fields.memory()),
    );
    editing(names, all_fields);
}

fn editing(names: &[String], mut index: Index) {
    let mut dice = forge::Dice::new(3);
    let mut times: Vec<f64> = (0..20_000)
        .map(|n| {
            let doc = dice.below(names.len());
            let start = Instant::now();
            match n % 4 {
                0 => drop(index.push(|entry| full(names, doc, entry))),
                1 => drop(index.remove(doc)),
                _ => drop(index.replace(doc, |entry| full(names, doc, entry))),
            }
            millis(start.elapsed())
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times[part * (times.len() - 1) / 10_000];
    println!(
        "20,000 edits: median {:.4} ms, p99.9 {:.3} ms, p99.99 {:.3} ms, slowest {:.3} ms",
        at(5000),
        at(9990),
        at(9999),
        at(10_000)
    );
}

fn main() {
    let most: usize = std::env::var("RUNDE_NAMES").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
    let mut names: Vec<String> =
        include_str!("../tests/data/lookups/names-2000.txt").lines().map(str::to_owned).collect();
    println!(
        "worst keystroke in ms, best {BEST} of all; one thread where nothing else is said; the last three: names / frizbee, of the \
         letters with which both find the same; names / frizbee with slips; all fields / names"
    );
    println!(
        "{:>9} {:<16}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}",
        "", "", "names", "…2 thr.", "afresh", "frizbee", "…2 thr.", "…slips", "nucleo", "naive", "fields"
    );
    for size in [2_000, 100_000, 1_000_000] {
        if size <= most {
            names.extend(forge::names(1, size - names.len()));
            compare(&names);
        }
    }
    building(&names);
}
