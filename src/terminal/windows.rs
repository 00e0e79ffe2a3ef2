//! The terminal on Windows: the library reads the console on a thread of its own and sends events through a channel.
//! Must not know what the events mean.

use std::{
    io::{self, IsTerminal, Write},
    process::{Child, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use crossterm::{ansi_support, event, terminal};

use super::{Cause, Input, rescue::Rescue, screen::Screen, translate};

/// How often the reading thread looks whether the console was handed over.
const LOOK: Duration = Duration::from_millis(100);

/// The console modes before us are kept by the library.
pub(super) struct Modes;

/// The console.
pub(super) struct Tty;

impl Tty {
    pub(super) fn open() -> io::Result<Option<Self>> {
        Ok((io::stdout().is_terminal() && ansi_support::supports_ansi()).then_some(Self))
    }

    pub(super) fn make_raw(&self) -> io::Result<Modes> {
        terminal::enable_raw_mode()?;
        Ok(Modes)
    }

    pub(super) fn restore(&self, _before: &Modes) {
        let _ = terminal::disable_raw_mode();
    }

    pub(super) fn size(&self) -> (u16, u16) {
        terminal::size().unwrap_or((80, 24))
    }

    pub(super) const fn takes_more(&self) -> bool {
        true
    }

    pub(super) fn write_all(&self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    pub(super) fn for_child(&self) -> io::Result<Stdio> {
        Ok(Stdio::inherit())
    }
}

/// Waits for a program that has the console: whether it succeeded, and its exit code.
pub(super) fn wait_for(child: &mut Child) -> io::Result<(bool, Option<i32>)> {
    let status = child.wait()?;
    Ok((status.success(), status.code()))
}

/// Wakes the waiting loop from another thread. Waking twice before the loop looks is the same as once.
#[derive(Clone)]
pub struct Waker {
    asked: Arc<AtomicBool>,
    inputs: Sender<Input>,
}

impl Waker {
    /// Makes [`Terminal::wait`](crate::terminal::Terminal::wait) return with [`Input::Woken`].
    pub fn wake(&self) {
        if !self.asked.swap(true, SeqCst) {
            let _ = self.inputs.send(Input::Woken);
        }
    }
}

/// Ears of the program.
pub(super) struct Listener {
    inputs: Receiver<Input>,
    waker: Waker,
    handed_over: Arc<AtomicBool>,
}

impl Listener {
    /// Starts the reading thread. Windows has no signals; the rescue runs in panics only.
    pub(super) fn new(_screen: &Arc<Screen>, _rescue: &Rescue) -> io::Result<Self> {
        let (sender, inputs) = mpsc::channel();
        let handed_over = Arc::new(AtomicBool::new(false));
        let (events, away) = (sender.clone(), Arc::clone(&handed_over));
        thread::Builder::new().name("console".to_owned()).spawn(move || read(&events, &away))?;
        Ok(Self { inputs, waker: Waker { asked: Arc::default(), inputs: sender }, handed_over })
    }

    pub(super) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Everything that has happened, after waiting until something has; empty when the time is over.
    pub(super) fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Input>> {
        let first = match timeout {
            None => self.inputs.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(timeout) => self.inputs.recv_timeout(timeout),
        };
        let first = match first {
            Ok(input) => input,
            Err(RecvTimeoutError::Timeout) => return Ok(Vec::new()),
            Err(RecvTimeoutError::Disconnected) => return Err(io::ErrorKind::BrokenPipe.into()),
        };
        self.waker.asked.store(false, SeqCst);
        Ok(std::iter::once(first).chain(self.inputs.try_iter()).collect())
    }

    /// The console took nothing more: it is gone.
    pub(super) fn lost(&mut self) {
        let _ = self.waker.inputs.send(Input::Quit(Cause::HangUp));
    }

    /// There is no shell to stop for.
    pub(super) fn stop(&mut self) -> io::Result<bool> {
        Ok(false)
    }

    /// Keeps the reading thread away from the console while another program has it.
    pub(super) fn hand_over(&self, to_another: bool) {
        self.handed_over.store(to_another, SeqCst);
    }
}

fn read(inputs: &Sender<Input>, away: &AtomicBool) {
    loop {
        if away.load(SeqCst) {
            thread::sleep(LOOK);
            continue;
        }
        match event::poll(LOOK) {
            Ok(true) if away.load(SeqCst) => {}
            Ok(true) => match event::read() {
                Ok(event) => {
                    if translate::input(event).is_some_and(|input| inputs.send(input).is_err()) {
                        return;
                    }
                }
                Err(_) => return,
            },
            Ok(false) => {}
            Err(_) => return,
        }
    }
}
