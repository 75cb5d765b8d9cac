//! The builder of a policy.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::approval::{ApprovalTable, Chain};
use crate::calendar::Calendar;
use crate::calendar::text::{excerpt, name_problem};
use crate::labels::Labels;
use crate::policy::calendars::CalendarsDescribed;
use crate::policy::choice::{ClockRounds, ClockStart};
use crate::policy::clock::{ClockRule, Targets};
use crate::policy::condition::Condition;
use crate::policy::fault::{FaultPlace, PolicyFault, PolicyFaults};
use crate::policy::fingerprint::digests::Digests;
use crate::policy::label_proof;
use crate::policy::lexicon::Lexicon;
use crate::policy::limits::{MAX_CLOCKS, MAX_MUST_ASK};
use crate::policy::procedure::Policy;
use crate::policy::record::{Form, ReportRule};
use crate::policy::recurrence::Recurrence;
use crate::policy::routing::Routing;
use crate::policy::severity::{MarkRule, Rating, SeverityRules, SeverityTable};
use crate::policy::track::{Conduct, ForcedClosure, PeopleRules, Requirement, Track};
use crate::taxonomy::Taxonomy;
#[cfg(feature = "profiles")]
use crate::vocab::Action;
use crate::vocab::course::ApprovalAct;
use crate::vocab::kind::{ClaimKind, Importance, Urgency};
use crate::vocab::{ClockName, Department, Fact, Input};

/// A builder for a [`Policy`].
///
/// Three things are required: the [version](Self::version), the [calendar](Self::calendar) and the
/// [routing](Self::routing). [`build`](Self::build) proves the whole description.
///
/// # Example
///
/// ```
/// use redress::policy::{Policy, Routing};
/// use redress::sample;
///
/// let builder = Policy::builder("desk").calendar(sample::calendar()?).routing(Routing::none());
/// assert!(builder.clone().build().is_err()); // no version
/// assert_eq!(builder.version("2026-1").build()?.version(), "2026-1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct PolicyBuilder {
    name: String,
    version: String,
    taxonomy: Taxonomy,
    labels: Labels,
    calendars: CalendarsDescribed,
    severity: Option<SeverityRules>,
    importance: Option<Rating<Importance>>,
    urgency: Option<Rating<Urgency>>,
    claim_kind: Option<Rating<ClaimKind>>,
    marks: Vec<MarkRule>,
    requirements: Vec<Requirement>,
    must_ask: Vec<Fact>,
    routing: Option<Routing>,
    clocks: Vec<ClockRule>,
    forced_closure: Option<ForcedClosure>,
    track: Track,
    conduct: Conduct,
    people: PeopleRules,
    approvals: ApprovalTable,
    forms: Vec<Form>,
    reports: Vec<ReportRule>,
}

impl Policy {
    /// Starts the description of a policy called `name`.
    ///
    /// The name has 1 to 100 visible characters. Stored cases refer to it together with the
    /// [version](PolicyBuilder::version).
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    ///
    /// let policy = Policy::builder("desk").version("1")
    ///     .calendar(sample::calendar()?)
    ///     .routing(Routing::none()) // triage assigns no owner
    ///     .build()?;
    /// assert_eq!(policy.name(), "desk");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn builder(name: &str) -> PolicyBuilder {
        PolicyBuilder::new(name)
    }
}

impl PolicyBuilder {
    pub(in crate::policy) fn new(name: &str) -> Self {
        Self {
            name: name.into(),
            version: String::new(),
            taxonomy: Taxonomy::standard(),
            labels: Labels::standard(),
            calendars: CalendarsDescribed::default(),
            severity: None,
            importance: None,
            urgency: None,
            claim_kind: None,
            marks: Vec::new(),
            requirements: Vec::new(),
            must_ask: Vec::new(),
            routing: None,
            clocks: Vec::new(),
            forced_closure: None,
            track: Track::new(),
            conduct: Conduct::new(),
            people: PeopleRules::new(),
            approvals: ApprovalTable::new(),
            forms: Vec::new(),
            reports: Vec::new(),
        }
    }

