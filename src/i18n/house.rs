//! Panes, status line, messages, questions; `{}` stands for what is named.

texts! {
    /// Panes, status line, messages, questions; `{}` stands for what is named.
    HouseTexts
    paste_nowhere: "Pasted text goes into a text field only", "Eingefügter Text geht nur in ein Textfeld";
    put_in_order: "The file was put in canonical order", "Die Datei wurde in kanonische Ordnung gebracht";
    not_saved: "NOT SAVED: {}", "NICHT GESPEICHERT: {}";
    everything: "everything", "alles";
    no_such_record: "No record {} (any more)", "Kein Eintrag {} (mehr) vorhanden";
    linking_on: "The panes follow the selection", "Die Bereiche folgen der Auswahl";
    linking_off: "The panes stay as they are", "Die Bereiche bleiben, wie sie sind";
    done_undo: "{} · {}: undo", "{} · {}: rückgängig";
    undone: "Undone: {}", "Rückgängig gemacht: {}";
    redone: "Done again: {}", "Wiederholt: {}";
    does_not_fit: "Changed elsewhere meanwhile, nothing was done: please look again", "Inzwischen anderswo geändert, nichts wurde getan: bitte noch einmal prüfen";
    delete_too: "Delete {}? These entries refer to it and lose that:", "{} löschen? Diese Einträge verweisen darauf und verlieren das:";
    taken_over: "The file was changed elsewhere and read again", "Die Datei wurde anderswo geändert und neu gelesen";
    about: "{} · {} networks, {} actors, {} rhythms, {} meetings", "{} · {} Netzwerke, {} Akteure, {} Rhythmen, {} Treffen";
    sorted_now: "now", "jetzt";
    quit_dirty: "Leave with an unsaved form?", "Mit ungespeichertem Formular beenden?";
    quit_draft: "What is typed is kept and offered at the next start.", "Das Getippte bleibt erhalten und wird beim nächsten Start angeboten.";
    read_only_newer: "A newer version wrote this file: it can be read, not changed", "Eine neuere Version hat diese Datei geschrieben: lesen ja, ändern nein";
    read_only_protected: "The file is write-protected", "Die Datei ist schreibgeschützt";
    still_loading: "Still reading the file", "Die Datei wird noch gelesen";
    nothing_to_undo: "Nothing to undo", "Nichts rückgängig zu machen";
    nothing_to_redo: "Nothing to do again", "Nichts zu wiederholen";
    nowhere_back: "Nowhere to go back to", "Kein Weg zurück";
    nothing_selected: "Nothing is selected", "Nichts ist ausgewählt";
    no_list_here: "This line is not in a list", "Diese Zeile steht in keiner Liste";
    no_address: "No web or mail address here", "Hier steht keine Web- oder Mailadresse";
    created: "Created {}", "{} angelegt";
    changed: "Changed {}", "{} geändert";
    deleted: "Deleted {}", "{} gelöscht";
    attached: "Added {}", "{} zugeordnet";
    detached: "Took out {}", "{} herausgenommen";
    started: "Started {}", "{} begonnen";
    took_over: "Took over {}", "{} übernommen";
    with_along: "{} with {}", "{} mit {}";
    of: "of", "von";
    here: "here", "hier";
    filter: "filter", "Filter";
    working: "working it out … {} %", "wird berechnet … {} %";
    wait: "Working it out …", "Wird berechnet …";
    nothing_found: "nothing found", "nichts gefunden";
    no_entries: "nothing yet · n: new", "noch nichts · n: neu";
    find_title: "Find anything", "Alles finden";
    commands_title: "All commands", "Alle Befehle";
    keys_title: "Keys here", "Tasten hier";
    sort_title: "Sort by", "Sortieren nach";
    saved: "saved", "gespeichert";
    saving: "saving…", "speichert…";
    unsaved: "NOT SAVED", "NICHT GESPEICHERT";
    conflict: "CHANGED ELSEWHERE", "ANDERSWO GEÄNDERT";
    read_only: "read only", "nur lesen";
    demo: "demo", "Demo";
    loading: "reading {} %", "liest {} %";
    more: "more", "mehr";
    too_small: "Window too small: at least 20 × 6", "Fenster zu klein: mindestens 20 × 6";
    yes_no: "y yes · n, Esc, Enter no", "j ja · n, Esc, Enter nein";
    type_to_find: "type a name, a function, a word from the notes …", "Name, Funktion, ein Wort aus den Notizen … tippen";
    in_field: "in {}", "in {}";
    copied: "Copied “{}” (if the terminal allows)", "„{}“ kopiert (wenn das Terminal es erlaubt)";
    opened: "Opened {}", "{} geöffnet";
    cannot_open: "Nothing here can open it: {}", "Nichts hier kann das öffnen: {}";
    draft_back: "Found an unsaved form from last time", "Ein ungespeichertes Formular vom letzten Mal ist wieder da";
    merged: "Changed elsewhere: took over, our changes kept", "Anderswo geändert: übernommen, eigene Änderungen behalten";
    first_title: "No landscape yet", "Noch keine Landschaft";
    first_question: "No file yet at {}", "Noch keine Datei: {}";
    first_new: "start a new landscape", "eine neue Landschaft beginnen";
    first_demo: "look at the demo landscape first", "zuerst die Demo-Landschaft ansehen";
    conflicts_title: "Changed here and elsewhere", "Hier und anderswo geändert";
    conflicts_mine: "here", "hier";
    conflicts_theirs: "elsewhere", "anderswo";
    conflicts_deleted: "one side deleted it; it was kept", "eine Seite hat es gelöscht; es wurde behalten";
    ahead: "to come", "kommende";
    past: "past", "vergangene";
    state: "State", "Stand";
    week: "wk", "KW";
    expected: "expected", "erwartet";
    minuted: "minuted", "protokolliert";
    no_such_action: "Settings: there is no action “{}”", "Einstellungen: Es gibt keine Aktion „{}“";
    no_such_key: "Settings, {}: “{}” is not a key", "Einstellungen, {}: „{}“ ist keine Taste";
    key_taken: "Settings: {} stands for {} and for {}; the first holds", "Einstellungen: {} steht für {} und für {}; das erste gilt";
    attach_title: "Add", "Zuordnen";
    membership: "membership in…", "Mitgliedschaft in…";
    also_open: "Also open elsewhere: {}. Changes of both are put together", "Auch anderswo geöffnet: {}. Änderungen beider werden zusammengeführt";
    conflict_copy: "A sync program left a conflict copy: {}. “:” conflict copy takes it over", "Ein Abgleichprogramm hat eine Konfliktkopie hinterlassen: {}. „:“ Konfliktkopie übernimmt sie";
    no_copy: "No conflict copy lies beside the file", "Neben der Datei liegt keine Konfliktkopie";
    newer_copy: "A newer version of runde wrote {}; it is left as it is", "Eine neuere Version von runde hat {} geschrieben; die Kopie bleibt, wie sie ist";
    copy_holds_nothing: "{} has nothing that is not here; it can be deleted", "{} enthält nichts, was hier fehlt; die Kopie kann gelöscht werden";
    rescue_copy: "A copy of unsaved work lies at {}", "Eine Kopie ungespeicherter Arbeit liegt unter {}";
    file_untouched: "The file stays as it is; nothing is written.", "Die Datei bleibt, wie sie ist; nichts wird geschrieben.";
    newest_backup: "Newest backup that can be read: {}", "Neueste lesbare Sicherung: {}";
    open_backup_now: "Open this backup?", "Diese Sicherung öffnen?";
    no_backup: "There is no backup that can be read.", "Es gibt keine lesbare Sicherung.";
    quit_now: "Quit?", "Beenden?";
    backup_open: "Backup of {} · {}: make it the file again (the broken one is kept)", "Sicherung vom {} · {}: wieder zur Datei machen (die beschädigte wird aufbewahrt)";
    read_only_unreadable: "The file could not be read (“read the file again” tries once more)", "Die Datei war nicht lesbar („Datei neu lesen“ versucht es noch einmal)";
    read_only_backup: "This is a backup: first make it the file again", "Das ist eine Sicherung: zuerst wieder zur Datei machen";
    saved_already: "Every change is saved already", "Jede Änderung ist schon gespeichert";
    repaired_meanwhile: "The file can be read again: it was not replaced", "Die Datei ist wieder lesbar: sie wurde nicht ersetzt";
    written_anew: "The file was gone; it has been written anew", "Die Datei war nicht mehr da; sie wurde neu geschrieben";
    file_gone: "The file is gone; the next change writes it anew", "Die Datei ist nicht mehr da; die nächste Änderung schreibt sie neu";
    step_dropped: "No longer fits what others changed, dropped: {}", "Passt nicht mehr zu dem, was andere geändert haben, verworfen: {}";
    --
    sort_names[5]: ["name", "kind", "size", "next date", "last checked"], ["Name", "Art", "Größe", "nächstem Termin", "letzter Prüfung"];
    scope_names[33]: ["everywhere", "", "list", "card", "filter", "finder", "choice", "picker", "form", "text", "question", "upcoming", "conflicts", "screen", "calendar", "wish", "dates", "meeting", "meeting", "tasks", "map", "line", "insight", "then and now", "pairs", "merging", "picture", "questions", "whom to ask", "page", "conversation", "sheet", "guide"], ["überall", "", "Liste", "Karte", "Filter", "Finder", "Wahl", "Auswahl", "Formular", "Text", "Frage", "Termine", "Konflikte", "Ansicht", "Kalender", "Wunsch", "Termine", "Sitzung", "Sitzung", "Aufgaben", "Karte", "Zeile", "Einblick", "damals und heute", "Paare", "Zusammenführen", "Bild", "Leitfragen", "wen fragen", "Seite", "Gespräch", "Steckbrief", "Leitfaden"];
}

impl HouseTexts {
    /// What a way of sorting is called.
    #[must_use]
    pub fn sort(&self, place: usize) -> &'static str {
        self.sort_names.get(place).copied().unwrap_or("")
    }

    /// What a scope of keys is called.
    #[must_use]
    pub fn scope(&self, place: usize) -> &'static str {
        self.scope_names.get(place).copied().unwrap_or("")
    }
}
