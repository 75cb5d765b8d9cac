//! Catalogue §9.1, W001 to W022: general and serious cases at a maker of tax devices.

use redress::guidance::spread::spread_risks;
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::profiles::TaxDevice;
use redress::profiles::choice::{CommaReading, HalfHour, ListedGrave, UnlistedGrave};
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, PastCase};
use redress::vocab::course::Validity;
use redress::vocab::track::SpreadRisk;
use redress::vocab::{ActorId, Department, Fact, Mark, Severity};

use super::support::{Judged, judged, judged_after, so, stated, tax_device, upheld};

/// What the profile says in a reading.
#[track_caller]
fn rated(profile: TaxDevice, complaint: &Complaint) -> Judged {
    judged(&profile.build().unwrap(), complaint)
}

/// What it says where others came before.
#[track_caller]
fn rated_after(profile: TaxDevice, complaint: &Complaint, history: &History) -> Judged {
    judged_after(&profile.build().unwrap(), complaint, history)
}

#[test]
fn w001_three_tries_at_a_busy_hotline_are_general() {
    assert_eq!(rated(tax_device(), &stated([(Fact::HOTLINE_TRIES, 3)])), Judged::general(["S10-R04"]));
}

#[test]
fn w001_a14_several_tries_are_as_many_as_the_organisation_says() {
    let tried = |tries| stated([(Fact::HOTLINE_TRIES, tries)]);
    // Three are several unless given; fewer are "anything else".
    assert_eq!(rated(tax_device(), &tried(2)), Judged::general(["S10-R11"]));
    assert_eq!(rated(tax_device().with_hotline_tries(2), &tried(2)), Judged::general(["S10-R04"]));
    assert_eq!(rated(tax_device().with_hotline_tries(2), &tried(1)), Judged::general(["S10-R11"]));
    assert_eq!(rated(tax_device().with_hotline_tries(5), &tried(3)), Judged::general(["S10-R11"]));
    assert_eq!(rated(tax_device().with_hotline_tries(5), &tried(5)), Judged::general(["S10-R04"]));
}

#[test]
fn w002_a_hotline_person_who_shirks_is_general() {
    assert_eq!(rated(tax_device(), &so([Fact::HOTLINE_MISCONDUCT])), Judged::general(["S10-R05"]));
}

#[test]
fn w003_a_faulty_device_not_replaced_in_time_is_general() {
    assert_eq!(rated(tax_device(), &so([Fact::NOT_REPLACED_IN_TIME])), Judged::general(["S10-R06"]));
}

/// Repairs that failed because of low skill.
fn unskilled(repairs: u32) -> Complaint {
    stated([(Fact::FAILED_REPAIRS, repairs), (Fact::LOW_SKILL, 1)])
}

#[test]
fn w004_a_third_repair_that_fails_for_low_skill_is_general() {
    assert_eq!(rated(tax_device(), &unskilled(3)), Judged::general(["S10-R07"]));
    // Repairs that fail for another reason are no matter of skill.
    assert_eq!(rated(tax_device(), &stated([(Fact::FAILED_REPAIRS, 3)])), Judged::general(["S10-R11"]));
}

#[test]
fn w004_a14_fewer_failed_repairs_are_general_all_the_same() {
    for repairs in [1, 2] {
        assert_eq!(rated(tax_device(), &unskilled(repairs)), Judged::general(["S10-R11"]));
    }
    assert_eq!(rated(tax_device().with_failed_repairs(2), &unskilled(2)), Judged::general(["S10-R07"]));
    assert_eq!(rated(tax_device().with_failed_repairs(2), &unskilled(1)), Judged::general(["S10-R11"]));
    assert_eq!(rated(tax_device().with_failed_repairs(4), &unskilled(3)), Judged::general(["S10-R11"]));
}

#[test]
fn w005_an_evaded_visit_is_general() {
    assert_eq!(rated(tax_device(), &so([Fact::VISIT_EVADED])), Judged::general(["S10-R08"]));
}

fn late(minutes: u32) -> Complaint {
    stated([(Fact::MINUTES_LATE, minutes)])
}

