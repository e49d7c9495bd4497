//! Which of several holders of a name one place means: by the title or the verb
//! before it, else the nearest of the best that are named before, else after.

use std::cmp::Reverse;

use super::{
    forms::{Forms, Source},
    particles::{self, Particle},
    ties::{Choice, Tie, Ties},
};
use crate::analysis::{
    cues::{self, Agreement, Lemma},
    hash::Map,
    lexicon::Classes,
    senses::{self, Senses},
    work,
};

static RELAYS: Lemma = Lemma::new("نقل");

/// How many places of a name are asked for its title.
const ASKED: usize = 8;

/// How often a short name stands for somebody before it is theirs.
const ESTABLISHED: usize = 2;

/// Where each form that others may mean is named.
pub struct Nearest<'t> {
    source: Source<'t>,
    forms: &'t Forms,
    ties: &'t Ties,
    places: Map<usize, Vec<usize>>,
}

impl<'t> Nearest<'t> {
    /// Gathers the places of all forms that a tie has to choose from.
    pub fn new(source: Source<'t>, forms: &'t Forms, ties: &'t Ties) -> Self {
        let mut places: Map<usize, Vec<usize>> = Map::default();
        for form in 0..forms.list.len() {
            if let Tie::Several(choices) = ties.of(form) {
                for choice in choices {
                    places.entry(ties.root(choice.form)).or_default();
                }
            }
        }
        for (place, form) in forms.of.iter().enumerate() {
            if let Some(list) = places.get_mut(&ties.root(*form)) {
                list.push(place);
            }
        }
        Self {
            source,
            forms,
            ties,
            places,
        }
    }

    /// The form that a place means.
    pub fn of(&self, place: usize, choices: &[Choice]) -> Option<usize> {
        work::steps(choices.len());
        let root = |choice: &Choice| self.ties.root(choice.form);
        let mut left: Vec<usize> = choices.iter().map(root).collect();
        if let Some(title) = self.title(place) {
            keep(&mut left, |form| {
                self.asked(form).any(|p| self.title(p) == Some(title))
            });
        }
        match self.gender(place) {
            Some(wanted) => {
                let of = |form| {
                    let told = self.asked(form).find_map(|p| self.gender(p));
                    told.or_else(|| self.asked(form).find_map(|p| self.given(p)))
                };
                keep(&mut left, |form| of(form).is_none_or(|g| g == wanted));
                if wanted == Agreement::She {
                    keep(&mut left, |form| of(form) == Some(wanted));
                }
            }
            None => keep(&mut left, |form| !self.is_kin(form)),
        }
        if self.speaks(place) {
            keep(&mut left, |form| {
                self.asked(form).any(|p| p < place && self.speaks(p))
            });
        }
        self.established(place, &mut left);
        let rank = |form: usize| choices.iter().find(|c| root(c) == form).map(|c| c.rank);
        let before = |form: &usize| {
            let places = self.places.get(form)?;
            let at = places.partition_point(|p| *p < place).checked_sub(1)?;
            Some((Reverse(rank(*form)?), *places.get(at)?, *form))
        };
        let after = |form: &usize| {
            let places = self.places.get(form)?;
            Some((rank(*form)?, *places.first()?, *form))
        };
        let last = left.iter().filter_map(before).max();
        let found = last.map(|(_, _, form)| form);
        found.or_else(|| left.iter().filter_map(after).min().map(|(_, _, form)| form))
    }

    /// Leaves out who is named but once, after the short name had become another's.
    fn established(&self, place: usize, left: &mut Vec<usize>) {
        let first = |form: usize| self.places.get(&form)?.first().copied();
        let Some(earliest) = left.iter().filter_map(|form| first(*form)).min() else {
            return;
        };
        let short = self
            .forms
            .of
            .get(place)
            .and_then(|f| self.forms.list.get(*f));
        let so_far = |place| short.map_or(0, |s| s.places.partition_point(|p| *p < place));
        keep(left, |form| {
            let once = self.places.get(&form).is_some_and(|p| p.len() == 1);
            let late = |first| first > earliest && so_far(first) >= ESTABLISHED;
            !(once && first(form).is_some_and(late))
        });
    }

    fn asked(&self, form: usize) -> impl Iterator<Item = usize> {
        let places = self.places.get(&form).into_iter().flatten();
        places.copied().take(ASKED)
    }

    /// The token before a place, as far as it stands in the same phrase.
    fn before(&self, place: usize) -> Option<usize> {
        let first = self.source.mentions.get(place)?.first;
        let token = first.checked_sub(1)?;
        self.source.tokens.is_word(token).then_some(token)
    }

