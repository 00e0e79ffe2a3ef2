//! The shapes: every record and part of the store with all its fields, in the order of the file. Knows no values.

use super::shape::shape;

shape! {
    /// The landscape itself: name, area, themes, portal, questions that belong to no single body.
    the_landscape "landscape" by KeyedBy::Place;
    NAME "name" of(Line, Core).required();
    AREA "area" of(Line, Core).common();
    LAND "land" of(Choice("state"), Core).common();
    TIMEZONE "timezone" of(Line, Core);
    OWN_UNIT "own_unit" of(Ref(Target::Actor), Core).common();
    THEMES "themes" of(Choices("theme"), Content).common();
    GOALS "goals" of(Parts(&goal::SHAPE), Outlook).common();
    CHANNELS "channels" of(Parts(&channel::SHAPE), Cooperation).common();
    QUESTIONS "questions" of(Parts(&question::SHAPE), Voices);
    HOLIDAYS "holidays" of(Parts(&holiday::SHAPE), Activity);
    NOTES "notes" of(Text, Keeping);
}

shape! {
    /// An institution, one of its units, a sectoral planning, or a person in a function.
    actor "actor" by KeyedBy::Id;
    NAME "name" of(Line, Core).required();
    SHORT "short" of(Line, Core).common();
    ALIASES "aliases" of(Texts, Core);
    KIND "kind" of(Choice("actor_kind"), Core).common();
    SECTOR "sector" of(Choice("sector"), Core);
    UNIT_OF "unit_of" of(Ref(Target::Actor), Core).common();
    PERSON "person" of(Flag, Core).common();
    FUNCTION "function" of(Line, Core).common().people_only();
    EMAIL "email" of(Mail, Contact).common();
    PHONE "phone" of(Phone, Contact).common();
    WEB "web" of(Link, Contact);
    ADDRESS "address" of(Text, Contact);
    AREA "area" of(Choice("area"), Content);
    INTERNAL "internal" of(Flag, Core);
    PHASES "phases" of(Choices("phase"), Content);
    THEMES "themes" of(Choices("theme"), Content).common();
    TARGET_GROUPS "target_groups" of(Choices("target_group"), Content);
    TAGS "tags" of(Texts, Keeping);
    NOTES "notes" of(Text, Keeping).common();
    CHECKED_ON "checked_on" of(Date, Keeping);
    EXTERNAL "external" of(Texts, Keeping);
    FORMERLY "formerly" of(Texts, Keeping);
    PURPOSE "purpose" of(Line, Privacy).people_only();
    BASIS "basis" of(Choice("legal_basis"), Privacy).people_only();
    SOURCE "source" of(Line, Privacy).people_only();
    COLLECTED_ON "collected_on" of(Date, Privacy).people_only();
    INFORMED_ON "informed_on" of(Date, Privacy).people_only();
    RETAIN_UNTIL "retain_until" of(Date, Privacy).people_only();
}

shape! {
    /// Every kind of body: network, round table, working group, project group, steering group, committee.
    network "network" by KeyedBy::Id;
    NAME "name" of(Line, Core).required();
    SHORT "short" of(Line, Core).common();
    ALIASES "aliases" of(Texts, Core);
    KIND "kind" of(Choice("network_kind"), Core).common();
    LEVEL "level" of(Choice("governance_level"), Core);
    PART_OF "part_of" of(Ref(Target::Network), Core);
    THEMES "themes" of(Choices("theme"), Content).common();
    PHASES "phases" of(Choices("phase"), Content).common();
    TARGET_GROUPS "target_groups" of(Choices("target_group"), Content);
    AREA "area" of(Choice("area"), Content);
    PURPOSE "purpose" of(Text, Content).common();
    GOALS "goals" of(Parts(&goal::SHAPE), Content);
    COMMON_GROUND "common_ground" of(Text, Content);
    CHARACTER "character" of(Choices("character"), Cooperation).common();
    DECISION_POWER "decision_power" of(Choice("decision_power"), Cooperation).common();
    PARTICIPATION_DEPTH "participation_depth" of(Choice("participation_depth"), Cooperation);
    BINDINGNESS "bindingness" of(Choice("bindingness"), Cooperation).common();
    DOCUMENT "document" of(Line, Cooperation);
    OPENNESS "openness" of(Choice("openness"), Cooperation);
    MEMBERS "members" of(Parts(&member::SHAPE), People).common();
    LIFECYCLE "lifecycle" of(Choice("lifecycle"), Activity).common();
    TERM "term" of(Choice("term"), Activity).common();
    FROM "from" of(Date, Activity);
    UNTIL "until" of(Date, Activity);
    ACTIVITY "activity" of(Number(0, 4), Activity);
    BETWEEN_MEETINGS "between_meetings" of(Choices("between_meetings"), Activity);
    BETWEEN_NOTES "between_notes" of(Text, Activity);
    CHANNELS "channels" of(Parts(&channel::SHAPE), Cooperation);
    EMBEDDING "embedding" of(Parts(&embedding::SHAPE), Embedding).common();
    FOLLOW_UP_RULE "follow_up_rule" of(Text, Embedding);
    BACKING "backing" of(Text, Embedding);
    FUNDING "funding" of(Text, Embedding);
    NEXT_STEPS "next_steps" of(Parts(&step::SHAPE), Outlook);
    QUESTIONS "questions" of(Parts(&question::SHAPE), Voices);
    TAGS "tags" of(Texts, Keeping);
    NOTES "notes" of(Text, Keeping).common();
    CHECKED_ON "checked_on" of(Date, Keeping);
    EXTERNAL "external" of(Texts, Keeping);
    FORMERLY "formerly" of(Texts, Keeping);
}

