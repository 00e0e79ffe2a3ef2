//! What the screens of the guiding questions say: matrix, profile sheet, people to ask, interview mode. Both languages
//! side by side.

use super::Lang;

texts! {
    /// Matrix, profile sheet, whom to ask, interview mode.
    InquiryTexts
    scope_matrix: "Guiding questions (matrix)", "Leitfragen (Matrix)";
    scope_informants: "Whom to ask next", "Wen als Nächstes fragen";
    scope_page: "Profile sheet, interview guide", "Steckbrief, Gesprächsleitfaden";
    scope_sheet: "Profile sheet", "Steckbrief";
    scope_guide: "Interview guide", "Gesprächsleitfaden";
    scope_conversation: "Holding a conversation (interview mode)", "Gespräch führen";
    title: "Guiding questions", "Leitfragen";
    overall: "{} of {} answered", "{} von {} geklärt";
    n_unproven: "{} unproven", "{} unbelegt";
    n_doubts: "! {} contradictory", "! {} widersprüchlich";
    by_missing: "most missing first", "meiste Lücken zuerst";
    by_name: "by name", "nach Name";
    by_question: "by this question", "nach dieser Frage";
    by_theme: "by theme", "nach Themen";
    networks: "Networks {} of {}", "Netzwerke {} von {}";
    themes: "Themes", "Themen";
    no_theme: "without a theme", "ohne Thema";
    focus: "focus", "Schwerpunkt";
    sum: "answered in %", "geklärt in %";
    landscape: "The whole landscape", "Ganze Landschaft";
    nothing_fits: "No network fits the filter.", "Kein Netzwerk passt zum Filter.";
    nothing_by_hand: "Nothing was set by hand here.", "Hier ist nichts von Hand gesetzt.";
    no_network: "choose a network first", "erst ein Netzwerk auswählen";
    no_actor: "choose an actor first", "erst einen Akteur auswählen";
    enter_field: "Enter: to the field", "Enter: zum Feld";
    enter_evidence: "Enter: new evidence", "Enter: neuer Beleg";
    enter_said: "Enter: to what was said", "Enter: zum Gesagten";
    enter_theme: "Enter: its networks", "Enter: seine Netzwerke";
    theme_foot: "networks: {} · answered: {} of {}", "Netzwerke: {} · geklärt: {} von {}";
    informants: "Whom to ask next", "Wen als Nächstes fragen";
    by_person: "people", "Personen";
    by_sector: "by sector", "nach Bereichen";
    col_who: "who", "wer";
    col_where: "where", "wo";
    col_networks: "networks", "Netzwerke";
    col_open: "open", "offen";
    col_beside: "besides", "außerdem";
    col_sector: "sector", "Bereich";
    col_heard: "heard", "gehört";
    col_people: "could tell", "Auskunft";
    col_first: "begin with", "anfangen mit";
    new_sector: "sector not heard yet", "Bereich noch ungehört";
    bridge: "links groups", "verbindet Gruppen";
    why: "Why", "Warum";
    networks_open: "Networks with what is open", "Netzwerke mit Offenem";
    not_heard: "Nobody from this sector has been heard yet.", "Aus diesem Bereich wurde noch niemand gehört.";
    heard: "{} of it have been heard.", "{} daraus wurden gehört.";
    nobody_there: "Nobody of it sits in a network with open questions.", "Niemand daraus sitzt in einem Netzwerk mit offenen Fragen.";
    sources: "Evidence:", "Belege:";
    voices: "Voices {}", "Stimmen {}";
    no_voices: "Nobody has said anything yet.", "Noch hat sich niemand geäußert.";
    too_few: "Fewer than three voices, so no figures: {}", "Unter drei Stimmen, deshalb ohne Zahlen: {}";
    distribution: "{} on average of {} voices · {}", "{} im Mittel von {} Stimmen · {}";
    contradict: "voices contradict each other", "die Stimmen widersprechen sich";
    open_points: "Open points {}", "Offene Punkte {}";
    sheet_title: "Profile sheet: {}", "Steckbrief: {}";
    sheet_file: "profile", "steckbrief";
    guide_file: "interview", "leitfaden";
    write_to: "write to", "schreiben nach";
    talk_with: "Conversation with {}", "Gespräch mit {}";
    one_statement: "1 statement", "1 Aussage";
    n_statements: "{} statements", "{} Aussagen";
    one_moved: "1 question moved", "1 Frage weiter";
    n_moved: "{} questions moved", "{} Fragen weiter";
    answer: "answer", "Antwort";
    answer_hint: "type, Enter notes it; empty: next question", "tippen, Enter hält fest; leer: nächste Frage";
    remark: "anything else", "sonst etwas";
    remark_full: "Anything else about this network?", "Sonst noch etwas zu diesem Netzwerk?";
    known: "so far: {}", "bisher: {}";
    clear_up: "sources contradict each other; please clear up", "die Belege widersprechen sich; bitte klären";
    signs: "at the end: *1–*4 rating, trust*3 · ! certain ~ likely ? unsure · + may be shared = internal; else confidential",
        "am Ende: *1–*4 Einschätzung, vertrauen*3 · ! gesichert ~ wahrscheinlich ? unsicher · + weitergeben = intern; sonst vertraulich";
    nothing_to_ask: "No network to talk about; Ctrl-y adds one.", "Kein Netzwerk, über das man sprechen könnte; Strg-y nimmt eines hinzu.";
    nothing_noted: "Nothing is noted yet.", "Noch ist nichts festgehalten.";
    no_field: "A free remark has no field.", "Zu einer freien Bemerkung gibt es kein Feld.";
    may_read: "Those named may read this; no case data.", "Genannte dürfen dies lesen; keine Falldaten.";
    half_back: "The line that was left half typed is back.", "Die halb getippte Zeile ist wieder da.";
    one_seat: "1 seat", "1 Sitz";
    n_seats: "{} seats", "{} Sitze";
    individual: "individual", "Einzelperson";
    until: "until {}", "bis {}";
    doubt_open: "set open by hand, although it is answered", "von Hand auf offen gesetzt, obwohl eine Antwort vorliegt";
    doubt_gone: "noted as “does not exist”, although the data hold it", "als „gibt es nicht“ vermerkt, obwohl es in den Daten steht";
    doubt_nowhere: "set answered by hand, but neither a field nor evidence says what the answer is; give a reason or enter it",
        "von Hand auf geklärt gesetzt, aber weder Feld noch Beleg nennt die Antwort; Begründung angeben oder eintragen";
    doubt_dropped: "dropped without a reason", "ohne Begründung nicht weiter verfolgt";
    doubt_planned: "a conversation is planned, but with nobody", "Gespräch geplant, aber mit niemandem";
    doubt_question: "“{}” is not a guiding question", "„{}“ ist keine Leitfrage";
    doubt_status: "“{}” is not a status of a question; it is ignored", "„{}“ ist kein Status einer Leitfrage; er wird übergangen";
    doubt_not_here: "this question is not asked here", "diese Leitfrage wird hier nicht gestellt";
    --
}

