//! The article: its rows, where the reader stands in it, how it looks.

mod gutter;
mod model;
mod strip;
mod view;

pub use gutter::statement_of;
pub use model::Article;
pub use view::draw;
