//! What lies over the panes: one kind of list, for every use.
//!
//! [`palette`], [`picker`], [`evidence`], [`card`] and [`saving`] fill it; [`model`](Popup) moves
//! in it and narrows it; the view draws it.

pub mod card;
pub mod evidence;
mod fuzzy;
mod model;
pub mod palette;
pub mod picker;
pub mod saving;
mod view;

pub use model::{Choice, Entry, Popup, Purpose};
pub use view::{draw, entry_at, inner};
pub(super) use view::{fitting, frame};
