//! Who a statement is by where its source names nobody, or where it has none:
//! chosen among those who may be meant.

use super::Resolver;
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, Shape},
        senses::Senses,
        speakers::{
            Attribution, Choose,
            candidate::{Candidate, Signs, Who},
            described,
            headline::{self, Fuller},
            implied::{self, Before},
            naming,
            phrase::{Phrase, sound_plural},
            step,
            view::SpeakerView,
        },
        statements::{Draft, divine, margins::CERTAIN, site::SiteKind, sources::Source},
    },
    annotations::{Reason, SpeakerId, Step},
    document::Span,
};

/// A lead under which the next candidate is named as a rival.
const RIVAL: i32 = 40;

/// What was chosen among those who may be meant.
struct Choice {
    best: Candidate,
    /// Its lead over the next.
    lead: i32,
    next: Option<Candidate>,
}

impl Resolver<'_, '_> {
    /// Who a statement with a source is by.
    pub(super) fn source(
        &mut self,
        before: &Before,
        source: Source,
        choose: &mut dyn Choose,
    ) -> Attribution {
        // أحد المتهمين is one, though المتهمين alone was taken for the source.
        let one = source.0.checked_sub(1);
        let one = one.filter(|at| self.context.means(*at, Senses::ONE_OF));
        let phrase = Phrase::read(self.context, one.unwrap_or(source.0), source.1);
        if let Some(name) = divine::named(self.context, source, &self.prophet) {
            return self.quoted(name, source);
        }
        if is_no_subject(self.context, before.draft(), &phrase) {
            return self.implied(before, choose);
        }
        let (words, span) = naming::words(self.context, &phrase);
        let named = self
            .surnamed(&phrase)
            .or_else(|| self.torn(&phrase))
            .or_else(|| self.named(&phrase))
            .or_else(|| self.unlisted(&phrase))
            .or_else(|| self.of_headline(before, &phrase));
        let attribution = named.unwrap_or_else(|| {
            let mut candidates = described::candidates(self, Some(before), &phrase);
            if !phrase.plural {
                implied::of_its_gender(self, before.draft(), &mut candidates);
            }
            let view = SpeakerView::new(self, before, Some(&phrase));
            let choice = best(self, &view, candidates.as_slice(), before, choose);
            let reason = choice.best.reason(self);
            let from = self.context.span(phrase.first, phrase.end);
            self.take(&choice, reason, from, (&words, &phrase))
        });
        let Some(record) = self.records.get_mut(attribution.speaker.0) else {
            return attribution;
        };
        record.call(&words, span, &phrase);
        if let SiteKind::Cue(cue) = &before.draft().site.kind {
            let singular = matches!(cue.entry.agreement, Agreement::He | Agreement::She);
            // A verb before a plural is singular, so it tells the gender of one only.
            if singular && record.agreement != Some(Agreement::They) && !cue.entry.pronoun {
                record.agreement = Some(cue.entry.agreement);
            }
        }
        attribution
    }

    /// God or his prophet, whom nothing takes up as one who spoke.
    fn quoted(&mut self, name: &str, source: Source) -> Attribution {
        let index = self.described(name, &Phrase::default());
        if let Some(record) = self.records.get_mut(index) {
            record.nobody = true;
        }
        let from = self.context.span(source.0, source.1);
        Attribution {
            speaker: SpeakerId(index),
            steps: vec![step(Reason::Named, from, None)],
            lead: CERTAIN,
            on: None,
        }
    }

    /// Who a description in the headline is called further on.
    fn of_headline(&mut self, before: &Before, phrase: &Phrase) -> Option<Attribution> {
        let from = self.context.span(phrase.first, phrase.end);
        let (speaker, to) = match headline::fuller(self, before, phrase)? {
            Fuller::Source(other) => {
                let to = self.context.span(other.first, other.end);
                (self.guess(&other), to)
            }
            Fuller::Person(person) => {
                let to = self.context.mention(person).map_or(from, |m| m.span);
                let entity = self.entity_at(person)?;
                (self.of_entity(entity), to)
            }
        };
        Some(Attribution {
            speaker: SpeakerId(speaker),
            steps: vec![step(Reason::RoleAfter, from, Some(to))],
            lead: CERTAIN,
            on: None,
        })
    }

