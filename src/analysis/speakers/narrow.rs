//! Which of those who were found a description cannot mean, by grammar or by its own
//! words: they are taken away as long as somebody is left.

use super::{
    callings,
    candidate::{Candidate, Candidates, Signs, Who},
    others,
    phrase::{Phrase, noun_of},
    resolve::Resolver,
    roles::{self, Role},
    traits,
};
use crate::{
    analysis::{
        cues::Agreement,
        grammar::Class,
        lexicon::{Classes, classes_of},
        normalize::fold,
        senses::{self, Senses},
    },
    annotations::EntityType,
};

/// Nouns for bodies that are none of the class nouns of their names.
const BODIES: [&str; 3] = ["معارض", "موالا", "سلط"];
/// Nouns for several things that speak, and are no people (مصادر، وسائل).
const THINGS: [&str; 6] = ["مصادر", "وسائل", "اوساط", "جهات", "اطراف", "تقارير"];

/// Leaves only those whom the words can mean; `who` is whom they are known as, or somebody
/// new.
pub fn narrow(resolver: &Resolver, phrase: &Phrase, who: Who, found: &mut Candidates) {
    others::leave_out(resolver, phrase, who, found);
    if let Some(wanted) = of_their_own(resolver, phrase) {
        let fits =
            |c: &Candidate| traits::is_somebody(resolver, c) && traits::may_be(resolver, c, wanted);
        found.prefer(fits);
    } else {
        documents(resolver, phrase, who, found);
    }
    if phrase.definite && phrase.words.len() == 1 && !phrase.plural {
        // الحارس is who was called so by name.
        let held = Signs::ROLE_BEFORE | Signs::SAME_NOUN | Signs::SAME_ROLE;
        let first = |c: &Candidate| c.signs.intersects(Signs::FIRST_ROLE);
        if found.as_slice().iter().any(first) {
            found.prefer(|c| c.signs.intersects(held | Signs::FIRST_ROLE));
        }
    }
    president(resolver, phrase, found);
    pointed_at(resolver, phrase, who, found);
    several(resolver, phrase, who, found);
    if phrase.definite && BODIES.contains(&&*phrase.stem) {
        let so = Signs::SAME_NOUN | Signs::NEW | Signs::BODY_HEAD | Signs::SAME_ROLE;
        found.prefer(|c| c.signs.intersects(so));
    }
    if is_body(resolver, phrase) {
        found.prefer(|c| !traits::is_one(resolver, c) && !is_called_otherwise(resolver, phrase, c));
    }
    if phrase.again && phrase.stem == "متحدث" {
        // المتحدث نفسه is whoever spoke last, though another may have that role.
        found.prefer(|c| c.signs.intersects(Signs::LAST_PERSON));
    } else if phrase.again {
        found.prefer(|c| c.signs.intersects(Signs::FIRST_NOUN | Signs::SAME_NOUN));
    }
    if let Some(last) = last_source(resolver, phrase) {
        found.prefer(|c| c.who == Who::Record(last));
    }
    if phrase.words.len() > 1 {
        found.prefer(|c| c.signs.intersects(Signs::SAME_NOUN) && has_all(resolver, phrase, c));
    }
    in_headline(resolver, phrase, found);
    if phrase.definite && phrase.words.len() == 1 && phrase.for_media() {
        // الصحيفة always takes one up.
        let media = Signs::MEDIA | Signs::BODY_HEAD | Signs::SAME_NOUN;
        found.prefer(|c| c.signs.intersects(media));
    }
    if phrase.country.is_some() && phrase.for_person(resolver.context) {
        let known = Signs::SAME_COUNTRY | Signs::SAME_NOUN;
        let one = Signs::SAME_COUNTRY;
        if found.as_slice().iter().any(|c| c.signs.intersects(one)) {
            found.prefer(|c| c.signs.intersects(known));
        }
    }
    if matches!(&*phrase.stem, "ارقام" | "معطيا" | "مؤشر" | "معلوم") {
        found.prefer(|c| !traits::is_one(resolver, c));
    }
    if is_calling(resolver, phrase) {
        found.prefer(|c| !is_another(resolver, phrase, c));
    }
}

/// Leaves only the president by name where الرئيس means one (الرئيس فلان is nearer to it than
/// رئيس النقابة, who has no name).
fn president(resolver: &Resolver, phrase: &Phrase, found: &mut Candidates) {
    if !roles::is_head_of_state(phrase) {
        return;
    }
    let bare = |role: &Role| role.phrase.stem == phrase.stem && role.phrase.words.len() == 1;
    let heads = |entity| resolver.roles_of(entity).any(bare);
    found
        .prefer(|c| c.signs.intersects(Signs::FIRST_ROLE) && c.entity(resolver).is_some_and(heads));
}

