//! How the screen looks: by the options, else the configuration, else what the
//! environment says.

use anyhow::Context as _;

use super::{Options, environment, files};
use crate::{
    browser::{Settings, theme::Theme},
    config::Config,
};

/// The settings.
///
/// # Errors
/// Where there is no theme of that name.
pub fn of(options: &Options, config: &Config) -> anyhow::Result<Settings> {
    let language = options.language.or(config.language);
    let language = language.unwrap_or_else(environment::language);
    let chosen = options.theme.as_deref();
    // NO_COLOR is a wish about all programs; a theme asked for now goes before.
    let configured = config
        .theme
        .as_deref()
        .filter(|_| environment::has_colors());
    let name = chosen
        .or(configured)
        .unwrap_or_else(|| environment::theme());
    let theme = Theme::named(name).with_context(|| {
        let known: Vec<_> = Theme::BUILT_IN.iter().map(|(name, _)| *name).collect();
        format!("no theme `{name}`; there are: {}", known.join(", "))
    })?;
    let mut settings = Settings::new(language, theme.fitting(environment::depth()));
    settings.plain = options.plain || config.plain == Some(true);
    settings.formats = files::formats();
    Ok(settings)
}
