//! How deep the elements of a page are nested, at a glance. Whoever builds the
//! tree of a page looks through all open elements at each new one, so that a page
//! made to be deep would keep them busy for hours.

use memchr::memmem;

/// Deeper than any page of news is; browsers go on to 512 and then stop nesting.
const DEEPEST: usize = 1_000;

/// Elements that stay open for nothing: they have no end, or need none.
const SHALLOW: [&[u8]; 24] = [
    b"area", b"base", b"br", b"col", b"dd", b"dt", b"embed", b"hr", b"img", b"input", b"li",
    b"link", b"meta", b"option", b"p", b"param", b"path", b"source", b"td", b"th", b"tr", b"track",
    b"use", b"wbr",
];

/// Elements whose content is no markup.
const RAW: [&[u8]; 2] = [b"script", b"style"];

/// Whether elements are nested deeper than in any page of news, those that are
/// never closed too.
pub(super) fn is_absurd(html: &str) -> bool {
    let mut rest = html.as_bytes();
    let mut depth = 0usize;
    while let Some(at) = memchr::memchr(b'<', rest) {
        rest = rest.get(at + 1..).unwrap_or_default();
        let is_end = rest.first() == Some(&b'/');
        let name = name(rest.get(usize::from(is_end)..).unwrap_or_default());
        if name.is_empty() || SHALLOW.contains(&name.as_slice()) {
            continue;
        }
        if is_end {
            depth = depth.saturating_sub(1);
            continue;
        }
        depth += 1;
        if depth > DEEPEST {
            return true;
        }
        if RAW.contains(&name.as_slice()) {
            rest = memmem::find(rest, b"</")
                .and_then(|end| rest.get(end..))
                .unwrap_or_default();
        }
    }
    false
}

/// The name that an element begins with, in lower case.
fn name(element: &[u8]) -> Vec<u8> {
    let length = element
        .iter()
        .take(12)
        .take_while(|b| b.is_ascii_alphanumeric())
        .count();
    let name = element.get(..length).unwrap_or_default();
    if name.first().is_some_and(u8::is_ascii_alphabetic) {
        name.to_ascii_lowercase()
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stays_open_is_deep() {
        let many = |part: &str| part.repeat(2 * DEEPEST);
        assert!(is_absurd(&many("<div>")));
        assert!(is_absurd(&many("<b><a href='")));
        for fine in [
            "<br>",
            "<p>a",
            "<LI>a",
            "<b>a</b>",
            "1 < 2 <3",
            "<script>a<b</script>",
            "<!-- -->",
        ] {
            assert!(!is_absurd(&many(fine)), "{fine}");
        }
    }
}