/// The gender of whose words a phrase is that has only a noun of saying with a pronoun (بحسب
/// تصريحها).
fn of_their_own(resolver: &Resolver, phrase: &Phrase) -> Option<Agreement> {
    let c = resolver.context;
    let word = c.slice(phrase.head, phrase.head + 1);
    let said = phrase.end == phrase.head + 1
        && c.mention(phrase.head).is_none()
        && (c.word(phrase.head).occasion || c.stem_means(phrase.head, Senses::SAID));
    let whose = match word {
        _ if word.ends_with("ها") => Some(Agreement::She),
        _ if word.ends_with('ه') => Some(Agreement::He),
        _ => None,
    };
    whose.filter(|_| said)
}

/// Leaves only who is called by the noun behind هذا، هذه (هذه الدول is no company).
fn pointed_at(resolver: &Resolver, phrase: &Phrase, who: Who, found: &mut Candidates) {
    let c = resolver.context;
    let points = c.class(phrase.first) == Some(Class::Demonstrative);
    if !points || phrase.end < phrase.first + 2 || phrase.for_person(c) {
        return;
    }
    let so = Signs::SAME_NOUN
        | Signs::FIRST_NOUN
        | Signs::BODY_HEAD
        | Signs::MEDIA
        | Signs::SAME_ROLE
        | Signs::NEW;
    if !found.as_slice().iter().any(|c| c.signs.intersects(so)) {
        found.add(resolver, who, Signs::NEW, None);
    }
    found.prefer(|c| c.signs.intersects(so));
}

/// A role in the headline is that of the one person whom the article gives it (وزير داخلية
/// كمرانيا: وزير الداخلية بمملكة كمرانيا).
fn in_headline(resolver: &Resolver, phrase: &Phrase, found: &mut Candidates) {
    let c = resolver.context;
    let office = phrase.words.len() > 1 && c.has(phrase.head, Classes::TITLE) && !phrase.plural;
    if !office || !c.in_headline(phrase.head) {
        return;
    }
    let holds = |c: &&Candidate| c.signs.intersects(Signs::ROLE_BEFORE | Signs::ROLE_AFTER);
    if found.as_slice().iter().filter(holds).count() == 1 {
        found.prefer(|c| holds(&c));
    }
}

/// Leaves out who is one where the phrase is several (الناشطون), and whoever was called by
/// another noun where it tells more of them (منظمو المسيرة are not السكان).
fn several(resolver: &Resolver, phrase: &Phrase, who: Who, found: &mut Candidates) {
    if !phrase.plural {
        return;
    }
    let mut leave = |fits: &dyn Fn(&Candidate) -> bool| {
        if !found.as_slice().iter().any(fits) {
            found.add(resolver, who, Signs::NEW, None);
        }
        found.prefer(fits);
    };
    leave(&|c| !traits::is_one(resolver, c));
    let key = resolver.context.key(phrase.head);
    let people = !key.ends_with("ات") && !THINGS.contains(&&*phrase.stem);
    if people {
        leave(&|c| !is_thing(resolver, c) || is_called_alike(resolver, phrase, c));
    }
    if people && phrase.words.len() > 1 {
        let so = Signs::SAME_NOUN | Signs::NEW | Signs::SAME_ROLE;
        leave(&|c| c.signs.intersects(so) || is_called_alike(resolver, phrase, c));
    }
}

/// Whether a candidate is known by a noun for one alone, and has no name.
fn is_thing(resolver: &Resolver, candidate: &Candidate) -> bool {
    let Who::Record(record) = candidate.who else {
        return false;
    };
    let record = resolver.record(record);
    record.entity().is_none() && !record.named && record.agreement != Some(Agreement::They)
}

/// Whether somebody was called by another form of the noun (مسؤولون في المتنزه: مسؤولي
/// المتنزه).
fn is_called_alike(resolver: &Resolver, phrase: &Phrase, candidate: &Candidate) -> bool {
    let Who::Record(record) = candidate.who else {
        return false;
    };
    let short = |noun: &str| noun.trim_end_matches(['و', 'ي']).to_owned();
    let noun = short(&phrase.stem);
    let mut stems = resolver.record(record).stems.iter();
    stems.any(|stem| short(stem) == noun)
}

