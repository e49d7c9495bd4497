//! Writes what fuzzing begins with: `seeds FOLDER [ARTICLES.jsonl]…` makes a folder
//! for each target in FOLDER.

use std::{env, fs, io, path::Path};

use qawl::read;

fn main() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "corpus".into());
    let options = read::Options::default();
    let found = read::articles(arguments.map(Into::into).collect(), &options);
    let more: Vec<String> = found.flatten().map(|d| d.text().to_owned()).collect();
    for (target, ..) in qawl_fuzz::TARGETS {
        let folder = Path::new(&folder).join(target);
        fs::create_dir_all(&folder)?;
        for (number, seed) in qawl_fuzz::seeds::of(target, &more).iter().enumerate() {
            fs::write(folder.join(format!("seed-{number:04}")), seed)?;
        }
    }
    Ok(())
}
