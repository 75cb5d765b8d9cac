//! The place of a fault in its policy.

use crate::approval::staff::RolePlace;
use crate::policy::fault::kinds::{FaultPlace, PolicyFault};

impl FaultPlace {
    /// The place at which a policy names a role.
    pub(in crate::policy) const fn of_role(place: &RolePlace) -> Self {
        match place {
            RolePlace::Permit(_) => Self::Track,
            RolePlace::Row(row) => Self::Row(*row),
            RolePlace::Rung(clock, _) => Self::Clock(*clock),
            RolePlace::Step(chain, step) | RolePlace::EscalateTo(chain, step) => Self::Step(*chain, *step),
            RolePlace::Form(form) => Self::Form(*form),
            RolePlace::Report(report) => Self::Report(*report),
        }
    }
}

impl PolicyFault {
    /// Returns the place of this fault, or `None` if it has no single place.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::fault::FaultPlace;
    /// use redress::policy::routing::HitPolicy;
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::Act;
    ///
    /// let routing = Routing::none().with_hit_policy(Act::Owner, HitPolicy::Collect);
    /// let nameless = Policy::builder("").version("1").calendar(sample::calendar()?);
    /// let faults = nameless.routing(routing).build().unwrap_err();
    /// assert_eq!(faults.faults()[0].place(), None); // the name of the policy
    /// assert_eq!(faults.faults()[1].place(), Some(FaultPlace::Routing)); // owners cannot be collected
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn place(&self) -> Option<FaultPlace> {
        Some(match self {
            Self::Parameter { place, .. }
            | Self::Undeclared { place, .. }
            | Self::IdTwice { place }
            | Self::TargetTwice { place, .. }
            | Self::InputTwice { place, .. }
            | Self::NoSeverityRules { place }
            | Self::Condition { place, .. }
            | Self::LevelNotDeclared { place, .. }
            | Self::Deadline { place, .. }
            | Self::Periods { place, .. }
            | Self::FieldTwice { place, .. }
            | Self::TooManyIn { place, .. }
            | Self::Citation { place, .. }
            | Self::UnknownCalendar { place, .. } => *place,
            Self::Gap { .. }
            | Self::MoreGaps { .. }
            | Self::MoreOverlaps { .. }
            | Self::OwnersCollected
            | Self::TooManyRows { .. }
            | Self::TooManyInputs { .. }
            | Self::RoutedByFact
            | Self::TooComplex { .. } => FaultPlace::Routing,
            Self::AlwaysKnown { row, .. }
            | Self::Overlap { row, .. }
            | Self::Masked { row, .. }
            | Self::RowTwice { row, .. }
            | Self::InputNotDeclared { row, .. }
            | Self::CellWords { row, .. }
            | Self::RowDepths { row, .. } => FaultPlace::Row(*row),
            Self::RequirementTooEarly { rule, .. } => FaultPlace::Requirement(*rule),
            Self::EscalationFrom { rule, .. } | Self::EscalationSkips { rule, .. } => {
                FaultPlace::Severity(*rule)
            }
            Self::OtherwiseAlone { clock }
            | Self::ClockTwice { clock }
            | Self::UnknownClock { clock, .. }
            | Self::ClockCycle { clock }
            | Self::NoTargets { clock }
            | Self::WarningLead { clock, .. }
            | Self::WarningShare { clock, .. }
            | Self::PauseTwice { clock, .. }
            | Self::ExtensionTwice { clock, .. }
            | Self::DepartmentAnchor { clock, .. }
            | Self::RepeatsNoMessage { clock, .. }
            | Self::LateEntry { clock, .. }
            | Self::FromPeriods { clock, .. }
            | Self::LadderTooLong { clock, .. }
            | Self::RungAtInstant { clock, .. }
            | Self::PauseOfNothing { clock }
            | Self::ExtensionLimit { clock, .. }
            | Self::RungParts { clock, .. }
            | Self::RungShare { clock, .. }
            | Self::NotInRounds { clock, .. }
            | Self::OtherRounds { clock, .. }
            | Self::FirstRoundReopened { clock }
            | Self::PauseReserved { clock, .. }
            | Self::CarriesOverCalendars { clock } => FaultPlace::Clock(*clock),
            Self::WindowAtInstant { .. }
            | Self::FollowUpTarget { .. }
            | Self::PermitOnReceipt { .. }
            | Self::LapseWithoutConsent
            | Self::FaultOfCauseWithoutGuard
            | Self::ReviewWithoutTriage
            | Self::FieldNotOfComplaint { .. } => FaultPlace::Track,
            Self::People { .. } => FaultPlace::People,
            Self::FormTwice { form }
            | Self::FormAsksNothing { form }
            | Self::NoChoice { form }
            | Self::TooManyFields { form, .. } => FaultPlace::Form(*form),
            Self::ReportTwice { report }
            | Self::PeriodLength { report, .. }
            | Self::CountedFrom { report, .. } => FaultPlace::Report(*report),
            Self::ConsentNotAsked { chain } => FaultPlace::Chain(*chain),
            Self::DepartmentCalendarTwice { department } | Self::DepartmentCalendarNotUsed { department } => {
                FaultPlace::DepartmentCalendar(*department)
            }
            Self::LabelTwice { .. } | Self::Label(_) => FaultPlace::Labels,
            Self::Missing { .. }
            | Self::Name { .. }
            | Self::AsksForItself { .. }
            | Self::TooManyRules { .. }
            | Self::OnlyTwice { .. }
            | Self::OnlyUnknown { .. }
            | Self::TooManyClocks { .. }
            | Self::NoLevels
            | Self::LevelNotReached { .. }
            | Self::SeverityGap { .. }
            | Self::SeverityTooComplex { .. }
            | Self::DefaultNotDeclared { .. }
            | Self::TooMany { .. }
            | Self::Approval(_)
            | Self::Words(_)
            | Self::Calendar(_)
            | Self::NamedCalendar { .. }
            | Self::CalendarTwice { .. }
            | Self::CalendarNotUsed { .. } => return None,
        })
    }
}
