//! Whom a role cannot mean: who is known in the article by another (الوزير فلان is not السفير
//! الألماني), who is no person, who was only described, by another noun (مصدر أمني is not رئيس
//! الوزراء). They are taken away, and the description stands for itself if nobody is left.

use compact_str::CompactString;

use super::{
    callings,
    candidate::{Candidate, Candidates, Signs, Who},
    phrase::{Phrase, noun_of},
    record::Record,
    resolve::Resolver,
    roles::{self, Role},
    traits,
};
use crate::{
    analysis::{
        cues::Agreement,
        grammar::Class,
        lexicon::{Classes, classes_of},
        senses::{self, Senses},
    },
    annotations::EntityType,
};

/// Signs that the words of the phrase point to somebody.
const TOLD: Signs = Signs::ROLE_BEFORE
    .union(Signs::ROLE_AFTER)
    .union(Signs::SAME_ROLE)
    .union(Signs::SAME_NOUN)
    .union(Signs::AUTHOR);

/// Leaves out whom the phrase cannot mean; `who` is whom its words are known as, or somebody
/// new, who is added if nobody else is left.
pub fn leave_out(resolver: &Resolver, phrase: &Phrase, who: Who, found: &mut Candidates) {
    let c = resolver.context;
    if phrase.plural || c.class(phrase.head) == Some(Class::Demonstrative) {
        return;
    }
    let person = is_person(resolver, phrase);
    if !person && !is_whole_body(resolver, phrase) || person && is_anybody(resolver, phrase) {
        return;
    }
    let fits = |c: &Candidate| {
        let told = c.signs.intersects(TOLD)
            && !holds_another(resolver, phrase, c)
            && !is_of_other_gender(resolver, phrase, c);
        let told = told || c.who == who || c.who == Who::New;
        told || if person {
            may_be(resolver, phrase, c)
        } else {
            !traits::is_one(resolver, c) && is_called(resolver, phrase, c)
        }
    };
    // Who spoke last is another: whoever spoke before them is no better known.
    let last = |c: &&Candidate| c.signs.intersects(Signs::LAST_PERSON) && !fits(c);
    let another = found.as_slice().iter().any(|c| last(&c));
    let fits = |c: &Candidate| {
        let known = || c.entity(resolver).is_none_or(|e| has_role(resolver, e));
        fits(c) && (!another || c.signs.intersects(TOLD | Signs::NEW) || known())
    };
    if !found.as_slice().iter().any(fits) {
        found.add(resolver, who, Signs::NEW, None);
    }
    found.prefer(fits);
}

/// Whether a phrase is for one person.
fn is_person(resolver: &Resolver, phrase: &Phrase) -> bool {
    let c = resolver.context;
    phrase.for_person(c) || c.stem_means(phrase.head, Senses::ONE_PERSON)
}

/// Whether a phrase is a body by a noun that what is behind it makes definite (نقابة الصحفيين).
fn is_whole_body(resolver: &Resolver, phrase: &Phrase) -> bool {
    let noun = classes_of(noun_of(resolver.context, phrase.head));
    noun.intersects(Classes::ORG_HEAD) && !phrase.definite && phrase.words.len() > 1
}

/// Whether a phrase takes up anybody who spoke, whatever they are (المسؤول، الرجل, but not
/// المتحدث باسم الجيش).
fn is_anybody(resolver: &Resolver, phrase: &Phrase) -> bool {
    let c = resolver.context;
    let behalf = (phrase.head..phrase.end).any(|t| c.means(t, Senses::BEHALF));
    let any = callings::is_anybody(&phrase.stem)
        || callings::is_any_age(&phrase.stem)
        || callings::is_address(&phrase.stem)
        || senses::is(&phrase.stem, Senses::ANY_OFFICE);
    any && phrase.definite && !behalf
}

/// Whether a phrase for a person may mean somebody whom none of its words point to.
fn may_be(resolver: &Resolver, phrase: &Phrase, candidate: &Candidate) -> bool {
    let either = resolver.context.means(phrase.head, Senses::EITHER);
    if !either && traits::known_gender(resolver, candidate) == Some(other_gender(phrase)) {
        return false;
    }
    let Some(entity) = candidate.entity(resolver) else {
        return is_called(resolver, phrase, candidate);
    };
    if resolver.entity(entity).kind != EntityType::Per {
        return false;
    }
    if !has_role(resolver, entity) {
        return !is_office(resolver, phrase);
    }
    let calling = callings::calling(phrase);
    let mut roles = resolver.roles_of(entity);
    roles.any(|role| {
        let mut heads = role.heads.iter();
        heads.any(|head| callings::are_alike(head, calling)) && may_have(phrase, role)
    })
}

/// Of whom a phrase does not speak.
fn other_gender(phrase: &Phrase) -> Agreement {
    if phrase.feminine {
        Agreement::He
    } else {
        Agreement::She
    }
}

