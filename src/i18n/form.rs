//! Forms and pickers; `{}` stands for what is named.

texts! {
    /// Forms and pickers; `{}` stands for what is named.
    FormTexts
    new_title: "New: {}", "Neu: {}";
    core: "Basics", "Das Wichtigste";
    contact: "Contact", "Kontakt";
    people: "Who takes part", "Wer mitmacht";
    content: "What it is about", "Worum es geht";
    cooperation: "How it works", "Wie es arbeitet";
    activity: "Meetings and activity", "Treffen und Aktivität";
    embedding: "Ties to planning and politics", "Einbindung in Planung und Politik";
    outcome: "Outcome", "Ergebnis";
    outlook: "What comes next", "Wie es weitergeht";
    voices: "Voices", "Stimmen";
    privacy: "Data protection", "Datenschutz";
    keeping: "Notes and origin", "Notizen und Herkunft";
    yes: "yes", "ja";
    no: "no", "nein";
    since: "since {}", "seit {}";
    until: "until {}", "bis {}";
    due: "due {}", "fällig {}";
    done: "done {}", "erledigt {}";
    voting: "with a vote", "stimmberechtigt";
    not_voting: "without a vote", "ohne Stimme";
    add: "+ new {}…", "+ neu: {}…";
    add_rating: "+ rating…", "+ Einschätzung…";
    more: "+ {} more fields", "+ {} weitere Felder";
    more_one: "+ one more field", "+ ein weiteres Feld";
    one_to_four: "1, 2, 3 or 4?", "1, 2, 3 oder 4?";
    leave_question: "Not saved yet.", "Noch nicht gespeichert.";
    leave_save: "save", "speichern";
    leave_discard: "discard", "verwerfen";
    leave_stay: "keep editing", "weiter bearbeiten";
    alike: "there is already: {}", "gibt es schon: {}";
    person_notice: "Record people only where the task needs it; tell them within a month (Art. 14 GDPR).", "Personen nur erfassen, wenn die Aufgabe es braucht; binnen eines Monats informieren (Art. 14 DSGVO).";
    missing: "not there", "nicht vorhanden";
    more_hint: "shows the fields that are still empty", "zeigt die Felder, die noch leer sind";
    part_hint: "can be edited, moved and taken out", "lässt sich bearbeiten, verschieben, herausnehmen";
    rating_hint: "1 not true – 4 true", "1 trifft nicht zu – 4 trifft zu";
    flag_hint: "y yes, n no, Space changes", "j ja, n nein, Leertaste wechselt";
    scale_hint: "type a number or choose", "Zahl tippen oder wählen";
    text_hint: "several lines possible", "mehrere Zeilen möglich";
    choice_hint: "type or press Enter to choose", "tippen oder mit Enter wählen";
    not_saved: "Not saved: {} – {}", "Nicht gespeichert: {} – {}";
    required: "must be filled", "muss ausgefüllt sein";
    no_date: "not a date (try 2026-12-08, 2026-12 or 2026)", "kein Datum (etwa 8.12.2026, 12.2026 oder 2026)";
    no_moment: "not a date or time (try 2026-12-08 14:00)", "kein Termin (etwa 8.12.2026 14:00 oder 8.12.2026)";
    no_duration: "not a duration (try 2h, 90 min or 1:30)", "keine Dauer (etwa 2h, 90 min oder 1:30)";
    no_rule: "not a rhythm (choose one with Enter, or type an RRULE)", "kein Rhythmus (mit Enter wählen oder RRULE tippen)";
    several_meanings: "can be meant in several ways: choose one with Enter", "mehrdeutig: mit Enter eine Bedeutung wählen";
    no_number: "not a number from {} to {}", "keine Zahl von {} bis {}";
    no_range: "not a number or range (try 3 or 3–4)", "keine Zahl und kein Bereich (etwa 3 oder 3–4)";
    taken: "there is an entry for this already", "dazu gibt es schon einen Eintrag";
    rates_person: "rates a person: only networks, ties and institutions are rated", "bewertet eine Person: bewertet werden nur Netzwerke, Verbindungen und Einrichtungen";
    personal_mail: "looks like a person's own address: better a functional one (info@…), or the person as an entry of their own", "sieht nach der Adresse einer Person aus: besser eine Funktionsadresse (info@…) oder die Person als eigener Eintrag";
    functional_mail: "looks like a functional address: it belongs to the institution", "sieht nach einer Funktionsadresse aus: Sie gehört zur Einrichtung";
    no_random: "Not saved: the system gives no random numbers for a new id", "Nicht gespeichert: Das System gibt keine Zufallszahlen für eine neue Kennung";
    put_together: "Changed elsewhere meanwhile: put together here, please look and save again", "Inzwischen anderswo geändert: hier zusammengeführt, bitte ansehen und noch einmal speichern";
    no_editor: "only text opens in the editor", "nur Text lässt sich im Editor öffnen";
    no_part: "only entries of a list can be moved", "nur Einträge einer Liste lassen sich verschieben";
    nothing_here: "there is nothing to take out here", "hier gibt es nichts herauszunehmen";
    own_value: "own value: “{}”", "eigener Wert: „{}“";
    pick_new: "+ new {}…", "+ neu: {}…";
    pick_new_named: "+ new {} “{}”…", "+ neu: {} „{}“…";
    pick_count: "{} of {}", "{} von {}";
    pick_marked: "{} marked", "{} markiert";
    pick_nothing: "nothing found", "nichts gefunden";
    pick_type: "type to search", "tippen, um zu suchen";
    --
}