    /// The title just before a place, folded.
    fn title(&self, place: usize) -> Option<&str> {
        let token = self.before(place)?;
        let title = Classes::TITLE | Classes::HONORIFIC;
        let listed = self.source.words.is(token, title);
        listed.then(|| self.source.tokens.key(token))
    }

    /// Whether a verb that reports stands before a place, with titles at most between them:
    /// who has spoken by a name is meant by its last word that speaks (قال هيثم الحداد إن أخاه سامر
    /// الحداد … وأكد الحداد).
    fn speaks(&self, place: usize) -> bool {
        const ROLE: usize = 6;
        let Some(mention) = self.source.mentions.get(place) else {
            return false;
        };
        let tokens = self.source.tokens;
        // رئيس [نادي] الأمل is no call, and whose absence is deplored does not speak.
        let noun = Classes::TITLE | Classes::ORG_HEAD | Classes::SOURCE_NOUN;
        let titled =
            |at: usize| at == mention.first || self.source.words.is(at, noun | Classes::HONORIFIC);
        let reports = |at: usize| {
            let cue = cues::word(tokens.key(at)).filter(|_| titled(at + 1));
            cue.is_some_and(|cue| cue.entry.shape.is_finite())
                && !self.source.words.is(at, Classes::ORG_HEAD)
        };
        // د. هيثم الحداد
        let shortens = |at: usize| {
            let before = at.checked_sub(1).map_or("", |before| tokens.key(before));
            tokens.key(at) == "." && before.chars().count() < 3
        };
        let behind = (mention.first.saturating_sub(ROLE)..mention.first)
            .rev()
            .take_while(|at| tokens.is_word(*at) || shortens(*at))
            .any(reports);
        behind || self.is_relayed(mention.first)
    }

    /// Whether somebody passes on what is said by who is named at a token (نقلت الإذاعة عن [سامر الحداد]).
    fn is_relayed(&self, first: usize) -> bool {
        const NEAR: usize = 10;
        let tokens = self.source.tokens;
        let by = first.checked_sub(1).filter(|at| tokens.key(*at) == "عن");
        by.is_some_and(|by| {
            let mut near = (by.saturating_sub(NEAR)..by).rev();
            near.any(|at| {
                let cue = cues::word(tokens.key(at));
                cue.is_some_and(|cue| RELAYS.is(&cue.entry) && cue.entry.shape.is_finite())
            })
        })
    }

    /// Whether the words before a place speak of a man or a woman.
    fn gender(&self, place: usize) -> Option<Agreement> {
        let token = self.before(place)?;
        match self.kin(token) {
            Some(Particle::Daughter) => return Some(Agreement::She),
            Some(Particle::Son) => return Some(Agreement::He),
            _ => {}
        }
        if let Some(title) = self.title(place) {
            let she = title.ends_with('ه');
            return Some(if she { Agreement::She } else { Agreement::He });
        }
        let verb = cues::word(self.source.tokens.key(token))?;
        let agreement = verb.entry.agreement;
        matches!(agreement, Agreement::He | Agreement::She).then_some(agreement)
    }

    /// Whether the given name of a full one is a woman's or a man's, as far as the lists know it.
    fn given(&self, place: usize) -> Option<Agreement> {
        let mention = self.source.mentions.get(place)?;
        let first = mention.first;
        if mention.end < first + 2 {
            return None;
        }
        if senses::is(self.source.tokens.key(first), Senses::FEMALE) {
            return Some(Agreement::She);
        }
        let listed = self.source.words.is(first, Classes::GIVEN_NAME);
        listed.then_some(Agreement::He)
    }

    /// Whether somebody is introduced as another's kin: زوجته ميلانيا.
    fn is_kin(&self, form: usize) -> bool {
        let kin = |place| self.before(place).is_some_and(|t| self.kin(t).is_some());
        self.asked(form).any(kin)
    }

    fn kin(&self, token: usize) -> Option<Particle> {
        let key = self.source.tokens.key(token);
        let bare = key.strip_prefix('و').unwrap_or(key);
        [key, bare]
            .into_iter()
            .find_map(particles::of)
            .filter(|p| matches!(p, Particle::Daughter | Particle::Son))
    }
}

/// Keeps what fits, if anything does.
fn keep(list: &mut Vec<usize>, fits: impl Fn(usize) -> bool) {
    let left: Vec<usize> = list.iter().copied().filter(|form| fits(*form)).collect();
    if !left.is_empty() {
        *list = left;
    }
}
