//! What the calendar's lists and commands say: rules read aloud, clashes, work load, free dates.

texts! {
    /// What the calendar's lists and commands say.
    CalendarTexts
    // The command line.
    not_understood: "“{}” is not understood from “{}” on (character {}).", "„{}“ ist ab „{}“ nicht zu verstehen (Zeichen {}).";
    no_rhythm: "“{}” says nothing about how often or when.", "„{}“ sagt nichts darüber, wie oft oder wann.";
    ambiguous: "This can be meant in {} ways.", "Das lässt sich auf {} Arten verstehen.";
    counted_from: "counted from {}", "gezählt ab {}";
    no_dates: "no fixed dates", "ohne feste Termine";
    not_a_body: "“{}” is neither a network nor a rhythm.", "„{}“ ist weder Netzwerk noch Rhythmus.";
    not_an_actor: "“{}” is not an actor.", "„{}“ ist kein Akteur.";
    no_meetings: "No meeting of “{}” is noted up to today.", "Von „{}“ ist bis heute kein Treffen festgehalten.";
    no_seat: "“{}” has no seat that counts.", "„{}“ hat keinen Sitz, der zählt.";
    no_clashes: "No clashes in the next {} days.", "Keine Überschneidungen in den nächsten {} Tagen.";
    agreed: "agreed", "vereinbart";
    seen: "meetings", "Treffen";
    last: "last", "zuletzt";
    days_ago: "{} ({} days ago)", "{} (vor {} Tagen)";
    gap: "usual gap", "üblicher Abstand";
    in_days: "{} days", "{} Tage";
    usually: "usually", "meist";
    hour: "{} h", "{} Uhr";
    proposal: "as a rule", "als Regel";
    fits: "{} ({} of {} meetings)", "{} ({} von {} Treffen)";
    no_proposal: "no rule fits more than half of the meetings", "keine Regel passt auf mehr als die Hälfte der Treffen";
    state: "state", "Stand";
    overdue: "overdue (more than 1.5 × the usual gap)", "überfällig (mehr als das 1,5-Fache des Abstands)";
    dormant: "asleep? (more than 2.5 × the usual gap)", "eingeschlafen? (mehr als das 2,5-Fache des Abstands)";
    on_time: "as usual", "im Takt";
    full_days: "Days on which too much is asked of one", "Tage, an denen für eine Stelle zu viel zusammenkommt";

    // Lists.
    clashes: "clashes", "Überschneidungen";
    ahead: "the next half year", "das nächste halbe Jahr";
    days: "full days", "volle Tage";
    when: "when", "wann";
    first: "meeting", "Treffen";
    second: "at the same time", "zur selben Zeit";
    shared: "who", "wer";
    all_day_meetings: "meetings", "Treffen";
    hours: "hours", "Stunden";
    clash_none: "Nobody is expected in two places at once in the next half year.", "Niemand wird im nächsten halben Jahr an zwei Orten zugleich erwartet.";
    load: "work load a year", "Belastung im Jahr";
    people: "people", "Personen";
    institutions: "institutions", "Institutionen";
    bodies: "what would be saved", "was sich sparen ließe";
    who: "who", "wer";
    body: "network", "Netzwerk";
    meetings_a_year: "meetings/year", "Treffen/Jahr";
    hours_a_year: "hours/year", "Stunden/Jahr";
    in_bodies: "networks", "Netzwerke";
    seats: "seats", "Sitze";
    all_hours: "hours of all", "Stunden aller";
    saved: "saved by half", "gespart bei Hälfte";
    basis: "known from", "woher";
    sits_in: "sits in", "sitzt in";
    times: "{} × {}", "{} × {}";
    seats_in: "{} ({} seats, {})", "{} ({} Sitze, {})";
    meeting_half: "If {} met half as often, {} hours a year were saved for this row.", "Träfe sich {} nur halb so oft, sparte diese Zeile {} Stunden im Jahr.";
    saving: "If it met half as often, all together would save {} hours a year; one meeting fewer saves {}.", "Bei halb so vielen Treffen sparen alle zusammen {} Stunden im Jahr; ein Treffen weniger spart {}.";
    assumed: "~ No length is noted: two hours are assumed.", "~ Es ist keine Dauer festgehalten: angenommen sind zwei Stunden.";
    load_none: "No seat counts: nobody has to come to anything.", "Kein Sitz zählt: Niemand muss zu etwas kommen.";
    find_a_date: "a date for {}", "Termin für {}";
    wish: "wish", "Wunsch";
    free: "free for all", "alle frei";
    nearly: "also where some are taken", "auch wenn einige verhindert sind";
    date: "date", "Termin";
    until: "until", "bis";
    taken: "taken", "verhindert";
    holiday: "holiday", "Feiertag, Ferien";
    nobody_taken: "nobody", "niemand";
    taken_by: "{} ({})", "{} ({})";
    meets_itself: "meets already", "trifft sich schon";
    slots_none: "No such date in the next half year: wish for another day or hour, or press Tab.", "Kein solcher Termin im nächsten halben Jahr: andere Tage oder Stunden wünschen, oder Tab.";
    wish_title: "When? For example: Tuesdays or Thursdays 2–5 pm, 90 minutes", "Wann? Zum Beispiel: dienstags oder donnerstags 14–17 Uhr, 90 Minuten";
    wish_unclear: "not understood from “{}” on", "ab „{}“ nicht zu verstehen";
    no_network: "select a network first", "erst ein Netzwerk auswählen";

    // Month and year.
    calendar: "calendar", "Kalender";
    month: "month", "Monat";
    year: "year", "Jahr";
    of_all: "all networks", "alle Netzwerke";
    of_filter: "networks in the filter", "Netzwerke im Filter";
    week: "wk", "KW";
    no_meetings_day: "No meetings on this day.", "Keine Treffen an diesem Tag.";
    n_meetings: "{} meetings", "{} Treffen";
    one_meeting: "1 meeting", "1 Treffen";
    expected: "by its rhythm", "laut Rhythmus";
    legend: "digit: meetings · * holiday · ! meeting on one", "Ziffer: Treffen · * frei · ! Treffen an freiem Tag";
    --
    basis_words[4]: ["dates", "what is said", "observation", "unknown"], ["Terminen", "Angabe", "Beobachtung", "unbekannt"];
}
