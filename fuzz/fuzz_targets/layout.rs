//! libFuzzer's way to [`qawl_fuzz::layout`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| qawl_fuzz::layout(data));
