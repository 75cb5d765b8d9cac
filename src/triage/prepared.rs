//! A complaint made ready for the rules of one policy.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::faults::Faults;
use crate::policy::condition::{Facts, Truth};
use crate::policy::lexicon::{WordNumber, number_of_level};
use crate::policy::routing::Decision;
use crate::policy::severity::{RatingOutcome, SeverityTable};
use crate::policy::track::ForcedClosure;
use crate::policy::{Numbers, Policy};
use crate::taxonomy::TaxonomyError;
use crate::triage::complaint::Complaint;
use crate::triage::fault::{ComplaintFault, TriageError};
use crate::triage::history::History;
use crate::triage::known::{Known, group_of_cause};
use crate::triage::marks::Marks;
use crate::triage::outcome::{Triage, department_of};
use crate::triage::past::PastCounts;
use crate::triage::routes::Owner;
use crate::triage::severity::{Level, SeverityTriage};
use crate::vocab::kind::ClaimKind;
use crate::vocab::{Code, Department, Facet, Fact, Input, Mark, Severity, StoredWord};

/// A complaint that was checked against one policy and is ready to be asked many times.
///
/// [`Policy::prepare`] checks every word of the complaint once, and replaces it by the number that the policy gives it.
/// The prepared complaint then answers single questions (how severe, who owns it) in nanoseconds, and makes a whole
/// [`Triage`]. The answers are those of [`triage`](crate::triage::triage).
///
/// # Example: who would own it, if it were more severe?
///
/// ```
/// use redress::policy::routing::{Cell, Row};
/// use redress::policy::severity::SeverityRule;
/// use redress::policy::{Condition, Policy, Routing, SeverityRules};
/// use redress::triage::History;
/// use redress::triage::answer::Level;
/// use redress::vocab::{Department, Fact, Input, RuleId, Severity};
/// use redress::{sample, word};
///
/// let danger = Condition::has(Fact::DANGER_TO_PERSON);
/// let severity = SeverityRules::new([Severity::General, Severity::Serious])
///     .with_rule(SeverityRule::new(word!(RuleId, "danger"), Severity::Serious, danger))
///     .with_otherwise(Severity::General);
/// let serious = Cell::severity([Severity::Serious]);
/// let routing = Routing::by([Input::Severity])
///     .with_row(Row::owner(word!(RuleId, "rest"), Department::CUSTOMER_SERVICE))
///     .with_row(Row::owner(word!(RuleId, "grave"), Department::QUALITY).with_cell(serious));
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?);
/// let policy = desk.severity(severity).routing(routing).build()?;
///
/// let complaint = sample::complaint()?;
/// let prepared = policy.prepare(&complaint, &History::none())?;
/// assert_eq!(prepared.level(), Some(Level::Default(Severity::General)));
/// assert_eq!(prepared.department(), Some(Department::CUSTOMER_SERVICE));
/// assert_eq!(prepared.department_at(Severity::Serious), Some(Department::QUALITY));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// Most questions need the policy and the first 48 bytes of the numbers, and are answered out of one cache line.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub struct PreparedComplaint<'a> {
    pub(super) policy: &'a Policy,
    numbers: Numbers,
    pub(super) complaint: &'a Complaint,
    rest: Option<Box<Rest<'a>>>,
}

const _: () = assert!(size_of::<PreparedComplaint<'_>>() <= 192, "three cache lines");

/// The parts that most complaints do not have.
#[derive(Clone, Debug, Default)]
pub(super) struct Rest<'a> {
    pub(super) past: PastCounts,
    /// The facts that the policy requires to be asked and that nobody answered.
    pub(super) open: Vec<Fact>,
    pub(super) claim_kind: Option<RatingOutcome<'a, ClaimKind>>,
}