/// The last of those who spoke and are not named, if the phrase is المصدر alone: it takes
/// them up by whatever noun they were called.
fn last_source(resolver: &Resolver, phrase: &Phrase) -> Option<usize> {
    let c = resolver.context;
    let alone = phrase.words.len() == 1 && phrase.definite && !phrase.plural;
    let source = alone && c.has(phrase.head, Classes::SOURCE_NOUN) && phrase.stem == "مصدر";
    let unnamed = |index: &usize| {
        let record = resolver.record(*index);
        record.entity().is_none() && !record.named && record.agreement != Some(Agreement::They)
    };
    resolver.recent().find(unnamed).filter(|_| source)
}

/// Whether a phrase stands for a body, and for no person (الشرطة، الوزارة).
pub fn is_body(resolver: &Resolver, phrase: &Phrase) -> bool {
    let c = resolver.context;
    let noun = classes_of(noun_of(c, phrase.head));
    let body = noun.intersects(Classes::ORG_HEAD) || BODIES.contains(&&*phrase.stem);
    body && !phrase.for_person(c) && phrase.definite
}

/// Whether a phrase takes up one person by what they are, and not by a word for anybody who
/// speaks (المتهم, but not المصدر).
fn is_calling(resolver: &Resolver, phrase: &Phrase) -> bool {
    let c = resolver.context;
    let person = phrase.for_person(c) || c.stem_means(phrase.head, Senses::ONE_PERSON);
    person && phrase.definite && !phrase.plural && !callings::is_anybody(&phrase.stem)
}

/// Whether somebody was only described, as a source, and never by that noun.
fn is_another(resolver: &Resolver, phrase: &Phrase, candidate: &Candidate) -> bool {
    let Who::Record(record) = candidate.who else {
        return false;
    };
    let record = resolver.record(record);
    let any = |noun: &dyn Fn(&str) -> bool| record.stems.iter().any(|stem| noun(stem));
    let source = any(&|noun| matches!(noun, "مصدر" | "مصادر"));
    // نائب الرئيس is not الرئيس.
    let below = any(&|noun| matches!(noun, "نائب" | "مساعد" | "وكيل" | "مستشار" | "متحدث"))
        && !any(&|noun| noun == phrase.stem);
    let known = record.words.contains(&phrase.stem);
    // الشاهدة is not the شاهد.
    let woman = record
        .name
        .split_whitespace()
        .next()
        .map(|word| fold(word).ends_with('ه'));
    let other = any(&|noun| noun == phrase.stem) && woman == Some(!phrase.feminine);
    record.entity().is_none()
        && !record.named
        && (source && !known || below && known || other && record.person)
}

/// Whether somebody is known by a description alone, and by another noun (مصدر أمني: النقابة).
fn is_called_otherwise(resolver: &Resolver, phrase: &Phrase, candidate: &Candidate) -> bool {
    let Who::Record(record) = candidate.who else {
        return false;
    };
    let record = resolver.record(record);
    record.entity().is_none() && !record.stems.contains(&phrase.stem)
}

/// Whether somebody was called by all words of a phrase (مصدر مقرب من العائلة: المصدر
/// المقرب من العائلة).
fn has_all(resolver: &Resolver, phrase: &Phrase, candidate: &Candidate) -> bool {
    let Who::Record(record) = candidate.who else {
        return false;
    };
    let words = &resolver.record(record).words;
    phrase.words.iter().all(|word| words.contains(word))
}

/// Leaves out persons and bodies where the phrase is a document, or what one finds.
fn documents(resolver: &Resolver, phrase: &Phrase, who: Who, found: &mut Candidates) {
    let noun = noun_of(resolver.context, phrase.head);
    let classes = classes_of(noun) | classes_of(&phrase.stem);
    let document = classes.intersects(Classes::DOC_HEAD);
    if !document && !senses::is(&phrase.stem, Senses::FINDING) {
        return;
    }
    let source = |c: &Candidate| {
        matches!(c.who, Who::Record(record)
            if resolver.record(record).stems.iter().any(|noun| noun == "مصدر"))
    };
    let somebody = |c: &Candidate| traits::is_somebody(resolver, c) || source(c);
    if found.as_slice().iter().all(somebody) {
        found.add(resolver, who, Signs::NEW, None);
    }
    found.prefer(|c| !somebody(c));
    // تقرير صندوق التنمية: another than التقرير before it, which was of somebody else.
    if !phrase.definite && phrase.words.len() > 1 {
        found.prefer(|c| c.who == who || has_all(resolver, phrase, c));
    }
}

/// Whether somebody is a person with a name.
pub fn is_named_person(resolver: &Resolver, record: usize) -> bool {
    let record = resolver.record(record);
    let entity = record.entity().map(|id| resolver.entity(id.0).kind);
    record.named || entity == Some(EntityType::Per)
}