#[test]
fn w006_29_minutes_late_is_general_as_anything_else_is() {
    assert_eq!(rated(tax_device(), &late(29)), Judged::general(["S10-R11"]));
}

#[test]
fn w007_exactly_30_minutes_late_is_late() {
    assert_eq!(rated(tax_device(), &late(30)), Judged::general(["S10-R09"]));
}

#[test]
fn w007_a13_exactly_30_minutes_are_not_more_than_half_an_hour() {
    let more_than = || tax_device().with_half_hour(HalfHour::MoreThan);
    assert_eq!(rated(more_than(), &late(30)), Judged::general(["S10-R11"]));
    assert_eq!(rated(more_than(), &late(31)), Judged::general(["S10-R09"]));
}

#[test]
fn w008_an_enterprise_not_upgraded_that_cannot_invoice_is_general() {
    let complaint = so([Fact::NOT_UPGRADED_IN_TIME, Fact::INVOICING_TROUBLE]);
    assert_eq!(rated(tax_device(), &complaint), Judged::general(["S10-R10"]));
}

#[test]
fn w009_a_rude_technician_in_the_field_is_no_case_of_the_hotline_and_harms_no_reputation() {
    assert_eq!(rated(tax_device(), &so([Fact::VILE_ATTITUDE])), Judged::general(["S10-R11"]));
}

#[test]
fn w009_a16_rudeness_alone_is_serious_where_any_condition_is_enough() {
    let any = tax_device().with_joined(CommaReading::Any);
    assert_eq!(rated(any, &so([Fact::VILE_ATTITUDE])), Judged::serious(["S10-R12"]));
}

#[test]
fn w010_improper_words_that_gravely_affect_the_reputation_are_serious() {
    let complaint = so([Fact::IMPROPER_WORDS, Fact::REPUTATION_GRAVELY_AFFECTED]);
    assert_eq!(rated(tax_device(), &complaint), Judged::serious(["S10-R12"]));
    let complaint = so([Fact::VILE_ATTITUDE, Fact::REPUTATION_GRAVELY_AFFECTED]);
    assert_eq!(rated(tax_device(), &complaint), Judged::serious(["S10-R12"]));
}

/// Appointments broken, the enterprise in difficulty, consequences grave.
fn stood_up(appointments: u32) -> Complaint {
    stated([
        (Fact::BROKEN_APPOINTMENTS, appointments),
        (Fact::BUSINESS_IN_DIFFICULTY, 1),
        (Fact::GRAVE_CONSEQUENCES, 1),
    ])
}

#[test]
fn w011_three_broken_appointments_with_difficulty_and_grave_consequences_are_serious() {
    assert_eq!(rated(tax_device(), &stood_up(3)), Judged::serious(["S10-R13"]));
}

#[test]
fn w011_a14_several_broken_appointments_are_as_many_as_the_organisation_says() {
    // Below the number no listed case fits grave consequences (A17).
    let unlisted = || Judged::serious(["(a17)"]).marked([Mark::UNLISTED_GRAVE]);
    assert_eq!(rated(tax_device(), &stood_up(2)), unlisted());
    assert_eq!(rated(tax_device().with_broken_appointments(2), &stood_up(2)), Judged::serious(["S10-R13"]));
    assert_eq!(rated(tax_device().with_broken_appointments(4), &stood_up(3)), unlisted());
}

#[test]
fn w011_a16_where_any_condition_is_enough_the_difficulty_alone_fits_a_second_case() {
    let any = tax_device().with_joined(CommaReading::Any);
    assert_eq!(rated(any, &stood_up(3)), Judged::serious(["S10-R13", "S10-R14"]));
}

#[test]
fn w012_three_broken_appointments_without_consequences_are_general() {
    let complaint = stated([(Fact::BROKEN_APPOINTMENTS, 3)]);
    assert_eq!(rated(tax_device(), &complaint), Judged::general(["S10-R11"]));
}

#[test]
fn w012_a16_broken_appointments_alone_are_serious_where_any_condition_is_enough() {
    let any = || tax_device().with_joined(CommaReading::Any);
    assert_eq!(rated(any(), &stated([(Fact::BROKEN_APPOINTMENTS, 3)])), Judged::serious(["S10-R13"]));
    assert_eq!(rated(any(), &stated([(Fact::BROKEN_APPOINTMENTS, 2)])), Judged::general(["S10-R11"]));
}

