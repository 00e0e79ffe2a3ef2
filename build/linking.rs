//! How the program is laid out so that it starts soon and takes little memory.

use std::path::Path;
use std::process::Command;

/// Functions that a start runs: patterns of their names in the program, made by `just first`. Where a name is not there any
/// more, that function lies among the others, and nothing else changes.
const FIRST: &str = include_str!("first.txt");

/// Where the C library is loaded at each start, as on most Linux systems: tells the linker to put the program where its
/// addresses are known beforehand, so that the tables in it are read from the file as they are; to take in the unwinder
/// (`libgcc_eh`), instead of having it loaded as well; and to put side by side what each start runs. What is built for
/// another system is linked as ever.
pub fn tell() -> std::io::Result<()> {
    let is_gnu = told("CARGO_CFG_TARGET_OS") == "linux" && told("CARGO_CFG_TARGET_ENV") == "gnu";
    let is_static = told("CARGO_CFG_TARGET_FEATURE").split(',').any(|feature| feature == "crt-static");
    if is_gnu && !is_static && told("HOST") == told("TARGET") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        take_in("gcc_eh");
        if told("PROFILE") == "release" && has_usual_linker() {
            put_first(FIRST)?;
        }
    }
    Ok(())
}

/// What cargo says of the build.
fn told(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// Has what is used of a library put into the program, where the library is there in that form.
fn take_in(library: &str) {
    let answer = Command::new("cc").arg(format!("-print-file-name=lib{library}.a")).output();
    let answer = answer.map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned()).unwrap_or_default();
    // Of what it does not find, the compiler tells the bare name.
    if let Some(folder) = Path::new(answer.trim()).parent().filter(|folder| folder.is_absolute()) {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle={library}");
    }
}

/// Whether the linker is the usual one: mold, which runs in its place where `mold -run` says so, and others that can be
/// chosen know no such script.
fn has_usual_linker() -> bool {
    let chosen = told("CARGO_ENCODED_RUSTFLAGS").contains("link");
    !chosen && told("RUSTC_LINKER").is_empty() && told("MOLD_PATH").is_empty()
}

/// Has functions put before all others: the system brings a program into memory by pieces of 64 KB, and would else bring
/// most of it for the sake of a few functions in each. Every function is a section of its own; the linkers LLD and GNU ld
/// take in the script beside their own layout.
fn put_first(names: &str) -> std::io::Result<()> {
    let section = |name: &str| format!("*(.text.{name} .text.unlikely.{name})\n");
    let sections: String = names.lines().map(section).collect();
    let script = Path::new(&told("OUT_DIR")).join("first.ld");
    std::fs::write(&script, format!("SECTIONS {{ .text.first : {{\n{sections}}} }} INSERT BEFORE .text;\n"))?;
    println!("cargo::rustc-link-arg-bins=-T{}", script.display());
    Ok(())
}
