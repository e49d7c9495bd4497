//! How much work an article makes, counted in steps while tests run: time tells of
//! the machine, too, and of what else it does.
//!
//! What is done again and again says so ([`step`]): a feature weighed, a token
//! passed on the way to another, two names compared. Outside tests nothing is
//! counted, and a step costs nothing.

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts one step.
#[inline(always)]
#[allow(clippy::inline_always, reason = "nothing is left of it but in tests")]
pub fn step() {
    steps(1);
}

/// Counts several.
#[inline(always)]
#[allow(clippy::inline_always, reason = "nothing is left of it but in tests")]
pub fn steps(many: usize) {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + many as u64));
    #[cfg(not(test))]
    let _ = many;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::analyse, document::Document};

    /// The steps that an article takes.
    fn of(text: String) -> u64 {
        let document = Document::new(text);
        STEPS.with(|steps| steps.set(0));
        analyse(&document);
        STEPS.with(std::cell::Cell::get)
    }

    /// An article of some news, over and over.
    fn article(times: usize) -> String {
        const SAMPLES: [&str; 3] = [
            include_str!("../../samples/01-politics-two-ministers.txt"),
            include_str!("../../samples/02-economy-central-bank.txt"),
            include_str!("../../samples/07-local-flood.txt"),
        ];
        SAMPLES.concat().repeat(times)
    }

    /// What a text is like, and what makes one of so many parts.
    type Shape = (&'static str, fn(usize) -> String);

    const SHAPES: [Shape; 12] = [
        ("news", article),
        ("news without a line break", |n| {
            article(n).replace(['\n', '\r'], " ")
        }),
        ("one sentence", |n| {
            article(n).replace(['\n', '.', '؟', '!', '؛'], " ")
        }),
        ("quotation marks", |n| {
            each(n * 40, |i| format!("قال الوزير \"كلمة {i}\" ثم "))
        }),
        ("opening marks", |n| "«".repeat(n * 800)),
        ("names", |n| {
            each(n * 40, |i| {
                let [first, last] = [i % 31, i / 31].map(|i| word(i + 1));
                format!("التقى سامر {first} {last} أمس. ")
            })
        }),
        ("roles", |n| {
            each(n * 40, |i| {
                format!(
                    "قال وزير {} سامر بن {}. وقال الوزير نعم. ",
                    word(i % 97),
                    word(i)
                )
            })
        }),
        ("bodies", |n| {
            each(n * 40, |i| {
                format!("أعلنت شركة {} أن الشركة {}. ", word(i % 97), word(i))
            })
        }),
        ("one body by many names", |n| {
            each(n * 40, |i| format!("توقف الضخ، وفقا للجان {}. ", word(i)))
        }),
        ("names in a row", |n| {
            each(n * 80, |i| format!("سامر {} في ", word(i)))
        }),
        ("quotations that nothing closes", |n| {
            each(n * 40, |i| format!("قال سامر: \"نعم {} ", word(i)))
        }),
        ("cues and clauses", |n| "وقال إن ".repeat(n * 40)),
    ];

    /// How many times the work of news a text may be that is nothing but cues, one
    /// every fifteen bytes.
    const MOST: u64 = 30;

    fn each(many: usize, of: impl Fn(usize) -> String) -> String {
        (0..many).map(of).collect()
    }

    /// A word that no list has, another for each number.
    fn word(mut number: usize) -> String {
        let letters: Vec<char> = "بتدرسعفقلمنه".chars().collect();
        let mut word = String::from("ز");
        while number > 0 {
            word.push(letters[number % letters.len()]);
            number /= letters.len();
        }
        word
    }

    #[test]
    fn twice_the_text_is_twice_the_work() {
        for (name, shape) in SHAPES {
            let [half, whole] = [30, 60].map(|n| of(shape(n)));
            assert!(half > 1000, "{name}: only {half} steps are counted");
            assert!(
                whole * 10 < half * 22,
                "{name}: {half} steps, {whole} for twice as much"
            );
        }
    }

    #[test]
    fn no_shape_is_many_times_the_work_of_news() {
        // In thousandths of a step.
        let of_byte = |text: String| {
            let length = text.len() as u64;
            of(text) * 1000 / length
        };
        let news = of_byte(article(10));
        for (name, shape) in SHAPES {
            let of_byte = of_byte(shape(40));
            println!("{name}: {of_byte} thousandths of a step a byte; news: {news}");
            assert!(of_byte < news * MOST, "{name}: {of_byte}, news: {news}");
        }
    }
}
