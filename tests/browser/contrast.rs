//! The built-in themes can be read: letters stand out from their ground by at
//! least 4.5 to 1, as WCAG 2.2 (1.4.3) reckons it, wherever they may stand.

use qawl::browser::theme::{
    Role::{self, *},
    Theme,
};
use ratatui::style::Color;

const WANTED: f64 = 4.5;

/// Letters, and the grounds on which they may stand.
const PLACES: [(&[Role], &[Role]); 4] = [
    (
        &[Text, Headline, Cue, Faint, Dim],
        &[Ground, Cursor, Selected, Mention],
    ),
    (
        &[Text, Dim, Sign, Key, Headline, Tab, TabShown, RuleFocused],
        &[Ground, Entry, EntryAside, Popup],
    ),
    (&[Footer, Key, Sign, Notice, Dim, Text], &[Footer]),
    (&[Hit, HitHere], &[]),
];

/// Where the names, letters and words of speakers may stand.
const SPEAKERS: [Role; 7] = [Ground, Cursor, Selected, Mention, Entry, EntryAside, Popup];

#[test]
fn letters_stand_out_from_their_ground() {
    let mut faint = Vec::new();
    for name in ["dark", "light"] {
        let theme = Theme::named(name).expect("a theme");
        let mut check = |what: String, letters: Color, ground: Color| {
            let ratio = contrast(letters, ground);
            if ratio < WANTED {
                faint.push(format!("{name}: {what} {ratio:.2}"));
            }
        };
        for (roles, grounds) in PLACES {
            for role in roles {
                let style = theme.style(*role);
                let letters = style.fg.or(theme.style(Text).fg).expect("letters");
                for ground in grounds {
                    let color = theme.style(*ground).bg.expect("a ground");
                    check(format!("{role:?} on {ground:?}"), letters, color);
                }
                if let Some(own) = style.bg {
                    check(format!("{role:?}"), letters, own);
                }
            }
        }
        for (speaker, ground) in (0..8).flat_map(|s| SPEAKERS.map(|g| (s, g))) {
            let letters = theme.speaker(speaker).fg.expect("a colour");
            let color = theme.style(ground).bg.expect("a ground");
            check(
                format!("speaker {} on {ground:?}", speaker + 1),
                letters,
                color,
            );
        }
    }
    assert!(
        faint.is_empty(),
        "less than {WANTED}:\n{}",
        faint.join("\n")
    );
}

fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Color) -> f64 {
    let Color::Rgb(r, g, b) = color else {
        panic!("{color} is no colour of red, green and blue");
    };
    let [r, g, b] = [r, g, b].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[test]
fn contrast_is_reckoned_as_the_standard_does() {
    let (black, white) = (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(Color::Rgb(119, 119, 119), white) - 4.48).abs() < 0.005);
}
