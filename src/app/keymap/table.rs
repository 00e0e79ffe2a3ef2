//! The rows. The first of two rows with the same key and scope wins; a test says that there are none.

use super::{Binding, Scope};
use crate::app::Action;
use crate::app::action::{Line, OnInquiry, OnInsight, OnMap};
use crate::app::prompt::Ask;
use crate::app::screen::Screen;
use Scope::{
    Attendance, Board, Calendar, Card, Chooser, Compare, Confirm, Conflicts, Conversation, Dates, Everywhere, Filter,
    Finder, Form, Grid, Guide, House, Informants, Inquiry, Insight, List, Map, Minutes, Page, Picker, Prompt, Sheet,
    Tasks, Twins, Unite, Upcoming, Wish,
};

macro_rules! table {
    ($($scope:ident $name:ident [$($key:literal),*] $action:expr $(, $rank:literal)?;)*) => {
        /// All rows.
        pub static TABLE: &[Binding] = &[$(Binding {
            scope: $scope,
            name: stringify!($name),
            keys: &[$($key),*],
            action: $action,
            text: |texts| texts.$name,
            rank: table!(@rank $($rank)?),
        }),*];
    };
    (@rank) => { None };
    (@rank $rank:literal) => { Some($rank) };
}

use Scope::Line as Text;

