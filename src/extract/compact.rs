//! JSON written straight into bytes, with nothing between its parts.
//!
//! Half of what `extract` writes is article text, and an archive is mostly
//! strings: so they are looked over sixteen bytes at a time and copied whole.

/// JSON that is being written.
pub(super) struct Compact<'o> {
    out: &'o mut Vec<u8>,
}

impl<'o> Compact<'o> {
    /// Goes on behind what `out` holds.
    pub(super) fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out }
    }

    /// Opens an object or array by its bracket, as one item of a list.
    pub(super) fn open(&mut self, bracket: u8) {
        self.item().open(bracket);
    }

    /// Closes it.
    pub(super) fn close(&mut self, bracket: u8) {
        self.out.push(bracket);
    }

    /// The name of the field whose value comes next; nothing in it is escaped.
    pub(super) fn field(&mut self, name: &str) -> Value<'_> {
        self.part();
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        Value { out: self.out }
    }

    /// The same for a name that [`key!`] has made ready: nothing is put together.
    #[inline]
    pub(super) fn key(&mut self, key: &'static str) -> Value<'_> {
        // Each of the two has a length that is known when the program is built.
        match key.as_bytes() {
            [_, first @ ..] if !self.goes_on() => self.out.extend_from_slice(first),
            key => self.out.extend_from_slice(key),
        }
        Value { out: self.out }
    }

    /// The same for a field that is not the first.
    #[inline]
    pub(super) fn next_key(&mut self, key: &'static str) -> Value<'_> {
        self.out.extend_from_slice(key.as_bytes());
        Value { out: self.out }
    }

    /// The next item of a list.
    pub(super) fn item(&mut self) -> Value<'_> {
        self.part();
        Value { out: self.out }
    }

    /// Parts what comes next from what stands before it.
    fn part(&mut self) {
        if self.goes_on() {
            self.out.push(b',');
        }
    }

    /// Whether what comes next has to be parted from what stands before it.
    #[inline]
    fn goes_on(&self) -> bool {
        !matches!(self.out.last(), None | Some(b'{' | b'[' | b':' | b'\n'))
    }
}

/// The place of a value: behind the name of its field, or in a list.
pub(super) struct Value<'o> {
    out: &'o mut Vec<u8>,
}

impl Value<'_> {
    /// Opens an object or array by its bracket.
    #[inline]
    pub(super) fn open(self, bracket: u8) {
        self.out.push(bracket);
    }

    /// A number.
    #[inline]
    pub(super) fn number(mut self, number: usize) {
        self.digits(number);
    }

    /// A letter and a number, as a string: the name of an item.
    pub(super) fn id(mut self, letter: u8, number: usize) {
        self.out.extend_from_slice(&[b'"', letter]);
        self.digits(number);
        self.out.push(b'"');
    }

    /// What `write` makes of a value, or null where there is none.
    pub(super) fn or_null<T>(self, value: Option<T>, write: impl FnOnce(Self, T)) {
        match value {
            Some(value) => write(self, value),
            None => self.null(),
        }
    }

    /// Nothing.
    pub(super) fn null(self) {
        self.out.extend_from_slice(b"null");
    }

    /// A string in which nothing is to be escaped, as in the names of kinds.
    pub(super) fn plain(self, text: &str) {
        debug_assert_eq!(find_special(text.as_bytes()), None);
        self.out.push(b'"');
        self.out.extend_from_slice(text.as_bytes());
        self.out.push(b'"');
    }

    /// A string.
    pub(super) fn string(mut self, text: &str) {
        self.out.push(b'"');
        let mut rest = text.as_bytes();
        while let Some(at) = find_special(rest) {
            let (plain, special) = rest.split_at(at);
            self.out.extend_from_slice(plain);
            rest = special.get(self.escape(special)..).unwrap_or_default();
        }
        self.out.extend_from_slice(rest);
        self.out.push(b'"');
    }

    /// Writes what stands at the beginning of `text` so that JSON holds it and a
    /// terminal does not obey it; tells how many bytes that were.
    fn escape(&mut self, text: &[u8]) -> usize {
        let named = |c: u8| [b'\\', c];
        match *text {
            [c @ (b'"' | b'\\'), ..] => self.out.extend_from_slice(&named(c)),
            [b'\n', ..] => self.out.extend_from_slice(&named(b'n')),
            [b'\r', ..] => self.out.extend_from_slice(&named(b'r')),
            [b'\t', ..] => self.out.extend_from_slice(&named(b't')),
            [8, ..] => self.out.extend_from_slice(&named(b'b')),
            [12, ..] => self.out.extend_from_slice(&named(b'f')),
            [c @ (0..0x20 | 0x7f), ..] => self.control(c),
            [0xc2, c @ 0x80..=0x9f, ..] => {
                self.control(c);
                return 2;
            }
            [c, ..] => self.out.push(c),
            [] => {}
        }
        1
    }

    fn control(&mut self, code: u8) {
        self.out.extend(format!("\\u{code:04x}").bytes());
    }

    /// The digits of a number; nearly none has more than eight.
    #[inline]
    fn digits(&mut self, number: usize) {
        // The last digit comes first, and ends in the highest byte that is kept.
        let (mut eight, mut many, mut rest) = (0, 0, number);
        while many < 8 {
            eight = (eight << 8) | (u64::from(b'0') + (rest % 10) as u64);
            (many, rest) = (many + 1, rest / 10);
            if rest == 0 {
                // A copy of a length that is known beforehand is one step.
                self.out.extend_from_slice(&eight.to_le_bytes());
                return self.out.truncate(self.out.len() - (8 - many));
            }
        }
        self.out.extend_from_slice(number.to_string().as_bytes());
    }
}