    /// Sets the version: 1 to 100 visible characters. Stored cases refer to it permanently, so change it whenever the
    /// policy changes.
    pub fn version(mut self, version: &str) -> Self {
        self.version = version.into();
        self
    }

    /// Sets the declared words. The default is the standard taxonomy.
    ///
    /// # Example: a word of your own
    ///
    /// ```
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::Category;
    /// use redress::word;
    ///
    /// let noise = word!(Category, "acme:noise");
    /// let policy = Policy::builder("desk").version("1")
    ///     .taxonomy(Taxonomy::standard().with_only(&[noise]))
    ///     .calendar(sample::calendar()?)
    ///     .routing(Routing::none())
    ///     .build()?;
    /// assert!(policy.taxonomy().check_known(noise).is_ok());
    /// assert!(policy.taxonomy().check_known(Category::PRODUCT_QUALITY).is_err()); // no longer declared
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn taxonomy(mut self, taxonomy: Taxonomy) -> Self {
        self.taxonomy = taxonomy;
        self
    }

    /// Sets the labels of the words, and the texts of other languages. The default is the standard labels.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::{Category, Locale};
    ///
    /// let labels = Labels::standard().with_label(Category::PRODUCT_QUALITY, Locale::En, "our goods")?;
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .labels(labels)
    ///     .build()?;
    /// assert_eq!(policy.labels().label(&Category::PRODUCT_QUALITY, Locale::En), "our goods");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn labels(mut self, labels: Labels) -> Self {
        self.labels = labels;
        self
    }

    /// Sets the main calendar. It applies wherever no other calendar is named.
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.calendars.main = Some(calendar);
        self
    }

    /// Adds a calendar that clocks, targets and departments can refer to by its name.
    ///
    /// If several calendars could apply to a clock, the most specific one does: first the calendar of the target,
    /// then the one of the department, then the one of the clock, and last the main calendar.
    ///
    /// A named calendar that nothing refers to is a fault.
    ///
    /// # Example: a help desk that works on Saturdays
    ///
    /// ```
    /// use redress::calendar::{Calendar, Hours, WeekPattern};
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::sample;
    /// use redress::triage::{Complaint, History, triage};
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// let office = sample::calendar()?;
    /// let desk = Calendar::builder("desk", office.zone().clone())
    ///     .week(WeekPattern::daily([Hours::from_static("09:00-17:00")]))
    ///     .build()?;
    /// let answer = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let policy = Policy::builder("help desk").version("1")
    ///     .calendar(office)
    ///     .named_calendar(desk)
    ///     .routing(Routing::none())
    ///     .clock(ClockRule::new(answer, Term::working_days(1)).with_calendar("desk"))
    ///     .build()?;
    /// let friday = Complaint::new("A-1".parse()?, "2026-03-06T10:00:00+01:00".parse()?);
    /// let due = triage(&policy, &friday, &History::none())?.due(ClockName::RESPONSE).ok_or("undetermined")?;
    /// assert_eq!(due.at().to_rfc3339(), "2026-03-07T09:00:00+00:00"); // Saturday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn named_calendar(mut self, calendar: Calendar) -> Self {
        self.calendars.named.push(calendar);
        self
    }

    /// Assigns a named calendar to a department and to the departments below it.
    ///
    /// Clocks of the scope [`Department`](crate::policy::clock::ClockScope::Department) then use this calendar for
    /// that department. A policy without such a clock refuses calendars of departments.
    ///
    /// # Example: a calendar that no clock uses
    ///
    /// ```
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::Department;
    ///
    /// let faults = Policy::builder("desk").version("1")
    ///     .calendar(sample::calendar()?)
    ///     .routing(Routing::none())
    ///     .department_calendar(Department::QUALITY, "office")
    ///     .build()
    ///     .unwrap_err();
    /// assert!(faults.to_string().starts_with("department calendar `quality`: is not used"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn department_calendar(
        mut self,
        department: Department,
        calendar: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.calendars.departments.push((department, calendar.into()));
        self
    }

    /// Sets the rules for the severity of complaints. Without them, complaints are not rated.
    pub fn severity(mut self, rules: SeverityRules) -> Self {
        self.severity = Some(rules);
        self
    }

    /// Sets the rules for the importance of complaints. Without them, a complaint has no importance.
    pub fn importance(mut self, rating: Rating<Importance>) -> Self {
        self.importance = Some(rating);
        self
    }

    /// Sets the rules for the urgency of complaints. Without them, a complaint has no urgency.
    pub fn urgency(mut self, rating: Rating<Urgency>) -> Self {
        self.urgency = Some(rating);
        self
    }

    /// Sets the rules for the claim kind of complaints that do not name one themselves.
    ///
    /// The claim kind says what a complaint is pursued as: an appeal for a remedy, a claim for damages, or another
    /// complaint. These rules cannot ask for the claim kind.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::severity::{Rating, RatingRule};
    /// use redress::policy::{Condition, Policy, Routing};
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::kind::ClaimKind;
    /// use redress::vocab::{Demand, RuleId};
    /// use redress::word;
    ///
    /// let kind = Rating::new()
    ///     .with_rule(RatingRule::new(word!(RuleId, "refund"), ClaimKind::APPEAL, Condition::is(Demand::REFUND)))
    ///     .with_otherwise(ClaimKind::OTHER);
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .claim_kind(kind)
    ///     .build()?;
    /// let refund = sample::complaint()?.with_demand(Demand::REFUND);
    /// assert_eq!(triage(&policy, &refund, &History::none())?.claim_kind(), Some(ClaimKind::APPEAL));
    /// let claim = refund.with_claim_kind(ClaimKind::CLAIM); // the complaint says so itself
    /// assert_eq!(triage(&policy, &claim, &History::none())?.claim_kind(), Some(ClaimKind::CLAIM));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn claim_kind(mut self, rating: Rating<ClaimKind>) -> Self {
        self.claim_kind = Some(rating);
        self
    }

    /// Adds a rule that marks complaints, whatever their severity.
    ///
    /// # Example: mark complaints about quality as grave
    ///
    /// ```
    /// use redress::policy::{Condition, Policy, Routing};
    /// use redress::policy::severity::MarkRule;
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Category, Mark, RuleId};
    /// use redress::word;
    ///
    /// let quality = Condition::is(Category::PRODUCT_QUALITY);
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .mark(MarkRule::new(word!(RuleId, "quality"), Mark::GRAVE, quality))
    ///     .build()?;
    /// let complaint = sample::complaint()?; // about the quality of a product
    /// assert!(triage(&policy, &complaint, &History::none())?.is_marked(Mark::GRAVE));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn mark(mut self, rule: MarkRule) -> Self {
        self.marks.push(rule);
        self
    }

    /// Adds a requirement: the condition under which a complaint may have a certain word.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::track::Requirement;
    /// use redress::policy::{Condition, Policy, Routing};
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Category, Fact, RuleId};
    /// use redress::word;
    ///
    /// let explained = Condition::has(Fact::NOT_EXPLAINED);
    /// let rule = Requirement::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, explained);
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .requirement(rule)
    ///     .build()?;
    /// let complaint = sample::complaint()?; // about the quality of a product, without the fact
    /// assert!(triage(&policy, &complaint, &History::none()).is_err());
    /// assert!(triage(&policy, &complaint.with_fact(Fact::NOT_EXPLAINED, 1), &History::none()).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn requirement(mut self, requirement: Requirement) -> Self {
        self.requirements.push(requirement);
        self
    }

    /// Sets the routing table: who is responsible for which complaints, and who else is involved. Use
    /// [`Routing::none`] if the policy assigns nobody.
    pub fn routing(mut self, routing: Routing) -> Self {
        self.routing = Some(routing);
        self
    }

    /// Adds a clock. The order does not matter, even if one clock starts from the due date of another.
    ///
    /// # Example: a clock that starts when another one is due
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// let clock = |name| Clock::new(name, Anchor::RECEIVED);
    /// let closure = ClockRule::new(clock(ClockName::CLOSURE), Term::working_days(5));
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .clock(closure.with_from_due_of(ClockName::RESPONSE))
    ///     .clock(ClockRule::new(clock(ClockName::RESPONSE), Term::working_days(2)))
    ///     .build()?;
    /// let names: Vec<_> = policy.clocks().iter().map(|rule| rule.name()).collect();
    /// assert_eq!(names, [ClockName::RESPONSE, ClockName::CLOSURE]); // in the order in which they start
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn clock(mut self, rule: ClockRule) -> Self {
        self.clocks.push(rule);
        self
    }

    /// Sets the test for closing a complaint without a solution, instead of dispatching it. Without this test, no
    /// complaint is closed by force.
    pub fn forced_closure(mut self, test: ForcedClosure) -> Self {
        self.forced_closure = Some(test);
        self
    }

    /// Sets the course of a case. The default is [`Track::new`]: the required stages, triage and dispatch.
    pub fn track(mut self, track: Track) -> Self {
        self.track = track;
        self
    }

    /// Keeps two actions apart: nobody may perform both in one case.
    #[cfg(feature = "profiles")]
    pub(crate) fn parting(mut self, one: Action, other: Action) -> Self {
        self.people = self.people.with_parted(one, other);
        self
    }

    /// Sets the rules about people: separation of duties, and what the complainant may do. The default is
    /// [`PeopleRules::new`](crate::policy::people::PeopleRules::new).
    ///
    /// # Example: a rule about the receipt
    ///
    /// ```
    /// use redress::policy::people::PeopleRules;
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::Action;
    ///
    /// let people = PeopleRules::new().with_second_person(Action::Receive);
    /// let faults = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .people(people)
    ///     .build()
    ///     .unwrap_err();
    /// assert_eq!(
    ///     faults.to_string(),
    ///     "people: second-person: cannot name `receive`, which creates the case; name an action on a case",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn people(mut self, people: PeopleRules) -> Self {
        self.people = people;
        self
    }

    /// Declares facts that must be asked. May be called several times; the order does not matter.
    ///
    /// Until such a fact is answered, its count is unknown, and a condition about it is neither true nor false. The
    /// severity is then undetermined, unless the other rules decide it. A count of 0 is an answer. Every other fact
    /// counts as 0 until somebody mentions it.
    ///
    /// # Example: nobody asked about the press yet
    ///
    /// ```
    /// use redress::policy::{Condition, Policy, Routing, SeverityRules};
    /// use redress::policy::severity::SeverityRule;
    /// use redress::sample;
    /// use redress::triage::{Complaint, History, triage};
    /// use redress::triage::answer::Level;
    /// use redress::vocab::{Fact, RuleId, Severity};
    /// use redress::word;
    ///
    /// let press = Condition::has(Fact::MEDIA_EXPOSURE);
    /// let rules = SeverityRules::new([Severity::Minor, Severity::Serious])
    ///     .with_rule(SeverityRule::new(word!(RuleId, "press"), Severity::Serious, press))
    ///     .with_otherwise(Severity::Minor);
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .severity(rules)
    ///     .must_ask([Fact::MEDIA_EXPOSURE])
    ///     .build()?;
    /// let level = |complaint: &Complaint| -> Result<_, Box<dyn std::error::Error>> {
    ///     Ok(triage(&policy, complaint, &History::none())?.severity().ok_or("not rated")?.level())
    /// };
    /// let complaint = sample::complaint()?;
    /// assert_eq!(level(&complaint)?, Level::Undetermined(Some(Severity::Minor), Severity::Serious));
    /// assert_eq!(level(&complaint.with_fact(Fact::MEDIA_EXPOSURE, 0))?, Level::Default(Severity::Minor));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn must_ask(mut self, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.must_ask.extend(facts);
        self.must_ask.sort_unstable();
        self.must_ask.dedup();
        self
    }

    /// Sets how complainants are treated: what is offered, how people talk, and in which tone. The default is
    /// [`Conduct::new`](crate::policy::track::Conduct::new).
    pub fn conduct(mut self, conduct: Conduct) -> Self {
        self.conduct = conduct;
        self
    }

    /// Sets the approval table: who must approve which decisions. Without it, nothing needs an approval.
    pub fn approvals(mut self, table: ApprovalTable) -> Self {
        self.approvals = table;
        self
    }

    /// Adds a form. Each kind of form can be declared once.
    pub fn form(mut self, form: Form) -> Self {
        self.forms.push(form);
        self
    }

    /// Adds a report. Each kind of report can be declared once.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::record::{Cadence, ReportRule};
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::organisation::Report;
    ///
    /// let review = ReportRule::new(Report::MANAGEMENT_REVIEW, Cadence::HALF_YEAR);
    /// let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.clone().report(review.clone()).build()?;
    /// assert_eq!(policy.report(Report::MANAGEMENT_REVIEW), Some(&review));
    /// assert!(desk.report(review.clone()).report(review).build().is_err()); // twice
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn report(mut self, rule: ReportRule) -> Self {
        self.reports.push(rule);
        self
    }

    fn faults_of_names(&self) -> Vec<PolicyFault> {
        let names = [("name", &self.name), ("version", &self.version)].into_iter();
        let problems = names.filter_map(|(part, text)| {
            let problem = name_problem(text)?;
            Some(PolicyFault::Name { part, text: excerpt(text), problem })
        });
        problems.collect()
    }

    /// Proves the description and returns the policy.
    ///
    /// # Errors
    ///
    /// Returns every [`PolicyFault`] at once. They follow the order of the description: names, words, calendars,
    /// severity, routing, clocks, course, people, approvals.
    ///
    /// Two kinds of faults hide others: a table that is too large is not looked into, and the routing is proved
    /// complete only if each of its rows is valid.
    ///
    /// # Example: every fault at once
    ///
    /// ```
    /// use redress::policy::Policy;
    ///
    /// let faults = Policy::builder("desk").build().unwrap_err();
    /// let texts: Vec<String> = faults.iter().map(ToString::to_string).collect();
    /// assert_eq!(texts[0], "policy version `` is empty, expected 1 to 100 visible characters");
    /// assert_eq!(texts[1..], ["the policy has no calendar", "the policy has no routing"]);
    /// ```
    pub fn build(mut self) -> Result<Policy, PolicyFaults> {
        let mut faults = self.faults_of_names();
        self.prove_citations(&mut faults);
        label_proof::prove(&self.labels, &self.taxonomy, &mut faults);
        self.calendars.prove(&self.clocks, &self.taxonomy, &mut faults);
        if let Some(rules) = &self.severity {
            rules.prove(&self.taxonomy, &mut faults);
        }
        if let Some(rating) = &self.importance {
            rating.prove(&self.taxonomy, &mut faults);
        }
        if let Some(rating) = &self.urgency {
            rating.prove(&self.taxonomy, &mut faults);
        }
        if let Some(rating) = &self.claim_kind {
            rating.prove(&self.taxonomy, &mut faults);
            let itself = rating
                .rules()
                .iter()
                .filter(|rule| rule.when().is_walkable() && rule.when().asks(Input::CLAIM_KIND));
            faults.extend(itself.map(|rule| PolicyFault::AsksForItself { rule: rule.id() }));
        }
        MarkRule::prove(&self.marks, &self.taxonomy, &mut faults);
        Requirement::prove(&self.requirements, &self.taxonomy, &mut faults);
        let count = self.must_ask.len();
        if count > MAX_MUST_ASK {
            faults.push(PolicyFault::TooMany { what: "facts that must be asked", count, most: MAX_MUST_ASK });
        }
        let undeclared = self.must_ask.iter().filter_map(|fact| self.taxonomy.check_known(*fact).err());
        let place = FaultPlace::MustAsk;
        faults.extend(undeclared.take(MAX_MUST_ASK).map(|error| PolicyFault::Undeclared { place, error }));
        if self.routing.is_none() {
            faults.push(PolicyFault::Missing { part: "routing" });
        }
        let levels = self.severity.as_ref().map(SeverityRules::levels);
        let known = self.calendars.main.as_ref().map(Calendar::known);
        let unrated = self.severity.as_ref().is_some_and(SeverityRules::may_leave_unrated);
        let routing = self.routing.clone().unwrap_or_else(Routing::none);
        let routing = routing.proved(&self.taxonomy, levels, unrated, known, &mut faults);
        // The checks of clocks compare each pair: too many clocks would take long.
        if self.clocks.len() > MAX_CLOCKS {
            faults.push(PolicyFault::TooManyClocks { clocks: self.clocks.len() });
            self.clocks.clear();
        }
        for rule in &self.clocks {
            rule.prove(&self.taxonomy, levels, &mut faults);
        }
        Form::prove(&self.forms, &self.taxonomy, &mut faults);
        ReportRule::prove(&self.reports, &self.taxonomy, &mut faults);
        // Only conditions that passed the proof: others may be too deep to be walked.
        let recurrences = if faults.is_empty() { self.recurrences() } else { Vec::new() };
        let clocks = in_order_of_start(self.clocks, &mut faults);
        if let Some(test) = &self.forced_closure {
            let undeclared = test.wanted().filter_map(|fact| self.taxonomy.check_known(fact).err());
            let place = FaultPlace::ForcedClosure;
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        }
        self.track.prove(&self.taxonomy, &mut faults);
        for rule in &clocks {
            rule.prove_late_permits(&self.track, &mut faults);
        }
        self.conduct.prove(&self.taxonomy, &mut faults);
        self.people.prove(&self.taxonomy, &mut faults);
        let approvals = self.approvals.prove(&self.taxonomy, levels);
        faults.extend(approvals.into_iter().map(PolicyFault::Approval));
        if !self.track.consent() {
            let consent =
                |chain: &&Chain| chain.steps().iter().any(|step| step.act() == ApprovalAct::CustomerConsent);
            let shown = self.approvals.chains().iter().filter(consent);
            faults.extend(shown.map(|chain| PolicyFault::ConsentNotAsked { chain: chain.id() }));
        }
        let calendars = PolicyFaults::none_or(faults, self.calendars)?.build()?;
        let severity = self.severity.map(|rules| SeverityTable::compiled(rules, &self.taxonomy));
        let mut policy = Policy {
            name: self.name,
            version: self.version,
            lexicon: Lexicon::of(&self.taxonomy),
            taxonomy: self.taxonomy,
            labels: self.labels,
            calendars,
            severity,
            importance: self.importance,
            urgency: self.urgency,
            claim_kind: self.claim_kind,
            marks: self.marks,
            requirements: self.requirements,
            must_ask: self.must_ask,
            recurrences,
            routing,
            clocks: clocks.into_iter().map(ClockRule::indexed).collect(),
            forced_closure: self.forced_closure,
            track: self.track,
            conduct: self.conduct,
            people: self.people,
            approvals: self.approvals,
            forms: self.forms,
            reports: self.reports,
            digests: Digests::NONE,
        };
        policy.digests = Digests::of(&policy);
        Ok(policy)
    }
}

