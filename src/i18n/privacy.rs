//! What the list of data protection says.

texts! {
    /// What the list of data protection says.
    PrivacyTexts
    title: "data protection: what is due", "Datenschutz: was fällig ist";
    all: "all", "alles";
    over: "time is up", "Frist abgelaufen";
    uninformed: "not informed", "nicht informiert";
    endless: "no time limit", "ohne Frist";
    person: "person", "Person";
    at: "at", "bei";
    due: "what is due", "was fällig ist";
    day: "since", "seit";
    over_text: "time is up: erase or justify anew", "Frist abgelaufen: löschen oder neu begründen";
    uninformed_text: "inform the person (Art. 14 GDPR)", "Person informieren (Art. 14 DSGVO)";
    endless_text: "set how long to keep", "Aufbewahrungsfrist setzen";
    purpose: "purpose", "Zweck";
    source: "origin", "Herkunft";
    not_noted: "not noted", "nicht vermerkt";
    nothing: "Nothing is due: everybody is informed, and no time is up.", "Nichts ist fällig: alle sind informiert, keine Frist ist abgelaufen.";
    --
}
