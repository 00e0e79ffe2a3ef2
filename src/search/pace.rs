//! How fast a search goes: how many documents are looked at between two looks at the clock, how long the rest will take.

use rayon::current_num_threads;
use std::time::{Duration, Instant};

/// Documents a thread looks at in one go.
pub(super) const PART: usize = 1024;

/// Documents one thread has looked at before others have woken up.
pub(super) const FEW: usize = 4 * PART;

/// Threads for which a round has work; more of them would make it no shorter, and the key waits for one round.
const MOST_THREADS: usize = 4;

/// The pace of one search.
pub(super) struct Pace {
    /// Documents of the next round.
    round: usize,
    /// Documents looked at so far, and how long that took.
    looked: usize,
    spent: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { round: FEW, looked: 0, spent: Duration::ZERO }
    }
}

impl Pace {
    /// Documents to look at in the next round of an index of this size: first few, so that later rounds know what is not
    /// wanted any more, then enough for all threads and for what waking them costs.
    pub(super) fn next_round(&mut self, len: usize) -> usize {
        let round = self.round;
        if len > FEW {
            self.round = (2 * round).min(FEW * current_num_threads().clamp(1, MOST_THREADS));
        }
        round
    }

    /// So many documents were looked at since then.
    pub(super) fn note(&mut self, documents: usize, since: Instant) {
        self.looked += documents;
        self.spent = self.spent.saturating_add(since.elapsed());
    }

    /// How long so many more will take, as far as is known: nothing when none was looked at.
    pub(super) fn time_for(&self, documents: usize) -> Duration {
        if self.looked == 0 {
            return Duration::ZERO;
        }
        #[expect(clippy::cast_precision_loss, reason = "an estimate")]
        let share = documents as f64 / self.looked as f64;
        Duration::try_from_secs_f64(self.spent.as_secs_f64() * share).unwrap_or(Duration::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_takes_as_long_as_what_was_done() {
        let mut pace = Pace::default();
        assert_eq!(pace.time_for(1_000_000), Duration::ZERO);
        let since = Instant::now().checked_sub(Duration::from_millis(10)).unwrap();
        pace.note(1_000, since);
        assert!(pace.time_for(3_000) >= Duration::from_millis(30));
        assert!(pace.time_for(0).is_zero());
    }

    #[test]
    fn rounds_grow_up_to_a_limit() {
        let mut pace = Pace::default();
        let rounds: Vec<usize> = (0..9).map(|_| pace.next_round(1_000_000)).collect();
        assert_eq!(rounds.first(), Some(&FEW));
        assert!(rounds.iter().all(|round| (FEW..=FEW * MOST_THREADS).contains(round)), "{rounds:?}");
        assert!(rounds.windows(2).all(|pair| pair[0] <= pair[1]), "{rounds:?}");
    }
}
