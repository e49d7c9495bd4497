//! Prints, for each word of an article that may report, the score of taking it for
//! no statement and its readings: how each does among the others and against none,
//! the rule that proposed it, where it begins.
//!
//! `cargo run --release --example explain_choices -- FILE…`; `-` is standard input.

use qawl::{
    analysis::{
        context::Context,
        ranker::Features,
        statements::{MODELS, rules, site, site_view::SiteView},
    },
    document::Document,
    read,
};

fn main() -> anyhow::Result<()> {
    let files: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    anyhow::ensure!(!files.is_empty(), "usage: explain_choices FILE…");
    for document in read::articles(files, &read::Options::default()) {
        explain(&document?);
    }
    Ok(())
}

fn explain(document: &Document) {
    let context = Context::new(document);
    for site in site::all(&context) {
        let mut proposals = Vec::new();
        rules::propose(&context, &site, &mut proposals);
        let view = SiteView::new(&context, site);
        let mut features = Features::default();
        view.none(&proposals, &mut features);
        println!(
            "{} none {}",
            context.slice(site.token, site.token + 1),
            MODELS.looks.first.score(&features)
        );
        for (nth, p) in proposals.iter().enumerate() {
            view.reading(p, nth, &mut features);
            let (score, against) = (
                MODELS.read.score(&features),
                MODELS.looks.first.score(&features),
            );
            let before = p.before.map_or("", |(a, b)| context.slice(a, b));
            let first = context.slice(p.start, (p.start + 4).min(context.tokens.len()));
            println!("    {score} {against} {} {before} | {first}", p.rule.name());
        }
    }
}
