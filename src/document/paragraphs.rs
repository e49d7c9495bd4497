//! Where the paragraphs of a text stand: its lines that hold more than blanks. Where the
//! lines are folded at a width, as mail and many text files are, those that one paragraph
//! was folded into are one again.

use super::Span;

/// The paragraphs of a text in order, blanks at both ends left out.
pub fn find(text: &str) -> Vec<Span> {
    let lines = lines(text);
    match Fold::of(text, &lines) {
        Some(fold) => fold.joined(text, &lines),
        None => lines,
    }
}

/// The lines that hold more than blanks.
fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = line_ends(text).chain([text.len()]);
    for end in ends {
        let line = text.get(start..end).unwrap_or_default();
        let trimmed = line.trim_matches(is_blank);
        if !trimmed.is_empty() {
            let at = start + (line.len() - line.trim_start_matches(is_blank).len());
            found.push(Span::new(at, at + trimmed.len()));
        }
        start = end;
    }
    found
}

/// Where lines end: at line feeds, carriage returns, U+2028 and U+2029, each the
/// first blank of the next line.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let parts = |at: &usize| {
        let rest = text.get(*at..);
        rest.is_some_and(|r| r.starts_with(['\n', '\r', '\u{2028}', '\u{2029}']))
    };
    memchr::memchr3_iter(b'\n', b'\r', 0xe2, text.as_bytes()).filter(parts)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}')
}

/// The width that lines are folded at, and what it is counted in.
#[derive(Clone, Copy, Debug)]
struct Fold {
    width: usize,
    count: fn(&str) -> usize,
}

/// Lines of fewer than these are too few to tell.
const FEWEST: usize = 6;
/// No paragraph is folded narrower or, in bytes, wider.
const NARROW: usize = 24;
const WIDE: usize = 320;

/// Words that no line of its own ends with, and many a folded one does.
const RUNS_ON: [&str; 40] = [
    "في",
    "من",
    "على",
    "إلى",
    "الى",
    "أن",
    "ان",
    "إن",
    "بأن",
    "عن",
    "مع",
    "بين",
    "التي",
    "الذي",
    "الذين",
    "هذا",
    "هذه",
    "تلك",
    "أو",
    "بعد",
    "قبل",
    "خلال",
    "لا",
    "لم",
    "لن",
    "قد",
    "كما",
    "كل",
    "the",
    "a",
    "of",
    "to",
    "and",
    "in",
    "for",
    "that",
    "with",
    "by",
    "de",
    "la",
];

impl Fold {
    /// How a text is folded, if it is: most lines take all the words that they can, so
    /// that the first one of the next line would not go into it, and sentences run on
    /// over their ends.
    fn of(text: &str, lines: &[Span]) -> Option<Self> {
        if lines.len() < FEWEST || lines.iter().take(FEWEST).any(|line| line.len() > WIDE) {
            return None;
        }
        let (chars, bytes): (fn(&str) -> usize, _) = (|line| line.chars().count(), str::len as _);
        let [chars, bytes] = [chars, bytes].map(|count| Self::widest(text, lines, count));
        // Folded by hand or by a page's font, lines are not all filled.
        let loose = Self {
            width: chars.width * 17 / 20,
            ..chars
        };
        let full = |fold: &Self| fold.full(text, lines).count();
        let tight = if full(&bytes) > full(&chars) {
            bytes
        } else {
            chars
        };
        [tight, loose].into_iter().find(|f| f.fits(text, lines))
    }

    /// The width of the longest lines; one in ten may be longer: a headline, an address.
    fn widest(text: &str, lines: &[Span], count: fn(&str) -> usize) -> Self {
        let mut lengths: Vec<usize> = lines.iter().map(|l| count(slice(text, *l))).collect();
        let most = lengths.len() - 1 - lengths.len() / 10;
        let (_, width, _) = lengths.select_nth_unstable(most);
        let width = *width;
        Self { width, count }
    }

    /// Whether the lines of a text are folded so.
    fn fits(self, text: &str, lines: &[Span]) -> bool {
        let pairs = lines.iter().zip(lines.iter().skip(1));
        let neighbours = pairs.filter(|(a, b)| !is_parted(text, **a, **b)).count();
        let runs_on = |line: &&Span| {
            let line = slice(text, **line);
            let last = line.rsplit(is_blank).next();
            line.ends_with(['،', ',']) || last.is_some_and(|last| RUNS_ON.contains(&last))
        };
        let ends = |line: &&Span| slice(text, **line).ends_with(['.', '؟', '!', ':']);
        let full = self.full(text, lines).count();
        (NARROW..=WIDE).contains(&self.width)
            && full >= FEWEST - 2
            && full * 5 >= neighbours * 3
            && self.full(text, lines).filter(ends).count() * 3 <= full
            && self.full(text, lines).filter(runs_on).count() * 20 >= full
    }

