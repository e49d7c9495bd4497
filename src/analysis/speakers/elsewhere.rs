//! Lines between the paragraphs that lead to other articles (اقرأ أيضا: …، رابط الخبر: …): nobody in
//! them is whom the article goes on about.

use crate::analysis::context::Context;

/// Whether a token stands in such a line.
pub fn is_at(c: &Context, token: usize) -> bool {
    let (first, _) = c.paragraph_around(token);
    let also = |at: usize| c.is(at, "ايضا") || c.is(at + 1, "ايضا");
    match c.key(first) {
        "اقرا" | "اقرئي" | "شاهد" | "طالع" | "تابع" | "للاطلاع" | "انظر" => {
            also(first + 1)
        }
        "مواضيع" | "اخبار" | "مقالات" => {
            matches!(c.key(first + 1), "ذات" | "متعلقه" | "مشابهه" | "مرتبطه")
        }
        "رابط" => c.is(first + 1, "الخبر"),
        "للمزيد" | "المزيد" | "لمزيد" => true,
        _ => false,
    }
}

/// Where the sentence before that at `start` begins, where it tells of the same; else `start`.
pub fn sentence_before(c: &Context, start: usize) -> usize {
    // The mark of a list has a sentence of its own.
    let mut first = start;
    while let Some(before) = first.checked_sub(1) {
        if is_at(c, before) {
            return start;
        }
        first = c.sentence(before).0;
        if !c.is_mark(before) || (first..before).any(|at| !c.is_mark(at)) {
            return first;
        }
    }
    0
}
