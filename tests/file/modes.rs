//! Four umasks × six modes × four layouts: the mode and group of a store stay, and what is ours is ours alone.

use crate::child::{DECLINED, SAVED};
use crate::support::{Desk, generation, number_of, prepare, root};
use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const UMASKS: [u32; 4] = [0o000, 0o022, 0o027, 0o077];
const MODES: [u32; 6] = [0o600, 0o640, 0o644, 0o660, 0o664, 0o444];
/// A user without rights, and a group it is not in.
const NOBODY: u32 = 65_534;
const FOREIGN: u32 = 12_345;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Layout {
    Plain,
    Link,
    TwoNames,
    ForeignGroup,
}

#[test]
fn modes_and_groups_stay() {
    let program = Program::new();
    let mut cases = 0;
    for layout in [Layout::Plain, Layout::Link, Layout::TwoNames, Layout::ForeignGroup] {
        if layout == Layout::ForeignGroup && !root() {
            println!("NOT TESTED, NOT ROOT: a file of a group one is not in");
            continue;
        }
        for (umask, mode) in UMASKS.iter().flat_map(|umask| MODES.map(|mode| (*umask, mode))) {
            case(&program, layout, umask, mode);
            cases += 1;
        }
    }
    println!("{cases} cases");
    assert!(cases == 96 || !root());
}

#[test]
fn new_stores_are_private_unless_shared() {
    let program = Program::new();
    for umask in UMASKS {
        for (shared, mode) in [(false, 0o600), (true, 0o660)] {
            let desk = Desk::new();
            let code = program.save(&desk, umask, None, |command| {
                shared.then(|| command.env("RUNDE_FILE_SHARED", "1"));
            });
            assert_eq!((code.0, mode_of(&desk.store)), (Some(SAVED), mode), "umask {umask:03o}, {}", code.1);
        }
    }
}

#[test]
fn a_folder_that_may_not_be_written_is_known_and_refused() {
    let program = Program::new();
    let desk = Desk::with(&generation(0, 20));
    give_away(&desk, NOBODY);
    fs::set_permissions(&desk.folder, Permissions::from_mode(0o555)).unwrap();
    let (code, text) = program.save(&desk, 0o077, root().then_some(NOBODY), |_| {});
    fs::set_permissions(&desk.folder, Permissions::from_mode(0o755)).unwrap();
    assert_eq!(code, Some(crate::child::FAILED), "{text}");
    assert!(text.contains("create") && text.contains("Permission denied"), "{text}");
    assert_eq!(number_of(&fs::read(&desk.store).unwrap(), 20), Some(0));
}

#[test]
fn two_colleagues_save_and_lock_a_shared_store_in_turn() {
    if !root() {
        println!("NOT TESTED, NOT ROOT: two users");
        return;
    }
    let (program, desk) = (Program::new(), Desk::with(&generation(0, 20)));
    let (anna, ben, office) = (1_001, 1_002, 5_000);
    give_away(&desk, anna);
    for path in [&desk.folder, &desk.store] {
        chown(path, None, Some(office)).unwrap();
    }
    fs::set_permissions(&desk.folder, Permissions::from_mode(0o2770)).unwrap();
    fs::set_permissions(&desk.store, Permissions::from_mode(0o660)).unwrap();

    let mut command = Command::new(&program.path);
    prepare(&mut command, "announce", &desk);
    let mut open = command.uid(anna).gid(office).stdout(Stdio::piped()).current_dir("/").spawn().unwrap();
    let mut lines = BufReader::new(open.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().starts_with("Alone")));
    let note = fs::metadata(desk.folder.join(".Musterau.json.open")).unwrap();
    assert_eq!((note.permissions().mode() & 0o777, note.gid()), (0o660, office), "the colleague cannot lock it");
    open.kill().unwrap();
    open.wait().unwrap();

    for (user, state) in [(anna, "anna"), (ben, "ben"), (anna, "anna")] {
        let mut command = Command::new(&program.path);
        prepare(&mut command, "save", &desk);
        let state = desk.folder.parent().unwrap().join(state);
        fs::create_dir_all(&state).unwrap();
        chown(&state, Some(user), None).unwrap();
        let output = command.env("RUNDE_FILE_STATE", state).uid(user).gid(office).current_dir("/").output().unwrap();
        let text = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(SAVED), "{text}");
        assert!(text.contains("notices: []"), "{text}");
        let store = fs::metadata(&desk.store).unwrap();
        assert_eq!((store.uid(), store.gid(), mode_of(&desk.store)), (user, office, 0o660));
    }
}