/// Whether somebody who was called by the noun of a phrase has an office by it that is another
/// (المتحدث باسم الجيش فلان: المتحدث باسم الشرطة).
fn holds_another(resolver: &Resolver, phrase: &Phrase, candidate: &Candidate) -> bool {
    let role = Signs::ROLE_BEFORE | Signs::ROLE_AFTER | Signs::SAME_ROLE;
    if candidate.signs.intersects(role) {
        return false;
    }
    let Some(entity) = candidate.entity(resolver) else {
        return false;
    };
    let same = |role: &&Role| role.phrase.stem == phrase.stem;
    let mut roles = resolver.roles_of(entity).filter(same).peekable();
    roles.peek().is_some() && !roles.any(|role| may_have(phrase, role))
}

/// Whether somebody by name has another gender than the title of a phrase, and was never called
/// by it in the phrase's gender (المدرب فلان: المدربة).
fn is_of_other_gender(resolver: &Resolver, phrase: &Phrase, candidate: &Candidate) -> bool {
    let c = resolver.context;
    let titled = c.has(phrase.head, Classes::TITLE) && !c.means(phrase.head, Senses::EITHER);
    let Some(entity) = candidate.entity(resolver).filter(|_| titled) else {
        return false;
    };
    let same =
        |role: &Role| role.phrase.stem == phrase.stem && role.phrase.feminine == phrase.feminine;
    traits::known_gender(resolver, candidate) == Some(other_gender(phrase))
        && !resolver.roles_of(entity).any(same)
}

/// Whether nothing tells a phrase from a role by a like noun: neither country nor office.
fn may_have(phrase: &Phrase, role: &Role) -> bool {
    let countries = phrase.country.zip(role.phrase.country);
    let abroad = countries.is_some_and(|(one, other)| one != other);
    let (one, other) = (rest(phrase), rest(&role.phrase));
    let shared = |word: &&CompactString| other.iter().any(|of| callings::are_one_body(word, of));
    let state = |of: &[&CompactString]| of.iter().all(|word| callings::are_one_body(word, "دول"));
    let told = !one.is_empty() && !other.is_empty();
    let states = state(&one) && state(&other);
    // زعيم المعارضة is no رئيس الوزراء.
    let leads = |stem: &str| callings::LEADS.contains(&stem);
    let alike = phrase.stem == role.phrase.stem || leads(&phrase.stem) && leads(&role.phrase.stem);
    let unlike = alike && !one.iter().any(shared);
    let apart = told && unlike && !states;
    // الرئيس اللبناني is no رئيس بلدية.
    let of_less = phrase.country.is_some() && !other.is_empty() && !state(&other);
    let first = roles::is_head_of_state(phrase)
        && (roles::leads_government(&role.phrase) || of_less && leads(&role.phrase.stem));
    !abroad && !apart && !first
}

/// The words of a phrase that tell what its noun is of.
fn rest(phrase: &Phrase) -> Vec<&CompactString> {
    let tells = |word: &&CompactString| {
        let beside = Senses::OPTIONAL | Senses::BEHALF;
        **word != phrase.stem && !senses::is(word, beside)
    };
    phrase.words.iter().filter(tells).collect()
}

/// Whether the article tells what a person is.
fn has_role(resolver: &Resolver, entity: usize) -> bool {
    // المغربي فلان.
    let tells = |head: &CompactString| !classes_of(head).intersects(Classes::NATIONALITY);
    resolver
        .roles_of(entity)
        .any(|role| role.heads.iter().any(tells))
}

/// Whether a phrase is an office by what it is of (رئيس النقابة، سفير كمرانيا), and no calling
/// that anybody may have.
fn is_office(resolver: &Resolver, phrase: &Phrase) -> bool {
    let title = resolver.context.has(phrase.head, Classes::TITLE);
    title && !phrase.definite && phrase.words.len() + usize::from(phrase.country.is_some()) > 1
}

/// Whether somebody whom only words describe was called by the noun of a phrase, or by a like
/// one; a name that no list knows may have any.
fn is_called(resolver: &Resolver, phrase: &Phrase, candidate: &Candidate) -> bool {
    let Who::Record(record) = candidate.who else {
        return true;
    };
    let record: &Record = resolver.record(record);
    if record.entity().is_some() {
        return true;
    }
    let calling = callings::calling(phrase);
    let alike = |stem: &str| callings::are_alike(stem, calling);
    let told = record.stems.iter().any(|stem| alike(stem)) || record.words.contains(&phrase.stem);
    let titled = |stem: &str| classes_of(stem).intersects(Classes::TITLE);
    told || record.named && !record.stems.iter().any(|stem| titled(stem))
}

/// Leaves no person where a phrase looks like one for a man and is a body.
pub fn no_person(resolver: &Resolver, phrase: &Phrase, who: Who, found: &mut Candidates) {
    // الخارجية الجزائرية is no minister.
    let c = resolver.context;
    let ministry = c.has(phrase.head, Classes::PORTFOLIO) && phrase.country.is_some();
    // المحافظة is no governor.
    let district = matches!(c.key(phrase.head), "المحافظه" | "الولايه" | "الاماره")
        && phrase.end == phrase.head + 1;
    if (ministry || district) && phrase.definite {
        if found.as_slice().iter().all(|c| traits::is_one(resolver, c)) {
            found.add(resolver, who, Signs::NEW, None);
        }
        found.prefer(|c| !traits::is_one(resolver, c));
    }
}
