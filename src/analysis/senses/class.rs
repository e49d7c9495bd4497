//! The classes of common words.

use bitflags::bitflags;

/// A set of classes; a word may have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Senses(pub u32);

bitflags! {
    impl Senses: u32 {
        /// Those to whom speech is given, after ل and without their article.
        const HEARER = 1 << 0;
        /// What a speech is given in.
        const OCCASION = 1 << 1;
        /// A word after which ل tells whom something concerns (بالنسبة لفلان).
        const REFERENCE = 1 << 15;
        /// A newspaper, agency or station; by its stem.
        const MEDIA = 1 << 2;
        /// What a person is called by, beside the titles; by its stem.
        const CALLING = 1 << 3;
        /// A noun whose genitive is somebody else; by its stem.
        const RELATION = 1 << 4;
        /// A plural that no ending tells; by its stem.
        const PLURAL = 1 << 5;
        /// A word before the head of a phrase that says nothing of who it is.
        const EMPTY = 1 << 6;
        /// A word of a role that may be left out when it is named again.
        const OPTIONAL = 1 << 7;
        /// What counts or picks, before من.
        const QUANTITY = 1 << 8;
        /// A word in which a speaker speaks of himself.
        const FIRST_PERSON = 1 << 9;
        /// A side from which something comes, after من (من جهة أخرى).
        const SIDE = 1 << 10;
        /// A word of time that may stand behind a name and is none of its words.
        const WHEN = 1 << 28;
        /// A verb by which all that was said before came about (جاء ذلك خلال).
        const CAME = 1 << 29;
        /// A form of a cue that with a shadda is one of another verb (يثبت, not يثبّت).
        const PLAIN = 1 << 30;
        /// A man's given name that no woman has.
        const MALE = 1 << 27;
        /// A woman's given name.
        const FEMALE = 1 << 11;
        /// A word after which stands another than who speaks (باسم فلان).
        const BEHALF = 1 << 12;
        /// One of several, before them: somebody new (أحد السكان).
        const ONE_OF = 1 << 13;
        /// A noun for one person that is no role; by its stem.
        const ONE_PERSON = 1 << 17;
        /// A role at somebody's side, who is named at once after it (نائب فلان).
        const DEPUTY = 1 << 16;
        /// The country of whoever is spoken of (بلاده).
        const HOMELAND = 1 << 14;
        /// A form of address or a role that tells no gender (معالي، عضو).
        const EITHER = 1 << 21;
        /// The object in a turn of speech that means to report (لفت النظر إلى).
        const IDIOM = 1 << 19;
        /// A word for somebody with any office, by its stem (المسؤول الأمريكي).
        const ANY_OFFICE = 1 << 20;
        /// What was said, thought or counted, which reports behind وفق and بحسب.
        const SAID = 1 << 23;
        /// A study or what it finds, which is by itself no person or body; by its stem.
        const FINDING = 1 << 22;
        /// Those whom somebody addresses, a noun that is no adjective.
        const FOLK = 1 << 24;
        /// Where somebody writes (على موقع، على صفحته).
        const MEDIUM = 1 << 25;
        /// A verb behind a document that tells how it came out (تقرير صدر عن).
        const ISSUED = 1 << 26;
        /// What happens or is counted, and speaks to nobody (دلائل، السيول).
        const THING = 1 << 31;
        /// Whoever was named last (الأخير).
        const LAST_NAMED = 1 << 18;
    }
}

impl Senses {
    /// The class of that name, as the list gives it: `first-person`.
    pub fn named(name: &str) -> Option<Self> {
        Self::from_name(&name.to_ascii_uppercase().replace('-', "_"))
    }

    /// Whether words of the class are known by their stem.
    pub const fn by_stem(self) -> bool {
        self.intersects(
            Self::MEDIA
                .union(Self::CALLING)
                .union(Self::RELATION)
                .union(Self::ONE_PERSON)
                .union(Self::ANY_OFFICE)
                .union(Self::FINDING)
                .union(Self::PLURAL),
        )
    }
}
