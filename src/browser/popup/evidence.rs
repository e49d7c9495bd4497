//! Why a statement is one, and why it is ascribed to whom it is: in sentences.

use super::{Choice, Entry, Popup};
use crate::{
    annotations::{Doubt, Statement, Step},
    browser::{excerpt::excerpt, letters::kind_sign, model::Model},
    document::Span,
};

/// The evidence of the selected statement; Enter goes to the words it rests on.
pub fn evidence(model: &Model) -> Option<Popup> {
    let statement = model.selected_statement()?;
    let mut entries = vec![attribution(model, statement)];
    entries.extend(
        statement
            .evidence
            .iter()
            .map(|step| self::step(model, step)),
    );
    entries.push(cue(model, statement));
    entries.push(rule(model, statement));
    entries.push(kind(model, statement));
    entries.push(confidence(model, statement));
    entries.extend(statement.doubt.map(|of| doubt(model, of)));
    let title = model.settings.words.text("evidence.title");
    Some(Popup::new(title, model.ui_direction(), entries).wrapping())
}

fn attribution(model: &Model, statement: &Statement) -> Entry {
    let name = model.speaker_name(statement.speaker);
    Entry {
        sign: model.speaker_letter(statement.speaker),
        speaker: Some(statement.speaker.0),
        ..Entry::new(
            model
                .settings
                .words
                .fill("evidence.attributed", &[("name", name)]),
            statement.source.map_or(Choice::Nothing, Choice::Go),
        )
    }
}

fn step(model: &Model, step: &Step) -> Entry {
    let words = &model.settings.words;
    let from = quoted(model, step.from);
    let to = step.to.map(|to| quoted(model, to)).unwrap_or_default();
    let place = step.to.map(|to| paragraph(model, to)).unwrap_or_default();
    let values = [("from", from.as_str()), ("to", &to), ("place", &place)];
    let key = format!("reason.{}", step.reason.name());
    let led = format!("{key}.to");
    let key = if step.to.is_some() && words.has(&led) {
        led
    } else {
        key
    };
    let mut sentence = words.fill(&key, &values);
    if let Some(rival) = step.instead_of {
        let name = model.speaker_name(rival);
        sentence.push_str(&words.fill("evidence.rival", &[("name", name)]));
    }
    Entry {
        sign: "•".to_owned(),
        ..Entry::new(sentence, Choice::Go(step.to.unwrap_or(step.from)))
    }
}

fn cue(model: &Model, statement: &Statement) -> Entry {
    let words = &model.settings.words;
    let cue = quoted(model, statement.cue);
    let place = paragraph(model, statement.cue);
    let values = [("cue", cue.as_str()), ("place", &place)];
    Entry {
        sign: "•".to_owned(),
        ..Entry::new(
            words.fill("evidence.cue", &values),
            Choice::Go(statement.cue),
        )
    }
}

/// How the content was found from the cue, by the rule's name where there are
/// no words for it.
fn rule(model: &Model, statement: &Statement) -> Entry {
    let words = &model.settings.words;
    let key = format!("rule.{}", statement.rule);
    let sentence = if words.has(&key) {
        words.text(&key).to_owned()
    } else {
        words.fill("evidence.rule", &[("rule", statement.rule)])
    };
    let begins = statement.content.first().copied();
    Entry {
        sign: "•".to_owned(),
        ..Entry::new(sentence, begins.map_or(Choice::Nothing, Choice::Go))
    }
}

fn kind(model: &Model, statement: &Statement) -> Entry {
    let key = format!("evidence.kind.{}", statement.kind.name());
    Entry {
        sign: kind_sign(statement.kind).to_owned(),
        ..Entry::new(model.settings.words.text(&key), Choice::Nothing)
    }
}

fn confidence(model: &Model, statement: &Statement) -> Entry {
    let key = format!("evidence.confidence.{}", statement.confidence.name());
    Entry::new(model.settings.words.text(&key), Choice::Nothing)
}

/// Where to look first, where the attribution is not sure.
fn doubt(model: &Model, of: Doubt) -> Entry {
    let key = format!("evidence.doubt.{}", of.name());
    Entry::new(model.settings.words.text(&key), Choice::Nothing)
}

fn quoted(model: &Model, span: Span) -> String {
    let words = excerpt(model.document(), &[span], 200);
    model
        .settings
        .words
        .fill("evidence.quoted", &[("words", &words)])
}

/// The paragraph in which a place stands, in words.
fn paragraph(model: &Model, span: Span) -> String {
    let words = &model.settings.words;
    let document = model.document();
    if document.headline().is_some_and(|h| h.contains(span.start)) {
        return words.text("evidence.headline").to_owned();
    }
    let before = document
        .paragraphs()
        .partition_point(|p| p.start <= span.start);
    let number = before - usize::from(document.headline().is_some() && before > 0);
    words.fill("evidence.paragraph", &[("n", &number.to_string())])
}
