//! Waits for keys, signals and wake-ups without a tick: one `poll` on the terminal and on a pipe to ourselves, which
//! sleeps until something happens. A terminal that hangs up is told once and never asked again.

use std::{
    io::{self, Read, Write},
    mem,
    os::unix::net::UnixStream,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
};

use super::{
    decode::Decoder,
    signals::{Arrived, watch},
};
use crate::terminal::{Cause, Input, rescue::Rescue, screen::Screen};

/// Bytes read at once.
const GULP: usize = 16 * 1024;
/// Reads in one batch, so that an endless stream of bytes still gets drawn.
const GULPS: usize = 64;

/// Wakes the waiting loop from another thread. Waking twice before the loop looks is the same as once.
#[derive(Clone)]
pub struct Waker {
    asked: Arc<AtomicBool>,
    pipe: Arc<UnixStream>,
}

impl Waker {
    /// Makes [`Terminal::wait`](crate::terminal::Terminal::wait) return with [`Input::Woken`].
    pub fn wake(&self) {
        if !self.asked.swap(true, SeqCst) {
            let _ = (&*self.pipe).write(&[0]);
        }
    }
}

/// Ears of the program.
pub(in crate::terminal) struct Listener {
    screen: Arc<Screen>,
    arrived: Arc<Arrived>,
    decoder: Decoder,
    pipe: UnixStream,
    alarm: UnixStream,
    waker: Waker,
    lost: bool,
    hung_up: bool,
}

/// What `poll` found.
#[derive(Clone, Copy, Default)]
struct Ready {
    keys: bool,
    hang_up: bool,
}

impl Listener {
    /// Catches the signals and starts their watcher.
    pub(in crate::terminal) fn new(screen: &Arc<Screen>, rescue: &Rescue) -> io::Result<Self> {
        let (pipe, wake) = UnixStream::pair()?;
        let (watched, alarm) = UnixStream::pair()?;
        for end in [&pipe, &wake, &alarm] {
            end.set_nonblocking(true)?;
        }
        let arrived = Arrived::catch(&wake, &alarm)?;
        watch(watched, Arc::clone(&arrived), Arc::clone(screen), Arc::clone(rescue))?;
        let waker = Waker { asked: Arc::default(), pipe: Arc::new(wake) };
        Ok(Self {
            screen: Arc::clone(screen),
            arrived,
            decoder: Decoder::default(),
            pipe,
            alarm,
            waker,
            lost: false,
            hung_up: false,
        })
    }

    pub(in crate::terminal) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Everything that has happened, after waiting until something has; empty when the time is over.
    pub(in crate::terminal) fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Input>> {
        let deadline = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let mut inputs = Vec::new();
        loop {
            self.take_signals(&mut inputs);
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            let at_once = (!inputs.is_empty()).then_some(Duration::ZERO);
            let incomplete = self.decoder.patience();
            let ready = self.poll([at_once, left, incomplete].into_iter().flatten().min())?;
            self.drain_pipe();
            self.take_signals(&mut inputs);
            if ready.is_some_and(|ready| ready.keys || ready.hang_up) {
                self.read_keys(&mut inputs)?;
            } else if ready.is_none()
                && at_once.is_none()
                && incomplete.is_some_and(|patience| left.is_none_or(|left| patience <= left))
            {
                self.decoder.give_up(&mut inputs);
            }
            if !inputs.is_empty() || left.is_some_and(|left| left.is_zero()) {
                return Ok(inputs);
            }
        }
    }

