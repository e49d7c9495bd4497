//! Letters in the shapes that old programs and files for print keep them in (ﻗﺎﻝ, ﻻ): each stands for
//! a plain one, folded.

use super::normalize::Folded;

/// The first shape of each letter, how many it has, and the letter.
const SHAPES: [(u32, u32, char); 35] = [
    (0xfe80, 1, 'ء'),
    (0xfe81, 2, 'ا'),
    (0xfe83, 2, 'ا'),
    (0xfe85, 2, 'ؤ'),
    (0xfe87, 2, 'ا'),
    (0xfe89, 4, 'ئ'),
    (0xfe8d, 2, 'ا'),
    (0xfe8f, 4, 'ب'),
    (0xfe93, 2, 'ه'),
    (0xfe95, 4, 'ت'),
    (0xfe99, 4, 'ث'),
    (0xfe9d, 4, 'ج'),
    (0xfea1, 4, 'ح'),
    (0xfea5, 4, 'خ'),
    (0xfea9, 2, 'د'),
    (0xfeab, 2, 'ذ'),
    (0xfead, 2, 'ر'),
    (0xfeaf, 2, 'ز'),
    (0xfeb1, 4, 'س'),
    (0xfeb5, 4, 'ش'),
    (0xfeb9, 4, 'ص'),
    (0xfebd, 4, 'ض'),
    (0xfec1, 4, 'ط'),
    (0xfec5, 4, 'ظ'),
    (0xfec9, 4, 'ع'),
    (0xfecd, 4, 'غ'),
    (0xfed1, 4, 'ف'),
    (0xfed5, 4, 'ق'),
    (0xfed9, 4, 'ك'),
    (0xfedd, 4, 'ل'),
    (0xfee1, 4, 'م'),
    (0xfee5, 4, 'ن'),
    (0xfee9, 4, 'ه'),
    (0xfeed, 2, 'و'),
    (0xfeef, 6, 'ي'),
];

/// What folding makes of a letter in one of its shapes.
pub fn folded(c: char) -> Option<Folded> {
    let code = u32::from(c);
    if (0xfef5..=0xfefc).contains(&code) {
        return Some(Folded::Two('ل', 'ا'));
    }
    let after = SHAPES.partition_point(|shape| shape.0 <= code);
    let (first, count, letter) = SHAPES.get(after.checked_sub(1)?)?;
    (code < first + count).then_some(Folded::Char(*letter))
}

#[cfg(test)]
mod tests {
    use crate::analysis::normalize::fold;

    #[test]
    fn shapes_are_the_letters_that_they_show() {
        assert_eq!(
            fold("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻷﻣﺮ ﻻ ﻳﻌﻨﻴﻪ"),
            fold("قال الوزير إن الأمر لا يعنيه")
        );
        assert_eq!(fold("ﻣﺪﻳﻨﺔ ﺣﻠﺐ ﻋﻠﻰ"), fold("مدينة حلب على"));
    }
}
