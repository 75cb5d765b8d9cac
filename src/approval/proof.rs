//! What is wrong with a table, whoever signs.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::approval::chain::Chain;
use crate::approval::fault::ApprovalFault;
use crate::approval::limits::{MAX_CHAINS, MAX_REMEDIES, MAX_ROLES, MAX_SIGNATURES, MAX_STEPS, MAX_SYSTEMS};
use crate::approval::step::Step;
use crate::approval::table::ApprovalTable;
use crate::taxonomy::Taxonomy;
use crate::vocab::course::DecisionKind;
use crate::vocab::{Money, Remedy, RuleId, Severity};

impl ApprovalTable {
    /// Returns everything that is wrong with the table, in the order of its rows; nothing where it is proved.
    ///
    /// `levels` are those that the policy gives; `None` where it rates nothing.
    ///
    /// ```
    /// use redress::approval::{ApprovalTable, Chain};
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::{RuleId, Severity};
    /// use redress::vocab::course::DecisionKind;
    /// use redress::word;
    ///
    /// let serious = Chain::new(word!(RuleId, "serious"), DecisionKind::Recall)
    ///     .with_from_severity(Severity::Serious)
    ///     .with_nobody_signs();
    /// let table = ApprovalTable::new().with_chain(serious);
    /// let faults = table.prove(&Taxonomy::standard(), Some(&[Severity::General, Severity::Serious]));
    /// assert_eq!(
    ///     faults[0].to_string(),
    ///     "approval of `recall`: no row applies to severity `general` and no amount; add a last row without \
    ///      conditions",
    /// );
    /// ```
    #[must_use]
    pub fn prove(&self, taxonomy: &Taxonomy, levels: Option<&[Severity]>) -> Vec<ApprovalFault> {
        let mut faults = Vec::new();
        let levels = levels.unwrap_or_default();
        if self.chains.len() > MAX_CHAINS {
            faults.push(ApprovalFault::TooManyChains { chains: self.chains.len() });
            return faults;
        }
        let mut ids = BTreeSet::new();
        for chain in &self.chains {
            if !ids.insert(chain.id()) {
                faults.push(ApprovalFault::ChainTwice { chain: chain.id() });
            }
            prove_conditions(chain, taxonomy, levels, &mut faults);
            prove_steps(chain, taxonomy, &mut faults);
        }
        for kind in DecisionKind::ALL {
            self.prove_kind(*kind, levels.iter().min().copied(), &mut faults);
        }
        faults
    }

    /// Proves that the rows of a kind leave no gap, and that each of them decides something.
    fn prove_kind(&self, kind: DecisionKind, lowest: Option<Severity>, faults: &mut Vec<ApprovalFault>) {
        let rows: Vec<&Chain> = self.chains.iter().filter(|chain| chain.kind() == kind).collect();
        if rows.is_empty() {
            return;
        }
        let mut amounts = rows.iter().filter_map(|row| row.over().map(|over| (row.id(), over.currency())));
        if let Some((_, expected)) = amounts.next()
            && let Some((chain, currency)) = amounts.find(|(_, currency)| *currency != expected)
        {
            faults.push(ApprovalFault::Currencies { chain, currency, expected });
            return;
        }
        // Whatever a row is for, it is for everything worse too: a higher level, a greater amount, more remedies.
        // So rows cover a region exactly where each smallest decision of the region is covered by one of them. A narrow row
        // is not for more remedies: it covers nothing but a narrow row whose remedies are all among its own.
        for (place, row) in rows.iter().enumerate() {
            let earlier = rows.get(..place).unwrap_or_default();
            let wide = || earlier.iter().filter(|earlier| !earlier.is_narrow());
            let one_by_one = || -> Option<Vec<RuleId>> {
                let by =
                    |decision| wide().find(|earlier| covers(earlier, decision)).map(|earlier| earlier.id());
                smallest(row, lowest).into_iter().map(by).collect()
            };
            let by = if row.is_narrow() {
                let whole =
                    earlier.iter().find(|earlier| earlier.is_narrow() && covers_whole(earlier, row, lowest));
                whole.map(|earlier| Vec::from([earlier.id()])).or_else(one_by_one)
            } else {
                one_by_one()
            };
            if let Some(mut by) = by
                && !by.is_empty()
            {
                by.dedup();
                faults.push(ApprovalFault::Masked { chain: row.id(), by });
            }
        }
        if !rows.iter().any(|row| covers(row, (lowest, None, None))) {
            faults.push(ApprovalFault::Gap { kind, level: lowest });
        }
    }
}

/// A decision: its level, its amount where it has one, and its one remedy.
type Decision = (Option<Severity>, Option<Money>, Option<Remedy>);

/// The smallest decisions that a row is for, seen for itself alone; none where it is for none.
fn smallest(row: &Chain, lowest: Option<Severity>) -> Vec<Decision> {
    let level = row.severity().or(lowest);
    let amount = row.over().map(just_above);
    if amount == Some(None) {
        return Vec::new();
    }
    let amount = amount.flatten();
    match row.remedies() {
        None => Vec::from([(level, amount, None)]),
        Some(remedies) => remedies.iter().map(|remedy| (level, amount, Some(*remedy))).collect(),
    }
}

