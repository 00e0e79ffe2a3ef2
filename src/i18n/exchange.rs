//! What is said about calendars that go out and come in.

texts! {
    /// What is said about calendars that go out and come in.
    ExchangeTexts
    // In the file.
    by_rhythm: "By its rhythm: {}", "Laut Rhythmus: {}";

    // Why a line of an import is as it is.
    as_meeting: "meeting on {}", "Treffen am {}";
    as_rhythm: "series, {}", "Reihe, {}";
    as_holiday: "{} to {}", "{} bis {}";
    changes: "changes: {}", "geändert: {}";
    nothing_new: "nothing new", "nichts Neues";
    no_network: "no network with this name; name one with --network", "kein Netzwerk dieses Namens; eines mit --network nennen";
    several_networks: "fits several networks: {}", "passt zu mehreren Netzwerken: {}";
    rule_part: "the rule has a part that is not supported: {}", "die Regel hat einen Teil, der nicht unterstützt wird: {}";
    rule_wrong: "the rule cannot be read: {}", "die Regel ist nicht lesbar: {}";
    unsupported: "{} is not supported", "{} wird nicht unterstützt";
    no_start: "no beginning (DTSTART)", "kein Beginn (DTSTART)";
    no_uid: "no UID", "keine UID";
    uid_twice: "the same UID stands in the file twice", "dieselbe UID steht zweimal in der Datei";
    bad_date: "“{}” is not a date", "„{}“ ist kein Datum";
    unknown_zone: "unknown time zone “{}”", "unbekannte Zeitzone „{}“";
    other_clock: "the series follows the clock of {}, not ours: its hour would change here", "die Reihe folgt der Uhr von {}, nicht der hiesigen: Ihre Uhrzeit würde hier wechseln";
    too_many: "more than {} dates or lines in one event", "mehr als {} Daten oder Zeilen in einem Termin";
    cut_off: "the event has no end (END:VEVENT)", "der Termin hat kein Ende (END:VEVENT)";
    not_utf8: "not UTF-8", "kein UTF-8";
    no_series: "a changed date of a series that is not here", "ein geänderter Termin einer Reihe, die es hier nicht gibt";
    not_all_day: "holidays last whole days; this has a time", "Ferien und Feiertage dauern ganze Tage; hier steht eine Uhrzeit";
    unreadable_here: "unreadable", "nicht lesbar";

    // The whole file.
    too_large: "the file is larger than {} MB", "die Datei ist größer als {} MB";
    too_many_events: "the file has more than {} events", "die Datei hat mehr als {} Termine";
    no_calendar: "no iCalendar file (BEGIN:VCALENDAR is missing)", "keine iCalendar-Datei (es fehlt BEGIN:VCALENDAR)";

    // The command line.
    action_create: "new", "neu";
    action_update: "update", "ändern";
    action_unchanged: "unchanged", "unverändert";
    action_error: "error", "Fehler";
    preview: "{} new, {} to change, {} unchanged, {} with errors. Nothing was written; --apply does it.",
        "{} neu, {} zu ändern, {} unverändert, {} mit Fehlern. Nichts wurde geschrieben; --apply tut es.";
    applied: "{} new, {} changed, {} unchanged, {} with errors.", "{} neu, {} geändert, {} unverändert, {} mit Fehlern.";
    written: "{} events in {}.", "{} Termine in {}.";
    not_demo: "The demo landscape cannot be written; name a file with --file.", "Die Beispiellandschaft lässt sich nicht schreiben; eine Datei mit --file nennen.";
    not_saved: "{} could not be saved: {}", "{} ließ sich nicht speichern: {}";
    changed_meanwhile: "{} was changed meanwhile: nothing was written, please try again.", "{} wurde inzwischen geändert: Nichts wurde geschrieben, bitte noch einmal versuchen.";
    about_export: "Meetings, the map and the graph for other programs", "Treffen, die Landkarte und das Netz für andere Programme";
    about_import: "Meetings, rhythms and school holidays from calendar files; without --apply only a preview", "Treffen, Rhythmen und Ferien aus Kalenderdateien; ohne --apply nur eine Vorschau";
    arg_format: "ics (iCalendar)", "ics (iCalendar)";
    arg_output: "Into this file instead of standard output", "In diese Datei statt auf die Standardausgabe";
    arg_network: "Only this network; when importing: the network of events that name none", "Nur dieses Netzwerk; beim Einlesen: das Netzwerk der Termine, die keines nennen";
    arg_actor: "Only the networks this actor has a seat in", "Nur die Netzwerke, in denen dieser Akteur sitzt";
    arg_include: "Also people (who is invited), confidential (topics and notes)", "Auch people (wer eingeladen ist), confidential (Themen und Notizen)";
    arg_apply: "Do it; without this nothing is written", "Ausführen; ohne dies wird nichts geschrieben";
    arg_holidays: "The files hold school or local holidays", "Die Dateien enthalten Ferien oder örtliche Feiertage";
    arg_paths: "The files (.ics)", "Die Dateien (.ics)";

    // The program.
    import_title: "Import a calendar: path of the file (.ics)", "Kalender einlesen: Pfad der Datei (.ics)";
    export_title: "Export a calendar: path of the new file (.ics)", "Kalender ausgeben: Pfad der neuen Datei (.ics)";
    imported: "Imported from {}", "Eingelesen aus {}";
    --
    import_modes[2]: ["meetings and rhythms", "holidays"], ["Treffen und Rhythmen", "Ferien"];
    import_columns[4]: ["Line", "What", "Name", "Why"], ["Zeile", "Was", "Name", "Warum"];
}

impl ExchangeTexts {
    /// What a command of this room does.
    #[must_use]
    pub fn command(&self, name: &str) -> Option<&'static str> {
        match name {
            "export" => Some(self.about_export),
            "import" => Some(self.about_import),
            _ => None,
        }
    }

    /// What an argument of these commands says.
    #[must_use]
    pub fn argument(&self, id: &str) -> Option<&'static str> {
        match id {
            "format" => Some(self.arg_format),
            "output" => Some(self.arg_output),
            "network" => Some(self.arg_network),
            "actor" => Some(self.arg_actor),
            "include" => Some(self.arg_include),
            "apply" => Some(self.arg_apply),
            "holidays" => Some(self.arg_holidays),
            "paths" => Some(self.arg_paths),
            _ => None,
        }
    }
}
