//! `[keys]`: an action's own keys in place of the built-in ones.

use toml::de::DeValue;

use super::parse::{Reading, Value};
use crate::browser::{
    Action,
    keys::{Keymap, keymap::Refused},
};

/// The key table with what the file changes in it.
pub fn read(reading: &mut Reading, value: &Value) -> Keymap {
    let mut keymap = Keymap::default();
    let Some(table) = value.get_ref().as_table() else {
        reading.wrong(value.span().start, "a table `[keys]` is wanted");
        return keymap;
    };
    let mut set = Vec::new();
    for (name, value) in table {
        let Some(action) = Action::from_name(name.get_ref()) else {
            let names: Vec<_> = Action::ALL.iter().map(|a| a.name()).collect();
            reading.unknown(name.span().start, name.get_ref(), &names);
            continue;
        };
        let at = value.span().start;
        let keys = sequences(reading, value);
        match keymap.set(action, &keys, &set) {
            Ok(()) => set.push(action),
            Err(Refused::NoKey(key)) => reading.wrong(at, format!("`{key}` is no key")),
            Err(Refused::Taken(key, by)) => {
                reading.wrong(at, format!("`{key}` is already set for `{}`", by.name()));
            }
            Err(Refused::NeedsLetter) => {
                reading.wrong(at, "its keys end in `<letter>`, as in `m <letter>`");
            }
            Err(Refused::TakesNoLetter) => reading.wrong(at, "it takes no `<letter>`"),
            Err(Refused::NotReading) => {
                let name = action.name();
                reading.wrong(at, format!("the keys of `{name}` cannot be changed"));
            }
        }
    }
    keymap
}

/// The sequences that a text or a list of texts writes.
fn sequences(reading: &mut Reading, value: &Value) -> Vec<String> {
    let DeValue::Array(list) = value.get_ref() else {
        return reading.text(value).map(str::to_owned).into_iter().collect();
    };
    let texts = list.iter();
    let texts = texts.filter_map(|value| reading.text(value).map(str::to_owned));
    texts.collect()
}
