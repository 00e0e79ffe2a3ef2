//! What the command line says. Both languages stand side by side; a text missing in one of them does not compile.

texts! {
    /// What the command line says.
    CliTexts
    // Help.
    usage: "Usage:", "Aufruf:";
    commands: "Commands", "Befehle";
    command_name: "COMMAND", "BEFEHL";
    arguments: "Arguments", "Angaben";
    options: "Options", "Optionen";
    options_word: "[OPTIONS]", "[OPTIONEN]";
    about: "Who works with whom in a municipal education landscape: networks, actors, meetings. Without a command the program opens.",
        "Wer mit wem in der Bildungslandschaft einer Kommune zusammenarbeitet: Netzwerke, Akteure, Treffen. Ohne Befehl öffnet sich das Programm.";
    about_find: "Find anything, as in the program", "Alles finden, wie im Programm";
    about_list: "One line a record", "Eine Zeile je Eintrag";
    about_show: "Everything about one record", "Alles über einen Eintrag";
    about_next: "Meetings to come, all networks", "Die nächsten Treffen aller Netzwerke";
    about_rule: "A spoken rhythm as a rule with its next dates, and a rule in words", "Ein gesprochener Rhythmus als Regel mit den nächsten Terminen, eine Regel in Worten";
    about_rhythm: "What the meetings of a network or rhythm show: usual gap, weekday, overdue", "Was die Treffen eines Netzwerks oder Rhythmus zeigen: Abstand, Wochentag, überfällig";
    about_load: "Meetings and hours a year for each actor", "Treffen und Stunden im Jahr je Akteur";
    about_clashes: "Meetings at the same time that expect the same guests. Exit code 1 when there are some", "Treffen zur selben Zeit, die dieselben Gäste erwarten. Rückgabewert 1, wenn es welche gibt";
    about_guide: "The guiding questions: what is answered, what is open. Exit code 1 while something is open", "Die Leitfragen: was geklärt, was offen ist. Rückgabewert 1, solange etwas offen ist";
    about_ask: "Whom to talk to next, and why", "Mit wem als Nächstes sprechen, und warum";
    about_interview: "An interview guide for this person or institution, as Markdown", "Ein Gesprächsleitfaden für diese Person oder Einrichtung, als Markdown";
    about_insight: "Who is well connected: measures on the graph of actors and networks", "Wer gut vernetzt ist: Maße auf dem Graphen aus Akteuren und Netzwerken";
    about_gaps: "What is missing: themes, coordination, rhythm, sources, ties", "Was fehlt: Themen, Koordination, Rhythmus, Belege, Anbindung";
    about_overlaps: "Pairs of networks that look alike", "Netzwerke, die einander ähneln (Doppelstrukturen)";
    about_check: "Is the store sound? Exit code 1 when there is something to put right", "Sind die Daten in Ordnung? Rückgabewert 1, wenn etwas zu berichtigen ist";
    about_schema: "The JSON Schema of the file", "Das JSON-Schema der Datei";
    about_keys: "The table of keys", "Die Tabelle der Tasten";
    about_completions: "Completions for a shell", "Vervollständigung für eine Shell";
    about_man: "The manual page", "Die Handbuchseite";
    about_config: "What is settled, and where", "Was eingestellt ist und wo";
    arg_demo: "Use the built-in landscape Musterau", "Die eingebaute Landschaft Musterau benutzen";
    arg_file: "The store (else RUNDE_FILE, else the data folder)", "Die Datei (sonst RUNDE_FILE, sonst der Datenordner)";
    arg_lang: "Language (else RUNDE_LANG, else the settings, else the system)", "Sprache (sonst RUNDE_LANG, sonst die Einstellungen, sonst das System)";
    arg_color: "Colours; auto: on a terminal only", "Farben; auto: nur auf einem Terminal";
    arg_help: "Show this help", "Diese Hilfe zeigen";
    arg_version: "Show the version", "Die Version zeigen";
    arg_words: "Words in any order; umlauts as you like, slips are forgiven", "Wörter in beliebiger Folge; Umlaute nach Belieben, Tippfehler werden verziehen";
    arg_kind: "Only this kind: network, actor, relation, rhythm, meeting, evidence", "Nur diese Art: Netzwerk, Akteur, Beziehung, Rhythmus, Treffen, Beleg";
    arg_limit: "At most so many hits (20)", "Höchstens so viele Treffer (20)";
    arg_json: "As JSON, the same in every language", "Als JSON, in jeder Sprache gleich";
    arg_csv: "As a table for spreadsheets: semicolons, UTF-8 with BOM", "Als Tabelle für Excel: Semikolon, UTF-8 mit BOM";
    arg_what: "networks, actors, relations, rhythms, meetings or evidence", "networks, actors, relations, rhythms, meetings oder evidence";
    arg_filter: "Only what fits: plain words, theme:language -lifecycle:ended members:>10", "Nur was passt: einfache Wörter, thema:sprache -stand:beendet mitglieder:>10";
    arg_name: "The id or the name; a few letters are enough when they fit one record only", "Kennung oder Name; ein paar Buchstaben genügen, wenn nur ein Eintrag passt";
    arg_days: "So many days ahead, 1 to 1826 (30)", "So viele Tage im Voraus, 1 bis 1826 (30)";
    arg_from: "From this day on (today)", "Ab diesem Tag (heute)";
    arg_phrase: "As people say it, in German or English, or an RRULE", "Wie man es sagt, auf Deutsch oder Englisch, oder eine RRULE";
    arg_count: "So many dates, 1 to 100 (3)", "So viele Termine, 1 bis 100 (3)";
    arg_actor: "Only this actor, with the networks it sits in", "Nur dieser Akteur, mit den Netzwerken, in denen er sitzt";
    arg_day: "As things stood on this day (today)", "Stand an diesem Tag (heute)";
    arg_people: "People themselves instead of their institutions", "Die Personen selbst statt ihrer Institutionen";
    arg_all: "Also weak look-alikes and those already judged", "Auch schwache Ähnlichkeiten und schon beurteilte Paare";
    arg_invisible: "Also report characters nobody sees", "Auch Zeichen melden, die niemand sieht";
    arg_shell: "bash, elvish, fish, powershell or zsh", "bash, elvish, fish, powershell oder zsh";
    arg_path: "Only the path of the settings file", "Nur den Pfad der Einstellungsdatei";
    arg_default: "A settings file with every setting explained", "Eine Einstellungsdatei, in der alles erklärt ist";
    manual: "runde manual", "Handbuch runde";
    exit_title: "Exit codes", "Rückgabewerte";
    exit_codes: "0 done, 1 there are findings or nothing was found, 2 could not be done.", "0 erledigt, 1 es gibt Befunde oder nichts wurde gefunden, 2 ließ sich nicht ausführen.";

    // Arguments that do not fit.
    no_command: "There is no command “{}”.", "Einen Befehl „{}“ gibt es nicht.";
    no_argument: "There is no option “{}” here.", "Eine Option „{}“ gibt es hier nicht.";
    no_value: "“{}” does not fit {}.", "„{}“ passt nicht zu {}.";
    value_missing: "{} needs a value.", "{} braucht einen Wert.";
    missing: "Missing: {}.", "Es fehlt: {}.";
    conflict: "{} does not go together with {}.", "{} geht nicht zusammen mit {}.";
    meant: "Did you mean {}?", "Gemeint: {}?";
    possible: "Possible: {}.", "Möglich: {}.";
    see_help: "Help: runde --help", "Hilfe: runde --help";

    // Documents.
    about_export: "The landscape for other programs and documents", "Die Landschaft für andere Programme und Dokumente";
    arg_as_what: "Which format: ics, a calendar; svg, the map as a picture; graphml, gexf (Gephi), dot (Graphviz), kumu, pajek: the graph", "Welches Format: ics, ein Kalender; svg, die Landkarte als Bild; graphml, gexf (Gephi), dot (Graphviz), kumu, pajek: das Netz";
    arg_network: "Only this network and what is around it", "Nur dieses Netzwerk und sein Umfeld";
    arg_actors: "With all actors, not networks alone", "Mit allen Akteuren, nicht nur die Netzwerke";
    about_report: "The stock-taking as a document, ready to hand in", "Die Analyse der Ausgangssituation als Dokument zum Abgeben";
    arg_format: "Markdown, or a page for printing", "Markdown oder eine Seite zum Drucken";
    arg_output: "Write into this file", "In diese Datei schreiben";
    arg_include: "Also what is confidential, and the names of people", "Auch Vertrauliches und die Namen von Personen";
    bad_template: "The template cannot be filled: {}", "Die Vorlage lässt sich nicht füllen: {}";
    cannot_write_file: "{} could not be written: {}", "{} ließ sich nicht schreiben: {}";
    written: "Written: {}", "Geschrieben: {}";
    // Files.
    cannot_write: "The output could not be written: {}", "Die Ausgabe ließ sich nicht schreiben: {}";
    no_home: "There is no home folder to look in: name the file with --file, or set RUNDE_DATA, RUNDE_STATE and RUNDE_CONFIG.",
        "Es gibt keinen Heimatordner: die Datei mit --file nennen oder RUNDE_DATA, RUNDE_STATE und RUNDE_CONFIG setzen.";
    no_store: "There is no store at {} yet. `runde` starts one; with --demo you can look around.", "Unter {} gibt es noch keine Daten. `runde` legt sie an; mit --demo öffnet sich eine Beispiellandschaft.";
    unreachable: "{} cannot be read: {}", "{} lässt sich nicht lesen: {}";
    unreadable: "{}, line {}, column {}: {}", "{}, Zeile {}, Spalte {}: {}";
    newer: "{} was written by a newer version: it is only read, never written.", "{} stammt von einer neueren Version: Die Datei wird nur gelesen, nie geschrieben.";
    empty: "the file is empty", "die Datei ist leer";
    all_nul: "the file holds nothing but zero bytes, as after a power cut", "die Datei enthält nur Nullbytes, wie nach einem Stromausfall";
    utf16: "the file is UTF-16, not UTF-8", "die Datei ist UTF-16, nicht UTF-8";
    not_utf8: "not UTF-8 (line {}, column {}): an older encoding, or damage", "kein UTF-8 (Zeile {}, Spalte {}): eine ältere Kodierung oder ein Schaden";
    markers: "a merge left its markers in line {}", "ein Merge hat in Zeile {} seine Marken hinterlassen";
    syntax: "not JSON: {}", "kein JSON: {}";
    cut_off: "the file ends too early", "die Datei bricht ab";
    twice: "the key “{}” stands here a second time; the first is in line {}, column {}", "der Schlüssel „{}“ steht hier zum zweiten Mal; zuerst in Zeile {}, Spalte {}";
    id_twice: "the id “{}” is given twice; the first is in line {}", "die Kennung „{}“ ist zweimal vergeben; zuerst in Zeile {}";
    no_id: "a record without an id ({})", "ein Eintrag ohne Kennung ({})";
    wrong_type: "{}, field {}: {}", "{}, Feld {}: {}";
    not_ours: "JSON, but not a store of runde (\"format\": \"runde\" is missing)", "JSON, aber keine Datei von runde (es fehlt \"format\": \"runde\")";
    deep: "nested too deep", "zu tief verschachtelt";

    // Settings.
    config_syntax: "not TOML, so nothing of it holds: {}", "kein TOML, daher gilt nichts daraus: {}";
    config_unknown: "there is no setting “{}”", "eine Einstellung „{}“ gibt es nicht";
    config_wrong: "“{}” takes {}", "„{}“ kann sein: {}";
    config_file: "settings", "Einstellungen";
    config_store: "store", "Daten";
    config_state: "backups, drafts", "Sicherungen, Entwürfe";
    not_there: "(not there)", "(nicht vorhanden)";

    // Answers.
    yes: "yes", "ja";
    no: "no", "nein";
    nothing_found: "Nothing found for “{}”.", "Nichts gefunden zu „{}“.";
    nothing_listed: "Nothing fits.", "Nichts passt.";
    nothing_next: "No meetings in the next {} days.", "Keine Treffen in den nächsten {} Tagen.";
    nobody: "There is no record “{}”.", "Einen Eintrag „{}“ gibt es nicht.";
    several: "“{}” fits several records; name one by its id:", "„{}“ passt zu mehreren Einträgen; bitte einen mit seiner Kennung nennen:";
    found_in: "in {}: {}", "in {}: {}";
    expected: "by its rhythm", "laut Rhythmus";
    named_in: "Named in", "Kommt vor in";
    unknown_fields: "Other fields", "Weitere Felder";
    quoted: "{} “{}”", "{} „{}“";

    // Is the store sound?
    sound: "The store is sound.", "Die Daten sind in Ordnung.";
    findings: "{} to put right, {} good to know.", "{} zu berichtigen, {} gut zu wissen.";
    error: "error", "Fehler";
    warning: "warning", "Warnung";
    note: "note", "Hinweis";
    id_elsewhere: "the id also belongs to another record ({})", "die Kennung gehört auch zu einem anderen Eintrag ({})";
    leads_nowhere: "leads to “{}”, which is not there", "führt zu „{}“, das es nicht gibt";
    leads_astray: "leads to “{}” ({}), which cannot stand here", "führt zu „{}“ ({}), das hier nicht stehen kann";
    no_part_id: "a part without an id", "ein Teil ohne Kennung";
    part_twice: "two parts have the id “{}”", "zwei Teile haben die Kennung „{}“";
    no_date: "“{}” is not a date (2026-12-08, 2026-12, 2026)", "„{}“ ist kein Datum (2026-12-08, 2026-12, 2026)";
    no_moment: "“{}” is not a date or time (2026-12-08, 2026-12-08T14:00)", "„{}“ ist kein Zeitpunkt (2026-12-08, 2026-12-08T14:00)";
    no_duration: "“{}” is not a duration (PT1H30M)", "„{}“ ist keine Dauer (PT1H30M)";
    no_rule: "“{}” is neither a recurrence rule nor a word for rhythms without one", "„{}“ ist weder eine Wiederholungsregel noch ein Wort für Rhythmen ohne Regel";
    backwards: "the end {} lies before the beginning {}", "das Ende {} liegt vor dem Anfang {}";
    out_of_range: "{} is not between {} and {}", "{} liegt nicht zwischen {} und {}";
    bad_rating: "the rating “{}” is {}, not 1 to 4", "die Einschätzung „{}“ ist {}, nicht 1 bis 4";
    is_empty: "is missing", "fehlt";
    circle: "goes round in a circle: {}", "führt im Kreis: {}";
    seat_twice: "“{}” has another seat at the same time ({})", "„{}“ hat zur selben Zeit noch einen Sitz ({})";
    invisible: "holds characters nobody sees", "enthält Zeichen, die niemand sieht";
    person_rated: "rates a person ({}); ratings belong to networks and ties", "bewertet eine Person ({}); Einschätzungen gelten Netzwerken und Verbindungen";
    not_informed: "it is not noted when the person was informed", "es ist nicht vermerkt, wann die Person informiert wurde";
    no_retention: "it is not noted until when the data are kept", "es ist nicht vermerkt, bis wann die Daten aufbewahrt werden";
    still_here: "was erased on request and is here again", "wurde auf Wunsch gelöscht und ist wieder da";

    // Keys.
    keys_title: "Keys", "Tasten";
    keys_intro: "Every key can be changed in the settings file by the name at the right. This page is made from the program.",
        "Jede Taste lässt sich in der Einstellungsdatei unter dem Namen rechts ändern. Diese Seite ist aus dem Programm erzeugt.";
    scope_everywhere: "Everywhere", "Überall";
    scope_house: "In the lists and on the card", "In den Listen und auf der Karte";
    scope_list: "Moving", "Bewegen";
    scope_card: "On the card", "Auf der Karte";
    scope_filter: "While typing a filter", "Beim Filtern";
    scope_finder: "Find anything", "Alles finden";
    scope_chooser: "Commands, help, sorting", "Befehle, Hilfe, Sortieren";
    scope_picker: "Choosing a value", "Beim Auswählen";
    scope_form: "In a form", "Im Formular";
    scope_line: "In a text field", "Im Textfeld";
    scope_confirm: "At a question", "Bei einer Rückfrage";
    scope_calendar: "Calendar", "Kalender";
    scope_wish: "Wishes for a date", "Wünsche für einen Termin";
    scope_dates: "Dates to choose from", "Termine zur Auswahl";
    scope_upcoming: "Meetings to come", "Nächste Treffen";
    scope_conflicts: "Changed here and elsewhere", "Hier und anderswo geändert";
    scope_map: "On the map", "Auf der Landkarte";
    scope_prompt: "A line to type in", "Eine Eingabezeile";
    scope_board: "Lists that fill the screen", "Listen über den ganzen Bildschirm";
    about_tasks: "Tasks from meetings: who, what, until when", "Aufgaben aus Treffen: wer, was, bis wann";
    arg_open: "Only what is still to be done", "Nur, was noch zu tun ist";
    about_compare: "What changed between two states: a file, a backup, a git revision, or the same data on another day", "Was sich zwischen zwei Ständen geändert hat: Datei, Sicherung, Git-Stand oder dieselben Daten an einem anderen Tag";
    arg_other: "The earlier state: a file, git:REV, or backup:DATE; left out: the same data on the day --then", "Der frühere Stand: eine Datei, git:STAND oder backup:DATUM; ohne Angabe dieselben Daten am Tag --then";
    arg_then: "The day the earlier state is looked at on (that of the backup or revision, else today)", "Der Tag, an dem der frühere Stand betrachtet wird (der der Sicherung oder des Git-Stands, sonst heute)";
    arg_rank: "With the rank of pages (PageRank, damping 0.85)", "Mit dem Rang (PageRank, Dämpfung 0,85)";
    --
    keys_columns[3]: ["Keys", "What they do", "Name"], ["Tasten", "Was sie tun", "Name"];
}

