//! Signals as flags and a wake-up, and the watcher that ends a program which no longer answers them.
//!
//! ```text
//!  signal ─► flag ─► pipe ─► the waiting loop: Input
//!        └──► alarm ─► watcher: 1.5 s later the terminal is given back, the rescue runs, the program ends
//! ```

use std::{
    io::{self, Read},
    os::unix::net::UnixStream,
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
    thread,
    time::Duration,
};

use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH},
    flag, low_level,
};

use super::super::{
    Cause,
    rescue::{self, Rescue},
    screen::Screen,
};

/// Time the program has to end by itself: a save in flight may take a second.
const GRACE: Duration = Duration::from_millis(1500);

/// What has arrived and was not looked at yet.
#[derive(Default)]
pub(super) struct Arrived {
    pub(super) resized: Arc<AtomicBool>,
    pub(super) continued: Arc<AtomicBool>,
    pub(super) asked_to_stop: Arc<AtomicBool>,
    /// Number of the signal for the loop, 0 for none.
    quit: Arc<AtomicUsize>,
    /// The same for the watcher, which looks later.
    fatal: Arc<AtomicUsize>,
    /// Another program has the terminal: its Ctrl-C is not meant for us.
    pub(super) handed_over: AtomicBool,
}

impl Arrived {
    /// Catches the signals; each then writes to `wake`, the ones that end the program also to `alarm`.
    pub(super) fn catch(wake: &UnixStream, alarm: &UnixStream) -> io::Result<Arc<Self>> {
        let arrived = Self::default();
        for (signal, seen) in
            [(SIGWINCH, &arrived.resized), (SIGCONT, &arrived.continued), (SIGTSTP, &arrived.asked_to_stop)]
        {
            flag::register(signal, Arc::clone(seen))?;
            low_level::pipe::register(signal, wake.try_clone()?)?;
        }
        for (signal, number) in [(SIGHUP, 1), (SIGINT, 2), (SIGTERM, 15)] {
            flag::register_usize(signal, Arc::clone(&arrived.quit), number)?;
            flag::register_usize(signal, Arc::clone(&arrived.fatal), number)?;
            low_level::pipe::register(signal, wake.try_clone()?)?;
            low_level::pipe::register(signal, alarm.try_clone()?)?;
        }
        Ok(Arc::new(arrived))
    }

    /// Why the program must end, told once.
    pub(super) fn quit(&self) -> Option<Cause> {
        match self.quit.swap(0, SeqCst) {
            1 => Some(Cause::HangUp),
            2 => Some(Cause::Interrupt),
            15 => Some(Cause::Terminate),
            _ => None,
        }
    }

    /// The line was cut without a signal: the watcher must know all the same.
    pub(super) fn hung_up(&self) {
        self.fatal.store(1, SeqCst);
    }

    /// Hands the terminal over to another program, or takes it back; Ctrl-C pressed in between is forgotten.
    pub(super) fn hand_over(&self, to_another: bool) {
        if !to_another {
            for signal in [&self.quit, &self.fatal] {
                let _ = signal.compare_exchange(2, 0, SeqCst, SeqCst);
            }
        }
        self.handed_over.store(to_another, SeqCst);
    }

    /// The signal that ends the program, for the watcher.
    fn fatal(&self) -> Option<i32> {
        if self.handed_over.load(SeqCst) {
            let _ = self.fatal.compare_exchange(2, 0, SeqCst, SeqCst);
        }
        i32::try_from(self.fatal.load(SeqCst)).ok().filter(|signal| *signal > 0)
    }
}

/// Starts the watcher; it sleeps until the alarm.
pub(super) fn watch(
    mut alarm: UnixStream,
    arrived: Arc<Arrived>,
    screen: Arc<Screen>,
    rescue: Rescue,
) -> io::Result<()> {
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let mut byte = [0];
        while alarm.read_exact(&mut byte).is_ok() {
            if let Some(signal) = arrived.fatal() {
                thread::sleep(GRACE);
                screen.leave();
                rescue::run(&rescue);
                let _ = low_level::emulate_default_handler(signal);
                process::exit(128 + signal);
            }
        }
    })?;
    Ok(())
}
