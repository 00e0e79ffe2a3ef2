//! Bytes as terminals send them, whole, in parts, and broken.

use proptest::{prelude::*, test_runner::RngSeed};

use super::*;
use crate::app::key::keys as typed;

/// What the bytes mean when they arrive in one piece and nothing follows.
fn decode(bytes: &[u8]) -> Vec<Input> {
    decode_parts(&[bytes])
}

fn decode_parts(parts: &[&[u8]]) -> Vec<Input> {
    let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
    for part in parts {
        decoder.feed(part, &mut inputs);
    }
    if decoder.patience().is_some() {
        decoder.give_up(&mut inputs);
    }
    assert_eq!(decoder.patience(), None, "{parts:?}");
    inputs
}

fn shown(bytes: &[u8]) -> String {
    let name = |input: &Input| match input {
        Input::Key(key) => key.to_string(),
        other => format!("{other:?}"),
    };
    decode(bytes).iter().map(name).collect::<Vec<_>>().join(" ")
}

#[test]
fn keys_of_common_terminals() {
    for (bytes, keys) in [
        (&b"a"[..], "a"),
        ("üß€漢👩".as_bytes(), "ü ß € 漢 👩"),
        (b" ", "Space"),
        (b"\r", "Enter"),
        (b"\n", "Ctrl-j"),
        (b"\t", "Tab"),
        (b"\x7f", "Backspace"),
        (b"\x08", "Backspace"),
        (b"\x1b", "Esc"),
        (b"\x1b\x1b", "Esc Esc"),
        (b"\x1b\x1b[A", "Esc Up"),
        (b"\x01\x1a\x00\x1c\x1f", "Ctrl-a Ctrl-z Ctrl-Space Ctrl-\\ Ctrl-_"),
        (b"\x1b[A\x1b[B\x1b[C\x1b[D", "Up Down Right Left"),
        (b"\x1bOA\x1bOF\x1bOP", "Up End F1"),
        (b"\x1b[H\x1b[1~\x1b[7~\x1bOH", "Home Home Home Home"),
        (b"\x1b[2~\x1b[3~\x1b[5~\x1b[6~", "Ins Del PgUp PgDn"),
        (b"\x1b[Z", "Shift-Tab"),
        (b"\x1b[[A\x1b[[E\x1b[15~\x1b[17~\x1b[24~", "F1 F5 F5 F6 F12"),
        (b"\x1b[1;5C\x1b[1;3D\x1b[3;5~\x1b[1;2A", "Ctrl-Right Alt-Left Ctrl-Del Up"),
        (b"\x1bb\x1b\xc3\xbc\x1b\r\x1b\x04", "Alt-b Alt-ü Alt-Enter Ctrl-Alt-d"),
        (b"\x1b[", "Alt-["),
        (b"\x1bO", "Alt-O"),
        (b"\x1bOx", "Alt-O x"),
        (b"\x1b[97;5u\x1b[27;5;105~\x1b[97;2u\x1b[13;2u\x1b[9;2u", "Ctrl-a Ctrl-i A Enter Shift-Tab"),
        (b"\x1b[3^\x1b[3$", "Ctrl-Del Del"),
        (b"\x1b[I\x1b[O", "Focus(true) Focus(false)"),
    ] {
        assert_eq!(shown(bytes), keys, "{bytes:?}");
    }
}

#[test]
fn what_is_no_key_is_passed_over() {
    for (bytes, keys) in [
        (&b"\x1b[97;5:3uq"[..], "q"),
        (b"\x1b[57441uq", "q"),
        (b"\x1b[?62;c\x1b[12;40Rq", "q"),
        (b"\x1b[<0;1;1Mq", "q"),
        (b"\xff\xc3(q", "( q"),
        (b"\xc2\x9bq", "q"),
        (b"\x1b[1;9Aq", "q"),
        (b"\x1b[12\x1b[Aq", "Up q"),
        (b"\x1b[99999999999999999999~q", "q"),
        (b"\xe2\x82", ""),
        (b"\x1b[1;", ""),
    ] {
        assert_eq!(shown(bytes), keys, "{bytes:?}");
    }
}

