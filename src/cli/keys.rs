//! `runde keys`: the table of keys as Markdown, also the page `docs/keys.md`.

use crate::app::key::Key;
use crate::app::keymap::{Scope, TABLE};
use crate::i18n::Lang;
use std::fmt::Write;

/// The page.
pub(super) fn page(lang: Lang) -> String {
    let texts = lang.texts();
    let mut page = format!("# {}\n\n{}\n", texts.cli.keys_title, texts.cli.keys_intro);
    let mut scope = None;
    for binding in TABLE {
        if scope != Some(binding.scope) {
            scope = Some(binding.scope);
            let [keys, does, name] = texts.cli.keys_columns;
            let _ =
                writeln!(page, "\n## {}\n\n| {keys} | {does} | {name} |\n|---|---|---|", title(binding.scope, lang));
        }
        let keys: Vec<String> = binding.keys.iter().map(|key| shown(key, lang)).collect();
        let keys = if keys.is_empty() { "–".to_owned() } else { keys.join(" ") };
        let _ = writeln!(page, "| {keys} | {} | `{}` |", (binding.text)(&texts.keys), binding.name);
    }
    page
}

/// A key as it is written in the settings file, marked as code; `|` would end the cell.
fn shown(key: &str, lang: Lang) -> String {
    let name = key.parse::<Key>().map_or_else(|_| key.to_owned(), |key| key.name(lang));
    format!("`{}`", name.replace('|', "\\|"))
}

fn title(scope: Scope, lang: Lang) -> &'static str {
    let texts = &lang.texts().cli;
    match scope {
        Scope::Everywhere => texts.scope_everywhere,
        Scope::House => texts.scope_house,
        Scope::List => texts.scope_list,
        Scope::Card => texts.scope_card,
        Scope::Filter => texts.scope_filter,
        Scope::Finder => texts.scope_finder,
        Scope::Chooser => texts.scope_chooser,
        Scope::Picker => texts.scope_picker,
        Scope::Form => texts.scope_form,
        Scope::Line => texts.scope_line,
        Scope::Confirm => texts.scope_confirm,
        Scope::Upcoming => texts.scope_upcoming,
        Scope::Conflicts => texts.scope_conflicts,
        Scope::Prompt => texts.scope_prompt,
        Scope::Board => texts.scope_board,
        Scope::Calendar => texts.scope_calendar,
        Scope::Wish => texts.scope_wish,
        Scope::Dates => texts.scope_dates,
        Scope::Minutes => lang.texts().minutes.scope,
        Scope::Tasks => lang.texts().minutes.scope_tasks,
        Scope::Attendance => lang.texts().minutes.scope_lists,
        Scope::Grid => lang.texts().duty.scope,
        Scope::Map => texts.scope_map,
        Scope::Insight => lang.texts().measures.scope,
        Scope::Compare => lang.texts().compare.scope,
        Scope::Twins => lang.texts().twins.scope,
        Scope::Unite => lang.texts().twins.scope_unite,
        Scope::Inquiry => lang.texts().inquiry.scope_matrix,
        Scope::Informants => lang.texts().inquiry.scope_informants,
        Scope::Page => lang.texts().inquiry.scope_page,
        Scope::Sheet => lang.texts().inquiry.scope_sheet,
        Scope::Guide => lang.texts().inquiry.scope_guide,
        Scope::Conversation => lang.texts().inquiry.scope_conversation,
    }
}
