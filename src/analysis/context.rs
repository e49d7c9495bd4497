//! All that is known of the words of one article before anything is joined:
//! tokens, quotations, sentences, and for each token what the lists say of it.

use std::{
    cell::{Cell, RefCell},
    ops::Range,
};

pub use super::word::{Affixes, Holds, Mark, Word};

use super::{
    grammar::Class,
    leads,
    lexicon::{Classes, Words},
    looks::{self, Look},
    memo::{ByForm, Memo},
    mentions::{self, NameMention, measures::Measure, tagger::Tagged, vocabulary},
    narrow::to_u32,
    quotes::{self, Quote},
    respelt,
    senses::Senses,
    sentences::Sentences,
    statements::phrase_ends::Ends,
    tokens::{TokenKind, Tokens},
    word::{self, NOTHING},
};
use crate::{
    annotations::EntityType,
    document::{Document, Span},
};

thread_local! {
    static WORDS: RefCell<Memo<Word>> = const { RefCell::new(Memo::new()) };
}

/// One article, looked up.
pub struct Context<'d> {
    /// The article.
    pub document: &'d Document,
    /// Its text.
    pub text: &'d str,
    /// Its tokens.
    pub tokens: Tokens,
    /// Its quotations, by their opening marks.
    pub quotes: Vec<Quote>,
    /// Its sentences.
    pub sentences: Sentences,
    /// What the lists say of the form of each token.
    pub words: ByForm<Word>,
    /// What the word lists know of each token: titles, nationalities, names.
    pub lists: Words,
    /// Where somebody or something is named, in order.
    pub mentions: Vec<NameMention>,
    /// What the dates and quantities say, by their first tokens.
    pub measures: Vec<Measure>,
    /// For each paragraph its first token and the one after its last.
    pub paragraphs: Vec<(usize, usize)>,
    /// The headline, or a line alone that reads like one.
    pub headline: Option<Span>,
    paragraph_of: Vec<u32>,
    /// The closed quotations by their closing marks.
    closing: Vec<(usize, usize)>,
    /// For each token one more than the index of the mention around it.
    mention_of: Vec<u32>,
    looks: Vec<Look>,
    /// For each token what is known of the phrases that begin there.
    pub(super) phrase_ends: Vec<Cell<Ends>>,
}

impl<'d> Context<'d> {
    /// Looks all words of a document up.
    pub fn new(document: &'d Document) -> Self {
        Self::with_names(document, None)
    }

    /// The same with names that another tagger found, as the trainer does.
    pub fn with_names(document: &'d Document, names: Option<Vec<Tagged>>) -> Self {
        let text = document.text();
        let mut tokens = Tokens::new(text);
        tokens.unfold(text, document.paragraphs());
        let quotes = quotes::find(text, &tokens, document.paragraphs());
        let closing = closing(&quotes);
        let lists = Words::new(&tokens);
        let look_up = |i| word::look_up(tokens.key(i), tokens.kind(i), lists.get(i));
        let mut words = WORDS.with_borrow_mut(|memo| memo.all(&tokens, look_up));
        let paragraphs: Vec<_> = document
            .paragraphs()
            .iter()
            .map(|p| (tokens.at_or_after(p.start), tokens.at_or_after(p.end)))
            .collect();
        let leads = leads::ends(&tokens, &lists, &quotes, &paragraphs);
        let sentences = Sentences::new(text, &tokens, (document.paragraphs(), &leads), &quotes);
        let mut paragraph_of = vec![0; tokens.len()];
        for (number, (first, end)) in paragraphs.iter().enumerate() {
            fill(&mut paragraph_of, *first..*end, to_u32(number));
        }
        let (mentions, measures) = mentions::find_with(text, &tokens, &lists, names);
        let mut mention_of = vec![0; tokens.len()];
        for (number, mention) in mentions.iter().enumerate() {
            fill(
                &mut mention_of,
                mention.first..mention.end,
                to_u32(number + 1),
            );
        }
        let mut nouns = named(&words, &mentions, &tokens);
        nouns.extend(general(&words, &lists, &tokens));
        nouns.extend(in_command(text, &tokens, &mention_of));
        for token in nouns {
            words.replace(token, word::in_name(tokens.key(token), lists.get(token)));
        }
        for (token, word) in respelt::all(text, &tokens, &lists) {
            words.replace(token, word);
        }
        let looks = looks::all(&tokens, &words, &mentions);
        let phrase_ends = vec![Cell::default(); tokens.len()];
        Self {
            document,
            text,
            tokens,
            quotes,
            sentences,
            words,
            lists,
            mentions,
            measures,
            paragraphs,
            headline: document.headline().or_else(|| document.only_line()),
            paragraph_of,
            closing,
            mention_of,
            looks,
            phrase_ends,
        }
    }

