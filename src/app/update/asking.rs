//! Opening layers: finder, lists to choose from, forms.

use crate::app::action::OnInquiry;
use crate::app::board::Board;
use crate::app::calendar_view::{CalendarView, Of};
use crate::app::card::At;
use crate::app::chooser::{Choice, Chooser, Entry, Topic};
use crate::app::confirm::Confirm;
use crate::app::effect::Start;
use crate::app::find_date::FindDate;
use crate::app::form::Form;
use crate::app::keymap::{Bound, Scope};
use crate::app::minutes::Minutes;
use crate::app::pane::{Slot, SortBy};
use crate::app::pick::Pick;
use crate::app::refusal::refusal;
use crate::app::{Action, Effect, Model, Overlay};
use crate::landscape::{
    Field, Id, Kind, Record, Target, Type, Value, actor, evidence, meeting, member, network, relation, rhythm,
    statement, the_landscape, vocabulary,
};

pub(super) fn open(model: &mut Model, action: &Action) -> Vec<Effect> {
    let layer = match action {
        Action::Find => Overlay::Finder(Box::default()),
        Action::Calendar => Overlay::Calendar(Box::new(calendar(model))),
        Action::FindDate => return find_date(model),
        Action::AttachOther => chooser(Topic::Attach, addable(model)),
        Action::Palette => chooser(Topic::Commands, commands(model)),
        Action::Help => chooser(Topic::Keys, keys(model)),
        _ => chooser(Topic::Sort, orders(model)),
    };
    model.overlays.push(layer);
    Vec::new()
}

/// The calendar: from the card that of what is shown, from a list that of everything in the filter.
fn calendar(model: &Model) -> CalendarView {
    let shown = model.shown().and_then(|(kind, record)| Of::record(kind, record));
    let filtered = model.panes.iter().find(|pane| pane.kind == Kind::Network && pane.rows.is_filtered());
    let rows = filtered.map(|pane| (0..pane.rows.len()).filter_map(|row| pane.rows.get(row)).collect::<Vec<_>>());
    let all = rows.map_or(Of::All, |rows| {
        Of::Filter(
            rows.into_iter()
                .filter_map(|row| if let Slot::Record(id, _) = row { Some(id.clone()) } else { None })
                .collect(),
        )
    });
    let (first, other) = match shown {
        Some(shown) if model.focus.on_card() => (shown, Some(all)),
        shown => (all, shown),
    };
    CalendarView::new(first, other, &model.context())
}

/// Measures of the networks the list of networks is filtered to.
pub(super) fn insight(model: &mut Model) {
    let pane = model.panes.iter().find(|pane| pane.kind == Kind::Network);
    let terms = pane.and_then(|pane| pane.filter.as_ref()).map_or("", |filter| filter.line.text());
    let content = Box::new(crate::app::insight::Insight::new(terms));
    let board = Board::new(content, &model.context());
    model.overlays.push(Overlay::Board(Box::new(board)));
}

/// Dates for the network that is shown, or whose rhythm or meeting is.
fn find_date(model: &mut Model) -> Vec<Effect> {
    if let Some(network) = body_shown(model) {
        let board = Board::new(Box::new(FindDate::new(network)), &model.context());
        model.overlays.push(Overlay::Board(Box::new(board)));
    }
    Vec::new()
}

/// The network that is shown, or whose rhythm or meeting is.
pub(in crate::app) fn body_shown(model: &Model) -> Option<Id> {
    let (kind, record) = model.shown()?;
    match kind {
        Kind::Network => Some(record.id.clone()),
        Kind::Rhythm => Some(Id::new(record.text(rhythm::NETWORK))),
        Kind::Meeting => record.texts(meeting::NETWORKS).first().map(|id| Id::new(id)),
        _ => None,
    }
}

fn chooser(topic: Topic, entries: Vec<Entry>) -> Overlay {
    Overlay::Chooser(Box::new(Chooser::new(topic, entries)))
}

