//! The forms of a procedure, and what each of them asks for.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::policy::condition::Condition;
use crate::policy::document::word_list::OneOrMany;
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::limits::{MAX_FIELDS, MAX_FORMS};
use crate::policy::record::filled::{FilledForm, FormError};
use crate::policy::record::holders::{holders, prove};
use crate::taxonomy::Taxonomy;
use crate::text::blank::is_blank;
use crate::text::left_out::{is_default, some};
use crate::text::list::list;
use crate::text::map_only::{map_only, switch};
use crate::text::written_as::written_as;
use crate::vocab::organisation::Record;
use crate::vocab::{Choice, Department, FormField, Role};

/// A form of a procedure: what it asks for, who fills it in, and which complaints are answered on it.
///
/// # Example: one of two dates is enough
///
/// ```
/// use redress::policy::record::{FilledForm, Form};
/// use redress::vocab::organisation::Record;
/// use redress::vocab::{FormField, Role};
///
/// let sheet = Form::new(Record::HANDLING_SHEET)
///     .with_fields([FormField::DEMAND, FormField::GROUNDS])
///     .with_one_of([FormField::DEVICE_OUT_OF_STORE_DATE, FormField::SYSTEM_ACTIVATION_DATE])
///     .with_optional([FormField::CONTACT])
///     .with_role(Role::HANDLER);
///
/// let filled = FilledForm::new()
///     .with(FormField::DEMAND, "a new device")?
///     .with(FormField::SYSTEM_ACTIVATION_DATE, "2025-11-03")?;
/// let missing: Vec<_> = sheet.missing(&filled)?.iter().map(ToString::to_string).collect();
/// assert_eq!(missing, ["`grounds`"]);
/// # Ok::<(), redress::policy::record::FormError>(())
/// ```
///
/// # Example: as a document, a list inside `fields` is a choice
///
/// ```
/// use redress::policy::record::Form;
///
/// let sheet: Form = serde_json::from_str(
///     r#"{"form": "handling-sheet",
///         "fields": ["demand", ["device-out-of-store-date", "system-activation-date"]]}"#,
/// )?;
/// assert_eq!(sheet.required().len(), 2);
/// assert_eq!(sheet.required()[1].fields().len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct Form {
    #[serde(rename = "form")]
    record: Record,
    #[serde(default, deserialize_with = "asked", skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldRequirement>,
    #[serde(default, deserialize_with = "fields", skip_serializing_if = "Vec::is_empty")]
    optional: Vec<FormField>,
    /// Whether it accepts fields that it does not name.
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "is_default")]
    open_ended: bool,
    #[serde(default, deserialize_with = "holders", skip_serializing_if = "Vec::is_empty")]
    roles: Vec<Role>,
    #[serde(default, deserialize_with = "holders", skip_serializing_if = "Vec::is_empty")]
    departments: Vec<Department>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    answers_where: Option<Condition>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    citation: Cow<'static, str>,
}

map_only!(Form, "a form");

/// A requirement of a form: one field, or a choice between several fields.
///
/// # Example
///
/// ```
/// use redress::policy::record::Form;
/// use redress::vocab::FormField;
/// use redress::vocab::organisation::Record;
///
/// let sheet = Form::new(Record::HANDLING_SHEET).with_one_of([FormField::DEMAND, FormField::GROUNDS]);
/// assert_eq!(sheet.required()[0].to_string(), "`demand` or `grounds`");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FieldRequirement(Vec<FormField>);

impl FieldRequirement {
    /// Returns the field, or all fields of the choice.
    #[must_use]
    pub fn fields(&self) -> &[FormField] {
        &self.0
    }
}

/// Writes the field in backticks, or the choice: `` `grounds` or `demand` ``.
impl fmt::Display for FieldRequirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Choice(&self.0).fmt(f)
    }
}

impl From<&FieldRequirement> for OneOrMany {
    fn from(requirement: &FieldRequirement) -> Self {
        Self(requirement.0.iter().map(|&field| field.into()).collect())
    }
}

