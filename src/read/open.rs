//! An input to a stream of its bytes, unpacked where it is compressed.

use std::{
    error, fmt,
    fs::File,
    io::{self, BufRead, BufReader, Read},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
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

/// How many times its size a packed input may have when unpacked. Text takes up
/// to 30 times less, the same line over and over some hundred.
pub(super) const RATIO: u64 = 500;

/// What any input may have when unpacked, in bytes, however small it is.
const SMALL: u64 = 64 << 20;

/// Opens an input; what is read of it is added to `count`.
pub(super) fn open(input: &Input, count: &Arc<AtomicU64>) -> Result<Stream, Fault> {
    match input {
        Input::File(path) => unpacked(file(File::open(path)?)?, count),
        Input::Stdin => unpacked(io::stdin(), count),
    }
}

/// The file, unless it is a device, which may give bytes without end.
fn file(file: File) -> Result<File, Fault> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = file.metadata()?.file_type();
        if kind.is_char_device() || kind.is_block_device() {
            return Err(Fault::Device);
        }
    }
    Ok(file)
}

/// Unpacks by what the bytes look like; a name may say anything.
fn unpacked(packed: impl Read + Send + 'static, count: &Arc<AtomicU64>) -> Result<Stream, Fault> {
    let own = Arc::new(AtomicU64::new(0));
    let packed = Counted {
        bytes: packed,
        counts: [Arc::clone(count), Arc::clone(&own)],
    };
    let mut packed = BufReader::with_capacity(BUFFER, packed);
    match packed.fill_buf()? {
        [0x1f, 0x8b, ..] => Ok(bounded(MultiGzDecoder::new(packed), own)),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Ok(bounded(Zstd::new(packed)?, own)),
        _ => Ok(Box::new(packed)),
    }
}

fn bounded(unpacked: impl Read + Send + 'static, packed: Arc<AtomicU64>) -> Stream {
    let bounded = Bounded {
        unpacked,
        packed,
        length: 0,
    };
    Box::new(BufReader::with_capacity(BUFFER, bounded))
}

/// Counts what is read.
struct Counted<R> {
    bytes: R,
    counts: [Arc<AtomicU64>; 2],
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.bytes.read(buffer)?;
        for count in &self.counts {
            count.fetch_add(length as u64, Ordering::Relaxed);
        }
        Ok(length)
    }
}

/// Ends with a [`Bomb`] where far more comes out than goes in.
struct Bounded<R> {
    unpacked: R,
    packed: Arc<AtomicU64>,
    length: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.unpacked.read(buffer)?;
        self.length += length as u64;
        let most = self.packed.load(Ordering::Relaxed).saturating_mul(RATIO);
        if self.length > most.max(SMALL) {
            return Err(io::Error::other(Bomb));
        }
        Ok(length)
    }
}

/// A few bytes that unpack to very many.
#[derive(Debug)]
pub(super) struct Bomb;

impl fmt::Display for Bomb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it unpacks to too much")
    }
}

impl error::Error for Bomb {}

/// Whether an error of reading is that.
pub(super) fn is_bomb(error: &(dyn error::Error + Send + Sync + 'static)) -> bool {
    error.is::<Bomb>()
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
        let mut stream =
            unpacked(Cursor::new(packed), &Arc::default()).map_err(io::Error::other)?;
        stream.read_to_string(&mut text)?;
        Ok(text)
    }

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
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
    fn a_bomb_is_defused() {
        let zeros = "\0".repeat(1 << 20);
        for pack in [gzip, zstd] {
            let packed = pack(&zeros).repeat(80);
            let mut stream = unpacked(Cursor::new(packed), &Arc::default()).expect("a stream");
            let fault = Fault::from(io::copy(&mut stream, &mut io::sink()).expect_err("too much"));
            assert!(matches!(fault, Fault::Bomb), "{fault}");
        }
    }

    #[test]
    fn other_bytes_come_as_they_are() {
        assert_eq!(read("قال".into()).expect("text"), "قال");
        assert_eq!(read(Vec::new()).expect("text"), "");
    }
}
