//! libFuzzer's way to [`qawl_fuzz::decode`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| qawl_fuzz::decode(data));
