//! A question that is worked out beside the loop. What was found last stays until the answer is there; work nobody waits
//! for any more is called off. Knows no threads: a layer that asks hands its job out (`job`) and gets the answer back.
//!
//! ```text
//!  ask(question, work) ─► Job ─► thread ─► Done ─► worked ─► found
//!        └─ another question, or dropped: called off
//! ```

use super::Context;
use super::job::{Done, Job};
use crate::analysis::work::Work;
use crate::i18n::Lang;
use jiff::civil::Date;

/// The state of the data an answer rests on, and the language it is told in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOf {
    pub(super) edition: u64,
    /// The day looked at.
    pub day: Date,
    /// The language of the answer.
    pub lang: Lang,
}

impl AsOf {
    /// The data as they are, today.
    #[must_use]
    pub fn now(cx: &Context) -> Self {
        AsOf { edition: cx.edition, day: cx.now.date(), lang: cx.lang }
    }
}

/// A question, its last answer, and the work on the next one.
#[derive(Debug)]
pub struct Asked<Q, A> {
    wanted: Option<Q>,
    found: Option<(Q, A)>,
    job: Option<Job>,
    work: Wanted,
}

/// Work that is called off when nobody waits for it any more.
#[derive(Debug, Default)]
struct Wanted(Work);

impl Drop for Wanted {
    fn drop(&mut self) {
        self.0.call_off();
    }
}

impl<Q, A> Default for Asked<Q, A> {
    fn default() -> Self {
        Asked { wanted: None, found: None, job: None, work: Wanted::default() }
    }
}

impl<Q: Clone + PartialEq + Send + Sync + 'static, A: Send + 'static> Asked<Q, A> {
    /// Asks this, unless it was asked last.
    pub fn ask(&mut self, question: Q, work: impl Fn(&Q, &Work) -> Option<A> + Send + Sync + 'static) {
        if self.is_asked(&question) {
            return;
        }
        self.work = Wanted::default();
        self.wanted = Some(question.clone());
        let job = move |at: &Work| Some((question.clone(), work(&question, at)?));
        self.job = (!self.is_current()).then(|| Job::new(self.work.0.clone(), job));
    }

    /// Was this asked last?
    #[must_use]
    pub fn is_asked(&self, question: &Q) -> bool {
        self.wanted.as_ref() == Some(question)
    }

    /// Is what was found an answer to what is asked?
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.wanted.is_some() && self.found.as_ref().map(|(question, _)| question) == self.wanted.as_ref()
    }

    /// The answer to what is asked, with its question, taken away; asked for once, it is not worked out again.
    pub fn taken(&mut self) -> Option<(Q, A)> {
        if self.is_current() { self.found.take() } else { None }
    }

    /// What was found last.
    #[must_use]
    pub fn found(&self) -> Option<&A> {
        self.found.as_ref().map(|(_, answer)| answer)
    }
}

/// What is asked, whatever it is.
pub trait Pending {
    /// The work whose answer is waited for, if one is.
    fn work(&self) -> Option<Work>;

    /// Work to be done, once.
    fn job(&mut self) -> Option<Job>;

    /// Takes its answer out of the hand that offers one; was it its own?
    fn worked(&mut self, done: &mut Option<Done>) -> bool;
}

impl<Q: Clone + PartialEq + Send + Sync + 'static, A: Send + 'static> Pending for Asked<Q, A> {
    fn work(&self) -> Option<Work> {
        (self.wanted.is_some() && !self.is_current()).then(|| self.work.0.clone())
    }

    fn job(&mut self) -> Option<Job> {
        self.job.take()
    }

    fn worked(&mut self, done: &mut Option<Done>) -> bool {
        let own = done.take_if(|done| done.is_of(&self.work.0)).and_then(Done::answer);
        let fits = own.is_some();
        self.found = own.or(self.found.take());
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(asked: &mut Asked<u8, u8>) -> Option<Done> {
        asked.job().and_then(Job::carry_out)
    }

    #[test]
    fn the_last_answer_stays_until_the_next_is_there_and_others_are_left_aside() {
        let mut asked = Asked::default();
        asked.ask(1, |question, _| Some(question * 10));
        let (first, mut other) = (asked.job().unwrap(), Asked::default());
        assert!(asked.job().is_none() && asked.work().is_some() && asked.found().is_none());
        other.ask(1, |_, _| Some(99));
        assert!(!asked.worked(&mut done(&mut other)), "somebody else's");
        assert!(asked.worked(&mut first.clone().carry_out()) && asked.work().is_none());
        asked.ask(2, |question, _| Some(question * 10));
        assert_eq!((asked.found(), asked.is_current()), (Some(&10), false));
        assert!(!asked.worked(&mut first.carry_out()), "the answer to what was asked before");
        asked.ask(1, |_, _| None);
        assert!(asked.job().is_none() && asked.is_current(), "known already");
    }

    #[test]
    fn work_nobody_waits_for_is_called_off() {
        let mut asked = Asked::<u8, u8>::default();
        let look = |_: &u8, work: &Work| (!work.called_off()).then_some(1);
        asked.ask(1, look);
        let (first, work) = (asked.job().unwrap(), asked.work().unwrap());
        asked.ask(2, look);
        assert!(work.called_off() && first.carry_out().is_none());
        let second = asked.job().unwrap();
        drop(asked);
        assert!(second.carry_out().is_none());
    }
}
