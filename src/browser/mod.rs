//! The screen, as far as it needs no terminal: what is shown and where.
//!
//! ```text
//! KeyPress → event → Action → update(&mut Model) → Effects, for the loop to do
//!                                    Model → view → cells of the screen
//! ```
//!
//! [`model`] holds all there is to know; [`update()`] alone changes it; [`view()`]
//! draws it and changes nothing. A pane is a folder with its model and its view.

pub mod action;
pub mod article;
pub mod bar;
pub mod effect;
pub mod event;
pub mod excerpt;
pub mod filters;
pub mod findings;
pub mod footer;
pub mod frame;
pub mod hints;
pub mod jumps;
pub mod key;
pub mod keys;
pub mod layout;
pub mod letters;
pub mod marks;
pub mod memory;
pub mod model;
pub mod paint;
pub mod pen;
pub mod popup;
pub mod quotation;
pub mod search;
pub mod settings;
pub mod side;
pub mod theme;
pub mod update;
pub mod view;
pub mod words;

pub use action::Action;
pub use effect::{Effect, Report, Writing};
pub use event::{Event, handle};
pub use memory::Memory;
pub use model::Model;
pub use settings::{FileFormat, Settings};
pub use update::update;
pub use view::view;