    /// The lines that were ended by the width.
    fn full<'l>(self, text: &str, lines: &'l [Span]) -> impl Iterator<Item = &'l Span> {
        let pairs = lines.iter().zip(lines.iter().skip(1));
        let full = pairs.filter(move |(a, b)| self.is_full(text, **a, **b));
        full.map(|(line, _)| line)
    }

    /// Whether a line was ended by the width: the next word would not have gone into it.
    fn is_full(self, text: &str, line: Span, next: Span) -> bool {
        let word = slice(text, next).split(is_blank).next().unwrap_or_default();
        let length = (self.count)(slice(text, line));
        !is_parted(text, line, next) && length + 1 + (self.count)(word) > self.width
    }

    /// The lines, those of one paragraph together.
    fn joined(self, text: &str, lines: &[Span]) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        let mut before: Option<Span> = None;
        for line in lines {
            let goes_on = before.is_some_and(|before| self.is_full(text, before, *line));
            match found.last_mut().filter(|_| goes_on) {
                Some(paragraph) => paragraph.end = line.end,
                None => found.push(*line),
            }
            before = Some(*line);
        }
        found
    }
}

fn slice(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or_default()
}

/// Whether an empty line stands between two.
fn is_parted(text: &str, line: Span, next: Span) -> bool {
    let gap = text.get(line.end..next.start).unwrap_or_default();
    let ends = gap.matches(['\n', '\u{2028}', '\u{2029}']).count();
    ends.max(gap.matches('\r').count()) > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// As a text editor or mail folds a paragraph.
    fn folded(paragraph: &str, width: usize, count: fn(&str) -> usize) -> String {
        let mut lines = vec![String::new()];
        for word in paragraph.split(' ') {
            let last = lines.last_mut().expect("there is one");
            if last.is_empty() {
                last.push_str(word);
            } else if count(last) + 1 + count(word) <= width {
                last.push(' ');
                last.push_str(word);
            } else {
                lines.push(word.to_owned());
            }
        }
        lines.join("\n")
    }

    const PARAGRAPHS: [&str; 3] = [
        "قال رئيس البلدية سامي النوران إن أعمال صيانة الجسر القديم ستنتهي قبل حلول الشتاء، \
         مؤكدا أن الميزانية تكفي لذلك وأن العمال لن يتوقفوا في أيام العطل",
        "وأضاف في مؤتمر صحفي عقده أمس أن المدينة تحتاج إلى جسر ثان يخفف الزحام عن وسطها، \
         مشيرا إلى أن دراسة المشروع أعدت العام الماضي",
        "ودعا السكان إلى استخدام الطريق الدائري حتى انتهاء العمل، وقال إن الحافلات ستعمل بلا \
         أجر في أيام الإغلاق وإن مواقف جديدة للسيارات ستفتح قرب السوق في نهاية الشهر",
    ];

    fn found(text: &str) -> Vec<String> {
        let paragraphs = find(text);
        let words = |p: &Span| slice(text, *p).split('\n').collect::<Vec<_>>().join(" ");
        paragraphs.iter().map(words).collect()
    }

    #[test]
    fn folded_lines_are_paragraphs_again() {
        let chars: fn(&str) -> usize = |line| line.chars().count();
        for (width, count) in [(40, chars), (72, chars), (80, str::len)] {
            for between in ["\n\n", "\n"] {
                let text = PARAGRAPHS.map(|p| folded(p, width, count)).join(between);
                assert_eq!(found(&text), PARAGRAPHS, "at {width}, between {between:?}");
            }
        }
    }

    #[test]
    fn a_headline_stands_alone() {
        let chars: fn(&str) -> usize = |line| line.chars().count();
        let body = PARAGRAPHS.map(|p| folded(p, 60, chars)).join("\n");
        let text = format!("جسر جديد في المدينة\n{body}");
        assert_eq!(
            found(&text).first().map(String::as_str),
            Some("جسر جديد في المدينة")
        );
    }

    #[test]
    fn verses_stay_apart() {
        let verses = "يا دار نوران بالوادي سلام هوى\nما غيّر البعد عهد القلب بالدار\n\
                      وقفت فيها وليل الشوق يسألني\nمتى يعود إليها طيف سمّاري\n\
                      سقى الغمام ربى كانت منازلنا\nوأورق الغصن في أحضان أشجار\n\
                      إنا على العهد ما هبت نسائمها\nوما ترنم طير فوق أوكار";
        assert_eq!(find(verses).len(), 8);
    }

    #[test]
    fn lines_of_their_own_stay_apart() {
        let list = "الفائزون بجوائز المهرجان\nسامر الحمداني\nليلى بنت عمر العبدالله\nنورة\n\
                    فريق الباحثين في جامعة النوران\nمدرسة الأمل\nجمعية الصيادين في الميناء\nرائد";
        assert_eq!(find(list).len(), 8);
        assert_eq!(find(&PARAGRAPHS.repeat(3).join("\n")).len(), 9);
    }

    proptest! {
        #[test]
        fn nothing_but_blanks_stands_outside(text in "[ \n\r\u{2028}ابجد.،a]{0,400}") {
            let mut last = 0;
            for paragraph in find(&text).into_iter().chain([Span::new(text.len(), text.len())]) {
                let between = text.get(last..paragraph.start).expect("in order, on characters");
                prop_assert!(between.chars().all(is_blank));
                last = paragraph.end;
            }
        }
    }
}
