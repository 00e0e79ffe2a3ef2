//! What the map says.

texts! {
    /// What the map says.
    MapTexts
    title: "Map", "Landkarte";
    networks: "networks", "Netzwerke";
    both: "networks and actors", "Netzwerke und Akteure";
    matrix: "networks × actors", "Netzwerke × Akteure";
    around_one: "one step around", "ein Schritt um";
    around_two: "two steps around", "zwei Schritte um";
    working: "Finding everyone's place … {} %", "Alle finden ihren Platz … {} %";
    empty: "No network yet: n in the list of networks makes one.", "Noch kein Netzwerk: n in der Liste der Netzwerke legt eines an.";
    members: "{} members", "{} Mitglieder";
    member: "1 member", "1 Mitglied";
    sits: "in {} networks", "in {} Netzwerken";
    sits_one: "in 1 network", "in 1 Netzwerk";
    tied: "tied to", "verbunden mit";
    shared: "{} shared", "{} gemeinsam";
    alone: "tied to nobody", "mit niemandem verbunden";
    more: "and {} more", "und {} weitere";
    way: "Way", "Weg";
    no_way: "No way leads from {} to {}", "Von {} führt kein Weg zu {}";
    not_here: "{} sits in no network today, so it is not on the map", "{} sitzt heute in keinem Netzwerk und steht darum nicht auf der Karte";
    from: "Way from", "Weg von";
    to: "Way to", "Weg zu";
    network: "network", "Netzwerk";
    committee: "committee", "Gremium";
    actor: "actor", "Akteur";
    large: "full: large", "voll: groß";
    seat: "sits here", "sitzt hier";
    no_seat: "no seat", "kein Sitz";
    by_theme: "colour: theme", "Farbe: Thema";
    recorded: "members noted: {} of {}", "Mitglieder erfasst: {} von {}";
    bodies: "Networks as of {}: near each other who shares many actors", "Netzwerke, Stand {}: nah beieinander, wer viele Akteure teilt";
    bodies_and_actors: "Networks and their actors as of {}", "Netzwerke und ihre Akteure, Stand {}";
    around: "Around {}, as of {}", "Um {}, Stand {}";
    changed: "+ new, − gone", "+ neu, − fort";
    is_new: "new", "neu";
    is_gone: "gone", "fort";
    beside: "beside {}", "neben {}";
    --
}
