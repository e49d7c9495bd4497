//! Back and forth through jumps: [`Jumps`].

/// How many jumps are remembered.
const MOST: usize = 100;

/// A place in the article: the bytes at the cursor and at the top of the screen.
pub type Place = (usize, usize);

/// The places that jumps left, and those that going back left.
///
/// ```
/// use qawl::browser::jumps::Jumps;
///
/// let mut jumps = Jumps::default();
/// jumps.leave((10, 0));
/// assert_eq!(jumps.back((50, 40)), Some((10, 0)));
/// assert_eq!(jumps.forth((10, 0)), Some((50, 40)));
/// assert_eq!(jumps.forth((50, 40)), None);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Jumps {
    behind: Vec<Place>,
    ahead: Vec<Place>,
}

impl Jumps {
    /// Remembers a place that a jump leaves.
    pub fn leave(&mut self, place: Place) {
        self.ahead.clear();
        push(&mut self.behind, place);
    }

    /// The place that the last jump left, for one who is at `here`.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        let place = self.behind.pop()?;
        push(&mut self.ahead, here);
        Some(place)
    }

    /// The place that the last step back left, for one who is at `here`.
    pub fn forth(&mut self, here: Place) -> Option<Place> {
        let place = self.ahead.pop()?;
        push(&mut self.behind, here);
        Some(place)
    }
}

fn push(places: &mut Vec<Place>, place: Place) {
    places.retain(|p| p.0 != place.0);
    places.push(place);
    if places.len() > MOST {
        places.remove(0);
    }
}
