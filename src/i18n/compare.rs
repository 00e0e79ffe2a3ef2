//! What is said of two states side by side.

texts! {
    /// What is said of two states side by side.
    CompareTexts
    title: "Then and now", "Damals und heute";
    needs_other: "Name an earlier state, or a day with --then.", "Bitte einen früheren Stand nennen oder mit --then einen Tag.";
    not_found: "{}: this state cannot be had: {}", "{}: Dieser Stand ist nicht zu haben: {}";
    no_backup: "no backup from then", "keine Sicherung aus dieser Zeit";
    no_demo: "The demo landscape has no backups and no revisions.", "Die Beispiellandschaft hat weder Sicherungen noch Git-Stände.";
    head: "Then: {}\nNow: {}", "Damals: {}\nHeute: {}";
    state: "{} ({})", "{} ({})";
    here: "the data", "die Daten";
    nothing: "Nothing has changed.", "Nichts hat sich geändert.";
    networks: "Networks", "Netzwerke";
    actors: "Actors", "Akteure";
    seats: "Memberships", "Mitgliedschaften";
    ratings: "Ratings", "Einschätzungen";
    measures: "Measures", "Kennzahlen";
    places: "Place in the network", "Stellung im Netz";
    founded: "founded {}, {}", "gegründet {}, {}";
    noted: "noted since, {}", "seither erfasst, {}";
    noted_actor: "noted since", "seither erfasst";
    ended: "ended, had {}", "beendet, hatte {}";
    merged: "put together with {}", "zusammengeführt mit {}";
    dropped: "not in the data any more, had {}", "nicht mehr in den Daten, hatte {}";
    dropped_actor: "not in the data any more", "nicht mehr in den Daten";
    member: "1 member", "1 Mitglied";
    members: "{} members", "{} Mitglieder";
    no_members: "no members", "keine Mitglieder";
    turned: "{}: {} → {}", "{}: {} → {}";
    rewritten: "{} rewritten", "{} neu gefasst";
    filled: "{} noted", "{} ergänzt";
    emptied: "{} taken out", "{} entfernt";
    came: "in: {}", "neu: {}";
    left: "out: {}", "fort: {}";
    roles: "{}: {} → {}", "{}: {} → {}";
    for_whom: "{} ({})", "{} ({})";
    no_role: "member", "Mitglied";
    voices: "{} → {} ({} → {} voices)", "{} → {} ({} → {} Stimmen)";
    step: "{} → {}", "{} → {}";
    then: "then", "damals";
    now: "now", "heute";
    difference: "difference", "Unterschied";
    sitting: "actors in networks", "Akteure in Netzwerken";
    bodies: "networks", "Netzwerke";
    memberships: "memberships", "Mitgliedschaften";
    density: "density", "Dichte";
    parts: "separate parts", "getrennte Teile";
    largest: "in the largest part", "im größten Teil";
    alone: "networks with no or one member", "Netzwerke ohne oder mit einem Mitglied";
    cut_points: "cut points", "Schnittpunkte";
    with_members: "networks with members noted", "Netzwerke mit erfassten Mitgliedern";
    with_rhythm: "… with a rhythm", "… mit Rhythmus";
    with_source: "… with a source", "… mit Beleg";
    ties: "ties {} → {}", "Bindungen {} → {}";
    between: "betweenness {} → {}", "Vermittlung {} → {}";
    records: "networks and actors", "Netzwerke und Akteure";
    who: "Which", "Wer";
    what: "What is different", "Was anders ist";
    another_day: "the same data on another day…", "dieselben Daten an einem anderen Tag…";
    another_file: "another file…", "eine andere Datei…";
    backup: "Backup, until {}", "Sicherung, bis {}";
    revision: "Git, {}", "Git, {}";
    which_day: "Beside which day", "Neben welchen Tag";
    which_file: "Beside which file", "Neben welche Datei";
    cannot: "This state cannot be had: {}", "Dieser Stand ist nicht zu haben: {}";
    choose: "Beside which state", "Neben welchen Stand";
    scope: "On the board of differences", "Bei damals und heute";
    --
}
