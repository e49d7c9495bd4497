//! The forms of a reporting verb: all persons, genders and numbers, both
//! tenses, the passives, the participle as it is used with a report, the
//! masdar, and those with object pronouns. All are folded keys.
//!
//! Weak verbs bend in two ways that matter here: hollow (قال، أشار), with a
//! weak last letter (دعا، نفى), both made from the spelling of the two
//! principal parts alone.

use super::entry::{Agreement, Shape};

/// One form made from a verb.
pub struct Form {
    /// Its folded key.
    pub key: String,
    /// What it says of itself.
    pub shape: Shape,
    /// Whom it agrees with.
    pub agreement: Agreement,
    /// Whether an object or genitive pronoun is joined to it.
    pub pronoun: bool,
}

/// The principal parts of a verb, folded; empty where it lacks one.
#[derive(Clone, Copy)]
pub struct Parts<'a> {
    /// He, in the past.
    pub past: &'a str,
    /// He, in the present.
    pub present: &'a str,
    /// The active participle, masculine.
    pub participle: &'a str,
    /// The verbal nouns, plurals too.
    pub masdars: &'a [String],
}

const PRONOUNS: [&str; 5] = ["ه", "ها", "هم", "هما", "هن"];
const OBJECTS: [&str; 7] = ["ه", "ها", "هم", "هما", "ني", "نا", "هن"];

/// All forms of a verb.
pub fn all(parts: Parts) -> Vec<Form> {
    let mut made = Maker(Vec::with_capacity(128));
    if !parts.past.is_empty() {
        past(parts, &mut made);
    }
    if !parts.present.is_empty() {
        present(parts.present, &mut made);
    }
    if !parts.participle.is_empty() {
        participle(parts.participle, &mut made);
    }
    for masdar in parts.masdars {
        masdar_forms(masdar, &mut made);
    }
    made.0
}

struct Maker(Vec<Form>);

impl Maker {
    fn push(&mut self, key: String, shape: Shape, agreement: Agreement, pronoun: bool) {
        self.0.push(Form {
            key,
            shape,
            agreement,
            pronoun,
        });
    }

    fn plain(&mut self, stem: &str, ending: &str, shape: Shape, agreement: Agreement) {
        self.push(format!("{stem}{ending}"), shape, agreement, false);
    }

    fn with_objects(&mut self, stem: &str, shape: Shape, agreement: Agreement) {
        for object in OBJECTS {
            self.push(format!("{stem}{object}"), shape, agreement, true);
        }
    }
}

/// The word without its last letter, and that letter.
fn split_last(word: &str) -> (&str, &str) {
    let at = word.char_indices().next_back().map_or(0, |(i, _)| i);
    word.split_at(at)
}

fn past(parts: Parts, made: &mut Maker) {
    use Agreement::{He, She, Speaker, They};
    let verb = parts.past;
    let (stem, last) = split_last(verb);
    made.plain(verb, "", Shape::Past, He);
    if last == "ا" || last == "ي" && !parts.present.ends_with('ا') && is_defective(parts) {
        for (ending, agreement) in [("ت", She), ("وا", They), ("يا", They), ("تا", They)] {
            made.plain(stem, ending, Shape::Past, agreement);
        }
        let weak = if parts.present.ends_with('و') {
            "و"
        } else {
            "ي"
        };
        for ending in ["ت", "نا"] {
            made.push(format!("{stem}{weak}{ending}"), Shape::Past, Speaker, false);
        }
        made.with_objects(&format!("{stem}ا"), Shape::Past, He);
        made.with_objects(&format!("{stem}ت"), Shape::Past, She);
        made.with_objects(&format!("{stem}و"), Shape::Past, They);
        return;
    }
    for (ending, agreement) in [("ت", She), ("وا", They), ("ا", They), ("تا", They)] {
        made.plain(verb, ending, Shape::Past, agreement);
    }
    made.with_objects(verb, Shape::Past, He);
    made.with_objects(&format!("{verb}ت"), Shape::Past, She);
    made.with_objects(&format!("{verb}و"), Shape::Past, They);
    let (before, middle) = split_last(stem);
    if middle == "ا" && !before.is_empty() && is_hollow(parts) {
        for (ending, agreement) in [("ت", Speaker), ("نا", Speaker), ("ن", They)] {
            made.push(
                format!("{before}{last}{ending}"),
                Shape::Past,
                agreement,
                false,
            );
        }
        made.push(format!("{before}ي{last}"), Shape::Passive, He, false);
    } else {
        for (ending, agreement) in [("نا", Speaker), ("ن", They)] {
            made.plain(verb, ending, Shape::Past, agreement);
        }
    }
}

/// Whether a past in ي is one in ى (نفى), not one in a sounded ي (خشي).
fn is_defective(parts: Parts) -> bool {
    parts.present.ends_with('ي') || parts.present.ends_with('و')
}

