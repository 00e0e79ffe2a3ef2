//! What the program asks of the world outside. Effects run at the edge; their results come back as inputs.

/// Something only the edge can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put the data on disk.
    Save,
    /// What somebody else wrote is taken over; true: the result is to be written, false: there is nothing to write.
    TakenOver(bool),
    /// Hold back every save until it is decided whose changes stand; a copy is kept for the way out.
    Hold,
    /// Put text on the clipboard.
    Copy(String),
    /// Work something out beside the loop.
    Work(super::job::Job),
    /// The same, when no frame waits for it.
    Prepare(super::job::Job),
    /// List the states one can put beside the data.
    ListStates,
    /// Read this state; what it is called.
    ReadState(crate::store::file::other::Other, String),
    /// Open a web or mail address.
    OpenLink(String),
    /// Let the user edit text in the editor; the answer is delivered to whoever asked.
    Editor(String),
    /// Read this conflict copy of the store.
    ReadCopy(std::path::PathBuf),
    /// Read this calendar file.
    ReadCalendar(String),
    /// Write this text into this file, and tell it.
    WriteFile(String, String),
    /// Keep what is typed into a form.
    Draft(String),
    /// The form is closed, its draft is no longer needed.
    DropDraft,
    /// Read the file again.
    Reload,
    /// Try again to open the file that could not be read.
    OpenAgain,
    /// Open this backup, to look at.
    OpenBackup(std::path::PathBuf),
    /// Put what is open in the place of the file that could not be read.
    WriteBack,
    /// Start anew with an empty store, or with the demo landscape.
    Start(Start),
    /// To the background.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Quit,
}

/// What to start with when there is no store yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// A private copy of the demo landscape.
    Demo,
    /// An empty store in the usual place.
    Empty,
}
