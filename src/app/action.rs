//! Everything a key, a menu entry or a finished piece of work can ask for. Reads like the table of contents of the program.

/// What is to be done. The same action means the same thing wherever it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    // Moving in any list.
    /// One row down.
    Down,
    /// One row up.
    Up,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,

    // Going about in the landscape.
    /// Find anything.
    Find,
    /// Filter this pane.
    Filter,
    /// Open the card, follow a reference, take what is selected.
    Open,
    /// Back to where one was.
    Back,
    /// The next pane.
    NextPane,
    /// The pane before.
    PreviousPane,
    /// A pane by its number, from 1.
    Pane(u8),
    /// Let the panes follow the selection, or not.
    Linking,
    /// Sort this pane by something else.
    Sort,
    /// Take over what a conflict copy beside the file has.
    TakeCopy,
    /// The calendar: month and year.
    Calendar,
    /// Find a date for the selected network.
    FindDate,
    /// The landscape's own card.
    Landscape,
    /// A screen of its own.
    Screen(super::screen::Screen),
    /// Ask for the path of a calendar file.
    AskCalendar(super::prompt::Ask),
    /// The path of a calendar file that is to be read or written.
    CalendarFile(super::prompt::Ask, String),

    // Changing data.
    /// A new record of the pane's kind.
    New,
    /// Edit what is selected.
    Edit,
    /// Edit its notes in the editor.
    Notes,
    /// Add a member or a rhythm.
    Attach,
    /// Choose what else to add.
    AttachOther,
    /// The map, and what is done on it.
    OnMap(OnMap),
    /// What is done on the board of measures.
    OnInsight(OnInsight),
    /// Go to the list of networks, filtered by these terms.
    Networks(String),
    /// Choose a state to put beside the data.
    Compare,
    /// Put this state beside the data; what it is called.
    CompareWith(crate::store::file::other::Other, String),
    /// The screens of the guiding questions, and what is done on them.
    Inquiry(OnInquiry),
    /// Add a part of this field.
    Add(crate::landscape::Field),
    /// Note a relation to another actor.
    Relate,
    /// Note how a network meets.
    NewRhythm,
    /// Note a piece of evidence.
    Evidence,
    /// Note a meeting.
    Meeting,
    /// Hold a meeting: who is there, what is decided, who does what.
    HoldMeeting,
    /// Make what was observed the rule.
    TakeOver,
    /// Choose who does it.
    Who,
    /// Delete what is selected.
    Delete,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,

    // Taking data along.
    /// Copy the line.
    CopyLine,
    /// Copy the whole record.
    CopyRecord,
    /// Open the web or mail address.
    OpenWeb,

    // Finding what can be done.
    /// All commands, searchable.
    Palette,
    /// The keys that work here.
    Help,

    // Overlays and text.
    /// Close one layer.
    Escape,
    /// A typed character.
    Type(char),
    /// Pasted text.
    Paste(String),
    /// A step in the text field.
    Line(Line),
    /// The next field, kind or side.
    Next,
    /// The one before.
    Previous,
    /// Save the form.
    Save,
    /// Open this field in the editor.
    FieldInEditor,
    /// Show all fields of the form, or the filled and common ones.
    AllFields,
    /// Mark this entry among several.
    Mark,
    /// Take a part out of a list.
    Remove,
    /// Move a part up in its list.
    MoveUp,
    /// Move a part down in its list.
    MoveDown,
    /// Yes.
    Yes,
    /// No.
    No,

    /// Note this verdict about a pair that looks alike.
    Judge(&'static str),
    /// Put two networks together.
    Unite,
    /// Open the record that looks like the one being typed.
    Instead,

    /// Keep our version.
    Mine,
    /// Take theirs.
    Theirs,

    // The program itself.
    /// Start an empty landscape.
    StartEmpty,
    /// Look at the demo landscape.
    StartDemo,
    /// Open a backup, to look at: until when it was the file, and where it lies.
    OpenBackup(jiff::civil::DateTime, std::path::PathBuf),
    /// Make the backup that is open the file again.
    WriteBack,
    /// Change the language.
    Language,
    /// Change the theme.
    Theme,
    /// Reload what somebody else wrote.
    Reload,
    /// Show where the data are and how they are.
    About,
    /// To the background.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Leave the program.
    Quit,
}

impl Action {
    /// How many rows an action moves the selection by, where a screen shows so many; nothing for one that does not move it.
    #[must_use]
    pub fn rows(&self, shown: usize) -> Option<isize> {
        let page = isize::try_from(shown).unwrap_or(1).max(1);
        Some(match self {
            Action::Down => 1,
            Action::Up => -1,
            Action::HalfDown => (page / 2).max(1),
            Action::HalfUp => -(page / 2).max(1),
            Action::PageDown => page,
            Action::PageUp => -page,
            Action::First => isize::MIN / 2,
            Action::Last => isize::MAX / 2,
            _ => return None,
        })
    }
}

/// A step in a text field (readline names).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A character to the left.
    Left,
    /// A character to the right.
    Right,
    /// A row up in a text of several lines, else the field before.
    Up,
    /// A row down in a text of several lines, else the next field.
    Down,
    /// A word to the left.
    WordLeft,
    /// A word to the right.
    WordRight,
    /// To the start.
    Start,
    /// To the end.
    End,
    /// Delete the character to the left.
    Backspace,
    /// Delete the character to the right.
    Delete,
    /// Delete the word to the left.
    DeleteWord,
    /// Delete to the start.
    DeleteToStart,
    /// Delete to the end.
    DeleteToEnd,
    /// A line break, in texts of several lines.
    Break,
}

/// What is done on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnMap {
    /// Open it.
    Open,
    /// To the next node on the left.
    Left,
    /// To the next node on the right.
    Right,
    /// Move the view, by parts of its width and height.
    Pan(i8, i8),
    /// Nearer.
    In,
    /// Farther.
    Out,
    /// All of it.
    Whole,
    /// Only what is around the selected node: one step, two steps, all again.
    Focus,
    /// The way between two.
    Path,
    /// Networks, networks and actors, the matrix.
    View,
}

/// What is done on the board of measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnInsight {
    /// People themselves, or their institutions.
    Whom,
    /// Another day.
    Day,
    /// Only what fits.
    Terms,
    /// With the rank of pages, or without.
    Rank,
}

/// What is done on the screens of the guiding questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnInquiry {
    /// Open the matrix: networks and guiding questions.
    Matrix,
    /// Open the profile sheet of a network.
    Sheet,
    /// Whom to ask next.
    Informants,
    /// Open the interview guide for a person.
    Guide,
    /// Hold a conversation: interview mode.
    Hold,
    /// To the question on the left.
    Left,
    /// To the question on the right.
    Right,
    /// Set by hand how a question stands.
    State,
    /// Take back what was set by hand.
    Unset,
    /// To the card of the record.
    Card,
    /// A new piece of evidence for the question.
    Prove,
    /// Write the page into a file.
    Write,
    /// To the next network of the conversation.
    NextBody,
    /// To the network before.
    PreviousBody,
    /// The next rating for the line being typed.
    Rating,
    /// How sure the line being typed is.
    Confidence,
    /// How far the line being typed may go.
    Visibility,
}