/// Whether the present has a long vowel before its last letter (يقول، يشير).
fn is_hollow(parts: Parts) -> bool {
    let (stem, _) = split_last(parts.present);
    stem.ends_with(['و', 'ي', 'ا']) && stem.chars().count() > 1
}

fn present(verb: &str, made: &mut Maker) {
    use Agreement::{He, She, Speaker, They};
    let stem = verb.strip_prefix('ي').unwrap_or(verb);
    let (body, last) = split_last(stem);
    let defective = matches!(last, "و" | "ي");
    for (prefix, agreement) in [("ي", He), ("ت", She), ("ن", Speaker), ("ا", Speaker)] {
        made.push(format!("{prefix}{stem}"), Shape::Present, agreement, false);
        made.with_objects(&format!("{prefix}{stem}"), Shape::Present, agreement);
        if defective {
            made.push(format!("{prefix}{body}"), Shape::Present, agreement, false);
            made.with_objects(&format!("{prefix}{body}ا"), Shape::Present, agreement);
        }
        let (before, vowel) = split_last(body);
        if !defective && matches!(vowel, "و" | "ي" | "ا") && !before.is_empty() {
            made.push(
                format!("{prefix}{before}{last}"),
                Shape::Present,
                agreement,
                false,
            );
            made.push(
                format!("{prefix}{before}ا{last}"),
                Shape::Passive,
                agreement,
                false,
            );
        }
    }
    let plural = if defective { body } else { stem };
    for prefix in ["ي", "ت"] {
        for ending in ["ون", "وا", "ان", "ين"] {
            let root = if defective && ending == "ان" {
                stem
            } else {
                plural
            };
            let agreement = if prefix == "ت" && ending == "ين" {
                Speaker
            } else {
                They
            };
            made.push(
                format!("{prefix}{root}{ending}"),
                Shape::Present,
                agreement,
                false,
            );
        }
    }
    made.push(format!("ي{stem}ن"), Shape::Present, They, false);
}

fn participle(word: &str, made: &mut Maker) {
    use Agreement::{He, She, They};
    let (stem, last) = split_last(word);
    let plural = if last == "ي" { stem } else { word };
    made.plain(word, "ا", Shape::Participle, He);
    made.plain(word, "ه", Shape::Participle, She);
    made.plain(plural, "ين", Shape::Participle, They);
    made.plain(word, "ات", Shape::Participle, They);
}

fn masdar_forms(word: &str, made: &mut Maker) {
    use Agreement::{Any, He, She, They};
    made.plain(word, "", Shape::Masdar, Any);
    made.plain(word, "ا", Shape::Masdar, Any);
    made.push(format!("ال{word}"), Shape::Masdar, Any, false);
    let stem = word
        .strip_suffix('ه')
        .map_or_else(|| word.to_owned(), |s| format!("{s}ت"));
    for pronoun in PRONOUNS {
        let agreement = match pronoun {
            "ه" => He,
            "ها" => She,
            _ => They,
        };
        made.push(format!("{stem}{pronoun}"), Shape::Masdar, agreement, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(past: &str, present: &str, participle: &str, masdars: &[&str]) -> Vec<String> {
        let masdars: Vec<String> = masdars.iter().map(|m| (*m).to_owned()).collect();
        all(Parts {
            past,
            present,
            participle,
            masdars: &masdars,
        })
        .into_iter()
        .map(|f| f.key)
        .collect()
    }

    fn assert_forms(made: &[String], wanted: &str) {
        for form in wanted.split(' ') {
            assert!(made.iter().any(|m| m == form), "{form} is missing");
        }
    }

    #[test]
    fn sound() {
        let made = keys("اكد", "يوكد", "موكد", &["تاكيد"]);
        assert_forms(
            &made,
            "اكد اكدت اكدوا اكدا يوكد توكد يوكدون نوكد موكدا موكده موكدين تاكيده التاكيد",
        );
    }

    #[test]
    fn hollow() {
        let made = keys("قال", "يقول", "قائل", &["قول"]);
        assert_forms(
            &made,
            "قال قالت قالوا قالا قلن قلت قيل يقول تقول يقولون يقولوا يقل يقال قائلا قوله قولها",
        );
        assert_forms(
            &keys("اشار", "يشير", "مشير", &[]),
            "اشارت اشاروا اشير يشر يشار يشيرون",
        );
    }

    #[test]
    fn weak_last_letter() {
        let made = keys("دعا", "يدعو", "داعي", &["دعوه"]);
        assert_forms(
            &made,
            "دعا دعت دعوا دعوت دعاها يدعو تدعو يدعون يدع داعيا داعيه داعين دعوته",
        );
        assert_forms(
            &keys("نفي", "ينفي", "نافي", &["نفي"]),
            "نفي نفت نفوا نفاه ينفي ينفون ينف نافيا",
        );
    }
}
