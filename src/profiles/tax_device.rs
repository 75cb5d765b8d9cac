//! S10: complaints at a maker of tax devices with technical service units.

use alloc::vec::Vec;

use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::calendar::Calendar;
use crate::deadline::{Clock, Deadline};
use crate::policy::clock::ClockPart;
use crate::policy::condition::{Recurrence, RecurrenceKey};
use crate::policy::record::{Cadence, Form, ReportRule};
use crate::policy::routing::Row;
use crate::policy::severity::SeverityRule;
use crate::policy::track::FollowUpRule;
use crate::policy::{ClockRule, Condition, Policy, PolicyFaults, Routing, SeverityRules, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::{ApprovalAct, DecisionKind, FollowUp};
use crate::vocab::organisation::{Record, Report};
use crate::vocab::{Act, Anchor, ClockName, Department, Fact, FormField, Mark, Role, RuleId, Severity};
use crate::word;

/// The management measures of a maker of tax devices, whose customers are served by technical service units
/// (S10).
///
/// A complaint is general or serious, by two lists of cases from a to f. The marketing department owns it, and the
/// service unit of the customer's contract answers for it. The procedure mentions time limits and names none: the limit
/// is an argument. Where the procedure is ambiguous, a setter chooses the reading; the default is the first variant.
///
/// Marketing reviews the service unit's report before anything is carried out (S10-R27). The effect of the measures is
/// confirmed before a complaint is closed (S10-R29), and the customer's reaction is passed on to the departments
/// (S10-R33).
///
/// # Example: staff came late, and made up a charge
///
/// ```
/// use redress::profiles::TaxDevice;
/// use redress::profiles::choice::HandlingLimit;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Department, Fact, Severity};
///
/// # let calendar = redress::sample::calendar()?;
/// let policy = TaxDevice::new(calendar, HandlingLimit::NotSet).build()?;
/// let complaint = Complaint::new("T-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?)
///     .with_fact(Fact::MINUTES_LATE, 40)
///     .with_fact(Fact::CHARGES_AT_WILL, 1);
///
/// let triage = triage(&policy, &complaint, &History::none())?;
/// let severity = triage.severity().ok_or("not rated")?;
/// assert_eq!(severity.level().severity(), Some(Severity::Serious));
/// let matched: Vec<_> = severity.matched().map(|rule| rule.citation()).collect();
/// assert_eq!(matched, ["S10-R09", "S10-R17"]);
/// assert_eq!(triage.department(), Some(Department::MARKETING));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct TaxDevice {
    house: House,
    limit: HandlingLimit,
    half_hour: HalfHour,
    hotline_tries: u32,
    failed_repairs: u32,
    broken_appointments: u32,
    recurrence: Recurrence,
    joined: CommaReading,
    unlisted_grave: UnlistedGrave,
    listed_grave: ListedGrave,
    owner: CaseOwner,
    reviewer: Role,
}

/// The limit for handling a complaint, which the procedure leaves open (S10-R26).
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a limit, or that nobody has set it")]
pub enum HandlingLimit {
    /// This deadline, counted from the receipt.
    Within(Deadline),
    /// No limit is set: the clock is undetermined.
    NotSet,
}

/// Whether exactly half an hour is late (A13). The fact counts whole minutes.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A13")]
pub enum HalfHour {
    /// 30 minutes are late.
    #[default]
    AtLeast,
    /// More than 30 minutes are late; exactly 30 are not.
    MoreThan,
}

/// What the commas between the conditions of a serious case mean (A16).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A16")]
pub enum CommaReading {
    /// All conditions are required.
    #[default]
    All,
    /// One condition is enough.
    Any,
}

/// How a case with grave consequences that no list covers is rated (A17).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A17")]
pub enum UnlistedGrave {
    /// It is serious, and gets a mark.
    #[default]
    Serious,
    /// It is general.
    General,
}

/// How a listed general case with grave consequences is rated (A46).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A46")]
pub enum ListedGrave {
    /// It is general, and gets a mark.
    #[default]
    General,
    /// It is serious.
    Serious,
}

/// Who owns a case (A27).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A27")]
pub enum CaseOwner {
    /// The marketing department, as the text says.
    #[default]
    Marketing,
    /// The quality department, as the lanes of the flow chart suggest.
    Quality,
}

