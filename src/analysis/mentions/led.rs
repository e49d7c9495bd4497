//! What leads up to a word, over more words than its neighbours: after a verb of
//! saying and a role comes a name, however long the role (قال مدير القسم في المعهد
//! …), and it ends where the content begins (… أن).

use super::facts::Fact;
use crate::analysis::{
    cues::{self, Weight},
    grammar::Class,
    lexicon::Classes,
};

/// What a word does to the phrase that is led up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leads {
    /// Nothing: the phrase goes on.
    #[default]
    On,
    /// It says: a subject may follow.
    Says,
    /// It opens a content.
    Opens,
    /// The phrase is over.
    Over,
}

impl Leads {
    /// What the word of that key and class does.
    pub fn of(key: &str, class: Option<Class>) -> Self {
        match class {
            Some(class) if class.complementizer() => return Self::Opens,
            Some(Class::Relative | Class::What | Class::Because | Class::Who) => {
                return Self::Over;
            }
            _ => {}
        }
        let says = cues::word(key).is_some_and(|cue| {
            let finite = cue.entry.shape.is_finite();
            finite && cue.entry.weight != Weight::Act
        });
        if says { Self::Says } else { Self::On }
    }
}

/// What a token does to the phrase that is led up to, and to the one before it, whatever
/// stands around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    up: Up,
    /// What it ends: the first of the four numbers that [`Led::ahead`] has for it; 0 for
    /// nothing.
    ends: u8,
}

/// What a token does to the phrase that is led up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Up {
    /// It is one of its words.
    #[default]
    Word,
    /// A mark that does nothing.
    Mark,
    /// A role, of which the name comes last.
    Role,
    /// A verb of saying.
    Says,
    /// The phrase is over.
    Over,
}

impl Step {
    /// That of a word of a phrase.
    pub const NONE: Self = Self {
        up: Up::Word,
        ends: 0,
    };

    /// That of a token, as far as it is known.
    pub fn of(fact: &Fact) -> Self {
        let up = match (fact.leads, fact.shape) {
            (Leads::Says, _) => Up::Says,
            (Leads::Opens | Leads::Over, _) | (_, STOP | COLON) => Up::Over,
            (_, STOP..=LAST_MARK) => Up::Mark,
            _ if fact.proclitics == 0 && fact.classes.intersects(ROLE) => Up::Role,
            _ => Up::Word,
        };
        let ends = match (fact.leads, fact.shape) {
            (Leads::Opens, _) => 1,
            (_, COLON) => 5,
            (_, QUOTE | OPENING) => 9,
            (_, STOP | COMMA) => 13,
            (Leads::Over | Leads::Says, _) => 17,
            _ => 0,
        };
        Self { up, ends }
    }
}

/// What leads up to a token, and what ends the phrase after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Led {
    /// Above 0: one more than whether a role (1) and a verb of saying (2) stand
    /// before it, and how many words lie between (from 4 on).
    pub up: u8,
    /// What ends the phrase, and how soon; 0 for nothing near.
    pub ahead: u8,
}

impl Led {
    /// Nothing leads up to it.
    pub const NONE: Self = Self { up: 0, ahead: 0 };

    /// Whether nothing leads up to it.
    #[inline]
    pub const fn is_none(self) -> bool {
        self.up == 0
    }

    /// By what it is led up to: a role (1), a verb of saying (2), both.
    #[inline]
    pub fn by(self) -> u64 {
        u64::from(self.up.saturating_sub(1) & 3)
    }
}

/// The words of a role, of which the name comes last.
const ROLE: Classes = Classes::TITLE
    .union(Classes::HONORIFIC)
    .union(Classes::SOURCE_NOUN);
/// Marks by their shapes, as [`Fact`] has them.
const STOP: u8 = 8;
const COMMA: u8 = 9;
const QUOTE: u8 = 10;
const OPENING: u8 = 11;
const COLON: u8 = 15;
const LAST_MARK: u8 = 21;
/// After so many words nothing leads up to a name any more.
const REACH: u8 = 11;

/// Writes into each token what leads up to it, and how near the content begins.
pub fn mark(facts: &mut [Fact]) {
    up_to(facts);
    ahead_of(facts);
}

fn up_to(facts: &mut [Fact]) {
    // Whether a role and a verb of saying lead up, and how many words ago.
    let (mut role, mut said, mut words) = (false, false, 0);
    for fact in facts {
        if fact.opens_line {
            (role, said) = (false, false);
        }
        if role || said {
            let between = match words {
                0..=2 => words,
                3..=4 => 3,
                5..=7 => 4,
                _ => 5,
            };
            fact.led.up = 1 + (u8::from(role) | u8::from(said) << 1 | between << 2);
        }
        match fact.step.up {
            Up::Says => (role, said, words) = (false, true, 0),
            Up::Over => (role, said) = (false, false),
            Up::Mark => {}
            Up::Role => (role, words) = (true, 0),
            Up::Word if words == REACH => (role, said) = (false, false),
            Up::Word => words += 1,
        }
    }
}

fn ahead_of(facts: &mut [Fact]) {
    let mut ahead = 0;
    for fact in facts.iter_mut().rev() {
        fact.led.ahead = ahead;
        // Each end of a phrase has four numbers: how many words before it.
        ahead = match fact.step.ends {
            _ if fact.opens_line => 0,
            0 if ahead.is_multiple_of(4) => 0,
            0 => ahead + 1,
            ends => ends,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::super::facts;
    use crate::analysis::{lexicon::Words, tokens::Tokens};

    /// For each word by what it is led up to, words since, and the end ahead.
    fn led(text: &str) -> Vec<(u64, u8, u8)> {
        let tokens = Tokens::new(text);
        let facts = facts::of(text, &tokens, &Words::new(&tokens));
        let led = facts.iter().map(|fact| fact.led);
        led.map(|led| (led.by(), led.up.saturating_sub(1) >> 2, led.ahead))
            .collect()
    }

    #[test]
    fn a_role_and_a_verb_of_saying_lead_up_to_a_name_far_on() {
        let led = led("وقال مدير قسم الأشعة في المعهد برنتوف كاليسي إن الجهاز قديم.");
        // برنتوف: role and verb, four words between, two words before إن.
        assert_eq!(led[6], (3, 3, 2));
        assert_eq!(led[7], (3, 4, 1));
        // Within the content nothing leads up to a name.
        assert_eq!(led[9].0, 0);
    }

    #[test]
    fn a_new_line_and_a_relative_begin_anew() {
        let led = led("قال الوزير\nكاليسي الذي عاد برنتوف");
        assert_eq!((led[1].0, led[2].0, led[5].0), (2, 0, 0));
    }
}
