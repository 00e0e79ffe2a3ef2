//! The picture in the README: starts the real program in a pseudo-terminal, presses keys, and writes what stands on its
//! screen as SVG. `cargo build --release && cargo run --example picture -- target/release/runde de > docs/pictures/de.svg`

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::indexing_slicing)]

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::channel;
use std::time::Duration;

const ROWS: NonZeroU16 = NonZeroU16::new(36).unwrap();
const COLS: NonZeroU16 = NonZeroU16::new(120).unwrap();
const SIZE: PtySize = PtySize { rows: ROWS.get(), cols: COLS.get(), pixel_width: 0, pixel_height: 0 };
const CELL: (f32, f32) = (8.43, 18.0);
const INK: &str = "#d8dee9";
const PAPER: &str = "#20242c";

fn main() {
    let mut args = std::env::args().skip(1);
    let program = args.next().unwrap_or_else(|| "target/release/runde".into());
    let lang = args.next().unwrap_or_else(|| "de".into());
    let keys = args.next().unwrap_or_else(|| "/runder\u{20}tisch\r".into());
    println!("{}", svg(&screen(&program, &lang, &keys)));
}

/// The screen of the program after these keys.
fn screen(program: &str, lang: &str, keys: &str) -> vt100::Parser {
    let pair = native_pty_system().openpty(SIZE).unwrap();
    let mut command = CommandBuilder::new(std::fs::canonicalize(program).unwrap());
    command.args(["--demo", "--lang", lang]);
    command.env("TERM", "xterm-256color");
    command.env_remove("NO_COLOR");
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (send, bytes) = channel();
    std::thread::spawn(move || {
        let mut buffer = vec![0; 65536];
        while let Ok(read @ 1..) = reader.read(&mut buffer) {
            if send.send(buffer[..read].to_vec()).is_err() {
                break;
            }
        }
    });
    let mut parser = vt100::Parser::new(ROWS, COLS, 0);
    let settle = |parser: &mut vt100::Parser| {
        while let Ok(bytes) = bytes.recv_timeout(Duration::from_millis(700)) {
            parser.process(&bytes);
        }
    };
    settle(&mut parser);
    let mut writer = pair.master.take_writer().unwrap();
    for key in keys.chars() {
        writer.write_all(key.to_string().as_bytes()).unwrap();
        settle(&mut parser);
    }
    child.kill().unwrap();
    parser
}

/// The screen as a self-contained drawing.
fn svg(parser: &vt100::Parser) -> String {
    let (width, height) = (CELL.0 * f32::from(SIZE.cols) + 24.0, CELL.1 * f32::from(SIZE.rows) + 24.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{PAPER}\"/>\n"
    );
    for row in 0..SIZE.rows {
        for col in 0..SIZE.cols {
            if let Some(cell) = parser.screen().cell(row, col).filter(|cell| cell.has_contents() || cell.inverse()) {
                draw(&mut out, cell, row, col);
            }
        }
    }
    out.push_str("</svg>");
    out
}

fn draw(out: &mut String, cell: &vt100::Cell, row: u16, col: u16) {
    let (x, y) = (12.0 + CELL.0 * f32::from(col), 12.0 + CELL.1 * f32::from(row));
    let ink = colour(cell.fgcolor());
    let (ink, paper) = if cell.inverse() { (PAPER, Some(ink)) } else { (ink, None) };
    if let Some(paper) = paper {
        let _ = writeln!(
            out,
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{:.2}\" height=\"{}\" fill=\"{paper}\"/>",
            CELL.0 + 0.1,
            CELL.1
        );
    }
    let text = cell.contents().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if text.trim().is_empty() {
        return;
    }
    let bold = if cell.bold() { " font-weight=\"bold\"" } else { "" };
    let dim = if cell.dim() { " opacity=\"0.6\"" } else { "" };
    let line = if cell.underline() { " text-decoration=\"underline\"" } else { "" };
    let _ = writeln!(out, "<text x=\"{x:.2}\" y=\"{:.2}\" fill=\"{ink}\"{bold}{dim}{line}>{text}</text>", y + 14.0);
}

fn colour(colour: vt100::Color) -> &'static str {
    match colour {
        vt100::Color::Idx(1 | 9) => "#bf616a",
        vt100::Color::Idx(2 | 10) => "#a3be8c",
        vt100::Color::Idx(3 | 11) => "#ebcb8b",
        vt100::Color::Idx(4 | 12) => "#81a1c1",
        vt100::Color::Idx(5 | 13) => "#b48ead",
        vt100::Color::Idx(6 | 14) => "#88c0d0",
        _ => INK,
    }
}
