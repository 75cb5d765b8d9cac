//! Refusals and the errors that they pass on, as text for people.
//!
//! Each reason has a phrase whose key is the code of the error. The English text is that of `Display`, unless an overlay
//! brings another one. In every other language, words have their labels, and instants are in UTC.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};

use crate::approval::limits::{MAX_SIGNATURES, MAX_STEPS};
use crate::approval::signing::{MissingInput, SigningObstacle, UnknownChain};
use crate::approval::{SigningRefusal, StuckApproval};
use crate::case::Refusal;
use crate::deadline::choice::Bound;
use crate::deadline::rule::ClockError;
use crate::deadline::{DeadlineError, Due};
use crate::labels::phrase::{Phrase, Value, fill};
use crate::labels::phrases;
use crate::render::phrase::{Said, count, moment, money, tell};
use crate::render::renderer::Renderer;
use crate::taxonomy::TaxonomyError;
use crate::triage::{ComplaintFault, TriageError};
use crate::vocab::closed::Closed;
use crate::vocab::{ActorId, Code, Facet, Fact, Input, RuleId, Severity, Word};

/// Writes the text of an error in the language of the renderer. A value that is missing does not compile.
macro_rules! refuse {
    ($renderer:expr, $error:expr, $phrase:ident $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const { assert!(phrases::$phrase.takes(&[$(stringify!($name)),*])) };
        $renderer.or_display(phrases::$phrase, $error, &[$((stringify!($name), tell!(@value $name $($value)?))),*])
    }};
}

