//! libFuzzer's way to [`qawl_fuzz::json`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| qawl_fuzz::json(data));
