//! The last chance: when the program falls (panic) or does not answer (signals), the terminal is given back and the
//! owner's rescue closure runs, in a thread of its own so that neither its panic nor its slowness stops the way out.

use std::{
    panic,
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use super::screen::Screen;

/// Saves what is unsaved, from any thread and without help of the falling one.
pub type Rescue = Arc<dyn Fn() + Send + Sync>;

/// Longest time the way out waits for the rescue.
const PATIENCE: Duration = Duration::from_secs(1);

/// Runs the closure, but waits no longer than [`PATIENCE`].
pub(super) fn run(rescue: &Rescue) {
    let (done, wait) = mpsc::channel::<()>();
    let rescue = Arc::clone(rescue);
    let started = thread::Builder::new().name("rescue".to_owned()).spawn(move || {
        let _held_until_the_end = done;
        rescue();
    });
    if started.is_ok() {
        let _ = wait.recv_timeout(PATIENCE);
    }
}

/// From now on a panic of this thread gives the terminal back before its message is printed, and runs the rescue.
/// The message of another thread's panic is printed when the terminal is given back.
pub(super) fn on_panic(screen: &Arc<Screen>, rescue: &Rescue) {
    let (screen, rescue) = (Arc::clone(screen), Arc::clone(rescue));
    let drawing = thread::current().id();
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |fall| {
        if thread::current().id() == drawing {
            screen.leave();
            run(&rescue);
        } else if screen.say_later(&fall.to_string()) {
            return;
        }
        before(fall);
    }));
}
