//! Code points, which gold files count in, to bytes, which the library does.

/// For each code point of a text the byte that it begins at, and after the last the
/// end of the text.
pub fn to_bytes(text: &str) -> Vec<usize> {
    let begins = text.char_indices().map(|(at, _)| at);
    begins.chain([text.len()]).collect()
}
