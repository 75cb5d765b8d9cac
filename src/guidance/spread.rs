//! How far a complaint reaches, and how it changes.

use crate::guidance::fault::origin;
use crate::guidance::judgement::Judgement;
use crate::triage::Complaint;
use crate::vocab::Fact;
use crate::vocab::kind::{Dynamic, Origin};
use crate::vocab::track::SpreadRisk;

/// Returns whether products must be recalled: the fault may affect their function or use, and some may have left the
/// company.
///
/// Only products that left are recalled.
///
/// ```
/// use redress::guidance::spread::recall_required;
/// use redress::sample;
/// use redress::vocab::Fact;
///
/// let complaint = sample::complaint()?.with_fact(Fact::MAY_AFFECT_USE, 1);
/// assert!(!recall_required(&complaint)); // nothing is known to have left
/// assert!(recall_required(&complaint.with_fact(Fact::MAY_HAVE_BEEN_DELIVERED, 1)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn recall_required(complaint: &Complaint) -> bool {
    complaint.count(Fact::MAY_AFFECT_USE) > 0 && complaint.count(Fact::MAY_HAVE_BEEN_DELIVERED) > 0
}

/// Returns how a complaint may spread, from its facts.
///
/// ```
/// use redress::guidance::spread::spread_risks;
/// use redress::triage::Complaint;
/// use redress::vocab::Fact;
/// use redress::vocab::track::SpreadRisk;
///
/// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?)
///     .with_fact(Fact::MEDIA_EXPOSURE, 1);
/// assert!(spread_risks(&complaint).eq([SpreadRisk::MEDIA]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn spread_risks(complaint: &Complaint) -> impl Iterator<Item = SpreadRisk> + '_ {
    const RISKS: [(&[Fact], SpreadRisk); 5] = [
        (&[Fact::COLLECTIVE], SpreadRisk::COLLECTIVE),
        (&[Fact::MEDIA_EXPOSURE, Fact::PRESS_ENQUIRY], SpreadRisk::MEDIA),
        (&[Fact::AUTHORITY_CRITICISM], SpreadRisk::ADMINISTRATIVE_PENALTY),
        (&[Fact::HANDOVER_REFUSED], SpreadRisk::HANDOVER_REFUSAL),
        (&[Fact::SPREAD_BY_WORD], SpreadRisk::WORD_OF_MOUTH),
    ];
    RISKS.into_iter().filter(|(facts, _)| any_of(complaint, facts)).map(|(_, risk)| risk)
}

/// Returns how a complaint has changed, from its facts: with other complainants or the media, it is no longer a single
/// problem.
///
/// [`develop`] tells the changes that facts do not show.
///
/// ```
/// use redress::guidance::spread::dynamics;
/// use redress::sample;
/// use redress::vocab::Fact;
/// use redress::vocab::kind::Dynamic;
///
/// assert_eq!(dynamics(&sample::complaint()?).count(), 0);
/// let joined = sample::complaint()?.with_fact(Fact::COLLECTIVE, 1);
/// assert!(dynamics(&joined).eq([Dynamic::SINGLE_GENERALISED]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn dynamics(complaint: &Complaint) -> impl Iterator<Item = Dynamic> + '_ {
    let generalised = any_of(complaint, &[Fact::COLLECTIVE, Fact::MEDIA_EXPOSURE, Fact::PRESS_ENQUIRY]);
    generalised.then_some(Dynamic::SINGLE_GENERALISED).into_iter()
}

fn any_of(complaint: &Complaint, facts: &[Fact]) -> bool {
    facts.iter().any(|&fact| complaint.count(fact) > 0)
}

