//! What the evidence, shared responsibility, governance and embedding say. Both languages side by side.

texts! {
    /// Evidence, responsibility, governance, embedding.
    DutyTexts
    // Evidence.
    evidence: "evidence", "Belege";
    pieces: "conversations and documents", "Gespräche und Dokumente";
    statements: "statements", "Aussagen";
    by_body: "voices by body", "Stimmen je Netzwerk";
    date: "date", "Datum";
    kind: "kind", "Art";
    with: "with", "mit";
    about: "about", "worüber";
    question: "question", "Leitfrage";
    questions: "questions", "Leitfragen";
    certain: "certainty", "Verlässlichkeit";
    visible: "confidentiality", "Vertraulichkeit";
    ratings: "ratings", "Einschätzungen";
    said: "statement", "Aussage";
    voices: "voices", "Stimmen";
    contradictions: "contradictions", "Widersprüche";
    spread: "{} voices, marks 1 to 4: {}", "{} Stimmen, Noten 1 bis 4: {}";
    too_few: "figures from {} voices on", "Zahlen erst ab {} Stimmen";
    no_evidence: "No evidence yet: v notes a conversation, a document, an observation.", "Noch keine Belege: v hält ein Gespräch, ein Dokument, eine Beobachtung fest.";
    landscape: "the whole landscape", "die ganze Landschaft";
    notes: "notes", "Notizen";

    // Responsibility.
    responsibility: "responsibility", "Verantwortung";
    goals: "goals", "Ziele";
    taken_on: "who has taken on what", "wer was übernommen hat";
    next_steps: "what is to become of each body", "was aus jedem Gremium wird";
    goal: "goal", "Ziel";
    whose: "whose", "von";
    carried_by: "carried by", "getragen von";
    nobody: "! nobody", "! niemand";
    nobody_named: "nobody named", "niemand benannt";
    no_goal: "no goal noted", "kein Ziel vermerkt";
    shared: "shared", "gemeinsam";
    orphans: "{} of {} goals of the landscape are carried by nobody", "{} von {} Zielen der Landschaft trägt niemand";
    who: "who", "wer";
    all_duties: "all", "zusammen";
    body: "body", "Gremium";
    becomes: "what is to become of it", "was daraus wird";
    due: "until", "bis";
    undecided: "! undecided", "! unentschieden";
    nothing_noted: "nothing noted", "nichts vermerkt";
    asks: "asks for a decision", "verlangt eine Entscheidung";
    done_last: "done last", "zuletzt erledigt";
    ask_double: "{}: {}", "{}: {}";
    ask_ends: "ends {}", "endet {}";
    ask_ended: "should have ended {}", "sollte enden {}";
    ask_unled: "nobody coordinates it", "niemand koordiniert es";
    handed_since: "decisions of the last twelve months that went to them", "Beschlüsse der letzten zwölf Monate, die an sie gingen";
    no_responsibility: "No goals, duties or steps are noted yet.", "Noch sind keine Ziele, Aufgaben oder Schritte vermerkt.";

    // Governance.
    governance: "from loose exchange to binding steering", "vom losen Austausch zur verbindlichen Steuerung";
    governance_short: "governance", "Steuerung";
    unknown: "not known", "nicht bekannt";
    binding_by_power: "rows: how binding · columns: what it may decide", "Zeilen: wie verbindlich · Spalten: was es entscheiden darf";
    nothing_here: "nothing here", "hier ist nichts";

    // Embedding.
    embedding: "embedding", "Einbindung";
    committees: "committees", "Ausschüsse";
    plannings: "sectoral plannings", "Fachplanungen";
    units: "administration", "Verwaltung";
    bodies: "steering and other bodies", "Steuerung und andere Gremien";
    no_tie: "no tie noted; Enter notes one", "keine Verbindung vermerkt; Enter trägt eine ein";
    n_ties_here: "{} ties", "{} Verbindungen";
    tied_by: "{} → {}", "{} → {}";
    untied: "nobody is tied to it", "niemand ist daran angebunden";
    without_tie: "without any tie", "ohne jede Verbindung";
    sort_ties: "sorted: fewest ties first", "sortiert: wenigste Verbindungen zuerst";
    legend: "signs", "Zeichen";
    scope: "Pictures in rows and columns", "Bilder in Zeilen und Spalten";
    grid_empty: "Nothing to show.", "Nichts zu zeigen.";

    // The command line.
    about_goals: "Goals of the landscape and of each network, and who carries them. Exit code 1 while one is carried by nobody", "Ziele der Landschaft und der Netzwerke, und wer sie trägt. Rückgabewert 1, solange eines niemand trägt";
    about_duties: "Who has taken on what: coordination, goals, tasks, next steps", "Wer was übernommen hat: Koordination, Ziele, Aufgaben, nächste Schritte";
    about_steps: "What is to become of each body, and where that is undecided. Exit code 1 while something is undecided", "Was aus jedem Gremium wird und wo das unentschieden ist. Rückgabewert 1, solange etwas unentschieden ist";
    about_governance: "From loose exchange to binding steering: how binding by what may be decided", "Vom losen Austausch zur verbindlichen Steuerung: Verbindlichkeit nach Entscheidungsbefugnis";
    about_embedding: "Ties to committees, plannings and administrative units, and the missing ones. Exit code 1 while one is missing", "Verbindungen zu Ausschüssen, Fachplanungen und Ämtern, auch die fehlenden. Rückgabewert 1, solange eine fehlt";
    about_voices: "How many voices speak about each network, how they rate, where they contradict", "Wie viele Stimmen zu jedem Netzwerk sprechen, wie sie bewerten, wo sie sich widersprechen";
    arg_only: "Only this network", "Nur dieses Netzwerk";
    --
    binding_short[10]: ["informal", "oral", "mandate", "rules", "intent", "agreement", "contract", "resolution", "statute", "law"],
        ["formlos", "Absprache", "Auftrag", "Ordnung", "Absicht", "Vereinbarung", "Vertrag", "Beschluss", "Satzung", "Gesetz"];
    power_short[5]: ["nothing", "advises", "prepares", "own remit", "binding"], ["nichts", "empfiehlt", "bereitet vor", "im Rahmen", "bindend"];
    duties[5]: ["coordinates, chairs, keeps the office", "carries goals", "open tasks", "next steps", "decisions to them"],
        ["koordiniert, leitet, führt die Geschäfte", "trägt Ziele", "offene Aufgaben", "nächste Schritte", "Beschlüsse an sie"];
    duty_columns[5]: ["coordinates", "goals", "tasks", "steps", "handed"], ["koordiniert", "Ziele", "Aufgaben", "Schritte", "Beschlüsse"];
}

impl DutyTexts {
    /// What a command of these does.
    #[must_use]
    pub fn command(&self, name: &str) -> Option<&'static str> {
        Some(match name {
            "goals" => self.about_goals,
            "duties" => self.about_duties,
            "steps" => self.about_steps,
            "governance" => self.about_governance,
            "embedding" => self.about_embedding,
            "voices" => self.about_voices,
            _ => return None,
        })
    }
}
