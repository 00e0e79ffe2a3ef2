//! The guiding questions on the screen: the matrix is walked and answered, a conversation prepared, held and recorded, the
//! profile sheet handed out. German and English, in the three sizes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use runde::app::Overlay;
use runde::app::inquiry::Matrix;
use runde::app::model::ReadOnly;
use runde::guide::{Status, matrix, state};
use runde::i18n::Lang;
use runde::landscape::{Kind, Record, evidence, network, question, statement};
use runde::store::{Store, read};
use support::session::{DEMO, Session};

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];
const LANGS: [Lang; 2] = [Lang::De, Lang::En];
const DAY: &str = "2026-11-23";

fn snap(run: &mut Session, name: &str) {
    let (name, seen) = run.picture(name);
    insta::assert_snapshot!(name, seen);
}

fn everywhere(name: &str, keys: &str) {
    for lang in LANGS {
        for size in SIZES {
            let mut run = Session::demo(lang, size);
            run.press(keys);
            snap(&mut run, name);
            assert_eq!(run.disk, DEMO.as_bytes(), "looking changes nothing");
        }
    }
}

fn layer(run: &Session) -> &Matrix {
    match run.model.overlays.last() {
        Some(Overlay::Inquiry(matrix)) => matrix,
        other => panic!("no matrix on top: {other:?}"),
    }
}

#[test]
fn the_matrix() {
    everywhere("matrix", "Qgjll");
    everywhere("themes", "Q<Tab>jlll");
    let mut run = Session::demo(Lang::De, (80, 24));
    run.press("Q/theme:all_day<Enter>s");
    snap(&mut run, "filtered");
}

#[test]
fn the_profile_sheet() {
    everywhere("sheet", "/runder tisch ganztag<Enter>P");
    everywhere("sheet_voices", "/runder tisch ganztag<Enter>PG");
}

#[test]
fn whom_to_ask_and_the_guide() {
    everywhere("informants", "p");
    everywhere("sectors", "p<Tab>");
    everywhere("guide", "pi<PgDn>");
}

/// What the cells say is what the engine counts; the sums in the heading and below the columns agree with it.
#[test]
fn the_screen_counts_as_the_engine_does() {
    let store = read(DEMO).unwrap().store;
    let lines = matrix(&store, DAY);
    let mut run = Session::demo(Lang::En, (120, 40));
    run.press("Q");
    let (done, of, unproven) = layer(&run).overall();
    let sum = lines.iter().map(runde::guide::Line::progress).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    assert_eq!((done, of), sum);
    let counted = lines.iter().flat_map(|line| &line.states).filter(|(_, state)| state.unproven()).count();
    assert_eq!(unproven, counted);
    for (at, (key, _)) in lines[1].states.iter().enumerate() {
        let answered = lines[1..].iter().filter(|line| line.states[at].1.status.done()).count();
        assert_eq!(layer(&run).sums[at].done, answered, "{key}");
    }
    for line in layer(&run).networks() {
        let theirs = lines.iter().find(|one| one.record.id == line.id).unwrap();
        let signs: Vec<&str> = theirs.states.iter().map(|(_, state)| state.sign()).collect();
        assert_eq!(line.cells.iter().map(|cell| cell.sign).collect::<Vec<_>>(), signs);
    }
    // By what is missing: never fewer open questions above than below.
    let open: Vec<usize> = layer(&run).networks().map(|line| line.of - line.done).collect();
    assert!(open.windows(2).all(|pair| pair[0] >= pair[1]), "{open:?}");
    run.press("s");
    let names: Vec<String> = layer(&run).networks().map(|line| line.folded.clone()).collect();
    assert!(names.is_sorted());
    run.press("s");
    let stand: Vec<Status> = layer(&run).networks().map(|line| line.cells[0].status).collect();
    assert!(stand.is_sorted());
}

/// Places of the selected cell: network and question.
fn place(run: &Session) -> (String, &'static str) {
    let matrix = layer(run);
    (matrix.selected().unwrap().id.to_string(), matrix.key())
}

