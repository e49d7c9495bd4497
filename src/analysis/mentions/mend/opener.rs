//! What parts two names that the tagger takes for one: إن, which opens what the first of them says (قالت
//! صحيفة الضحى [إن] نوران والجمهورية ترفضان) and is no letter's name, as in سي إن إن; the point that ends a
//! sentence (التقى السفير كارل شميت[.] الحداد أكد أن), and no initial's.

use smallvec::SmallVec;

use super::Around;
use crate::analysis::mentions::tagger::Tagged;

/// Words of so many letters around it may spell a foreign name (بارك إن باي).
const SHORT: usize = 3;

/// The names, those parted that hold it.
pub fn part(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    if !names.iter().any(|name| opener(text, *name).is_some()) {
        return names;
    }
    let parted = |name: Tagged| {
        let (first, end, kind) = name;
        match opener(text, name) {
            None => SmallVec::<[Tagged; 2]>::from_slice(&[name]),
            Some(at) => SmallVec::from_slice(&[(first, at, kind), (at + 1, end, kind)]),
        }
    };
    names.into_iter().flat_map(parted).collect()
}

/// Where it stands in a name, behind a longer word.
fn opener(text: Around, (first, end, _): Tagged) -> Option<usize> {
    let long = |at: usize| text.tokens.is_word(at) && text.tokens.key(at).chars().count() > SHORT;
    let that = |at: &usize| matches!(text.tokens.key(*at), "ان" | "بان");
    let point = |at: usize| text.tokens.key(at) == "." && !text.touches(at + 1);
    (first + 1..end.saturating_sub(1)).find(|at| {
        let parts = that(at) && long(at + 1) || point(*at);
        parts && long(at - 1)
    })
}