impl From<OneOrMany> for FieldRequirement {
    fn from(words: OneOrMany) -> Self {
        Self(words.0.into_iter().map(FormField::from_code).collect())
    }
}

written_as!(FieldRequirement = OneOrMany);

fn asked<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<FieldRequirement>, D::Error> {
    list(MAX_FIELDS, deserializer)
}

fn fields<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<FormField>, D::Error> {
    list(MAX_FIELDS, deserializer)
}

impl Form {
    /// Creates a form that asks for nothing yet.
    #[must_use]
    pub const fn new(record: Record) -> Self {
        Self {
            record,
            fields: Vec::new(),
            optional: Vec::new(),
            open_ended: false,
            roles: Vec::new(),
            departments: Vec::new(),
            answers_where: None,
            citation: Cow::Borrowed(""),
        }
    }

    /// Requires each of these fields, after those that are already required.
    #[must_use]
    pub fn with_fields(mut self, fields: impl IntoIterator<Item = FormField>) -> Self {
        self.fields.extend(fields.into_iter().map(|field| FieldRequirement(Vec::from([field]))));
        self
    }

    /// Requires one of these fields; any of them is enough.
    #[must_use]
    pub fn with_one_of(mut self, fields: impl IntoIterator<Item = FormField>) -> Self {
        self.fields.push(FieldRequirement(fields.into_iter().collect()));
        self
    }

    /// Adds fields that may be left empty.
    #[must_use]
    pub fn with_optional(mut self, fields: impl IntoIterator<Item = FormField>) -> Self {
        self.optional.extend(fields);
        self
    }

    /// Accepts every other field too, for a form whose fields someone else decides.
    ///
    /// # Example: a form of the customer
    ///
    /// ```
    /// use redress::policy::record::{FilledForm, Form};
    /// use redress::vocab::FormField;
    /// use redress::vocab::organisation::Record;
    ///
    /// let form = Form::new(Record::CUSTOMER_FORM).with_fields([FormField::DEMAND]);
    /// let filled = FilledForm::new().with(FormField::DEMAND, "a refund")?.with(FormField::BATCH, "B-7")?;
    /// assert!(form.missing(&filled).is_err()); // the form has no field `batch`
    /// assert!(form.with_open_end().missing(&filled)?.is_empty());
    /// # Ok::<(), redress::policy::record::FormError>(())
    /// ```
    #[must_use]
    pub const fn with_open_end(mut self) -> Self {
        self.open_ended = true;
        self
    }

    /// Adds a role whose holders fill in the form. With several roles, each fills in a part.
    #[must_use]
    pub fn with_role(mut self, role: Role) -> Self {
        self.roles.push(role);
        self
    }

    /// Adds a department that fills in the form. With several departments, each fills in a part.
    #[must_use]
    pub fn with_department(mut self, department: Department) -> Self {
        self.departments.push(department);
        self
    }

    /// Makes this the form on which complaints are answered for which a condition holds.
    ///
    /// If several forms of a policy fit, the first one counts. [`answer_form`](crate::triage::answer::answer_form) has
    /// an example.
    #[must_use]
    pub fn with_answers_where(mut self, when: Condition) -> Self {
        self.answers_where = Some(when);
        self
    }

    /// Sets the source of the form, such as the section of a procedure or a law.
    #[must_use]
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// Returns which form it is.
    #[must_use]
    pub const fn record(&self) -> Record {
        self.record
    }

    /// Returns what must be filled in, in the order of the form.
    #[must_use]
    pub fn required(&self) -> &[FieldRequirement] {
        &self.fields
    }

    /// Returns the fields that may be left empty.
    #[must_use]
    pub fn optional(&self) -> &[FormField] {
        &self.optional
    }

