//! Made-up names in the style of a German education landscape, and look-ups made from names by rule.
//!
//! Seeded and self-contained, so that tests, benchmarks and the demo can use it. Knows nothing of the search.
#![allow(dead_code, unreachable_pub, reason = "each test and benchmark uses a part of it")]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "test code, also used by benchmarks")]

#[cfg(test)]
pub mod plants;
pub mod rules;

/// A small generator of random numbers (`SplitMix64`; Steele, Lea and Flood 2014).
pub struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next random number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.roll() % n as u64).unwrap()
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// Seed of this run: `RUNDE_SEED` or the given one.
pub fn seed(default: u64) -> u64 {
    std::env::var("RUNDE_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Rounds of this run: the given number times `RUNDE_ROUNDS`.
pub fn rounds(default: usize) -> usize {
    default * std::env::var("RUNDE_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1)
}

const HEADS: &[&str] = &[
    "Amsel", "Birken", "Brücken", "Burg", "Eichen", "Fichten", "Frauen", "Groß", "Grün", "Heide", "Hirsch", "Hohen",
    "Hunds", "Klein", "König", "Königs", "Kühl", "Lauch", "Linden", "Mönchs", "Mühl", "Muster", "Neu", "Nieder",
    "Ober", "Ochsen", "Rosen", "Ritters", "Rüders", "Schön", "Stein", "Unter", "Wald", "Weiß", "Wiesen", "Birn",
    "Löwen",
];
const TAILS: &[&str] = &[
    "au", "bach", "berg", "brück", "burg", "dorf", "feld", "hagen", "hain", "hausen", "heim", "hof", "ingen", "itz",
    "leben", "münde", "ow", "rode", "stadt", "stedt", "thal", "tal", "wald", "walde", "wasser", "werder", "aue",
];
const TOWNS: &[&str] =
    &["Görlitz", "Löbau", "Bautzen", "Zittau", "Großschönau", "Weißwasser", "Rothenburg/O.L.", "Bad Tölz"];
const AREAS: &[&str] = &[
    "Landkreis",
    "Kreis",
    "Stadt",
    "Gemeinde",
    "Samtgemeinde",
    "Verbandsgemeinde",
    "Amt",
    "Hansestadt",
    "Kreisstadt",
    "Region",
];
const OFFICES: &[&str] = &[
    "Agentur für Arbeit",
    "AWO Kreisverband",
    "Bildungsbüro",
    "Bürgerstiftung",
    "Caritasverband",
    "DRK Kreisverband",
    "Deutsches Rotes Kreuz",
    "Diakonisches Werk",
    "Ehrenamtsbüro",
    "Erziehungsberatungsstelle",
    "Evangelische Akademie",
    "Familienzentrum",
    "Förderschule",
    "Frühförderstelle",
    "Gesamtschule",
    "Gesundheitsamt",
    "Gleichstellungsstelle",
    "Grundschule",
    "Gymnasium",
    "Handwerkskammer",
    "Hochschule",
    "Hort",
    "Integrationsbüro",
    "Jobcenter",
    "Jugendamt",
    "Jugendberufsagentur",
    "Jugendhaus",
    "Jugendmigrationsdienst",
    "Jugendzentrum",
    "Kindertagesstätte Sonnenschein",
    "Kita „Rübezahl“",
    "Kreisbibliothek",
    "Kreishandwerkerschaft",
    "Kreismusikschule",
    "Kreissportbund",
    "Kreisvolkshochschule",
    "Medienzentrum",
    "Mehrgenerationenhaus",
    "Migrationsberatung",
    "Musikschule",
    "Naturschutzzentrum",
    "Oberschule",
    "Öffentlichkeitsarbeit Landratsamt",
    "Präventionsrat",
    "Regionales Bildungsbüro",
    "Schulamt",
    "Schulsozialarbeit",
    "Schulverwaltungsamt",
    "Schülerlabor",
    "Seniorenbüro",
    "Sozialamt",
    "Stadtarchiv",
    "Stadtbibliothek",
    "Straßensozialarbeit",
    "Theaterpädagogik",
    "Universität",
    "VHS",
    "Volkshochschule",
    "Wirtschaftsförderung",
    "Büro für Chancengleichheit",
];
const BODIES: &[&str] = &[
    "AG Übergang Schule–Beruf",
    "AG § 78 Jugendhilfe",
    "AK Schulsozialarbeit",
    "Arbeitsgruppe Digitalisierung Schulen",
    "Arbeitskreis Integration und Sprache",
    "Bildungskonferenz",
    "Bündnis gegen Bildungsarmut",
    "Forum Inklusion",
    "Netzwerk Bildung für nachhaltige Entwicklung",
    "Netzwerk Frühe Hilfen",
    "Netzwerk Grundbildung",
    "Netzwerk Kulturelle Bildung",
    "Qualitätsrunde Sprachförderung",
    "Runder Tisch Alphabetisierung und Grundbildung",
    "Runder Tisch Neuzugewanderte",
    "Steuerungsgruppe Kommunales Bildungsmanagement",
    "Übergangsmanagement",
];
const UNITS: &[&str] = &[
    "Abt. Frühe Hilfen",
    "Abt. Schulentwicklung",
    "Außenstelle Nord",
    "Außenstelle Süd",
    "Fachbereich Grundbildung",
    "Fachbereich Sprachen",
    "Fachdienst Bildung und Teilhabe",
    "Fachdienst Jugendförderung",
    "Haus 2",
    "Koordinierungsstelle Alphabetisierung",
    "Projekt „Lesen macht stark“",
    "Projekt MINT-Region",
    "Sachgebiet Inklusion",
    "Sachgebiet Übergang Schule–Beruf",
    "Stabsstelle Sozialplanung",
    "Standort Altstadt",
    "Team Neuzugewanderte",
    "Zweigstelle Bahnhofstraße",
    "Bildungsmonitoring",
    "Ehrenamt",
    "Ganztag",
];
const FIRST: &[&str] = &[
    "Agnieszka",
    "Andrea",
    "Anja",
    "Anna-Lena",
    "Änne",
    "Ayşe",
    "Birgit",
    "Björn",
    "Emma",
    "Fatma",
    "Frank",
    "Götz",
    "Günter",
    "Hans-Jürgen",
    "Heike",
    "Jonas",
    "Jörg",
    "Jürgen",
    "Käthe",
    "Kathrin",
    "Leon",
    "Lukas",
    "Mathias",
    "Mia",
    "Michael",
    "Monika",
    "Müge",
    "Natalia",
    "Olga",
    "Özlem",
    "Petra",
    "Ralf",
    "René",
    "Renate",
    "Ronny",
    "Sabine",
    "Søren",
    "Sophie",
    "Stephan",
    "Susanne",
    "Sven",
    "Thomas",
    "Thorsten",
    "Wiebke",
];
const LAST: &[&str] = &[
    "Bauer",
    "Beck",
    "Becker",
    "Böhm",
    "Brandt",
    "Braun",
    "Busch",
    "Engel",
    "Graf",
    "Grießbach",
    "Groß",
    "Günther",
    "Haas",
    "Jäckel",
    "Jäger",
    "Keller",
    "Klein",
    "Koch",
    "Kowalski",
    "Krämer",
    "Kraus",
    "Krüger",
    "Lang",
    "Lange",
    "Lehmann",
    "Löffler",
    "Ludwig",
    "Meier",
    "Meyer",
    "Möller",
    "Mueller",
    "Müller",
    "Nguyen",
    "Pfeiffer",
    "Roth",
    "Schmitt",
    "Schneider",
    "Scholz",
    "Schulz",
    "Schulze",
    "Sommer",
    "Stein",
    "Vogel",
    "Vogt",
    "Voigt",
    "Wagner",
    "Weber",
    "Weiß",
    "Weiss",
    "Winter",
    "Wiśniewski",
    "Ziegler",
];
const TITLES: &[&str] = &["Frau ", "Herr ", "Dr. ", "Prof. Dr. ", "Dipl.-Päd. "];
const DUTIES: &[&str] = &[
    "Leitung",
    "stellv. Leitung",
    "Vorstand",
    "Schulleitung",
    "Amtsleitung",
    "Fachberatung",
    "Sozialarbeit",
    "Öffentlichkeitsarbeit",
    "Netzwerkkoordination",
    "Geschäftsführung",
    "Beigeordnete",
    "Bildungsmonitoring",
];

/// A made-up place, now and then a real one.
pub fn town(dice: &mut Dice) -> String {
    match dice.below(12) {
        0 => (*dice.pick(TOWNS)).to_owned(),
        _ => format!("{}{}", dice.pick(HEADS), dice.pick(TAILS)),
    }
}

/// A made-up person.
pub fn person(dice: &mut Dice) -> String {
    let title = if dice.below(3) == 0 { dice.pick(TITLES) } else { "" };
    let second = if dice.below(8) == 0 { format!("-{}", dice.pick(LAST)) } else { String::new() };
    format!("{title}{} {}{second}", dice.pick(FIRST), dice.pick(LAST))
}

/// A made-up office, school or association with its place.
pub fn office(dice: &mut Dice) -> String {
    let (head, place) = (*dice.pick(OFFICES), town(dice));
    let place = if dice.below(4) == 0 { format!("{} {place}", dice.pick(AREAS)) } else { place };
    match dice.below(6) {
        0 => format!("{head} {place} – {}", dice.pick(UNITS)),
        1 => format!("{head}, {} ({place})", dice.pick(UNITS)),
        2 => format!("{head} {} {place}", dice.below(99) + 1),
        3 => format!("{head} {place}, {}", dice.pick(UNITS)),
        _ => format!("{head} {place}"),
    }
}

/// One line of a list of offices, bodies and people.
pub fn name(dice: &mut Dice) -> String {
    match dice.below(10) {
        0..=3 => office(dice),
        4 => {
            let unit = if dice.below(2) == 0 { format!(" – {}", dice.pick(UNITS)) } else { String::new() };
            format!("{} {} {}{unit}", dice.pick(BODIES), dice.pick(AREAS), town(dice))
        }
        5 => format!("{} ({}, {})", person(dice), dice.pick(DUTIES), town(dice)),
        6 => format!("{} – {} {}", person(dice), dice.pick(DUTIES), dice.pick(OFFICES)),
        7 => format!("{}, {}", person(dice), town(dice)),
        _ => format!("{}, {} {}", person(dice), dice.pick(OFFICES), town(dice)),
    }
}

/// `count` names, the same for the same seed.
pub fn names(seed: u64, count: usize) -> Vec<String> {
    let mut dice = Dice::new(seed);
    (0..count).map(|_| name(&mut dice)).collect()
}