in_house!(TaxDevice);

impl TaxDevice {
    /// Makes the procedure in its default readings, with the limit for handling a complaint.
    pub fn new(calendar: Calendar, limit: HandlingLimit) -> Self {
        Self {
            house: House::new(calendar, "S10"),
            limit,
            half_hour: HalfHour::AtLeast,
            hotline_tries: 3,
            failed_repairs: 3,
            broken_appointments: 3,
            recurrence: Self::same_staff(3),
            joined: CommaReading::All,
            unlisted_grave: UnlistedGrave::Serious,
            listed_grave: ListedGrave::General,
            owner: CaseOwner::Marketing,
            reviewer: Role::PERSON_IN_CHARGE,
        }
    }

    /// Returns the default reading of A15 with another number: upheld general complaints about the same person, or if
    /// no person is known the same unit, by any customers and however long ago.
    #[must_use]
    pub fn same_staff(several: u32) -> Recurrence {
        Recurrence::new([RecurrenceKey::Staff, RecurrenceKey::UNIT], several)
            .with_upheld()
            .with_severity(Severity::General)
    }

    /// Sets whether exactly half an hour is late (A13).
    ///
    /// ```
    /// use redress::profiles::TaxDevice;
    /// use redress::profiles::choice::{HalfHour, HandlingLimit};
    /// use redress::triage::{History, triage};
    /// use redress::{sample, vocab::Fact};
    ///
    /// let late = sample::complaint()?.with_fact(Fact::MINUTES_LATE, 30);
    /// let device = TaxDevice::new(sample::calendar()?, HandlingLimit::NotSet).with_half_hour(HalfHour::MoreThan);
    /// let policy = device.build()?;
    /// let matched: Vec<_> = triage(&policy, &late, &History::none())?.severity().ok_or("not rated")?
    ///     .matched().map(|rule| rule.citation()).collect();
    /// assert!(!matched.contains(&"S10-R09")); // exactly half an hour is not late
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn with_half_hour(mut self, reading: HalfHour) -> Self {
        self.half_hour = reading;
        self
    }

    /// Sets how many calls in vain count as "several" (A14). The default is 3.
    pub const fn with_hotline_tries(mut self, several: u32) -> Self {
        self.hotline_tries = several;
        self
    }

    /// Sets how many repairs without success count as "several" (A14). The default is 3.
    pub const fn with_failed_repairs(mut self, several: u32) -> Self {
        self.failed_repairs = several;
        self
    }

    /// Sets how many broken appointments count as "several" (A14). The default is 3.
    pub const fn with_broken_appointments(mut self, several: u32) -> Self {
        self.broken_appointments = several;
        self
    }

    /// Sets what makes another general complaint serious (A14, A15). The default is [`TaxDevice::same_staff`] with 3.
    pub fn with_recurrence(mut self, reading: Recurrence) -> Self {
        self.recurrence = reading;
        self
    }

    /// Sets what the commas between the conditions of a serious case mean (A16).
    pub const fn with_joined(mut self, reading: CommaReading) -> Self {
        self.joined = reading;
        self
    }

    /// Sets how grave consequences that no list covers are rated (A17).
    pub const fn with_unlisted_grave(mut self, reading: UnlistedGrave) -> Self {
        self.unlisted_grave = reading;
        self
    }

    /// Sets how a listed general case with grave consequences is rated (A46).
    pub const fn with_listed_grave(mut self, reading: ListedGrave) -> Self {
        self.listed_grave = reading;
        self
    }

    /// Sets who owns a case (A27).
    pub const fn with_owner(mut self, reading: CaseOwner) -> Self {
        self.owner = reading;
        self
    }

