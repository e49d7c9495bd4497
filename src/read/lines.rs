//! A stream to runs of whole lines, each as long as what has come in, so that
//! nothing waits for more and nothing grows.

use memchr::{memchr, memchr_iter, memrchr};

use super::{Fault, LONGEST, ReadError, open::Stream};
use crate::place::Place;

/// Whole lines, and the number of the first of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) first: usize,
    pub(super) bytes: Vec<u8>,
}

/// The lines of a stream, in runs.
pub(super) struct Lines {
    stream: Stream,
    place: Place,
    next: usize,
    /// The beginning of a line whose end has not come.
    begun: Vec<u8>,
    longest: usize,
    ended: bool,
}

impl Lines {
    pub(super) fn new(stream: Stream, place: Place) -> Self {
        Self {
            stream,
            place,
            next: 1,
            begun: Vec::new(),
            longest: usize::try_from(LONGEST).unwrap_or(usize::MAX),
            ended: false,
        }
    }

    /// Takes what has come in: whole lines, if there are any.
    fn step(&mut self) -> Result<Option<Run>, Fault> {
        let new = self.stream.fill_buf()?;
        let taken = new.len();
        if taken == 0 {
            self.ended = true;
            return Ok(self.run(Vec::new()));
        }
        let run = if let Some(last) = memrchr(b'\n', new) {
            let (lines, rest) = new.split_at(last + 1);
            let (lines, rest) = (lines.to_vec(), rest.to_vec());
            let run = self.run(lines);
            self.begun = rest;
            run
        } else {
            self.begun.extend_from_slice(new);
            None
        };
        self.stream.consume(taken);
        if self.begun.len() > self.longest {
            self.skip()?;
            return Err(Fault::TooLong);
        }
        Ok(run)
    }

    /// The line begun and `lines` behind it.
    fn run(&mut self, lines: Vec<u8>) -> Option<Run> {
        let mut bytes = std::mem::take(&mut self.begun);
        if bytes.is_empty() {
            bytes = lines;
        } else {
            bytes.extend_from_slice(&lines);
        }
        let first = self.next;
        self.next += memchr_iter(b'\n', &bytes).count();
        (!bytes.is_empty()).then_some(Run { first, bytes })
    }

    /// Leaves the rest of the line out.
    fn skip(&mut self) -> Result<(), Fault> {
        self.begun = Vec::new();
        loop {
            let new = self.stream.fill_buf()?;
            let end = memchr(b'\n', new);
            let taken = end.map_or(new.len(), |end| end + 1);
            self.stream.consume(taken);
            if end.is_some() || taken == 0 {
                return Ok(());
            }
        }
    }
}

impl Iterator for Lines {
    type Item = Result<Run, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.step() {
                Ok(Some(run)) => return Some(Ok(run)),
                Ok(None) => {}
                Err(fault) => return Some(Err(self.failed(fault))),
            }
        }
        None
    }
}

impl Lines {
    fn failed(&mut self, fault: Fault) -> ReadError {
        let line = Some(self.next);
        match fault {
            Fault::TooLong => self.next += 1,
            _ => self.ended = true,
        }
        let place = Place {
            line,
            ..self.place.clone()
        };
        ReadError { place, fault }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufReader, Cursor};

    fn lines(text: &str, buffer: usize, longest: usize) -> Lines {
        let stream = BufReader::with_capacity(buffer, Cursor::new(text.to_owned()));
        Lines {
            longest,
            ..Lines::new(Box::new(stream), Place::default())
        }
    }

    #[test]
    fn runs_are_whole_lines_whatever_comes_in() {
        let text = "a\n\nbb\nccc\r\nlast";
        for buffer in 1..20 {
            let runs: Vec<Run> = lines(text, buffer, 100)
                .map(|r| r.expect("lines"))
                .collect();
            let all: Vec<u8> = runs.iter().flat_map(|run| run.bytes.clone()).collect();
            assert_eq!(all, text.as_bytes());
            let mut before = 0;
            for run in &runs {
                assert!(before == 0 || text[..before].ends_with('\n'));
                assert_eq!(run.first, 1 + text[..before].matches('\n').count());
                before += run.bytes.len();
            }
        }
    }

    #[test]
    fn a_line_too_long_is_an_error_and_the_next_one_comes() {
        let text = format!("a\n{}\nb\n", "x".repeat(50));
        let found: Vec<_> = lines(&text, 8, 20).collect();
        let [Ok(a), Err(long), Ok(b)] = &found[..] else {
            panic!("{found:?}");
        };
        assert_eq!((a.first, &a.bytes[..]), (1, &b"a\n"[..]));
        assert_eq!(long.place.line, Some(2));
        assert_eq!((b.first, &b.bytes[..]), (3, &b"b\n"[..]));
    }
}
