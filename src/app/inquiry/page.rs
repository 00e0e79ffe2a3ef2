//! A page to read, line by line: the profile sheet of a network, or the interview guide for somebody. It can be copied and
//! written into a file; from the sheet every line leads to where it comes from. Knows no widths.

use super::{Conversation, aim, sheet};
use crate::app::action::OnInquiry;
use crate::app::card::{Card, Follow, Row, Tone};
use crate::app::form::Form;
use crate::app::keymap::Scope;
use crate::app::line::Line;
use crate::app::model::CardView;
use crate::app::{Action, Context, Effect, Message, Outcome, Overlay, Reply};
use crate::exchange::report;
use crate::guide::{interview, matrix};
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, Kind};
use crate::search::fold;
use crate::store::name_of;
use jiff::civil::Date;

/// What the page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The profile sheet of a network.
    Sheet(Id),
    /// The interview guide for an actor.
    Guide(Id),
}

/// A page on the screen.
#[derive(Debug)]
pub struct Page {
    /// What it is.
    pub about: About,
    /// Its lines, and the selected one.
    pub view: CardView,
    /// The question each line belongs to; empty for none.
    keys: Vec<&'static str>,
    /// The guide as Markdown.
    text: String,
    /// The name of the file it is to be written to, while that is typed.
    pub naming: Option<Line>,
    seen: Option<(u64, Lang, Date)>,
}

impl Page {
    /// The profile sheet of a network.
    #[must_use]
    pub fn sheet(id: &Id, cx: &Context) -> Self {
        Page::new(About::Sheet(id.clone()), cx)
    }

    /// The interview guide for an actor.
    #[must_use]
    pub fn guide(id: &Id, cx: &Context) -> Self {
        Page::new(About::Guide(id.clone()), cx)
    }

    fn new(about: About, cx: &Context) -> Self {
        let view = CardView::default();
        let mut page = Page { about, view, keys: Vec::new(), text: String::new(), naming: None, seen: None };
        page.refresh(cx);
        page.view.first_line();
        page
    }

    /// Fills the page anew when the data, the language or the day are others.
    pub fn refresh(&mut self, cx: &Context) {
        let now = Some((cx.edition, cx.lang, cx.now.date()));
        if self.seen == now {
            return;
        }
        self.seen = now;
        match &self.about {
            About::Sheet(id) => (self.view.card, self.keys) = sheet::page(id, cx),
            About::Guide(id) => {
                let store = cx.data.store();
                let day = cx.now.date().to_string();
                let found = store.get(Kind::Actor, id);
                let text = found.map(|who| interview::interview(store, &matrix(store, &day), who, &day, cx.lang));
                self.text = text.unwrap_or_default();
                self.view.card = lines(&self.text);
                self.keys = vec![""; self.view.card.rows.len()];
            }
        }
        self.view.row = self.view.row.min(self.view.card.rows.len().saturating_sub(1));
    }

    /// Whether it is a profile sheet or an interview guide, and whose.
    #[must_use]
    pub fn title(&self, cx: &Context) -> String {
        let texts = &cx.texts.inquiry;
        match &self.about {
            About::Sheet(_) => fill(texts.sheet_title, &[&self.view.card.title]),
            About::Guide(_) => self.view.card.title.clone(),
        }
    }

