//! Rhythms being typed as people say them; `{}` stands for what is named.

texts! {
    /// Rhythms being typed as people say them; `{}` stands for what is named.
    SpokenTexts
    means: "means: {}", "heißt: {}";
    next: "next: {}", "dann: {}";
    no_dates: "no dates yet: it needs a first one (field “{}”)", "noch keine Termine: Es fehlt der erste (Feld „{}“)";
    several: "can be meant in {} ways – Enter chooses:", "auf {} Arten zu verstehen – Enter wählt:";
    which: "Which is meant?", "Was ist gemeint?";
    from: "from {}", "ab {}";
    from_when: "first date not known yet", "erster Termin noch offen";
    unclear: "not understood from here: “{}”", "nicht verstanden ab hier: „{}“";
    incomplete: "understood so far, but no rhythm yet", "so weit verstanden, aber noch kein Rhythmus";
    more: "… and {} more", "… und {} weitere";
    --
}