/// Every action of the house, each once, with its keys and why it is refused.
fn commands(model: &Model) -> Vec<Entry> {
    let scopes = if model.focus.on_card() { &[Scope::House, Scope::Card][..] } else { &[Scope::House] };
    let rows: Vec<&Bound> = model.keymap.in_scopes(scopes).collect();
    rows.into_iter().map(|bound| entry(model, bound)).collect()
}

/// The keys that hold here, layer by layer.
fn keys(model: &Model) -> Vec<Entry> {
    let scopes = model.scopes();
    let rows: Vec<&Bound> = model.keymap.in_scopes(scopes).filter(|bound| !bound.keys.is_empty()).collect();
    rows.into_iter().map(|bound| entry(model, bound)).collect()
}

fn entry(model: &Model, bound: &Bound) -> Entry {
    let lang = model.settings.lang;
    let keys: Vec<String> = bound.keys.iter().map(|key| key.name(lang)).collect();
    Entry {
        text: (bound.binding.text)(&model.texts().keys).to_owned(),
        beside: model.texts().house.scope(bound.binding.scope as usize).to_owned(),
        keys: keys.join("  "),
        refused: refusal(model, &bound.binding.action),
        choice: Choice::Act(bound.binding.action.clone()),
    }
}

fn orders(model: &Model) -> Vec<Entry> {
    let texts = &model.texts().house;
    let now = model.pane().order.sort;
    let entry = |sort: &SortBy| Entry {
        text: texts.sort(*sort as usize).to_owned(),
        beside: String::new(),
        keys: if *sort == now { texts.sorted_now.to_owned() } else { String::new() },
        refused: None,
        choice: Choice::Sort(*sort),
    };
    SortBy::choices(model.pane().kind).iter().map(entry).collect()
}

/// Opens the form an action asks for.
pub(super) fn form(model: &mut Model, action: &Action) -> Vec<Effect> {
    if *action == Action::New && model.pane().kind == Kind::Network && unshelve(model) {
        return Vec::new();
    }
    let layers = match action {
        Action::New => create(model, model.pane().kind),
        Action::Edit => edit(model),
        Action::Attach => attach(model),
        Action::Add(field) => add(model, *field),
        Action::Relate => create(model, Kind::Relation),
        Action::NewRhythm => create(model, Kind::Rhythm),
        Action::Evidence => create(model, Kind::Evidence),
        _ => create(model, Kind::Meeting),
    };
    model.overlays.extend(layers);
    Vec::new()
}

/// The form of a network that was left for one that looks like it comes back; false when there is none.
fn unshelve(model: &mut Model) -> bool {
    let Some(draft) = model.shelved.take() else { return false };
    let layers = crate::app::form::draft::restore(&draft, &model.context());
    let any = !layers.is_empty();
    model.overlays.extend(layers);
    if any {
        model.message = Some(crate::app::Message::hint(model.texts().twins.draft_back));
    }
    any
}

/// The form for a new record, with what the selection already says.
fn create(model: &Model, kind: Kind) -> Vec<Overlay> {
    layer(Form::create(kind, preset(model, kind), &model.context()))
}

fn layer(form: Form) -> Vec<Overlay> {
    vec![Overlay::Form(Box::new(form))]
}

/// The form for what is selected: the record, or on the card the very field or part of the line.
fn edit(model: &Model) -> Vec<Overlay> {
    let cx = model.context();
    let at = model.focus.on_card().then(|| model.card.line()?.at.clone()).flatten();
    let record = at.as_ref().and_then(|at| model.data.store().get(at.kind, &at.id));
    match (at, record) {
        (Some(At { kind, field: Some((field, part)), .. }), Some(record)) => {
            Form::edit_at(kind, record, field, part.as_deref(), &cx)
        }
        (Some(At { kind, .. }), Some(record)) => layer(Form::edit(kind, record, &cx)),
        _ => model.shown().map_or_else(Vec::new, |(kind, record)| layer(Form::edit(kind, record, &cx))),
    }
}