const W013: [Fact; 2] = [Fact::SERVICE_NOT_IN_PLACE, Fact::BUSINESS_IN_DIFFICULTY];
const W014: [Fact; 3] = [Fact::SERVICE_NOT_IN_PLACE, Fact::BUSINESS_IN_DIFFICULTY, Fact::GRAVE_CONSEQUENCES];
const W015: [Fact; 4] = [
    Fact::SERVICE_NOT_IN_PLACE,
    Fact::BUSINESS_IN_DIFFICULTY,
    Fact::GRAVE_CONSEQUENCES,
    Fact::MEDIA_EXPOSURE,
];

#[test]
fn w013_service_not_in_place_and_no_media_is_general() {
    assert_eq!(rated(tax_device(), &so(W013)), Judged::general(["S10-R11"]));
}

#[test]
fn w013_a16_service_not_in_place_alone_is_serious_where_any_condition_is_enough() {
    let any = || tax_device().with_joined(CommaReading::Any);
    // The difficulty alone is one of the conditions of the broken appointments as well.
    assert_eq!(rated(any(), &so(W013)), Judged::serious(["S10-R13", "S10-R14"]));
    assert_eq!(rated(any(), &so([Fact::SERVICE_NOT_IN_PLACE])), Judged::serious(["S10-R14"]));
}

#[test]
fn w014_grave_consequences_that_no_listed_case_covers_are_serious_and_marked() {
    let expected = Judged::serious(["(a17)"]).marked([Mark::UNLISTED_GRAVE]);
    assert_eq!(rated(tax_device(), &so(W014)), expected);
}

#[test]
fn w014_a17_grave_consequences_that_no_listed_case_covers_are_general() {
    let general = tax_device().with_unlisted_grave(UnlistedGrave::General);
    assert_eq!(rated(general, &so(W014)), Judged::default(Severity::General));
}

#[test]
fn w015_media_exposure_makes_it_a_listed_serious_case() {
    assert_eq!(rated(tax_device(), &so(W015)), Judged::serious(["S10-R14"]));
    assert!(spread_risks(&so(W015)).eq([SpreadRisk::MEDIA]));
    assert!(spread_risks(&so(W014)).eq([]));
}

fn technician() -> ActorId {
    "T-7".parse().unwrap()
}

const SUBCONTRACTOR: Department = Department::from_static("acme:subcontractor");

/// A general complaint of a fourth customer about the technician of the unit.
fn again() -> Complaint {
    late(45).with_staff(technician()).with_unit(SUBCONTRACTOR).with_complainant("K-4".parse().unwrap())
}

/// Upheld general complaints of three customers about the technician, who was told each time.
fn three_before() -> [PastCase; 3] {
    let about = |id, customer: &str, local| {
        upheld(id, local)
            .with_staff(technician())
            .with_unit(SUBCONTRACTOR)
            .with_complainant(customer.parse().unwrap())
    };
    [
        about("P-1", "K-1", "Wed 2025-01-08 09:00"),
        about("P-2", "K-2", "Wed 2025-02-12 14:00"),
        about("P-3", "K-3", "Mon 2025-03-03 16:00"),
    ]
}

/// The profile of an organisation with a subcontractor.
fn subcontracting() -> TaxDevice {
    tax_device().taxonomy(Taxonomy::standard().with_word(SUBCONTRACTOR))
}

fn recurs() -> Judged {
    Judged::serious(["S10-R09", "S10-R15"])
}

fn does_not_recur() -> Judged {
    Judged::general(["S10-R09"])
}

#[test]
fn w016_a_fourth_general_complaint_about_an_uncorrected_technician_is_serious() {
    let history = History::of(three_before()).unwrap();
    assert_eq!(rated_after(subcontracting(), &again(), &history), recurs());
    // It has to be general itself: a serious one is serious by its own rule.
    let grabs = again().with_fact(Fact::TAKES_PROPERTY, 1);
    assert_eq!(rated_after(subcontracting(), &grabs, &history), Judged::serious(["S10-R09", "S10-R18"]));
}

