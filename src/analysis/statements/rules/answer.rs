//! An answer of an interview: the paragraphs between one question and the next.
//!
//! ```text
//! كيف ترى الموسم المقبل؟
//! - [q أراه صعبا على الجميع.]
//! ```

use super::super::proposal::{Proposal, Rule};
use crate::analysis::context::{Context, Mark};

/// How many questions make an interview.
const QUESTIONS: usize = 3;
/// The longest question, in tokens.
const LONGEST: usize = 90;

/// The longest label, in tokens.
const LABEL: usize = 6;

/// One answer: its first word, and the token after its last paragraph.
pub type Answer = (usize, usize);

/// All answers of an article, and the labels of its questions (المنبر: كيف ترى …؟); none where
/// it is no interview.
pub fn find(context: &Context) -> (Vec<Answer>, Vec<usize>) {
    let paragraphs = &context.paragraphs;
    let question =
        |(first, end): (usize, usize)| end > first && end - first <= LONGEST && asks(context, end);
    let asked: Vec<bool> = paragraphs.iter().map(|p| question(*p)).collect();
    let pairs = asked.windows(2).filter(|w| **w == [true, false]).count();
    if pairs < QUESTIONS {
        return Default::default();
    }
    let asking = paragraphs.iter().zip(&asked).filter(|(_, asked)| **asked);
    let questions = asking.filter_map(|(p, _)| label(context, p.0)).collect();
    let mut answers = Vec::new();
    let before = paragraphs.iter().zip(&asked);
    let after = before.clone().skip(1);
    for ((&(_, last), was_asked), (&(first, end), is_asked)) in before.zip(after) {
        if *is_asked {
            continue;
        }
        if *was_asked {
            let word = (first..end).find(|t| !context.is_mark(*t));
            answers.extend(word.filter(|w| !labelled(context, *w)).map(|w| (w, end)));
        } else if let Some(open) = answers.last_mut().filter(|a| a.1 == last) {
            open.1 = end;
        }
    }
    (answers, questions)
}

fn asks(context: &Context, end: usize) -> bool {
    end > 0 && matches!(context.key(end - 1), "؟" | "?")
}

/// Whether a label stands before the answer (المدرب: …), which is the cue then.
fn labelled(context: &Context, word: usize) -> bool {
    label(context, word).is_some()
}

/// The colon of a label.
fn label(context: &Context, word: usize) -> Option<usize> {
    (word..word + LABEL).find(|t| context.mark(*t) == Mark::Colon)
}

/// Proposes the answer that begins at `token` and goes on to `end`.
pub fn propose(token: usize, end: usize, out: &mut Vec<Proposal>) {
    out.push(Proposal::closed(Rule::Answer, (token, end), token));
}
