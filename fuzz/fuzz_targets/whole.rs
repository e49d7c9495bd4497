//! libFuzzer's way to [`qawl_fuzz::whole`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| qawl_fuzz::whole(data));
