//! Numbers as print sets them, with ر for the decimal comma and their parts from
//! right to left: 8ر27 is 27.8, 540ر999ر45 is 45,999,540.

use crate::analysis::mentions::reader::Reader;

/// The number that begins at a token and holds at least one ر: the token after
/// its last, and its value; not a number where the parts tell none (74ر10ر4, a
/// time of minutes, seconds and hundredths).
pub fn read(r: &Reader, i: usize) -> Option<(usize, f64)> {
    let mut parts = vec![r.digits(i)?];
    let mut end = i + 1;
    while r.touches(end) && r.is(end, &["ر"]) && r.touches(end + 1) {
        parts.push(r.digits(end + 1)?);
        end += 2;
    }
    (parts.len() > 1).then(|| (end, value(&parts).unwrap_or(f64::NAN)))
}

fn value(parts: &[&str]) -> Option<f64> {
    let (last, before) = parts.split_last()?;
    if before.iter().all(|p| p.len() == 3) && last.len() <= 3 {
        let groups: Vec<&str> = parts.iter().rev().copied().collect();
        return groups.concat().parse().ok();
    }
    let [first] = before else { return None };
    let (whole, fraction) = if last.starts_with('0') && last.len() > 1 {
        (first, last)
    } else {
        (last, first)
    };
    format!("{whole}.{fraction}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fraction_stands_first() {
        assert_eq!(value(&["8", "27"]), Some(27.8));
        assert_eq!(value(&["02", "5"]), Some(5.02));
        assert_eq!(value(&["5", "02"]), Some(5.02));
        assert_eq!(value(&["540", "999", "45"]), Some(45_999_540.0));
        assert_eq!(value(&["74", "10", "4"]), None);
    }
}
