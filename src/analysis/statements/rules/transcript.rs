//! A conversation written down with a label before each turn: the answers are statements, each
//! with all its paragraphs; the questions are none.
//!
//! ```text
//! المرسى: كيف صرت حارسا؟
//! الورداني: [q بالخطأ. كنت أريد أن أكون بحارا.]
//! ```

use super::super::proposal::{Proposal, Rule};
use crate::analysis::{
    context::{Context, Mark},
    hash::Map,
};

/// The longest label, in tokens.
const LONGEST: usize = 5;
/// How many turns each of two labels has at least, and all together, unless every one of
/// the one label asks and none of the other does.
const TURNS: usize = 2;
const ALL: usize = 5;
/// Labels that name nobody: the one that answers is the cue itself (ج: نعم).
const ANSWERS: [&str; 3] = ["ج", "جواب", "الجواب"];

/// The turns of an article; none where it is no transcript.
#[derive(Debug, Default)]
pub struct Transcript {
    /// The colons of the answers, each with the token after its last paragraph.
    pub answers: Vec<(usize, usize)>,
    /// The colons of the questions.
    pub questions: Vec<usize>,
}

/// One turn: its label, the colon, the token after its paragraph.
struct Turn {
    label: String,
    colon: usize,
    end: usize,
}

/// Finds them.
pub fn find(context: &Context) -> Transcript {
    let mut turns: Vec<(usize, Turn)> = Vec::new();
    for (nth, (first, end)) in context.paragraphs.iter().enumerate() {
        turns.extend(turn(context, *first, *end).map(|turn| (nth, turn)));
    }
    // How many turns a label has, and how many of them ask.
    let mut labels: Map<String, (usize, usize)> = Map::default();
    for (_, turn) in &turns {
        let label = labels.entry(turn.label.clone()).or_default();
        label.0 += 1;
        label.1 += usize::from(matches!(context.key(turn.end - 1), "؟" | "?"));
    }
    labels.retain(|_, label| label.0 >= TURNS);
    let asks = |label: &(usize, usize)| 2 * label.1 >= label.0;
    let all: usize = labels.values().map(|label| label.0).sum();
    let both = labels.values().any(asks) && labels.values().any(|label| !asks(label));
    let plain = labels.len() == 2
        && labels
            .values()
            .all(|label| label.1 == 0 || label.1 == label.0);
    if !both || all < ALL && !plain {
        return Transcript::default();
    }
    turns.retain(|(_, turn)| labels.contains_key(&turn.label));
    let mut found = Transcript::default();
    for (at, (nth, turn)) in turns.iter().enumerate() {
        if labels.get(&turn.label).is_some_and(asks) {
            found.questions.push(turn.colon);
            continue;
        }
        // Paragraphs without a label go on with the turn, but behind the last one.
        let next = turns.get(at + 1).map_or(nth + 1, |(next, _)| *next);
        let last = context.paragraphs.get(next - 1);
        let cue = if is_answer(context, turn.colon - 1) {
            turn.colon - 1
        } else {
            turn.colon
        };
        let end = last.map_or(turn.end, |last| last.1);
        found.answers.push((cue, end));
    }
    found
}

/// The turn that a paragraph is, if it begins with a short label.
fn turn(context: &Context, first: usize, end: usize) -> Option<Turn> {
    let mut behind = first..end.min(first + LONGEST + 1);
    let colon = behind.find(|at| context.mark(*at) == Mark::Colon)?;
    let word = |at: usize| context.tokens.is_word(at) && !context.word(at).says();
    let label = (first..colon).map(|at| context.key(at));
    let fits = colon > first && colon + 1 < end && (first..colon).all(word);
    fits.then(|| Turn {
        label: label.collect::<Vec<_>>().join(" "),
        colon,
        end,
    })
}

/// Whether a token is a label that names nobody.
pub fn is_answer(context: &Context, token: usize) -> bool {
    ANSWERS.contains(&context.key(token)) && context.mark(token + 1) == Mark::Colon
}

/// Proposes the answer behind the colon at `token`, which goes on to `end`.
pub fn propose(token: usize, end: usize, out: &mut Vec<Proposal>) {
    out.push(Proposal::closed(Rule::Answer, (token + 1, end), token));
}

/// Proposes the answer whose label is the letter at `token`.
pub fn propose_lettered(token: usize, end: usize, out: &mut Vec<Proposal>) {
    out.push(Proposal::closed(Rule::Answer, (token + 2, end), token));
}