/// The smallest amount that is greater; none above the greatest.
pub(super) fn just_above(amount: Money) -> Option<Money> {
    amount.minor().checked_add(1).map(|minor| Money::new(minor, amount.currency()))
}

/// Whether a narrow row is for everything that another one is for.
fn covers_whole(row: &Chain, other: &Chain, lowest: Option<Severity>) -> bool {
    let smallest = smallest(other, lowest);
    !smallest.is_empty() && smallest.into_iter().all(|decision| covers(row, decision))
}

/// Whether a row is for a decision; without an amount it is of 0, in whatever currency.
fn covers(row: &Chain, (level, amount, remedy): Decision) -> bool {
    let amount = amount.or_else(|| row.over().map(|over| Money::new(0, over.currency())));
    row.applies(level, amount, remedy.as_slice()) == Ok(true)
}

fn prove_conditions(
    chain: &Chain,
    taxonomy: &Taxonomy,
    levels: &[Severity],
    faults: &mut Vec<ApprovalFault>,
) {
    let id = chain.id();
    if let Some(level) = chain.severity() {
        if levels.is_empty() {
            faults.push(ApprovalFault::NotRated { chain: id, level });
        } else if !levels.contains(&level) {
            faults.push(ApprovalFault::LevelNotDeclared { chain: id, level });
        }
    }
    if let Some(over) = chain.over()
        && just_above(over).is_none()
    {
        faults.push(ApprovalFault::NothingAbove { chain: id, over });
    }
    if let Some(remedies) = chain.remedies() {
        if remedies.is_empty() || remedies.len() > MAX_REMEDIES {
            faults.push(ApprovalFault::Remedies { chain: id, remedies: remedies.len() });
            return;
        }
        let undeclared = remedies.iter().filter_map(|remedy| taxonomy.check_known(*remedy).err());
        faults.extend(undeclared.map(|error| ApprovalFault::Undeclared { chain: id, step: None, error }));
    }
}

fn prove_steps(chain: &Chain, taxonomy: &Taxonomy, faults: &mut Vec<ApprovalFault>) {
    let id = chain.id();
    let steps = chain.steps();
    if steps.len() > MAX_STEPS {
        faults.push(ApprovalFault::TooManySteps { chain: id, steps: steps.len() });
        return;
    }
    match steps.iter().find(|step| step.approves()) {
        None if !chain.is_unsigned() => faults.push(ApprovalFault::Unsigned { chain: id }),
        Some(step) if chain.is_unsigned() => {
            faults.push(ApprovalFault::SignedAfterAll { chain: id, step: step.id() });
        }
        None | Some(_) => {}
    }
    let signatures: u64 = steps.iter().map(|step| u64::from(step.slots())).sum();
    if signatures > u64::from(MAX_SIGNATURES) {
        faults.push(ApprovalFault::TooManySignatures { chain: id, signatures });
    }
    let mut ids = BTreeSet::new();
    for (place, step) in steps.iter().enumerate() {
        if !ids.insert(step.id()) {
            faults.push(ApprovalFault::StepTwice { chain: id, step: step.id() });
        }
        if step.is_consent() && place + 1 < steps.len() {
            faults.push(ApprovalFault::ConsentNotLast { chain: id, step: step.id() });
        }
        prove_step(id, step, taxonomy, faults);
    }
}

fn prove_step(chain: RuleId, step: &Step, taxonomy: &Taxonomy, faults: &mut Vec<ApprovalFault>) {
    let id = step.id();
    let roles = step.signers().roles();
    if step.is_consent() {
        if step.signers().slots() > 0 || !roles.is_empty() || !step.systems().is_empty() {
            faults.push(ApprovalFault::ConsentSigned { chain, step: id });
        }
        if step.limit().is_some() {
            faults.push(ApprovalFault::ConsentLimited { chain, step: id });
        }
        return;
    }
    if step.signers().slots() == 0 || roles.is_empty() {
        faults.push(ApprovalFault::NobodySigns { chain, step: id });
    }
    if roles.len() > MAX_ROLES || step.systems().len() > MAX_SYSTEMS {
        let (roles, systems) = (roles.len(), step.systems().len());
        faults.push(ApprovalFault::TooManySigners { chain, step: id, roles, systems });
        return;
    }
    let mut seen = BTreeSet::new();
    for role in roles {
        if !seen.insert(*role) {
            faults.push(ApprovalFault::RoleTwice { chain, step: id, role: *role });
        }
    }
    let escalated = step.limit().map(|limit| limit.escalate_to);
    let undeclared = seen.into_iter().chain(escalated).filter_map(|role| taxonomy.check_known(role).err());
    faults.extend(undeclared.map(|error| ApprovalFault::Undeclared { chain, step: Some(id), error }));
    if let Some(limit) = step.limit()
        && let Some(fault) = limit.term.fault()
    {
        faults.push(ApprovalFault::Term { chain, step: id, fault });
    }
}
