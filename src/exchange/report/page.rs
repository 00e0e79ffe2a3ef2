//! Markdown as one printable page: HTML that needs nothing from elsewhere. Raw HTML in the text stays text.

use crate::i18n::Lang;
use pulldown_cmark::{Event, Options, Parser, html::push_html};

/// How it looks, on the screen and on paper (A4).
const STYLE: &str = include_str!("../../../data/templates/page.css");

/// The page of a Markdown text. Sources of scripts, pictures and styles from elsewhere are shut out by its own policy.
#[must_use]
pub fn html(markdown: &str, title: &str, lang: Lang) -> String {
    let mut body = String::new();
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    });
    push_html(&mut body, events);
    let mut heading = String::new();
    push_html(&mut heading, std::iter::once(Event::Text(title.to_owned().into())));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{heading}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        lang.code()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_stays_text() {
        let page = html("# A\n\n<script>alert(1)</script>\n\nx <b>y</b>\n", "<t>", Lang::De);
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert!(page.contains("<title>&lt;t&gt;</title>"), "{page}");
    }
}
