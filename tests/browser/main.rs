//! The browser as its reader meets it: keys in, screens out.

mod contrast;
mod marked;
mod memory;
mod mouse;
mod moving;
mod plain;
mod properties;
mod screen;
mod screens;