    /// Who a statement without a source is by.
    pub(super) fn implied(&mut self, before: &Before, choose: &mut dyn Choose) -> Attribution {
        let candidates = implied::candidates(self, before);
        let draft = before.draft();
        let from = self.context.tokens.span(draft.site.token);
        if candidates.as_slice().is_empty() {
            let index = self.described("—", &Phrase::default());
            if let Some(record) = self.records.get_mut(index) {
                record.nobody = true;
            }
            return Attribution {
                speaker: SpeakerId(index),
                steps: vec![step(Reason::Nobody, from, None)],
                // What is said to be by nobody names no wrong one.
                lead: CERTAIN,
                on: None,
            };
        }
        let view = SpeakerView::new(self, before, None);
        let mut choice = best(self, &view, candidates.as_slice(), before, choose);
        if let Some(by) = implied::leant_on(self, before) {
            let theirs = |c: &&Candidate| c.who == Who::Record(by);
            if let Some(theirs) = candidates.as_slice().iter().find(theirs) {
                choice.best = theirs.clone();
            }
        }
        let adverbial = matches!(draft.site.shape(), Some(Shape::Participle | Shape::Masdar))
            || matches!(draft.site.kind, SiteKind::Quotation(_));
        let reason = if adverbial && choice.best.signs.intersects(Signs::RECENT) {
            Reason::LeansOn
        } else {
            Reason::ImpliedSubject
        };
        self.take(&choice, reason, from, ("", &Phrase::default()))
    }

    /// The attribution to whoever was chosen: by the words and the phrase where it
    /// is somebody new.
    fn take(
        &mut self,
        choice: &Choice,
        reason: Reason,
        from: Span,
        (words, phrase): (&str, &Phrase),
    ) -> Attribution {
        let Choice { best, lead, next } = choice;
        // Who spoke before may be named in the role only further on.
        let after = best.to.is_some_and(|to| to.start > from.start);
        let reason = match reason {
            Reason::RoleBefore if after => Reason::RoleAfter,
            reason => reason,
        };
        let on = match best.who {
            Who::Record(record) => self.record(record).last,
            _ => None,
        };
        let speaker = match self.known_as(best.who) {
            Some(speaker) => speaker,
            None => self.described(words, phrase),
        };
        let rival = next.as_ref().filter(|_| *lead < RIVAL);
        let instead_of = rival.and_then(|rival| self.known_as(rival.who));
        Attribution {
            speaker: SpeakerId(speaker),
            steps: vec![Step {
                reason,
                from,
                to: best.to,
                instead_of: instead_of.map(SpeakerId),
            }],
            lead: *lead,
            on,
        }
    }

    /// The speaker that a candidate is, unless it is somebody new.
    pub(super) fn known_as(&mut self, who: Who) -> Option<usize> {
        match who {
            Who::Record(record) => Some(record),
            Who::Entity(entity) => Some(self.of_entity(entity)),
            Who::New => None,
        }
    }
}

/// Whether words that stand as a source can be no subject of the verb: several men of one
/// in the feminine (ودعت الراغبين), or of one in the singular behind them; whoever belongs to
/// its subject (واتهمت زوجها، ودعا أنصاره).
fn is_no_subject(c: &Context, draft: &Draft, phrase: &Phrase) -> bool {
    let SiteKind::Cue(cue) = draft.site.kind else {
        return false;
    };
    let verb = cue.entry.shape.is_finite() && !cue.entry.pronoun;
    let key = c.key(phrase.head);
    // جرودشتين may be a name.
    let noun = key.strip_prefix('و').unwrap_or(key).strip_prefix("ال");
    let men = phrase.plural && noun.is_some_and(sound_plural);
    let bare = phrase.persons.is_empty() && phrase.body.is_none();
    let behind = phrase.end <= draft.site.token;
    let clashes = match cue.entry.agreement {
        Agreement::She => !behind,
        Agreement::He => behind && phrase.head == phrase.first,
        _ => false,
    };
    verb && bare && (men && clashes || is_theirs(c, draft, phrase))
}

/// Whether a phrase is somebody by whose they are, right behind a joined verb, of another
/// gender than the verb's or of several whom it addresses.
fn is_theirs(c: &Context, draft: &Draft, phrase: &Phrase) -> bool {
    let SiteKind::Cue(cue) = draft.site.kind else {
        return false;
    };
    let alone = phrase.end == phrase.head + 1 && phrase.head == draft.site.token + 1;
    let many = phrase.plural || c.stem_means(phrase.head, Senses::PLURAL);
    let woman = c.key(phrase.head).ends_with("ته") || c.key(phrase.head).ends_with("تها");
    let unlike = match cue.entry.agreement {
        Agreement::She => !woman,
        Agreement::He => woman,
        _ => false,
    };
    let addressed = many && cue.entry.act.has_hearer();
    phrase.possessed && alone && cue.waw && (addressed || unlike && !many)
}

fn best(
    resolver: &Resolver,
    view: &SpeakerView,
    candidates: &[Candidate],
    before: &Before,
    choose: &mut dyn Choose,
) -> Choice {
    let (at, lead, next) = choose.choose(before.index, resolver, view, candidates);
    let best = candidates.get(at).cloned();
    Choice {
        best: best.unwrap_or_else(Candidate::new_speaker),
        lead,
        next: next.and_then(|next| candidates.get(next).cloned()),
    }
}
