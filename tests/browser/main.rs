//! The browser as its reader meets it: keys in, screens out.

mod marked;
mod screen;
mod screens;
mod table;
