//! How the program is laid out so that it starts soon.

use std::path::Path;

/// Tells the linker to put the program where its addresses are known before it is loaded, so that the tables in it are read
/// from the file as they are; and to write down in few bytes those that are not.
pub fn tell() {
    if reads_packed_relocations() {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        take_in("gcc_eh");
    }
}

/// Has what the program uses of a library put into it, where the library can be had so, instead of having it loaded at
/// each start.
fn take_in(library: &str) {
    let named = format!("-print-file-name=lib{library}.a");
    let found = std::process::Command::new("cc").arg(named).output().map(|told| told.stdout).unwrap_or_default();
    // The compiler tells the bare name of what it does not find.
    let found = String::from_utf8_lossy(&found);
    if let Some(folder) = Path::new(found.trim()).parent().filter(|folder| folder.is_absolute()) {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle={library}");
    }
}

/// Whether the C library of the machine it is built on can load packed relocations: glibc from 2.36 on, which the program
/// then needs. What is built for another system is linked as ever.
fn reads_packed_relocations() -> bool {
    let of = |name| std::env::var(name).unwrap_or_default();
    let is_linux = of("CARGO_CFG_TARGET_OS") == "linux" && of("CARGO_CFG_TARGET_ENV") == "gnu";
    let is_static = of("CARGO_CFG_TARGET_FEATURE").split(',').any(|feature| feature == "crt-static");
    if !is_linux || is_static || of("HOST") != of("TARGET") {
        return false;
    }
    let told = std::process::Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let told = told.map(|told| String::from_utf8_lossy(&told.stdout).into_owned()).unwrap_or_default();
    let mut version = told.trim().trim_start_matches("glibc ").split('.').map(str::parse::<u32>);
    matches!((version.next(), version.next()), (Some(Ok(major)), Some(Ok(minor))) if (major, minor) >= (2, 36))
}
