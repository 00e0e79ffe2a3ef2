//! `runde config`: what holds and where it is settled.

use super::args::Config;
use super::desk::Desk;
use super::fault::Failure;
use super::out::columns;
use crate::config::DEFAULT;

pub(super) fn run(args: &Config, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    if args.default {
        return Ok(desk.out.raw(DEFAULT)?);
    }
    let Some(paths) = desk.paths.clone() else { return Err(Failure::Words(desk.texts.no_home.to_owned())) };
    if args.path {
        return Ok(desk.out.text(&format!("{}\n", paths.config.display()))?);
    }
    let file = desk.file()?;
    let shown = |path: &std::path::Path| {
        let missing = if path.exists() { "" } else { desk.texts.not_there };
        format!("{} {missing}", path.display()).trim_end().to_owned()
    };
    let texts = desk.texts;
    let row = |label: &str, value: String| vec![label.to_owned(), value];
    let rows = [
        row(texts.config_file, shown(&paths.config)),
        row(texts.config_store, shown(&file)),
        row(texts.config_state, shown(&paths.state)),
        row("lang", desk.lang.code().to_owned()),
        row("theme", desk.settings.theme.clone().unwrap_or_else(|| "default".to_owned())),
        row("me", desk.settings.me.clone().unwrap_or_else(|| "–".to_owned())),
        row("keys", desk.settings.keys.keys().cloned().collect::<Vec<_>>().join(", ")),
    ];
    desk.out.text(&columns(&rows, true))?;
    desk.tell_notices()?;
    Ok(u8::from(!desk.notices().is_empty()))
}
