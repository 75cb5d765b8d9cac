//! Rosters for a policy.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec as list;
use proptest::option::weighted;
use proptest::prelude::{Strategy, any};
use proptest::sample::select;

use crate::approval::{Chain, Delegation, Holding, Roster, Step};
use crate::laws::Edges;
use crate::policy::Policy;
use crate::vocab::{Action, ActorId, Money, Role};

/// The people of the rosters: few enough that one person often holds several roles.
const PEOPLE: u32 = 6;

/// Returns a strategy for rosters of a policy: people who hold the roles that its approvals and its course name.
///
/// In about half of the rosters, two people hold each role at any time. In the others anybody may be missing, so that a
/// chain may be impossible to complete. Some holdings have a limit, an amount around a threshold of the policy; some
/// begin or end within the known days of the calendar; some people stand in for others.
///
/// # Example
///
/// ```
/// use proptest::strategy::{Strategy as _, ValueTree as _};
/// use proptest::test_runner::TestRunner;
/// use redress::{sample, strategies};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let rosters = strategies::rosters(&sample::policy()?);
/// let roster = rosters.new_tree(&mut TestRunner::deterministic()).map_err(|reason| reason.to_string())?.current();
/// assert!(roster.revision().starts_with("drawn"));
/// # Ok(()) }
/// ```
pub fn rosters(policy: &Policy) -> impl Strategy<Value = Roster> + use<> {
    let roles: Vec<Role> = roles(policy).into_iter().collect();
    let people: Vec<ActorId> =
        (1..=PEOPLE).filter_map(|number| format!("person-{number}").parse().ok()).collect();
    let amounts: Vec<Option<Money>> =
        Edges::of(policy).amounts().iter().copied().map(Some).chain([None]).collect();
    let calendar = policy.calendar();
    let start = calendar.start_of_day(calendar.known().first()).unwrap_or_default();
    let days = i64::from(calendar.known().days()).max(1);
    let day = move || (0..days).prop_map(move |day| at(start, day));

    let one = |roles: &[Role]| {
        let mut roles: Vec<Option<Role>> = roles.iter().copied().map(Some).collect();
        if roles.is_empty() {
            roles.push(None);
        }
        select(roles)
    };
    let holding = (
        select(people.clone()),
        one(&roles),
        weighted(0.3, select(amounts.clone())),
        (weighted(0.2, day()), weighted(0.2, day())),
    );
    let delegation = (
        (select(people.clone()), select(people.clone())),
        one(&roles),
        weighted(0.3, select(amounts)),
        (day(), 1..60_i64),
    );
    (any::<bool>(), list(holding, 0..8), list(delegation, 0..3)).prop_filter_map(
        "a roster that can be built",
        move |(is_complete, holdings, delegations)| {
            let mut all = Vec::new();
            if is_complete {
                let two = people.iter().cycle();
                let pairs = roles.iter().flat_map(|role| [role, role]).zip(two);
                all.extend(pairs.map(|(role, person)| Holding::new(*person, *role)));
            }
            for (person, role, limit, (since, until)) in holdings {
                let Some(role) = role else { continue };
                let mut holding = Holding::new(person, role);
                holding = limit.flatten().into_iter().fold(holding, Holding::with_limit);
                holding = since.into_iter().fold(holding, Holding::with_since);
                holding = until.into_iter().fold(holding, Holding::with_until);
                all.push(holding);
            }
            let stand_in = delegations.into_iter().filter_map(|((from, to), role, limit, (since, days))| {
                Some(Delegation {
                    from,
                    to,
                    role: role?,
                    since,
                    until: at(since, days),
                    limit: limit.flatten(),
                })
            });
            fitting(&all, &stand_in.collect::<Vec<_>>())
        },
    )
}

fn at(start: DateTime<Utc>, days: i64) -> DateTime<Utc> {
    TimeDelta::try_days(days).and_then(|days| start.checked_add_signed(days)).unwrap_or(start)
}

/// The roster of these entries, without those that contradict earlier ones.
fn fitting(holdings: &[Holding], delegations: &[Delegation]) -> Option<Roster> {
    let built = |holdings: &[Holding], delegations: &[Delegation]| {
        let roster =
            holdings.iter().fold(Roster::builder("drawn"), |roster, holding| roster.holding(*holding));
        delegations.iter().fold(roster, |roster, delegation| roster.delegation(*delegation)).build().ok()
    };
    let (mut kept, mut standing_in) = (Vec::new(), Vec::new());
    let mut roster = built(&[], &[])?;
    for holding in holdings {
        kept.push(*holding);
        match built(&kept, &[]) {
            Some(more) => roster = more,
            None => _ = kept.pop(),
        }
    }
    for delegation in delegations {
        standing_in.push(*delegation);
        match built(&kept, &standing_in) {
            Some(more) => roster = more,
            None => _ = standing_in.pop(),
        }
    }
    Some(roster)
}

/// The roles that a policy names.
fn roles(policy: &Policy) -> BTreeSet<Role> {
    let steps = policy.approvals().chains().iter().flat_map(Chain::steps);
    let mut roles: BTreeSet<Role> = steps.clone().flat_map(|step| step.signers().roles()).copied().collect();
    roles.extend(steps.filter_map(Step::limit).map(|limit| limit.escalate_to));
    roles.extend(Action::ALL.iter().flat_map(|action| policy.track().roles_for(*action)));
    roles.extend(policy.people().overriders());
    roles
}