    /// Returns every field that the form names, the required ones first.
    pub fn fields(&self) -> impl Iterator<Item = FormField> + '_ {
        let required = self.fields.iter().flat_map(FieldRequirement::fields);
        required.chain(&self.optional).copied()
    }

    /// Returns whether the form accepts fields that it does not name.
    #[must_use]
    pub const fn is_open_ended(&self) -> bool {
        self.open_ended
    }

    /// Returns the roles whose holders fill in the form.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Returns the departments that fill in the form.
    #[must_use]
    pub fn departments(&self) -> &[Department] {
        &self.departments
    }

    /// Returns which complaints are answered on the form, or `None` if it is not a form for answers.
    #[must_use]
    pub const fn answers_where(&self) -> Option<&Condition> {
        self.answers_where.as_ref()
    }

    /// Returns the source of the form. It is empty if the organisation made the form itself.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// Returns what is left to fill in, in the order of the form.
    ///
    /// A blank entry counts as missing. An optional field is never missing. Of a choice, one entry is enough.
    ///
    /// # Errors
    ///
    /// Returns [`FormError::NotAsked`] if an entry belongs to a field that the form does not have.
    ///
    /// # Example: a blank entry
    ///
    /// ```
    /// use redress::policy::record::{FilledForm, Form};
    /// use redress::vocab::FormField;
    /// use redress::vocab::organisation::Record;
    ///
    /// let sheet = Form::new(Record::HANDLING_SHEET).with_fields([FormField::DEMAND]);
    /// let blank = FilledForm::new().with(FormField::DEMAND, "  ")?;
    /// assert_eq!(sheet.missing(&blank)?.len(), 1);
    /// # Ok::<(), redress::policy::record::FormError>(())
    /// ```
    pub fn missing(&self, filled: &FilledForm) -> Result<Vec<&FieldRequirement>, FormError> {
        if !self.open_ended
            && let Some(field) = filled.fields().find(|field| !self.fields().any(|known| known == *field))
        {
            return Err(FormError::NotAsked { form: self.record, field, asked: self.fields().collect() });
        }
        let has = |field: &FormField| filled.text(*field).is_some_and(|text| !is_blank(text.reveal()));
        Ok(self.fields.iter().filter(|asked| !asked.fields().iter().any(has)).collect())
    }

    pub(in crate::policy) fn prove(forms: &[Self], taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        if forms.len() > MAX_FORMS {
            faults.push(PolicyFault::TooMany { what: "forms", count: forms.len(), most: MAX_FORMS });
        }
        for (index, form) in forms.iter().enumerate() {
            let place = FaultPlace::Form(form.record);
            if forms.iter().take(index).any(|earlier| earlier.record == form.record) {
                faults.push(PolicyFault::FormTwice { form: form.record });
            }
            form.prove_parts(place, taxonomy, faults);
        }
    }

    fn prove_parts(&self, place: FaultPlace, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        let names: Vec<FormField> = self.fields().collect();
        if names.len() > MAX_FIELDS {
            faults.push(PolicyFault::TooManyFields { form: self.record, fields: names.len() });
            return;
        }
        let record = taxonomy.check_known(self.record).err();
        // A field that is named for a facet is declared together with the facet.
        let of_facet = |field: &&FormField| {
            field.standard().is_none() && field.facet().is_some_and(|facet| taxonomy.has_facet(facet))
        };
        let fields = names.iter().filter(|field| !of_facet(field));
        let fields = fields.filter_map(|field| taxonomy.check_known(*field).err());
        let undeclared = record.into_iter().chain(fields);
        faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        prove(place, &self.roles, &self.departments, taxonomy, faults);
        for (index, &field) in names.iter().enumerate() {
            if names.iter().take(index).any(|earlier| *earlier == field) {
                faults.push(PolicyFault::FieldTwice { place, field });
            }
        }
        if self.fields.iter().any(|asked| asked.fields().is_empty()) {
            faults.push(PolicyFault::NoChoice { form: self.record });
        }
        if names.is_empty() && !self.open_ended {
            faults.push(PolicyFault::FormAsksNothing { form: self.record });
        }
        if let Some(when) = &self.answers_where {
            when.prove(place, taxonomy, faults);
        }
    }
}
