//! Who may not do what, by person and not by role.

use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::policy::fault::{FaultPlace, PeopleProblem, PolicyFault};
use crate::policy::limits::MAX_ACTIONS;
use crate::taxonomy::Taxonomy;
use crate::text::list::list;
use crate::text::map_only::map_only;
use crate::vocab::course::Exclusion;
use crate::vocab::{Action, Role};

/// Who may not do what in a case, by person and not by role.
///
/// The person who complains and the person complained about do not handle the complaint, do not end it and sign
/// nothing, whatever their roles. Some actions are theirs by right ([`PeopleRules::THEIRS`]), and a policy can allow
/// others by name. A policy can set further limits:
///
/// | Limit | Set by |
/// |---|---|
/// | no person does both of two actions in one case | [`with_parted`](Self::with_parted) |
/// | an action needs a person who has not handled the case | [`with_second_person`](Self::with_second_person) |
/// | only the complainant records what is theirs | [`with_complainant_alone`](Self::with_complainant_alone) |
///
/// # Example: whoever finds the cause does not sign
///
/// ```
/// use redress::policy::people::PeopleRules;
/// use redress::vocab::Action;
/// use redress::vocab::course::Exclusion;
///
/// let people = PeopleRules::new()
///     .with_parted(Action::FindCause, Action::Sign)
///     .with_second_person(Action::MovePolicy)
///     .with_permission(Exclusion::ComplainedAbout, Action::CarryOut);
/// assert!(people.is_parted(Action::Sign, Action::FindCause)); // the order does not matter
/// assert!(people.needs_second_person(Action::MovePolicy));
/// assert!(people.lets(Exclusion::ComplainedAbout, Action::CarryOut));
/// assert!(!people.lets(Exclusion::Complainant, Action::CarryOut));
/// assert!(people.lets(Exclusion::Complainant, Action::Withdraw)); // theirs by right
/// ```
///
/// # Example: as a document
///
/// ```
/// use redress::policy::people::PeopleRules;
/// use redress::vocab::Action;
///
/// let document = r#"{"parted": [["sign", "find-cause"]], "second-person": ["move-policy"]}"#;
/// let people: PeopleRules = serde_json::from_str(document)?;
/// assert!(people.is_parted(Action::FindCause, Action::Sign));
/// assert_eq!(serde_json::from_str::<PeopleRules>(&serde_json::to_string(&people)?)?, people);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct PeopleRules {
    #[serde(deserialize_with = "actions", skip_serializing_if = "Vec::is_empty")]
    complainant_may: Vec<Action>,
    #[serde(deserialize_with = "actions", skip_serializing_if = "Vec::is_empty")]
    complained_about_may: Vec<Action>,
    #[serde(deserialize_with = "actions", skip_serializing_if = "Vec::is_empty")]
    complainant_alone: Vec<Action>,
    #[serde(deserialize_with = "roles", skip_serializing_if = "Vec::is_empty")]
    overriders: Vec<Role>,
    #[serde(deserialize_with = "pairs", skip_serializing_if = "Vec::is_empty")]
    parted: Vec<(Action, Action)>,
    #[serde(deserialize_with = "actions", skip_serializing_if = "Vec::is_empty")]
    second_person: Vec<Action>,
}

map_only!(PeopleRules, "the rules of people");

fn actions<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Action>, D::Error> {
    list(MAX_ACTIONS, deserializer)
}

fn roles<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Role>, D::Error> {
    list(MAX_ACTIONS, deserializer)
}

fn pairs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(Action, Action)>, D::Error> {
    let pairs: Vec<(Action, Action)> = list(MAX_ACTIONS, deserializer)?;
    Ok(pairs.into_iter().map(in_order).collect())
}

/// Sorts a pair: (a, b) and (b, a) are the same pair.
fn in_order((one, other): (Action, Action)) -> (Action, Action) {
    if one.as_str() <= other.as_str() { (one, other) } else { (other, one) }
}

