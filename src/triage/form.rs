//! What a complaint answers of a form, and on which form it is answered.

use crate::policy::Policy;
use crate::policy::condition::Truth;
use crate::policy::record::Form;
use crate::policy::severity::RatingOutcome;
use crate::text::blank::is_blank;
use crate::triage::complaint::Complaint;
use crate::triage::known::Known;
use crate::triage::past::PastCounts;
use crate::vocab::FormField;
use crate::vocab::organisation::Record;

impl Complaint {
    /// Whether it answers a field of a form. That the complainant wants nothing is an answer, too; a field that is
    /// none [of a complaint](FormField::OF_COMPLAINT) is answered by no complaint.
    ///
    /// ```
    /// use redress::triage::Complaint;
    /// use redress::vocab::FormField;
    ///
    /// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?).with_no_demand();
    /// assert!(complaint.answers(FormField::TIME) && complaint.answers(FormField::DEMAND));
    /// assert!(!complaint.answers(FormField::NARRATIVE));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn answers(&self, field: FormField) -> bool {
        match field {
            FormField::TIME => true,
            FormField::COMPLAINANT => self.complainant.is_some(),
            FormField::DEMAND => self.no_demand || self.demands().len() > 0,
            FormField::STAFF => self.staff.is_some(),
            FormField::PRODUCT => self.product.is_some(),
            FormField::NARRATIVE => self.narrative.as_ref().is_some_and(|text| !is_blank(text.reveal())),
            other => other.facet().is_some_and(|facet| self.words.codes(facet).len() > 0),
        }
    }
}

/// On which form a complaint is answered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a form, none, or nobody knows")]
pub enum AnswerForm<'p> {
    /// On this one.
    On(&'p Form),
    /// On no form in particular.
    Free,
    /// It depends on what is not known of the complaint: whether it is answered on this form.
    Undetermined(Record),
}

/// Says on which form of a policy a complaint is answered: the first whose condition holds.
///
/// `past` is what the policy counts of earlier complaints, as [`PastCounts::of`] does.
///
/// # Example: the customer asks for a form of its own (S16-R16)
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::policy::record::Form;
/// use redress::triage::{Complaint, History, PastCounts};
/// use redress::triage::answer::{AnswerForm, answer_form};
/// use redress::vocab::Fact;
/// use redress::vocab::organisation::Record;
///
/// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
/// # let calendar = Calendar::builder("office", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
/// #     .build()?;
/// let form = Form::new(Record::CUSTOMER_FORM)
///     .with_open_end()
///     .with_answers_where(Condition::has(Fact::CUSTOMER_FORM_WANTED));
/// let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).form(form).build()?;
///
/// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?);
/// let past = PastCounts::of(&policy, &complaint, &History::none());
/// assert_eq!(answer_form(&policy, &complaint, &past), AnswerForm::Free);
/// let demanded = complaint.with_fact(Fact::CUSTOMER_FORM_WANTED, 1);
/// let AnswerForm::On(form) = answer_form(&policy, &demanded, &past) else { return Err("free".into()) };
/// assert_eq!(form.record(), Record::CUSTOMER_FORM);
/// # Ok(()) }
/// ```
#[must_use]
pub fn answer_form<'p>(policy: &'p Policy, complaint: &Complaint, past: &PastCounts) -> AnswerForm<'p> {
    let open = policy.to_ask(complaint);
    let mut known = Known { open: &open, ..Known::of(complaint, policy.recurrences(), past.counts()) };
    let rated = policy.claim_kind().filter(|_| complaint.claim_kind().is_none());
    let rated = rated.map(|rating| rating.rate(&known));
    known.claim_kind = rated.as_ref().and_then(RatingOutcome::code);
    form_of(policy, &known)
}

/// The same, by what is known of the complaint.
pub(super) fn form_of<'p>(policy: &'p Policy, known: &Known<'_>) -> AnswerForm<'p> {
    for form in policy.forms() {
        match form.answers_where().map(|when| when.holds(known)) {
            Some(Truth::True) => return AnswerForm::On(form),
            Some(Truth::Unknown) => return AnswerForm::Undetermined(form.record()),
            Some(Truth::False) | None => {}
        }
    }
    AnswerForm::Free
}
