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
    united: "Merged: {}", "Zusammengeführt: {}";
    from_other: "Taken over from “{}”:", "Übernommen aus „{}“:";
    --
}