impl PeopleRules {
    /// The actions that are theirs by right.
    ///
    /// The complainant says what they received and what they want. The person complained about says what happened. With
    /// these actions, neither decides anything that is not theirs to decide.
    pub const THEIRS: &'static [(Exclusion, Action)] = &[
        (Exclusion::Complainant, Action::Consent),
        (Exclusion::Complainant, Action::Object),
        (Exclusion::Complainant, Action::Withdraw),
        (Exclusion::Complainant, Action::FollowUp),
        (Exclusion::Complainant, Action::RecordDissatisfaction),
        (Exclusion::Complainant, Action::Reopen),
        (Exclusion::Complainant, Action::HearCustomer),
        (Exclusion::ComplainedAbout, Action::Note),
        (Exclusion::ComplainedAbout, Action::Apologise),
    ];

    /// Creates rules that allow nothing beyond [`THEIRS`](Self::THEIRS), and that set no further limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Allows an action to the complainant or to the person complained about. The action may be signing.
    ///
    /// Any other [`Exclusion`] is ignored, because it does not keep a person from an action.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::people::PeopleRules;
    /// use redress::vocab::Action;
    /// use redress::vocab::course::Exclusion;
    ///
    /// let people = PeopleRules::new().with_permission(Exclusion::ComplainedAbout, Action::CarryOut);
    /// assert!(people.lets(Exclusion::ComplainedAbout, Action::CarryOut)); // they repair it themselves
    /// assert!(!people.lets(Exclusion::ComplainedAbout, Action::Sign));
    /// ```
    #[must_use]
    pub fn with_permission(mut self, concern: Exclusion, action: Action) -> Self {
        match concern {
            Exclusion::Complainant => self.complainant_may.push(action),
            Exclusion::ComplainedAbout => self.complained_about_may.push(action),
            Exclusion::Proposer | Exclusion::Handler | Exclusion::Parted => {}
        }
        self
    }

    /// Limits an action to the complainant: no one else may record it for them.
    ///
    /// The action must be one that the complainant may take. Without this call, anybody who hears of such an action may
    /// record it.
    ///
    /// # Example: consent is a click of the customer
    ///
    /// ```
    /// use redress::policy::people::PeopleRules;
    /// use redress::policy::{Policy, Routing};
    /// use redress::vocab::Action;
    /// # use redress::sample;
    ///
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let consent = PeopleRules::new().with_complainant_alone(Action::Consent);
    /// assert!(desk.clone().people(consent).build().is_ok());
    /// let sign = PeopleRules::new().with_complainant_alone(Action::Sign); // never theirs
    /// assert!(desk.people(sign).build().is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_complainant_alone(mut self, action: Action) -> Self {
        self.complainant_alone.push(action);
        self
    }

    /// Returns whether only the complainant may take an action.
    #[must_use]
    pub fn is_for_complainant_alone(&self, action: Action) -> bool {
        self.complainant_alone.contains(&action)
    }

    /// Allows holders of a role to approve alone in an emergency, up to the amount that they may sign.
    ///
    /// The override is recorded as an event of its own. A person whom the case excludes cannot override, and a change
    /// of what was approved cancels it. Without such a role, no one can override an approval.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::people::PeopleRules;
    /// use redress::vocab::Role;
    ///
    /// assert!(PeopleRules::new().overriders().is_empty());
    /// let people = PeopleRules::new().with_overrider(Role::SENIOR_MANAGEMENT);
    /// assert_eq!(people.overriders(), [Role::SENIOR_MANAGEMENT]);
    /// ```
    #[must_use]
    pub fn with_overrider(mut self, role: Role) -> Self {
        self.overriders.push(role);
        self
    }

    /// Returns the roles that may approve alone in an emergency. Empty: no one may.
    #[must_use]
    pub fn overriders(&self) -> &[Role] {
        &self.overriders
    }

    /// Separates two actions: no person does both in one case.
    #[must_use]
    pub fn with_parted(mut self, one: Action, other: Action) -> Self {
        self.parted.push(in_order((one, other)));
        self
    }

    /// Limits an action to a person who has not proposed, prepared or carried out anything in the case.
    ///
    /// For a reclassification, the rule applies only if a fact becomes less.
    ///
    /// The second person must not handle the case afterwards either. Whoever relaxes the severity, lowers a fact,
    /// states what a remedy cost or moves the case to another policy cannot propose or carry out anything in the case
    /// from then on.
    ///
    /// # Example: nobody makes their own case harmless
    ///
    /// ```
    /// use redress::policy::people::PeopleRules;
    /// use redress::vocab::Action;
    ///
    /// let people = PeopleRules::new().with_second_person(Action::Reclassify);
    /// assert!(people.needs_second_person(Action::Reclassify));
    /// ```
    #[must_use]
    pub fn with_second_person(mut self, action: Action) -> Self {
        self.second_person.push(action);
        self
    }

    /// Returns whether a person with this relation to the case may take an action: by right, or because the policy
    /// allows it.
    #[must_use]
    pub fn lets(&self, concern: Exclusion, action: Action) -> bool {
        let named = match concern {
            Exclusion::Complainant => self.complainant_may.contains(&action),
            Exclusion::ComplainedAbout => self.complained_about_may.contains(&action),
            Exclusion::Proposer | Exclusion::Handler | Exclusion::Parted => false,
        };
        named || Self::THEIRS.contains(&(concern, action))
    }

    /// Returns whether no person may do both actions in one case. The order does not matter.
    ///
    /// ```
    /// use redress::policy::people::PeopleRules;
    /// use redress::vocab::Action;
    ///
    /// let people = PeopleRules::new().with_parted(Action::Propose, Action::CarryOut);
    /// assert!(people.is_parted(Action::CarryOut, Action::Propose));
    /// ```
    #[must_use]
    pub fn is_parted(&self, one: Action, other: Action) -> bool {
        self.parted_from(one).any(|parted| parted == other)
    }

    /// Returns the actions that are closed to a person who has taken `action` in the same case.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::people::PeopleRules;
    /// use redress::vocab::Action;
    ///
    /// let people = PeopleRules::new().with_parted(Action::FindCause, Action::Sign);
    /// assert!(people.parted_from(Action::Sign).eq([Action::FindCause]));
    /// assert_eq!(people.parted_from(Action::Close).count(), 0);
    /// ```
    pub fn parted_from(&self, action: Action) -> impl Iterator<Item = Action> + '_ {
        self.parted.iter().filter_map(move |&(one, other)| {
            if one == action { Some(other) } else { (other == action).then_some(one) }
        })
    }

    /// Returns whether an action needs a person who has not handled the case.
    #[must_use]
    pub fn needs_second_person(&self, action: Action) -> bool {
        self.second_person.contains(&action)
    }

    /// The pairs of actions that are parted.
    pub(in crate::policy) fn parted_pairs(&self) -> impl Iterator<Item = (Action, Action)> + '_ {
        self.parted.iter().copied()
    }

    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }

    pub(in crate::policy) fn prove(&self, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        let undeclared = self.overriders.iter().filter_map(|&role| taxonomy.check_known(role).err());
        let place = FaultPlace::People;
        faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        let mut add = |problem| faults.push(PolicyFault::People { problem });
        let lists = [
            ("complainant-may", &self.complainant_may),
            ("complained-about-may", &self.complained_about_may),
            ("second-person", &self.second_person),
            ("complainant-alone", &self.complainant_alone),
        ];
        let lengths = lists.map(|(key, list)| (key, list.len()));
        let others = [("parted", self.parted.len()), ("overriders", self.overriders.len())];
        for (key, count) in lengths.into_iter().chain(others) {
            if count > MAX_ACTIONS {
                return add(PeopleProblem::TooMany { key, count });
            }
        }
        for (key, list) in lists {
            for (index, &action) in list.iter().enumerate() {
                if list.iter().take(index).any(|earlier| *earlier == action) {
                    add(PeopleProblem::Twice { key, action });
                }
                if action == Action::Receive {
                    add(PeopleProblem::Receipt { key });
                }
            }
        }
        for (index, &role) in self.overriders.iter().enumerate() {
            if self.overriders.iter().take(index).any(|earlier| *earlier == role) {
                add(PeopleProblem::RoleTwice { role });
            }
        }
        let not_theirs = |action: &&Action| !self.lets(Exclusion::Complainant, **action);
        if let Some(&action) = self.complainant_alone.iter().find(not_theirs) {
            add(PeopleProblem::NotTheirs { action });
        }
        for (index, &(one, other)) in self.parted.iter().enumerate() {
            let mut earlier = self.parted.iter().take(index);
            if one == other {
                add(PeopleProblem::PartedFromItself { action: one });
            } else if [one, other].contains(&Action::Receive) {
                add(PeopleProblem::Receipt { key: "parted" });
            } else if earlier.any(|&pair| pair == (one, other)) {
                add(PeopleProblem::PartedTwice { one, other });
            }
        }
    }
}
