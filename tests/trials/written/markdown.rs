//! Quotes by speaker.

use super::Read;

pub(super) fn is_true(page: &str, articles: &[Read]) {
    let begins = |with: &str| page.lines().filter(|line| line.starts_with(with)).count();
    assert_eq!(begins("# "), articles.len(), "a heading an article");
    let speaking = articles.iter().map(|article| {
        let speakers = 0..article.found.speakers.len();
        let statements = &article.found.statements;
        let speaks = |i: &usize| statements.iter().any(|s| s.speaker.0 == *i);
        speakers.filter(speaks).count()
    });
    assert_eq!(
        begins("## "),
        speaking.sum::<usize>(),
        "a heading a speaker"
    );
    let statements = articles.iter().map(|a| a.found.statements.len());
    assert_eq!(
        page.matches("\n>\n> — ").count(),
        statements.sum::<usize>(),
        "a quote a statement"
    );
    // A page that shows it finds no element in what an article says.
    let said = page.lines().filter(|line| line.starts_with(['#', '>']));
    let said = said.map(|line| line.replace("\\\\", ""));
    let is_open = |line: &String| line.matches('<').count() > line.matches("\\<").count();
    assert_eq!(said.filter(is_open).collect::<Vec<_>>(), [""; 0]);
}
