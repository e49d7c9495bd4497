//! A verb that shows or renews with a noun for somebody's own stance behind who it is: أبدى
//! المشجعون [q استياءهم من القرار]، جدد الحزب [q رفضه المشاركة].

use super::{
    super::proposal::{Proposal, Rule},
    object,
};
use crate::analysis::{
    context::Context,
    cues::{Shape, SpeechAct},
};

/// How far behind the verb the noun may stand, in tokens.
const REACH: usize = 10;

fn is_masdar(context: &Context, token: usize) -> bool {
    let word = context.word(token).cue;
    word.is_some_and(|cue| cue.entry.shape == Shape::Masdar)
}

/// The content, if a verb at `cue` has such a noun and no other verb between.
pub fn propose(context: &Context, cue: usize) -> Option<Proposal> {
    let entry = context.word(cue).cue?.entry;
    let verb = matches!(
        entry.shape,
        Shape::Past | Shape::Present | Shape::Participle
    );
    let shows = matches!(
        entry.act,
        SpeechAct::Expressing
            | SpeechAct::GoingOn
            | SpeechAct::Claiming
            | SpeechAct::Announcing
            | SpeechAct::Affirming
    );
    if !verb || !shows || entry.pronoun || context.quote_of(cue).is_some() {
        return None;
    }
    let (_, end) = context.sentence(cue);
    let opens = |at: usize| {
        let class = context.class(at);
        context.is_mark(at)
            || context.word(at).says() && !is_masdar(context, at)
            || class.is_some_and(|class| class.complementizer() || class.preposition())
                && !context.is(at, "من")
    };
    let mut behind = (cue + 1..end.min(cue + REACH)).take_while(|at| !opens(*at));
    let noun = behind.find(|at| object::is_own(context, *at))?;
    Some(Proposal::open(Rule::Object, noun, noun))
}