#[test]
fn a_paste_is_one_input_and_nothing_in_it_acts() {
    let paste = |text: &str| Input::Paste(text.to_owned());
    assert_eq!(
        decode(b"\x1b[200~:q\r\nx\x1b[A\x03\x1b[201~j"),
        [vec![paste(":q\nx[A")], typed("j").unwrap().into_iter().map(Input::Key).collect()].concat()
    );
    assert_eq!(decode(b"\x1b[200~\x1b[201~"), [paste("")]);
    assert_eq!(decode(b"\x1b[200~a\x1b[200~b\x1b[201~"), [paste("a[200~b")]);
    assert_eq!(decode(b"\x1b[200~never ends"), [paste("never ends")]);
    assert_eq!(decode(b"\x1b[200~never ends\x1b[20"), [paste("never ends[20")]);
}

#[test]
fn a_large_paste_in_small_parts_stays_cheap() {
    let text = "Bildungsbüro \u{1b}[ ".repeat(70_000);
    let bytes = format!("\u{1b}[200~{text}\u{1b}[201~");
    let parts: Vec<&[u8]> = bytes.as_bytes().chunks(100).collect();
    let start = std::time::Instant::now();
    assert_eq!(decode_parts(&parts), [Input::Paste(text.replace('\u{1b}', ""))]);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}

#[test]
fn patience_depends_on_what_has_begun() {
    for (bytes, patience) in [
        (&b"a"[..], None),
        (b"\x1b", Some(ESC_PATIENCE)),
        (b"\x1b[1", Some(PATIENCE)),
        (b"\xc3", Some(PATIENCE)),
        (b"\x1b[200~", Some(PASTE_PATIENCE)),
    ] {
        let mut decoder = Decoder::default();
        decoder.feed(bytes, &mut Vec::new());
        assert_eq!(decoder.patience(), patience);
    }
}

/// So many rounds (times `RUNDE_ROUNDS`), from a seed that is printed and can be given again as `RUNDE_SEED`.
fn rounds(number: u32) -> ProptestConfig {
    let given = |name| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let seed = given("RUNDE_SEED").unwrap_or_else(|| getrandom::u64().unwrap());
    println!("RUNDE_SEED={seed}");
    let cases = number * u32::try_from(given("RUNDE_ROUNDS").unwrap_or(1)).unwrap();
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..ProptestConfig::default() }
}

fn stream() -> impl Strategy<Value = Vec<u8>> {
    let parts: Vec<&[u8]> = vec![
        b"\x1b",
        b"\x1b[",
        b"\x1b[200~",
        b"\x1b[201~",
        b"\x1b[1;5A",
        b"\x1b[3~",
        b"\x1bOP",
        b"~",
        b";",
        b"1",
        "ü".as_bytes(),
        "漢".as_bytes(),
        b"\xc3",
        b"[",
        b"O",
        b"a",
        b"\r",
    ];
    let part = prop_oneof![6 => proptest::sample::select(parts).prop_map(<[u8]>::to_vec), 1 => proptest::collection::vec(any::<u8>(), 1..4)];
    proptest::collection::vec(part, 0..20).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(rounds(2_000))]

    #[test]
    fn it_does_not_matter_in_which_parts_bytes_arrive(bytes in stream(), cuts in proptest::collection::vec(0usize..60, 0..6)) {
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).chain([0, bytes.len()]).collect();
        cuts.sort_unstable();
        let parts: Vec<&[u8]> = cuts.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect();
        prop_assert_eq!(decode_parts(&parts), decode(&bytes));
    }

    #[test]
    fn no_control_character_ever_comes_out(bytes in stream()) {
        for input in decode(&bytes) {
            match input {
                Input::Key(Key { code: Code::Char(c), .. }) => prop_assert!(!c.is_control()),
                Input::Paste(text) => prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')),
                _ => {}
            }
        }
    }
}
