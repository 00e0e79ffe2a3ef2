//! A monkey at the keyboard: random keys, pastes and resizes, a frame after each. Nothing may panic, every change of the
//! data must be in the history, and undoing all of it must give back the file byte for byte. The seed is printed;
//! `RUNDE_SEED` repeats a run, `RUNDE_ROUNDS` makes it longer.

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
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use runde::app::key::{Code, Key};
use runde::app::{Action, Event};
use runde::i18n::Lang;
use runde::store::write;
use std::time::{Duration, Instant};
use support::dice::{Dice, seed};
use support::session::{DEMO, Session};
use support::{rounds, stores};

/// Events on the demo and on each of the random stores: 5,000 together.
const ON_DEMO: u32 = 3_000;
const ON_EACH: u32 = 100;
const STORES: u32 = 20;

const COMMANDS: &str = " jkhlgGneeEaaAxxuUyYotsrvmL&/:?1233iqKJyn";
const TYPED: &str = "abcdeGhimnorstuäöüß AK20267.:-„“é漢🌳\u{301}";
const NAMED: [Code; 24] = [
    Code::Enter,
    Code::Enter,
    Code::Enter,
    Code::Enter,
    Code::Esc,
    Code::Esc,
    Code::Tab,
    Code::Tab,
    Code::BackTab,
    Code::Backspace,
    Code::Delete,
    Code::Up,
    Code::Down,
    Code::Down,
    Code::Left,
    Code::Right,
    Code::Home,
    Code::End,
    Code::PageUp,
    Code::PageDown,
    Code::F(1),
    Code::F(12),
    Code::Insert,
    Code::Char('¬'),
];
const SIZES: [(u16, u16); 8] = [(80, 24), (120, 40), (40, 12), (100, 30), (59, 14), (20, 6), (1, 1), (400, 200)];

fn key(code: Code, ctrl: bool, alt: bool) -> Event {
    Event::Key(Key { code, ctrl, alt })
}

fn letter(dice: &mut Dice, from: &str) -> Code {
    let letters: Vec<char> = from.chars().collect();
    Code::Char(dice.of(&letters))
}

fn pasted(dice: &mut Dice) -> String {
    let piece = dice.of(&["Runder Tisch ", "a\u{1b}[31mb\r\n", "x\u{202e}y\u{0}", "漢字👩‍🔬", "31.12.2026", "\t{}\""]);
    let times = if dice.below(40) == 0 { 1_000_000 / piece.len() } else { dice.below(20) };
    piece.repeat(times)
}

/// What happens next.
fn event(dice: &mut Dice, now: jiff::civil::DateTime) -> Event {
    match dice.below(1000) {
        0..380 => key(letter(dice, COMMANDS), false, false),
        380..560 => key(letter(dice, TYPED), false, false),
        560..800 => key(dice.of(&NAMED), false, false),
        800..900 => key(letter(dice, "abcdefghklmnoprstuvwxyzs"), true, false),
        900..925 => key(letter(dice, "bfdx"), false, true),
        925..945 => Event::Paste(pasted(dice)),
        945..975 => {
            let (width, height) = if dice.below(3) == 0 {
                (1 + dice.below(400), 1 + dice.below(200))
            } else {
                let (width, height) = dice.of(&SIZES);
                (width.into(), height.into())
            };
            Event::Resize(u16::try_from(width).expect("fits"), u16::try_from(height).expect("fits"))
        }
        975..985 => key(Code::Char('t'), true, false),
        985..990 => {
            Event::Clock(now.saturating_add(jiff::Span::new().minutes(i64::try_from(dice.below(3000)).expect("fits"))))
        }
        990..995 => Event::Edited(Some("Notiz\nzweite Zeile\u{7}".into())),
        995..998 => Event::Edited(None),
        _ => Event::NotSaved("No space left on device".into()),
    }
}

/// Lets the monkey at it; gives the times of the frames.
fn play(run: &mut Session, dice: &mut Dice, events: u32) -> Vec<Duration> {
    let mut frames = Vec::new();
    for _ in 0..events {
        let before = write_if_small(run);
        let steps = (run.model.data.history().len(), run.model.data.history().next().is_some());
        let event = event(dice, run.model.now);
        run.event(event);
        if dice.below(60) == 0 {
            runde::app::update::update(&mut run.model, Action::Theme);
        }
        let start = Instant::now();
        run.buffer(dice.below(2) == 0);
        frames.push(start.elapsed());
        let after = (run.model.data.history().len(), run.model.data.history().next().is_some());
        if steps == after && before.is_some() {
            assert_eq!(before, write_if_small(run), "data changed, and the history does not know");
        }
        if run.left {
            run.left = false;
        }
    }
    frames
}

/// The bytes of a small store; large ones are compared at the end only.
fn write_if_small(run: &Session) -> Option<Vec<u8>> {
    let store = run.model.data.store();
    let records: usize = runde::landscape::Kind::MANY.into_iter().map(|kind| store.count(kind)).sum();
    (records < 100).then(|| write(store))
}

/// Takes everything back.
fn undo_all(run: &mut Session) {
    while run.model.data.undo().expect("every step fits what came after it was undone").is_some() {}
    assert!(run.model.data.history().is_empty());
}

fn tell(what: &str, mut frames: Vec<Duration>) {
    frames.sort_unstable();
    let at = |share: usize| frames[(frames.len() * share / 1000).min(frames.len() - 1)];
    println!(
        "{what}: {} frames, p50 {:?}, p99 {:?}, p99.9 {:?}, most {:?}",
        frames.len(),
        at(500),
        at(990),
        at(999),
        at(1000)
    );
}

#[test]
fn on_the_demo_nothing_falls_and_everything_can_be_undone() {
    let mut dice = Dice(seed());
    let mut frames = Vec::new();
    for round in 0..rounds(3) {
        let lang = if round % 2 == 0 { Lang::De } else { Lang::En };
        let mut run = Session::demo(lang, (80, 24));
        frames.extend(play(&mut run, &mut dice, ON_DEMO / 3));
        let steps = run.model.data.history().len();
        undo_all(&mut run);
        assert!(write(run.model.data.store()) == DEMO.as_bytes(), "after {steps} steps undone the file is another");
        println!("round {round}: {steps} changes undone");
    }
    tell("demo", frames);
}

#[test]
fn on_random_stores_nothing_falls_and_everything_can_be_undone() {
    let seed = seed();
    let mut dice = Dice(seed ^ 0xA5A5);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut frames = Vec::new();
    for _ in 0..rounds(STORES) {
        let store = stores::any_store().new_tree(&mut runner).expect("a store").current();
        let base = write(&store);
        let mut run = Session::on(store, Lang::De, (80, 24));
        frames.extend(play(&mut run, &mut dice, ON_EACH));
        undo_all(&mut run);
        assert_eq!(String::from_utf8_lossy(&write(run.model.data.store())), String::from_utf8_lossy(&base));
    }
    tell("random stores", frames);
}
