//! What somebody puts at how much (تقدر مصادر نفطية [q إنتاج الحقل بنحو مليون برميل]): who does it, what
//! is counted, and ب with a number.

use super::{
    super::proposal::{Proposal, Rule},
    object::may_speak,
};
use crate::analysis::{context::Context, cues::Lemma, tokens::TokenKind};

static PUTS: Lemma = Lemma::new("قدر");

/// How far behind the verb the number may stand, in tokens.
const REACH: usize = 18;

/// What is counted, if a verb at `cue` puts it at a number.
pub fn propose(c: &Context, cue: usize) -> Option<Proposal> {
    let word = c.word(cue).cue?;
    if !word.entry.shape.is_finite() || !PUTS.is(&word.entry) || word.entry.pronoun {
        return None;
    }
    let (_, end) = c.sentence(cue);
    let mut near = (cue + 2..end.min(cue + REACH)).take_while(|at| !c.is_mark(*at));
    let by = near.find(|at| is_number(c, *at))?;
    let first = cue + 1;
    // ويقدر عدد المصابين بنحو ألف: a passive.
    let counted = matches!(c.key(first), "عدد" | "حجم" | "قيمه" | "ثمن");
    if counted || !may_speak(c, first) {
        return None;
    }
    let named = c.mention(first).filter(|m| m.first == first);
    let mut thing = named.map_or(first + 1, |m| m.end);
    while thing < by && is_adjective(c, thing) {
        thing += 1;
    }
    let open = c.tokens.is_word(thing) && c.word(thing).preposition.is_none();
    (thing < by && open).then(|| Proposal::open(Rule::Object, thing, thing))
}

/// Whether ب and a number, or about how much, stands at a token.
fn is_number(c: &Context, token: usize) -> bool {
    let about = matches!(
        c.key(token),
        "بنحو" | "بحوالي" | "بقرابه" | "باكثر" | "باقل" | "بزهاء" | "بما"
    );
    let number = c.tokens.kind(token + 1) == TokenKind::Number;
    about || matches!(c.key(token), "ب" | "بـ") && number
}

/// Whether a word goes with the indefinite noun before it (مصادر [نفطية]، مسؤولون [آخرون]).
fn is_adjective(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let bare = !c.has_article(token) && c.mention(token).is_none() && c.word(token).open;
    let relation = key.ends_with("يه") || key.ends_with("يون") || key.ends_with('ي');
    let others = matches!(key, "اخرون" | "اخري" | "اخر" | "مطلعه" | "محليه");
    let definite = c.has_article(token) && c.has_article(token - 1);
    let noun = matches!(key, "اجمالي" | "تكاليف" | "حوالي");
    bare && !noun && (relation || others) || definite
}
