//! What was observed of a rhythm; `{}` stands for what is named.

texts! {
    /// What was observed of a rhythm; `{}` stands for what is named.
    HabitTexts
    observed: "observed", "beobachtet";
    meetings: "{} meetings", "{} Treffen";
    gap: "every {} days (median)", "alle {} Tage (Median)";
    mostly: "mostly {}", "meist {}";
    would_be: "would be", "wäre also";
    fits: "{} of {} meetings", "{} von {} Treffen";
    same: "as the rule says", "wie die Regel sagt";
    takes: "= takes it over as rule", "= übernimmt das als Regel";
    overdue: "overdue", "überfällig";
    dormant: "asleep?", "eingeschlafen?";
    nothing: "Nothing observed here that could become a rule", "Hier ist nichts beobachtet, was Regel werden könnte";
    several: "Several rhythms: open the one that is meant", "Mehrere Rhythmen: den gemeinten öffnen";
    already: "The rule is what was observed already", "Die Regel ist schon das, was beobachtet wurde";
    --
}