shape! {
    /// A seat in a network: an institution or a person, in one or more roles, for a period.
    member "member" by KeyedBy::Id;
    ACTOR "actor" of(Ref(Target::Actor), Core).required();
    PERSON "person" of(Ref(Target::Person), Core).common();
    SENT_BY "sent_by" of(Ref(Target::Body), Core);
    ROLES "roles" of(Choices("role"), Core).common();
    VOTING "voting" of(Flag, Core);
    FROM "from" of(Date, Activity).common();
    UNTIL "until" of(Date, Activity).common();
    ATTENDANCE "attendance" of(Choice("attendance"), Activity);
}

shape! {
    /// Cooperation between two actors outside any body.
    relation "relation" by KeyedBy::Id;
    A "a" of(Ref(Target::Actor), Core).required();
    B "b" of(Ref(Target::Actor), Core).required();
    KIND "kind" of(Choice("relation_kind"), Core).common();
    INTENSITY "intensity" of(Number(0, 4), Cooperation).common();
    FROM "from" of(Date, Activity).common();
    UNTIL "until" of(Date, Activity).common();
    DOCUMENT "document" of(Line, Cooperation).common();
    NOTES "notes" of(Text, Keeping).common();
}

shape! {
    /// Something a body or the landscape wants to reach.
    goal "goal" by KeyedBy::Id;
    TEXT "text" of(Line, Core).required();
    CARRIED_BY "carried_by" of(Refs(Target::Body), Core).common();
}

shape! {
    /// What is to become of a body.
    step "step" by KeyedBy::Id;
    TEXT "text" of(Line, Core).required();
    WHO "who" of(Refs(Target::Actor), Core).common();
    DUE "due" of(Date, Core).common();
    DONE_ON "done_on" of(Date, Core).common();
    CARRIED_FROM "carried_from" of(Ref(Target::Task), Keeping);
}

shape! {
    /// A task noted in a meeting.
    task "task" by KeyedBy::Id;
    TEXT "text" of(Line, Core).required();
    WHO "who" of(Refs(Target::Actor), Core).common();
    DUE "due" of(Date, Core).common();
    DONE_ON "done_on" of(Date, Core).common();
    CARRIED_FROM "carried_from" of(Ref(Target::Task), Keeping);
}

shape! {
    /// A digital form of cooperation: portal, mailing list, shared drive.
    channel "channel" by KeyedBy::Id;
    KIND "kind" of(Choice("channel_kind"), Core).common();
    NAME "name" of(Line, Core).required();
    URL "url" of(Link, Core).common();
    FUNCTION "function" of(Choice("channel_function"), Core).common();
    OPERATOR "operator" of(Ref(Target::Actor), Core).common();
    NOTES "notes" of(Text, Keeping);
}

shape! {
    /// A tie to a committee, a sectoral planning or a unit of the administration.
    embedding "embedding" by KeyedBy::Id;
    TO "to" of(Ref(Target::Body), Core).required();
    TIE "tie" of(Choice("embedding_tie"), Core).common();
    ORDER "order" of(Number(0, 99), Core);
    FREQUENCY "frequency" of(Line, Core).common();
    LAST "last" of(Date, Core);
    NOTES "notes" of(Text, Keeping);
}

