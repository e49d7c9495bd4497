//! When, where and before whom something was said, between who says it and the noun that is said
//! (أكد الوزير [خلال الاجتماع] أهمية الحوار، أعلنت الشركة [الأحد] إغلاق المصنع).

use super::{phrases, sources::timed};
use crate::analysis::{context::Context, grammar::Class};

/// The token behind such words at `first`, if any open there and a word follows them.
pub fn behind(c: &Context, first: usize, end: usize) -> Option<usize> {
    let mut at = first;
    while at < end {
        let next = one(c, at, end);
        if next == at {
            break;
        }
        at = next;
    }
    (at > first && at < end && c.tokens.is_word(at)).then_some(at)
}

/// The token behind one of them, or where it would open.
fn one(c: &Context, at: usize, end: usize) -> usize {
    if timed(c, at) || c.class(at) == Some(Class::Time) {
        return at + 1;
    }
    let during = matches!(
        c.class(at),
        Some(Class::TimePreposition | Class::In | Class::Via)
    );
    let occasion = c.word(at + 1).occasion || c.class(at) == Some(Class::TimePreposition);
    if !during || !occasion || c.class(at + 1).is_some() {
        return at;
    }
    phrases::longest(c, at + 1, end).unwrap_or(at)
}
