//! A noun after the preposition that the verb governs: دعا إلى [q مراجعة الأخطاء]،
//! أعرب عن [q قلقه]، طالب [q بوقف القصف].

use super::super::proposal::{Proposal, Rule};
use crate::analysis::{context::Context, cues::Government, grammar::Class};

/// Proposes the noun after a governed preposition at `token`.
pub fn propose(context: &Context, token: usize, government: Government, out: &mut Vec<Proposal>) {
    let start = match context.class(token) {
        Some(Class::Ila) if government.has(Government::ILA) => token + 1,
        Some(Class::Ala) if government.has(Government::ALA) => token + 1,
        Some(Class::An) if government.has(Government::AN) => token + 1,
        Some(Class::Min) if government.has(Government::MIN) => token + 1,
        Some(Class::In) if government.has(Government::FI) => token + 1,
        Some(Class::What) if context.is(token, "عما") && government.has(Government::AN) => token,
        None if joined(context, token, government) => token,
        _ => return,
    };
    let clause = context.class(start).is_some_and(Class::complementizer);
    if !clause
        && (context.tokens.is_word(start)
            || context.quote_opening(start).is_some()
            || !context.is_mark(start))
    {
        out.push(Proposal {
            rule: Rule::Preposition,
            start,
            end: None,
            before: None,
            link: token,
        });
    }
}

/// Whether a governed preposition is written together with the word.
fn joined(context: &Context, token: usize, government: Government) -> bool {
    let key = context.key(token);
    let long = key.len() > 3 * 'ب'.len_utf8();
    long && (government.has(Government::BI) && key.starts_with('ب')
        || government.has(Government::LI) && key.starts_with('ل')
        // دعا للحوار stands for دعا إلى الحوار.
        || government.has(Government::ILA) && key.starts_with("لل"))
}
