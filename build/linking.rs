//! How the program is laid out so that it starts soon.

use std::path::Path;
use std::process::Command;

/// Where the C library is loaded at each start, as on most Linux systems: tells the linker to put the program where its
/// addresses are known beforehand, so that the tables in it are read from the file as they are; and to take in the unwinder
/// (`libgcc_eh`), instead of having it loaded as well. What is built for another system is linked as ever.
pub fn tell() {
    let of = |name| std::env::var(name).unwrap_or_default();
    let is_gnu = of("CARGO_CFG_TARGET_OS") == "linux" && of("CARGO_CFG_TARGET_ENV") == "gnu";
    let is_static = of("CARGO_CFG_TARGET_FEATURE").split(',').any(|feature| feature == "crt-static");
    if is_gnu && !is_static && of("HOST") == of("TARGET") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        take_in("gcc_eh");
    }
}

/// Has what is used of a library put into the program, where the library is there in that form.
fn take_in(library: &str) {
    let told = Command::new("cc").arg(format!("-print-file-name=lib{library}.a")).output();
    let told = told.map(|told| String::from_utf8_lossy(&told.stdout).into_owned()).unwrap_or_default();
    // Of what it does not find, the compiler tells the bare name.
    if let Some(folder) = Path::new(told.trim()).parent().filter(|folder| folder.is_absolute()) {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle={library}");
    }
}