    /// Sets who reviews a report for the marketing department. The procedure does not say; the default is the person in
    /// charge of the receiving unit.
    pub const fn with_reviewer(mut self, role: Role) -> Self {
        self.reviewer = role;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), such as an undeclared word, or a number of 0.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let severity = self.severity();
        let routing = self.routing();
        let approvals = reviewed(self.reviewer);
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
        let handling = match self.limit {
            HandlingLimit::Within(deadline) => ClockRule::new(clock, deadline),
            HandlingLimit::NotSet => ClockRule::not_set(clock, "the time limit for handling a complaint"),
        };
        self.house
            .policy("tax-device", course(), approvals)
            .severity(severity)
            .routing(routing)
            .clock(handling.with_part(ClockPart::Closure).with_citation("S10-R26"))
            .form(handling_sheet())
            .form(ledger())
            .report(to_company(Report::MONTHLY_STATISTICS, Cadence::MONTH).with_citation("S10-R31"))
            .report(to_company(Report::OPINION_REPORT, Cadence::PerCase).with_citation("S10-R32"))
            .build()
    }

    fn severity(&self) -> SeverityRules {
        let grave = || Condition::has(Fact::GRAVE_CONSEQUENCES);
        let mut rules = SeverityRules::new([Severity::General, Severity::Serious]);
        for (id, when, citation) in self.general_cases() {
            let rule = SeverityRule::new(id, Severity::General, when.clone()).with_citation(citation);
            rules = match self.listed_grave {
                ListedGrave::General => rules.with_rule(rule.with_mark_where(Mark::GRAVE, grave())),
                ListedGrave::Serious => rules.with_rule(rule),
            };
        }
        if self.listed_grave == ListedGrave::Serious {
            let listed = Condition::any(self.general_cases().into_iter().map(|(_, when, _)| when));
            let when = Condition::all([listed, grave()]);
            rules = rules.with_rule(SeverityRule::new(word!(RuleId, "a46"), Severity::Serious, when));
        }
        for (id, when, citation) in self.serious_cases() {
            rules = rules.with_rule(SeverityRule::new(id, Severity::Serious, when).with_citation(citation));
        }
        let again = Condition::repeats(self.recurrence.clone());
        let recurring =
            SeverityRule::new(word!(RuleId, "s10-r15"), Severity::Serious, again).with_citation("S10-R15");
        // f: every other case without grave consequences.
        let rest = SeverityRule::new(word!(RuleId, "s10-r11"), Severity::General, Condition::not(grave()));
        let rules =
            rules.with_escalation(Severity::General, recurring).with_fallback(rest.with_citation("S10-R11"));
        match self.unlisted_grave {
            UnlistedGrave::Serious => rules.with_fallback(
                SeverityRule::new(word!(RuleId, "a17"), Severity::Serious, grave())
                    .with_mark(Mark::UNLISTED_GRAVE),
            ),
            UnlistedGrave::General => rules.with_otherwise(Severity::General),
        }
    }

    /// The general cases a to e.
    fn general_cases(&self) -> [(RuleId, Condition, &'static str); 7] {
        let late = match self.half_hour {
            HalfHour::AtLeast => 30,
            HalfHour::MoreThan => 31,
        };
        let unskilled =
            [Condition::at_least(Fact::FAILED_REPAIRS, self.failed_repairs), Condition::has(Fact::LOW_SKILL)];
        let not_upgraded =
            [Condition::has(Fact::NOT_UPGRADED_IN_TIME), Condition::has(Fact::INVOICING_TROUBLE)];
        [
            (
                word!(RuleId, "s10-r04"),
                Condition::at_least(Fact::HOTLINE_TRIES, self.hotline_tries),
                "S10-R04",
            ),
            (word!(RuleId, "s10-r05"), Condition::has(Fact::HOTLINE_MISCONDUCT), "S10-R05"),
            (word!(RuleId, "s10-r06"), Condition::has(Fact::NOT_REPLACED_IN_TIME), "S10-R06"),
            (word!(RuleId, "s10-r07"), Condition::all(unskilled), "S10-R07"),
            (word!(RuleId, "s10-r08"), Condition::has(Fact::VISIT_EVADED), "S10-R08"),
            (word!(RuleId, "s10-r09"), Condition::at_least(Fact::MINUTES_LATE, late), "S10-R09"),
            (word!(RuleId, "s10-r10"), Condition::all(not_upgraded), "S10-R10"),
        ]
    }

    /// The serious cases a to f. Case d raises a general complaint, and stands apart.
    fn serious_cases(&self) -> [(RuleId, Condition, &'static str); 7] {
        let has = Condition::has;
        let joined = |conditions: Vec<Condition>| match self.joined {
            CommaReading::All => Condition::all(conditions),
            CommaReading::Any => Condition::any(conditions),
        };
        let rude = Condition::any([has(Fact::VILE_ATTITUDE), has(Fact::IMPROPER_WORDS)]);
        let appointments = Condition::at_least(Fact::BROKEN_APPOINTMENTS, self.broken_appointments);
        let difficulty = || has(Fact::BUSINESS_IN_DIFFICULTY);
        let harmed = Vec::from([has(Fact::REPUTATION_HARMED), has(Fact::AUTHORITY_CRITICISM)]);
        [
            (
                word!(RuleId, "s10-r12"),
                joined(Vec::from([rude, has(Fact::REPUTATION_GRAVELY_AFFECTED)])),
                "S10-R12",
            ),
            (
                word!(RuleId, "s10-r13"),
                joined(Vec::from([appointments, difficulty(), has(Fact::GRAVE_CONSEQUENCES)])),
                "S10-R13",
            ),
            (
                word!(RuleId, "s10-r14"),
                joined(Vec::from([has(Fact::SERVICE_NOT_IN_PLACE), difficulty(), has(Fact::MEDIA_EXPOSURE)])),
                "S10-R14",
            ),
            (word!(RuleId, "s10-r16"), has(Fact::PUSHES_PRODUCTS), "S10-R16"),
            (word!(RuleId, "s10-r17"), has(Fact::CHARGES_AT_WILL), "S10-R17"),
            (word!(RuleId, "s10-r18"), has(Fact::TAKES_PROPERTY), "S10-R18"),
            (word!(RuleId, "s10-r19"), joined(harmed), "S10-R19"),
        ]
    }

    fn routing(&self) -> Routing {
        let (marketing, quality) = ((Department::MARKETING, "S10-R20"), (Department::QUALITY, "S10-R02"));
        let ((owner, by_text), (other, by_drawing)) = match self.owner {
            CaseOwner::Marketing => (marketing, quality),
            CaseOwner::Quality => (quality, marketing),
        };
        let unit = Department::TECHNICAL_SERVICE_UNIT;
        Routing::by([])
            .with_row(Row::owner(word!(RuleId, "rt04"), owner).with_citation(by_text))
            .with_row(
                Row::to_unit_concerned(word!(RuleId, "rt05"), Act::Responsible, unit)
                    .with_citation("S10-R34"),
            )
            .with_row(Row::new(word!(RuleId, "lane"), Act::Support, other).with_citation(by_drawing))
    }
}

/// The effect of measures is confirmed (S10-R29), and the customer's reaction is passed on (S10-R33).
fn course() -> Track {
    Track::new()
        .with_required([FormField::DEMAND])
        .with_effect_check()
        .with_follow_up(FollowUpRule::new(FollowUp::REACTION_RELAY, 1))
}

/// The report of the service unit is reviewed (S10-R27).
fn reviewed(by: Role) -> ApprovalTable {
    ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "s10-r27"), DecisionKind::Remedy)
            .with_step(Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(by)))
            .with_citation("S10-R27"),
    )
}

