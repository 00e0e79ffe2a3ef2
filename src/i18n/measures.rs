//! Measures in words a practitioner understands, and what each says and does not say.

texts! {
    /// Measures in words a practitioner understands.
    MeasureTexts
    title: "Insight", "Einblick";
    nothing: "No networks on this day, or none fits the filter.", "An diesem Tag keine Netzwerke, oder keines passt zum Filter.";
    no_day: "“{}” is not a day", "„{}“ ist kein Tag";
    which_day: "As of which day (empty: today)", "Stand an welchem Tag (leer: heute)";
    which_terms: "Only networks that fit (theme:language kind:round_table …)", "Nur Netzwerke, die passen (thema:sprache art:runder_tisch …)";
    terms: "only", "nur";
    people: "people", "Personen";
    actors: "actors", "Akteure";
    networks: "networks", "Netzwerke";
    figures: "figures", "Kennzahlen";
    actor: "Actor", "Akteur";
    network: "Network", "Netzwerk";
    figure: "Figure", "Kennzahl";
    value: "Value", "Wert";
    says: "What it says", "Was sie sagt";
    seats: "networks", "Netzwerke";
    members: "members", "Mitglieder";
    between: "bridging %", "Brücke %";
    close: "nearness %", "Nähe %";
    own: "own contacts", "eigene Kontakte";
    constraint: "tied down", "Enge";
    core: "core", "Kern";
    part: "part", "Teil";
    rank: "rank %", "Rang %";
    cut: "without it", "ohne sie";
    falls_apart: "falls apart", "zerfällt";
    sits_in: "sits in", "sitzt in";
    in_it: "in it", "darin";
    and_more: " and {} more", " und {} weitere";
    estimated: "estimated from {} of {} starting points, off by at most {} % with 95 % certainty", "geschätzt aus {} von {} Startpunkten, mit 95 % Sicherheit höchstens {} % daneben";
    leading: "{} of {} shown: those that lead by a measure", "{} von {} gezeigt: die nach einer Kennzahl führen";
    on_seats: "In how many networks it sits: well connected on the spot. Counts seats, not how active anyone is.", "In wie vielen Netzwerken er sitzt: gut vernetzt vor Ort. Zählt Sitze, nicht, wie aktiv jemand ist.";
    on_members: "How many actors sit in it. Large bodies are seen by many and move slowly.", "Wie viele Akteure darin sitzen. Große Runden erreichen viele und bewegen sich langsam.";
    on_between: "How many of the shortest ways between others lead through it, of all there could be: who ties what is not tied otherwise, whom to ask first, what breaks when it is gone. Unsteady while data are missing.", "Wie viele der kürzesten Wege zwischen anderen hier hindurch führen, gemessen am Möglichen: wer verbindet, was sonst nicht verbunden ist, wen man zuerst fragt, was abreißt, wenn er fehlt. Schwankt, solange Daten fehlen.";
    on_close: "How few steps away all others are: who hears of things early. Says little where the whole falls into parts.", "Wie wenige Schritte alle anderen entfernt sind: wer früh von etwas erfährt. Sagt wenig, wo das Ganze in Teile zerfällt.";
    on_own: "With how many it meets that do not meet each other anyway: contacts that are not told twice. Large networks swell it.", "Mit wie vielen er zusammenkommt, die sich nicht ohnehin treffen: Kontakte, die nicht doppelt sind. Große Netzwerke blähen es auf.";
    on_constraint: "How much its contacts know each other already: low for those who stand between circles, high inside one circle.", "Wie sehr sich die Kontakte untereinander schon kennen: niedrig, wer zwischen Kreisen steht, hoch mitten in einem.";
    on_core: "The inner circle: everyone in core 4 keeps at least 4 ties inside it.", "Der innere Kreis: Wer in Kern 4 steht, hat mindestens 4 Bindungen darin.";
    on_part: "Which part of the landscape: 1 is the largest; others share no member with it, or that is not noted yet.", "Welcher Teil der Landschaft: 1 ist der größte; andere teilen kein Mitglied mit ihm, oder das ist noch nicht erfasst.";
    on_rank: "Tied to those who are well tied themselves. Hard to explain; only beside the others.", "Verbunden mit denen, die selbst gut verbunden sind. Schwer zu erklären; nur neben den anderen zu lesen.";
    on_cut: "Without it a part falls off: who must not drop out.", "Ohne sie reißt ein Teil ab: wer nicht ausfallen darf.";
    count_networks: "networks", "Netzwerke";
    count_actors: "actors in networks", "Akteure in Netzwerken";
    on_actors: "Deputies, guests, observers and funders do not count.", "Stellvertretungen, Gäste, Beobachter und Förderer zählen nicht.";
    memberships: "memberships", "Mitgliedschaften";
    on_memberships: "Pairs of an actor and a network.", "Paare aus Akteur und Netzwerk.";
    density: "density", "Dichte";
    on_density: "Memberships of all there could be. Falls as the landscape grows: only for before and after.", "Mitgliedschaften von allen möglichen. Sinkt, wenn die Landschaft wächst: nur für Vorher und Nachher.";
    parts: "separate parts", "getrennte Teile";
    on_parts: "Between parts no member is shared, or that is not noted yet.", "Zwischen Teilen wird kein Mitglied geteilt, oder das ist noch nicht erfasst.";
    part_sizes: "their sizes", "ihre Größen";
    isolates: "actors in no network", "Akteure in keinem Netzwerk";
    on_isolates: "The list stands in the gaps (b).", "Die Liste steht bei den Lücken (b).";
    alone: "networks with no or one member", "Netzwerke ohne oder mit einem Mitglied";
    on_alone: "Mostly not noted yet.", "Meist noch nicht erfasst.";
    cut_points: "cut points", "Schnittpunkte";
    bridges: "bridges", "Brücken";
    on_bridges: "Single memberships without which a part falls off.", "Einzelne Mitgliedschaften, ohne die ein Teil abreißt.";
    inner_core: "innermost core", "innerster Kern";
    mixing: "sectors: outside or among themselves (E-I)", "Sektoren: nach außen oder unter sich (E-I)";
    on_mixing: "−1 only among themselves, +1 only with others; ties of actors who share a network.", "−1 nur unter sich, +1 nur mit anderen; Bindungen von Akteuren, die ein Netzwerk teilen.";
    no_sector: "without a sector", "ohne Sektor";
    with_members: "networks with members noted", "Netzwerke mit erfassten Mitgliedern";
    with_rhythm: "… with a rhythm", "… mit Rhythmus";
    with_source: "… with a source", "… mit Beleg";
    known_briefly: "memb. {}/{} · rhythm {} · source {}", "Mitgl. {}/{} · Rhythm. {} · Beleg {}";
    on_known: "What all of this rests on.", "Worauf all das beruht.";
    scope: "On the board of measures", "Beim Einblick";
    --
}
