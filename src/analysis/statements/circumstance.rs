//! When, where and before whom something was said, between who says it and the noun that is said
//! (أكد الوزير [خلال الاجتماع] أهمية الحوار، أعلنت الشركة [الأحد] إغلاق المصنع).

use super::{aside, first_behind, phrases, source_opens::timed};
use crate::analysis::{context::Context, grammar::Class, senses::Senses};

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
    // اعتبر الخبير في تصريح لوكالة الأنباء.
    if c.word(at).to_outlet || aside::to_body(c, at) {
        return first_behind::behind_name(c, at);
    }
    // نيابة عن الوزير | إغلاق الميناء، بحضور السفير | إغلاق الميناء.
    let instead = aside::is_instead(c, at);
    if instead || matches!(c.key(at), "باسم" | "بحضور") {
        let who = at + 1 + usize::from(instead);
        return phrases::longest(c, who, end).unwrap_or(at);
    }
    let during = matches!(
        c.class(at),
        Some(Class::TimePreposition | Class::In | Class::Via)
    );
    let occasion =
        c.word(at + 1).occasion || matches!(c.class(at), Some(Class::TimePreposition | Class::Via));
    // في هذا السياق.
    if during && c.class(at + 1) == Some(Class::Demonstrative) && c.has_article(at + 2) {
        return at + 3;
    }
    if !during || !occasion || c.class(at + 1).is_some() {
        return at;
    }
    // في كلمته | أهمية الحوار.
    let whose = c.slice(at + 1, at + 2);
    if c.word(at + 1).occasion && (whose.ends_with('ه') || whose.ends_with("ها")) {
        return at + 2;
    }
    let behind = phrases::longest(c, at + 1, end).unwrap_or(at);
    // في بيان صدر أمس | إغلاق الميناء.
    if c.means(behind, Senses::ISSUED) && timed(c, behind + 1) {
        return behind + 1;
    }
    // في بيان رسمي | انفصاله عن.
    let behind = (at + 2..behind)
        .find(|at| is_hers(c, *at))
        .unwrap_or(behind);
    // عبر حسابها على منصة إكس.
    let medium = matches!(c.class(behind), Some(Class::Ala | Class::In))
        && c.means(behind + 1, Senses::MEDIUM);
    if medium {
        return phrases::longest(c, behind + 1, end).unwrap_or(behind);
    }
    behind
}

/// Whether a noun has a pronoun (انفصاله، رفضها) and is no occasion of speech.
pub fn is_hers(c: &Context, token: usize) -> bool {
    let word = c.slice(token, token + 1);
    let pronoun = word.ends_with('ه') || word.ends_with("ها") || word.ends_with("هم");
    pronoun
        && c.word(token).open
        && c.mention(token).is_none()
        && !c.word(token).joins
        && !c.word(token).occasion
        && c.key(token).chars().count() > 4
}
