//! The least a program on this drawing library can do: three lines on the other screen, until a key is pressed. What
//! the start of `runde` is measured against.

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::crossterm::{event, execute};
use ratatui::widgets::Paragraph;
use std::io::{Result, stdout};

fn main() -> Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    terminal.draw(|frame| frame.render_widget(Paragraph::new("one\ntwo\nthree"), frame.area()))?;
    while !event::read()?.is_key() {}
    execute!(stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}
