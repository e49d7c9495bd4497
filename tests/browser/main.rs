//! The browser as its reader meets it: keys in, screens out.

mod marked;
mod properties;
mod screen;
mod screens;
