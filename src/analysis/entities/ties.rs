//! What ties the forms of names together.

use crate::annotations::Link;

/// What a form is tied to.
#[derive(Clone, Debug, Default)]
pub enum Tie {
    /// To nothing: it has an entity of its own.
    #[default]
    Own,
    /// To another form, wherever it stands.
    To(usize, Link),
    /// To one of several, each place to the one that fits it.
    Several(Vec<Choice>),
}

/// A form that another may be a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The form.
    pub form: usize,
    /// How well it fits; less is better.
    pub rank: u8,
}

impl Choice {
    /// A form that fits as well as any other.
    pub const fn of(form: usize) -> Self {
        Self { form, rank: 0 }
    }
}

/// The ties of all forms.
#[derive(Debug)]
pub struct Ties {
    of: Vec<Tie>,
}

impl Ties {
    /// None yet, of that many forms.
    pub fn new(forms: usize) -> Self {
        Self {
            of: vec![Tie::Own; forms],
        }
    }

    /// The form at the end of the ties of `form`.
    pub fn root(&self, mut form: usize) -> usize {
        while let Some(Tie::To(next, _)) = self.of.get(form) {
            form = *next;
        }
        form
    }

    /// What a form is tied to.
    pub fn of(&self, form: usize) -> &Tie {
        self.of.get(form).unwrap_or(&Tie::Own)
    }

    /// Whether a form is tied to nothing yet.
    pub fn is_own(&self, form: usize) -> bool {
        matches!(self.of.get(form), Some(Tie::Own))
    }

    /// Ties a form to another one and all that hang on it, unless they hang
    /// together already or the form is tied.
    pub fn tie(&mut self, form: usize, to: usize, link: Link) {
        let to = self.root(to);
        if to != form && self.is_own(form) && !matches!(self.of.get(to), Some(Tie::Several(_))) {
            self.set(form, Tie::To(to, link));
        }
    }

    /// Ties all that a form hangs on to another one.
    pub fn unite(&mut self, form: usize, to: usize, link: Link) {
        self.tie(self.root(form), to, link);
    }

    /// Ties a form to the one that all `choices` hang on, else each place of it to
    /// one of them. Nothing where there is no choice.
    pub fn choose(&mut self, form: usize, choices: Vec<Choice>, link: Link) {
        let choices = self.roots(form, choices);
        match choices.as_slice() {
            [] => {}
            [one] => self.tie(form, one.form, link),
            _ if self.is_own(form) => self.set(form, Tie::Several(choices)),
            _ => {}
        }
    }

    /// Ties a form to the one that all `choices` hang on, and to none where they
    /// are several.
    pub fn choose_only(&mut self, form: usize, choices: Vec<Choice>, link: Link) {
        if let [one] = self.roots(form, choices).as_slice() {
            self.tie(form, one.form, link);
        }
    }

    /// What the choices for a form hang on, each once, by its best rank.
    fn roots(&self, form: usize, mut choices: Vec<Choice>) -> Vec<Choice> {
        for choice in &mut choices {
            choice.form = self.root(choice.form);
        }
        choices.retain(|c| c.form != form);
        choices.sort_unstable_by_key(|c| (c.form, c.rank));
        choices.dedup_by_key(|c| c.form);
        choices
    }

    fn set(&mut self, form: usize, tie: Tie) {
        if let Some(place) = self.of.get_mut(form) {
            *place = tie;
        }
    }
}
