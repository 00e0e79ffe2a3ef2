//! All 318 files of JSONTestSuite (Nicolas Seriot, MIT) against the strict reader, and a store cut short or with one
//! byte changed at thousands of places.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use runde::store::{check_json, read, write};
use std::path::Path;
use std::time::{Duration, Instant};

/// What the suite leaves open and we accept: numbers of any size and lone surrogates, since what is not known is kept as
/// text. The other 15 files that begin with `i_` are refused: not UTF-8, a byte order mark, too deep.
const ACCEPTED_OPEN: [&str; 20] = [
    "i_number_double_huge_neg_exp.json",
    "i_number_huge_exp.json",
    "i_number_neg_int_huge_exp.json",
    "i_number_pos_double_huge_exp.json",
    "i_number_real_neg_overflow.json",
    "i_number_real_pos_overflow.json",
    "i_number_real_underflow.json",
    "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json",
    "i_number_very_big_negative_int.json",
    "i_object_key_lone_2nd_surrogate.json",
    "i_string_1st_surrogate_but_2nd_missing.json",
    "i_string_1st_valid_surrogate_2nd_invalid.json",
    "i_string_incomplete_surrogate_and_escape_valid.json",
    "i_string_incomplete_surrogate_pair.json",
    "i_string_incomplete_surrogates_escape_valid.json",
    "i_string_invalid_lonely_surrogate.json",
    "i_string_invalid_surrogate.json",
    "i_string_inverted_surrogates_U+1D11E.json",
    "i_string_lone_second_surrogate.json",
];

/// What must be accepted by the suite, but holds a key twice, which we refuse by name.
const TWICE: [&str; 2] = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"];

fn accepted(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| check_json(text).is_ok())
}

#[test]
fn every_file_of_the_suite_is_judged_as_it_must_be() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/json-test-suite/test_parsing");
    let (mut good, mut bad, mut open) = (0, 0, Vec::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let bytes = std::fs::read(entry.path()).unwrap();
        let begun = Instant::now();
        let accepted = accepted(&bytes);
        assert!(begun.elapsed() < Duration::from_secs(1), "{name} took {:?}", begun.elapsed());
        match name.get(..2).unwrap() {
            "y_" => {
                assert_eq!(accepted, !TWICE.contains(&name.as_str()), "{name}");
                good += usize::from(accepted);
            }
            "n_" => {
                assert!(!accepted, "{name}");
                bad += 1;
            }
            _ => open.push((name, accepted)),
        }
    }
    assert_eq!((good, bad, open.len()), (93, 188, 35));
    open.sort();
    let accepted: Vec<&str> = open.iter().filter(|(_, accepted)| *accepted).map(|(name, _)| name.as_str()).collect();
    assert_eq!(accepted, ACCEPTED_OPEN);
}

/// About 200 kB of records of every kind with everything in them: the same each time.
fn large_store() -> String {
    let mut runner = TestRunner::deterministic();
    let (mut best, mut stores) = (String::new(), 0);
    while best.len() < 200_000 && stores < 400 {
        stores += 1;
        let store = support::stores::any_store().new_tree(&mut runner).unwrap().current();
        let text = String::from_utf8(write(&store)).unwrap();
        best = if best.is_empty() { text } else { merged(&best, &text, stores) };
    }
    best
}

/// Both stores in one: the records of the second get ids of their own.
fn merged(a: &str, b: &str, round: u32) -> String {
    use runde::landscape::{Id, Kind};
    use runde::store::{Change, Data, Deed, Edit, Step};
    let mut data = Data::new(read(a).unwrap().store);
    let other = read(b).unwrap().store;
    let mut edits = Vec::new();
    for kind in Kind::MANY {
        for record in other.all(kind) {
            let mut record = (**record).clone();
            record.id = Id::new(&format!("{}-{round}", record.id));
            edits.push(Edit::Create(kind, std::sync::Arc::new(record)));
        }
    }
    data.apply(Change { step: Step::new(Deed::Started, "landscape", ""), edits }).unwrap();
    String::from_utf8(write(data.store())).unwrap()
}

/// A stream of numbers from a seed (`SplitMix64`, Steele and others 2014).
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    println!("seed {seed}");
    move |below| {
        seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % below as u64).unwrap()
    }
}

#[test]
fn no_store_cut_short_is_taken_for_a_store() {
    let text = large_store();
    assert!(text.len() >= 200_000, "{}", text.len());
    let rounds = support::rounds(20_000) as usize;
    let mut number = numbers(11);
    let mut look = |end: usize| {
        let Some(prefix) = text.get(..end) else { return };
        assert_eq!(read(prefix).is_ok(), end + 1 >= text.len(), "the first {end} of {} bytes", text.len());
    };
    // The end and the beginning byte by byte, the rest by chance.
    (text.len() - 300..=text.len()).for_each(&mut look);
    (0..300).for_each(&mut look);
    (0..rounds).for_each(|_| look(number(text.len() - 1)));
}

#[test]
fn one_changed_byte_is_refused_or_gives_a_store_that_can_be_written() {
    let bytes = large_store().into_bytes();
    let rounds = support::rounds(20_000) as usize;
    let mut number = numbers(12);
    let mut taken = 0;
    for _ in 0..rounds {
        let mut changed = bytes.clone();
        let (at, bit) = (number(bytes.len()), number(8));
        changed[at] ^= 1 << bit;
        let Some(loaded) = std::str::from_utf8(&changed).ok().and_then(|text| read(text).ok()) else { continue };
        taken += 1;
        if taken % 16 == 0 {
            let written = write(&loaded.store);
            let again = read(std::str::from_utf8(&written).unwrap()).unwrap();
            assert_eq!(write(&again.store), written, "byte {at}, bit {bit}");
        }
    }
    assert!(taken > 0);
}
