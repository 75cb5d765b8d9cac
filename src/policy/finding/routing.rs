//! Findings of the routing table.

use alloc::vec::Vec;

use crate::policy::finding::kinds::Finding;
use crate::policy::procedure::Policy;
use crate::policy::severity::SeverityRules;

pub(super) fn add(policy: &Policy, found: &mut Vec<Finding>) {
    let may_be_unrated = policy.severity().is_some_and(SeverityRules::may_leave_unrated);
    let review = policy.routing_table().review(may_be_unrated);
    found.extend(review.unrouted.map(|example| Finding::Unrouted { example }));
    found.extend(review.ordered.into_iter().map(|(row, earlier, example)| Finding::OrderDecides {
        row,
        earlier,
        example,
    }));
    found.extend(review.covered.into_iter().map(|(row, by, example)| Finding::RowAddsNothing {
        row,
        by,
        example,
    }));
    let rows = policy.routing().rows().len();
    found.extend(review.is_cut.then_some(Finding::RoutingTooComplex { rows }));
}
