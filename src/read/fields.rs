//! What the fields of JSON are called.

use std::str::FromStr;

/// A part of an article that a field can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Text,
    Date,
    Outlet,
    Author,
    Url,
    Id,
}

impl Part {
    pub(super) const COUNT: usize = 7;

    const NAMES: [(&str, Self); Self::COUNT] = [
        ("title", Self::Title),
        ("text", Self::Text),
        ("date", Self::Date),
        ("outlet", Self::Outlet),
        ("author", Self::Author),
        ("url", Self::Url),
        ("id", Self::Id),
    ];
}

/// The usual names, the likelier ones first where a part has several.
const USUAL: [(&str, Part); 10] = [
    ("title", Part::Title),
    ("text", Part::Text),
    ("body", Part::Text),
    ("content", Part::Text),
    ("date", Part::Date),
    ("outlet", Part::Outlet),
    ("source", Part::Outlet),
    ("author", Part::Author),
    ("url", Part::Url),
    ("id", Part::Id),
];

/// Which field of an object holds which part of an article.
///
/// ```
/// use qawl::read::Fields;
///
/// let mut fields = Fields::default();
/// fields.rename("text=article.fulltext".parse()?);
/// assert!("text".parse::<qawl::read::Rename>().is_err());
/// # Ok::<(), qawl::read::UnknownField>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    names: Vec<(Vec<String>, Part)>,
}

impl Default for Fields {
    fn default() -> Self {
        let names = USUAL.map(|(name, part)| (vec![name.to_owned()], part));
        Self {
            names: names.to_vec(),
        }
    }
}

impl Fields {
    /// Looks for a part in this field only.
    pub fn rename(&mut self, Rename { part, path }: Rename) {
        self.names.retain(|(_, known)| *known != part);
        self.names.push((path, part));
    }

    /// What a field holds that stands in the objects `within`; the earlier of
    /// two fields of one part has the lower rank.
    pub(super) fn find(&self, within: &[String], name: &str) -> Found {
        let mut inside = Found::Nothing;
        for (rank, (path, part)) in self.names.iter().enumerate() {
            let Some(rest) = path.strip_prefix(within) else {
                continue;
            };
            match rest {
                [last] if last == name => return Found::Part(*part, rank),
                [first, _, ..] if first == name => inside = Found::Parts,
                _ => {}
            }
        }
        inside
    }
}

/// What a field of an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// This part, with its rank.
    Part(Part, usize),
    /// An object with parts in it.
    Parts,
    /// Nothing that is asked for.
    Nothing,
}

/// A part and the field to find it in: `text=body`, `text=article.body`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rename {
    part: Part,
    path: Vec<String>,
}

impl FromStr for Rename {
    type Err = UnknownField;

    fn from_str(rename: &str) -> Result<Self, UnknownField> {
        let (part, path) = rename.split_once('=').ok_or(UnknownField)?;
        let known = Part::NAMES.iter().find(|(name, _)| *name == part);
        let &(_, part) = known.ok_or(UnknownField)?;
        let path: Vec<String> = path.split('.').map(str::to_owned).collect();
        if path.iter().any(String::is_empty) {
            return Err(UnknownField);
        }
        Ok(Self { part, path })
    }
}

/// Not a part of an article and a name.
#[derive(Debug, thiserror::Error)]
#[error("say PART=NAME, PART one of title, text, date, outlet, author, url, id; NAME may be a.b")]
pub struct UnknownField;
