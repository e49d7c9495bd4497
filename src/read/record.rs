//! One object of JSON, taken apart in one pass; what is not asked for is
//! skipped.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::fields::{Fields, Found, Part};

/// The parts of an article that an object holds.
#[derive(Debug, Default)]
pub(super) struct Record {
    parts: [Option<(usize, String)>; Part::COUNT],
}

impl Record {
    /// Takes a part out.
    pub(super) fn take(&mut self, part: Part) -> Option<String> {
        self.parts
            .get_mut(part as usize)?
            .take()
            .map(|(_, value)| value)
    }

    fn put(&mut self, part: Part, rank: usize, value: String) {
        if let Some(slot) = self.parts.get_mut(part as usize)
            && slot.as_ref().is_none_or(|(known, _)| rank < *known)
        {
            *slot = Some((rank, value));
        }
    }
}

/// Reads an object into a record.
pub(super) struct RecordOf<'f>(pub(super) &'f Fields);

impl<'de> DeserializeSeed<'de> for RecordOf<'_> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Record, D::Error> {
        let mut record = Record::default();
        let object = Object {
            fields: self.0,
            within: &[],
            record: &mut record,
        };
        deserializer.deserialize_map(object)?;
        Ok(record)
    }
}

/// An object, and the names of those that it stands in.
struct Object<'a> {
    fields: &'a Fields,
    within: &'a [String],
    record: &'a mut Record,
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object with the text of an article")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Object {
            fields,
            within,
            record,
        } = self;
        while let Some((found, name)) = map.next_key_seed(Name { fields, within })? {
            match found {
                Found::Part(part, rank) => {
                    if let Some(value) = map.next_value_seed(Value(part))? {
                        record.put(part, rank, value);
                    }
                }
                Found::Parts => {
                    let within = [within, &[name]].concat();
                    map.next_value_seed(Object {
                        fields,
                        within: &within,
                        record: &mut *record,
                    })?;
                }
                Found::Nothing => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    // What is no object holds no parts.
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Object<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// The name of a field: what it holds, and the name itself where it holds parts.
struct Name<'a> {
    fields: &'a Fields,
    within: &'a [String],
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = (Found, String);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = (Found, String);

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let found = self.fields.find(self.within, name);
        let name = if found == Found::Parts {
            name.to_owned()
        } else {
            String::new()
        };
        Ok((found, name))
    }
}

/// The value of a part as text: a string, a number, the `name` of an object
/// (`"source": {"name": "…"}`), a list of these.
struct Value(Part);

impl Value {
    /// What stands between the items of a list.
    fn joint(&self) -> &'static str {
        if self.0 == Part::Text { "\n\n" } else { ", " }
    }
}

impl<'de> DeserializeSeed<'de> for Value {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Some(text))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(Value(self.0))? {
            items.extend(item);
        }
        Ok((!items.is_empty()).then(|| items.join(self.joint())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(name) = map.next_key::<String>()? {
            if name == "name" {
                found = map.next_value_seed(Value(self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}
