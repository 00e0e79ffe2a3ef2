//! The landscape, actors, networks and what stands inside them.

use super::record;

record! {
    /// The landscape itself.
    Landscape {
        name: String, area: String, land: String, timezone: String, own_unit: String, themes: Vec<String>,
        goals: Vec<Goal>, channels: Vec<Channel>, questions: Vec<Question>, holidays: Vec<Holiday>, notes: String,
    }
}

record! {
    /// An institution, a unit, a planning, a person in a function.
    Actor {
        id: String, name: String, short: String, aliases: Vec<String>, kind: String, sector: String, unit_of: String,
        person: bool, function: String, email: String, phone: String, web: String, address: String, area: String,
        internal: bool, phases: Vec<String>, themes: Vec<String>, target_groups: Vec<String>, tags: Vec<String>,
        notes: String, checked_on: String, external: Vec<String>, formerly: Vec<String>, purpose: String,
        basis: String, source: String, collected_on: String, informed_on: String, retain_until: String,
    }
}

record! {
    /// Every kind of body.
    Network {
        id: String, name: String, short: String, aliases: Vec<String>, kind: String, level: String, part_of: String,
        themes: Vec<String>, phases: Vec<String>, target_groups: Vec<String>, area: String, purpose: String,
        goals: Vec<Goal>, common_ground: String, character: Vec<String>, decision_power: String,
        participation_depth: String, bindingness: String, document: String, openness: String, members: Vec<Member>,
        lifecycle: String, term: String, from: String, until: String, activity: Option<u8>,
        between_meetings: Vec<String>, between_notes: String, channels: Vec<Channel>, embedding: Vec<Embedding>,
        follow_up_rule: String, backing: String, funding: String, next_steps: Vec<Task>, questions: Vec<Question>,
        tags: Vec<String>, notes: String, checked_on: String, external: Vec<String>, formerly: Vec<String>,
    }
}

record! {
    /// A seat in a network.
    Member {
        id: String, actor: String, person: String, sent_by: String, roles: Vec<String>, voting: Option<bool>,
        from: String, until: String, attendance: String,
    }
}

record! {
    /// Cooperation outside any body.
    Relation {
        id: String, a: String, b: String, kind: String, intensity: Option<u8>, from: String, until: String,
        document: String, notes: String,
    }
}

record! {
    /// Something to be reached.
    Goal { id: String, text: String, carried_by: Vec<String> }
}

record! {
    /// A next step of a network or a task of a meeting.
    Task { id: String, text: String, who: Vec<String>, due: String, done_on: String, carried_from: String }
}

record! {
    /// A digital form of cooperation.
    Channel { id: String, kind: String, name: String, url: String, function: String, operator: String, notes: String }
}

record! {
    /// A tie to a committee, a planning or a unit.
    Embedding {
        id: String, to: String, tie: String, order: Option<u8>, frequency: String, last: String, notes: String,
    }
}

record! {
    /// The state of a guiding question.
    Question { key: String, status: String, ask: String, reason: String }
}

record! {
    /// Days on which nobody meets.
    Holiday { name: String, from: String, until: String, source: String }
}
