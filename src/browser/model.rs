//! All that the browser knows: [`Model`]. Only [`update`](super::update()) and
//! [`handle`](super::handle) change it.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    action::Action,
    article::Article,
    filters::Filters,
    findings::{EntityRow, Findings, start},
    frame::Frame,
    jumps::Jumps,
    key::KeyPress,
    keys::{Context, Keymap, keyboard::Keyboard},
    letters::letter,
    marks::Marks,
    memory::Memory,
    popup::Popup,
    search::Search,
    settings::Settings,
    side::{Side, Tab},
};
use crate::{
    annotations::{Entity, EntityId, SpeakerId, Statement, StatementId},
    document::{Direction, Document},
};

/// Which pane has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The article.
    #[default]
    Article,
    /// The side pane.
    Side,
}

/// The statements that the filters let through.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// They, by place.
    pub list: Vec<StatementId>,
    /// Where in the text they stand.
    pub marks: Marks,
}

/// Keys pressed that mean nothing yet.
#[derive(Clone, Debug, Default)]
pub struct Pressed {
    /// The beginning of a sequence.
    pub sequence: Vec<KeyPress>,
    /// The number typed before a key.
    pub count: Option<usize>,
    /// The letter that ended the sequence, while its action is carried out.
    pub letter: Option<char>,
    /// What is known of the keyboard.
    pub keyboard: Keyboard,
}

/// All that the browser knows.
#[derive(Clone, Debug)]
pub struct Model {
    /// What the reader prefers.
    pub settings: Settings,
    /// Which key does what.
    pub keymap: Keymap,
    /// The articles given.
    pub articles: Vec<Arc<Document>>,
    /// Which of them is open.
    pub current: usize,
    /// Where the parts of the screen stand.
    pub frame: Frame,
    /// The open article.
    pub article: Article,
    /// What was found in it, once it is analysed.
    pub findings: Option<Arc<Findings>>,
    /// The filters in force.
    pub filters: Filters,
    /// What they let through.
    pub shown: Shown,
    /// The selected statement, one of those shown.
    pub selected: Option<StatementId>,
    /// The entity whose mentions one goes through, and at which one is.
    pub followed: Option<(EntityId, usize)>,
    /// The places marked with letters: bytes of the text.
    pub places: BTreeMap<char, usize>,
    /// Where jumps began and ended.
    pub jumps: Jumps,
    /// Whether what no shown statement holds is dimmed.
    pub quotes_only: bool,
    /// What is remembered of the articles left so far, by their numbers.
    pub memories: BTreeMap<usize, Memory>,
    /// What is remembered of the open article and waits for the analysis.
    pub waiting: Option<Memory>,
    /// The side pane.
    pub side: Side,
    /// Which pane has the keys.
    pub focus: Focus,
    /// The search that is on.
    pub search: Option<Search>,
    /// What lies over the panes.
    pub popup: Option<Popup>,
    /// Keys that mean nothing yet.
    pub pressed: Pressed,
    /// What was done last.
    pub last: Option<Action>,
    /// What the footer says until the next key.
    pub notice: Option<String>,
}

impl Model {
    /// The first of `articles` on a screen of that size. Without any article
    /// the screen is empty.
    pub fn new(articles: Vec<Arc<Document>>, settings: Settings, size: (u16, u16)) -> Self {
        let article = Article::new(articles.first().cloned().unwrap_or_default());
        let mut model = Self {
            settings,
            keymap: Keymap::default(),
            articles,
            current: 0,
            frame: Frame::default(),
            article,
            findings: None,
            filters: Filters::default(),
            shown: Shown::default(),
            selected: None,
            followed: None,
            places: BTreeMap::new(),
            jumps: Jumps::default(),
            quotes_only: false,
            memories: BTreeMap::new(),
            waiting: None,
            side: Side::default(),
            focus: Focus::default(),
            search: None,
            popup: None,
            pressed: Pressed::default(),
            last: None,
            notice: None,
        };
        model.resize(size.0, size.1);
        model
    }

    /// The open article.
    pub fn document(&self) -> &Document {
        &self.article.document
    }

    /// The direction of the article, and of lists of its words.
    pub fn direction(&self) -> Direction {
        self.document().direction()
    }

    /// The direction of the interface's own labels.
    pub fn ui_direction(&self) -> Direction {
        self.settings.words.language().direction()
    }