fn to_company(report: Report, cadence: Cadence) -> ReportRule {
    ReportRule::new(report, cadence).with_department(Department::COMPANY)
}

/// The sheet of a complaint, with the customer's data. Either of two dates tells the age of the device (S10-R21). The
/// demand and its grounds are learnt before the sheet is filled in (S10-R22).
fn handling_sheet() -> Form {
    Form::new(Record::HANDLING_SHEET)
        .with_fields([FormField::ENTERPRISE_DATA, FormField::CONTRACT_TERM, FormField::SERVICE_UNIT])
        .with_one_of([FormField::DEVICE_OUT_OF_STORE_DATE, FormField::SYSTEM_ACTIVATION_DATE])
        .with_fields([
            FormField::DEMAND,
            FormField::GROUNDS,
            FormField::CLASS,
            FormField::HANDLING_METHOD,
            FormField::RESPONSIBLE_UNIT,
            FormField::PERSONS,
        ])
        .with_department(Department::MARKETING)
        .with_citation("S10-R21 S10-R22 S10-R24")
}

/// One line for each case. The procedure does not name the columns (S10-R30).
fn ledger() -> Form {
    Form::new(Record::LEDGER)
        .with_fields([FormField::REFERENCE])
        .with_open_end()
        .with_department(Department::MARKETING)
        .with_citation("S10-R30")
}
