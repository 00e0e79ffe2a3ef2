//! What the board of double structures and the merging of two networks say. Both languages stand side by side.

texts! {
    /// What double structures and merging say.
    TwinTexts
    scope: "On the board of double structures", "Auf der Tafel der Doppelstrukturen";
    title: "Double structures", "Doppelstrukturen";
    none: "No pair here. Tab shows weaker and judged ones.", "Hier kein Paar. Tab zeigt schwächere und beurteilte.";
    mode_open: "to be judged", "zu beurteilen";
    mode_weak: "weaker", "schwächere";
    mode_judged: "judged", "beurteilt";
    col_a: "Network", "Netzwerk";
    col_b: "looks like", "ähnelt";
    col_shared: "Members", "Mitglieder";
    col_same: "The same", "Gleich";
    col_verdict: "Verdict", "Urteil";
    members: "Members", "Mitglieder";
    both: "Both", "Beide";
    nested: "Part of the other", "Teil des anderen";
    saved: "Saved", "Ersparnis";
    judged: "Judged", "Beurteilt";
    changed: "the data have changed since", "die Daten sind seither andere";
    reason_title: "{}: why? (Enter: without a reason)", "{}: warum? (Enter: ohne Grund)";
    choose_title: "Go to", "Gehe zu";
    scope_unite: "When two networks become one", "Beim Zusammenlegen zweier Netzwerke";
    unite_title: "Merge: “{}” stays", "Zusammenlegen: „{}“ bleibt";
    swaps: "Tab swaps", "Tab tauscht";
    col_field: "Field", "Feld";
    no_conflict: "Nothing contradicts", "Nichts widerspricht sich";
    becomes_alias: "“{}” becomes a further name", "„{}“ wird ein weiterer Name";
    becomes_note: "“{}” goes to the notes", "„{}“ kommt in die Notizen";
    happens: "Then", "Danach";
    seats_then: "{} seats, each guest once", "{} Sitze, jeder Gast einmal";
    led: "Led to the one that stays", "Gehen an das verbleibende";
    united_rest: "Themes, goals, ties, channels and texts of both stay; one undo brings all back.", "Themen, Ziele, Anbindungen, Kanäle und Texte beider bleiben; einmal rückgängig stellt alles wieder her.";
    only_networks: "Only networks can be merged", "Nur Netzwerke lassen sich zusammenlegen";
    near_title: "Is it there already?", "Gibt es das schon?";
    none_near: "Nothing looks like it so far.", "Bisher ähnelt ihm nichts.";
    near_key: "Ctrl-o opens one of them; what is typed is kept.", "Strg-o öffnet eines davon; das Getippte bleibt.";
    nothing_near: "Nothing looks like what is typed", "Nichts ähnelt dem Getippten";
    draft_back: "What was typed before is back", "Das zuvor Getippte ist wieder da";
    draft_kept: "What was typed is kept: “new” brings it back", "Das Getippte bleibt erhalten: „neu“ holt es zurück";
    united: "Merged: {}", "Zusammengeführt: {}";
    from_other: "Taken over from “{}”:", "Übernommen aus „{}“:";
    --
}