/// What a question is called at the head of its column: in at most 5 columns, and in at most 9.
#[must_use]
pub fn head(key: &str, lang: Lang) -> Option<(&'static str, &'static str)> {
    let (de, en) = match key {
        "members" => (("Wer", "wer dabei"), ("Memb.", "members")),
        "character" => (("Char.", "Charakter"), ("Char.", "character")),
        "decisions" => (("Besch", "Beschluss"), ("Deci.", "decisions")),
        "coordination" => (("Koor.", "Koordin."), ("Coor.", "coordin.")),
        "activity" => (("Aktiv", "Aktivität"), ("Activ", "activity")),
        "rhythm" => (("Takt", "Rhythmus"), ("Rhyth", "rhythm")),
        "between_meetings" => (("Zwis.", "zwischen"), ("Betw.", "between")),
        "term" => (("Dauer", "Dauer"), ("Term", "term")),
        "digital" => (("Digit", "Digitales"), ("Digit", "digital")),
        "embedding" => (("Gremi", "Gremien"), ("Comm.", "committee")),
        "planning_ties" => (("Ämter", "Ämter"), ("Offic", "offices")),
        "goals" => (("Ziele", "Ziele"), ("Goals", "goals")),
        "common_ground" => (("Schn.", "Schnittm."), ("Over.", "overlap")),
        "works_well" => (("Güte", "klappt es"), ("Works", "works?")),
        _ => return None,
    };
    Some(lang.pick(de, en))
}
