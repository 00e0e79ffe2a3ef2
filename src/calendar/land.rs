//! The sixteen Länder, by name and by the letters of ISO 3166-2:DE.

/// A Bundesland.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Land {
    BadenWuerttemberg,
    Bayern,
    Berlin,
    Brandenburg,
    Bremen,
    Hamburg,
    Hessen,
    MecklenburgVorpommern,
    Niedersachsen,
    NordrheinWestfalen,
    RheinlandPfalz,
    Saarland,
    Sachsen,
    SachsenAnhalt,
    SchleswigHolstein,
    Thueringen,
}

/// Letters, German name, English name where it differs.
const NAMES: [(Land, &str, &str, &str); 16] = [
    (Land::BadenWuerttemberg, "BW", "Baden-Württemberg", ""),
    (Land::Bayern, "BY", "Bayern", "Bavaria"),
    (Land::Berlin, "BE", "Berlin", ""),
    (Land::Brandenburg, "BB", "Brandenburg", ""),
    (Land::Bremen, "HB", "Bremen", ""),
    (Land::Hamburg, "HH", "Hamburg", ""),
    (Land::Hessen, "HE", "Hessen", "Hesse"),
    (Land::MecklenburgVorpommern, "MV", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
    (Land::Niedersachsen, "NI", "Niedersachsen", "Lower Saxony"),
    (Land::NordrheinWestfalen, "NW", "Nordrhein-Westfalen", "North Rhine-Westphalia"),
    (Land::RheinlandPfalz, "RP", "Rheinland-Pfalz", "Rhineland-Palatinate"),
    (Land::Saarland, "SL", "Saarland", ""),
    (Land::Sachsen, "SN", "Sachsen", "Saxony"),
    (Land::SachsenAnhalt, "ST", "Sachsen-Anhalt", "Saxony-Anhalt"),
    (Land::SchleswigHolstein, "SH", "Schleswig-Holstein", ""),
    (Land::Thueringen, "TH", "Thüringen", "Thuringia"),
];

impl Land {
    /// All of them, in the order of their German names.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|n| n.0)
    }

    /// Two letters: "SN".
    #[must_use]
    pub fn letters(self) -> &'static str {
        NAMES.iter().find(|n| n.0 == self).map_or("", |n| n.1)
    }

    /// The German name.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|n| n.0 == self).map_or("", |n| n.2)
    }

    /// Reads the letters (with or without `DE-`) or a name in either language, umlauts as two letters too.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let plain = |s: &str| {
            let folded = s.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
            folded.chars().filter(char::is_ascii_alphanumeric).collect::<String>()
        };
        let wanted = plain(text);
        let short = wanted.strip_prefix("de").unwrap_or(&wanted);
        let fits = |n: &&(Self, &str, &str, &str)| {
            plain(n.1) == short || plain(n.2) == wanted || !n.3.is_empty() && plain(n.3) == wanted
        };
        NAMES.iter().find(fits).map(|n| n.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for land in Land::all() {
            assert_eq!((Land::named(land.letters()), Land::named(land.name())), (Some(land), Some(land)));
        }
        assert_eq!(Land::named("DE-SN"), Some(Land::Sachsen));
        assert_eq!(Land::named("thueringen"), Some(Land::Thueringen));
        assert_eq!(Land::named("Lower Saxony"), Some(Land::Niedersachsen));
        assert_eq!((Land::named(""), Land::named("DE"), Land::named("Tirol")), (None, None, None));
    }
}