table! {
    House find ["Space"] Action::Find, 1;
    House filter ["/"] Action::Filter, 2;
    House open ["Enter"] Action::Open, 3;
    House new ["n"] Action::New, 4;
    House edit ["e"] Action::Edit, 5;
    House undo ["u"] Action::Undo, 6;
    House attach ["a"] Action::Attach, 7;
    House attach_other ["A"] Action::AttachOther;
    House delete ["x", "Del"] Action::Delete, 8;
    House notes ["E"] Action::Notes, 9;
    House copy_line ["y"] Action::CopyLine, 10;
    House upcoming ["t"] Action::Screen(Screen::Upcoming), 11;
    House next_pane ["Tab", "l", "Right"] Action::NextPane, 12;
    House previous_pane ["Shift-Tab", "h", "Left"] Action::PreviousPane;
    House networks ["1"] Action::Pane(1);
    House actors ["2"] Action::Pane(2);
    House rhythms ["3"] Action::Pane(3);
    House palette [":", "Ctrl-p"] Action::Palette, 13;
    House help ["?"] Action::Help, 0;
    House redo ["Ctrl-r", "U"] Action::Redo;
    House copy_record ["Y"] Action::CopyRecord;
    House open_web ["o"] Action::OpenWeb;
    House sort ["s"] Action::Sort;
    House back ["Backspace", "Ctrl-o"] Action::Back;
    House relate ["r"] Action::Relate;
    House evidence ["v"] Action::Evidence;
    House meeting ["m"] Action::Meeting;
    House landscape ["L"] Action::Landscape;
    House linking ["&"] Action::Linking;
    House map ["z"] Action::OnMap(OnMap::Open);
    House privacy_due [] Action::Screen(Screen::PrivacyDue);
    House take_copy [] Action::TakeCopy;
    House import_calendar [] Action::AskCalendar(Ask::ImportCalendar);
    House export_calendar [] Action::AskCalendar(Ask::ExportCalendar);
    House escape ["Esc"] Action::Escape;
    House write_back ["Ctrl-s"] Action::WriteBack;
    House reload ["Ctrl-g"] Action::Reload;
    House language ["Ctrl-t"] Action::Language;
    House theme [] Action::Theme;
    House about ["i"] Action::About;
    House quit ["q"] Action::Quit, 14;

    List down ["j", "Down"] Action::Down;
    List up ["k", "Up"] Action::Up;
    List first ["g", "Home"] Action::First;
    List last ["G", "End"] Action::Last;
    List half_down ["Ctrl-d"] Action::HalfDown;
    List half_up ["Ctrl-u"] Action::HalfUp;
    List page_down ["PgDn"] Action::PageDown;
    List page_up ["PgUp"] Action::PageUp;

    Card move_up ["K"] Action::MoveUp;
    Card take_over ["="] Action::TakeOver;
    Card move_down ["J"] Action::MoveDown;

    Filter filter_keep ["Enter"] Action::Open, 1;
    Filter filter_drop ["Esc"] Action::Escape, 2;
    Filter down_typing ["Down", "Ctrl-n"] Action::Down;
    Filter up_typing ["Up", "Ctrl-p"] Action::Up;
    Filter next_pane_typing ["Tab"] Action::NextPane;

    Finder go ["Enter"] Action::Open, 1;
    Finder narrow ["Tab"] Action::Next, 2;
    Finder widen ["Shift-Tab"] Action::Previous;
    Finder copy_hit ["Ctrl-y"] Action::CopyLine, 3;
    Finder close ["Esc"] Action::Escape, 4;
    Finder find_down ["Down", "Ctrl-n"] Action::Down;
    Finder find_up ["Up", "Ctrl-p"] Action::Up;
    Finder find_page_down ["PgDn"] Action::PageDown;
    Finder find_page_up ["PgUp"] Action::PageUp;

    Chooser choose ["Enter"] Action::Open, 1;
    Chooser choose_close ["Esc"] Action::Escape, 2;
    Chooser choose_down ["Down", "Ctrl-n", "Tab"] Action::Down;
    Chooser choose_up ["Up", "Ctrl-p", "Shift-Tab"] Action::Up;
    Chooser choose_page_down ["PgDn"] Action::PageDown;
    Chooser choose_page_up ["PgUp"] Action::PageUp;

    Picker take ["Enter"] Action::Open, 1;
    Picker mark ["Tab"] Action::Mark, 2;
    Picker pick_new ["Ctrl-s"] Action::New, 3;
    Picker pick_none ["Ctrl-x"] Action::Remove, 4;
    Picker pick_close ["Esc"] Action::Escape, 5;
    Picker pick_down ["Down", "Ctrl-n"] Action::Down;
    Picker pick_up ["Up", "Ctrl-p"] Action::Up;
    Picker pick_page_down ["PgDn"] Action::PageDown;
    Picker pick_page_up ["PgUp"] Action::PageUp;

    Form save ["Ctrl-s"] Action::Save, 1;
    Form next_field ["Tab", "Down"] Action::Next, 2;
    Form previous_field ["Shift-Tab", "Up"] Action::Previous;
    Form open_field ["Enter"] Action::Open, 3;
    Form field_in_editor ["Ctrl-e"] Action::FieldInEditor, 6;
    Form all_fields ["Ctrl-g"] Action::AllFields, 5;
    Form remove_part ["Ctrl-x"] Action::Remove, 4;
    Form leave ["Esc"] Action::Escape, 7;
    Form form_instead ["Ctrl-o"] Action::Instead, 8;
    Form form_page_down ["PgDn"] Action::PageDown;
    Form form_page_up ["PgUp"] Action::PageUp;
    Form part_up ["K", "Alt-Up"] Action::MoveUp;
    Form part_down ["J", "Alt-Down"] Action::MoveDown;

    Text line_left ["Left", "Ctrl-b"] Action::Line(Line::Left);
    Text line_right ["Right", "Ctrl-f"] Action::Line(Line::Right);
    Text line_word_left ["Ctrl-Left", "Alt-b"] Action::Line(Line::WordLeft);
    Text line_word_right ["Ctrl-Right", "Alt-f"] Action::Line(Line::WordRight);
    Text line_start ["Home", "Ctrl-a"] Action::Line(Line::Start);
    Text line_end ["End"] Action::Line(Line::End);
    Text line_backspace ["Backspace", "Ctrl-h"] Action::Line(Line::Backspace);
    Text line_delete ["Del"] Action::Line(Line::Delete);
    Text line_delete_word ["Ctrl-w", "Alt-Backspace", "Ctrl-Backspace"] Action::Line(Line::DeleteWord);
    Text line_delete_to_start ["Ctrl-u"] Action::Line(Line::DeleteToStart);
    Text line_delete_to_end ["Ctrl-k"] Action::Line(Line::DeleteToEnd);
    Text line_break ["Ctrl-j", "Alt-Enter"] Action::Line(Line::Break);
    Text line_up ["Up"] Action::Line(Line::Up);
    Text line_down ["Down"] Action::Line(Line::Down);

    Confirm yes ["y", "j"] Action::Yes, 1;
    Confirm no ["n", "Esc", "Enter"] Action::No, 2;

    Upcoming upcoming_new ["m"] Action::Meeting, 3;
    Upcoming upcoming_past ["Tab"] Action::Next, 2;
    Upcoming upcoming_close ["Esc", "t", "q"] Action::Escape, 5;

    Conflicts mine ["m"] Action::Mine, 1;
    Conflicts theirs ["t"] Action::Theirs, 2;
    Conflicts conflicts_done ["Enter", "Esc"] Action::Escape, 3;

    Board board_open ["Enter"] Action::Open, 1;
    Board board_mode ["Tab"] Action::Next, 2;
    Board board_mode_before ["Shift-Tab"] Action::Previous;
    Board board_filter ["/"] Action::Filter, 3;
    Board board_edit ["e"] Action::Edit, 5;
    Board board_sort ["s"] Action::Sort, 4;
    Board board_copy ["y"] Action::CopyLine, 8;
    Board board_find ["Space"] Action::Find, 7;
    Board board_undo ["u"] Action::Undo, 6;
    Board board_redo ["Ctrl-r", "U"] Action::Redo;
    Board board_palette [":", "Ctrl-p"] Action::Palette;
    Board board_help ["?"] Action::Help, 0;
    Board board_language ["Ctrl-t"] Action::Language;
    Board board_close ["Esc", "q", "Backspace"] Action::Escape, 9;

    House calendar ["c"] Action::Calendar;
    House clashes ["C"] Action::Screen(Screen::Clashes);
    House work_load ["w"] Action::Screen(Screen::Load);
    House find_date ["f"] Action::FindDate;

    Calendar calendar_left ["h", "Left"] Action::Previous;
    Calendar calendar_right ["l", "Right"] Action::Next;
    Calendar calendar_open ["Enter"] Action::Open, 1;
    Calendar calendar_view ["Tab"] Action::NextPane, 2;
    Calendar calendar_of ["a"] Action::Linking, 3;
    Calendar calendar_note ["m"] Action::Meeting, 4;
    Calendar calendar_today ["t"] Action::First, 5;
    Calendar calendar_palette [":", "Ctrl-p"] Action::Palette;
    Calendar calendar_help ["?"] Action::Help, 0;
    Calendar calendar_close ["Esc", "c", "q"] Action::Escape, 6;

    Wish wish_take ["Enter"] Action::Open, 1;
    Wish wish_leave ["Esc"] Action::Escape, 2;
    Wish wish_down ["Down", "Ctrl-n"] Action::Down;
    Wish wish_up ["Up", "Ctrl-p"] Action::Up;

    Dates date_note ["Enter", "m"] Action::Open, 1;
    Dates date_wish ["e", "f"] Action::Edit, 2;
    Dates date_taken ["Tab", "Shift-Tab"] Action::Next, 3;
    Dates date_filter ["/"] Action::Filter, 4;
    Dates date_sort ["s"] Action::Sort;
    Dates date_copy ["y"] Action::CopyLine;
    Dates date_undo ["u"] Action::Undo, 5;
    Dates date_redo ["Ctrl-r", "U"] Action::Redo;
    Dates date_palette [":", "Ctrl-p"] Action::Palette;
    Dates date_help ["?"] Action::Help, 0;
    Dates date_close ["Esc", "q", "Backspace"] Action::Escape, 6;
    House hold_meeting ["M"] Action::HoldMeeting;
    House tasks ["T"] Action::Screen(Screen::Tasks);
    Tasks tasks_done ["x"] Action::Mark, 2;
    Upcoming upcoming_hold ["M"] Action::HoldMeeting, 3;

    Attendance attendance_enter ["Enter"] Action::Open, 1;
    Attendance attendance_tick ["Space", "x"] Action::Mark, 2;
    Attendance attendance_add ["a"] Action::Attach, 4;
    Attendance attendance_find ["/", "f"] Action::Find, 6;
    Attendance attendance_undo ["u"] Action::Undo, 5;
    Attendance attendance_redo ["U"] Action::Redo;
    Attendance attendance_edit ["e"] Action::Edit;
    Attendance attendance_copy ["y"] Action::CopyRecord, 8;
    Attendance attendance_editor ["E"] Action::Notes, 9;
    Attendance attendance_help ["?"] Action::Help, 0;
    Attendance attendance_close ["q"] Action::Escape;

    Minutes minutes_enter ["Enter"] Action::Open, 1;
    Minutes minutes_next ["Tab"] Action::Next, 3;
    Minutes minutes_previous ["Shift-Tab"] Action::Previous;
    Minutes minutes_who ["Ctrl-o"] Action::Who, 4;
    Minutes minutes_find ["Ctrl-f"] Action::Find, 6;
    Minutes minutes_remove ["Ctrl-x"] Action::Remove, 7;
    Minutes minutes_edit ["Ctrl-e"] Action::Edit;
    Minutes minutes_undo ["Ctrl-g"] Action::Undo, 5;
    Minutes minutes_redo ["Ctrl-r"] Action::Redo;
    Minutes minutes_copy ["Ctrl-y"] Action::CopyRecord, 8;
    Minutes minutes_editor ["Ctrl-d"] Action::Notes, 9;
    Minutes minutes_saved ["Ctrl-s"] Action::Save;
    Minutes minutes_down ["Down", "Ctrl-n"] Action::Down;
    Minutes minutes_up ["Up", "Ctrl-p"] Action::Up;
    Minutes minutes_close ["Esc"] Action::Escape, 10;
    Map map_open ["Enter"] Action::Open, 1;
    Map map_near ["Tab"] Action::Next, 2;
    Map map_near_before ["Shift-Tab"] Action::Previous;
    Map map_focus ["f"] Action::OnMap(OnMap::Focus), 3;
    Map map_path ["p"] Action::OnMap(OnMap::Path), 4;
    Map map_view ["v"] Action::OnMap(OnMap::View), 5;
    Map map_filter ["/"] Action::Filter, 6;
    Map map_in ["+"] Action::OnMap(OnMap::In), 7;
    Map map_out ["-"] Action::OnMap(OnMap::Out), 8;
    Map map_whole ["0"] Action::OnMap(OnMap::Whole);
    Map map_left ["h", "Left"] Action::OnMap(OnMap::Left);
    Map map_down ["j", "Down"] Action::Down;
    Map map_up ["k", "Up"] Action::Up;
    Map map_right ["l", "Right"] Action::OnMap(OnMap::Right);
    Map map_pan_left ["H"] Action::OnMap(OnMap::Pan(-1, 0));
    Map map_pan_down ["J", "PgDn"] Action::OnMap(OnMap::Pan(0, 1));
    Map map_pan_up ["K", "PgUp"] Action::OnMap(OnMap::Pan(0, -1));
    Map map_pan_right ["L"] Action::OnMap(OnMap::Pan(1, 0));
    Map map_find ["Space"] Action::Find, 9;
    Map map_palette [":", "Ctrl-p"] Action::Palette;
    Map map_help ["?"] Action::Help, 0;
    Map map_language ["Ctrl-t"] Action::Language;
    Map map_close ["Esc", "q", "z", "Backspace"] Action::Escape, 10;

    House evidence_list ["B"] Action::Screen(Screen::Evidence);
    House responsibility ["R"] Action::Screen(Screen::Responsibility);
    House governance ["V"] Action::Screen(Screen::Governance);
    House embedding ["W"] Action::Screen(Screen::Embedding);

    Grid grid_open ["Enter"] Action::Open, 1;
    Grid grid_next ["Tab"] Action::Next, 2;
    Grid grid_before ["Shift-Tab"] Action::Previous;
    Grid grid_left ["h", "Left"] Action::PreviousPane;
    Grid grid_right ["l", "Right"] Action::NextPane;
    Grid grid_filter ["/"] Action::Filter, 3;
    Grid grid_sort ["s"] Action::Sort;
    Grid grid_copy ["y"] Action::CopyLine, 7;
    Grid grid_find ["Space"] Action::Find, 6;
    Grid grid_undo ["u"] Action::Undo, 5;
    Grid grid_redo ["Ctrl-r", "U"] Action::Redo;
    Grid grid_palette [":", "Ctrl-p"] Action::Palette;
    Grid grid_help ["?"] Action::Help, 0;
    Grid grid_language ["Ctrl-t"] Action::Language;
    Grid grid_close ["Esc", "q", "Backspace"] Action::Escape, 8;
    House gaps ["b"] Action::Screen(Screen::Gaps);
    House twins ["D"] Action::Screen(Screen::Twins);

    Twins twin_unite ["m"] Action::Unite, 2;
    Twins twin_complementary ["1"] Action::Judge("complementary"), 3;
    Twins twin_wanted ["2"] Action::Judge("wanted"), 3;
    Twins twin_coordinate ["3"] Action::Judge("coordinate"), 3;
    Twins twin_merge ["4"] Action::Judge("merge_candidate"), 3;
    Twins twin_double ["5"] Action::Judge("double_structure"), 3;
    Twins twin_historical ["6"] Action::Judge("historical"), 3;

    Unite unite_do ["Enter", "Ctrl-s"] Action::Unite, 1;
    Unite unite_choose ["Space", "x"] Action::Mark, 2;

    House insight ["I"] Action::Screen(Screen::Insight);
    House compare [] Action::Compare;
    Insight insight_whom ["p"] Action::OnInsight(OnInsight::Whom), 5;
    Insight insight_day ["d"] Action::OnInsight(OnInsight::Day), 6;
    Insight insight_terms ["f"] Action::OnInsight(OnInsight::Terms), 7;
    Insight insight_rank ["r"] Action::OnInsight(OnInsight::Rank), 10;

    Compare compare_map ["z"] Action::OnMap(OnMap::Open), 5;

    Prompt prompt_take ["Enter"] Action::Open, 1;
    Prompt prompt_leave ["Esc"] Action::Escape, 2;

    House inquiry ["Q"] Action::Inquiry(OnInquiry::Matrix);
    House profile ["P"] Action::Inquiry(OnInquiry::Sheet);
    House informants ["p"] Action::Inquiry(OnInquiry::Informants);
    House interview_guide [] Action::Inquiry(OnInquiry::Guide);
    House conversation [] Action::Inquiry(OnInquiry::Hold);

    Inquiry inquiry_open ["Enter"] Action::Open, 1;
    Inquiry inquiry_state ["m"] Action::Inquiry(OnInquiry::State), 2;
    Inquiry inquiry_prove ["v"] Action::Inquiry(OnInquiry::Prove), 3;
    Inquiry inquiry_mode ["Tab", "Shift-Tab"] Action::Next, 4;
    Inquiry inquiry_sort ["s"] Action::Sort, 5;
    Inquiry inquiry_filter ["/"] Action::Filter, 6;
    Inquiry inquiry_profile ["P"] Action::Inquiry(OnInquiry::Sheet), 7;
    Inquiry inquiry_ask ["p"] Action::Inquiry(OnInquiry::Informants), 8;
    Inquiry inquiry_edit ["e"] Action::Edit, 9;
    Inquiry inquiry_unset ["x", "Del"] Action::Inquiry(OnInquiry::Unset);
    Inquiry inquiry_card ["o"] Action::Inquiry(OnInquiry::Card);
    Inquiry inquiry_left ["h", "Left"] Action::Inquiry(OnInquiry::Left);
    Inquiry inquiry_right ["l", "Right"] Action::Inquiry(OnInquiry::Right);
    Inquiry inquiry_copy ["y"] Action::CopyLine;
    Inquiry inquiry_find ["Space"] Action::Find;
    Inquiry inquiry_undo ["u"] Action::Undo, 10;
    Inquiry inquiry_redo ["Ctrl-r", "U"] Action::Redo;
    Inquiry inquiry_palette [":", "Ctrl-p"] Action::Palette;
    Inquiry inquiry_help ["?"] Action::Help, 0;
    Inquiry inquiry_language ["Ctrl-t"] Action::Language;
    Inquiry inquiry_close ["Esc", "q", "Q", "Backspace"] Action::Escape, 11;

    Informants informants_guide ["i"] Action::Inquiry(OnInquiry::Guide), 2;
    Informants informants_hold ["M"] Action::Inquiry(OnInquiry::Hold), 3;

    Sheet sheet_open ["Enter"] Action::Open, 1;
    Sheet sheet_edit ["e"] Action::Edit, 2;
    Guide guide_hold ["M"] Action::Inquiry(OnInquiry::Hold), 1;
    Page page_copy ["y"] Action::CopyRecord, 3;
    Page page_write ["w"] Action::Inquiry(OnInquiry::Write), 4;
    Page page_find ["Space"] Action::Find;
    Page page_undo ["u"] Action::Undo, 6;
    Page page_redo ["Ctrl-r", "U"] Action::Redo;
    Page page_palette [":", "Ctrl-p"] Action::Palette;
    Page page_help ["?"] Action::Help, 0;
    Page page_language ["Ctrl-t"] Action::Language;
    Page page_close ["Esc", "q", "P", "Backspace"] Action::Escape, 7;

    Conversation conversation_land ["Enter"] Action::Open, 1;
    Conversation conversation_next ["Down", "Ctrl-n"] Action::Down, 2;
    Conversation conversation_previous ["Up", "Ctrl-p"] Action::Up;
    Conversation conversation_body ["PgDn"] Action::Inquiry(OnInquiry::NextBody), 3;
    Conversation conversation_body_before ["PgUp"] Action::Inquiry(OnInquiry::PreviousBody);
    Conversation conversation_rating ["Ctrl-t"] Action::Inquiry(OnInquiry::Rating), 4;
    Conversation conversation_confidence ["Ctrl-o"] Action::Inquiry(OnInquiry::Confidence), 5;
    Conversation conversation_visibility ["Ctrl-v"] Action::Inquiry(OnInquiry::Visibility), 6;
    Conversation conversation_half ["Tab", "Shift-Tab"] Action::Next;
    Conversation conversation_undo ["Ctrl-g"] Action::Undo, 7;
    Conversation conversation_redo ["Ctrl-r"] Action::Redo;
    Conversation conversation_field ["Ctrl-e"] Action::Edit, 8;
    Conversation conversation_other ["Ctrl-y"] Action::Find, 9;
    Conversation conversation_record ["Ctrl-d"] Action::Notes;
    Conversation conversation_saved ["Ctrl-s"] Action::Save;
    Conversation conversation_close ["Esc"] Action::Escape, 10;

    Everywhere help_everywhere ["F1"] Action::Help;
    Everywhere suspend ["Ctrl-z"] Action::Suspend;
    Everywhere redraw ["Ctrl-l"] Action::Redraw;
    Everywhere quit_everywhere ["Ctrl-c"] Action::Quit;
}