impl PolicyBuilder {
    /// Proves the citation of every rule: its length and its characters.
    fn prove_citations(&self, faults: &mut Vec<PolicyFault>) {
        let mut prove = |place, text: &str| faults.extend(PolicyFault::citation(place, text));
        let severity = self.severity.iter().flat_map(SeverityRules::all);
        severity.for_each(|(_, rule)| prove(FaultPlace::Severity(rule.id()), rule.citation()));
        self.importance.iter().for_each(|rating| rating.cite(&mut prove));
        self.urgency.iter().for_each(|rating| rating.cite(&mut prove));
        self.claim_kind.iter().for_each(|rating| rating.cite(&mut prove));
        self.marks.iter().for_each(|rule| prove(FaultPlace::Mark(rule.id()), rule.citation()));
        self.requirements.iter().for_each(|rule| prove(FaultPlace::Requirement(rule.id()), rule.citation()));
        let rows = self.routing.iter().flat_map(Routing::rows);
        rows.for_each(|row| prove(FaultPlace::Row(row.id()), row.citation()));
        for rule in &self.clocks {
            prove(FaultPlace::Clock(rule.name()), rule.citation());
            let targets = match rule.targets() {
                Targets::Table(targets) => targets.as_slice(),
                Targets::Same(_) | Targets::NotSet(_) => &[],
            };
            for target in targets {
                prove(FaultPlace::Target(rule.name(), target.id()), target.citation());
            }
        }
        self.forced_closure.iter().for_each(|test| prove(FaultPlace::ForcedClosure, &test.citation));
        self.approvals
            .chains()
            .iter()
            .for_each(|chain| prove(FaultPlace::Chain(chain.id()), chain.citation()));
        self.forms.iter().for_each(|form| prove(FaultPlace::Form(form.record()), form.citation()));
        self.reports.iter().for_each(|report| prove(FaultPlace::Report(report.report()), report.citation()));
    }

