//! Prints, for each word of a text that may report, its readings and their scores:
//! `echo 'قال الوزير إن…' | cargo run --example explain_choices`.

// Counts of thousands and weights of a few units: nothing is lost in these casts.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap
)]

use std::io::Read;

use qawl::{
    analysis::{
        context::Context,
        ranker::Features,
        statements::{MODELS, choose::SiteView, rules, site},
    },
    document::Document,
};

fn main() -> anyhow::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let document = Document::new(text);
    let context = Context::new(&document);
    for site in site::all(&context) {
        let mut proposals = Vec::new();
        rules::propose(&context, &site, &mut proposals);
        let view = SiteView::new(&context, site);
        let mut features = Features::default();
        view.none(&proposals, &mut features);
        println!(
            "{} none {}",
            context.slice(site.token, site.token + 1),
            MODELS.choose.score(&features)
        );
        for (nth, p) in proposals.iter().enumerate() {
            view.reading(p, nth, &mut features);
            let (score, against) = (MODELS.read.score(&features), MODELS.choose.score(&features));
            let before = p.before.map_or("", |(a, b)| context.slice(a, b));
            let first = context.slice(p.start, (p.start + 4).min(context.tokens.len()));
            println!("    {score} {against} {} {before} | {first}", p.rule.name());
        }
    }
    Ok(())
}
