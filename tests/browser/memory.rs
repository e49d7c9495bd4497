//! What is remembered of an article brings it back as it was left.

use qawl::browser::{Event, Memory, handle, words::Language};

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
fn from_article_to_article_each_is_found_as_it_was_left() {
    let mut screen = harbour();
    screen.press("n n n F");
    let before = text(&screen.draw());
    screen.press("J n K");
    assert_eq!(text(&screen.draw()), before);
}

#[test]
fn what_is_no_longer_there_is_left_out() {
    let memory = r#"{"cursor": 99999999, "top": 7, "tab": "clouds",
        "filters": [{"speakers": ["nobody"]}, {"kinds": ["direct", "sung"]}],
        "marks": {"a": 99999999}, "more": 1}"#;
    let memory: Memory = serde_json::from_str(memory).expect("ours");
    let mut screen = harbour();
    handle(&mut screen.model, Event::Recalled(0, memory));
    screen.press("' a n");
    assert_eq!(screen.model.filters.as_slice().len(), 1);
    assert!(screen.model.selected.is_some());
}
