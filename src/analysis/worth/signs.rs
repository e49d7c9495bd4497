//! What is weighed of a statement: the leads of the choices that led to it, what it is, who
//! says it, and how it stands to those around it.

use crate::{
    analysis::{
        context::Context,
        cues::SpeechAct,
        speakers::{Attributed, Attribution},
        statements::{
            Draft,
            margins::{CERTAIN, Margins},
            site::SiteKind,
        },
        work,
    },
    annotations::Reason,
};

/// The signs, in the order of the weights. A lead stands there whole and cut at some
/// heights, so that the first steps of it may count for more than the later ones.
pub const SIGNS: [&str; 36] = [
    "site",
    "site, up to 20",
    "site, up to 60",
    "site, by grammar",
    "reading",
    "reading, up to 14",
    "reading, up to 60",
    "source",
    "source, up to 30",
    "source, up to 100",
    "source, sure",
    "end",
    "end, sure",
    "speaker",
    "speaker, up to 20",
    "speaker, up to 60",
    "has a source",
    "rival",
    "named",
    "same name",
    "apposition",
    "role before",
    "role after",
    "body",
    "described",
    "implied subject",
    "leans on",
    "short form",
    "nobody",
    "content of a word",
    "content of two",
    "parts of the content",
    "nested",
    "nested in one by the speaker",
    "words of the one before",
    "words of the next",
];

/// The value of each sign.
pub type Signs = [i32; SIGNS.len()];

/// How many of them tell of the choices, of the speaker, of the content, of those around it.
const CHOICES: usize = 13;
const SPEAKER: usize = 16;
const CONTENT: usize = 3;
const AROUND: usize = 4;
const _: () = assert!(CHOICES + SPEAKER + CONTENT + AROUND == SIGNS.len());

/// All that was found in an article.
#[derive(Clone, Copy)]
pub struct Found<'a, 'd> {
    /// The article.
    pub context: &'a Context<'d>,
    /// The drafts, in order.
    pub drafts: &'a [Draft],
    /// Who said each.
    pub by: &'a Attributed<'a, 'd>,
    /// For each which other one holds it.
    pub holders: &'a [Option<usize>],
}

impl Found<'_, '_> {
    /// The signs of each draft.
    pub fn signs(self) -> Vec<Signs> {
        let drafts = self.drafts.iter().zip(&self.by.found).enumerate();
        drafts
            .map(|(at, (draft, by))| {
                let values = of_choices(draft)
                    .into_iter()
                    .chain(of_speaker(draft, by))
                    .chain(of_content(self.context, draft))
                    .chain(self.of_neighbours(at, draft, by));
                let mut signs = [0; SIGNS.len()];
                for (sign, value) in signs.iter_mut().zip(values) {
                    *sign = value;
                }
                signs
            })
            .collect()
    }

    /// How it stands to those around it.
    fn of_neighbours(self, at: usize, draft: &Draft, by: &Attribution) -> [i32; AROUND] {
        let holder = self.holders.get(at).copied().flatten();
        let outer = holder.and_then(|holder| self.by.found.get(holder));
        let theirs = outer.is_some_and(|outer| outer.speaker == by.speaker);
        let before = at.checked_sub(1).and_then(|before| self.drafts.get(before));
        let next = self.drafts.get(at + 1);
        let shares = |other: Option<&Draft>| {
            other.is_some_and(|other| overlap(&other.content, &draft.content))
        };
        [
            holder.is_some().into(),
            theirs.into(),
            shares(before).into(),
            shares(next).into(),
        ]
    }
}

/// Whether two contents have words in common. Their parts are in order, so each is looked at
/// once: an answer of an interview may have thousands.
fn overlap(ours: &[(usize, usize)], theirs: &[(usize, usize)]) -> bool {
    let (mut ours, mut theirs) = (ours.iter().peekable(), theirs.iter().peekable());
    while let (Some(our), Some(their)) = (ours.peek(), theirs.peek()) {
        work::step();
        if our.0 < their.1 && their.0 < our.1 {
            return true;
        }
        if our.1 <= their.1 {
            ours.next();
        } else {
            theirs.next();
        }
    }
    false
}

/// The leads of the choices.
fn of_choices(draft: &Draft) -> [i32; CHOICES] {
    let Margins {
        site,
        by_grammar,
        reading,
        source,
        end,
    } = draft.margins;
    [
        site.min(200),
        site.min(20),
        site.min(60),
        by_grammar.into(),
        reading.min(300),
        reading.min(14),
        reading.min(60),
        source.min(200),
        source.min(30),
        source.min(100),
        (source >= CERTAIN).into(),
        end,
        (end >= CERTAIN).into(),
    ]
}

/// What led to the speaker.
fn of_speaker(draft: &Draft, by: &Attribution) -> [i32; SPEAKER] {
    let has = |reason: Reason| i32::from(by.rests_on(reason));
    [
        by.lead.min(200),
        by.lead.min(20),
        by.lead.min(60),
        draft.source.is_some().into(),
        by.has_rival().into(),
        has(Reason::Named),
        has(Reason::SameName),
        has(Reason::Apposition),
        has(Reason::RoleBefore),
        has(Reason::RoleAfter),
        has(Reason::Body),
        has(Reason::Described),
        has(Reason::ImpliedSubject),
        has(Reason::LeansOn),
        has(Reason::ShortForm),
        has(Reason::Nobody),
    ]
}

/// How long the content is, above all whether it is only a word; who judges may need no more
/// (وصف القرار بالخاطئ).
fn of_content(context: &Context, draft: &Draft) -> [i32; CONTENT] {
    /// Under how many bytes a content is about one word long, and about two.
    const ONE_WORD: usize = 16;
    const TWO_WORDS: usize = 30;
    let parts = draft.content.iter();
    let bytes: usize = parts.map(|part| context.span(part.0, part.1).len()).sum();
    let judges =
        matches!(draft.site.kind, SiteKind::Cue(cue) if cue.entry.act == SpeechAct::Judging);
    [
        (bytes < ONE_WORD && !judges).into(),
        (bytes < TWO_WORDS && !judges).into(),
        i32::try_from(draft.content.len().min(20)).unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_overlap_where_any_of_their_parts_do() {
        let parts = [(0, 4), (10, 12), (20, 30)];
        assert!(overlap(&parts, &[(4, 10), (29, 31)]));
        assert!(overlap(&[(11, 12)], &parts));
        assert!(!overlap(&parts, &[(4, 10), (12, 20), (30, 31)]));
        assert!(!overlap(&parts, &[]));
    }
}