fn case(program: &Program, layout: Layout, umask: u32, mode: u32) {
    let what = format!("{layout:?}, umask {umask:03o}, mode {mode:03o}");
    let desk = Desk::new();
    let real = if layout == Layout::Link { desk.folder.join("real.json") } else { desk.store.clone() };
    let other = desk.folder.join("other name.json");
    fs::write(&real, generation(0, 20)).unwrap();
    fs::set_permissions(&real, Permissions::from_mode(mode)).unwrap();
    let mut user = None;
    match layout {
        Layout::Plain if root() => chown(&real, Some(1_234), Some(FOREIGN)).unwrap(),
        Layout::Plain => {}
        Layout::Link => symlink("real.json", &desk.store).unwrap(),
        Layout::TwoNames => fs::hard_link(&real, &other).unwrap(),
        Layout::ForeignGroup => {
            give_away(&desk, NOBODY);
            chown(&real, Some(NOBODY), Some(FOREIGN)).unwrap();
            user = Some(NOBODY);
        }
    }
    let before = fs::metadata(&real).unwrap();
    let (mut code, mut text) = program.save(&desk, umask, user, |_| {});
    if layout == Layout::TwoNames && mode != 0o444 {
        assert_eq!((code, number(&real)), (Some(DECLINED), Some(0)), "{what}: {text}");
        assert!(text.contains("NeedsDecision { links: 2 }"), "{what}: {text}");
        (code, text) = program.save(&desk, umask, user, |command| {
            command.env("RUNDE_FILE_LINKS", "in place");
        });
        assert_eq!(number(&other), Some(1), "{what}: the other name");
    }
    let after = fs::metadata(&real).unwrap();
    if mode == 0o444 {
        assert_eq!((code, number(&real)), (Some(DECLINED), Some(0)), "{what}: {text}");
        assert!(text.contains("ReadOnly"), "{what}: {text}");
        assert_eq!(after.ino(), before.ino(), "{what}");
    } else {
        assert_eq!((code, number(&real)), (Some(SAVED), Some(1)), "{what}: {text}");
        ours_alone(&desk.state, &what);
    }
    if layout == Layout::ForeignGroup && mode != 0o444 {
        let narrowed = mode & !0o070 | (mode & 0o007) << 3;
        assert_eq!((mode_of(&real), after.gid()), (narrowed, NOBODY), "{what}: the wrong group may do more");
        assert!(text.contains("GroupNotKept { group: 12345 }"), "{what}: {text}");
    } else {
        assert_eq!((mode_of(&real), after.uid(), after.gid()), (mode, before.uid(), before.gid()), "{what}");
    }
    assert_eq!(fs::symlink_metadata(&desk.store).unwrap().is_symlink(), layout == Layout::Link, "{what}");
}

/// Folders 0700, files 0600, and there is something.
fn ours_alone(state: &Path, what: &str) {
    let backup = state.join("backup");
    assert_eq!((mode_of(state), mode_of(&backup)), (0o700, 0o700), "{what}");
    let files: Vec<_> = fs::read_dir(&backup).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "{what}");
    assert_eq!((mode_of(&files[0]), number(&files[0])), (0o600, Some(0)), "{what}: backup");
}

fn give_away(desk: &Desk, user: u32) {
    if root() {
        let outside = desk.folder.parent().unwrap();
        fs::set_permissions(outside, Permissions::from_mode(0o755)).unwrap();
        for path in [outside, &desk.folder, &desk.store] {
            chown(path, Some(user), Some(user)).unwrap();
        }
    }
}

fn mode_of(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

fn number(path: &Path) -> Option<usize> {
    number_of(&fs::read(path).unwrap(), 20)
}

/// This test program where everybody can start it.
struct Program {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Program {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        let path = folder.path().join("program");
        // Another process copies: a file this one had open for writing cannot be started while a child that another test is just
        // about to start has inherited that.
        let copied = Command::new("cp").arg(std::env::current_exe().unwrap()).arg(&path).status().unwrap();
        assert!(copied.success());
        fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
        Self { path, _folder: folder }
    }

    fn save(
        &self,
        desk: &Desk,
        umask: u32,
        user: Option<u32>,
        more: impl FnOnce(&mut Command),
    ) -> (Option<i32>, String) {
        let mut command = Command::new(&self.path);
        prepare(&mut command, "save", desk);
        command.env("RUNDE_FILE_UMASK", umask.to_string()).current_dir("/");
        if let Some(user) = user {
            command.uid(user).gid(user);
        }
        more(&mut command);
        let Output { status, stderr, .. } = command.output().unwrap();
        (status.code(), String::from_utf8_lossy(&stderr).into_owned())
    }
}
