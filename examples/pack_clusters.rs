//! Packs the clusters of word forms into `src/analysis/weights/clusters.bin`.
//!
//! Usage: `zcat words.tsv.gz | cargo run --release --example pack_clusters`,
//! where a line of `words.tsv` is: form, count, cluster of 64, of 256, of 1024.

use std::{fs, io};

use qawl::analysis::clusters::{self, Clusters, SLOT, SLOTS};

fn main() -> anyhow::Result<()> {
    let mut table = vec![0u8; SLOTS * SLOT];
    let mut packed = 0;
    for line in io::stdin().lines() {
        let line = line?;
        let columns: Vec<&str> = line.split('\t').collect();
        let [form, _, coarse, middle, fine] = columns[..] else {
            anyhow::bail!("a line of {} columns instead of 5: {line}", columns.len());
        };
        if !form.chars().any(char::is_alphabetic) {
            continue;
        }
        let clusters = Clusters {
            coarse: coarse.parse()?,
            middle: middle.parse()?,
            fine: fine.parse()?,
        };
        let (mut slot, mark) = clusters::place(form);
        while table[slot * SLOT..slot * SLOT + 2] != [0, 0] {
            slot = (slot + 1) & (SLOTS - 1);
        }
        let bytes = &mut table[slot * SLOT..(slot + 1) * SLOT];
        bytes[..2].copy_from_slice(&mark.to_le_bytes());
        bytes[2..].copy_from_slice(&clusters::pack(clusters));
        packed += 1;
    }
    fs::write("src/analysis/weights/clusters.bin", table)?;
    println!("{packed} word forms");
    Ok(())
}
