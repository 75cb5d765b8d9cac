//! Which fields of a form a complaint answers, and on which form it is answered.

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
    /// Returns whether the complaint answers a field of a form.
    ///
    /// "The complainant demands nothing" answers the field `demand`. A field that is not [of a
    /// complaint](FormField::OF_COMPLAINT) is never answered.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::FormField;
    ///
    /// let complaint = sample::complaint()?.with_no_demand();
    /// assert!(complaint.answers(FormField::TIME) && complaint.answers(FormField::DEMAND));
    /// assert!(!complaint.answers(FormField::NARRATIVE)); // nobody wrote down what was said
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

/// The form on which a complaint is answered.
///
/// # Example: nobody has asked yet
///
/// ```
/// use redress::policy::record::Form;
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::sample;
/// use redress::triage::PastCounts;
/// use redress::triage::answer::{AnswerForm, answer_form};
/// use redress::vocab::Fact;
/// use redress::vocab::organisation::Record;
///
/// let wanted = Condition::has(Fact::CUSTOMER_FORM_WANTED);
/// let form = Form::new(Record::CUSTOMER_FORM).with_open_end().with_answers_where(wanted);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.form(form).must_ask([Fact::CUSTOMER_FORM_WANTED]).build()?;
/// let answer = answer_form(&policy, &sample::complaint()?, &PastCounts::default());
/// assert_eq!(answer, AnswerForm::Undetermined(Record::CUSTOMER_FORM));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a form, none, or nobody knows")]
pub enum AnswerForm<'p> {
    /// This form: its condition holds.
    On(&'p Form),
    /// No particular form.
    Free,
    /// It is unknown whether the complaint is answered on this form. The forms before it do not apply.
    Undetermined(Record),
}

/// Returns the form of a policy on which a complaint is answered: the first form whose condition holds.
///
/// `past` holds the counts of earlier complaints; see [`PastCounts::of`].
///
/// # Example: the customer asks for their own form
///
/// ```
/// use redress::policy::record::Form;
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::sample;
/// use redress::triage::answer::{AnswerForm, answer_form};
/// use redress::triage::PastCounts;
/// use redress::vocab::Fact;
/// use redress::vocab::organisation::Record;
///
/// let wanted = Condition::has(Fact::CUSTOMER_FORM_WANTED);
/// let form = Form::new(Record::CUSTOMER_FORM).with_open_end().with_answers_where(wanted);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.form(form).build()?;
///
/// let complaint = sample::complaint()?;
/// let past = PastCounts::default(); // no rule of this policy looks at earlier complaints
/// assert_eq!(answer_form(&policy, &complaint, &past), AnswerForm::Free);
/// let asked = complaint.with_fact(Fact::CUSTOMER_FORM_WANTED, 1);
/// assert!(matches!(answer_form(&policy, &asked, &past), AnswerForm::On(form) if form.is_open_ended()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
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

/// Returns the same, by what is known of the complaint.
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