    /// What the lists say of a token; nothing past the ends.
    #[inline]
    pub fn word(&self, token: usize) -> &Word {
        self.words.get(token).unwrap_or(&NOTHING)
    }

    /// What a token looks like to the models.
    #[inline]
    pub fn look(&self, token: usize) -> &Look {
        self.looks.get(token).unwrap_or(&looks::NO_TOKEN)
    }

    /// The class of a token, if it is a function word.
    #[inline]
    pub fn class(&self, token: usize) -> Option<Class> {
        self.word(token).class
    }

    /// The folded key of a token.
    #[inline]
    pub fn key(&self, token: usize) -> &str {
        self.tokens.key(token)
    }

    /// Whether a word has any of these at its ends.
    #[inline]
    pub fn ends_in(&self, token: usize, affixes: Affixes) -> bool {
        self.word(token).affixes.intersects(affixes)
    }

    /// Whether a token is a word.
    #[inline]
    pub fn is_word(&self, token: usize) -> bool {
        self.word(token).holds.intersects(Holds::WORD)
    }

    /// Whether a word has its article.
    #[inline]
    pub fn has_article(&self, token: usize) -> bool {
        self.word(token).affixes.intersects(Affixes::AL)
    }

    /// Whether a token is this mark or word.
    #[inline]
    pub fn is(&self, token: usize, key: &str) -> bool {
        self.tokens.key(token) == key
    }

    /// Which mark a token is.
    #[inline]
    pub fn mark(&self, token: usize) -> Mark {
        self.word(token).mark
    }

    /// Whether a token is punctuation.
    #[inline]
    pub fn is_mark(&self, token: usize) -> bool {
        self.word(token).mark != Mark::No
    }

    /// Whether a token is a comma or semicolon.
    #[inline]
    pub fn is_comma(&self, token: usize) -> bool {
        self.word(token).mark == Mark::Comma
    }

    /// Whether a token is a dash.
    #[inline]
    pub fn is_dash(&self, token: usize) -> bool {
        self.word(token).mark == Mark::Dash
    }

    /// The sentence around a token: its first token and the one after its last.
    #[inline]
    pub fn sentence(&self, token: usize) -> (usize, usize) {
        self.sentences.around(token, &self.quotes)
    }

    /// The quotation that opens at a token, if one does.
    #[inline]
    pub fn quote_opening(&self, token: usize) -> Option<usize> {
        // Asked of every word; nearly none is a mark that may open one.
        if self.word(token).mark != Mark::Other {
            return None;
        }
        self.quotes.binary_search_by_key(&token, |q| q.open).ok()
    }

    /// The same, itself.
    #[inline]
    pub fn quote_at(&self, token: usize) -> Option<Quote> {
        self.quotes.get(self.quote_opening(token)?).copied()
    }

    /// The outermost quotation that closes at a token, if one does.
    #[inline]
    pub fn quote_closing(&self, token: usize) -> Option<&Quote> {
        if !self.is_mark(token) {
            return None;
        }
        let at = self.closing.partition_point(|c| c.0 < token);
        let (close, index) = self.closing.get(at)?;
        self.quotes.get(*index).filter(|_| *close == token)
    }

    /// The innermost quotation around a token.
    #[inline]
    pub fn quote_of(&self, token: usize) -> Option<usize> {
        self.sentences.quote_of(token)
    }

    /// The name that a token is part of.
    #[inline]
    pub fn mention(&self, token: usize) -> Option<&NameMention> {
        self.mentions
            .get((*self.mention_of.get(token)? as usize).checked_sub(1)?)
    }

    /// Whether the lists give a token any of these classes.
    #[inline]
    pub fn has(&self, token: usize, classes: Classes) -> bool {
        self.lists.is(token, classes)
    }

    /// Whether a word, as it stands, tells any of these of its phrase.
    #[inline]
    pub fn means(&self, token: usize, senses: Senses) -> bool {
        self.word(token).senses.intersects(senses)
    }

    /// Whether the stem of a word tells any of these.
    #[inline]
    pub fn stem_means(&self, token: usize, senses: Senses) -> bool {
        self.word(token).stem_senses.intersects(senses)
    }

    /// Whether a word without its article, and proclitics before it, tells any of these.
    #[inline]
    pub fn noun_means(&self, token: usize, senses: Senses) -> bool {
        self.word(token).noun_senses.intersects(senses)
    }

    /// Whether the stem of that does.
    #[inline]
    pub fn noun_stem_means(&self, token: usize, senses: Senses) -> bool {
        self.word(token).noun_stem_senses.intersects(senses)
    }

    /// The number of a token's paragraph.
    #[inline]
    pub fn paragraph(&self, token: usize) -> usize {
        self.paragraph_of.get(token).map_or(0, |p| *p as usize)
    }

