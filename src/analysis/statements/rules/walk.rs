//! The walk from a cue to the end of its sentence, on which the patterns that
//! look for a content after the cue are tried at every word.

use super::{
    super::{agent, phrases::gives_name, proposal::Rule, reporter, tongue},
    Attribution, Proposal, certain, clause, colon, estimate, hailed, judged, manner, object,
    own_stance, own_words, preposition, question, quotation, responsibility, saying,
};
use crate::analysis::{
    context::{Context, Holds},
    cues::{CueWord, Entry, Government, Lemma, Shape, SpeechAct, Weight},
    grammar::Class,
    work,
};

static DESCRIBES: Lemma = Lemma::new("وصف");

/// How far from a cue its content may begin, in tokens. The longest way in the
/// training articles is 43.
const REACH: usize = 60;
/// The same where it stands right behind: a preposition may open before its أن.
const NEAR: usize = 3;
/// How many proposals are enough: what comes after so many is another cue's.
const ENOUGH: usize = 24;

/// Proposes the contents after a form of a reporting verb.
pub fn after_cue(context: &Context, cue: usize, word: &CueWord, out: &mut Vec<Proposal>) {
    let before = out.len();
    if sure(context, cue, word, out) {
        return;
    }
    // What such a cue governs stands right behind it, and nothing further on is its content.
    let near = certain::is_near(context, cue);
    let reach = if near { NEAR } else { REACH };
    walk(context, cue, Some(&word.entry), reach, out);
    let noun = |proposal: &Proposal| matches!(proposal.rule, Rule::Preposition | Rule::Object);
    // «لا أحد فوق القانون»، شدد الوزير في تصريح: what such a verb governs stands before it.
    if behind_quotation(context, cue) {
        keep(out, before, |proposal| !noun(proposal));
    }
    if according_to_what(context, cue)
        || super::relays_somebody(context, cue)
        || certain::behind_demonstrative(context, cue)
    {
        keep(out, before, |proposal| proposal.rule == Rule::Clause);
    }
    // وصف السفير الاتفاق [بالهش]: what is described is left out.
    let by = |proposal: &Proposal| {
        !noun(proposal) || context.word(proposal.start).preposition == Some(Government::BI)
    };
    if describes(context, cue) && out.iter().skip(before).any(by) {
        keep(out, before, by);
    }
}

/// Leaves of the proposals from one on only those that fit.
fn keep(out: &mut Vec<Proposal>, from: usize, fits: impl Fn(&Proposal) -> bool) {
    let since = out.split_off(from);
    out.extend(since.into_iter().filter(fits));
}

/// Proposes the one content that grammar tells; says whether there is one, or surely none.
fn sure(context: &Context, cue: usize, word: &CueWord, out: &mut Vec<Proposal>) -> bool {
    let before = out.len();
    let surely = responsibility::propose(context, cue)
        .or_else(|| own_stance::propose(context, cue))
        .or_else(|| judged::propose(context, cue))
        .or_else(|| estimate::propose(context, cue))
        .or_else(|| hailed::propose(context, cue, &word.entry));
    if let Some(surely) = surely {
        out.push(surely);
        return true;
    }
    if word.entry.act == SpeechAct::Relaying && relayed_by_noun(context, cue) {
        return true;
    }
    if let Some(masdar) = object::asked(context, cue, &word.entry) {
        out.push(Proposal::open(Rule::Object, masdar, masdar));
        return true;
    }
    if object::surely(context, cue, &word.entry) {
        object::propose(context, cue, cue + 1, out);
        return true;
    }
    if let Some(agent) = agent::of(context, cue) {
        let (_, end) = context.sentence(cue);
        clause::propose(context, (cue, agent.link), end, out);
        preposition::propose(context, (cue, agent.link), word.entry.government, out);
        if out.len() == before {
            object::propose(context, cue, agent.link, out);
        }
    } else if let Some(noun) = object::behind_subject(context, cue, &word.entry) {
        object::propose(context, cue, noun, out);
    }
    out.len() > before
}

/// Whether a cue stands in a phrase of attribution (وفقا لما أعلنت الوزارة، حسب ما ذكر):
/// nothing but a clause goes on behind it as its content, as behind نقلت … عن … أن.
pub(super) fn according_to_what(context: &Context, cue: usize) -> bool {
    let what = cue.wrapping_sub(1);
    let word = context.word(what);
    // حسبما, but not كما, which also joins another report.
    let as_said = word.attribution == Some(Attribution::As) && word.class != Some(Class::As);
    as_said
        || word.class == Some(Class::What)
            && context.word(what.wrapping_sub(1)).attribution == Some(Attribution::According)
}

