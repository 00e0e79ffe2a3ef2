//! Does following `ask` save conversations? Simulated landscapes and answers, against two simpler ways: people with the
//! most seats first, and people by chance. Every seed is fixed; `cargo test --test guide_cover -- --nocapture` prints
//! the figures of docs/guide.md.

#![allow(
    clippy::needless_range_loop,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a trial may fall over, and says so"
)]

use runde::guide::cover::{KNOWS, Person, next};

const LANDSCAPES: u64 = 200;
const QUESTIONS: usize = 14;

/// `SplitMix64` (Steele, Lea, Flood 2014): small, and the same on every machine.
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }

    fn chance(&mut self, p: f64) -> bool {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64 <= p
    }
}

/// Who sits where, and what each would answer.
struct Landscape {
    people: Vec<Person>,
    /// Network → question → open.
    open: Vec<Vec<bool>>,
    /// Person → seat → question: would answer it.
    knows: Vec<Vec<Vec<bool>>>,
}

/// 300 people, 100 networks of 4–16 seats; seats go by preference to those who have many already; half of the questions
/// are open. A member knows an answer with probability KNOWS; at least one member knows each.
fn landscape(rng: &mut Rng) -> Landscape {
    let mut people = vec![Person::default(); 300];
    let mut urn: Vec<usize> = (0..people.len()).collect();
    let mut open = Vec::new();
    let mut members = vec![Vec::new(); 100];
    for (network, seats) in members.iter_mut().enumerate() {
        let size = 4 + rng.below(13);
        while seats.len() < size {
            let who = urn[rng.below(urn.len())];
            if !seats.contains(&who) {
                seats.push(who);
                urn.push(who);
                people[who].networks.push(network);
            }
        }
        open.push((0..QUESTIONS).map(|_| rng.chance(0.5)).collect());
    }
    let one = |rng: &mut Rng| (0..QUESTIONS).map(|_| rng.chance(KNOWS)).collect::<Vec<bool>>();
    let mut knows: Vec<Vec<Vec<bool>>> =
        people.iter().map(|who| who.networks.iter().map(|_| one(rng)).collect()).collect();
    for (network, seats) in members.iter().enumerate() {
        for question in 0..QUESTIONS {
            let place = |who: usize| people[who].networks.iter().position(|one| *one == network).unwrap();
            if !seats.iter().any(|who| knows[*who][place(*who)][question]) {
                let who = seats[rng.below(seats.len())];
                knows[who][place(who)][question] = true;
            }
        }
    }
    Landscape { people, open, knows }
}

/// How many conversations it takes until nothing is open, when `choose` names the next person.
fn conversations(land: &Landscape, mut choose: impl FnMut(&[f64], &[bool]) -> Option<usize>) -> usize {
    let mut open = land.open.clone();
    let mut asked = vec![false; land.people.len()];
    for count in 0.. {
        let left: Vec<f64> = open.iter().map(|questions| questions.iter().filter(|one| **one).count() as f64).collect();
        if left.iter().sum::<f64>() == 0.0 {
            return count;
        }
        let who = choose(&left, &asked).expect("somebody knows");
        assert!(!asked[who]);
        asked[who] = true;
        for (seat, network) in land.people[who].networks.iter().enumerate() {
            for (question, known) in land.knows[who][seat].iter().enumerate() {
                open[*network][question] &= !known;
            }
        }
    }
    unreachable!()
}

/// The first of a fixed order who has not been asked. `useful`: those who sit only where nothing is open are passed over.
fn in_order(land: &Landscape, order: &[usize], useful: bool, left: &[f64], asked: &[bool]) -> Option<usize> {
    let helps = |who: usize| land.people[who].networks.iter().any(|network| left[*network] > 0.0);
    order.iter().copied().find(|who| !asked[*who] && (!useful || helps(*who)))
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

#[test]
fn following_ask_saves_conversations() {
    let mut counts: [Vec<f64>; 5] = Default::default();
    for seed in 0..LANDSCAPES {
        let mut rng = Rng(seed);
        let land = landscape(&mut rng);
        let mut by_degree: Vec<usize> = (0..land.people.len()).collect();
        by_degree.sort_by_key(|who| std::cmp::Reverse(land.people[*who].networks.len()));
        let mut by_chance: Vec<usize> = (0..land.people.len()).collect();
        for place in (1..by_chance.len()).rev() {
            by_chance.swap(place, rng.below(place + 1));
        }
        let ours = conversations(&land, |left, asked| next(&land.people, left, asked, &[]).map(|one| one.0));
        let ways = [(&by_degree, false), (&by_chance, false), (&by_degree, true), (&by_chance, true)];
        counts[0].push(ours as f64);
        for (place, (order, useful)) in ways.into_iter().enumerate() {
            let count = conversations(&land, |left, asked| in_order(&land, order, useful, left, asked));
            counts[place + 1].push(count as f64);
        }
    }
    let names = ["ask", "degree", "chance", "degree, useless passed over", "chance, useless passed over"];
    let ratio = |other: usize| median(counts[0].iter().zip(&counts[other]).map(|(a, b)| a / b).collect());
    for (place, name) in names.iter().enumerate() {
        println!("{name}: median {} conversations, ratio {:.3}", median(counts[place].clone()), ratio(place));
    }
    assert!(ratio(1) <= 0.85, "ratio to degree {:.3}, seeds 0..{LANDSCAPES}", ratio(1));
    assert!(ratio(2) < ratio(1), "by chance is no better than by degree");
    assert!(ratio(3) < 1.0 && ratio(4) < 1.0);
}