    /// What the keys are for at the moment.
    pub fn context(&self) -> Context {
        let typing = self.search.as_ref().is_some_and(|s| s.typing);
        match &self.popup {
            Some(popup) if popup.takes_text() => Context::Typing,
            Some(_) => Context::Popup,
            None if typing => Context::Typing,
            None => Context::Reading,
        }
    }

    /// The selected statement.
    pub fn selected_statement(&self) -> Option<&Statement> {
        self.statement(self.selected?)
    }

    /// The statement with that number.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.findings.as_ref()?.statement(id)
    }

    /// The place of a statement among those shown: how many begin before it.
    pub fn rank(&self, id: StatementId) -> Option<usize> {
        let key = |id: &StatementId| (self.statement(*id).map(start), *id);
        self.shown.list.binary_search_by_key(&key(&id), key).ok()
    }

    /// The place among those shown of the statement that begins nearest to the byte
    /// `here`.
    pub fn nearest(&self, here: usize) -> Option<usize> {
        let list = &self.shown.list;
        let begins = |id| self.statement(id).map_or(0, start);
        let after = list.partition_point(|id| begins(*id) < here);
        let after = after.min(list.len().checked_sub(1)?);
        let before = after.saturating_sub(1);
        let far = |rank: usize| {
            list.get(rank)
                .map_or(usize::MAX, |id| begins(*id).abs_diff(here))
        };
        Some(if far(before) < far(after) {
            before
        } else {
            after
        })
    }

    /// Lays everything out for a screen of that size.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.frame = Frame::new(width, height, self.direction(), self.focus);
        if let Some(pane) = self.frame.article {
            let text = pane.columns(self.direction()).text;
            self.article.resize(text.width, text.height);
        }
    }

    /// Lays everything out anew for the same screen.
    pub fn refit(&mut self) {
        self.resize(self.frame.whole.width, self.frame.whole.height);
    }
}

/// What is looked up for the panes and the popups alike.
impl Model {
    /// How many entries the list of the side pane has.
    pub fn side_len(&self) -> usize {
        let Some(findings) = &self.findings else {
            return 0;
        };
        match self.side.tab {
            Tab::Statements => self.shown.list.len(),
            Tab::Speakers => findings.ranking.len(),
            Tab::Entities => findings.entity_rows.len(),
        }
    }

    /// The name of a speaker; empty where there is none with that number.
    pub fn speaker_name(&self, id: SpeakerId) -> &str {
        let speakers = self.findings.as_ref().map(|f| &f.annotations.speakers);
        speakers.and_then(|s| s.get(id.0)).map_or("", |s| &s.name)
    }

    /// The letter that stands for a speaker.
    pub fn speaker_letter(&self, id: SpeakerId) -> String {
        letter(self.settings.words.language(), id.0)
    }

    /// The speaker at that place of the list of speakers.
    pub fn ranked_speaker(&self, place: usize) -> Option<SpeakerId> {
        let number = self.findings.as_ref()?.ranking.get(place)?;
        Some(SpeakerId(*number))
    }

    /// The entity selected in the side pane.
    pub fn selected_entity_id(&self) -> Option<EntityId> {
        let rows = &self.findings.as_ref()?.entity_rows;
        match rows.get(self.side.entities.selected)? {
            EntityRow::Entity(id) => Some(*id),
            EntityRow::Heading(..) => None,
        }
    }

    /// The same, itself.
    pub fn selected_entity(&self) -> Option<&Entity> {
        self.entity(self.selected_entity_id()?)
    }

    /// The entity with that number.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.findings.as_ref()?.annotations.entities.get(id.0)
    }

    /// The number typed before the key, else one.
    pub fn count(&self) -> isize {
        let count = self.pressed.count.unwrap_or(1).max(1);
        isize::try_from(count).unwrap_or(isize::MAX)
    }

    /// Has the footer say the words with that key until the next key. While the
    /// article is analysed it cannot be said yet that there is none of what it has.
    pub fn say(&mut self, word: &str) {
        let missing = matches!(word, "notice.no_statement" | "notice.no_entity");
        let word = if missing && self.findings.is_none() {
            "side.analysing"
        } else {
            word
        };
        self.notice = Some(self.settings.words.text(word).to_owned());
    }
}
