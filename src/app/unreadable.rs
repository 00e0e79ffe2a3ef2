//! A file that cannot be opened as a store: what is wrong with it, in words, and what can be opened instead. The file
//! itself is never touched, and never replaced by an empty store.

use super::confirm::Confirm;
use super::model::ReadOnly;
use super::{Action, Message, Model, Overlay};
use crate::i18n::{Lang, fill};
use crate::landscape::vocabulary;
use crate::store::file::form::Trouble;
use crate::store::{Fault, ReadError};
use jiff::civil::DateTime;
use std::path::PathBuf;

/// What is known of such a file.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// The file.
    pub path: PathBuf,
    /// What is wrong.
    pub why: Why,
    /// The newest backup that can be read: until when it was the file (local time), and where it lies.
    pub backup: Option<(DateTime, PathBuf)>,
}

/// Why a file cannot be opened.
#[derive(Clone, Debug)]
pub enum Why {
    /// It is text, but not a store.
    Read(ReadError),
    /// It is not text.
    Text(Trouble),
    /// The system does not give it; what it says.
    File(String),
}

/// What is wrong, in one sentence: file, line, column, what was expected.
#[must_use]
pub fn sentence(path: &str, why: &Why, lang: Lang) -> String {
    let texts = &lang.texts().cli;
    match why {
        Why::Read(error) => {
            let (line, column) = (error.spot.line.to_string(), error.spot.column.to_string());
            fill(texts.unreadable, &[path, &line, &column, &fault(&error.fault, lang)])
        }
        Why::Text(trouble) => fill(texts.unreachable, &[path, &not_text(*trouble, lang)]),
        Why::File(said) => fill(texts.unreachable, &[path, said]),
    }
}

/// Why a text is not a store.
fn fault(fault: &Fault, lang: Lang) -> String {
    let texts = &lang.texts().cli;
    match fault {
        Fault::Syntax(said) => fill(texts.syntax, &[crate::i18n::json::said(said, lang)]),
        Fault::CutOff => texts.cut_off.to_owned(),
        Fault::Twice(key, first) => fill(texts.twice, &[key, &first.line.to_string(), &first.column.to_string()]),
        Fault::IdTwice(id, first) => fill(texts.id_twice, &[id, &first.line.to_string()]),
        Fault::NoId(shape) => fill(texts.no_id, &[vocabulary::kind_label(shape, 1, lang)]),
        Fault::WrongType(shape, key, said) => {
            fill(texts.wrong_type, &[vocabulary::kind_label(shape, 1, lang), key, said])
        }
        Fault::NotOurs => texts.not_ours.to_owned(),
        Fault::Deep => texts.deep.to_owned(),
    }
}

/// Why bytes are not text.
fn not_text(trouble: Trouble, lang: Lang) -> String {
    let texts = &lang.texts().cli;
    match trouble {
        Trouble::Empty => texts.empty.to_owned(),
        Trouble::AllNul { .. } => texts.all_nul.to_owned(),
        Trouble::Utf16 { .. } => texts.utf16.to_owned(),
        Trouble::NotUtf8 { line, column, .. } => fill(texts.not_utf8, &[&line.to_string(), &column.to_string()]),
        Trouble::ConflictMarkers { line } => fill(texts.markers, &[&line.to_string()]),
    }
}

/// Says what is wrong and asks: open the newest good backup, or leave.
pub(super) fn told(model: &mut Model, unreadable: &Unreadable) {
    let lang = model.settings.lang;
    let texts = &model.texts().house;
    let said = sentence(&unreadable.path.display().to_string(), &unreadable.why, lang);
    let mut lines = vec![texts.file_untouched.to_owned()];
    let action = if let Some((until, path)) = &unreadable.backup {
        lines.extend([fill(texts.newest_backup, &[&moment(*until, lang)]), texts.open_backup_now.to_owned()]);
        Action::OpenBackup(*until, path.clone())
    } else {
        lines.extend([texts.no_backup.to_owned(), texts.quit_now.to_owned()]);
        Action::Quit
    };
    model.file.loading = None;
    model.file.read_only = Some(ReadOnly::Unreadable);
    model.message = Some(Message::trouble(said.clone()));
    model.overlays.retain(|layer| !matches!(layer, Overlay::Confirm(_)));
    model.overlays.push(Overlay::Confirm(Box::new(Confirm::action(said, lines, action))));
}

/// A moment as people write it.
fn moment(at: DateTime, lang: Lang) -> String {
    at.strftime(lang.pick("%d.%m.%Y, %H:%M", "%Y-%m-%d %H:%M")).to_string()
}

/// The backup is open: what it is, and which key makes it the file again.
pub(super) fn opened(model: &mut Model, until: DateTime) {
    let lang = model.settings.lang;
    let key = model.keymap.key_of(&Action::WriteBack).map_or_else(String::new, |key| key.name(lang));
    model.message = Some(Message::hint(fill(model.texts().house.backup_open, &[&moment(until, lang), &key])));
}