/// Whether a noun that is the cue follows a verb of relaying (نقلت الوكالة عن الوزير قوله).
fn relayed_by_noun(context: &Context, cue: usize) -> bool {
    let (_, end) = context.sentence(cue);
    let mut behind = cue + 1..end.min(cue + REACH / 2);
    let noun = behind.find(|at| context.word(*at).says());
    noun.and_then(|at| context.word(at).cue)
        .is_some_and(|cue| cue.entry.shape == Shape::Masdar && cue.entry.pronoun && !cue.waw)
}

/// Proposes the contents after نقلا عن: clauses and quotations.
pub fn after_relay(context: &Context, cue: usize, out: &mut Vec<Proposal>) {
    walk(context, cue, None, REACH, out);
}

/// Proposes a bare noun; tells whether nothing behind it is the content (أبدى المشجعون [استياءهم]).
fn noun(
    context: &Context,
    (cue, token): (usize, usize),
    before: usize,
    out: &mut Vec<Proposal>,
) -> bool {
    let found = out.len();
    object::propose(context, cue, token, out);
    let own = out.len() > found && object::is_own(context, token);
    if own {
        // Of the nouns before it none is the content: they are who speaks.
        let own = out.split_off(found);
        keep(out, before, |proposal| proposal.rule != Rule::Object);
        out.extend(own);
    }
    own
}

/// Whether somebody else's words are passed on at a token (ذكرت الصحيفة نقلا عن المدير أن).
fn relays(context: &Context, token: usize) -> bool {
    context.word(token).attribution == Some(Attribution::Relay) && super::relays(context, token)
}

/// Whether the next report is joined at a token (استنكر الوزير الهجوم | وقال إن): of no content
/// of the training articles does the cue stand before such a verb.
pub fn joins_report(context: &Context, token: usize) -> bool {
    context.word(token).holds.intersects(Holds::NEXT)
        && context.mention(token).is_none()
        && !gives_name(context, token)
}

/// Whether the next report opens at a token behind a content that stands already: a participle
/// behind a comma (أدانت كمرانيا الهجوم، مؤكدة أن), كما and فيما with a verb, قبل أن يضيف.
/// `governed` tells whether that content is a noun that the verb governs: then a participle needs no
/// comma (طالب بالتعاون مشيرا إلى أن).
fn opens_report(context: &Context, token: usize, governed: bool) -> bool {
    let word = context.word(token);
    if !word.holds.intersects(Holds::OTHER) {
        return false;
    }
    let key = context.key(token);
    let verb = |at: usize| context.word(at).reports();
    match word.class {
        Some(Class::As | Class::While) => verb(token + 1),
        Some(Class::But | Class::Except) => reporter::but_says(context, token),
        Some(Class::Before) => context.is(token + 1, "ان") && verb(token + 2),
        Some(_) => false,
        None => {
            let leans = word.cue.is_some_and(|cue| {
                cue.entry.shape == Shape::Participle && cue.entry.act != SpeechAct::Telling
            });
            let form = key.ends_with('ا') || key.ends_with('ه') || key.ends_with("ين");
            let parted =
                || context.is_comma(token - 1) || governed && certain::is_near(context, token);
            leans && form && context.mention(token).is_none() && parted()
        }
    }
}

/// Whether a cue is a tense of وصف.
fn describes(context: &Context, cue: usize) -> bool {
    let verb = context
        .word(cue)
        .cue
        .filter(|cue| cue.entry.shape.is_finite());
    verb.is_some_and(|cue| DESCRIBES.is(&cue.entry))
}

/// Whether a quotation closes right before a cue that no و joins («لن ننسحب»، أكد القائد).
fn behind_quotation(context: &Context, cue: usize) -> bool {
    let comma = cue.checked_sub(1).filter(|at| context.is_comma(*at));
    let last = comma.unwrap_or(cue).checked_sub(1);
    let verb = context.word(cue).cue.is_some_and(|cue| {
        let finite = cue.entry.shape.is_finite();
        finite && !cue.waw && cue.entry.weight == Weight::Say
    });
    // إقليم «الجنوب» يدعو: a name.
    let words = if comma.is_some() { 1 } else { 5 };
    let quote = last.and_then(|at| context.quote_closing(at));
    verb && quote.is_some_and(|quote| quote.len() > words)
}

/// Whether the next report opens at a token; `found` are the contents that stand before it.
fn next_report(context: &Context, cue: usize, token: usize, found: &[Proposal]) -> bool {
    let known =
        || !found.is_empty() || behind_quotation(context, cue) || according_to_what(context, cue);
    // قال may have no noun for its content: what stands before the participle is none.
    let nouns = context.word(cue).cue.is_some_and(|cue| {
        let government = cue.entry.government;
        government.any_preposition() || government.contains(Government::OBJECT)
    });
    let governed = nouns && !found.is_empty();
    joins_report(context, token) || opens_report(context, token, governed) && known()
}

