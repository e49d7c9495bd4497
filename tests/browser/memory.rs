//! What is remembered of an article brings it back as it was left.

use qawl::{
    annotations::StatementId,
    browser::{Event, Memory, handle, words::Language},
};

use crate::screen::{Screen, text};

fn harbour() -> Screen {
    Screen::new("harbour, glacier", Language::English, "dark", (120, 30))
}

#[test]
fn an_article_comes_back_as_it_was_left() {
    let mut screen = harbour();
    screen.press("2 n n n n f Tab Tab Enter t Tab Enter z j m a 7 g");
    let memory = Memory::of(&screen.model);
    let written = serde_json::to_string(&memory).expect("JSON");
    let read: Memory = serde_json::from_str(&written).expect("ours");
    assert_eq!(read, memory);
    let mut again = harbour();
    handle(&mut again.model, Event::Recalled(0, read));
    assert_eq!(Memory::of(&again.model), memory);
    assert_eq!(again.model.shown.list, screen.model.shown.list);
    again.press("' a");
    assert_eq!(again.model.article.cursor(), memory.marks[&'a']);
}

#[test]
fn the_selected_statement_comes_back_among_those_of_its_row() {
    let steps_at = |columns: u16| (0..13).map(move |steps| (columns, steps));
    let places = [120, 90, 80, 70].into_iter().flat_map(steps_at);
    let told_by_it_alone = places.filter(|(columns, steps)| comes_back(*columns, *steps));
    assert!(told_by_it_alone.count() > 0, "no two begin on one row");
}

/// Whether the place of the cursor alone would have led to another statement.
fn comes_back(columns: u16, steps: usize) -> bool {
    let opened = || Screen::new("harbour, glacier", Language::English, "dark", (columns, 30));
    let mut screen = opened();
    screen.press(&"n ".repeat(steps));
    let selected = screen.model.selected;
    let memory = Memory::of(&screen.model);
    assert_eq!(recalled(opened(), &memory), selected, "{columns}, {steps}");
    let mut later = opened();
    let findings = later.model.findings.take().expect("analysed");
    handle(&mut later.model, Event::Recalled(0, memory.clone()));
    assert_eq!(Memory::of(&later.model), memory);
    handle(&mut later.model, Event::Analysed(0, findings));
    assert_eq!(later.model.selected, selected, "{columns}, {steps}");
    screen.press("J n n K");
    assert_eq!(screen.model.selected, selected, "{columns}, {steps}");
    let selected_nothing = Memory {
        selected: None,
        ..memory
    };
    recalled(opened(), &selected_nothing) != selected
}

fn recalled(mut screen: Screen, memory: &Memory) -> Option<StatementId> {
    handle(&mut screen.model, Event::Recalled(0, memory.clone()));
    screen.model.selected
}

#[test]
fn whoever_moves_before_the_analysis_is_there_stays_where_they_went() {
    let mut screen = harbour();
    screen.press("n n n n n");
    let memory = Memory::of(&screen.model);
    let mut again = harbour();
    let findings = again.model.findings.take().expect("analysed");
    handle(&mut again.model, Event::Recalled(0, memory.clone()));
    again.press("g");
    handle(&mut again.model, Event::Analysed(0, findings));
    assert_eq!(again.model.article.cursor(), 0);
    assert_ne!(again.model.selected, screen.model.selected);
}

#[test]
fn what_was_never_moved_from_is_remembered_as_before_it_was_analysed() {
    let mut screen = harbour();
    let analysed = Memory::of(&screen.model);
    screen.model.findings = None;
    screen.model.selected = None;
    assert_eq!(Memory::of(&screen.model), analysed);
}

#[test]
fn from_article_to_article_each_is_found_as_it_was_left() {
    let mut screen = harbour();
    screen.press("n n n F T Enter");
    let before = text(&screen.draw());
    screen.press("J n K");
    assert_eq!(text(&screen.draw()), before);
}

#[test]
fn what_is_no_longer_there_is_left_out() {
    let memory = r#"{"cursor": 99999999, "top": 7, "selected": [99999999, 3], "tab": "clouds",
        "filters": [{"speakers": ["nobody"]}, {"kinds": ["direct", "sung"]},
            {"confidence": ["certain"]}],
        "marks": {"a": 99999999}, "more": 1}"#;
    let memory: Memory = serde_json::from_str(memory).expect("ours");
    let mut screen = harbour();
    handle(&mut screen.model, Event::Recalled(0, memory));
    screen.press("' a n");
    assert_eq!(screen.model.filters.as_slice().len(), 1);
    assert!(screen.model.selected.is_some());
}
