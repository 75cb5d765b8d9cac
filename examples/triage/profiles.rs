//! The ready procedures, with the choices of a sample company for what each leaves open.

use std::ffi::OsStr;
use std::io;

use redress::calendar::Calendar;
use redress::deadline::Term;
use redress::policy::routing::{Cell, RoutingGaps, Row};
use redress::policy::severity::{Rating, RatingRule, SeverityRule};
use redress::policy::{Condition, Policy, Routing, SeverityRules};
use redress::profiles::choice::{HandlingLimit, NoticePeriod, Ratings, SmallMatter};
use redress::profiles::{Control, GeneralHandling, Nev, Supplier, TaxDevice};
use redress::vocab::kind::{CauseGroup, Importance, Urgency};
use redress::vocab::{Category, Cause, Department, Fact, Input, RuleId, Severity};
use redress::word;

use crate::arguments::Value;
use crate::invalid;

#[derive(Clone, Copy)]
pub(crate) enum Profile {
    /// Closed-loop handling at a maker of new-energy vehicles (S23).
    Nev,
    /// A maker of tax devices, general and serious cases (S10).
    TaxDevice,
    /// Control of complaints by claim kind, with recall (S18).
    Control,
    /// A supplier of parts, with containment by each department (S15).
    Supplier,
    /// Complaints in general (S01 to S04).
    General,
}

impl Value for Profile {
    fn read(text: &OsStr) -> Result<Self, String> {
        match text.to_str() {
            Some("nev") => Ok(Self::Nev),
            Some("tax-device") => Ok(Self::TaxDevice),
            Some("control") => Ok(Self::Control),
            Some("supplier") => Ok(Self::Supplier),
            Some("general") => Ok(Self::General),
            _ => Err("is no profile".into()),
        }
    }
}

impl Profile {
    /// The sample of complaints that suits it.
    pub(crate) const fn sample(self) -> &'static str {
        match self {
            Self::Nev => include_str!("../data/complaints.jsonl"),
            Self::TaxDevice => include_str!("../data/tax-device.jsonl"),
            Self::Control => include_str!("../data/control.jsonl"),
            Self::Supplier => include_str!("../data/supplier.jsonl"),
            Self::General => include_str!("../data/general.jsonl"),
        }
    }

    pub(crate) fn policy(self, calendar: Calendar) -> io::Result<Policy> {
        let policy = match self {
            Self::Nev => nev(calendar).build(),
            Self::TaxDevice => {
                TaxDevice::new(calendar, HandlingLimit::Within(Term::working_days(5).into())).build()
            }
            Self::Control => control(calendar).build(),
            Self::Supplier => Supplier::new(calendar, Department::SALES).build(),
            Self::General => general(calendar).build(),
        };
        policy.map_err(invalid)
    }
}

/// S23 names no department for its categories.
fn nev(calendar: Calendar) -> Nev {
    let owners = [
        (Category::PRODUCT_QUALITY, Department::QUALITY),
        (Category::SALES_PROCESS, Department::SALES),
        (Category::SPARE_PARTS, Department::STORAGE_TRANSPORT),
        (Category::TECHNICAL_CAPABILITY, Department::TECHNICAL_SUPPORT),
        (Category::SERVICE_PROCESS, Department::DEALER),
        (Category::VEHICLE_DOCUMENTS, Department::CUSTOMER_SERVICE),
    ];
    Nev::new(calendar, owners, NoticePeriod::Weeks(1))
}

/// Danger and the press are serious, everything else is general.
fn severity() -> SeverityRules {
    let rule = |id, fact| SeverityRule::new(id, Severity::Serious, Condition::has(fact));
    SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(rule(word!(RuleId, "danger"), Fact::DANGER_TO_PERSON))
        .with_rule(rule(word!(RuleId, "press"), Fact::MEDIA_EXPOSURE))
        .with_otherwise(Severity::General)
}

/// S18 names three ratings and no scale.
fn control(calendar: Calendar) -> Control {
    let danger = || Condition::has(Fact::DANGER_TO_PERSON);
    let importance =
        RatingRule::new(word!(RuleId, "use"), Importance::PRIMARY, Condition::has(Fact::MAY_AFFECT_USE));
    let immediate = RatingRule::new(word!(RuleId, "danger"), Urgency::IMMEDIATE, danger());
    let out = Condition::has(Fact::MAY_HAVE_BEEN_DELIVERED);
    let urgent = RatingRule::new(word!(RuleId, "delivered"), Urgency::URGENT, out);
    let importance = Rating::new().with_rule(importance).with_otherwise(Importance::SECONDARY);
    let urgency = Rating::new().with_rule(immediate).with_rule(urgent).with_otherwise(Urgency::ROUTINE);
    Control::new(calendar, severity(), Ratings { importance, urgency })
}

/// S03 gives two kinds of problems to a department; the rest is the company's own table, with a hole.
fn general(calendar: Calendar) -> GeneralHandling {
    let group = |group: CauseGroup| Cell::under(Cause::from(group));
    let own = Routing::by([Input::CAUSE])
        .with_gaps(RoutingGaps::Unrouted)
        .with_row(
            Row::owner(word!(RuleId, "own-service"), Department::CUSTOMER_SERVICE)
                .with_cell(group(CauseGroup::SERVICE)),
        )
        .with_row(
            Row::owner(word!(RuleId, "own-accident"), Department::COMPANY)
                .with_cell(group(CauseGroup::ACCIDENT)),
        );
    GeneralHandling::new(calendar, severity(), own).with_small_matter(SmallMatter::Level)
}