    /// The paragraph of a token: its first token and the one after its last; all of
    /// the text where it has none.
    #[inline]
    pub fn paragraph_around(&self, token: usize) -> (usize, usize) {
        let around = self.paragraphs.get(self.paragraph(token)).copied();
        around.unwrap_or((0, self.tokens.len()))
    }

    /// Whether a token stands in the headline.
    pub fn in_headline(&self, token: usize) -> bool {
        self.headline
            .is_some_and(|h| h.contains(self.tokens.span(token).start))
    }

    /// Whether a token is known for a name of people with all its letters, though the first looks like
    /// a preposition (كارني، لولا).
    pub fn is_whole_name(&self, token: usize) -> bool {
        vocabulary::is_whole_name(self.key(token), self.lists.hash(token))
    }

    /// Whether letters that are none of the name's stand before it in its first word (لفلان، وفلان).
    pub fn is_joined(&self, mention: &NameMention) -> bool {
        mention.span.start > self.tokens.span(mention.first).start
    }

    /// The text of the tokens from `first` up to, but without, `end`.
    pub fn slice(&self, first: usize, end: usize) -> &str {
        self.text
            .get(self.tokens.span_of(first, end).range())
            .unwrap_or_default()
    }

    /// The place of the tokens from `first` up to, but without, `end`.
    pub fn span(&self, first: usize, end: usize) -> Span {
        self.tokens.span_of(first, end)
    }
}

/// The tokens of names of persons, bodies and places that look like words of grammar or
/// cues (علي، تعز، حركة أمل).
fn named(words: &ByForm<Word>, mentions: &[NameMention], tokens: &Tokens) -> Vec<usize> {
    let grammatical = |kind| matches!(kind, EntityType::Per | EntityType::Org | EntityType::Loc);
    let looks_so = |word: &Word| word.class.is_some() || word.cue.is_some();
    let names = mentions.iter().filter(|mention| grammatical(mention.kind));
    names
        .flat_map(|mention| mention.first..mention.end)
        .filter(|token| tokens.is_word(*token) && words.get(*token).is_some_and(looks_so))
        .collect()
}

/// Where عام goes with the title before it (مدير عام الشركة) and is no year.
fn general(words: &ByForm<Word>, lists: &Words, tokens: &Tokens) -> Vec<usize> {
    let is_year = |token: usize| {
        let class = words.get(token).and_then(|word| word.class);
        class == Some(Class::Time) && tokens.key(token) == "عام"
    };
    let mut forms = tokens.met().iter();
    let Some(year) = forms.position(|met| is_year(met.first)).map(to_u32) else {
        return Vec::new();
    };
    let places = tokens.places().iter().enumerate().skip(1);
    let years = places.filter(|(_, place)| **place == year);
    years
        .map(|(token, _)| token)
        .filter(|token| lists.is(token - 1, Classes::TITLE))
        .filter(|token| tokens.kind(token + 1) != TokenKind::Number)
        .collect()
}

/// Where quotations close, in order, and which does.
fn closing(quotes: &[Quote]) -> Vec<(usize, usize)> {
    let closed = quotes.iter().enumerate().filter(|(_, q)| q.closed);
    let mut closing: Vec<_> = closed.map(|(i, q)| (q.close, i)).collect();
    closing.sort_unstable();
    closing
}

/// Where والي and آمر, which folded look like وإلى and أمر, are who governs or commands (والي سوسة،
/// آمر الكتيبة).
fn in_command(text: &str, tokens: &Tokens, mention_of: &[u32]) -> Vec<usize> {
    let looks_so = |token: &usize| matches!(tokens.key(*token), "والي" | "امر");
    let written = |token: &usize| text.get(tokens.span(*token).range()).unwrap_or_default();
    let place = |token: usize| {
        let key = tokens.key(token);
        let named = mention_of.get(token).is_some_and(|mention| *mention > 0);
        named
            || key.starts_with("ال")
            || matches!(
                key,
                "ولايه" | "جهه" | "اقليم" | "غرفه" | "كتيبه" | "قوه" | "منطقه" | "لواء"
            )
    };
    let commands = |token: &usize| matches!(written(token), "والي" | "آمر") && place(token + 1);
    let forms = tokens.met().iter();
    if !forms.map(|met| met.first).any(|first| looks_so(&first)) {
        return Vec::new();
    }
    (0..tokens.len())
        .filter(looks_so)
        .filter(commands)
        .collect()
}

/// Writes a number at all these places.
fn fill(numbers: &mut [u32], range: Range<usize>, number: u32) {
    if let Some(part) = numbers.get_mut(range) {
        part.fill(number);
    }
}
