//! Where in a policy a fault stands.

use crate::policy::fault::kinds::{FaultPlace, PolicyFault};

impl PolicyFault {
    /// Returns where in the policy the fault stands; `None` if it names no single place.
    ///
    /// ```
    /// use redress::policy::Policy;
    ///
    /// let faults = Policy::builder("desk").build().unwrap_err();
    /// assert_eq!(faults.faults()[0].place(), None); // a part that is missing stands nowhere
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
            | Self::NotAmongOnly { .. }
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
