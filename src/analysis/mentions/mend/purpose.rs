//! What a body is for goes with its name (الجمعية المغربية [للدفاع عن حقوق المسافرين]، حزب التجمع
//! [من أجل الإصلاح]، منظمة الأمم المتحدة [للطفولة]).

use super::{Around, is_of};
use crate::{
    analysis::{
        lexicon::Classes,
        mentions::tagger::Tagged,
        senses::{self, Senses},
        stem,
    },
    annotations::EntityType,
};

/// Nouns for bodies that people found for something.
const BODIES: [&str; 14] = [
    "منظمه",
    "جمعيه",
    "نقابه",
    "رابطه",
    "مؤسسه",
    "معهد",
    "مرصد",
    "شبكه",
    "حزب",
    "حركه",
    "تحالف",
    "ائتلاف",
    "صندوق",
    "هيئه",
];

/// Where the name of a body ends with what it is for behind it.
pub fn end(text: Around, name: Tagged) -> usize {
    let (first, end, _) = name;
    let head = stem::noun(text.tokens.key(first));
    let body = is_of(name, EntityType::Org) && BODIES.contains(&head);
    let line = text.facts.get(end).is_some_and(|fact| !fact.opens_line);
    if !body || !line || end < first + 2 {
        return end;
    }
    if text.tokens.key(end) == "من" && text.tokens.key(end + 1) == "اجل" {
        let noun = end + 2;
        return if article(text, noun) { noun + 1 } else { end };
    }
    let noun = text.tokens.key(end).strip_prefix("لل").unwrap_or_default();
    let what = is_what(noun) && !text.words.is(end, Classes::MEDIA);
    if !what {
        return end;
    }
    // للدفاع عن حقوق المسافرين.
    if noun == "دفاع" && text.tokens.key(end + 1) == "عن" {
        let of = end + 2;
        let construct = !article(text, of) && article(text, of + 1);
        return of + 1 + usize::from(construct);
    }
    end + 1
}

/// Whether a noun is what a body may be for: no people or papers whom it speaks to.
fn is_what(noun: &str) -> bool {
    let people = noun.ends_with("ين") || senses::is(noun, Senses::FOLK);
    let told = matches!(
        noun,
        "صحيفه" | "وكاله" | "قناه" | "جريده" | "موقع" | "اعلام" | "مره"
    );
    // للمشاركة، للتحقيق: what somebody does.
    let deed = noun.starts_with('م') && noun.ends_with('ه')
        || noun.starts_with('ت') && noun.chars().count() < 6;
    let deed = deed && !matches!(noun, "تعليم" | "تنميه" | "تربيه" | "تجار");
    noun.chars().count() > 3
        && !people
        && !told
        && !deed
        && !senses::is(stem::stem(noun), Senses::PLURAL)
}

fn article(text: Around, token: usize) -> bool {
    text.facts.get(token).is_some_and(|fact| fact.article)
}