/// The token behind words that open no content: how it is said, and whose tongue says it, who is
/// no content either.
fn beside(
    context: &Context,
    (cue, token): (usize, usize),
    before: usize,
    out: &mut Vec<Proposal>,
) -> Option<usize> {
    let holds = context.word(token).holds;
    let how = holds.intersects(Holds::MANNER | Holds::MARK);
    let behind = how.then(|| manner::behind(context, cue, token)).flatten();
    behind.or_else(|| {
        let (_, end) = tongue::at(context, token)?;
        out.truncate(before);
        Some(end)
    })
}

/// A word at which something may be found, other than a noun.
const FINDS: Holds = Holds::MARK
    .union(Holds::COMMA)
    .union(Holds::LINK)
    .union(Holds::MANNER)
    .union(Holds::NEXT)
    .union(Holds::TOLD)
    .union(Holds::IMPERFECT)
    .union(Holds::PAST)
    .union(Holds::OTHER);

/// How a walk goes on from a token.
enum Step {
    /// Behind it, if no noun there ends it.
    On,
    /// At a token further on.
    To(usize),
    /// Nowhere.
    Over,
}

/// A walk from a cue to the end of its sentence. `entry` is what the lexicon knows of the cue, where
/// it is a verb. Behind one that asks nothing but the question is the content (تساءل الكاتب هل
/// سيخرج المجلس عن صمته); behind one that has its words with قائلا nothing before them (علق على الخبر
/// قائلا).
struct Walk<'c, 'd> {
    context: &'c Context<'d>,
    cue: usize,
    entry: Option<&'c Entry>,
    /// How many proposals there were before it.
    before: usize,
    end: usize,
    /// Whether قائلا would still open its words.
    leans: bool,
}

fn walk(
    context: &Context,
    cue: usize,
    entry: Option<&Entry>,
    reach: usize,
    out: &mut Vec<Proposal>,
) {
    let (_, end) = context.sentence(cue);
    let before = out.len();
    let mut walk = Walk {
        context,
        cue,
        entry,
        before,
        end,
        leans: entry.is_some_and(|entry| entry.weight <= Weight::Weak),
    };
    let mut token = cue + 1;
    while token < end.min(cue + reach) && out.len() - before < ENOUGH {
        work::step();
        // Of most words nothing but a noun may be made.
        let holds = context.word(token).holds;
        // Right behind the verb any word may open what is said.
        if holds.intersects(FINDS) || token == cue + 1 {
            match walk.at(token, holds, out) {
                Step::On => {}
                Step::To(behind) => {
                    token = behind;
                    continue;
                }
                Step::Over => return,
            }
        }
        if entry.is_some()
            && object::may_open(holds, cue, token)
            && noun(context, (cue, token), before, out)
        {
            return;
        }
        token += 1;
    }
}

impl Walk<'_, '_> {
    /// Tries at a token all patterns but that of the nouns.
    fn at(&mut self, token: usize, holds: Holds, out: &mut Vec<Proposal>) -> Step {
        let Self {
            context,
            cue,
            entry,
            before,
            end,
            ..
        } = *self;
        self.leans &= !holds.intersects(Holds::COMMA);
        if self.leans && saying::opens(context, token) {
            out.truncate(before);
        }
        if entry.is_some() && relays(context, token) {
            out.truncate(before);
            return Step::Over;
        }
        if holds.intersects(Holds::MARK) {
            if let Some(behind) = quotation::propose(context, token, out) {
                return Step::To(behind);
            }
            if colon::propose(context, token, out) {
                return Step::Over;
            }
        }
        if entry.is_some()
            && (own_words::propose(context, (cue, token), (before, end), out)
                || token > cue + 1
                    && next_report(context, cue, token, out.get(before..).unwrap_or_default()))
        {
            return Step::Over;
        }
        if let Some(behind) = beside(context, (cue, token), before, out) {
            return Step::To(behind);
        }
        if holds.intersects(Holds::LINK) && self.link(token, out) {
            return Step::Over;
        }
        Step::On
    }

    /// Tries what links a content; tells whether it is a question that is all that was asked.
    fn link(&self, token: usize, out: &mut Vec<Proposal>) -> bool {
        let Self {
            context, cue, end, ..
        } = *self;
        let asks = |entry: &Entry| entry.act == SpeechAct::Answering;
        let government = self
            .entry
            .map_or(Government::CLAUSE, |entry| entry.government);
        clause::propose(context, (cue, token), end, out);
        saying::propose(context, token, end, out);
        if question::propose(context, cue, token, out) && self.entry.is_some_and(asks) {
            return true;
        }
        preposition::propose(context, (cue, token), government, out);
        false
    }
}
