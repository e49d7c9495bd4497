//! Nouns for whoever is somebody's, with the pronoun that says whose (والده، ابنتها، محاميهم), and for
//! who is somebody's like (نظيره): what stands before a name and is none.

/// As they stand before a pronoun; a feminine has ت for its ة.
const NOUNS: [&str; 40] = [
    "والد",
    "والدت",
    "ابو",
    "ابي",
    "اخو",
    "اخي",
    "اخت",
    "شقيق",
    "شقيقت",
    "ابن",
    "ابنت",
    "نجل",
    "نجلت",
    "كريمت",
    "زوج",
    "زوجت",
    "عم",
    "عمت",
    "خال",
    "خالت",
    "جد",
    "جدت",
    "حفيد",
    "حفيدت",
    "صهر",
    "خطيب",
    "خطيبت",
    "محامي",
    "محاميت",
    "وكيل",
    "وكيلت",
    "زميل",
    "زميلت",
    "صديق",
    "صديقت",
    "شريك",
    "شريكت",
    "مساعد",
    "مدرب",
    "قريب",
];

/// Whether a folded word is such a noun with a pronoun.
///
/// ```
/// use qawl::analysis::senses;
///
/// assert!(senses::is_kin_of("والده"));
/// assert!(senses::is_kin_of("ومحاميها"));
/// assert!(!senses::is_kin_of("والد"));
/// ```
pub fn is_kin_of(word: &str) -> bool {
    let is = |word: &str| {
        let mut pronouns = ["هما", "ها", "هم", "ه"].iter();
        let noun = pronouns.find_map(|pronoun| word.strip_suffix(pronoun));
        noun.is_some_and(|noun| NOUNS.contains(&noun))
    };
    is(word) || word.strip_prefix('و').is_some_and(is)
}

/// Whether a word calls somebody the like of another.
///
/// ```
/// use qawl::analysis::senses;
///
/// assert!(senses::is_peer("نظيرته"));
/// assert!(!senses::is_peer("نظير"));
/// ```
pub fn is_peer(word: &str) -> bool {
    let behind = word.strip_prefix("نظير").unwrap_or("-");
    matches!(
        behind,
        "ه" | "ها" | "هم" | "هما" | "ته" | "تها" | "تهم" | "يه" | "يها"
    )
}
