//! Every public type can be sent to another thread and be shared between threads.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::sources::sources;

fn sent_and_shared<T: Send + Sync>() {}

/// The types of a module.
macro_rules! all {
    ($($part:ident)::+: $($type:ty),* $(,)?) => {{
        use $($part)::+::*;
        $(sent_and_shared::<$type>();)*
    }};
}

#[test]
#[rustfmt::skip]
#[expect(clippy::too_many_lines, reason = "one list")]
fn every_public_type_is_sent_and_shared() {
    all!(redress:
        ErrorCode, Faults<redress::policy::PolicyFault>, Private<String>
    );
    all!(redress::approval:
        ApprovalFault, ApprovalTable, Chain, Delegation, Holding, Progress<'static>, Roster,
        RosterBuilder, RosterDocument, RosterFault, Signature, Signers, SigningRefusal, Step,
        StuckApproval
    );
    all!(redress::approval::entry:
        DelegationDocument, HoldingDocument
    );
    all!(redress::approval::signing:
        AmendmentEffect, AmendmentRule, ChainQuery<'static>, ExcludedPerson, MissingInput,
        PossibleSigners, SigningObstacle, TimeLimit, UnknownChain
    );
    all!(redress::approval::staff:
        RolePlace, StaffingFault, StaffingHint
    );
    all!(redress::calendar:
        Calendar, CalendarBuilder, CalendarDocument, CalendarError, CalendarErrorKind, CalendarFault,
        CalendarHint, Hours, KnownDays, LocalTime, RecurringHoliday, Span, WeekPattern, Zone
    );
    all!(redress::calendar::column:
        Answered, ColumnError
    );
    all!(redress::calendar::date:
        DateError
    );
    all!(redress::calendar::entry:
        DayDocument, LocalTimesDocument, PeriodDocument, RecurringDocument, SpecialHoursDocument,
        WeekDocument
    );
    all!(redress::calendar::holiday:
        AnnualDay, Observance, OriginalDay, RecurringProblem
    );
    all!(redress::calendar::instant:
        InstantError, InstantProblem
    );
    all!(redress::calendar::local:
        LocalError, LocalProblem
    );
    all!(redress::calendar::parse:
        HoursError, LocalTimeError, SpanError
    );
    all!(redress::calendar::reading:
        DayBounds, DayKind<'static>, Fold, Gap, LocalReading, MakeUpDays, Occurrence, OutsideDays,
        Overlap, PeriodHours
    );
    all!(redress::case:
        Allowed, Case, Command, Decision, Event, EventKind, Intake, Notice, Office<'static>, Outlook,
        Refusal, RefusalKind, Request, Stamp
    );
    all!(redress::case::approval:
        Approval, ApprovalEnd, ApprovalOpening, ApprovalOverride, ApprovalReference, ApprovalReturn,
        ApprovalSignature, ApprovalState, ApprovalSubject, ChainReplacement, PolicyEdition,
        SignatureWithdrawal, VoidedSignatures
    );
    all!(redress::case::assessment:
        Assessment, ClockTargets
    );
    all!(redress::case::audit:
        Seal, SealError, SealMismatch, SealedEvent
    );
    all!(redress::case::clock:
        CaseClock<'static>, OpenDuty, UpcomingDue, UpcomingEvent, UpcomingKind
    );
    all!(redress::case::command:
        AnchorEvent, Apology, CaseLink, CaseSummary, CauseFinding, ClockDue, ClockExtension, ClockPause,
        Continuation, Correction, CustomerCausedFinding, Delivery, Dispatch, DutyKey, ExtensionAmount,
        Findings, FollowUpResult, InvestigationStart, Lessons, Merger, Message, NotEstablishedFinding,
        Note, NoteError, Offer, PolicyMove, Promise, Proposal, Question, Receipt, Remark, ThanksLetter,
        TimeAmount
    );
    all!(redress::case::course:
        Arrow, Branch, TrackFilter
    );
    all!(redress::case::migration:
        CalendarChange, ClockChange, Migration<'static>, PolicyDiff
    );
    all!(redress::case::state:
        Closure, Contact, FollowUpState, PromiseOutcome, PromiseRecord
    );
    all!(redress::case::stored:
        CaseDocument, ReplayError, ReplayProblem
    );
    all!(redress::case::track:
        AccidentProgress, ContainmentWaiver, DepartmentContainment, DisciplineRecord, GoodsProgress,
        MeasureProgress, RecallProgress, SanctionProposal
    );
    all!(redress::compare:
        Aspect, ChangeKind, ClockCount, Comparison<'static>, Difference<'static>, DifferenceKind,
        Effects<'static>, Equivalence<'static>, Judgement<'static>, OwnerAnswer, PastRecord<'static>,
        PolicyChanges, RecordDifference, RowChange, Shift<'static>, ValueChange, WhatIf<'static>,
        WhatIfError, WordCount
    );
    all!(redress::deadline:
        Anchors, Clock, ClockReading, ClockRecord, ClockStatus, Count, Cutoff, Deadline, DeadlineError,
        Due, DueTable<'static>, End, Roll, TableDeadline<'static>, Term, Trace
    );
    all!(redress::deadline::choice:
        Alternative, Bound, CalendarDeadline, ClosedStart, CutoffTime, DeadlineFault, EndAt, FirstDay,
        LateReceipt, MissingTarget, MonthEnd, RollRule, TermFault, TermHint
    );
    all!(redress::deadline::explanation:
        ClosedDays, NamedDay, PauseShift, TraceStep
    );
    all!(redress::deadline::rule:
        AfterBreach, ChangeEffect, ClockError, ClockState, CountedClock<'static>, Extension,
        ExtensionChange, ExtensionRule, Hardness, Occurrence, Pause, PauseEffect, PauseLimit, PauseRule,
        Warning
    );
    all!(redress::guidance:
        Judgement<String>
    );
    all!(redress::guidance::accident:
        AccidentViolation
    );
    all!(redress::guidance::accountability:
        AccountabilityFacts, AccountableParty, DeductedFrom, SanctionRule
    );
    all!(redress::guidance::checklist:
        AgreedPart, AgreedWork, AnswerPart, OwnMistakeAnswer, Understanding, UnderstoodPart
    );
    all!(redress::guidance::choice:
        Choice, ChoiceAdvice, Drawback, Scores
    );
    all!(redress::guidance::churn:
        Churn, CustomerSigns, Departure
    );
    all!(redress::guidance::conversation:
        Conversation, ConversationQuestion, ConversationStep, Reply, TalkFacts, TechnicalStep
    );
    all!(redress::guidance::criteria:
        Conformity, Consequence, Criterion, CriterionOutcome, CriterionQuestion
    );
    all!(redress::guidance::fault:
        FaultFinding, Tone
    );
    all!(redress::guidance::playbook:
        Advice, Cue, Entry, Playbook
    );
    all!(redress::guidance::remedy:
        Extent
    );
    all!(redress::guidance::self_repair:
        SelfRepair, SelfRepairRefusal
    );
    all!(redress::guidance::spread:
        Change, Development, DevelopmentEffect
    );
    all!(redress::guidance::validity:
        ValidityFinding
    );
    all!(redress::labels:
        LabelError, Labels
    );
    all!(redress::laws:
        Broken, Coverage, Edges, Law, PolicyPart, Situation
    );
    all!(redress::laws::golden:
        CellProblem, GoldenFault, GoldenReport, GoldenTable, Mismatch
    );
    all!(redress::policy:
        ClockRule, Condition, Policy, PolicyBook, PolicyBuilder, PolicyDocument, PolicyFault, PolicyHint,
        PolicyVersion, Routing, SeverityRules, Track
    );
    all!(redress::policy::book:
        BookFault, DaySpan, NoPolicyError, PolicyBookDocument, PolicyValidity, ValidityDocument
    );
    all!(redress::policy::clock:
        ClockPart, ClockRounds, ClockScope, ClockStart, EscalationDelay, EscalationStep, LateEntry,
        PeriodStart, Periods, ReopeningEffect, SeveralCategories, Target, Targets
    );
    all!(redress::policy::condition:
        Recurrence, RecurrenceKey, RecurrenceWindow, Truth
    );
    all!(redress::policy::document:
        FacetDocument, OnlyDocument, WordDocument
    );
    all!(redress::policy::fault:
        ConditionProblem, FaultPlace, LateEntryProblem, PeopleProblem, PeriodsProblem, RoutingExample,
        SeverityExample
    );
    all!(redress::policy::finding:
        Example<'static>, Finding, Grade, StartExample
    );
    all!(redress::policy::fingerprint:
        ContentMismatch, CoverageError, CoveredCalendars, CoveredDays, Fingerprint, FingerprintError,
        PolicyContent
    );
    all!(redress::policy::people:
        PeopleRules
    );
    all!(redress::policy::record:
        Cadence, FieldRequirement, FilledForm, Form, FormError, PeriodError, ReportPeriod, ReportRule
    );
    all!(redress::policy::routing:
        Assignee, Cell, CellTest, HitPolicy, InputAnswer, RoutingGaps, Row
    );
    all!(redress::policy::severity:
        MarkRule, Rating<redress::vocab::kind::Urgency>, RatingOutcome<'static,
        redress::vocab::kind::Urgency>, RatingRule<redress::vocab::kind::Urgency>, SeverityGaps,
        SeverityRule
    );
    all!(redress::policy::track:
        ApologyRule, CompensationRule, Conduct, ConversationRule, FollowUpRule, ForcedClosure,
        ForcedClosureTest, ReopeningWindow, Requirement, ToneRule
    );
    all!(redress::profiles:
        AutoRepair, Bank, ConsumerBusiness, Control, Defusing, Desk, Developer, GeneralHandling,
        Hospital, Hotel, InstalledGoods, Listening, Nev, Platform, Supplier, SupplierQc, TaxDevice, Wire
    );
    all!(redress::profiles::choice:
        CaseOwner, ClaimKindSource, CommaReading, ContainmentCount, CutoffMeaning, DocumentSigners,
        ForcedClosureApproval, HalfHour, HandlingLimit, HoursReading, LimitCount, ListedGrave,
        NoticePeriod, OpinionRequests, PhaseLimit, PhaseScope, ProjectLimit, ProjectStart, Ratings,
        Register, ResponseLimit, RolledEnd, SameDay, Signatures, SmallMatter, Smallness, UnlistedGrave,
        VisitPeriod
    );
    all!(redress::render:
        PolicyEntry, PolicySection, PolicyText, Renderer<'static>, Timeline<'static>, TimelineEntry
    );
    all!(redress::report::investigation:
        Investigation<'static>, InvestigationAnalysis<'static>, InvestigationProblem<'static>,
        MissingPart
    );
    all!(redress::report::ledger:
        AgeBucket, Benchmark, Circumstance, ComparedPeriods, Durations, Effect, Evaluation, GroupValue, Grouping,
        Ledger, LedgerError, LedgerRow, Losses, MeasuredIn<'static>, ParetoRow, Ratio, Round, RoundEnd, Summary, Timing,
        TrendChange, TrendPoint
    );
    all!(redress::strategies:
        CaseStory
    );
    all!(redress::taxonomy:
        Declared<redress::vocab::Category>, Taxonomy, TaxonomyError, TaxonomyFault
    );
    all!(redress::triage:
        Complaint, ComplaintDocument, ComplaintFault, Explanation, History, Owner<'static>, PastCase, PreparedComplaint<'static>,
        PastCounts, Triage<'static>
    );
    all!(redress::triage::account:
        ClockAccount, Finding, FormAccount, Ground, LevelAccount, LocalAccount, LocalChoice, MarkAccount, MissingDueDate,
        OwnerAccount, PeriodsAccount, RouteAccount, RuleAccount, SeverityAccount, TargetAccount,
        WordAccount
    );
    all!(redress::triage::answer:
        AnswerForm<'static>, ClockOutcome<'static>, ClockTriage<'static>, ConflictingCase,
        DocumentInstant, Level, RecurrenceCount, SeverityTriage<'static>
    );
    all!(redress::wire:
        Session, WireError
    );
    all!(redress::vocab:
        Act, Action, ActorId, Anchor, CaseId, Category, Cause, Channel, Classification, ClockName, Code, CommandId,
        ComplainantKey, Currency, Demand, Department, Facet, Fact, FaultParty, FormField, Input, LanguageTag, Locale,
        Mark, Money, OwnFacet, PauseReason, PayeeKey, ProductKey, Region, Remedy, Role, RuleId, Severity, Stage,
        Standing, Subject, Topic
    );
    all!(redress::vocab::answer:
        ActionTrack, ComparisonAxis, ImprovementMeasure, RelationshipPrinciple
    );
    all!(redress::vocab::course:
        ApprovalAct, ClosureKind, DecisionKind, Duty, Exclusion, ExtensionReason, FollowUp, HarmKind,
        LapseKind, Measurability, NotEstablishedReason, Opinion, Relation, Validity
    );
    all!(redress::vocab::error:
        CodeError, CurrencyError, Excerpt, IdError, LocaleError, OwnFacetError, UnknownWord
    );
    all!(redress::vocab::kind:
        CauseGroup, ClaimKind, Dynamic, Importance, Medium, Nature, Origin, Urgency
    );
    all!(redress::vocab::organisation:
        AnalysisMethod, ApprovalLevel, EvidenceBasis, Indicator, JudgementCriterion, Record, Report
    );
    all!(redress::vocab::person:
        Behaviour, BenefitSought, ChurnKind, ChurnSignal, ComplainantKind, Motive, Purpose, Reaction,
        SatisfactionFactor, SilenceReason, SilentOutlet
    );
    all!(redress::vocab::standard:
        StandardActionTrack, StandardAnalysisMethod, StandardAnchor, StandardApprovalLevel,
        StandardBehaviour, StandardBenefitSought, StandardCategory, StandardCause, StandardCauseGroup,
        StandardChannel, StandardChurnKind, StandardChurnSignal, StandardClaimKind, StandardClockName,
        StandardComparisonAxis, StandardComplainantKind, StandardContainment, StandardDemand,
        StandardDepartment, StandardDynamic, StandardEvidenceBasis, StandardExtensionReason,
        StandardFact, StandardFaultParty, StandardFollowUp, StandardFormField, StandardHarmKind,
        StandardImportance, StandardImprovementMeasure, StandardIndicator, StandardJudgementCriterion,
        StandardLapseKind, StandardMark, StandardMeasurability, StandardMedium, StandardMotive,
        StandardNature, StandardNotEstablishedReason, StandardOrigin, StandardPauseReason,
        StandardPurpose, StandardReaction, StandardRecord, StandardRelationshipPrinciple,
        StandardRemedy, StandardReport, StandardRiskArea, StandardRole, StandardSanction,
        StandardSatisfactionFactor, StandardSilenceReason, StandardSilentOutlet, StandardSpreadRisk,
        StandardSubject, StandardThanksOccasion, StandardTopic, StandardUrgency
    );
    all!(redress::vocab::track:
        AccidentStep, Accountable, Containment, Discipline, GoodsStep, MeasureStep, RecallStep,
        RiskArea, Sanction, SpreadRisk, ThanksOccasion
    );
}

/// A type that nobody added to the list above is none that a host can reach.
#[test]
fn no_public_type_is_left_out() {
    let list = fs::read_to_string("tests/threads.rs").unwrap();
    let listed: BTreeSet<&str> = list.split(|letter: char| !letter.is_alphanumeric()).collect();
    let mut missing = Vec::new();
    for file in sources(Path::new("src")) {
        for line in fs::read_to_string(&file).unwrap().lines() {
            let behind = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "));
            let Some(behind) = behind else { continue };
            let name: String = behind.chars().take_while(|letter| letter.is_alphanumeric()).collect();
            if !listed.contains(name.as_str()) {
                missing.push(format!("{}: {name}", file.display()));
            }
        }
    }
    assert_eq!(missing, [""; 0], "not in the list");
}