// S10-R15 speaks of several general complaints.
#[test]
fn w016_an_earlier_serious_complaint_is_none_of_them() {
    let [first, second, third] = three_before();
    let history = History::of([first, second, third.with_severity(Severity::Serious)]).unwrap();
    assert_eq!(rated_after(subcontracting(), &again(), &history), does_not_recur());
}

#[test]
fn w016_a14_several_complaints_before_are_as_many_as_the_organisation_says() {
    let history = History::of(three_before()).unwrap();
    let several = |number| subcontracting().with_recurrence(TaxDevice::same_staff(number));
    assert_eq!(rated_after(several(2), &again(), &history), recurs());
    assert_eq!(rated_after(several(4), &again(), &history), does_not_recur());
}

#[test]
fn w016_a15_by_customer_it_does_not_recur() {
    let by_customer =
        Recurrence::new([RecurrenceKey::Complainant], 3).with_upheld().with_severity(Severity::General);
    let by_customer = || subcontracting().with_recurrence(by_customer.clone());
    let history = History::of(three_before()).unwrap();
    assert_eq!(rated_after(by_customer(), &again(), &history), does_not_recur());
    let same_customer = "K-4".parse().unwrap();
    let history = History::of(three_before().map(|case| case.with_complainant(same_customer))).unwrap();
    assert_eq!(rated_after(by_customer(), &again(), &history), recurs());
}

#[test]
fn w016_a15_by_unit_where_nobody_knows_the_technician() {
    let unknown = late(45).with_unit(SUBCONTRACTOR);
    let history = History::of(three_before()).unwrap();
    assert_eq!(rated_after(subcontracting(), &unknown, &history), recurs());
    // Of a technician who is known, the unit's other complaints do not count.
    let colleague = unknown.with_staff("T-8".parse().unwrap());
    assert_eq!(rated_after(subcontracting(), &colleague, &history), does_not_recur());
}

#[test]
fn w016_a15_within_a_window_older_complaints_do_not_count() {
    let within = |months| TaxDevice::same_staff(3).with_window(RecurrenceWindow::Months(months));
    let history = History::of(three_before()).unwrap();
    assert_eq!(rated_after(subcontracting().with_recurrence(within(3)), &again(), &history), recurs());
    // Since 2025-01-11 there were two.
    assert_eq!(
        rated_after(subcontracting().with_recurrence(within(2)), &again(), &history),
        does_not_recur()
    );
    let days = TaxDevice::same_staff(3).with_window(RecurrenceWindow::Days(62));
    assert_eq!(rated_after(subcontracting().with_recurrence(days), &again(), &history), recurs());
    let days = TaxDevice::same_staff(3).with_window(RecurrenceWindow::Days(61));
    assert_eq!(rated_after(subcontracting().with_recurrence(days), &again(), &history), does_not_recur());
}

#[test]
fn w016_a15_a_recorded_admonition_may_be_needed() {
    let recorded = || subcontracting().with_recurrence(TaxDevice::same_staff(3).with_admonished());
    assert_eq!(rated_after(recorded(), &again(), &History::of(three_before()).unwrap()), recurs());
    let [first, second, third] = three_before();
    let not_recorded = PastCase::new(third.id(), third.received())
        .with_staff(technician())
        .with_severity(Severity::General)
        .with_validity(Validity::Established);
    let history = History::of([first, second, not_recorded]).unwrap();
    assert_eq!(rated_after(recorded(), &again(), &history), does_not_recur());
    // In the default reading nobody asks for the record.
    assert_eq!(rated_after(subcontracting(), &again(), &history), recurs());
}

#[test]
fn w017_a_third_general_complaint_is_general() {
    let history = History::of(three_before().into_iter().skip(1)).unwrap();
    assert_eq!(rated_after(subcontracting(), &again(), &history), does_not_recur());
}

