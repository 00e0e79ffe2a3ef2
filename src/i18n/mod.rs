//! The two languages of the screen. Knows nothing of the rest of the house.
//!
//! Every text is a field of a struct that has one constant per language, so that a text missing in one of them does not
//! compile. One file a room; names of fields and values stand in `data/vocabulary.json`.

/// Declares the texts of a room: name, English, German; after `--` lists of texts. A text missing in one language does not
/// compile.
macro_rules! texts {
    ($(#[$doc:meta])* $kind:ident $($name:ident: $en:literal, $de:literal;)* -- $($list:ident[$n:literal]: $ens:expr, $des:expr;)*) => {
        $(#[$doc])*
        #[derive(Debug)]
        #[allow(missing_docs)]
        pub struct $kind {
            $(pub $name: &'static str,)*
            $(pub $list: [&'static str; $n],)*
        }

        /// English.
        pub const EN: $kind = $kind { $($name: $en,)* $($list: $ens,)* };

        /// German.
        pub const DE: $kind = $kind { $($name: $de,)* $($list: $des,)* };
    };
}

pub mod calendar;
pub mod card;
pub mod cli;
pub mod compare;
pub mod duty;
pub mod exchange;
pub mod form;
pub mod gaps;
pub mod guide;
pub mod habit;
pub mod house;
pub mod inquiry;
pub mod insight;
pub mod json;
pub mod keys;
pub mod map;
pub mod measures;
pub mod minutes;
pub mod privacy;
pub mod spoken;
pub mod twins;

pub use card::CardTexts;
pub use cli::CliTexts;
pub use form::FormTexts;
pub use guide::GuideTexts;
pub use house::HouseTexts;
pub use insight::InsightTexts;
pub use keys::KeyTexts;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// German.
    De,
    /// English, also for every language we do not speak.
    #[default]
    En,
}

impl Lang {
    /// The one of the two in this language.
    #[must_use]
    pub fn pick<T>(self, de: T, en: T) -> T {
        match self {
            Lang::De => de,
            Lang::En => en,
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Lang {
        self.pick(Lang::En, Lang::De)
    }

    /// `de` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.pick("de", "en")
    }

    /// The language a locale or a flag asks for (`de_DE.UTF-8`, `de`, `en-GB`); nothing for one we do not speak.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Lang> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "de" => Some(Lang::De),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// All texts of one language.
#[derive(Debug)]
pub struct Texts {
    /// The rows of the key table.
    pub keys: KeyTexts,
    /// Panes, status line, messages.
    pub house: HouseTexts,
    /// The card.
    pub card: CardTexts,
    /// Forms and pickers.
    pub form: FormTexts,
    /// Guiding questions.
    pub guide: GuideTexts,
    /// The screens of the guiding questions.
    pub inquiry: inquiry::InquiryTexts,
    /// The command line.
    pub cli: CliTexts,
    /// Calendars that go out and come in.
    pub exchange: exchange::ExchangeTexts,
    /// What data protection asks to be done.
    pub privacy: privacy::PrivacyTexts,
    /// What the calendar's lists and commands say.
    pub calendar: calendar::CalendarTexts,
    /// What was observed of a rhythm.
    pub habit: habit::HabitTexts,
    /// Meeting mode, minutes, tasks.
    pub minutes: minutes::MinutesTexts,
    /// Rhythms being typed.
    pub spoken: spoken::SpokenTexts,
    /// The map.
    pub map: map::MapTexts,
    /// What is missing.
    pub gaps: gaps::GapTexts,
    /// Double structures and merging.
    pub twins: twins::TwinTexts,
    /// Measures and look-alikes.
    pub insight: InsightTexts,
    /// Measures in words.
    pub measures: measures::MeasureTexts,
    /// Evidence, responsibility, governance, embedding.
    pub duty: duty::DutyTexts,
    /// Two states side by side.
    pub compare: compare::CompareTexts,
}

static EN: Texts = Texts {
    keys: keys::EN,
    house: house::EN,
    card: card::EN,
    form: form::EN,
    guide: guide::EN,
    inquiry: inquiry::EN,
    cli: cli::EN,
    exchange: exchange::EN,
    privacy: privacy::EN,
    calendar: calendar::EN,
    habit: habit::EN,
    minutes: minutes::EN,
    spoken: spoken::EN,
    map: map::EN,
    gaps: gaps::EN,
    twins: twins::EN,
    insight: insight::EN,
    duty: duty::EN,
    compare: compare::EN,
    measures: measures::EN,
};
static DE: Texts = Texts {
    keys: keys::DE,
    house: house::DE,
    card: card::DE,
    form: form::DE,
    guide: guide::DE,
    inquiry: inquiry::DE,
    cli: cli::DE,
    exchange: exchange::DE,
    privacy: privacy::DE,
    calendar: calendar::DE,
    habit: habit::DE,
    minutes: minutes::DE,
    spoken: spoken::DE,
    map: map::DE,
    gaps: gaps::DE,
    twins: twins::DE,
    insight: insight::DE,
    duty: duty::DE,
    compare: compare::DE,
    measures: measures::DE,
};

impl Lang {
    /// The texts of this language.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        self.pick(&DE, &EN)
    }
}

/// Puts the parts into the places `{}` of a text, in their order.
#[must_use]
pub fn fill(text: &str, parts: &[&str]) -> String {
    let mut pieces = text.split("{}");
    let mut out = pieces.next().unwrap_or("").to_owned();
    for (at, piece) in pieces.enumerate() {
        out.push_str(parts.get(at).copied().unwrap_or(""));
        out.push_str(piece);
    }
    out
}
