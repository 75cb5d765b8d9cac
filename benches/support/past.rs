//! Complaints that came before one another: an hour apart, of two thousand complainants, with five words each.

use chrono::{DateTime, TimeDelta, Utc};
use redress::triage::{Complaint, PastCase};
use redress::vocab::course::Validity;
use redress::vocab::kind::Medium;
use redress::vocab::{Category, Cause, Channel, Department};

const CATEGORIES: [Category; 6] = [
    Category::PRODUCT_QUALITY,
    Category::SALES_PROCESS,
    Category::SPARE_PARTS,
    Category::TECHNICAL_CAPABILITY,
    Category::SERVICE_PROCESS,
    Category::VEHICLE_DOCUMENTS,
];
const CAUSES: [Cause; 3] = [Cause::SERVICE_ATTITUDE, Cause::SERVICE_SKILL, Cause::DELIVERY_TRANSPORT];
const CHANNELS: [Channel; 3] = [Channel::HOTLINE, Channel::PHONE, Channel::EMAIL];
const UNITS: [Department; 3] = [Department::QUALITY, Department::SALES, Department::DEALER];

/// One of some words, by a number that looks random.
fn one<T: Copy>(words: &[T], number: u32) -> T {
    *words.get(number.wrapping_mul(2_654_435_761) as usize % words.len()).unwrap()
}

pub(crate) fn complaint(number: u32) -> Complaint {
    let first: DateTime<Utc> = "2001-01-01T00:00:00Z".parse().unwrap();
    let received = first + TimeDelta::hours(number.into());
    Complaint::new(format!("A-{number}").parse().unwrap(), received)
        .with_complainant(format!("K-{}", number.wrapping_mul(2_654_435_761) % 2_000).parse().unwrap())
        .with_category(one(&CATEGORIES, number))
        .with_cause(one(&CAUSES, number / 2))
        .with_channel(one(&CHANNELS, number / 3))
        .with_unit(one(&UNITS, number / 5))
        .with_medium(Medium::WRITTEN)
}

pub(crate) fn case(number: u32) -> PastCase {
    let validity = if number.is_multiple_of(3) { Validity::Established } else { Validity::NotEstablished };
    PastCase::of(&complaint(number)).with_validity(validity)
}