    /// What is ready within the time, or nothing.
    fn poll(&self, timeout: Option<Duration>) -> io::Result<Option<Ready>> {
        let keys = if self.hung_up { PollFlags::empty() } else { PollFlags::IN };
        let mut fds = [PollFd::new(&self.pipe, PollFlags::IN), PollFd::new(self.screen.tty().input_fd(), keys)];
        let (watched, _) = fds.split_at_mut(if self.hung_up { 1 } else { 2 });
        let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
        match poll(watched, timeout.as_ref()) {
            Ok(0) => Ok(None),
            Ok(_) => {
                let seen = watched.get(1).map_or(PollFlags::empty(), PollFd::revents);
                let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
                Ok(Some(Ready { keys: seen.contains(PollFlags::IN), hang_up: seen.intersects(gone) }))
            }
            Err(Errno::INTR) => Ok(Some(Ready::default())),
            Err(error) => Err(error.into()),
        }
    }

    fn drain_pipe(&mut self) {
        let mut bytes = [0; 64];
        while self.pipe.read(&mut bytes).is_ok_and(|count| count == bytes.len()) {}
    }

    /// The terminal took nothing more: it is gone, whatever it says to the next look.
    pub(in crate::terminal) fn lost(&mut self) {
        self.lost = true;
    }

    fn take_signals(&mut self, inputs: &mut Vec<Input>) {
        if self.waker.asked.swap(false, SeqCst) {
            inputs.push(Input::Woken);
        }
        if self.arrived.continued.swap(false, SeqCst) {
            // A hang-up continues stopped programs too; then there is nothing left to take over.
            self.lost |= self.screen.enter_again().is_err();
            inputs.push(Input::Resumed);
        }
        if self.arrived.resized.swap(false, SeqCst) {
            let (columns, rows) = self.screen.tty().size();
            inputs.push(Input::Resize(columns, rows));
        }
        if self.arrived.asked_to_stop.swap(false, SeqCst) {
            inputs.push(Input::Suspend);
        }
        inputs.extend(self.arrived.quit().map(Input::Quit));
        if mem::take(&mut self.lost) && !self.hung_up {
            self.hang_up(inputs);
        }
    }

    fn read_keys(&mut self, inputs: &mut Vec<Input>) -> io::Result<()> {
        let mut bytes = vec![0; GULP];
        for _ in 0..GULPS {
            match rustix::io::read(self.screen.tty().input_fd(), bytes.as_mut_slice()) {
                Ok(0) | Err(Errno::IO | Errno::BADF | Errno::NXIO) => {
                    self.hang_up(inputs);
                    break;
                }
                Ok(count) => self.decoder.feed(bytes.get(..count).unwrap_or_default(), inputs),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
            if !self.poll(Some(Duration::ZERO))?.is_some_and(|ready| ready.keys || ready.hang_up) {
                break;
            }
        }
        Ok(())
    }

    fn hang_up(&mut self, inputs: &mut Vec<Input>) {
        self.hung_up = true;
        self.arrived.hung_up();
        let _ = self.alarm.write(&[0]);
        if !inputs.iter().any(|input| matches!(input, Input::Quit(_))) {
            inputs.push(Input::Quit(Cause::HangUp));
        }
    }

    /// Stops the program until the shell continues it; see [`super::stop`].
    pub(in crate::terminal) fn stop(&mut self) -> io::Result<bool> {
        self.arrived.continued.store(false, SeqCst);
        if !super::stop()? {
            return Ok(false);
        }
        let deadline = Instant::now() + Duration::from_millis(500);
        while !self.arrived.continued.swap(false, SeqCst) && Instant::now() < deadline {
            self.poll_pipe(Duration::from_millis(100));
        }
        self.arrived.asked_to_stop.store(false, SeqCst);
        Ok(true)
    }

    fn poll_pipe(&mut self, timeout: Duration) {
        if let Ok(timeout) = Timespec::try_from(timeout) {
            let _ = poll(&mut [PollFd::new(&self.pipe, PollFlags::IN)], Some(&timeout));
        }
        self.drain_pipe();
    }

    /// Tells the signals that another program has the terminal, or that it is ours again.
    pub(in crate::terminal) fn hand_over(&self, to_another: bool) {
        self.arrived.hand_over(to_another);
        self.arrived.continued.store(false, SeqCst);
    }
}
