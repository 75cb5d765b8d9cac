//! What a resolver of zone names returns.

use alloc::string::{String, ToString};
use core::any::Any;
use core::fmt::Display;

use crate::calendar::fault::CalendarFault;
use crate::calendar::text::excerpt;
use crate::calendar::zone::Zone;
use crate::text::blank::is_unseen;

/// The answer of a resolver of zone names: `Option<Zone>` or `Result<Zone, E>`.
///
/// An `Option` says only that the name is not known. A `Result` can also say what is wrong, such as missing zone data
/// on the machine. The fault contains that reason.
///
/// # Example: no zone data on the machine
///
/// ```
/// use redress::calendar::{CalendarDocument, KnownDays, Zone};
///
/// let document = CalendarDocument::from(&redress::sample::calendar()?);
/// let resolve = |_: &str, _: KnownDays| Err::<Zone, _>("the directory `/usr/share/zoneinfo` is empty");
/// assert_eq!(
///     document.build(resolve).unwrap_err().to_string(),
///     "zone `Europe/Berlin` cannot be read: the directory `/usr/share/zoneinfo` is empty; \
///      correct this, or name another zone",
/// );
/// let not_known = document.build(|_: &str, _: KnownDays| None::<Zone>).unwrap_err();
/// assert_eq!(not_known.codes().next(), Some("calendar.unknown-zone"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait ZoneAnswer {
    /// Returns the zone, or the fault of the calendar that names it.
    ///
    /// # Errors
    ///
    /// - [`CalendarFault::UnknownZone`] if there is no reason.
    /// - [`CalendarFault::Zone`] with the reason, if there is one.
    /// - A [`CalendarFault`] is returned unchanged.
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
            // Such a fault names the zone already.
            Some(fault) => fault.clone(),
            None => CalendarFault::Zone { name: excerpt(name), problem: excerpt_of(&error) },
        })
    }
}

/// Returns the first line of the reason, cut short if it is very long.
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