/// From every question of a network with gaps Enter opens a form; Esc leads back to the same cell.
#[test]
fn enter_goes_to_what_answers_and_escape_returns_to_the_cell() {
    for size in SIZES {
        let mut run = Session::demo(Lang::De, size);
        run.press("Q");
        for (row, first) in [("g", 2), ("gj", 14)] {
            run.press(row);
            for at in 0..first {
                let here = place(&run);
                for key in ["<Enter>", "e", "v", "m"] {
                    run.press(key);
                    assert!(matches!(run.model.overlays.last(), Some(Overlay::Form(_))), "{key} {here:?}");
                    run.press("<Esc>");
                    if !matches!(run.model.overlays.last(), Some(Overlay::Inquiry(_))) {
                        run.press("<Esc>");
                    }
                    assert_eq!(place(&run), here, "{key}");
                }
                if at + 1 < first {
                    run.press("l");
                }
            }
            run.press("hhhhhhhhhhhhhhhh");
        }
        assert_eq!(run.disk, DEMO.as_bytes());
    }
}

/// A digital form, entered from the cell, answers the question; undone, it is open again.
#[test]
fn what_is_entered_from_a_cell_answers_it() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("Qgjllllllll");
    let (id, key) = place(&run);
    assert_eq!((key, layer(&run).cell().unwrap().status), ("digital", Status::Open));
    run.press("<Enter><Tab>Verteiler der Runde<Ctrl-s>");
    assert_eq!(place(&run), (id.clone(), "digital"));
    assert_eq!((layer(&run).cell().unwrap().status, layer(&run).cell().unwrap().unproven), (Status::Answered, true));
    // Answered, but nobody stands behind it: Enter is a new piece of evidence for just this.
    run.press("<Enter>Steht in der Einladung<Ctrl-s>");
    run.press("<Ctrl-s>");
    assert!(matches!(run.model.overlays.last(), Some(Overlay::Inquiry(_))), "{}", run.screen());
    assert!(!layer(&run).cell().unwrap().unproven);
    let said = run.model.data.store().all(Kind::Evidence).find(|one| {
        one.parts(evidence::STATEMENTS).iter().any(|said| said.text(statement::TEXT) == "Steht in der Einladung")
    });
    let said = said.expect("noted");
    assert_eq!(said.text(evidence::VISIBILITY), "confidential");
    let part = &said.parts(evidence::STATEMENTS)[0];
    assert_eq!((part.text(statement::QUESTION), &*part.texts(statement::ABOUT)[0]), ("digital", id.as_str()));
    run.press("uu");
    assert_eq!(layer(&run).cell().unwrap().status, Status::Open);
    assert_eq!(run.disk, DEMO.as_bytes());
}

#[test]
fn a_hand_sets_the_state_and_takes_it_back() {
    let mut run = Session::demo(Lang::En, (120, 40));
    run.press("Qgjllllllll");
    let (id, key) = place(&run);
    run.press("mdoes not<Enter><Tab>nobody wants one<Ctrl-s>");
    let cell = layer(&run).cell().unwrap();
    assert_eq!((cell.status, cell.by_hand, &*cell.reason), (Status::DoesNotExist, true, "nobody wants one"));
    let record = run.model.data.store().get(Kind::Network, &id).unwrap();
    let part = record.parts(network::QUESTIONS).iter().find(|part| part.text(question::KEY) == key).unwrap();
    assert_eq!(part.text(question::STATUS), "does_not_exist");
    run.press("x");
    assert_eq!(layer(&run).cell().unwrap().status, Status::Open);
    assert_eq!(run.disk, DEMO.as_bytes(), "taken back, the file is the old one");
    run.press("x");
    assert!(run.shows("Nothing was set by hand here"), "{}", run.screen());
}

/// The evidence made or changed since, as it is now.
fn noted(run: &Session) -> Vec<Record> {
    let old = read(DEMO).unwrap().store;
    let new = |one: &&std::sync::Arc<Record>| old.get(Kind::Evidence, &one.id).is_none();
    run.model.data.store().all(Kind::Evidence).filter(new).map(|one| Record::clone(one)).collect()
}

