//! A due date and why: the program of README.

use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::deadline::{Anchors, Deadline, End, Term};
use redress::labels::Labels;
use redress::render::Renderer;
use redress::vocab::{Anchor, Locale};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    let office = Calendar::builder("office", zone)
        .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
        .holiday("2026-04-03".parse()?, "Good Friday")
        .holiday("2026-04-06".parse()?, "Easter Monday")
        .build()?; // or every fault at once
    let answer = Deadline::from(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS));
    let received = Anchors::received("2026-04-02T10:00:00+02:00".parse()?);
    let (due, why) = answer.explain(&office, Anchor::RECEIVED, &received)?;
    assert_eq!(due.at().to_rfc3339(), "2026-04-08T15:00:00+00:00"); // 17:00 in Berlin
    println!("{}", Renderer::new(&Labels::standard(), Locale::En).trace(&why));
    Ok(())
}