/// Something that happens to an open complaint and changes it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new development must break every embedder's match")]
pub enum Development {
    /// Other complainants join.
    OthersJoin,
    /// The press asks. Nothing is published yet, so that this is not media exposure.
    PressAsks,
    /// The press reports.
    PressReports,
    /// An authority criticises the organisation or imposes a penalty.
    AuthorityActs,
    /// Buyers refuse the hand-over together.
    HandoverRefused,
    /// People tell each other.
    WordSpreads,
    /// A slight problem got worse.
    GrewWorse,
    /// A problem for which nobody was at fault is now blamed on the organisation.
    TurnedInward,
}

/// What a development changes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct DevelopmentEffect {
    /// The fact to record. `None` if no rule looks for it.
    pub fact: Option<Fact>,
    /// The risk of spreading that it brings.
    pub risk: Option<SpreadRisk>,
    /// How the complaint changes.
    pub change: Change,
}

/// How a development changes a complaint.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a change, none, or that it is not known")]
pub enum Change {
    /// The complaint changes in this way.
    Into(Dynamic),
    /// The procedures name no change.
    Nothing,
    /// The change depends on the origin of the complaint, which is not known.
    Undetermined,
}

/// Returns what a development changes in a complaint.
///
/// Only a problem for which nobody is at fault can turn inward. If the origin is not known, the change is undetermined;
/// if the complaint arose from the organisation, nothing changes.
///
/// ```
/// use redress::guidance::spread::{Development, develop, dynamics, spread_risks};
/// use redress::triage::Complaint;
/// use redress::vocab::kind::Dynamic;
/// use redress::vocab::track::SpreadRisk;
///
/// let mut complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?);
/// let joined = develop(&complaint, Development::OthersJoin);
/// assert_eq!(joined.because, ["S37-R07", "S37-R16"]);
/// if let Some(fact) = joined.answer.fact {
///     complaint = complaint.with_fact(fact, 1);
/// }
/// assert!(spread_risks(&complaint).eq([SpreadRisk::COLLECTIVE]));
/// assert!(dynamics(&complaint).eq([Dynamic::SINGLE_GENERALISED]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn develop(complaint: &Complaint, development: Development) -> Judgement<DevelopmentEffect> {
    const GENERALISED: Change = Change::Into(Dynamic::SINGLE_GENERALISED);
    let (fact, risk, change, because): (_, _, _, &[&str]) = match development {
        Development::OthersJoin => {
            (Some(Fact::COLLECTIVE), Some(SpreadRisk::COLLECTIVE), GENERALISED, &["S37-R07", "S37-R16"])
        }
        Development::PressAsks => {
            (Some(Fact::PRESS_ENQUIRY), Some(SpreadRisk::MEDIA), GENERALISED, &["S37-R07", "S37-R17"])
        }
        Development::PressReports => {
            (Some(Fact::MEDIA_EXPOSURE), Some(SpreadRisk::MEDIA), GENERALISED, &["S37-R07", "S37-R17"])
        }
        Development::AuthorityActs => (
            Some(Fact::AUTHORITY_CRITICISM),
            Some(SpreadRisk::ADMINISTRATIVE_PENALTY),
            Change::Nothing,
            &["S37-R17"],
        ),
        Development::HandoverRefused => {
            (Some(Fact::HANDOVER_REFUSED), Some(SpreadRisk::HANDOVER_REFUSAL), Change::Nothing, &["S37-R18"])
        }
        Development::WordSpreads => (
            Some(Fact::SPREAD_BY_WORD),
            Some(SpreadRisk::WORD_OF_MOUTH),
            Change::Nothing,
            &["S35-R04", "S28-R08"],
        ),
        Development::GrewWorse => (None, None, Change::Into(Dynamic::SLIGHT_WORSENED), &["S37-R06"]),
        Development::TurnedInward => {
            let change = match origin(complaint) {
                Some(Origin::EXOGENOUS) => Change::Into(Dynamic::EXOGENOUS_INTERNALISED),
                Some(_) => Change::Nothing,
                None => Change::Undetermined,
            };
            (None, None, change, &["S37-R05"])
        }
    };
    Judgement { answer: DevelopmentEffect { fact, risk, change }, because }
}
