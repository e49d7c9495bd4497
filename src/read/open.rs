//! An input to a stream of its bytes, unpacked where it is compressed.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use super::{Fault, find::Input};

/// How many bytes are asked for at once.
const BUFFER: usize = 256 << 10;

/// The most memory that unpacking zstd may take, that of its `--long=27`.
const WINDOW: u64 = 128 << 20;

/// The bytes of an input as they come.
pub(super) type Stream = Box<dyn BufRead + Send>;

/// Opens an input.
pub(super) fn open(input: &Input) -> Result<Stream, Fault> {
    match input {
        Input::File(path) => unpacked(BufReader::with_capacity(BUFFER, File::open(path)?)),
        Input::Stdin => unpacked(BufReader::with_capacity(BUFFER, io::stdin())),
    }
}

/// Unpacks by what the bytes look like; a name may say anything.
fn unpacked(mut packed: impl BufRead + Send + 'static) -> Result<Stream, Fault> {
    match packed.fill_buf()? {
        [0x1f, 0x8b, ..] => Ok(buffered(MultiGzDecoder::new(packed))),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Ok(buffered(Zstd::new(packed)?)),
        _ => Ok(Box::new(packed)),
    }
}

fn buffered(stream: impl Read + Send + 'static) -> Stream {
    Box::new(BufReader::with_capacity(BUFFER, stream))
}

/// Frames of zstd, one after the other, as `zstd -c >>` leaves them.
struct Zstd<R: BufRead> {
    frame: Option<Frame<R>>,
}

type Frame<R> = StreamingDecoder<R, ruzstd::decoding::FrameDecoder>;

impl<R: BufRead> Zstd<R> {
    fn new(packed: R) -> Result<Self, Fault> {
        let frame = Some(frame(packed)?);
        Ok(Self { frame })
    }
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(decoder) = &mut self.frame {
            let count = decoder.read(buffer)?;
            if count > 0 || buffer.is_empty() {
                return Ok(count);
            }
            let mut packed = match self.frame.take() {
                Some(decoder) => decoder.into_inner(),
                None => break,
            };
            if !packed.fill_buf()?.is_empty() {
                self.frame = Some(frame(packed)?);
            }
        }
        Ok(0)
    }
}

fn frame<R: BufRead>(packed: R) -> io::Result<Frame<R>> {
    StreamingDecoder::new_with_max_window_size(packed, WINDOW).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};

    fn read(packed: Vec<u8>) -> io::Result<String> {
        let mut text = String::new();
        let mut stream = unpacked(Cursor::new(packed)).map_err(io::Error::other)?;
        stream.read_to_string(&mut text)?;
        Ok(text)
    }

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).expect("memory takes it");
        encoder.finish().expect("memory takes it")
    }

    fn zstd(text: &str) -> Vec<u8> {
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        ruzstd::encoding::compress_to_vec(text.as_bytes(), level)
    }

    #[test]
    fn packed_text_is_unpacked_all_parts_of_it() {
        for pack in [gzip, zstd] {
            assert_eq!(
                read([pack("قال "), pack("الوزير")].concat()).expect("text"),
                "قال الوزير"
            );
        }
    }

    #[test]
    fn damaged_archives_are_errors() {
        for mut packed in [gzip("قال الوزير"), zstd("قال الوزير")] {
            packed.truncate(packed.len() - 5);
            assert!(read(packed).is_err());
        }
    }

    #[test]
    fn other_bytes_come_as_they_are() {
        assert_eq!(read("قال".into()).expect("text"), "قال");
        assert_eq!(read(Vec::new()).expect("text"), "");
    }
}
