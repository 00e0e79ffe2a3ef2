//! In which order to talk to people so that few conversations answer most: greedy cover. Knows only numbers.

/// How likely somebody who sits in a network is to know the answer to a question about it. An assumption, not a
/// measurement (`docs/guide.md`).
pub const KNOWS: f64 = 0.7;

/// How much being a bridge, or coming from a sector not heard yet, may add to what a person covers.
const BESIDE: f64 = 0.05;

/// Somebody to talk to.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// The networks they sit in, by place.
    pub networks: Vec<usize>,
    /// Betweenness, 0–1 of the highest.
    pub bridge: f64,
    /// Their sector, by place.
    pub sector: Option<usize>,
}

/// The next person (by place) with what they are expected to answer: the weight of the networks (open questions still
/// expected to be unanswered) they sit in. Nothing when nobody left could answer anything.
#[must_use]
pub fn next(people: &[Person], left: &[f64], asked: &[bool], heard: &[usize]) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64, f64)> = None;
    for (place, person) in people.iter().enumerate() {
        if asked.get(place).copied().unwrap_or(false) {
            continue;
        }
        let gain: f64 = person.networks.iter().filter_map(|network| left.get(*network)).sum();
        let new_sector = person.sector.is_some_and(|sector| !heard.contains(&sector));
        let score = gain * (1.0 + BESIDE * person.bridge + if new_sector { BESIDE } else { 0.0 });
        if gain > 1e-6 && best.is_none_or(|(_, _, highest)| score > highest) {
            best = Some((place, gain, score));
        }
    }
    best.map(|(place, gain, _)| (place, gain))
}

/// The order in which to ask at most `limit` people, when nothing is known yet of what they will say: what somebody
/// covered counts for the next only as far as it is expected to be still open.
#[must_use]
pub fn order(people: &[Person], open: &[usize], limit: usize) -> Vec<usize> {
    let mut left: Vec<f64> = open.iter().map(|count| f64::from(u32::try_from(*count).unwrap_or(u32::MAX))).collect();
    let (mut asked, mut heard, mut order) = (vec![false; people.len()], Vec::new(), Vec::new());
    while order.len() < limit {
        let Some((place, _)) = next(people, &left, &asked, &heard) else { break };
        let Some(person) = people.get(place) else { break };
        for network in &person.networks {
            if let Some(weight) = left.get_mut(*network) {
                *weight *= 1.0 - KNOWS;
            }
        }
        heard.extend(person.sector);
        if let Some(mark) = asked.get_mut(place) {
            *mark = true;
        }
        order.push(place);
    }
    order
}