shape! {
    /// How a network means to meet.
    rhythm "rhythm" by KeyedBy::Id;
    NETWORK "network" of(Ref(Target::Network), Core).required();
    NAME "name" of(Line, Core);
    RULE "rule" of(Rule, Core).common();
    PER_YEAR "per_year" of(Range, Core).common();
    START "start" of(Moment, Core).common();
    DURATION "duration" of(Duration, Core).common();
    PLACE "place" of(Line, Core).common();
    MODE "mode" of(Choice("meeting_mode"), Core).common();
    AVOID "avoid" of(Choices("avoid"), Activity);
    SKIP "skip" of(Moments, Activity);
    EXTRA "extra" of(Moments, Activity);
    UNTIL "until" of(Date, Activity);
    NOTES "notes" of(Text, Keeping).common();
    EXTERNAL "external" of(Texts, Keeping);
}

shape! {
    /// A meeting that was or is to be held.
    meeting "meeting" by KeyedBy::Id;
    NETWORKS "networks" of(Refs(Target::Network), Core).required();
    RHYTHM "rhythm" of(Ref(Target::Rhythm), Core);
    OCCURRENCE "occurrence" of(Moment, Core);
    AT "at" of(Moment, Core).required();
    UNTIL "until" of(Moment, Core).common();
    STATUS "status" of(Choice("meeting_status"), Core).common();
    PLACE "place" of(Line, Core).common();
    MODE "mode" of(Choice("meeting_mode"), Core);
    PRESENT "present" of(Refs(Target::Actor), People).common();
    EXCUSED "excused" of(Refs(Target::Actor), People);
    ABSENT "absent" of(Refs(Target::Actor), People);
    TOPICS "topics" of(Text, Outcome).common();
    DECISIONS "decisions" of(Parts(&decision::SHAPE), Outcome).common();
    TASKS "tasks" of(Parts(&task::SHAPE), Outcome).common();
    NOTES "notes" of(Text, Keeping).common();
    EXTERNAL "external" of(Texts, Keeping);
}

shape! {
    /// Something a meeting decided, and whom it goes to.
    decision "decision" by KeyedBy::Id;
    TEXT "text" of(Line, Core).required();
    TO "to" of(Ref(Target::Body), Core).common();
}

shape! {
    /// A conversation, a document, an observation of one's own.
    evidence "evidence" by KeyedBy::Id;
    DATE "date" of(Date, Core).required();
    KIND "kind" of(Choice("evidence_kind"), Core).common();
    TITLE "title" of(Line, Core).common();
    WITH "with" of(Refs(Target::Actor), Core).common();
    PSEUDONYM "pseudonym" of(Line, Privacy).common();
    LINK "link" of(Link, Core);
    VISIBILITY "visibility" of(Choice("visibility"), Privacy).common();
    NOTES "notes" of(Text, Keeping).common();
    STATEMENTS "statements" of(Parts(&statement::SHAPE), Voices).common();
}

shape! {
    /// What was said about one or more bodies, to one guiding question.
    statement "statement" by KeyedBy::Id;
    ABOUT "about" of(Refs(Target::Subject), Core).required();
    QUESTION "question" of(Choice("questions"), Core).common();
    TEXT "text" of(Text, Core).common();
    RATINGS "ratings" of(Ratings, Voices).common();
    INTENSITY "intensity" of(Number(0, 4), Voices).common();
    CONFIDENCE "confidence" of(Choice("confidence"), Voices).common();
    VISIBILITY "visibility" of(Choice("visibility"), Privacy);
}

shape! {
    /// The state of a guiding question for one body or for the landscape.
    question "question" by KeyedBy::Field(Field(0));
    KEY "key" of(Choice("questions"), Core).required();
    STATUS "status" of(Choice("question_status"), Core).common();
    ASK "ask" of(Ref(Target::Actor), Core).common();
    REASON "reason" of(Line, Core).common();
}

shape! {
    /// A local or school holiday.
    holiday "holiday" by KeyedBy::Place;
    NAME "name" of(Line, Core).required();
    FROM "from" of(Date, Core).required();
    UNTIL "until" of(Date, Core).common();
    SOURCE "source" of(Line, Core);
}

shape! {
    /// What people decided about two records that look alike.
    verdict "verdict" by KeyedBy::Id;
    A "a" of(Ref(Target::Body), Core).required();
    B "b" of(Ref(Target::Body), Core).required();
    VERDICT "verdict" of(Choice("verdict"), Core).common();
    BY "by" of(Line, Core).common();
    DATE "date" of(Date, Core).common();
    BASIS "basis" of(Line, Keeping);
    NOTES "notes" of(Text, Keeping).common();
}
