//! Whatever is done, in whatever order, on whatever screen: nothing panics, and
//! what must hold holds.

use proptest::prelude::*;
use qawl::browser::{
    Action, Event, handle,
    key::{KeyCode, KeyPress},
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
        1 => (0u16..200, 0u16..60).prop_map(|(w, h)| Deed::Resize(w, h)),
        1 => Just(Deed::Resize(120, 30)),
    ]
}

fn holds(screen: &Screen) -> Result<(), TestCaseError> {
    let model = &screen.model;
    prop_assert_eq!(model.selected.is_some(), !model.shown.list.is_empty());
    if let Some(id) = model.selected {
        prop_assert!(model.rank(id).is_some(), "the selection is shown");
    }
    for id in &model.shown.list {
        let statement = model.statement(*id).expect("a statement");
        prop_assert!(model.filters.allow(statement), "the filter is respected");
    }
    for mark in model.shown.marks.as_slice() {
        prop_assert!(model.shown.list.contains(&mark.statement));
    }
    prop_assert_eq!(screen.draw(), screen.draw(), "same model, same frame");
    let mut larger = Buffer::empty(ratatui::layout::Rect::new(0, 0, 7, 3));
    view(model, &mut larger);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_panics_and_the_invariants_hold(
        deeds in prop::collection::vec(deed(), 200),
        english in any::<bool>(),
        theme in prop::sample::select(Theme::BUILT_IN.as_slice()),
        size in (0u16..160, 0u16..50),
    ) {
        let language = if english { Language::English } else { Language::Arabic };
        let mut screen = Screen::new("harbour, glacier, bare", language, theme.0, size);
        for (number, deed) in deeds.into_iter().enumerate() {
            let effects = match deed {
                Deed::Act(action) => update(&mut screen.model, action),
                Deed::Key(press) => handle(&mut screen.model, Event::Key(press)),
                Deed::Resize(w, h) => handle(&mut screen.model, Event::Resize(w, h)),
            };
            screen.perform(&effects);
            if number % 4 == 0 {
                holds(&screen)?;
            }
        }
    }
}