/// What belongs to the selection next: a member to a network, a rhythm while the rhythms have the focus, a relation to
/// an actor, a meeting to a rhythm, a statement to a piece of evidence, a task to a meeting.
fn attach(model: &mut Model) -> Vec<Overlay> {
    if let Some((Kind::Actor, record)) = model.shown() {
        model.joining = Some(record.id.clone());
    }
    let model = &*model;
    let cx = model.context();
    let Some((kind, record)) = model.shown() else { return Vec::new() };
    match kind {
        Kind::Network if model.focus.pane() == 2 => create(model, Kind::Rhythm),
        Kind::Network => Form::attach(kind, record, network::MEMBERS, &cx),
        Kind::Actor => join_which(model),
        Kind::Rhythm => create(model, Kind::Meeting),
        Kind::Evidence => Form::attach(kind, record, evidence::STATEMENTS, &cx),
        Kind::Meeting => Form::attach(kind, record, meeting::TASKS, &cx),
        Kind::Landscape => Form::attach(kind, record, the_landscape::CHANNELS, &cx),
        Kind::Relation | Kind::Verdict => layer(Form::edit(kind, record, &cx)),
    }
}

/// A part of the record that is shown.
fn add(model: &Model, field: Field) -> Vec<Overlay> {
    let shown = model.shown();
    shown.map_or_else(Vec::new, |(kind, record)| Form::attach(kind, record, field, &model.context()))
}

/// A membership begins with the network.
fn join_which(model: &Model) -> Vec<Overlay> {
    vec![Overlay::Pick(Box::new(Pick::references(Target::Network, &[], false, &model.context())))]
}

/// The network is picked: the form of the seat, with who is to take it.
pub(super) fn join(model: &mut Model, ids: &[String]) {
    let (Some(who), Some(network)) = (model.joining.take(), ids.first()) else { return };
    let store = model.data.store();
    let (Some(who), Some(network)) = (store.get(Kind::Actor, &who), store.get(Kind::Network, network)) else { return };
    let unit = who.text(actor::UNIT_OF);
    let seat = Record::new(&member::SHAPE, Id::none());
    let seat = if who.flag(actor::PERSON) == Some(true) && !unit.is_empty() {
        seat.with_text(member::ACTOR, unit).with_text(member::PERSON, &who.id)
    } else {
        seat.with_text(member::ACTOR, &who.id)
    };
    let layers = Form::attach_with(Kind::Network, network, network::MEMBERS, seat, &model.context());
    model.overlays.extend(layers);
}

/// Everything that can be added to what is shown: its parts, and records that refer to it.
fn addable(model: &Model) -> Vec<Entry> {
    let Some((kind, record)) = model.shown() else { return Vec::new() };
    let lang = model.settings.lang;
    let entry = |text: &str, action: Action| Entry {
        text: text.to_owned(),
        beside: String::new(),
        keys: model.keymap.key_of(&action).map_or_else(String::new, |key| key.name(lang)),
        refused: refusal(model, &action),
        choice: Choice::Act(action),
    };
    let parts = record.shape.fields().filter_map(|(field, spec)| match spec.of {
        Type::Parts(part) => Some(entry(vocabulary::kind_label(part.name, 1, lang), Action::Add(field))),
        _ => None,
    });
    let mut entries: Vec<Entry> = parts.collect();
    if kind == Kind::Actor {
        entries.push(entry(model.texts().house.membership, Action::Attach));
    }
    for (kind, action) in [
        (Kind::Rhythm, Action::NewRhythm),
        (Kind::Meeting, Action::Meeting),
        (Kind::Evidence, Action::Evidence),
        (Kind::Relation, Action::Relate),
    ] {
        entries.push(entry(vocabulary::kind_label(kind.name(), 1, lang), action));
    }
    entries
}

