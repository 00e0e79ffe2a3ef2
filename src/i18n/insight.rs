//! What the measures and the look-alikes say. Both languages stand side by side; a text missing in one of them does not
//! compile.

texts! {
    /// What the measures and the look-alikes say.
    InsightTexts
    summary: "{} actors, {} networks, {} memberships; density {}; parts: {}", "{} Akteure, {} Netzwerke, {} Mitgliedschaften; Dichte {}; Teile: {}";
    complete: "Known of {} networks: members {}, rhythm {}, source {}", "Bekannt bei {} Netzwerken: Mitglieder {}, Rhythmus {}, Beleg {}";
    rolled: "People count as their institution", "Personen zählen als ihre Institution";
    single: "People count for themselves", "Personen zählen für sich";
    cut_point: "cut point", "Schnittpunkt";
    part: "part {}", "Teil {}";
    actors: "Actors by betweenness", "Akteure nach Vermittlung (Betweenness)";
    networks: "Networks by betweenness", "Netzwerke nach Vermittlung (Betweenness)";
    ties: "Ties", "Bindungen";
    between: "Betweenness", "Vermittlung";
    close: "Closeness", "Nähe";
    rank: "Rank", "Rang";
    name: "Name", "Name";
    sits: "{} of {} members of “{}” sit in “{}” too", "{} von {} Mitgliedern von „{}“ sitzen auch in „{}“";
    inside: "all {} members of “{}” sit in “{}” too ({} there)", "alle {} Mitglieder von „{}“ sitzen auch in „{}“ (dort {})";
    by_content: "“{}” and “{}” say the same", "„{}“ und „{}“ sagen dasselbe";
    theme: "theme", "Thema";
    phase: "phase", "Phase";
    target_group: "target group", "Zielgruppe";
    area: "area", "Gebiet";
    name_words: "words of the name", "Wörter im Namen";
    purpose_words: "words of the purpose", "Wörter im Zweck";
    near_name: "name alike", "ähnlicher Name";
    near_members: "{} of {} members so far", "{} von {} Mitgliedern bisher";
    lead: "coordinated by", "Koordination";
    saves: "merged, {} a year less; without the first {}, without the second {}", "zusammengelegt im Jahr {} weniger; ohne das erste {}, ohne das zweite {}";
    cost: "{} meetings", "{} Treffen";
    cost_hours: "({} hours of all seats)", "({} Stunden aller Sitze)";
    assumed: "(a length is assumed)", "(eine Dauer ist angenommen)";
    both: "both: {}", "beide: {}";
    judged: "judged: {}", "beurteilt: {}";
    changed: "judged: {}, but the data have changed since", "beurteilt: {}, doch die Daten sind seither andere";
    nested: "one is part of the other", "das eine ist Teil des anderen";
    none_alike: "No networks look alike.", "Keine Netzwerke ähneln einander.";
    --
}