    pub(in crate::app) fn scopes(&self) -> &'static [Scope] {
        if self.naming.is_some() {
            return &[Scope::Prompt, Scope::Line, Scope::Everywhere];
        }
        match self.about {
            About::Sheet(_) => &[Scope::Sheet, Scope::Page, Scope::List, Scope::Everywhere],
            About::Guide(_) => &[Scope::Guide, Scope::Page, Scope::List, Scope::Everywhere],
        }
    }

    pub(in crate::app) fn types(&self) -> bool {
        self.naming.is_some()
    }

    pub(in crate::app) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        if self.naming.is_some() {
            return self.name(action, cx);
        }
        if *action == Action::First {
            self.view.first_line();
            return Reply::Stay;
        }
        if let Some(by) = action.rows(usize::from(cx.size.1.saturating_sub(6))) {
            self.view.move_by(by);
            return Reply::Stay;
        }
        match action {
            Action::Open => return self.open(cx),
            Action::Edit => return self.edit(cx),
            Action::CopyRecord => return Reply::Effect(Effect::Copy(self.markdown(cx))),
            Action::Inquiry(OnInquiry::Write) => self.naming = Some(Line::new(&self.file(cx))),
            Action::Inquiry(OnInquiry::Hold) => return self.hold(cx),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    /// A layer above has closed: what it goes to, this page makes room for.
    pub(in crate::app) fn receive(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        self.refresh(cx);
        match outcome {
            Outcome::Go(kind, id) => Reply::Close(Outcome::Go(kind, id)),
            _ => Reply::Stay,
        }
    }

    fn name(&mut self, action: &Action, cx: &Context) -> Reply {
        let Some(line) = &mut self.naming else { return Reply::Pass };
        match action {
            _ if line.take(action) => {}
            Action::Escape => self.naming = None,
            Action::Open => {
                let path = line.text().trim().to_owned();
                self.naming = None;
                if !path.is_empty() {
                    return Reply::Effect(Effect::WriteFile(path, self.markdown(cx)));
                }
            }
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    /// Follows the line; where it leads nowhere, to what answers its question.
    fn open(&self, cx: &Context) -> Reply {
        match self.view.line().and_then(|row| row.follow.clone()) {
            Some(Follow::Record(kind, id)) => Reply::Close(Outcome::Go(kind, id)),
            Some(_) => Reply::Stay,
            None => self.answer(cx, aim::best),
        }
    }

    /// The form of what the line shows.
    fn edit(&self, cx: &Context) -> Reply {
        let at = self.view.line().and_then(|row| row.at.clone());
        if let Some((at, (field, part))) = at.and_then(|at| at.field.clone().map(|field| (at, field)))
            && let Some(record) = cx.data.store().get(at.kind, &at.id)
            && (part.is_some() || at.kind == Kind::Evidence)
        {
            return Reply::OpenAll(Form::edit_at(at.kind, record, field, part.as_deref(), cx));
        }
        self.answer(cx, aim::field)
    }

    fn answer(&self, cx: &Context, aim: fn(&aim::At<'_>, &Context) -> Vec<Overlay>) -> Reply {
        let About::Sheet(id) = &self.about else { return Reply::Stay };
        let key = self.keys.get(self.view.row).copied().unwrap_or("");
        let record = cx.data.store().get(Kind::Network, id);
        match record.filter(|_| !key.is_empty()) {
            Some(record) => Reply::OpenAll(aim(&aim::At { kind: Kind::Network, record, key }, cx)),
            None => Reply::Stay,
        }
    }

    fn hold(&self, cx: &Context) -> Reply {
        let About::Guide(id) = &self.about else { return Reply::Say(Message::hint(cx.texts.inquiry.no_actor)) };
        match Conversation::with(Some(id), cx) {
            Some(held) => Reply::Open(Box::new(Overlay::Conversation(Box::new(held)))),
            None => Reply::Say(Message::trouble(cx.texts.form.no_random)),
        }
    }

    /// What leaves the house: the guide as it is; of the sheet only what may be shared, without people.
    fn markdown(&self, cx: &Context) -> String {
        match &self.about {
            About::Guide(_) => self.text.clone(),
            About::Sheet(id) => report::sheet(cx.data, id, cx.lang, cx.now, report::Include::default())
                .and_then(|sheet| report::render_sheet(&sheet, cx.lang, None).ok())
                .unwrap_or_default(),
        }
    }

    /// A name for the file: what it is, whose, of which day.
    fn file(&self, cx: &Context) -> String {
        let (what, id) = match &self.about {
            About::Sheet(id) => (cx.texts.inquiry.sheet_file, id),
            About::Guide(id) => (cx.texts.inquiry.guide_file, id),
        };
        let name = fold(&name_of(cx.data.store(), id));
        let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        format!("{what}-{}-{}.md", words.collect::<Vec<_>>().join("-"), cx.now.date())
    }
}

/// Markdown as lines: headings, points, text.
fn lines(markdown: &str) -> Card {
    let mut card = Card::default();
    for line in markdown.lines().filter(|line| !line.trim().is_empty()) {
        let text = plain(line);
        let row = if let Some(title) = text.strip_prefix("# ") {
            title.clone_into(&mut card.title);
            continue;
        } else if let Some(heading) = text.strip_prefix("## ") {
            Row::heading(heading)
        } else if let Some(heading) = text.strip_prefix("### ") {
            Row::item().say(heading, Tone::Strong)
        } else if let Some(point) = text.strip_prefix("- [ ] ") {
            Row::item().say(&format!("☐ {point}"), Tone::Plain)
        } else if let Some(point) = text.strip_prefix("- ") {
            Row::item().say(&format!("· {point}"), Tone::Plain)
        } else {
            Row::item().say(&text, Tone::Quiet)
        };
        card.rows.push(row);
    }
    card
}

/// Without the signs that mean something to Markdown only.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.extend(letters.next()),
            '*' => {}
            letter => out.push(letter),
        }
    }
    out
}
