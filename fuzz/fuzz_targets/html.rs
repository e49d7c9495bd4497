//! libFuzzer's way to [`qawl_fuzz::html`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| qawl_fuzz::html(data));
