//! Meeting mode, minutes and tasks; `{}` stands for what is named.

texts! {
    /// Meeting mode, minutes and tasks; `{}` stands for what is named.
    MinutesTexts
    people: "Who is there", "Wer ist da";
    open: "Left open", "Offen geblieben";
    topics: "Topics", "Themen";
    decisions: "Decisions", "Beschlüsse";
    tasks: "Tasks", "Aufgaben";
    topic: "topic", "Thema";
    decision: "decision", "Beschluss";
    task: "task", "Aufgabe";
    present: "present", "anwesend";
    excused: "excused", "entschuldigt";
    absent: "absent", "abwesend";
    here_of: "{} of {}", "{} von {}";
    deputy: "deputy", "Vertretung";
    deputies: "deputy: {}", "Vertretung: {}";
    guest: "also here", "außerdem";
    not_noted: "not noted yet", "noch nicht festgehalten";
    nobody: "Nobody is noted as a member: `a` adds who is there.", "Niemand ist als Mitglied festgehalten: `a` trägt ein, wer da ist.";
    nothing_open: "No task is left open from earlier meetings.", "Aus früheren Treffen ist nichts offen.";
    nothing_yet: "nothing yet", "noch nichts";
    carry_hint: "Enter carries over, x ticks done", "Enter übernimmt, x erledigt";
    who: "who: {}", "wer: {}";
    to: "to: {}", "an: {}";
    until: "until {}", "bis {}";
    not_found: "nobody called “{}”", "niemand heißt „{}“";
    task_hint: "Task @who until day", "Aufgabe @wer bis Tag";
    decision_hint: "Decision @to whom", "Beschluss @an wen";
    topic_hint: "Topic", "Thema";
    who_title: "Who does it", "Wer macht es";
    to_title: "To whom", "An wen";
    here_title: "Who else is there", "Wer ist noch da";
    no_meeting: "Choose a network, a rhythm or a meeting first", "Zuerst ein Netzwerk, einen Rhythmus oder ein Treffen wählen";
    nothing_to_edit: "There is nothing to edit yet", "Noch nichts zu bearbeiten";
    copied: "Copied what came back from the editor", "Kopiert, was aus dem Editor zurückkam";
    half_back: "The line that was being typed is here again", "Die angefangene Zeile ist wieder da";
    heading: "Minutes: {}", "Protokoll: {}";
    when: "When", "Wann";
    place: "Where", "Wo";
    carried: "carried over", "übernommen";
    done: "done {}", "erledigt {}";
    scope: "Holding a meeting", "Beim Führen einer Sitzung";
    scope_lists: "Holding a meeting: its lists", "Beim Führen einer Sitzung: in den Listen";
    no_tasks: "No tasks.", "Keine Aufgaben.";
    no_tasks_no_me: "No tasks. (Your own are known once the settings say who you are: me)", "Keine Aufgaben. (Eigene kennt das Programm, wenn in den Einstellungen steht, wer man ist: me)";
    no_day: "no day", "ohne Termin";
    mode_open: "open", "offen";
    mode_overdue: "overdue", "überfällig";
    mode_mine: "mine", "eigene";
    mode_by_actor: "by actor", "nach Akteur";
    mode_done: "done", "erledigt";
    col_task: "Task", "Aufgabe";
    col_who: "Who", "Wer";
    col_due: "Until", "Bis";
    col_done: "Done", "Erledigt";
    col_body: "Network", "Netzwerk";
    noted_in: "Noted in", "Aus";
    scope_tasks: "In the list of tasks", "In der Aufgabenliste";
    --
}
