//! What a form shows, in words: its title, its labels, hints and faults. Knows no widths and no colours.

use super::{Fault, Form, Purpose, Row, Shown, shown};
use crate::app::Context;
use crate::i18n::fill;
use crate::landscape::{Field, Group, Kind, Record, actor, vocabulary};
use crate::store;

/// How the mailboxes of functions begin, as offices name them.
const FUNCTIONAL: [&str; 10] =
    ["info", "kontakt", "contact", "office", "post", "sekretariat", "service", "verwaltung", "leitung", "mail"];

impl Form {
    /// What the form is about.
    #[must_use]
    pub fn title(&self, cx: &Context) -> String {
        let what = self.kind_label(cx);
        match self.purpose {
            Purpose::Create(_) | Purpose::Part { new: true } => fill(cx.texts.form.new_title, &[what]),
            Purpose::Part { new: false } | Purpose::Edit(Kind::Landscape) => what.to_owned(),
            Purpose::Edit(_) => format!("{} · {what}", store::title(cx.data.store(), &self.before)),
        }
    }

    fn kind_label(&self, cx: &Context) -> &'static str {
        let name = match self.shape.name {
            "actor" if self.is_person() => "person",
            "actor" => "institution",
            name => name,
        };
        vocabulary::kind_label(name, 1, cx.lang)
    }

    /// The name of a field.
    #[must_use]
    pub fn label(&self, field: Field, cx: &Context) -> &'static str {
        vocabulary::field_label(self.shape.name, self.shape.spec(field).key, cx.lang)
    }

    /// Must the field be filled?
    #[must_use]
    pub fn is_required(&self, field: Field) -> bool {
        self.shape.spec(field).required
    }

    /// The heading of a group.
    #[must_use]
    pub fn heading(group: Group, cx: &Context) -> &'static str {
        let texts = &cx.texts.form;
        match group {
            Group::Core => texts.core,
            Group::Contact => texts.contact,
            Group::People => texts.people,
            Group::Content => texts.content,
            Group::Cooperation => texts.cooperation,
            Group::Activity => texts.activity,
            Group::Embedding => texts.embedding,
            Group::Outcome => texts.outcome,
            Group::Outlook => texts.outlook,
            Group::Voices => texts.voices,
            Group::Privacy => texts.privacy,
            Group::Keeping => texts.keeping,
        }
    }

    /// What a row says that is not typed.
    #[must_use]
    pub fn shown(&self, row: Row, cx: &Context) -> Shown {
        match row {
            Row::Field(field) => shown::value(self.shape.spec(field), self.record.get(field), cx),
            Row::Part(field, at) => {
                self.record.parts(field).get(at).map(|part| shown::summary(part, cx)).unwrap_or_default()
            }
            Row::Rating(field, at) => self.rating_shown(field, at, cx),
            Row::Add(field) => Shown::plain(match self.shape.spec(field).of {
                crate::landscape::Type::Parts(shape) => {
                    fill(cx.texts.form.add, &[vocabulary::kind_label(shape.name, 1, cx.lang)])
                }
                _ => cx.texts.form.add_rating.to_owned(),
            }),
            Row::More if self.hidden() == 1 => Shown::plain(cx.texts.form.more_one),
            Row::More => Shown::plain(fill(cx.texts.form.more, &[&self.hidden().to_string()])),
        }
    }

    fn rating_shown(&self, field: Field, at: usize, cx: &Context) -> Shown {
        let Some((dimension, rating)) = self.ratings(field).get(at).cloned() else { return Shown::default() };
        let text = vocabulary::label("rating_dimension", &dimension, cx.lang);
        let note = match rating {
            Some(rating) => {
                let key = rating.to_string();
                format!("{key} – {}", vocabulary::label("rating", &key, cx.lang))
            }
            None => cx.texts.form.one_to_four.to_owned(),
        };
        Shown { text: text.to_owned(), note, missing: false }
    }

    /// The fault of a field as it is to be said: not while it is being typed, not before it was to be saved when it is
    /// only empty.
    #[must_use]
    pub fn fault_shown(&self, field: Field, cx: &Context) -> Option<String> {
        let fault = self.fault(field, cx)?;
        let typing = self.focus == Row::Field(field) && !self.tried;
        let early = fault == Fault::Required && !self.tried;
        (!typing && !early).then(|| fault.said(&cx.texts.form))
    }

    /// What to write into the focused row.
    #[must_use]
    pub fn hint(&self, cx: &Context) -> &'static str {
        let texts = &cx.texts.form;
        let Some(field) = self.focus.field() else { return texts.more_hint };
        match self.focus {
            Row::Part(..) => return texts.part_hint,
            Row::Rating(..) => return texts.rating_hint,
            _ => {}
        }
        let key = self.shape.spec(field).key;
        let hint = vocabulary::field(self.shape.name, key).map_or("", |text| text.hint(cx.lang));
        if !hint.is_empty() {
            return hint;
        }
        match self.editor(field) {
            super::Editor::Flag => texts.flag_hint,
            super::Editor::Scale(..) => texts.scale_hint,
            super::Editor::Typed(true) => texts.text_hint,
            super::Editor::Typed(false) | super::Editor::Parts(_) | super::Editor::Ratings => "",
            _ => texts.choice_hint,
        }
    }

    /// What is worth knowing about the record as a whole: look-alikes of a new one, data protection for people.
    #[must_use]
    pub fn notices(&self, cx: &Context) -> Vec<String> {
        let named = |(name, beside): &(String, String)| {
            if beside.is_empty() { name.clone() } else { format!("{name} ({beside})") }
        };
        let mut notices = Vec::new();
        if !self.alike.is_empty() {
            let all: Vec<String> = self.alike.iter().map(named).collect();
            notices.push(fill(cx.texts.form.alike, &[&all.join(" · ")]));
        }
        if self.is_person() && matches!(self.purpose, Purpose::Create(_)) {
            notices.push(cx.texts.form.person_notice.to_owned());
        }
        notices
    }

    /// Whether a mail address is a person's or that of a function: the institution is to have the functional one.
    #[must_use]
    pub fn contact_notice(&self, row: Row, cx: &Context) -> Option<&'static str> {
        if row != Row::Field(actor::EMAIL) || self.shape != &actor::SHAPE {
            return None;
        }
        let (local, _) = self.line(actor::EMAIL)?.text().trim().split_once('@')?;
        let functional = FUNCTIONAL.iter().any(|word| local.to_lowercase().starts_with(word));
        let letters =
            |part: &str| part.chars().count() > 1 && part.chars().all(|one| one.is_alphabetic() || one == '-');
        let named = local.split_once('.').is_some_and(|(first, last)| letters(first) && letters(last));
        match self.is_person() {
            true if functional => Some(cx.texts.form.functional_mail),
            false if named && !functional => Some(cx.texts.form.personal_mail),
            _ => None,
        }
    }

    /// Is this the row below which look-alikes are to be said?
    #[must_use]
    pub fn is_name(&self, row: Row) -> bool {
        row == Row::Field(actor::NAME) && matches!(self.shape.name, "actor" | "network")
    }

    /// The record as it was when the form was opened.
    #[must_use]
    pub fn before(&self) -> &Record {
        &self.before
    }
}
