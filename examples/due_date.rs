//! Prints a due date and how it was found: the program in README.

use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::deadline::{Anchors, Deadline, End, Term};
use redress::labels::Labels;
use redress::render::Renderer;
use redress::vocab::{Anchor, Locale};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let tz = Zone::iana("Europe/Berlin", KnownDays::years(2026, 2026)?)?;
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    let desk = Calendar::builder("desk", tz).week(week).holiday("2026-05-01".parse()?, "May Day").build()?;
    let answer = Deadline::from(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS));
    let received = Anchors::received("2026-04-30T10:00:00+02:00".parse()?);
    let (_due, why) = answer.explain(&desk, Anchor::RECEIVED, &received)?;
    println!("{}", Renderer::new(&Labels::standard(), Locale::En).trace(&why));
    Ok(())
}
