//! Nouns without what joins them to their phrase: proclitics, article, endings of
//! number and gender. Two forms of one noun have one stem (المتحدثة، متحدث).

/// The key without و، ف، ب، ل before its article; والي، والد and بالغ, whose ال no noun could follow,
/// stay whole.
pub fn bare(key: &str) -> &str {
    let mut chars = key.chars();
    let first = chars.next().unwrap_or_default();
    let rest = chars.as_str();
    match first {
        'و' | 'ف' | 'ب' | 'ك'
            if rest.starts_with("ال") && rest.chars().nth(3).is_some() && !is_parent(key) =>
        {
            rest
        }
        'و' | 'ف' if rest.starts_with("لل") => rest.strip_prefix('ل').unwrap_or(rest),
        _ => key,
    }
}

/// Whether a word is والد or والدة with what may stand behind it: no و and an article (but والدعم).
fn is_parent(key: &str) -> bool {
    let behind = key.strip_prefix("والد").unwrap_or("-");
    matches!(
        behind,
        "ه" | "ها"
            | "هم"
            | "هما"
            | "ته"
            | "تها"
            | "تهم"
            | "تي"
            | "يه"
            | "يها"
            | "يهم"
            | "تهما"
    )
}

/// A word without proclitics and article.
pub fn noun(key: &str) -> &str {
    let key = bare(key);
    key.strip_prefix("ال").unwrap_or(key)
}

/// A noun without article, and without the endings of plural and feminine.
///
/// ```
/// use qawl::analysis::stem::stem;
///
/// assert_eq!(stem("المتحدثه"), stem("متحدث"));
/// assert_eq!(stem("الباحثين"), stem("باحثون"));
/// ```
pub fn stem(key: &str) -> &str {
    let rest = key
        .strip_prefix("ال")
        .or_else(|| key.strip_prefix("لل"))
        .unwrap_or(key);
    let longer_than = |letters: usize| rest.chars().nth(letters).is_some();
    let of_several = ["ون", "ين", "ات"]
        .iter()
        .find_map(|ending| rest.strip_suffix(ending));
    if let Some(stem) = of_several.filter(|_| longer_than(4)) {
        return stem;
    }
    let of_one = rest.strip_suffix('ه').filter(|_| longer_than(3));
    of_one.unwrap_or(rest)
}
