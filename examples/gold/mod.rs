//! Gold files, and the mentions that they mark.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use qawl::annotations::EntityType;
use serde_json::Value;

/// The gold files of a folder, in order, each with its name.
pub fn read(folder: &Path) -> Result<Vec<(String, Value)>> {
    let entries = fs::read_dir(folder)?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let gold = serde_json::from_str(&fs::read_to_string(&path)?)?;
        Ok((name.into_owned(), gold))
    };
    paths.into_iter().map(read).collect()
}

/// The mentions that a gold file marks, each from code point to code point, with the
/// type of its entity.
pub fn mentions(gold: &Value) -> impl Iterator<Item = (usize, usize, EntityType)> {
    let entities = gold["entities"].as_array().into_iter().flatten();
    entities.flat_map(|entity| {
        let mut kinds = EntityType::ALL.into_iter();
        let kind = kinds.find(|kind| entity["type"] == kind.name());
        let mentions = entity["mentions"].as_array().into_iter().flatten();
        mentions.filter_map(move |mention| {
            let at = |field: &str| usize::try_from(mention[field].as_u64()?).ok();
            Some((at("start")?, at("end")?, kind?))
        })
    })
}