impl Policy {
    /// Checks a complaint against this policy and prepares it for single questions.
    ///
    /// `history` holds the earlier complaints. They are counted now, and only if a rule of the policy asks for them.
    ///
    /// # Errors
    ///
    /// Returns [`TriageError`] with every word that is not declared, or not in use on the day of receipt, and every
    /// step that is dated before the receipt: the same faults as [`triage`](crate::triage::triage).
    ///
    /// # Example: a word that the policy does not know
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::History;
    /// use redress::vocab::Category;
    ///
    /// let policy = sample::policy()?; // it declares two categories
    /// let complaint = sample::complaint()?.with_category(Category::SPARE_PARTS);
    /// let refused = policy.prepare(&complaint, &History::none()).unwrap_err();
    /// assert!(refused.to_string().contains("category `spare-parts`"), "{refused}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn prepare<'a>(
        &'a self,
        complaint: &'a Complaint,
        history: &History,
    ) -> Result<PreparedComplaint<'a>, TriageError> {
        self.prepare_with(complaint, PastCounts::of(self, complaint, history))
    }

    /// Prepares a complaint with counts of earlier complaints that were made before, as [`PastCounts::of`] makes them.
    ///
    /// Use it to ask about a stored complaint again without the history that it had.
    ///
    /// # Errors
    ///
    /// Returns [`TriageError`] as [`Policy::prepare`] does, and if the counts are not those that the policy asks for.
    pub fn prepare_with<'a>(
        &'a self,
        complaint: &'a Complaint,
        past: PastCounts,
    ) -> Result<PreparedComplaint<'a>, TriageError> {
        let asked = self.recurrences();
        if past.repeats.len() != asked.len() {
            let counts = past.repeats.len();
            return Err(ComplaintFault::OtherPast { counts, asked: asked.len() }.into());
        }
        let open = self.to_ask(complaint);
        let mut known = Known { open: &open, ..Known::of(complaint, asked, &past.repeats) };
        let claim_kind = self.claim_kind().filter(|_| complaint.claim_kind().is_none());
        let claim_kind = claim_kind.map(|rating| rating.rate(&known));
        known.claim_kind = claim_kind.as_ref().and_then(RatingOutcome::code);
        let mut prepared =
            PreparedComplaint { policy: self, complaint, numbers: Numbers::default(), rest: None };
        number(self, complaint, &known, &mut prepared.numbers)?;
        let nothing =
            past.repeats.is_empty() && past.of_complainant == 0 && open.is_empty() && claim_kind.is_none();
        if !nothing {
            prepared.rest = Some(Box::new(Rest { past, open, claim_kind }));
        }
        Ok(prepared)
    }
}

