//! The library's pauses and extensions on cases that were worked out by hand.

#[path = "stories.rs"]
mod stories;

use chrono::Datelike;
use redress::calendar::reading::MakeUpDays;

use self::stories::Story;
use crate::laws::telling;
use crate::laws::world::{Kind, Scene};
use crate::oracle::clock::Answer;

fn answer(story: &Story) -> Answer {
    let of = &story.calendar;
    let days = of.special.iter().map(|(date, hours)| {
        let kind = if hours.is_empty() {
            Kind::Holiday
        } else if of.week[date.weekday().num_days_from_monday() as usize].is_empty() {
            Kind::WorkingDay
        } else {
            Kind::SpecialHours
        };
        (*date, (kind, hours.clone()))
    });
    let scene = Scene {
        zone: of.zone,
        first: of.first,
        last: of.last,
        week: of.week.clone(),
        days: days.collect(),
        make_up: MakeUpDays::Working,
    };
    let calendar = scene.build().unwrap();
    let Story { term, received, pauses, extensions, calendar: _ } = story;
    telling::library_answer(&telling::rules(), &calendar, (term, *received), pauses, extensions)
}