#[test]
fn w017_a14_a_third_general_complaint_is_serious_where_two_are_several() {
    let history = History::of(three_before().into_iter().skip(1)).unwrap();
    let two = subcontracting().with_recurrence(TaxDevice::same_staff(2));
    assert_eq!(rated_after(two, &again(), &history), recurs());
}

/// Three complaints before, of which the second was found not established.
fn one_of_three_not_established() -> History {
    let [first, second, third] = three_before();
    History::of([first, second.with_validity(Validity::NotEstablished), third]).unwrap()
}

#[test]
fn w018_a_complaint_that_was_not_upheld_does_not_count() {
    let history = one_of_three_not_established();
    assert_eq!(rated_after(subcontracting(), &again(), &history), does_not_recur());
    // Nor does one that nobody has judged yet.
    let [first, second, third] = three_before();
    let history = History::of([first, second.with_validity(Validity::Undetermined), third]).unwrap();
    assert_eq!(rated_after(subcontracting(), &again(), &history), does_not_recur());
}

#[test]
fn w018_a15_every_complaint_may_count_upheld_or_not() {
    let all =
        Recurrence::new([RecurrenceKey::Staff, RecurrenceKey::UNIT], 3).with_severity(Severity::General);
    let history = one_of_three_not_established();
    assert_eq!(rated_after(subcontracting().with_recurrence(all), &again(), &history), recurs());
}

#[test]
fn w018_a15_by_customer_within_a_window_or_by_the_record_it_does_not_recur_either() {
    let by_customer =
        Recurrence::new([RecurrenceKey::Complainant], 3).with_upheld().with_severity(Severity::General);
    let window = TaxDevice::same_staff(3).with_window(RecurrenceWindow::Months(6));
    for reading in [by_customer, window, TaxDevice::same_staff(3).with_admonished()] {
        let profile = subcontracting().with_recurrence(reading);
        assert_eq!(rated_after(profile, &again(), &one_of_three_not_established()), does_not_recur());
    }
}

#[test]
fn w019_a_technician_who_asks_for_a_gift_is_serious() {
    assert_eq!(rated(tax_device(), &so([Fact::TAKES_PROPERTY])), Judged::serious(["S10-R18"]));
}

#[test]
fn w020_of_two_rules_the_highest_wins_and_both_are_told() {
    let complaint = stated([(Fact::MINUTES_LATE, 40), (Fact::CHARGES_AT_WILL, 1)]);
    assert_eq!(rated(tax_device(), &complaint), Judged::serious(["S10-R09", "S10-R17"]));
}

#[test]
fn w021_criticism_by_the_tax_authority_that_harms_the_reputation_is_serious() {
    let complaint = so([Fact::REPUTATION_HARMED, Fact::AUTHORITY_CRITICISM]);
    assert_eq!(rated(tax_device(), &complaint), Judged::serious(["S10-R19"]));
    assert!(spread_risks(&complaint).eq([SpreadRisk::ADMINISTRATIVE_PENALTY]));
    for alone in [Fact::REPUTATION_HARMED, Fact::AUTHORITY_CRITICISM] {
        assert_eq!(rated(tax_device(), &so([alone])), Judged::general(["S10-R11"]));
    }
}

#[test]
fn w021_a16_criticism_or_harm_alone_is_serious_where_any_condition_is_enough() {
    for alone in [Fact::REPUTATION_HARMED, Fact::AUTHORITY_CRITICISM] {
        let any = tax_device().with_joined(CommaReading::Any);
        assert_eq!(rated(any, &so([alone])), Judged::serious(["S10-R19"]));
    }
}

const W022: [Fact; 2] = [Fact::NOT_REPLACED_IN_TIME, Fact::GRAVE_CONSEQUENCES];

#[test]
fn w022_a_listed_general_case_with_grave_consequences_stays_general_and_is_marked() {
    assert_eq!(rated(tax_device(), &so(W022)), Judged::general(["S10-R06"]).marked([Mark::GRAVE]));
}

#[test]
fn w022_a46_a_listed_general_case_with_grave_consequences_is_serious() {
    let serious = tax_device().with_listed_grave(ListedGrave::Serious);
    assert_eq!(rated(serious, &so(W022)), Judged::serious(["S10-R06", "(a46)"]));
}
