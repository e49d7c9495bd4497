//! Looks presses up in the key table.

use super::{
    notation,
    table::{Context, TABLE},
};
use crate::browser::{action::Action, key::KeyPress};

/// The keys in force, parsed from the table.
#[derive(Clone, Debug)]
pub struct Keymap {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    context: Context,
    keys: Vec<KeyPress>,
    action: Action,
}

/// Why keys cannot be set for an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// That writes no key.
    NoKey(String),
    /// Those keys, or their beginning, were set for that action.
    Taken(String, Action),
    /// The action needs a letter after its keys.
    NeedsLetter,
    /// The action takes no letter.
    TakesNoLetter,
    /// The action is none of those while reading.
    NotReading,
}

/// What a row of presses means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// This action.
    Action(Action),
    /// Nothing yet: the keys that can follow, and what each would do.
    Prefix(Vec<(String, Action)>),
    /// Nothing.
    Nothing,
}

impl Default for Keymap {
    fn default() -> Self {
        let rows = TABLE.iter().flat_map(|row| {
            let keys = row.keys.iter().filter_map(|k| notation::parse(k));
            keys.map(|keys| Entry {
                context: row.context,
                keys,
                action: row.action,
            })
        });
        Self {
            entries: rows.collect(),
        }
    }
}

impl Keymap {
    /// Gives an action its own keys in place of those it has while reading. Other
    /// actions lose what stands in the way, but for those of `kept`.
    ///
    /// # Errors
    /// Where that cannot be; the keys are then as they were.
    ///
    /// ```
    /// use qawl::browser::{Action, keys::Keymap};
    ///
    /// let mut keymap = Keymap::default();
    /// keymap.set(Action::Next, &["k"], &[]).unwrap();
    /// assert_eq!(keymap.keys_of(Action::Next), ["k"]);
    /// assert_eq!(keymap.keys_of(Action::Up), ["Up"]);
    /// ```
    pub fn set(
        &mut self,
        action: Action,
        sequences: &[impl AsRef<str>],
        kept: &[Action],
    ) -> Result<(), Refused> {
        let (context, of_table) = (Context::Reading, self.keys_of(action));
        let Some(before) = of_table.first() else {
            return Err(Refused::NotReading);
        };
        let lettered = before.ends_with(notation::LETTER_NAME);
        let mut entries = Vec::new();
        for sequence in sequences.iter().map(AsRef::as_ref) {
            let no_key = || Refused::NoKey(sequence.to_owned());
            let keys = notation::parse(sequence).ok_or_else(no_key)?;
            let letters = keys.iter().filter(|k| **k == notation::LETTER).count();
            if lettered && (keys.last() != Some(&notation::LETTER) || letters > 1) {
                return Err(Refused::NeedsLetter);
            }
            if !lettered && letters > 0 {
                return Err(Refused::TakesNoLetter);
            }
            let clash = self.clashing(&keys).find(|e| kept.contains(&e.action));
            if let Some(entry) = clash {
                return Err(Refused::Taken(sequence.to_owned(), entry.action));
            }
            entries.push(Entry {
                context,
                keys,
                action,
            });
        }
        self.entries.retain(|old| {
            let clashes = entries.iter().any(|new| clash(&new.keys, &old.keys));
            old.context != context || (old.action != action && !clashes)
        });
        self.entries.extend(entries);
        Ok(())
    }

    /// What stands in the way of `keys` while reading.
    fn clashing(&self, keys: &[KeyPress]) -> impl Iterator<Item = &Entry> {
        let reading = self
            .entries
            .iter()
            .filter(|e| e.context == Context::Reading);
        reading.filter(move |e| clash(keys, &e.keys))
    }

    /// What `presses` mean in `context`.
    pub fn look_up(&self, context: Context, presses: &[KeyPress]) -> Lookup {
        let mut follow = Vec::new();
        for entry in self.entries.iter().filter(|e| e.context == context) {
            match rest(&entry.keys, presses) {
                Some([]) => return Lookup::Action(entry.action),
                Some([next, ..]) => follow.push((notation::show_key(*next), entry.action)),
                None => {}
            }
        }
        if follow.is_empty() {
            Lookup::Nothing
        } else {
            Lookup::Prefix(follow)
        }
    }

    /// The keys that come before the letter that `action` asks for.
    pub fn before_letter(&self, action: Action) -> &[KeyPress] {
        let entry = self.entries.iter().find(|e| e.action == action);
        match entry.and_then(|e| e.keys.split_last()) {
            Some((&notation::LETTER, before)) => before,
            _ => &[],
        }
    }

    /// The keys that ask for `action` while reading, each written out.
    pub fn keys_of(&self, action: Action) -> Vec<String> {
        let wanted = |e: &&Entry| e.context == Context::Reading && e.action == action;
        let shown = |e: &Entry| {
            let keys: Vec<_> = e.keys.iter().map(|k| notation::show_key(*k)).collect();
            keys.join(" ")
        };
        self.entries.iter().filter(wanted).map(shown).collect()
    }
}

/// Whether one of two sequences begins the other.
fn clash(a: &[KeyPress], b: &[KeyPress]) -> bool {
    rest(a, b).or_else(|| rest(b, a)).is_some()
}

/// What of `keys` is left after `presses`.
fn rest<'k>(keys: &'k [KeyPress], presses: &[KeyPress]) -> Option<&'k [KeyPress]> {
    let begun = keys.get(..presses.len())?;
    let mut pairs = begun.iter().zip(presses);
    let matches = pairs.all(|(key, press)| notation::stands_for(*key, *press));
    keys.get(presses.len()..).filter(|_| matches)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_is_written_as_it_is_read() {
        for key in TABLE.iter().flat_map(|row| row.keys) {
            let parsed = notation::parse(key).unwrap_or_default();
            let shown: Vec<_> = parsed.iter().map(|k| notation::show_key(*k)).collect();
            assert_eq!(shown.join(" "), *key);
        }
    }

    #[test]
    fn no_key_stands_twice_nor_begins_another() {
        let map = Keymap::default();
        for (i, a) in map.entries.iter().enumerate() {
            for b in map.entries.iter().skip(i + 1) {
                let clash = a.keys.starts_with(&b.keys) || b.keys.starts_with(&a.keys);
                assert!(a.context != b.context || !clash, "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn every_action_has_a_key() {
        for action in Action::ALL {
            assert!(TABLE.iter().any(|row| row.action == *action), "{action:?}");
        }
    }
}