impl Renderer<'_> {
    /// Writes why a request was refused, in the language of the renderer.
    ///
    /// In English this is the text of the refusal itself, unless your [`Labels`](crate::labels::Labels) have another one
    /// for its code. Instants are in UTC. What a program can do about a refusal follows from
    /// [`Refusal::kind`] and [`Refusal::code`], never from this text.
    ///
    /// ```
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::{render::Renderer, sample, vocab::Locale};
    ///
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-07T08:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::Consent);
    /// let refusal = Office::new(&policy, &roster).decide(&case, request).unwrap_err();
    ///
    /// let english = Renderer::of(&policy, Locale::En).refusal(&refusal);
    /// assert_eq!(english, refusal.to_string());
    /// let chinese = Renderer::of(&policy, Locale::ZhHans).refusal(&refusal);
    /// assert!(chinese.starts_with("“已登记”阶段不能“记录同意”；目前可以："), "{chinese}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one arm a reason")]
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let error = refusal;
        match refusal {
            Refusal::OtherPolicy { case, given, expected } => {
                refuse!(self, error, CASE_OTHER_POLICY, case, given, expected)
            }
            Refusal::Stale { case, expected, actual } => {
                refuse!(self, error, CASE_STALE, case, expected, actual)
            }
            Refusal::OtherCase { case, given } => refuse!(self, error, CASE_OTHER_CASE, case, given),
            Refusal::OtherCommand { command, was, by } => {
                refuse!(self, error, CASE_OTHER_COMMAND, command, was = was.said(self), by)
            }
            Refusal::Backwards { at, last } => {
                refuse!(self, error, CASE_BACKWARDS, at = self.utc(*at), last = self.utc(*last))
            }
            Refusal::InTheFuture { at, now } => {
                refuse!(self, error, CASE_IN_THE_FUTURE, at = self.utc(*at), now = self.utc(*now))
            }
            Refusal::BeforeReceipt { at, received } => {
                refuse!(self, error, CASE_BEFORE_RECEIPT, at = self.utc(*at), received = self.utc(*received))
            }
            Refusal::Unwritable { at } => refuse!(self, error, CASE_UNWRITABLE, at = self.utc(*at)),
            Refusal::NotFromHere { action, stage, allowed } => refuse!(
                self,
                error,
                CASE_NOT_FROM_HERE,
                action = action.said(self),
                stage = stage.said(self),
                allowed = self.closed_list(allowed)
            ),
            Refusal::NotThere { action, stage, to, expected } => refuse!(
                self,
                error,
                CASE_NOT_THERE,
                action = action.said(self),
                stage = stage.said(self),
                to = to.said(self),
                expected = self.closed_choice(expected)
            ),
            Refusal::NotPermitted { actor, action, roles } => refuse!(
                self,
                error,
                CASE_NOT_PERMITTED,
                actor,
                action = action.said(self),
                roles = self.choice(roles)
            ),
            Refusal::NotAtReceipt { event } => {
                refuse!(self, error, CASE_NOT_AT_RECEIPT, event = self.label(event))
            }
            Refusal::MissingFields { missing } => {
                refuse!(self, error, CASE_MISSING_FIELDS, missing = self.listed(missing))
            }
            Refusal::NotWrittenDown => refuse!(self, error, CASE_NOT_WRITTEN_DOWN),
            Refusal::NotMinor { severity } => {
                refuse!(self, error, CASE_NOT_MINOR, severity = self.severity_of(*severity))
            }
            Refusal::NotAtOnce => refuse!(self, error, CASE_NOT_AT_ONCE),
            Refusal::Unrouted => refuse!(self, error, CASE_UNROUTED),
            Refusal::NoTransferWhenUnclosed { clock, due } => refuse!(
                self,
                error,
                CASE_NO_TRANSFER_WHEN_UNCLOSED,
                clock = self.label(clock),
                due = self.utc(*due)
            ),
            Refusal::ClosedByForce => refuse!(self, error, CASE_CLOSED_BY_FORCE),
            Refusal::NotOnForcedClosureList { missing } => refuse!(
                self,
                error,
                CASE_NOT_ON_FORCED_CLOSURE_LIST,
                missing = self.forced_closure_needs(missing)
            ),
            Refusal::FaultNotKnown => refuse!(self, error, CASE_FAULT_NOT_KNOWN),
            Refusal::NotCustomersFault => refuse!(self, error, CASE_NOT_CUSTOMERS_FAULT),
            Refusal::MissingPart { part } => refuse!(self, error, CASE_MISSING_PART, part = self.thing(part)),
            Refusal::HowMany { what, count, limit } => refuse!(
                self,
                error,
                CASE_HOW_MANY,
                count,
                what = self.thing(what),
                bounds = self.bounds(*count, *limit)
            ),
            Refusal::Already { what } => refuse!(self, error, CASE_ALREADY, what),
            Refusal::NoSuch { what } => refuse!(self, error, CASE_NO_SUCH, what = self.thing(what)),
            Refusal::ApologyOwed { missing } => {
                refuse!(self, error, CASE_APOLOGY_OWED, missing = self.apology_parts(missing))
            }
            Refusal::NotApproved { chain } => refuse!(self, error, CASE_NOT_APPROVED, chain),
            Refusal::NothingToApprove => refuse!(self, error, CASE_NOTHING_TO_APPROVE),
            Refusal::ApprovalOver { approval, state } => {
                refuse!(self, error, CASE_APPROVAL_OVER, approval, state = self.state(*state))
            }
            Refusal::ApprovalOpen { approval } => refuse!(self, error, CASE_APPROVAL_OPEN, approval),
            Refusal::NotTheProposer { actor, proposer } => {
                refuse!(self, error, CASE_NOT_THE_PROPOSER, actor, proposer)
            }
            Refusal::SignedIt { actor, approval } => refuse!(self, error, CASE_SIGNED_IT, actor, approval),
            Refusal::NoStepToReturnTo { step, expected } => {
                refuse!(self, error, CASE_NO_STEP_TO_RETURN_TO, step, expected = self.id_choice(expected))
            }
            Refusal::NoConsent => refuse!(self, error, CASE_NO_CONSENT),
            Refusal::TooEarly { at, from } => {
                refuse!(self, error, CASE_TOO_EARLY, at = self.utc(*at), from = self.utc(*from))
            }
            Refusal::TooLate { at, until } => {
                refuse!(self, error, CASE_TOO_LATE, at = self.utc(*at), until = self.by_limit(*until))
            }
            Refusal::LateEntry { actor, clock, roles } => refuse!(
                self,
                error,
                CASE_LATE_ENTRY,
                actor,
                clock = self.label(clock),
                roles = self.choice(roles)
            ),
            Refusal::TooLateEntry { clock, at, until } => refuse!(
                self,
                error,
                CASE_TOO_LATE_ENTRY,
                clock = self.label(clock),
                at = self.utc(*at),
                until = self.by_limit(*until)
            ),
            Refusal::LateEntryNotKnown { clock, reason } => refuse!(
                self,
                error,
                CASE_LATE_ENTRY_NOT_KNOWN,
                clock = self.label(clock),
                reason = self.error(reason)
            ),
            Refusal::WindowNotKnown(reason) => {
                refuse!(self, error, CASE_WINDOW_NOT_KNOWN, reason = self.error(reason))
            }
            Refusal::NoReopening => refuse!(self, error, CASE_NO_REOPENING),
            Refusal::FollowUpsMissing { done, minimum } => {
                refuse!(self, error, CASE_FOLLOW_UPS_MISSING, done, minimum)
            }
            Refusal::NotSatisfied => refuse!(self, error, CASE_NOT_SATISFIED),
            Refusal::PromiseOpen { until } => {
                refuse!(self, error, CASE_PROMISE_OPEN, until = self.utc(*until))
            }
            Refusal::EffectNotConfirmed { measure } => {
                refuse!(self, error, CASE_EFFECT_NOT_CONFIRMED, measure)
            }
            Refusal::FindingsMissing { part } => {
                refuse!(self, error, CASE_FINDINGS_MISSING, part = self.thing(part))
            }
            Refusal::ContainmentMissing { department } => {
                refuse!(self, error, CASE_CONTAINMENT_MISSING, department = self.label(department))
            }
            Refusal::OpenApproval { approval } => refuse!(self, error, CASE_OPEN_APPROVAL, approval),
            Refusal::OpenProject => refuse!(self, error, CASE_OPEN_PROJECT),
            Refusal::OpenRecall { step } => refuse!(self, error, CASE_OPEN_RECALL, step = step.said(self)),
            Refusal::NotProjectDue => refuse!(self, error, CASE_NOT_PROJECT_DUE),
            Refusal::GoodsOrder { step, before, expected } => refuse!(
                self,
                error,
                CASE_GOODS_ORDER,
                after = self.after(*step, *before),
                expected = expected.said(self)
            ),
            Refusal::RecallOrder { step, before, expected } => refuse!(
                self,
                error,
                CASE_RECALL_ORDER,
                after = self.after(*step, *before),
                expected = self.closed_choice(expected)
            ),
            Refusal::MeasureOrder { measure, step, before, expected } => refuse!(
                self,
                error,
                CASE_MEASURE_ORDER,
                measure,
                after = self.after(*step, *before),
                expected = self.closed_choice(expected)
            ),
            Refusal::AccidentOrder { step, before, expected } => refuse!(
                self,
                error,
                CASE_ACCIDENT_ORDER,
                after = self.after(*step, *before),
                expected = expected.said(self)
            ),
            Refusal::BillBeforeSolution => refuse!(self, error, CASE_BILL_BEFORE_SOLUTION),
            Refusal::NoSuchClock { expected } => {
                refuse!(self, error, CASE_NO_SUCH_CLOCK, expected = self.listed(expected))
            }
            Refusal::NotTold { clock } => refuse!(self, error, CASE_NOT_TOLD, clock = self.label(clock)),
            Refusal::LaterCorrection { event, from, to } => refuse!(
                self,
                error,
                CASE_LATER_CORRECTION,
                event = self.label(event),
                from = self.utc(*from),
                to = self.utc(*to)
            ),
            Refusal::NothingToCorrect { event, from } => refuse!(
                self,
                error,
                CASE_NOTHING_TO_CORRECT,
                event = self.label(event),
                from = self.utc(*from)
            ),
            Refusal::OwnCommand { event } => {
                refuse!(self, error, CASE_OWN_COMMAND, event = self.label(event))
            }
            Refusal::SameCase { case } => refuse!(self, error, CASE_SAME_CASE, case),
            Refusal::AmountOutOfRange => refuse!(self, error, CASE_AMOUNT_OUT_OF_RANGE),
            Refusal::HandledIt { actor } => refuse!(self, error, CASE_HANDLED_IT, actor),
            Refusal::NoOverride => refuse!(self, error, CASE_NO_OVERRIDE),
            Refusal::NothingSigned { actor, approval } => {
                refuse!(self, error, CASE_NOTHING_SIGNED, actor, approval)
            }
            Refusal::NotTheirs { actor, action, because } => refuse!(
                self,
                error,
                CASE_NOT_THEIRS,
                actor,
                action = action.said(self),
                because = because.said(self)
            ),
            Refusal::ComplainantAlone { actor, action } => {
                refuse!(self, error, CASE_COMPLAINANT_ALONE, actor, action = action.said(self))
            }
            Refusal::Parted { actor, action, did } => {
                refuse!(self, error, CASE_PARTED, actor, action = action.said(self), did = did.said(self))
            }
            Refusal::Concerned { actor, action } => {
                refuse!(self, error, CASE_CONCERNED, actor, action = action.said(self))
            }
            Refusal::TakesBothPolicies => refuse!(self, error, CASE_TAKES_BOTH_POLICIES),
            Refusal::OtherTarget { given, expected } => {
                refuse!(self, error, CASE_OTHER_TARGET, given, expected)
            }
            Refusal::StageNotThere { policy, stage } => {
                refuse!(self, error, CASE_STAGE_NOT_THERE, policy, stage = stage.said(self))
            }
            Refusal::OtherContent(mismatch) => refuse!(
                self,
                error,
                POLICY_OTHER_CONTENT,
                policy = mismatch.policy,
                expected = mismatch.expected,
                found = mismatch.found
            ),
            Refusal::Complaint(faults) => self.complaint(faults),
            Refusal::Word(error) => self.word_error(error),
            Refusal::ApprovalUnknown(error) => self.unknown_chain(error),
            Refusal::Signing(error) => self.signing(error),
            Refusal::Stuck(error) => self.stuck(error),
            Refusal::Clock(error) => self.clock_error(error),
        }
    }

    /// Writes why a complaint was refused, one line for each fault.
    ///
    /// ```
    /// use redress::triage::{Complaint, History, triage};
    /// use redress::{render::Renderer, sample, vocab::{Category, Locale}};
    ///
    /// let policy = sample::policy()?;
    /// let complaint = Complaint::new("A-1".parse()?, "2026-04-02T08:00:00Z".parse()?)
    ///     .with_word(Category::SPARE_PARTS);
    /// let faults = triage(&policy, &complaint, &History::none()).unwrap_err();
    /// let told = Renderer::of(&policy, Locale::ZhHant).complaint(&faults);
    /// assert!(told.starts_with("抱怨類別「spare-parts」未在制度中宣告"), "{told}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn complaint(&self, faults: &TriageError) -> String {
        faults.iter().map(|fault| self.complaint_fault(fault)).collect::<Vec<_>>().join("\n")
    }

    fn complaint_fault(&self, error: &ComplaintFault) -> String {
        match error {
            ComplaintFault::NotReceived => refuse!(self, error, COMPLAINT_NOT_RECEIVED),
            ComplaintFault::TwoInstants { event } => {
                refuse!(self, error, COMPLAINT_TWO_INSTANTS, event = self.label(event))
            }
            ComplaintFault::NoCalendar { event } => {
                refuse!(self, error, COMPLAINT_NO_CALENDAR, event = self.label(event))
            }
            ComplaintFault::BeforeReceipt { event, at, received } => refuse!(
                self,
                error,
                COMPLAINT_BEFORE_RECEIPT,
                event = self.label(event),
                at = self.utc(*at),
                received = self.utc(*received)
            ),
            ComplaintFault::DepartmentBeforeReceipt { department, at, received } => refuse!(
                self,
                error,
                COMPLAINT_DEPARTMENT_BEFORE_RECEIPT,
                department = self.label(department),
                at = self.utc(*at),
                received = self.utc(*received)
            ),
            ComplaintFault::DemandOfNothing { demand } => {
                refuse!(self, error, COMPLAINT_DEMAND_OF_NOTHING, demand = self.label(demand))
            }
            ComplaintFault::EventHasKey { event } => {
                refuse!(self, error, COMPLAINT_EVENT_HAS_KEY, event = self.label(event))
            }
            ComplaintFault::OtherPast { counts, asked } => {
                refuse!(self, error, COMPLAINT_OTHER_PAST, counts, asked)
            }
            ComplaintFault::NotAllowed { rule, input, word } => refuse!(
                self,
                error,
                COMPLAINT_NOT_ALLOWED,
                rule,
                input = self.input_name(*input),
                word = self.input_word(*input, word)
            ),
            ComplaintFault::Word(error) => self.word_error(error),
            ComplaintFault::LocalTime { event, error } => {
                let reason = self.error(&DeadlineError::Calendar(error.clone()));
                tell!(self, REFUSAL_LOCAL_TIME, event = self.label(event), reason)
            }
        }
    }

    fn word_error(&self, error: &TaxonomyError) -> String {
        match error {
            TaxonomyError::NotDeclared { facet, word, expected, declared: _ } => refuse!(
                self,
                error,
                WORD_NOT_DECLARED,
                facet = self.facet_name(*facet),
                word,
                expected = self.code_choice(*facet, expected)
            ),
            TaxonomyError::NotYet { facet, word, first_day, received } => {
                refuse!(self, error, WORD_NOT_YET, facet = self.facet_name(*facet), word, first_day, received)
            }
            TaxonomyError::Retired { facet, word, last_day, received } => {
                refuse!(self, error, WORD_RETIRED, facet = self.facet_name(*facet), word, last_day, received)
            }
        }
    }

    fn unknown_chain(&self, error: &UnknownChain) -> String {
        let chain = error.chain;
        match error.missing {
            MissingInput::Severity => refuse!(self, error, APPROVAL_UNKNOWN_SEVERITY, chain),
            MissingInput::Amount { currency } => {
                refuse!(self, error, APPROVAL_UNKNOWN_AMOUNT, chain, currency)
            }
            MissingInput::Currency { given, currency } => {
                refuse!(self, error, APPROVAL_UNKNOWN_CURRENCY, chain, given, currency)
            }
            MissingInput::Row { kind } => {
                refuse!(self, error, APPROVAL_UNKNOWN_ROW, chain, kind = kind.said(self))
            }
        }
    }

    fn signing(&self, error: &SigningRefusal) -> String {
        match error {
            SigningRefusal::NothingOpen { actor } => refuse!(self, error, SIGNING_NOTHING_OPEN, actor),
            SigningRefusal::NotEntitled { actor, step, expected, roster } => refuse!(
                self,
                error,
                SIGNING_NOT_ENTITLED,
                actor,
                step,
                expected = self.choice(expected),
                roster
            ),
            SigningRefusal::Excluded { actor, step, instead_of, because } => refuse!(
                self,
                error,
                SIGNING_EXCLUDED,
                actor,
                step,
                instead = self.instead(*instead_of),
                because = because.said(self)
            ),
            SigningRefusal::SignedAlready { actor, step, instead_of, signed } => refuse!(
                self,
                error,
                SIGNING_SIGNED_ALREADY,
                actor,
                step,
                instead = self.instead(*instead_of),
                signed,
                person = instead_of.unwrap_or(*actor)
            ),
            SigningRefusal::RefusedBefore { actor, step, instead_of } => refuse!(
                self,
                error,
                SIGNING_REFUSED_BEFORE,
                actor,
                step,
                instead = self.instead(*instead_of),
                person = instead_of.unwrap_or(*actor)
            ),
            SigningRefusal::OverLimit { actor, step, instead_of, amount, limit } => refuse!(
                self,
                error,
                SIGNING_OVER_LIMIT,
                actor,
                step,
                instead = self.instead(*instead_of),
                amount = money(self, *amount),
                limit = money(self, *limit)
            ),
            SigningRefusal::AmountUnknown { actor, step, instead_of, limit } => refuse!(
                self,
                error,
                SIGNING_AMOUNT_UNKNOWN,
                actor,
                step,
                instead = self.instead(*instead_of),
                limit = money(self, *limit)
            ),
            SigningRefusal::OtherCurrency { actor, step, instead_of, amount, limit } => refuse!(
                self,
                error,
                SIGNING_OTHER_CURRENCY,
                actor,
                step,
                instead = self.instead(*instead_of),
                amount = money(self, *amount),
                limit = money(self, *limit)
            ),
            SigningRefusal::SystemNotNamed { actor, step } => {
                refuse!(self, error, SIGNING_SYSTEM_NOT_NAMED, actor, step)
            }
            SigningRefusal::WouldStrand { actor, steps } => {
                refuse!(self, error, SIGNING_WOULD_STRAND, actor, steps = self.ids(steps))
            }
            SigningRefusal::TooComplex { steps, signatures } => refuse!(
                self,
                error,
                SIGNING_TOO_COMPLEX,
                steps,
                signatures,
                most_steps = MAX_STEPS,
                most_signatures = MAX_SIGNATURES
            ),
        }
    }

    fn stuck(&self, error: &StuckApproval) -> String {
        match error {
            StuckApproval::Nobody { steps, people, needed, left_out } => refuse!(
                self,
                error,
                STUCK_NOBODY,
                steps = self.ids(steps),
                needed,
                people = self.people(people),
                left_out = self.left_out(left_out)
            ),
            StuckApproval::TooComplex { steps, signatures } => refuse!(
                self,
                error,
                STUCK_TOO_COMPLEX,
                steps,
                signatures,
                most_steps = MAX_STEPS,
                most_signatures = MAX_SIGNATURES
            ),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm a reason")]
    fn clock_error(&self, error: &ClockError) -> String {
        match error {
            ClockError::UndeclaredPause { clock, reason, expected } => refuse!(
                self,
                error,
                CLOCK_UNDECLARED_PAUSE,
                clock = self.label(clock),
                reason = self.label(reason),
                expected = self.allowed(expected)
            ),
            ClockError::PausedThen { clock, reason, from, until } => refuse!(
                self,
                error,
                CLOCK_PAUSED_THEN,
                clock = self.label(clock),
                reason = self.label(reason),
                from = self.utc(*from),
                until = self.utc(*until)
            ),
            ClockError::AlreadyPaused { clock, reason, since } => refuse!(
                self,
                error,
                CLOCK_ALREADY_PAUSED,
                clock = self.label(clock),
                reason = self.label(reason),
                since = self.utc(*since)
            ),
            ClockError::NotPaused { clock, reason } => {
                refuse!(self, error, CLOCK_NOT_PAUSED, clock = self.label(clock), reason = self.label(reason))
            }
            ClockError::ResumedBeforePause { clock, at, from } => refuse!(
                self,
                error,
                CLOCK_RESUMED_BEFORE_PAUSE,
                clock = self.label(clock),
                at = self.utc(*at),
                from = self.utc(*from)
            ),
            ClockError::StoppedBeforeStart { clock, at, start } => refuse!(
                self,
                error,
                CLOCK_STOPPED_BEFORE_START,
                clock = self.label(clock),
                at = self.utc(*at),
                start = self.utc(*start)
            ),
            ClockError::NoCalendar { clock, reason } => refuse!(
                self,
                error,
                CLOCK_NO_CALENDAR,
                clock = self.label(clock),
                reason = self.label(reason)
            ),
            ClockError::UndeclaredExtension { clock, reason, expected } => refuse!(
                self,
                error,
                CLOCK_UNDECLARED_EXTENSION,
                clock = self.label(clock),
                reason = self.label(reason),
                expected = self.allowed(expected)
            ),
            ClockError::NotApproved { clock, reason, made } => refuse!(
                self,
                error,
                CLOCK_NOT_APPROVED,
                clock = self.label(clock),
                reason = self.label(reason),
                made = self.utc(*made)
            ),
            ClockError::TooManyExtensions { clock, reason, limit } => refuse!(
                self,
                error,
                CLOCK_TOO_MANY_EXTENSIONS,
                clock = self.label(clock),
                reason = self.label(reason),
                limit
            ),
            ClockError::Expired { clock, due, made } => refuse!(
                self,
                error,
                CLOCK_EXPIRED,
                clock = self.label(clock),
                due = self.utc(due.at()),
                made = self.utc(*made)
            ),
            ClockError::BeyondLimit { clock, limit, due } => refuse!(
                self,
                error,
                CLOCK_BEYOND_LIMIT,
                clock = self.label(clock),
                limit = count(self, *limit),
                due = self.utc(due.at())
            ),
            ClockError::EarlierThanDue { clock, due } => refuse!(
                self,
                error,
                CLOCK_EARLIER_THAN_DUE,
                clock = self.label(clock),
                due = self.utc(due.at())
            ),
            ClockError::BoundByMerger { clock, due } => refuse!(
                self,
                error,
                CLOCK_BOUND_BY_MERGER,
                clock = self.label(clock),
                due = self.utc(due.at())
            ),
            ClockError::Over { clock, at } => {
                refuse!(self, error, CLOCK_OVER, clock = self.label(clock), at = self.utc(*at))
            }
            ClockError::InTheFuture { clock, at, recorded } => refuse!(
                self,
                error,
                CLOCK_IN_THE_FUTURE,
                clock = self.label(clock),
                at = self.utc(*at),
                recorded = self.utc(*recorded)
            ),
            ClockError::Backwards { clock, recorded, last } => refuse!(
                self,
                error,
                CLOCK_BACKWARDS,
                clock = self.label(clock),
                recorded = self.utc(*recorded),
                last = self.utc(*last)
            ),
            ClockError::HappenedBefore { anchor, at, earlier } => refuse!(
                self,
                error,
                CLOCK_HAPPENED_BEFORE,
                event = self.label(anchor),
                at = self.utc(*at),
                earlier = self.utc(*earlier)
            ),
            ClockError::TooManyEntries { clock, limit } => {
                refuse!(self, error, CLOCK_TOO_MANY_ENTRIES, clock = self.label(clock), limit)
            }
            ClockError::Deadline(error) => self.error(error),
        }
    }

    /// Writes an error that concerns the author of a policy, or a program.
    pub(super) fn rare_error(&self, error: &DeadlineError) -> Option<String> {
        Some(match error {
            DeadlineError::UnitMismatch { term, extension } => refuse!(
                self,
                error,
                DEADLINE_UNIT_MISMATCH,
                term = count(self, *term),
                extension = count(self, *extension)
            ),
            DeadlineError::NoAnchor { anchor } => {
                refuse!(self, error, DEADLINE_NO_ANCHOR, event = self.label(anchor))
            }
            DeadlineError::OtherPolicy {} => refuse!(self, error, DEADLINE_OTHER_POLICY),
            DeadlineError::NoPartApplies { parts } => refuse!(self, error, DEADLINE_NO_PART_APPLIES, parts),
            DeadlineError::Calendar(_)
            | DeadlineError::Fault(_)
            | DeadlineError::OutOfRange { .. }
            | DeadlineError::TooManyPeriods { .. }
            | DeadlineError::NoTarget { .. }
            | DeadlineError::SeverityNotKnown
            | DeadlineError::NotAnswered { .. } => return None,
        })
    }

    /// Writes a phrase, or the text of the error itself if the language has none.
    fn or_display(&self, phrase: &'static Phrase, error: &dyn fmt::Display, values: &[Value<'_>]) -> String {
        match self.labels.template(phrase, self.locale) {
            Some(text) => fill(text, values),
            None => error.to_string(),
        }
    }

    fn utc(&self, at: DateTime<Utc>) -> String {
        moment(self, at, None)
    }

    fn none(&self) -> String {
        self.plain(phrases::REFUSAL_NONE).into()
    }

    fn listed<W: Word>(&self, words: &[W]) -> String {
        let words: Vec<&str> = words.iter().map(|word| self.label(word)).collect();
        if words.is_empty() { self.none() } else { words.join(self.plain(phrases::MARK_LIST)) }
    }

    fn choice<W: Word>(&self, words: &[W]) -> String {
        let words: Vec<&str> = words.iter().map(|word| self.label(word)).collect();
        if words.is_empty() { self.none() } else { words.join(self.or()) }
    }

    fn closed_list<C: Closed>(&self, words: &[C]) -> String {
        let words: Vec<&str> = words.iter().map(|word| word.said(self)).collect();
        if words.is_empty() { self.none() } else { words.join(self.plain(phrases::MARK_LIST)) }
    }

    fn closed_choice<C: Closed>(&self, words: &[C]) -> String {
        let words: Vec<&str> = words.iter().map(|word| word.said(self)).collect();
        if words.is_empty() { self.none() } else { words.join(self.or()) }
    }

    fn id_choice(&self, ids: &[RuleId]) -> String {
        let ids: Vec<String> = ids.iter().map(|id| alloc::format!("`{id}`")).collect();
        if ids.is_empty() { self.none() } else { ids.join(self.or()) }
    }

    fn code_choice(&self, facet: Facet, codes: &[Code]) -> String {
        let words: Vec<&str> =
            codes.iter().map(|code| self.labels.label_of(facet, code, self.locale)).collect();
        if words.is_empty() { self.none() } else { words.join(self.or()) }
    }

    fn facet_name(&self, facet: Facet) -> String {
        self.labels.facet(&facet, self.locale).into()
    }

    fn input_name(&self, input: Input) -> String {
        self.labels.input(&input, self.locale).into()
    }

    /// Writes a thing that an error names in English.
    fn thing(&self, what: &str) -> String {
        phrases::thing(what).map_or(what, |phrase| self.plain(phrase)).into()
    }

    fn severity_of(&self, severity: Option<Severity>) -> String {
        if let Some(level) = severity {
            tell!(self, REFUSAL_LEVEL, level = level.said(self))
        } else {
            tell!(self, REFUSAL_LEVEL_NOT_KNOWN)
        }
    }

    fn forced_closure_needs(&self, missing: &[Fact]) -> String {
        if missing.is_empty() {
            tell!(self, REFUSAL_NO_FORCED_CLOSURE)
        } else {
            tell!(self, REFUSAL_FACTS, facts = self.listed(missing))
        }
    }

    fn bounds(&self, count: usize, limit: usize) -> String {
        match limit {
            0 => tell!(self, REFUSAL_NOTHING),
            limit if count > limit => tell!(self, REFUSAL_FEW, limit),
            _ => tell!(self, REFUSAL_ONE),
        }
    }

    fn apology_parts(&self, missing: &[&'static str]) -> String {
        if missing.is_empty() {
            return String::new();
        }
        let parts: Vec<String> = missing.iter().map(|part| self.thing(part)).collect();
        tell!(self, REFUSAL_PARTS, parts = parts.join(self.plain(phrases::MARK_LIST)))
    }

    fn by_limit(&self, until: Due) -> String {
        let at = self.utc(until.at());
        match until.bound() {
            Bound::Inclusive => tell!(self, REFUSAL_BY, at),
            Bound::Exclusive => tell!(self, REFUSAL_BEFORE, at),
        }
    }

    fn after<C: Closed>(&self, step: C, before: Option<C>) -> String {
        let step = step.said(self);
        if let Some(before) = before {
            tell!(self, REFUSAL_CANNOT_FOLLOW, step, before = before.said(self))
        } else {
            tell!(self, REFUSAL_CANNOT_COME_FIRST, step)
        }
    }

    fn allowed<W: Word>(&self, reasons: &[W]) -> String {
        if reasons.is_empty() {
            tell!(self, REFUSAL_ALLOWS_NONE)
        } else {
            tell!(self, REFUSAL_ALLOWED, reasons = self.listed(reasons))
        }
    }

    fn instead(&self, person: Option<ActorId>) -> String {
        person.map_or(String::new(), |person| tell!(self, REFUSAL_FOR, person))
    }

    fn people(&self, people: &[ActorId]) -> String {
        let people: Vec<String> = people.iter().map(ToString::to_string).collect();
        if people.is_empty() {
            tell!(self, REFUSAL_NOBODY)
        } else {
            people.join(self.plain(phrases::MARK_LIST))
        }
    }

    fn left_out(&self, people: &[(ActorId, SigningObstacle)]) -> String {
        const MOST: usize = 3;
        if people.is_empty() {
            return String::new();
        }
        let told = people.iter().take(MOST).map(|(person, why)| self.obstacle(*person, why));
        let more = people.len().checked_sub(MOST).filter(|more| *more > 0);
        let more = more.map(|n| tell!(self, REFUSAL_OTHERS, n));
        let people = told.chain(more).collect::<Vec<_>>().join(self.semicolon());
        tell!(self, REFUSAL_LEFT_OUT, people)
    }

    fn obstacle(&self, person: ActorId, why: &SigningObstacle) -> String {
        match why {
            SigningObstacle::Excluded(because) => {
                tell!(self, REFUSAL_IS_EXCLUDED, person, because = because.said(self))
            }
            SigningObstacle::Refused => tell!(self, REFUSAL_HAS_REFUSED, person),
            SigningObstacle::Signed(step) => tell!(self, REFUSAL_HAS_SIGNED, person, step),
            SigningObstacle::OverLimit(limit) => {
                tell!(self, REFUSAL_MAY_SIGN_UP_TO, person, limit = money(self, *limit))
            }
            SigningObstacle::AmountUnknown(limit) => {
                tell!(self, REFUSAL_MAY_SIGN_UNKNOWN, person, limit = money(self, *limit))
            }
            SigningObstacle::OtherCurrency(limit) => {
                tell!(self, REFUSAL_MAY_SIGN_OTHER_CURRENCY, person, limit = money(self, *limit))
            }
            SigningObstacle::NotNamed => tell!(self, REFUSAL_IS_NOT_NAMED, person),
        }
    }
}
