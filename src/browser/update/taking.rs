//! What leaves the program: copies, files, other programs.

use super::popups;
use crate::browser::{
    action::Action,
    effect::{Effect, Report, Writing},
    excerpt::excerpt,
    model::Model,
    popup::saving,
    quotation,
};

/// Copies the selected statement; with its source where that is asked for.
pub fn copy(model: &mut Model, with_source: bool) -> Vec<Effect> {
    let Some(statement) = model.selected_statement() else {
        model.say("notice.no_statement");
        return Vec::new();
    };
    let text = if with_source {
        quotation::with_source(model, statement)
    } else {
        quotation::said(model.document(), statement)
    };
    let told = excerpt(model.document(), &statement.content, 90);
    let word = if with_source {
        "notice.copied_with_source"
    } else {
        "notice.copied"
    };
    model.notice = Some(model.settings.words.fill(word, &[("what", &told)]));
    vec![Effect::Copy(text)]
}

/// Opens the article on the web, where its address is known.
pub fn open_url(model: &mut Model) -> Vec<Effect> {
    let url = model.document().meta.url.clone().unwrap_or_default();
    let plain = url.chars().all(|c| !c.is_control() && !c.is_whitespace());
    if !plain || !(url.starts_with("https://") || url.starts_with("http://")) {
        model.say("notice.no_url");
        return Vec::new();
    }
    model.notice = Some(
        model
            .settings
            .words
            .fill("notice.opening", &[("what", &url)]),
    );
    vec![Effect::OpenUrl(url)]
}

/// Opens the article's file in an editor, at the line of the cursor.
pub fn edit(model: &mut Model) -> Vec<Effect> {
    let document = model.document();
    let place = &document.meta.place;
    let Some(path) = place.path.clone() else {
        model.say("notice.no_file");
        return Vec::new();
    };
    let before = document.text().get(..model.article.cursor());
    let lines = || before.unwrap_or_default().matches('\n').count() + 1;
    let line = place.line.unwrap_or_else(lines);
    vec![Effect::Edit(path, line)]
}

/// Asks for the format of what is to be written.
pub fn ask_format(model: &mut Model) {
    popups::open_found(model, saving::formats);
}

/// Asks for the place, once the format is chosen.
pub fn ask_place(model: &mut Model, format: usize) {
    model.popup = saving::place(model, format);
}

/// Writes to the place typed; without one, asks on.
pub fn write(model: &mut Model, format: usize, path: &str) -> Vec<Effect> {
    let path = path.trim();
    if path.is_empty() {
        return Vec::new();
    }
    model.popup = None;
    vec![Effect::Write(Writing {
        format,
        path: path.to_owned(),
        statements: model.shown.list.clone(),
        replaces: false,
    })]
}

/// Writes over the file that was asked about, or asks for another place.
pub fn decided(model: &mut Model, writing: Writing, replaces: bool) -> Vec<Effect> {
    if replaces {
        return vec![Effect::Write(Writing {
            replaces,
            ..writing
        })];
    }
    ask_place(model, writing.format);
    if let Some(popup) = &mut model.popup {
        popup.typed = Some(writing.path);
    }
    Vec::new()
}

/// Tells the reader how it went.
pub fn report(model: &mut Model, report: &Report) {
    let words = &model.settings.words;
    let told = match report {
        Report::Exists(writing) => {
            model.popup = Some(saving::exists(model, writing.clone()));
            return;
        }
        Report::Written(path) => words.fill("notice.written", &[("path", path)]),
        Report::NotWritten(path, why) => {
            words.fill("notice.not_written", &[("path", path), ("why", why)])
        }
        Report::NotRun(what, why) => words.fill("notice.not_run", &[("what", what), ("why", why)]),
        Report::Drawing(way) => words.fill("notice.drawing", &[("way", way)]),
        Report::DrawingGuessed => {
            let keys = model.keymap.keys_of(Action::Drawing);
            let key = keys.first().map_or("", String::as_str);
            words.fill("notice.drawing_guessed", &[("key", key)])
        }
        Report::NotCopied(why) => words.fill("notice.not_copied", &[("why", why)]),
    };
    model.notice = Some(told);
}
