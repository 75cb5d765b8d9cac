//! Forms that are prefilled from a case.

use alloc::string::String;
use alloc::vec::Vec;

use crate::case::Case;
use crate::case::command::Note;
use crate::labels::phrases;
use crate::policy::Policy;
use crate::policy::record::{FilledForm, Form, FormError};
use crate::render::Renderer;
use crate::render::phrase::{Said, moment};
use crate::text::blank::seen;
use crate::vocab::{Code, Facet, FormField, Locale, Word};

impl Form {
    /// Fills in the fields of a form that the case can answer.
    ///
    /// Words are written with their labels, and instants in the local time of the policy's calendar. A field that the
    /// case cannot answer stays empty, and is [missing](Form::missing) if the form requires it. The narrative is
    /// written without invisible characters; the case keeps it unchanged.
    ///
    /// ```
    /// use redress::policy::record::Form;
    /// use redress::sample;
    /// use redress::vocab::{FormField, Locale};
    /// use redress::vocab::organisation::Record;
    ///
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let form = Form::new(Record::COMPLAINT_REGISTER).with_fields([FormField::TIME, FormField::CONTACT]);
    ///
    /// let filled = form.prefilled(&case, &policy, Locale::ZhHant)?;
    /// assert_eq!(filled.text(FormField::TIME).map(|text| text.reveal().as_str()), Some("2026-04-02（週四）10:00"));
    /// // A case does not know how the complainant can be reached.
    /// assert_eq!(form.missing(&filled)?.first().map(ToString::to_string).as_deref(), Some("`contact`"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`FormError`] if a text of the case is too long for its field, such as a long narrative.
    pub fn prefilled(&self, case: &Case, policy: &Policy, locale: Locale) -> Result<FilledForm, FormError> {
        let holder = Holder { case, policy, by: Renderer::of(policy, locale) };
        self.fields().try_fold(FilledForm::new(), |filled, field| match holder.text(field) {
            Some(text) => filled.with(field, text),
            None => Ok(filled),
        })
    }
}

struct Holder<'a> {
    case: &'a Case,
    policy: &'a Policy,
    by: Renderer<'a>,
}

fn note(note: Option<&Note>) -> Option<String> {
    note.map(|note| note.as_str().into())
}

impl Holder<'_> {
    /// Returns what the case holds for a field.
    fn text(&self, field: FormField) -> Option<String> {
        let (case, complaint) = (self.case, self.case.complaint());
        match field {
            FormField::COMPLAINANT | FormField::CUSTOMER => {
                complaint.complainant().map(|key| key.as_str().into())
            }
            FormField::CAUSE => {
                let word = complaint.cause().map(|word| self.word(word));
                let note = case.customer_caused().and_then(|found| note(found.cause.as_ref()));
                let between = self.by.plain(phrases::MARK_COLON);
                let parts: Vec<String> = word.into_iter().chain(note).collect();
                (!parts.is_empty()).then(|| parts.join(between))
            }
            FormField::CORRECTIVE_MEASURE => note(case.customer_caused()?.corrective.as_ref()),
            FormField::PREVENTIVE_MEASURE => note(case.customer_caused()?.preventive.as_ref()),
            FormField::DEMAND if complaint.wants_nothing() => Some(self.by.plain(phrases::MARK_NONE).into()),
            FormField::STAFF => complaint.staff().map(|person| person.as_str().into()),
            FormField::PRODUCT => complaint.product().map(|key| key.as_str().into()),
            FormField::NARRATIVE => complaint.narrative().map(|text| seen(text.reveal()).collect()),
            FormField::TIME => {
                let (received, calendar) = (complaint.received(), self.policy.calendar());
                Some(moment(&self.by, received, calendar.local(received).ok()))
            }
            FormField::OBJECT => {
                let product = || self.text(FormField::PRODUCT);
                let staff = || self.text(FormField::STAFF);
                product().or_else(staff).or_else(|| self.text(FormField::UNIT))
            }
            FormField::CLASS => case.severity().map(|level| level.said(&self.by).into()),
            FormField::HANDLING_METHOD => self.words(&case.solution()?.remedies),
            FormField::RESPONSIBLE_UNIT => case.department().map(|word| self.word(word)),
            FormField::PERSONS | FormField::HANDLING_PERSON => {
                case.person_in_charge().map(|person| person.as_str().into())
            }
            FormField::REFERENCE => Some(case.id().as_str().into()),
            other => self.codes(other.facet()?),
        }
    }

    /// Returns the labels of the words that the complaint has of a facet.
    fn codes(&self, facet: Facet) -> Option<String> {
        let label = |code: Code| String::from(self.policy.labels().label_of(facet, &code, self.by.locale));
        self.listed(&self.case.complaint().words().codes(facet).map(label).collect::<Vec<_>>())
    }

    fn word<W: Word>(&self, word: W) -> String {
        self.policy.labels().label(&word, self.by.locale).into()
    }

    fn words<W: Word>(&self, words: &[W]) -> Option<String> {
        self.listed(&words.iter().map(|&word| self.word(word)).collect::<Vec<_>>())
    }

    fn listed(&self, words: &[String]) -> Option<String> {
        let between = self.by.plain(phrases::MARK_LIST);
        (!words.is_empty()).then(|| words.join(between))
    }
}