/// Prepare, hold and record a conversation, see the matrix change: from whom to ask next by way of the guide, five answers
/// to two networks in one piece of evidence; everything undone, the file is byte for byte the old one.
#[test]
fn a_conversation_is_prepared_held_and_recorded_and_the_matrix_changes() {
    for lang in LANGS {
        for size in SIZES {
            let mut run = Session::demo(lang, size);
            let before = run.model.data.store().clone();
            run.press("p");
            let who = match run.model.overlays.last() {
                Some(Overlay::Board(board)) => board.selected().unwrap().to.clone().unwrap().1,
                other => panic!("no board: {other:?}"),
            };
            run.press("iy");
            let page = run.copied.clone().expect("the guide is copied");
            assert!(page.contains(lang.pick("Datenschutz", "data protection")) && page.contains("- "), "{page}");
            run.press("w<Enter>");
            let (path, text) = run.written.clone().expect("the guide is written");
            assert!(path.ends_with("-2026-11-23.md") && text == page, "{path}");
            run.press("M");
            snap(&mut run, "begun");
            assert_eq!(run.disk, DEMO.as_bytes(), "beginning changes nothing");
            run.press("So steht es im Konzept !<Enter>Es fehlt an Zeit *2 +<Enter>");
            run.press("<PgDn>");
            let open = run.screen();
            run.press("Man nutzt eine Cloud ?<Enter><Down><Down>Das Ziel ist der Übergang");
            snap(&mut run, "typed");
            run.press("<Enter>");
            snap(&mut run, "noted");
            assert_ne!(open, run.screen());
            let [held] = &noted(&run)[..] else { panic!("{} pieces", noted(&run).len()) };
            assert_eq!((held.text(evidence::KIND), held.text(evidence::VISIBILITY)), ("interview", "confidential"));
            assert_eq!((held.text(evidence::DATE), &*held.texts(evidence::WITH)[0]), (DAY, who.as_str()));
            let said = held.parts(evidence::STATEMENTS);
            assert_eq!(said.len(), 4, "one conversation, four statements");
            assert_eq!(said[0].text(statement::CONFIDENCE), "secured");
            assert_eq!(said[1].ratings(statement::RATINGS), [("works_well".into(), 2)]);
            assert_eq!((said[1].text(statement::VISIBILITY), said[0].text(statement::VISIBILITY)), ("shareable", ""));
            assert_ne!(said[0].texts(statement::ABOUT), said[2].texts(statement::ABOUT), "two networks");
            assert_ne!(said[2].text(statement::QUESTION), said[3].text(statement::QUESTION), "two questions");
            assert_eq!(run.disk, runde::store::write(run.model.data.store()), "saved as it lands");
            // The engine sees each answer at its question.
            let store = run.model.data.store();
            for part in said {
                let (body, key) = (&*part.texts(statement::ABOUT)[0], part.text(statement::QUESTION));
                let at = |store: &Store| {
                    let found = state(store, store.get(Kind::Network, body).unwrap(), key, DAY);
                    (found.status, found.sources.len())
                };
                let (was, is) = (at(&before), at(store));
                assert_eq!(is.1, was.1 + 1, "{body} {key}");
                assert!(was.0 != Status::Open || is.0 != Status::Open, "{body} {key}");
            }
            run.press("<Esc><Esc><Esc>Q");
            let mut old = Session::demo(lang, size);
            old.press("Q");
            let signs = |run: &Session| -> std::collections::BTreeMap<String, Vec<&'static str>> {
                let lines = layer(run).networks();
                lines.map(|line| (line.id.to_string(), line.cells.iter().map(|cell| cell.sign).collect())).collect()
            };
            let (was, is) = (signs(&old), signs(&run));
            let changed: usize =
                was.iter().map(|(id, cells)| cells.iter().zip(&is[id]).filter(|(was, is)| was != is).count()).sum();
            assert!((2..=3).contains(&changed), "{changed} cells stand otherwise");
            run.press("<Esc>");
            while !run.model.data.history().is_empty() {
                run.press("u");
            }
            assert_eq!(run.disk, DEMO.as_bytes(), "{lang:?} {size:?}");
        }
    }
}

/// From an actor's card and from the palette; another network is talked about, too; undo takes the last line out.
#[test]
fn a_conversation_from_the_card_goes_to_another_network() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("2/jugendamt<Enter>M");
    assert!(matches!(run.model.overlays.last(), Some(Overlay::Conversation(_))), "{}", run.screen());
    run.press("<Ctrl-y>lesenetz musterau<Enter>Dort liest man vor<Enter>");
    let [held] = &noted(&run)[..] else { panic!("{}", run.screen()) };
    let about = &held.parts(evidence::STATEMENTS)[0].texts(statement::ABOUT)[0];
    assert_eq!(runde::store::name_of(run.model.data.store(), about), "Lesenetz Musterau");
    run.press("Noch etwas<Enter><Ctrl-g>");
    assert_eq!(noted(&run)[0].parts(evidence::STATEMENTS).len(), 1);
    // What was said is entered in its field without leaving the conversation.
    run.press("<Ctrl-e>");
    assert!(matches!(run.model.overlays.last(), Some(Overlay::Form(_))), "{}", run.screen());
    run.press("<Esc>");
    let mut run = Session::demo(Lang::En, (80, 24));
    run.press("2/jugendamt<Enter>:interview mode<Enter>");
    assert!(matches!(run.model.overlays.last(), Some(Overlay::Conversation(_))), "{}", run.screen());
    run.press("<Esc>1:interview mode<Enter>");
    assert!(run.shows("choose an actor first"), "{}", run.screen());
}

