//! What the gaps say, kind by kind in the order of `analysis::gaps::GapKind`. Both languages stand side by side.

texts! {
    /// What the gaps say.
    GapTexts
    title: "Gaps", "Lücken";
    none: "No gaps found.", "Keine Lücken gefunden.";
    peers: "{} ({} of {} others on {} have it)", "{} (bei {} von {} anderen zu {} dabei)";
    mode_list: "list", "Liste";
    mode_grid: "themes × phases", "Themen × Phasen";
    col_kind: "What is missing", "Was fehlt";
    col_subject: "Where", "Wo";
    col_text: "In words", "In Worten";
    col_theme: "Theme", "Thema";
    col_all: "All", "Alle";
    without: "No network in", "Kein Netzwerk in";
    no_network: "no network", "kein Netzwerk";
    legend: "★ focus theme · number: networks · ○ only those for all phases · – none", "★ Schwerpunkt · Zahl: Netzwerke · ○ nur phasenübergreifende · – keines";
    --
    phases[13]: [
        "Earl", "Kita", "K–S", "Prim", "P–S", "Sec1", "Sec2", "S–W", "Voc", "Uni", "Adul", "Late", "all"
    ], [
        "Früh", "Kita", "K–S", "Prim", "P–S", "Sek1", "Sek2", "S–B", "Ausb", "Stud", "Weit", "Alt", "über"
    ];
    phases_narrow[13]: [
        "Ea", "Ki", "KS", "Pr", "PS", "S1", "S2", "SW", "Vo", "Un", "Ad", "La", "al"
    ], [
        "Fr", "Ki", "KS", "Pr", "PS", "S1", "S2", "SB", "Au", "St", "We", "Al", "üb"
    ];
    kinds[20]: [
        "Theme without a network", "Phases without a network", "Goal nobody carries", "Nobody coordinates",
        "No members noted", "No rhythm", "Hangs on one person", "Separate camp", "Committee without a tie",
        "Planning without a tie", "Tie missing", "In no network", "Ends soon", "Overdue", "Seems asleep",
        "No source", "Sectors missing", "Not looked at for a year", "Only one source", "Never looked at"
    ], [
        "Thema ohne Netzwerk", "Phasen ohne Netzwerk", "Ziel ohne Träger", "Niemand koordiniert",
        "Keine Mitglieder erfasst", "Kein Rhythmus", "Hängt an einer Person", "Eigenes Lager",
        "Gremium ohne Anbindung", "Planung ohne Anbindung", "Anbindung fehlt", "In keinem Netzwerk", "Endet bald",
        "Überfällig", "Scheint zu ruhen", "Kein Beleg", "Fehlende Bereiche", "Seit einem Jahr nicht geprüft",
        "Nur ein Beleg", "Noch nie geprüft"
    ];
    said[20]: [
        "no network works on {}", "{}: no network in {}", "nobody carries the goal “{}”",
        "no role that leads or coordinates", "no members known", "no rhythm known",
        "without this one {} fall off: {}", "{} networks with {} actors share no member with the rest: {}",
        "no network is tied to it", "no network is tied to it", "should be tied to {}", "has no seat anywhere",
        "until {}", "last met on {}", "last met on {}", "no source speaks of it", "missing: {}",
        "last looked at on {}", "only one source, of {}", "no day noted on which it was looked at"
    ], [
        "kein Netzwerk arbeitet zu {}", "{}: kein Netzwerk in {}", "niemand trägt das Ziel „{}“",
        "keine leitende oder koordinierende Rolle", "keine Mitglieder bekannt", "kein Rhythmus bekannt",
        "ohne diese Person fallen {} ab: {}", "{} Netzwerke mit {} Akteuren teilen kein Mitglied mit dem Rest: {}",
        "kein Netzwerk ist angebunden", "kein Netzwerk ist angebunden", "sollte angebunden sein an {}",
        "hat nirgends einen Sitz", "bis {}", "zuletzt getroffen am {}", "zuletzt getroffen am {}",
        "kein Beleg spricht davon", "es fehlen: {}", "zuletzt geprüft am {}", "nur ein Beleg, vom {}",
        "kein Tag der letzten Prüfung erfasst"
    ];
}
