//! Opens a web or mail address with the program the desktop has for it. Never through a shell, and never anything
//! else than https, http and mailto.

use std::env;

use super::Error;

/// Opens `url`. May take up to a quarter of a second per opener that hangs, so call it away from the drawing thread.
///
/// # Errors
/// [`Error::LinkRefused`] for other schemes, blanks, quotes or control characters, and mail addresses that ask for
/// attachments; [`Error::NothingOpens`] when there is no desktop or no opener succeeds.
pub fn open_link(url: &str) -> Result<(), Error> {
    let address = checked(url).ok_or_else(|| Error::LinkRefused { url: url.to_owned() })?;
    let nothing = |reason: String| Error::NothingOpens { url: url.to_owned(), reason };
    if !has_desktop() {
        return Err(nothing("no desktop in this session".to_owned()));
    }
    open::that_detached(address).map_err(|error| nothing(error.to_string()))
}

/// The address in the characters RFC 3986 allows (others percent-encoded), if it may be opened at all.
fn checked(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let fine = match scheme.as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with('/')),
        "mailto" => !rest.is_empty() && !rest.starts_with('-') && !wants_attachment(rest),
        _ => false,
    };
    let bad = |c: char| c.is_control() || c.is_whitespace() || "\"'<>`\\^{|}".contains(c);
    if !fine || rest.contains(bad) {
        return None;
    }
    let encoded = |byte: u8| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    Some(scheme + ":" + &rest.bytes().map(encoded).collect::<String>())
}

/// Some mail programs attach a local file when the address says so.
fn wants_attachment(rest: &str) -> bool {
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    query.split(['&', ';']).any(|field| field.to_ascii_lowercase().contains("attach"))
}

/// Text browsers on a bare console would fight over the terminal, so there must be something to show a window on.
fn has_desktop() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].into_iter().any(set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_and_mail_addresses_pass() {
        for (url, address) in [
            ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
            ("HTTP://example.org", "http://example.org"),
            ("mailto:amt@example.org?subject=Runder%20Tisch", "mailto:amt@example.org?subject=Runder%20Tisch"),
            ("https://example.org/Bildungsbüro", "https://example.org/Bildungsb%C3%BCro"),
        ] {
            assert_eq!(checked(url).as_deref(), Some(address));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for url in [
            "",
            "example.org",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ftp://example.org",
            "https:",
            "https://",
            "https:///x",
            "https://example.org/a b",
            "https://example.org/\"",
            "https://example.org/$(id)`",
            "https://example.org/\n",
            "mailto:",
            "mailto:--help",
            "mailto:a@example.org?attach=/etc/passwd",
            "mailto:a@example.org?subject=x&Attachment=y",
            "-https://x",
        ] {
            assert!(matches!(open_link(url), Err(Error::LinkRefused { url: same }) if same == url), "{url}");
        }
    }
}
