//! Betweenness of people in the two-mode graph of people and networks (Freeman 1977), as `paths` counts it. Knows only
//! numbers.

use super::paths::{EXACT, paths};
use super::work::Work;

/// For each person, given by the places of the networks they sit in (all below `networks`): the share of shortest
/// paths that lead through them, summed over all pairs and not normalised. Nothing when the work was called off.
#[must_use]
pub fn betweenness(people: &[&[usize]], networks: usize, work: &Work) -> Option<Vec<f64>> {
    let mut neighbours = vec![Vec::new(); people.len() + networks];
    for (person, seats) in people.iter().enumerate() {
        for seat in seats.iter().filter(|seat| **seat < networks) {
            let body = people.len() + seat;
            neighbours.get_mut(person).into_iter().for_each(|near: &mut Vec<usize>| near.push(body));
            neighbours.get_mut(body).into_iter().for_each(|near: &mut Vec<usize>| near.push(person));
        }
    }
    let mut between = paths(&neighbours, EXACT, work)?.betweenness;
    between.truncate(people.len());
    Some(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_link_between_two_networks_lies_on_every_path() {
        // a – N0 – b – N1 – c: through b lead a–N1, a–c, N0–N1, N0–c.
        let found = betweenness(&[&[0], &[0, 1], &[1]], 2, &Work::default());
        assert_eq!(found.unwrap(), [0.0, 4.0, 0.0]);
    }
}
