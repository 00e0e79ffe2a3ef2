//! What the guiding questions, the list of people to ask and the interview guide say. Both languages side by side.

texts! {
    /// Guiding questions, people to ask, interview guide.
    GuideTexts
    signs: "● answered · ○ answered, unproven · ◐ partly · » planned · – does not exist · · open · × dropped",
        "● geklärt · ○ geklärt, unbelegt · ◐ teilweise · » Gespräch geplant · – gibt es nicht · · offen · × nicht weiter verfolgt";
    all: "All together", "Zusammen";
    n_of_m: "{} of {}", "{} von {}";
    unproven: "unproven", "unbelegt";
    by_hand: "set by hand", "von Hand gesetzt";
    ask: "ask {}", "zu fragen: {}";
    n_sources: "{} sources", "{} Belege";
    one_source: "1 source", "1 Beleg";
    nobody_left: "Nobody is noted who could answer a question still open.", "Niemand ist vermerkt, der eine offene Frage beantworten könnte.";
    nothing_open: "No question is open.", "Keine Frage ist offen.";
    could_answer: "sits in {} networks with {} open questions", "sitzt in {} Netzwerken mit {} offenen Fragen";
    could_answer_one: "sits in one network with {} open questions", "sitzt in einem Netzwerk mit {} offenen Fragen";
    bridge: "links groups that hardly meet otherwise", "verbindet Gruppen, die sich sonst kaum begegnen";
    sector: "nobody from this sector has been heard yet: {}", "aus diesem Bereich wurde noch niemand gehört: {}";
    no_actor: "“{}” is not an actor; an interview guide is made for a person or an institution.",
        "„{}“ ist kein Akteur; einen Gesprächsleitfaden gibt es für eine Person oder eine Einrichtung.";
    no_network: "“{}” is not a network.", "„{}“ ist kein Netzwerk.";
    title: "Interview guide: {}", "Gesprächsleitfaden: {}";
    privacy_title: "Before the conversation: data protection", "Vor dem Gespräch: Datenschutz";
    networks_title: "Networks", "Netzwerke";
    nowhere: "No seat in a network is noted today.", "Heute ist kein Sitz in einem Netzwerk vermerkt.";
    all_known: "Nothing is open here.", "Hier ist nichts offen.";
    proof_wanted: "Known, but not proven by anybody: {}", "Bekannt, aber durch niemanden belegt: {}";
    contradiction: "Sources contradict each other; please clear up: {}", "Die Belege widersprechen sich; bitte klären: {}";
    for_you: "planned for this conversation", "für dieses Gespräch vorgesehen";
    landscape_title: "About the whole landscape", "Zur ganzen Bildungslandschaft";
    answers: "Answers:", "Antworten:";
    --
    privacy[5]: [
        "Say what the conversation is for, who sees the notes, and how long they are kept.",
        "Taking part is voluntary; every question may be left unanswered.",
        "Notes are confidential unless agreed otherwise; they are told to others without a name.",
        "The person may read everything noted about them. Write about bodies and cooperation, not about people.",
        "No case data: nothing about single children, families or clients."
    ], [
        "Sagen, wozu das Gespräch dient, wer die Notizen sieht und wie lange sie aufbewahrt werden.",
        "Die Teilnahme ist freiwillig; jede Frage darf offen bleiben.",
        "Notizen sind vertraulich, solange nichts anderes vereinbart ist; weitergegeben werden sie ohne Namen.",
        "Die Person darf alles lesen, was über sie vermerkt ist. Über Gremien und Zusammenarbeit schreiben, nicht über Menschen.",
        "Keine Falldaten: nichts über einzelne Kinder, Familien oder Ratsuchende."
    ];
}
