use crate::gold::{self, Article};
use qawl::analysis::{context::Context, statements::noun_phrase};
pub fn check(a: &Article, c: &Context, n: &mut [usize; 4]) {
    for s in &a.statements {
        let t = s.cue_token(c);
        let Some(src) = s.source else { continue };
        let f = gold::first_word(c, c.tokens.at_or_after(src.start));
        let e = gold::last_word(c, c.tokens.at_or_after(src.end.saturating_sub(1)) + 1);
        let first_content = s.parts(c).first().map_or(0, |p| p.0);
        if f > t {
            let lim = if first_content > t {
                first_content
            } else {
                c.sentence(t).1
            };
            let g = noun_phrase::after(c, t, lim);
            n[0] += 1;
            let ok =
                g.is_some_and(|g| gold::first_word(c, g.0) == f && gold::last_word(c, g.1) == e);
            n[1] += usize::from(ok);
            if !ok && std::env::var_os("NP").is_some() {
                println!(
                    "NP after: {} [{}] gold={} got={}",
                    a.file,
                    c.slice(t, t + 1),
                    c.document.slice(src).replace('\n', " "),
                    g.map_or("-", |g| c.slice(g.0, g.1))
                );
            }
        } else {
            let g = noun_phrase::before(c, t, c.sentence(t).0);
            n[2] += 1;
            let ok =
                g.is_some_and(|g| gold::first_word(c, g.0) == f && gold::last_word(c, g.1) == e);
            n[3] += usize::from(ok);
            if !ok && std::env::var_os("NP").is_some() {
                println!(
                    "NP before: {} [{}] gold={} got={}",
                    a.file,
                    c.slice(t, t + 1),
                    c.document.slice(src).replace('\n', " "),
                    g.map_or("-", |g| c.slice(g.0, g.1))
                );
            }
        }
    }
}