impl<'a> PreparedComplaint<'a> {
    /// Returns the policy that the complaint was prepared for.
    #[must_use]
    pub const fn policy(&self) -> &'a Policy {
        self.policy
    }

    /// Returns the complaint as it was given, with its words.
    #[must_use]
    pub const fn complaint(&self) -> &'a Complaint {
        self.complaint
    }

    /// Returns the level of severity without its reasons, or `None` if the policy has no severity rules.
    ///
    /// This is the [level](SeverityTriage::level) of [`PreparedComplaint::severity`], found in less time.
    ///
    /// # Example: a fact that raises the level
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::History;
    /// use redress::triage::answer::Level;
    /// use redress::vocab::{Fact, Severity};
    ///
    /// let policy = sample::policy()?;
    /// let injured = sample::complaint()?.with_fact(Fact::DANGER_TO_PERSON, 1);
    /// let level = policy.prepare(&injured, &History::none())?.level();
    /// assert_eq!(level, Some(Level::ByRules(Severity::Serious)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn level(&self) -> Option<Level> {
        let table = self.policy.severity_table()?;
        Some(match table.level_at_once(&self.numbers) {
            Some((level, by_default)) => Level::decided(level, by_default),
            None => self.open_level(table),
        })
    }

    /// Returns the severity with the rules that decided it, or `None` if the policy has no severity rules.
    #[must_use]
    pub fn severity(&self) -> Option<SeverityTriage<'a>> {
        self.rated(&self.known())
    }

    /// Returns the positions of the severity rules that hold, in ascending order.
    ///
    /// These are the rules of [`SeverityTriage::matched`], found in less time. Positions count from 0, through the
    /// [rules](crate::policy::SeverityRules::rules), then the fallbacks, then the escalations.
    ///
    /// # Example: an array of counters, one for each rule
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::History;
    /// use redress::vocab::Fact;
    ///
    /// let policy = sample::policy()?;
    /// let injured = sample::complaint()?.with_fact(Fact::DANGER_TO_PERSON, 1);
    /// let mut counters = [0; 1]; // the policy has one rule
    /// for position in policy.prepare(&injured, &History::none())?.matched_positions() {
    ///     counters[position] += 1;
    /// }
    /// assert_eq!(counters, [1]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn matched_positions(&self) -> impl Iterator<Item = usize> + use<> {
        let matched = self.policy.severity_table().map(|table| {
            table
                .matched_at_once(&self.numbers)
                .unwrap_or_else(|| table.rate(&self.numbers, &self.known()).matched)
        });
        matched.into_iter().flatten()
    }

    /// Returns who owns the complaint, or why nobody does.
    #[must_use]
    pub fn owner(&self) -> Owner<'a> {
        if self.forced().is_none()
            && let Some(decision) = self.owner_at_once()
        {
            return Owner::of(self.policy.routing_table(), decision);
        }
        let rated = if self.policy.routing_table().is_by_findings() { self.severity() } else { None };
        self.owner_of(rated.as_ref(), rated.as_ref().and_then(SeverityTriage::decided))
    }

    /// Returns the position, in [`Routing::rows`](crate::policy::Routing::rows), of the row that names the owner.
    ///
    /// It is `None` if [`PreparedComplaint::owner`] is not a row. Use it to keep something of your own for each row,
    /// such as the number of a queue.
    ///
    /// # Example: a queue for each row
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::History;
    ///
    /// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
    /// let queues = ["workshop", "counter"]; // one for each row of the policy
    /// let position = policy.prepare(&complaint, &History::none())?.owner_position().ok_or("no owner")?;
    /// assert_eq!(queues[position], "workshop");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn owner_position(&self) -> Option<usize> {
        if self.policy.forced_closure().is_none()
            && let Some(decision) = self.owner_at_once()
        {
            return decision.row();
        }
        self.owner_position_by_sets()
    }

    /// Returns who would own the complaint at a given severity, such as that of an earlier assessment.
    ///
    /// If the policy routes by marks, the marks that its rules give by the facts still count.
    #[must_use]
    pub fn owner_at(&self, severity: Severity) -> Owner<'a> {
        let by_marks = self.policy.routing().inputs().contains(&Input::MARK);
        let rated = if by_marks { self.severity() } else { None };
        self.owner_of(rated.as_ref(), Some(severity))
    }

    /// Returns the department that owns the complaint, or `None` if no department does.
    ///
    /// If the row names the unit concerned, this is the unit that the complaint names.
    #[must_use]
    pub fn department(&self) -> Option<Department> {
        if let Owner::Row(row) = self.owner() { department_of(row, self.complaint) } else { None }
    }

    /// Returns the department that would own the complaint at a given severity.
    #[must_use]
    pub fn department_at(&self, severity: Severity) -> Option<Department> {
        if let Owner::Row(row) = self.owner_at(severity) { department_of(row, self.complaint) } else { None }
    }

    /// Answers everything that the policy decides: severity, owners, clocks, marks and forms.
    #[must_use]
    pub fn triage(self) -> Triage<'a> {
        Triage::of(self)
    }

    pub(super) fn claim_kind(&self) -> Option<&RatingOutcome<'a, ClaimKind>> {
        self.rest.as_ref().and_then(|rest| rest.claim_kind.as_ref())
    }

    pub(super) const fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// Returns what a triage tells besides the answers of rules.
    pub(super) fn into_rest(self) -> Rest<'a> {
        self.rest.map_or_else(Rest::default, |rest| *rest)
    }

    /// Returns what is known before anything is found.
    pub(super) fn known(&self) -> Known<'_> {
        let asked = self.policy.recurrences();
        match &self.rest {
            None => Known::of(self.complaint, asked, &[]),
            Some(rest) => Known {
                open: &rest.open,
                claim_kind: rest.claim_kind.as_ref().and_then(RatingOutcome::code),
                ..Known::of(self.complaint, asked, &rest.past.repeats)
            },
        }
    }

    pub(super) fn rated(&self, known: &Known<'_>) -> Option<SeverityTriage<'a>> {
        self.policy.severity_table().map(|table| SeverityTriage::of(table, &self.numbers, known))
    }

    /// Returns who owns the complaint, if the routing table has a cell for it and the severity is decided.
    #[inline]
    fn owner_at_once(&self) -> Option<Decision> {
        let table = self.policy.routing_table();
        let level = if table.is_by_findings() { self.level()?.severity() } else { None };
        table.owner_by_cell(&self.numbers, level)
    }

    /// Returns the level by rules of which some are open, or by more rules than lanes have room for.
    fn open_level(&self, table: &SeverityTable) -> Level {
        let (levels, by_default) = table.levels(&self.numbers, &self.known());
        Level::of(levels, by_default)
    }

    fn owner_position_by_sets(&self) -> Option<usize> {
        let Owner::Row(row) = self.owner() else { return None };
        self.policy.routing().rows().iter().position(|other| core::ptr::eq(other, row))
    }

    pub(super) fn forced(&self) -> Option<&'a ForcedClosure> {
        self.policy.forced_closure().filter(|test| test.wanted().all(|fact| self.complaint.count(fact) > 0))
    }

    /// Returns who owns the complaint at a severity.
    fn owner_of(&self, rated: Option<&SeverityTriage<'a>>, severity: Option<Severity>) -> Owner<'a> {
        if let Some(test) = self.forced() {
            return Owner::NotDispatched(test);
        }
        let table = self.policy.routing_table();
        let mut known = self.known();
        if let Some(decision) = table.owner_by_cell(&self.numbers, severity) {
            return Owner::of(table, decision);
        }
        if !table.is_by_findings() {
            let by_words = table.owner_by_words(&self.numbers);
            return Owner::of(table, by_words.unwrap_or_else(|| table.route(&self.numbers, &known).owner));
        }
        let marks = Marks::of(self.policy, &known, rated, self.claim_kind());
        let numbers = with_found(self.policy, Cow::Borrowed(&self.numbers), &marks, severity);
        known.marks = Some(&marks);
        known.severity = severity;
        known.levels = rated.filter(|_| severity.is_none()).map(SeverityTriage::levels);
        Owner::of(table, table.route(&numbers, &known).owner)
    }
}