/// What a new record starts with: whatever the selection already says.
fn preset(model: &Model, kind: Kind) -> Record {
    let blank = Record::new(kind.shape(), Id::none());
    let today = model.now.date().to_string();
    let selected = model.shown().map(|(kind, record)| (kind, record.clone()));
    let network = match &selected {
        Some((Kind::Network, record)) => record.id.to_string(),
        Some((Kind::Rhythm, record)) => tied_network(model).unwrap_or_else(|| record.text(rhythm::NETWORK).to_owned()),
        None => tied_network(model).unwrap_or_default(),
        _ => String::new(),
    };
    let actor = match &selected {
        Some((Kind::Actor, record)) => record.id.to_string(),
        _ => String::new(),
    };
    match kind {
        Kind::Rhythm => blank.with_text(rhythm::NETWORK, &network),
        Kind::Relation => blank.with_text(relation::A, &actor),
        Kind::Meeting => {
            let of = selected.filter(|(kind, _)| *kind == Kind::Rhythm).map(|(_, record)| record.id.to_string());
            blank
                .with(meeting::NETWORKS, Value::set([network].into_iter().filter(|id| !id.is_empty())))
                .with_text(meeting::RHYTHM, of.as_deref().unwrap_or(""))
                .with_text(meeting::AT, &today)
        }
        Kind::Evidence => {
            let about = [network, actor].into_iter().filter(|id| !id.is_empty());
            let statement =
                Record::new(&statement::SHAPE, fresh_part("statement")).with(statement::ABOUT, Value::set(about));
            let has = statement.cells().next().is_some();
            blank
                .with_text(evidence::DATE, &today)
                .with_text(evidence::VISIBILITY, "confidential")
                .with(evidence::STATEMENTS, has.then(|| Value::parts(vec![statement])).flatten())
        }
        Kind::Actor => {
            let unit = selected
                .filter(|(_, record)| record.flag(actor::PERSON) != Some(true))
                .map(|(k, r)| (k, r.id.to_string()));
            let unit = unit.filter(|(kind, _)| *kind == Kind::Actor && model.focus.on_card());
            blank.with_text(actor::UNIT_OF, unit.as_ref().map_or("", |(_, id)| id))
        }
        _ => blank,
    }
}

/// The network whose rhythms stand first in the third list.
fn tied_network(model: &Model) -> Option<String> {
    let (kind, id) = model.pane().of.tied.as_ref()?;
    (*kind == Kind::Network && !model.focus.on_card()).then(|| id.to_string())
}

fn fresh_part(shape: &str) -> Id {
    Id::part(shape, crate::landscape::id::random().unwrap_or(0))
}

/// Asks the edge to open the notes of what is shown in the editor.
pub(super) fn notes(model: &mut Model) -> Vec<Effect> {
    let Some((kind, record)) = model.shown() else { return Vec::new() };
    let notes = record.shape.fields().find(|(_, spec)| spec.key == "notes");
    let text = notes.map_or(String::new(), |(field, _)| record.text(field).to_owned());
    model.noting = Some((kind, record.id.clone()));
    vec![Effect::Editor(text)]
}

/// Holds the meeting of what is selected: of today, else the next; with an actor a conversation.
pub(super) fn hold(model: &mut Model) -> Vec<Effect> {
    if model.shown().is_some_and(|(kind, _)| kind == Kind::Actor) {
        return crate::app::inquiry::open(model, OnInquiry::Hold);
    }
    let minutes = model.shown().and_then(|(kind, record)| Minutes::of_record(kind, record, &model.context()));
    if let Some(minutes) = minutes {
        super::open_above(model, Overlay::Minutes(Box::new(minutes)));
    }
    Vec::new()
}

/// Leaves; a form with unsaved text is asked about, once.
pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    let dirty = model.overlays.iter().any(|layer| matches!(layer, Overlay::Form(form) if form.is_dirty()));
    let asked = model.overlays.iter().any(|layer| matches!(layer, Overlay::Confirm(_)));
    if !dirty || asked || model.leaving {
        return vec![Effect::Quit];
    }
    model.leaving = true;
    let texts = &model.texts().house;
    let question = Confirm::action(texts.quit_dirty.to_owned(), vec![texts.quit_draft.to_owned()], Action::Quit);
    model.overlays.push(Overlay::Confirm(Box::new(question)));
    Vec::new()
}

/// Starts a landscape: its name, its Land, the own office.
pub(super) fn start(model: &mut Model) -> Vec<Effect> {
    let form = Form::edit(Kind::Landscape, model.data.store().landscape(), &model.context());
    model.overlays.push(Overlay::Form(Box::new(form)));
    vec![Effect::Start(Start::Empty)]
}
