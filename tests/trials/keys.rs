//! Any keys, mouse and sizes of the screen, over the samples and over an article made
//! of odd pieces: no panic, the cursor and the selection where they can be, and
//! nothing on the screen that a terminal obeys.

use std::sync::{Arc, LazyLock};

use qawl::{
    analysis::analyse,
    browser::{
        Action, Effect, Event, FileFormat, Model, Report, Settings, Writing,
        findings::Findings,
        handle,
        key::{KeyCode, KeyPress, Mouse, MouseKind},
        theme::Theme,
        update, view,
        words::Language,
    },
    document::Document,
    samples,
    terminal::{Mode, write},
};
use ratatui::buffer::Buffer;

/// The first byte tells the article, the second the interface; then each byte is a
/// key, or the beginning of something that needs two more.
pub fn keys(data: &[u8]) {
    let [first, interface, deeds @ ..] = data else {
        return;
    };
    let mut model = model(*first, *interface);
    let mut deeds = deeds.iter().copied();
    let mut number = 0usize;
    while let Some(deed) = deeds.next() {
        let effects = act(&mut model, deed, &mut deeds);
        perform(&mut model, &effects);
        number += 1;
        if number.is_multiple_of(4) {
            holds(&model, number);
        }
    }
    holds(&model, number);
}

type Article = (Arc<Document>, Arc<Findings>);

/// The samples, and an article of all pieces.
static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let mut all = vec![1];
    all.extend((0..=u8::MAX).take(super::pieces::all().len()));
    let odd = Document::new(super::pieces::text(&all));
    let documents = samples::documents()
        .into_iter()
        .chain([odd, Document::new("")]);
    documents
        .map(|document| {
            let findings = Findings::new(&document, analyse(&document));
            (Arc::new(document), Arc::new(findings))
        })
        .collect()
});

fn model(first: u8, interface: u8) -> Model {
    let language = if interface.is_multiple_of(2) {
        Language::Arabic
    } else {
        Language::English
    };
    let names = Theme::BUILT_IN;
    let (name, _) = names[usize::from(interface / 4) % names.len()];
    let mut settings = Settings::new(language, Theme::named(name).expect("a theme"));
    settings.plain = interface % 4 > 1;
    settings.formats = vec![FileFormat {
        name: "CSV",
        extension: "csv",
    }];
    let articles: Vec<_> = ARTICLES
        .iter()
        .map(|(document, _)| Arc::clone(document))
        .collect();
    let count = articles.len();
    let mut model = Model::new(articles, settings, (100, 30));
    for _ in 0..usize::from(first) % count {
        let effects = update(&mut model, Action::NextArticle);
        perform(&mut model, &effects);
    }
    perform(&mut model, &[Effect::Analyse(usize::from(first) % count)]);
    model
}

/// Does of the effects what changes the screen; some findings come late.
fn perform(model: &mut Model, effects: &[Effect]) {
    for effect in effects {
        if let Effect::Analyse(number) = effect
            && let Some((_, findings)) = ARTICLES.get(*number)
        {
            handle(model, Event::Analysed(*number, Arc::clone(findings)));
        }
    }
}

const SPECIAL: [KeyCode; 16] = [
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::F(1),
    KeyCode::Char('\u{64b}'),
];

const MOUSE: [MouseKind; 5] = [
    MouseKind::Press,
    MouseKind::Drag,
    MouseKind::Release,
    MouseKind::WheelUp,
    MouseKind::WheelDown,
];

/// Letters of an Arabic keyboard, and some that no keyboard has.
const LETTERS: &str = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذآأإـ،؛؟٠١٢٣\u{200f}\u{202e}日é😀";

fn act(model: &mut Model, deed: u8, more: &mut impl Iterator<Item = u8>) -> Vec<Effect> {
    let mut next = || u16::from(more.next().unwrap_or(0));
    let event = match deed {
        0x00..=0x1f => Event::Key(KeyPress::ctrl(char::from(deed + 0x60))),
        0x20..=0x7e => Event::Key(KeyPress::char(char::from(deed))),
        0x7f => Event::Key(KeyPress::plain(KeyCode::Backspace)),
        0x80..=0x8f => Event::Key(KeyPress::plain(SPECIAL[usize::from(deed - 0x80)])),
        0x90..=0x97 => {
            let kind = MOUSE[usize::from(deed - 0x90) % MOUSE.len()];
            let (column, row) = (next(), next());
            Event::Mouse(Mouse { kind, column, row })
        }
        0x98..=0x9b => Event::Resize(next() * 2, next()),
        0x9c..=0x9d => Event::Report(report(next())),
        0x9e => Event::Key(KeyPress {
            alt: true,
            ..KeyPress::char(char::from(next().to_le_bytes()[0] & 0x7f))
        }),
        0x9f..=0xcf => {
            let mut letters = LETTERS.chars().cycle();
            let letter = letters.nth(usize::from(deed - 0x9f)).unwrap_or(' ');
            Event::Key(KeyPress::char(letter))
        }
        _ => {
            return update(
                model,
                Action::ALL[usize::from(deed - 0xd0) % Action::ALL.len()],
            );
        }
    };
    handle(model, event)
}

fn report(which: u16) -> Report {
    match which % 4 {
        0 => Report::Exists(Writing {
            format: usize::from(which),
            path: "a\u{1b}[2J".to_owned(),
            statements: Vec::new(),
            replaces: false,
        }),
        1 => Report::Written("a\nb\u{9b}2J\u{202e}".to_owned()),
        2 => Report::NotRun("vi".to_owned(), "\u{7}no such file".to_owned()),
        _ => Report::DrawingGuessed,
    }
}

fn holds(model: &Model, number: usize) {
    let text = model.document().text();
    assert!(text.is_char_boundary(model.article.cursor()), "the cursor");
    assert!(
        text.get(model.article.cursor_span().range()).is_some(),
        "its row"
    );
    assert_eq!(model.selected.is_some(), !model.shown.list.is_empty());
    let shown = model.selected.is_none_or(|id| model.rank(id).is_some());
    assert!(shown, "the selection is shown");
    let mut screen = Buffer::empty(model.frame.whole);
    view(model, &mut screen);
    let area = screen.area;
    write(
        &mut screen,
        area,
        Mode::ALL[number / 4 % Mode::ALL.len()],
        true,
    );
    screen
        .content()
        .iter()
        .for_each(|cell| super::layout::cell_is_ours(cell.symbol()));
}
