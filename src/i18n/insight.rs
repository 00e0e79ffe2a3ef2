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
    name: "Name", "Name";
    sits: "{} of {} members of “{}” sit in “{}” too", "{} von {} Mitgliedern von „{}“ sitzen auch in „{}“";
    both: "both: {}", "beide: {}";
    same_lead: "coordinated by the same: {}", "gleiche Koordination: {}";
    judged: "judged: {}", "beurteilt: {}";
    changed: "judged: {}, but the data have changed since", "beurteilt: {}, doch die Daten sind seither andere";
    nested: "one is part of the other", "das eine ist Teil des anderen";
    none_alike: "No networks look alike.", "Keine Netzwerke ähneln einander.";
    --
}
