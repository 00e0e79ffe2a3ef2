//! Work for a thread beside the loop, so that no key waits for it: who of the open layers wants some done, and who gets
//! what came of it. Knows no threads, and not what is done.

use super::asked::Pending;
use super::{Effect, Model, Overlay};
use crate::analysis::work::Work;
use std::any::Any;
use std::fmt;
use std::sync::Arc;

/// What came of it, whatever it is.
type Answer = Box<dyn Any + Send>;

/// Work to be done elsewhere.
#[derive(Clone)]
pub struct Job {
    work: Work,
    todo: Arc<dyn Fn(&Work) -> Option<Answer> + Send + Sync>,
}

/// What came of a job.
pub struct Done {
    work: Work,
    answer: Answer,
}

impl Job {
    /// This is to be done; nothing comes of it once it is called off.
    pub fn new<A: Send + 'static>(work: Work, todo: impl Fn(&Work) -> Option<A> + Send + Sync + 'static) -> Self {
        let boxed = move |work: &Work| todo(work).map(|answer| Box::new(answer) as Answer);
        Job { work, todo: Arc::new(boxed) }
    }

    /// Does the work, unless nobody wants it any more.
    #[must_use]
    pub fn carry_out(self) -> Option<Done> {
        if self.work.called_off() {
            return None;
        }
        let answer = (self.todo)(&self.work)?;
        Some(Done { work: self.work, answer })
    }
}

impl Done {
    /// Did this work bring it?
    #[must_use]
    pub fn is_of(&self, work: &Work) -> bool {
        self.work == *work
    }

    /// What came of it, by its kind.
    #[must_use]
    pub fn answer<A: 'static>(self) -> Option<A> {
        self.answer.downcast().ok().map(|answer| *answer)
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Job").field(&self.work).finish()
    }
}

impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        self.work == other.work
    }
}

impl Eq for Job {}

/// What the open layers ask to be worked out, once.
pub fn effects(model: &mut Model) -> Vec<Effect> {
    let asked = model.overlays.iter_mut().flat_map(Overlay::asked);
    let effects = asked.filter_map(Pending::job).map(Effect::Work);
    let beside = model.beside.asked.job();
    effects.chain(model.seats.job().into_iter().chain(beside).map(Effect::Prepare)).collect()
}

/// Gives what came of a piece of work to the layer that asked for it, if it is still open.
pub fn done(model: &mut Model, done: Done) -> Vec<Effect> {
    let mut done = Some(done);
    if model.seats.worked(&mut done) {
        model.seats_known();
    }
    if model.beside.asked.worked(&mut done) {
        model.known_beside();
    }
    let mut overlays = std::mem::take(&mut model.overlays);
    for layer in overlays.iter_mut().rev() {
        layer.worked(&mut done, &model.context());
    }
    model.overlays = overlays;
    effects(model)
}
