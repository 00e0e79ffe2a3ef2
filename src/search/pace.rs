//! How fast a search goes: how many documents are looked at between two looks at the clock, how long the rest will take.

use std::time::{Duration, Instant};

/// Documents a thread looks at in one go.
pub(super) const PART: usize = 1024;

/// Documents one thread has looked at before others have woken up.
pub(super) const FEW: usize = 4 * PART;

/// How long a round is to take: a key that comes meanwhile waits for it, and each round has to wake the other threads.
const ROUND: Duration = Duration::from_millis(2);

/// Documents of a round, at most.
const MOST: usize = 256 * PART;

/// The pace of one search.
#[derive(Default)]
pub(super) struct Pace {
    /// Documents looked at so far, and how long that took.
    looked: usize,
    spent: Duration,
    /// The same of the last round.
    last: (usize, Duration),
}

impl Pace {
    /// Documents to look at in the next round: first few, so that later rounds know what is not wanted any more, then twice
    /// as many each time, as long as a round takes no longer than it may; always whole parts.
    pub(super) fn next_round(&self) -> usize {
        let (documents, time) = self.last;
        let fitting = documents as u128 * ROUND.as_nanos() / time.as_nanos().max(1);
        let fitting = usize::try_from(fitting).unwrap_or(MOST).min(2 * documents);
        if documents == 0 { FEW } else { (fitting / PART * PART).clamp(FEW, MOST) }
    }

    /// So many documents were looked at since then.
    pub(super) fn note(&mut self, documents: usize, since: Instant) {
        self.last = (documents, since.elapsed());
        self.looked += documents;
        self.spent = self.spent.saturating_add(self.last.1);
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
    fn rounds_grow_until_they_take_as_long_as_a_key_may_wait() {
        let ago = |time| Instant::now().checked_sub(time).unwrap();
        let mut pace = Pace::default();
        assert_eq!(pace.next_round(), FEW);
        pace.note(8 * PART, Instant::now());
        assert_eq!(pace.next_round(), 16 * PART);
        pace.note(16 * PART, ago(2 * ROUND));
        assert!((FEW..=8 * PART).contains(&pace.next_round()), "{}", pace.next_round());
        pace.note(usize::MAX / 4, Instant::now());
        assert_eq!(pace.next_round(), MOST);
        pace.note(1, ago(Duration::from_secs(3600)));
        assert_eq!(pace.next_round(), FEW);
    }
}
