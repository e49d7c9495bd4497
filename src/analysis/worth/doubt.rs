//! Which of the choices that led to a statement is the least sure: where to look first.

use crate::{
    analysis::{
        speakers::Attribution,
        statements::margins::{CERTAIN, Margins},
    },
    annotations::Doubt,
};

/// Leads by which a choice is three times, and twenty times, as likely as the next.
const SLIGHT: i32 = 31;
const CLEAR: i32 = 84;

/// What is most in doubt: the choice with the least lead, if any has one that is not clear.
pub fn of(margins: &Margins, by: &Attribution) -> Option<Doubt> {
    let report = if margins.by_grammar {
        CERTAIN
    } else {
        margins.site
    };
    let leads = [
        (by.lead, Doubt::Speaker),
        (margins.source, Doubt::Source),
        (report, Doubt::Report),
        (margins.reading, Doubt::Reading),
        (lead_of_end(margins.end), Doubt::End),
    ];
    let least = leads.into_iter().min_by_key(|(lead, _)| *lead);
    least
        .filter(|(lead, _)| *lead < CLEAR)
        .map(|(_, doubt)| doubt)
}

/// The lead that so many of a thousand for an end stand for.
const fn lead_of_end(share: i32) -> i32 {
    match share {
        ..500 => 0,
        500..750 => SLIGHT * (share - 500) / 250,
        750..950 => SLIGHT + (CLEAR - SLIGHT) * (share - 750) / 200,
        _ => CERTAIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotations::SpeakerId;

    #[test]
    fn the_least_lead_is_most_in_doubt_and_clear_ones_are_not() {
        let clear = Margins {
            site: 120,
            by_grammar: false,
            reading: CERTAIN,
            source: 90,
            end: CERTAIN,
        };
        let by = Attribution {
            speaker: SpeakerId(0),
            steps: Vec::new(),
            lead: CERTAIN,
            on: None,
        };
        assert_eq!(of(&clear, &by), None);
        let end = Margins { end: 600, ..clear };
        assert_eq!(of(&end, &by), Some(Doubt::End));
        let source = Margins { source: 5, ..end };
        assert_eq!(of(&source, &by), Some(Doubt::Source));
        let site = Margins { site: 14, ..clear };
        assert_eq!(of(&site, &by), Some(Doubt::Report));
        let sure = Margins {
            by_grammar: true,
            ..site
        };
        assert_eq!(of(&sure, &by), None);
        let implied = Attribution { lead: 3, ..by };
        assert_eq!(of(&sure, &implied), Some(Doubt::Speaker));
    }
}