    /// The repetitions that any condition asks for, each once.
    fn recurrences(&self) -> Vec<Recurrence> {
        let mut found = Vec::new();
        let mut add = |condition: &Condition| condition.recurrences(&mut found);
        self.severity.iter().flat_map(SeverityRules::conditions).for_each(&mut add);
        self.importance.iter().flat_map(Rating::conditions).for_each(&mut add);
        self.urgency.iter().flat_map(Rating::conditions).for_each(&mut add);
        self.claim_kind.iter().flat_map(Rating::conditions).for_each(&mut add);
        self.marks.iter().map(MarkRule::when).for_each(&mut add);
        self.requirements.iter().map(|requirement| &requirement.when).for_each(&mut add);
        self.forms.iter().filter_map(Form::answers_where).for_each(&mut add);
        found
    }
}

/// Puts each clock behind the one it starts from, and reports the clocks that never start.
///
/// A clock is ready if it starts from an event, or from a clock that was placed already. The first ready clock is
/// placed until none is ready, so that clocks without such a relation keep their order. Each clock has at most one
/// predecessor: whoever follows the predecessors of a clock that is left comes back to it, if it is on a cycle,
/// within as many steps as there are clocks. Each cycle is reported once. The work grows with the cube of the
/// number of clocks at worst, and that number is limited.
fn in_order_of_start(mut rules: Vec<ClockRule>, faults: &mut Vec<PolicyFault>) -> Vec<ClockRule> {
    for (index, rule) in rules.iter().enumerate() {
        let clock = rule.name();
        if rules.iter().take(index).any(|earlier| earlier.name() == clock) {
            faults.push(PolicyFault::ClockTwice { clock });
        }
        if let ClockStart::DueOf(other) = rule.start
            && !rules.iter().any(|rule| rule.name() == other)
        {
            faults.push(PolicyFault::UnknownClock { clock, other });
        }
        if let ClockStart::DueOf(other) = rule.start
            && rules.iter().any(|rule| rule.name() == other && rule.periods.is_some())
        {
            faults.push(PolicyFault::FromPeriods { clock, other });
        }
        let apart = |other: &ClockRule| {
            matches!(
                (rule.rounds, other.rounds),
                (ClockRounds::First, ClockRounds::Later) | (ClockRounds::Later, ClockRounds::First)
            )
        };
        if let ClockStart::DueOf(other) = rule.start
            && rules.iter().any(|rule| rule.name() == other && apart(rule))
        {
            faults.push(PolicyFault::OtherRounds { clock, rounds: rule.rounds, other });
        }
    }
    let mut ordered: Vec<ClockRule> = Vec::with_capacity(rules.len());
    loop {
        let ready = rules.iter().position(|rule| match rule.start {
            ClockStart::Event => true,
            ClockStart::DueOf(other) => ordered.iter().any(|earlier| earlier.name() == other),
        });
        let Some(index) = ready else { break };
        ordered.push(rules.remove(index));
    }
    // Each clock that is left is on a cycle, waits for a clock on a cycle, or waits for a clock that does not exist.
    let next = |clock: ClockName| {
        rules.iter().find(|rule| rule.name() == clock).and_then(|rule| match rule.start {
            ClockStart::DueOf(other) => Some(other),
            ClockStart::Event => None,
        })
    };
    let mut seen: Vec<ClockName> = Vec::new();
    for rule in &rules {
        let way = core::iter::successors(Some(rule.name()), |clock| next(*clock)).skip(1).take(rules.len());
        let cycle: Vec<ClockName> = way.take_while(|clock| !seen.contains(clock)).collect();
        if let Some(end) = cycle.iter().position(|clock| *clock == rule.name()) {
            faults.push(PolicyFault::ClockCycle { clock: rule.name() });
            seen.extend(cycle.into_iter().take(end + 1));
        }
    }
    ordered
}
