//! The program: joins the command line to the library, nothing more.
fn main() {}
