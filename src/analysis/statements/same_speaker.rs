//! Verbs and attributions by which whoever speaks already only goes on: أعتقد in somebody's own
//! words, على ما قال and حسب رأيه in a report of the same person.

use super::rules::measure;
use crate::analysis::{
    context::{Context, Mark},
    cues::{Agreement, Lemma, SpeechAct, Weight},
    grammar::Class,
};

static DESCRIBES: [Lemma; 2] = [Lemma::new("وصف"), Lemma::new("اعتبر")];

/// Whether a cue is by whoever speaks already.
pub fn is_at(c: &Context, token: usize) -> bool {
    goes_on(c, token)
        || is_repeated(c, token)
        || measure::repeats(c, token)
        || is_their_word(c, token)
}

/// Whether a verb only gives the word of whoever speaks already for a thing (انتقد النائب ما وصفه
/// بـ«الإسراف»).
fn is_their_word(c: &Context, token: usize) -> bool {
    let Some(what) = token.checked_sub(1) else {
        return false;
    };
    let names = c
        .word(token)
        .cue
        .is_some_and(|cue| cue.entry.pronoun && DESCRIBES.iter().any(|verb| verb.is(&cue.entry)));
    if !names || c.class(what) != Some(Class::What) {
        return false;
    }
    let by = c.is(token + 1, "ب") || c.key(token + 1).starts_with('ب');
    let (start, _) = c.sentence(token);
    by && (start..what).any(|at| c.word(at).reports())
}

/// Whether a phrase of attribution names nobody but who speaks already (وأكد الوزير أن الحل قريب،
/// على ما قال في لقاء), or tells what somebody refused (وهو ما رفضه الاتحاد).
fn is_repeated(c: &Context, token: usize) -> bool {
    let what = token.wrapping_sub(1);
    if c.class(what) != Some(Class::What) {
        return false;
    }
    let before = what.wrapping_sub(1);
    let refused = c.class(before) == Some(Class::HeIs)
        && c.word(token)
            .cue
            .is_some_and(|cue| cue.entry.act == SpeechAct::Denying);
    let led = c.class(before) == Some(Class::Ala) || c.word(before).attribution.is_some();
    let (start, end) = c.sentence(token);
    let said = matches!(c.key(token), "قال" | "قالت" | "ذكر" | "ذكرت");
    let nobody = token + 1 == end
        || c.is_mark(token + 1)
        || said
            && matches!(
                c.class(token + 1),
                Some(Class::In | Class::TimePreposition | Class::Time)
            );
    let speaks = |at: usize| {
        let says = c
            .word(at)
            .cue
            .is_some_and(|cue| cue.entry.weight == Weight::Say);
        says && c.word(at).finite
    };
    refused || led && nobody && (start..what).any(speaks)
}

/// Whether somebody whose words stand in quotation marks goes on speaking (أعتقد أن).
fn goes_on(c: &Context, token: usize) -> bool {
    let mine = || c.key(token).ends_with('ت') && matches!(c.key(token + 1), "انني" | "اني");
    let inside = || c.quote_of(token).is_some() || behind_colon(c, token);
    (in_first_person(c, token) || mine() || is_written_so(c, token)) && inside()
}

/// Whether a colon behind a verb of saying or a name opened somebody's words in the sentence.
fn behind_colon(c: &Context, token: usize) -> bool {
    let (start, _) = c.sentence(token);
    let mut before = (start..token).rev();
    let colon = before.find(|at| c.mark(*at) == Mark::Colon);
    colon.is_some_and(|colon| (start..colon).any(|at| c.word(at).says()))
}

/// Whether a verb is somebody's who speaks of themselves (أعتقد، وأنا أعتقد).
pub(super) fn in_first_person(c: &Context, token: usize) -> bool {
    let word = c.word(token).cue;
    let form = word.is_some_and(|cue| cue.entry.agreement == Agreement::Speaker);
    let before = token.checked_sub(1).map_or("", |before| c.key(before));
    form || matches!(before, "انا" | "وانا" | "نحن" | "ونحن")
}

/// Whether a verb whose past has no hamza is written with one (أعتقد، أستغرب), and is in the
/// first person so, whoever may stand behind it.
pub fn is_written_so(c: &Context, token: usize) -> bool {
    let Some(cue) = c.word(token).cue else {
        return false;
    };
    if !cue.entry.shape.is_finite() || cue.entry.agreement == Agreement::She {
        return false;
    }
    let plain = |word: &str| word.trim_start_matches(['و', 'ف']).starts_with('أ');
    let key = c.key(token);
    let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    // افتعل and استفعل.
    let long =
        key.chars().nth(2) == Some('ت') && key.chars().count() == 5 || key.starts_with("است");
    long && plain(c.slice(token, token + 1))
}
