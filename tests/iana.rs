//! Zones by their IANA names, with the feature `chrono-tz`.

use redress::calendar::{CalendarDocument, CalendarFault, CalendarFaults, KnownDays, Zone};

#[test]
fn a_zone_is_resolved_by_its_name() -> Result<(), CalendarFault> {
    let zone = Zone::iana("Europe/Berlin", KnownDays::years(2026, 2026)?)?;
    assert_eq!(zone.name(), "Europe/Berlin");
    assert_eq!(zone.changes().count(), 2);
    Ok(())
}

#[test]
fn the_database_resolves_the_zone_of_a_document() -> Result<(), Box<dyn std::error::Error>> {
    let mut document: CalendarDocument = serde_json::from_str(
        r#"{ "name": "desk", "revision": "1", "zone": "Europe/Berlin", "first": "2026-01-01",
             "last": "2026-12-31", "week": { "mon": ["09:00-17:00"] } }"#,
    )?;
    assert_eq!(document.build(Zone::iana)?.zone().name(), "Europe/Berlin");
    document.zone = "Europe/Atlantis".into();
    let refused = document.build(Zone::iana).err();
    let expected = CalendarFaults::from(CalendarFault::UnknownZone { name: "Europe/Atlantis".into() });
    assert_eq!(refused, Some(expected));
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