impl CliTexts {
    /// What a command does; the program itself for any other name.
    #[must_use]
    pub fn command(&self, name: &str) -> &'static str {
        match name {
            "find" => self.about_find,
            "list" => self.about_list,
            "show" => self.about_show,
            "next" => self.about_next,
            "rule" => self.about_rule,
            "rhythm" => self.about_rhythm,
            "load" => self.about_load,
            "clashes" => self.about_clashes,
            "tasks" => self.about_tasks,
            "guide" => self.about_guide,
            "ask" => self.about_ask,
            "interview" => self.about_interview,
            "insight" => self.about_insight,
            "overlaps" => self.about_overlaps,
            "compare" => self.about_compare,
            "gaps" => self.about_gaps,
            "check" => self.about_check,
            "report" => self.about_report,
            "export" => self.about_export,
            "schema" => self.about_schema,
            "keys" => self.about_keys,
            "completions" => self.about_completions,
            "man" => self.about_man,
            "config" => self.about_config,
            _ => self.about,
        }
    }

    /// What an argument says.
    #[must_use]
    pub fn argument(&self, id: &str) -> &'static str {
        match id {
            "demo" => self.arg_demo,
            "file" => self.arg_file,
            "lang" => self.arg_lang,
            "color" => self.arg_color,
            "help" => self.arg_help,
            "version" => self.arg_version,
            "words" => self.arg_words,
            "kind" => self.arg_kind,
            "limit" => self.arg_limit,
            "json" => self.arg_json,
            "format" => self.arg_format,
            "output" => self.arg_output,
            "as_what" => self.arg_as_what,
            "network" => self.arg_network,
            "actor" => self.arg_actor,
            "actors" => self.arg_actors,
            "include" => self.arg_include,
            "csv" => self.arg_csv,
            "what" => self.arg_what,
            "filter" => self.arg_filter,
            "name" => self.arg_name,
            "days" => self.arg_days,
            "open" => self.arg_open,
            "from" => self.arg_from,
            "phrase" => self.arg_phrase,
            "count" => self.arg_count,
            "day" => self.arg_day,
            "other" => self.arg_other,
            "then" => self.arg_then,
            "people" => self.arg_people,
            "rank" => self.arg_rank,
            "all" => self.arg_all,
            "invisible" => self.arg_invisible,
            "shell" => self.arg_shell,
            "path" => self.arg_path,
            "default" => self.arg_default,
            _ => "",
        }
    }
}
