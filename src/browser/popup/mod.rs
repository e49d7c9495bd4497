//! What lies over the panes: one kind of list, for every use.
//!
//! [`palette`], [`picker`], [`evidence`] and [`card`] fill it; [`model`](Popup) moves
//! in it and narrows it; the view draws it.

pub mod card;
pub mod evidence;
mod fuzzy;
mod model;
pub mod palette;
pub mod picker;
mod view;

pub use model::{Choice, Entry, Popup};
pub(super) use view::fitting;
pub use view::{draw, inner};