/// A line half typed is there again after leaving, and after a crash, with what was noted before it.
#[test]
fn a_half_typed_answer_survives_leaving_and_a_crash() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("2/jugendamt<Enter>MErstens<Enter><Down><Down>Zweitens, halb");
    let here = run.screen();
    let draft = run.draft.clone().expect("kept");
    run.press("<Esc>j");
    assert!(run.model.overlays.is_empty());
    assert_eq!(run.draft.as_ref(), Some(&draft), "still kept");
    run.press("kM");
    assert!(run.shows("Zweitens, halb"), "{}", run.screen());
    // After a crash: the file as it was saved, the draft as it was kept.
    let saved = read(std::str::from_utf8(&run.disk).unwrap()).unwrap().store;
    let mut again = Session::on(saved, Lang::De, (120, 40));
    again.model.offer_draft(&draft);
    let seen = again.screen();
    assert!(seen.contains("Zweitens, halb") && seen.contains("1 Aussage"), "{seen}");
    let places = |screen: &str| screen.lines().position(|line| line.contains('▌'));
    assert_eq!(places(&seen), places(&here));
    again.press("<Enter>");
    let held = again
        .model
        .data
        .store()
        .all(Kind::Evidence)
        .map(|one| one.parts(evidence::STATEMENTS))
        .find(|all| all.iter().any(|said| said.text(statement::TEXT) == "Zweitens, halb"));
    assert_eq!(held.map(<[Record]>::len), Some(2), "the same piece of evidence");
    assert_eq!(again.draft, None);
}

#[test]
fn where_nothing_may_be_written_nothing_is() {
    let mut run = Session::demo(Lang::De, (80, 24));
    run.model.file.read_only = Some(ReadOnly::Newer(2));
    run.press("2/jugendamt<Enter>MErstens<Enter>");
    assert!(run.shows("neuere") && run.shows("Erstens"), "{}", run.screen());
    run.press("<Esc>1Qgjx");
    run.press("m<Enter><Enter><Ctrl-s>");
    assert!(run.model.data.history().is_empty());
    assert_eq!(run.disk, DEMO.as_bytes());
}

/// From the sheet Enter answers, and leads to what was said; the copy that leaves holds neither people nor confidences.
#[test]
fn the_sheet_leads_on_and_its_copy_may_leave_the_house() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("/runder tisch ganztag<Enter>P");
    assert!(run.shows("Yvonne Eberswinter") && run.shows("unbelegt"), "{}", run.screen());
    run.press("y");
    let copy = run.copied.clone().unwrap();
    assert!(copy.starts_with("# Steckbrief: Runder Tisch Ganztag") && !copy.contains("Eberswinter"), "{copy}");
    run.press("jjjj<Enter>");
    assert!(matches!(run.model.overlays.last(), Some(Overlay::Form(_))), "{}", run.screen());
    run.press("<Esc>");
    if matches!(run.model.overlays.last(), Some(Overlay::Form(_))) {
        run.press("<Esc>");
    }
    run.press("G<Enter>");
    assert!(matches!(run.model.overlays.last(), Some(Overlay::Page(_))) || run.model.overlays.is_empty());
}

/// A hundred networks and fourteen questions take much less than a frame of 16 ms; the best of twenty runs, since others
/// use the machine, too.
#[test]
fn the_matrix_takes_less_than_a_frame() {
    let store = read(DEMO).unwrap().store;
    let best = |work: &mut dyn FnMut()| {
        (0..20)
            .map(|_| {
                let start = std::time::Instant::now();
                work();
                start.elapsed()
            })
            .min()
            .unwrap()
    };
    let counted = best(&mut || assert_eq!(matrix(&store, DAY).len(), 101));
    let asked = best(&mut || {
        let lines = matrix(&store, DAY);
        assert_eq!(runde::guide::ask::ask(&store, &lines, DAY, 60).len(), 60);
    });
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("Q");
    let key = best(&mut || {
        run.press("jl");
        run.buffer(true);
    });
    println!("matrix {counted:?} · whom to ask {asked:?} · two keys and a picture {key:?}");
    assert!(counted.as_millis() < 16 && key.as_millis() < 32, "{counted:?} {key:?}");
}