/// The name of a field as [`Compact::key`] writes it.
macro_rules! key {
    ($name:literal) => {
        concat!(",\"", $name, "\":")
    };
}
pub(super) use key;

/// Where the first byte is that may have to be escaped: a quotation mark, a
/// backslash, a control; 0xc2 begins those from U+0080 on.
fn find_special(text: &[u8]) -> Option<usize> {
    let (chunks, rest) = text.as_chunks::<16>();
    let chunk = chunks.iter().position(any_special);
    if chunk.is_none() && !special_at_end(text, rest) {
        return None;
    }
    let from = chunk.map_or(text.len() - rest.len(), |nth| nth * 16);
    let within = text.get(from..).unwrap_or_default();
    let at = within.iter().position(|b| is_special(*b))?;
    Some(from + at)
}

/// Whether there may be such a byte in the last ones of a text, fewer than sixteen.
/// They are looked at with some of those before them, which hold none, or the middle
/// ones twice.
#[inline]
fn special_at_end(text: &[u8], rest: &[u8]) -> bool {
    if rest.is_empty() {
        return false;
    }
    if let Some(last) = text.last_chunk::<16>() {
        return any_special(last);
    }
    if let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        return any_special(first) || any_special(last);
    }
    match (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (Some(first), Some(last)) => any_special(first) || any_special(last),
        _ => true,
    }
}

#[inline]
fn any_special<const AT_ONCE: usize>(chunk: &[u8; AT_ONCE]) -> bool {
    let special = chunk.iter().map(|b| u8::from(is_special(*b)));
    special.fold(0, |any, special| any | special) != 0
}

#[inline]
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without a branch many are looked at at once"
)]
fn is_special(b: u8) -> bool {
    (b < 0x20) | (b == b'"') | (b == b'\\') | (b == 0x7f) | (b == 0xc2)
}

/// Appends compact JSON with each part on a line of its own, indented.
pub(super) fn indent(compact: &[u8], out: &mut Vec<u8>) {
    let mut depth = 0usize;
    let mut bytes = compact.iter().copied().peekable();
    let line = |out: &mut Vec<u8>, depth: usize| {
        out.push(b'\n');
        out.resize(out.len() + 2 * depth, b' ');
    };
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => {
                out.push(byte);
                while let Some(byte) = bytes.next() {
                    out.push(byte);
                    match byte {
                        b'"' => break,
                        b'\\' => out.extend(bytes.next()),
                        _ => {}
                    }
                }
            }
            b'{' | b'[' => {
                out.push(byte);
                if let Some(close) = bytes.next_if(|b| matches!(b, b'}' | b']')) {
                    out.push(close);
                } else {
                    depth += 1;
                    line(out, depth);
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                line(out, depth);
                out.push(byte);
            }
            b',' => {
                out.push(byte);
                line(out, depth);
            }
            b':' => out.extend_from_slice(b": "),
            _ => out.push(byte),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(write: impl FnOnce(&mut Compact)) -> String {
        let mut out = Vec::new();
        write(&mut Compact::new(&mut out));
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn parts_are_parted() {
        let json = written(|json| {
            json.open(b'{');
            json.field("a").number(10);
            json.field("b").open(b'[');
            json.item().number(1);
            json.item().number(20_123_456_789);
            json.close(b']');
            json.field("c").open(b'[');
            json.close(b']');
            json.key(key!("d")).id(b's', 0);
            json.field("e").or_null(None, Value::number);
            json.close(b'}');
        });
        assert_eq!(
            json,
            r#"{"a":10,"b":[1,20123456789],"c":[],"d":"s0","e":null}"#
        );
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let json = written(|json| json.item().string("\u{1b}[31m \u{7f}\u{9b}31m «\u{a0}»"));
        assert_eq!(json, "\"\\u001b[31m \\u007f\\u009b31m «\u{a0}»\"");
    }

    proptest! {
        #[test]
        fn strings_are_read_back(text in "(.|[\"\\\\\n\r\t\u{8}\u{c}]){0,80}") {
            let json = written(|json| json.item().string(&text));
            prop_assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), text);
        }

        #[test]
        fn is_indented_as_others_do(texts in proptest::collection::vec(".{0,20}", 0..4)) {
            let value = serde_json::json!({"texts": texts, "none": {}, "each": [[1], [], [null]]});
            let compact = serde_json::to_vec(&value).expect("JSON");
            let mut indented = Vec::new();
            indent(&compact, &mut indented);
            prop_assert_eq!(indented, serde_json::to_vec_pretty(&value).expect("JSON"));
        }
    }
}
