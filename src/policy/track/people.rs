//! Whom a policy keeps from what, by person and not by role.

use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::policy::fault::{FaultPlace, PeopleProblem, PolicyFault};
use crate::policy::limits::MAX_ACTIONS;
use crate::taxonomy::Taxonomy;
use crate::text::list::list;
use crate::text::map_only::map_only;
use crate::vocab::course::Exclusion;
use crate::vocab::{Action, Role};

/// Whom a policy keeps from what, by person and not by role.
///
/// Whoever is complained about and whoever complains handle no complaint, end none and sign nothing. Some actions are
/// theirs all the same ([`PeopleRules::THEIRS`]), and a policy lets them have others by name.
///
/// A policy can part two actions: nobody does both in one case, whatever their roles. And it can keep an action to a
/// second person: somebody who has neither proposed, prepared nor carried out anything in the case.
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
/// assert!(people.is_parted(Action::Sign, Action::FindCause));
/// assert!(people.lets(Exclusion::ComplainedAbout, Action::CarryOut));
/// assert!(!people.lets(Exclusion::Complainant, Action::CarryOut));
/// // What is theirs.
/// assert!(people.lets(Exclusion::Complainant, Action::Withdraw));
/// ```
///
/// As a document:
///
/// ```
/// use redress::policy::people::PeopleRules;
///
/// let people: PeopleRules = serde_json::from_str(
///     r#"{"complained-about-may": ["carry-out"], "parted": [["find-cause", "sign"]], "second-person": ["move-policy"]}"#,
/// )?;
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

/// A pair has no first one.
fn in_order((one, other): (Action, Action)) -> (Action, Action) {
    if one.as_str() <= other.as_str() { (one, other) } else { (other, one) }
}

impl PeopleRules {
    /// What is theirs by right: the complainant says what was received and wanted, and the person complained about says
    /// how it was. It decides nothing of the case but what is theirs to decide.
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

    /// Nobody has more than what is theirs, and nothing is parted.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets the complainant or the person complained about do what they are kept from otherwise; signing included.
    ///
    /// Another [`Exclusion`] than these two keeps nobody from an action, so that there is nothing to let: it is ignored.
    #[must_use]
    pub fn with_permission(mut self, concern: Exclusion, action: Action) -> Self {
        match concern {
            Exclusion::Complainant => self.complainant_may.push(action),
            Exclusion::ComplainedAbout => self.complained_about_may.push(action),
            Exclusion::Proposer | Exclusion::Handler | Exclusion::Parted => {}
        }
        self
    }

    /// Keeps what is the complainant's to the complainant: nobody records it for them. Without that, what is theirs is
    /// recorded by whoever hears of it.
    #[must_use]
    pub fn with_complainant_alone(mut self, action: Action) -> Self {
        self.complainant_alone.push(action);
        self
    }

    /// Whether the complainant alone does something.
    #[must_use]
    pub fn is_for_complainant_alone(&self, action: Action) -> bool {
        self.complainant_alone.contains(&action)
    }

    /// Lets holders of a role approve alone in an emergency, up to the amount that they may sign. It has an event of
    /// its own, it is nobody whom the case excludes, and it is void with the first change of what was approved. Without
    /// such a role nobody overrides an approval.
    #[must_use]
    pub fn with_overrider(mut self, role: Role) -> Self {
        self.overriders.push(role);
        self
    }

    /// The roles that approve alone in an emergency; none where nobody does.
    #[must_use]
    pub fn overriders(&self) -> &[Role] {
        &self.overriders
    }

    /// Parts two actions: nobody does both in one case.
    #[must_use]
    pub fn with_parted(mut self, one: Action, other: Action) -> Self {
        self.parted.push(in_order((one, other)));
        self
    }

    /// Keeps an action to somebody who has neither proposed, prepared nor carried out anything in the case. Of a
    /// reclassification it is asked where a fact becomes less.
    ///
    /// The second person must not handle the case afterwards either: whoever relaxes the severity, lowers a fact,
    /// states what a remedy cost or moves the case to another policy cannot propose or carry out anything in it from
    /// then on.
    #[must_use]
    pub fn with_second_person(mut self, action: Action) -> Self {
        self.second_person.push(action);
        self
    }

    /// Whether whoever is concerned in a way may do something: what is theirs, or what the policy lets them.
    #[must_use]
    pub fn lets(&self, concern: Exclusion, action: Action) -> bool {
        let named = match concern {
            Exclusion::Complainant => self.complainant_may.contains(&action),
            Exclusion::ComplainedAbout => self.complained_about_may.contains(&action),
            Exclusion::Proposer | Exclusion::Handler | Exclusion::Parted => false,
        };
        named || Self::THEIRS.contains(&(concern, action))
    }

    /// Whether nobody does both in one case.
    #[must_use]
    pub fn is_parted(&self, one: Action, other: Action) -> bool {
        self.parted_from(one).any(|parted| parted == other)
    }

    /// What nobody does who does an action.
    pub fn parted_from(&self, action: Action) -> impl Iterator<Item = Action> + '_ {
        self.parted.iter().filter_map(move |&(one, other)| {
            if one == action { Some(other) } else { (other == action).then_some(one) }
        })
    }

    /// Whether an action takes a second person.
    #[must_use]
    pub fn needs_second_person(&self, action: Action) -> bool {
        self.second_person.contains(&action)
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
