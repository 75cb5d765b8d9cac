//! Zones by their IANA names, with the feature `chrono-tz`.

#![cfg(feature = "chrono-tz")]

use redress::calendar::{CalendarFault, KnownDays, Zone};

#[test]
fn a_zone_is_resolved_by_its_name() -> Result<(), CalendarFault> {
    let zone = Zone::iana("Europe/Berlin", KnownDays::years(2026, 2026)?)?;
    assert_eq!(zone.name(), "Europe/Berlin");
    assert_eq!(zone.changes().count(), 2);
    Ok(())
}

#[test]
fn an_unknown_name_is_refused() -> Result<(), CalendarFault> {
    let refused = Zone::iana("Europe/Atlantis", KnownDays::years(2026, 2026)?);
    assert_eq!(
        refused.map_err(|fault| fault.to_string()).err().as_deref(),
        Some(
            "zone `Europe/Atlantis` is unknown, expected a name that the resolver knows, such as `Europe/Berlin`"
        ),
    );
    Ok(())
}
