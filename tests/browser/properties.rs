//! Whatever is done, in whatever order, on whatever screen: nothing panics, and
//! what must hold holds.

use proptest::prelude::*;
use qawl::browser::{
    Action, Event, Report, Writing, handle,
    key::{KeyCode, KeyPress, Mouse, MouseKind},
    theme::Theme,
    update, view,
    words::Language,
};
use ratatui::buffer::Buffer;

use crate::screen::Screen;

#[derive(Clone, Debug)]
enum Deed {
    Act(Action),
    Key(KeyPress),
    Resize(u16, u16),
    Mouse(Mouse),
    Report(Report),
}

fn deed() -> impl Strategy<Value = Deed> {
    let keys = "[a-zA-Z0-9/?'\\[\\] اولىنمتي]";
    let special = prop::sample::select(vec![
        KeyCode::Esc,
        KeyCode::Enter,
        KeyCode::Tab,
        KeyCode::Backspace,
        KeyCode::Down,
        KeyCode::PageUp,
    ]);
    prop_oneof![
        4 => prop::sample::select(Action::ALL).prop_map(Deed::Act),
        4 => keys.prop_map(|k| Deed::Key(KeyPress::char(k.chars().next().unwrap_or(' ')))),
        2 => special.prop_map(|code| Deed::Key(KeyPress::plain(code))),
        1 => (0u16..=400, 0u16..=120).prop_map(|(w, h)| Deed::Resize(w, h)),
        1 => (20u16..=60, 5u16..=20).prop_map(|(w, h)| Deed::Resize(w, h)),
        1 => Just(Deed::Resize(120, 30)),
        2 => mouse().prop_map(Deed::Mouse),
        1 => report().prop_map(Deed::Report),
    ]
}

fn mouse() -> impl Strategy<Value = Mouse> {
    let kind = prop::sample::select(vec![
        MouseKind::Press,
        MouseKind::Drag,
        MouseKind::Release,
        MouseKind::WheelUp,
        MouseKind::WheelDown,
    ]);
    (kind, 0u16..130, 0u16..40).prop_map(|(kind, column, row)| Mouse { kind, column, row })
}

fn report() -> impl Strategy<Value = Report> {
    let writing = Writing {
        format: 1,
        path: "أقوال.csv".to_owned(),
        statements: Vec::new(),
        replaces: false,
    };
    prop::sample::select(vec![
        Report::Exists(writing),
        Report::Written("said.json".to_owned()),
        Report::DrawingGuessed,
        Report::NotRun("vi".to_owned(), "no such file".to_owned()),
    ])
}

fn holds(screen: &Screen) -> Result<(), TestCaseError> {
    let model = &screen.model;
    prop_assert_eq!(model.selected.is_some(), !model.shown.list.is_empty());
    if let Some(id) = model.selected {
        prop_assert!(model.rank(id).is_some(), "the selection is shown");
    }
    for id in &model.shown.list {
        let statement = model.statement(*id).expect("a statement");
        let (speakers, kinds) = (model.filters.speakers(), model.filters.kinds());
        let grades = model.filters.confidence();
        let meant = (speakers.is_empty() || speakers.contains(&statement.speaker))
            && (kinds.is_empty() || kinds.contains(&statement.kind))
            && (grades.is_empty() || grades.contains(&statement.confidence));
        prop_assert!(meant, "the filter is respected");
    }
    for mark in model.shown.marks.as_slice() {
        prop_assert!(model.shown.list.contains(&mark.statement));
    }
    prop_assert_eq!(screen.draw(), screen.draw(), "same model, same frame");
    prop_assert!(divided(screen), "no text runs over a border");
    let mut larger = Buffer::empty(ratatui::layout::Rect::new(0, 0, 7, 3));
    view(model, &mut larger);
    Ok(())
}

/// Whether the rule between the panes is whole, where nothing lies over it.
fn divided(screen: &Screen) -> bool {
    let model = &screen.model;
    let covered = model.popup.is_some() || !model.pressed.sequence.is_empty();
    let Some(divider) = model.frame.divider.filter(|_| !covered) else {
        return true;
    };
    let drawn = screen.draw();
    let mut cells = divider.positions();
    cells.all(|at| ["│", "┼"].contains(&drawn[at].symbol()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_panics_and_the_invariants_hold(
        deeds in prop::collection::vec(deed(), 200),
        english in any::<bool>(),
        theme in prop::sample::select(Theme::BUILT_IN.as_slice()),
        size in (0u16..=400, 0u16..=120),
    ) {
        let language = if english { Language::English } else { Language::Arabic };
        let mut screen = Screen::new("harbour, glacier, bare", language, theme.0, size);
        for (number, deed) in deeds.into_iter().enumerate() {
            let effects = match deed {
                Deed::Act(action) => update(&mut screen.model, action),
                Deed::Key(press) => handle(&mut screen.model, Event::Key(press)),
                Deed::Mouse(mouse) => handle(&mut screen.model, Event::Mouse(mouse)),
                Deed::Report(report) => handle(&mut screen.model, Event::Report(report)),
                Deed::Resize(w, h) => handle(&mut screen.model, Event::Resize(w, h)),
            };
            screen.perform(&effects);
            if number % 4 == 0 {
                holds(&screen)?;
            }
        }
    }
}