/// Adds what was found of a complaint to its numbers.
pub(super) fn with_found<'n>(
    policy: &Policy,
    numbers: Cow<'n, Numbers>,
    marks: &Marks,
    severity: Option<Severity>,
) -> Cow<'n, Numbers> {
    let mut numbers = numbers;
    let number = |mark: &Mark| {
        let found = policy.lexicon().find_code(Facet::Mark, mark.code());
        debug_assert!(found.is_some(), "a rule gives the mark `{mark}` that is not declared");
        found.map(|(number, _)| number)
    };
    for mark in marks.given.iter().filter_map(|(mark, _)| number(mark)) {
        numbers.to_mut().add_word(mark);
    }
    for mark in marks.open.iter().filter_map(number) {
        numbers.to_mut().add_open_word(mark);
    }
    if let Some(level) = severity {
        numbers.to_mut().add_word(number_of_level(level));
    }
    numbers
}

/// Numbers the words of a complaint.
///
/// Every word must be declared and in use on the day of receipt, every requirement of the policy must hold, and no
/// step may be dated before the receipt. All faults are found at once.
fn number(
    policy: &Policy,
    complaint: &Complaint,
    known: &Known<'_>,
    numbers: &mut Numbers,
) -> Result<(), TriageError> {
    let lexicon = policy.lexicon();
    let (severity, routing) =
        (policy.severity_table().filter(|table| table.is_small()), policy.routing_table());
    let add_word = |numbers: &mut Numbers, number: WordNumber| {
        numbers.add_word(number);
        routing.step(number, numbers.cell_mut());
    };
    let add_fact = |numbers: &mut Numbers, number: WordNumber, count: u32| match severity {
        Some(table) => table.add_fact(numbers.answers_mut(), number, count),
        None => numbers.add_fact(number, count),
    };
    let mut faults = Vec::new();
    faults.extend(complaint.steps_before_receipt());
    for word in complaint.words.stored() {
        // Rules give marks. A mark that the complaint brings along is checked, and counts for nothing.
        let counts = !word.cmp_facet(&Facet::Mark).is_eq();
        match lexicon.find(word) {
            Some((number, true)) if counts => add_word(numbers, number),
            Some((_, true)) => {}
            found => {
                if let Some(number) = dated(policy, complaint, word, found, &mut faults).filter(|_| counts) {
                    add_word(numbers, number);
                }
            }
        }
    }
    for (fact, count) in &complaint.facts {
        match lexicon.find(fact) {
            Some((number, true)) => add_fact(numbers, number, *count),
            found => {
                if let Some(number) = dated(policy, complaint, fact, found, &mut faults) {
                    add_fact(numbers, number, *count);
                }
            }
        }
    }
    for fact in &complaint.not_so {
        let found = lexicon.find(fact);
        if !matches!(found, Some((_, true))) {
            dated(policy, complaint, fact, found, &mut faults);
        }
    }
    for fact in known.open {
        let number = lexicon.find_code(Facet::Fact, fact.code());
        debug_assert!(number.is_some(), "the fact `{fact}` must be asked and is not declared");
        if let Some((number, _)) = number {
            match severity {
                Some(table) => table.add_open_fact(numbers.answers_mut(), number),
                None => numbers.add_open_fact(number),
            }
        }
    }
    let mut check = |facet: Facet, word: &Code| {
        if !matches!(lexicon.find_code(facet, word), Some((_, true))) {
            faults.extend(in_use(policy, complaint, facet, word).err().map(ComplaintFault::Word));
        }
    };
    for (department, _) in &complaint.departments {
        check(Facet::Department, department.code());
    }
    for event in complaint.anchors.names() {
        check(Facet::Anchor, event.code());
    }
    for rule in policy.requirements() {
        let word = known.words(rule.input).find(|word| word.is_or_under(&rule.word));
        if let Some(word) = word
            && rule.when.holds(known) != Truth::True
        {
            faults.push(ComplaintFault::NotAllowed { rule: rule.id, input: rule.input, word });
        }
    }
    // No rule asks for a group that is not declared.
    let mut derive = |facet: Facet, word: &Code| {
        if let Some((number, _)) = lexicon.find_code(facet, word) {
            add_word(numbers, number);
        }
    };
    if let Some(kind) = known.claim_kind {
        derive(Facet::ClaimKind, kind);
    }
    if let Some(group) = group_of_cause(complaint) {
        derive(Facet::CauseGroup, &group);
    }
    if let Some(table) = severity {
        let mut answers = *numbers.answers();
        table.add_rest(&mut answers, numbers, known);
        *numbers.answers_mut() = answers;
    }
    Faults::none_or(faults, ())
}

/// Returns the number of a word that is not in use on every day, or reports why it is refused.
#[cold]
fn dated(
    policy: &Policy,
    complaint: &Complaint,
    word: &StoredWord,
    found: Option<(WordNumber, bool)>,
    faults: &mut Vec<ComplaintFault>,
) -> Option<WordNumber> {
    match in_use(policy, complaint, word.facet(), &word.code()) {
        Ok(()) => found.map(|(number, _)| number),
        Err(refused) => {
            faults.push(ComplaintFault::Word(refused));
            None
        }
    }
}

/// Checks a word that is not in use on every day.
fn in_use(policy: &Policy, complaint: &Complaint, facet: Facet, word: &Code) -> Result<(), TaxonomyError> {
    let utc = complaint.received.date_naive();
    // If the zone does not know the day of receipt, the word must be in use on every day that this may be.
    let possible = [utc, utc.pred_opt().unwrap_or(utc), utc.succ_opt().unwrap_or(utc)];
    let known_day = policy.calendar().date(complaint.received).map(|day| [day]);
    let days = known_day.as_ref().map_or(possible.as_slice(), |day| day.as_slice());
    days.iter().try_for_each(|&day| policy.taxonomy().check_new_code(facet, word, day))
}
