//! What a resolver of zone names answers.

use alloc::string::{String, ToString};
use core::any::Any;
use core::fmt::Display;

use crate::calendar::fault::CalendarFault;
use crate::calendar::text::excerpt;
use crate::calendar::zone::Zone;
use crate::text::blank::is_unseen;

/// The answer of a resolver of zone names: a zone, nothing, or a zone or the reason why there is none.
///
/// A resolver that answers with an `Option` says only that it does not know the name. One that answers with a
/// `Result` also says what is wrong, such as zone data that are missing on the machine, and the fault keeps it.
///
/// ```
/// use redress::calendar::{CalendarDocument, KnownDays, Zone};
///
/// # let document: CalendarDocument = serde_json::from_str(r#"{ "name": "desk", "revision": "1",
/// #     "zone": "Asia/Shanghai", "first": "2026-01-01", "last": "2026-12-31", "week": { "mon": ["09:00-17:00"] } }"#)?;
/// let resolve = |_: &str, _: KnownDays| Err::<Zone, _>("the directory `/usr/share/zoneinfo` is empty");
/// assert_eq!(
///     document.build(resolve).unwrap_err().to_string(),
///     "zone `Asia/Shanghai`: the directory `/usr/share/zoneinfo` is empty, expected a zone that the resolver can read",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait ZoneAnswer {
    /// Returns the zone, or the fault of the calendar that names it.
    ///
    /// # Errors
    ///
    /// [`CalendarFault::UnknownZone`] where there is no reason, [`CalendarFault::Zone`] with the reason where there
    /// is one; a [`CalendarFault`] stays as it is.
    fn zone(self, name: &str) -> Result<Zone, CalendarFault>;
}

impl ZoneAnswer for Option<Zone> {
    fn zone(self, name: &str) -> Result<Zone, CalendarFault> {
        self.ok_or_else(|| CalendarFault::UnknownZone { name: excerpt(name) })
    }
}

impl<E: Display + 'static> ZoneAnswer for Result<Zone, E> {
    fn zone(self, name: &str) -> Result<Zone, CalendarFault> {
        self.map_err(|error| match (&error as &dyn Any).downcast_ref::<CalendarFault>() {
            // It names the zone itself.
            Some(fault) => fault.clone(),
            None => CalendarFault::Zone { name: excerpt(name), problem: excerpt_of(&error) },
        })
    }
}

/// The reason on one line, cut short where it is very long.
fn excerpt_of(error: &impl Display) -> String {
    const LONGEST: usize = 200;
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default();
    let mut kept: String = line.chars().filter(|letter| !is_unseen(*letter)).take(LONGEST).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}
