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
    /// To one of several, each place to the nearest of the best.
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
            self.of[form] = Tie::To(to, link);
        }
    }

    /// Ties all that a form hangs on to another one.
    pub fn unite(&mut self, form: usize, to: usize, link: Link) {
        self.tie(self.root(form), to, link);
    }

    /// Ties a form to the best of `choices`: to the one that they all hang on,
    /// else each place to its nearest. Nothing where there is no choice.
    pub fn choose(&mut self, form: usize, mut choices: Vec<Choice>, link: Link) {
        for choice in &mut choices {
            choice.form = self.root(choice.form);
        }
        choices.retain(|c| c.form != form);
        choices.sort_unstable_by_key(|c| (c.form, c.rank));
        choices.dedup_by_key(|c| c.form);
        let best = choices.iter().map(|c| c.rank).min();
        choices.retain(|c| Some(c.rank) == best);
        match choices.as_slice() {
            [] => {}
            [one] => self.tie(form, one.form, link),
            _ if self.is_own(form) => self.of[form] = Tie::Several(choices),
            _ => {}
        }
    }
}
