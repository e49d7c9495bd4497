//! libFuzzer's way to [`qawl_fuzz::feed`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| qawl_fuzz::feed(data));
