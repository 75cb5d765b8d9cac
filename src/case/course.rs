//! What may follow what: the one table of a case's course.

use alloc::string::String;
use core::fmt::Write;

pub use crate::case::stages::{is_open, is_solved};

use crate::case::stages::beside;
use crate::policy::Track;
use crate::text::text_enum::text_enum;
use crate::vocab::{Action, Stage};

/// One arrow of the course: from a stage, by an action, to a stage.
///
/// ```
/// use redress::case::course::ARROWS;
/// use redress::vocab::{Action, Stage};
///
/// let close = ARROWS.iter().find(|arrow| arrow.action == Action::Close).ok_or("no arrow")?;
/// assert_eq!((close.from, close.to), (Some(Stage::Resolved), Stage::Closed));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a row of a table, whole as it is")]
pub struct Arrow {
    /// The stable number of the arrow, such as `T14`, as the page of the course lists it. Arrows that mean the same
    /// share one.
    pub code: &'static str,
    /// The stage before. `None` for the receipt, with which a case begins.
    pub from: Option<Stage>,
    /// The action that takes the arrow.
    pub action: Action,
    /// The outcome of the action, if the action can lead to several stages.
    pub way: Branch,
    /// The stage after. It equals `from` if the case stays where it is.
    pub to: Stage,
    /// The tracks that have the arrow.
    pub only: TrackFilter,
}

impl Arrow {
    /// Returns the elements of procedures that the arrow comes from. It is empty for an arrow that no procedure states.
    #[must_use]
    pub fn elements(&self) -> &'static [&'static str] {
        match self.code {
            "T01" => &["S03-R01", "S06-R01", "S10-R01"],
            "T02" => &["S06-R02", "S30-R06"],
            "T03" => &["S03-R02", "S06-R03", "S06-R04", "S10-R25", "S15-R06"],
            "T04" => &["S06-R05", "S10-R24", "S15-R06", "S18-R25", "S11-R05", "S19-R07"],
            "T05" => &["S02-R03"],
            "T06" => &["S03-R04", "S01-R26", "S01-R27"],
            "T07" => &["S03-R05", "S10-R24", "S15-R11", "S23-R12"],
            "T08" => &["S23-R15"],
            "T09" => &["S15-R13", "S15-R18"],
            "T10" => &["S06-R08", "S15-R12", "S15-R15"],
            "T11" => &["S03-R08", "S29-R08", "S01-R40", "S01-R43"],
            "T12" => &["S19-R09", "S08-R06", "S29-R12", "S01-R43"],
            "T13" => &["S03-R09", "S02-R09", "S01-R40"],
            "T14" => &["S03-R15", "S11-R14", "S16-R07", "S23-R14"],
            "T15" => &["S03-R15"],
            "T16" => &["S03-R15", "S11-R14"],
            "T17" => &["S02-R10", "S24-R05"],
            "T18" => &["S02-R10", "S24-R08"],
            "T19" => &["S02-R11", "S11-R15"],
            "T20" => &["S06-R09", "S32-R09"],
            "T21" => &["S03-R17", "S03-R22", "S37-R41"],
            "T22" => &["S05-R21", "S02-R12", "S18-R12"],
            "T23" => &["S24-R08", "S32-R13", "S22-R07"],
            "T24" => &["S23-R13", "S02-R12", "S24-R07", "S16-R08"],
            "T25" => &["S23-R18", "S23-R19"],
            "T26" => &["S23-R17"],
            "T27" => &["S13-R06"],
            "T28" => &["S03-R24", "S11-R19", "S17-R10"],
            _ => &[],
        }
    }
}

/// The outcome of an action, which decides where it leads. A stage and an action have at most one arrow for each
/// outcome.
///
/// # Example: where a signature can lead
///
/// ```
/// use redress::case::course::{Branch, arrows};
/// use redress::policy::Track;
/// use redress::vocab::{Action, Stage};
///
/// let track = Track::new().with_consent();
/// let ways: Vec<_> = arrows(&track, Stage::InApproval, Action::Sign).map(|arrow| (arrow.way, arrow.to)).collect();
/// assert_eq!(ways, [(Branch::StepsOpen, Stage::InApproval), (Branch::CompleteForConsent, Stage::Offered)]);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the outcomes of the table")]
pub enum Branch {
    /// The action has a single outcome here.
    Only,
    /// Steps of the approval are still open.
    StepsOpen,
    /// The approval is complete, and the complainant is asked for consent.
    CompleteForConsent,
    /// The approval is complete, and nobody else is asked.
    Complete,
    /// The step can no longer be completed.
    Unreachable,
    /// The approval returns to a named step.
    ToStep,
    /// The proposal returns to its author.
    ToAuthor,
    /// The complainant refused an alternative, and another one is left.
    AlternativeLeft,
    /// The complainant refused the last alternative.
    NoneLeft,
    /// The case returns to a new proposal.
    ToProposal,
    /// The case returns to the investigation.
    ToInvestigation,
    /// The case returns to triage.
    ToTriage,
    /// The change affects no signature.
    Kept,
    /// The change voids signatures, which must be given again.
    Voided,
    /// The change voids no signature, but the complainant must consent again.
    AskedAnew,
}

text_enum!(Branch = "a" "branch" {
    Only = "only",
    StepsOpen = "steps-open",
    CompleteForConsent = "complete-for-consent",
    Complete = "complete",
    Unreachable = "unreachable",
    ToStep = "to-step",
    ToAuthor = "to-author",
    AlternativeLeft = "alternative-left",
    NoneLeft = "none-left",
    ToProposal = "to-proposal",
    ToInvestigation = "to-investigation",
    ToTriage = "to-triage",
    Kept = "kept",
    Voided = "voided",
    AskedAnew = "asked-anew",
});

/// The tracks that have an arrow.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the switches of a track that the table asks for")]
pub enum TrackFilter {
    /// All tracks.
    All,
    /// Tracks with triage.
    Triage,
    /// Tracks without triage.
    NoTriage,
    /// Tracks with a dispatch.
    Dispatch,
    /// Tracks with a dispatch and without triage.
    DispatchNoTriage,
    /// Tracks with triage and without a dispatch.
    NoDispatch,
    /// Tracks without triage and without a dispatch.
    Neither,
    /// Tracks that ask the complainant for consent.
    Consent,
    /// Tracks that do not ask for consent.
    NoConsent,
    /// Tracks with follow-up contacts after the solution.
    FollowUp,
    /// Tracks that end with a review.
    Review,
    /// Tracks that answer small matters at once.
    AtOnce,
}

impl TrackFilter {
    /// Returns whether a track has such an arrow.
    #[must_use]
    pub const fn is_of(self, track: &Track) -> bool {
        self.is_of_switches(switches(track))
    }

    const fn is_of_switches(self, switches: u32) -> bool {
        let [triage, dispatch, consent, follow_up, review, at_once] = [
            switches & 1 != 0,
            switches & 2 != 0,
            switches & 4 != 0,
            switches & 8 != 0,
            switches & 16 != 0,
            switches & 32 != 0,
        ];
        match self {
            Self::All => true,
            Self::Consent => consent,
            Self::NoConsent => !consent,
            Self::Triage => triage,
            Self::NoTriage => !triage,
            Self::Dispatch => dispatch,
            Self::DispatchNoTriage => dispatch && !triage,
            Self::NoDispatch => !dispatch && triage,
            Self::Neither => !dispatch && !triage,
            Self::FollowUp => follow_up,
            Self::Review => review,
            Self::AtOnce => at_once,
        }
    }
}

/// Arrows of one action from several stages.
struct Row {
    code: &'static str,
    from: &'static [Stage],
    action: Action,
    way: Branch,
    /// To where; none where it stays.
    to: Option<Stage>,
    only: TrackFilter,
}

macro_rules! transitions {
    ($($code:ident [$($from:ident)+] + $action:ident $(/ $way:ident)? => $to:ident $(, $only:ident)?;)+) => {
        const ROWS: &[Row] = &[$(Row {
            code: stringify!($code),
            from: &[$(Stage::$from),+],
            action: Action::$action,
            way: transitions!(@way $($way)?),
            to: transitions!(@to $to),
            only: transitions!(@only $($only)?),
        },)+];
    };
    (@way) => { Branch::Only };
    (@way $way:ident) => { Branch::$way };
    (@only) => { TrackFilter::All };
    (@only $only:ident) => { TrackFilter::$only };
    (@to Same) => { None };
    (@to $to:ident) => { Some(Stage::$to) };
}

transitions! {
    T02 [Received Registered Triaged Dispatched Investigating Proposed InApproval Offered Executing]
        + Acknowledge => Same;
    T03 [Received] + Register => Registered;
    T04 [Registered] + Triage => Triaged, Triage;
    T05 [Registered Triaged] + AnswerAtOnce => Resolved, AtOnce;
    T06 [Triaged Investigating] + FindNotEstablished => Resolved;
    T06 [Registered] + FindNotEstablished => Resolved, NoTriage;
    T07 [Triaged] + Dispatch => Dispatched, Dispatch;
    T07 [Registered] + Dispatch => Dispatched, DispatchNoTriage;
    T08 [Dispatched Investigating] + Redispatch => Dispatched, Dispatch;
    T09 [Dispatched] + Start => Investigating, Dispatch;
    T09 [Triaged] + Start => Investigating, NoDispatch;
    T09 [Registered] + Start => Investigating, Neither;
    T10 [Investigating] + AskCustomer => Same;
    T11 [Investigating Resolved FollowingUp] + FindCause => Same;
    T12 [Investigating] + FindCustomerCaused => Resolved;
    T13 [Investigating] + Propose => Proposed;
    T14 [Proposed] + Submit => InApproval;
    T15 [InApproval] + SendBack / ToStep => Same;
    T15 [InApproval] + SendBack / ToAuthor => Proposed;
    T16 [InApproval] + Sign / StepsOpen => Same;
    T16 [InApproval] + Sign / CompleteForConsent => Offered, Consent;
    T16 [InApproval] + Sign / Complete => Executing, NoConsent;
    T17 [Proposed] + Offer => Offered, Consent;
    T18 [Offered] + Object / AlternativeLeft => Same, Consent;
    T18 [Offered] + Object / NoneLeft => Proposed, Consent;
    T19 [Offered] + Consent => Executing, Consent;
    T20 [Proposed] + CarryOut => Executing;
    T21 [Executing] + Finish => Resolved;
    T22 [Resolved FollowingUp] + FollowUp => FollowingUp, FollowUp;
    T23 [Resolved] + RecordDissatisfaction / ToProposal => Proposed;
    T23 [Resolved] + RecordDissatisfaction / ToInvestigation => Investigating;
    T23 [FollowingUp] + RecordDissatisfaction / ToProposal => Proposed;
    T23 [FollowingUp] + RecordDissatisfaction / ToInvestigation => Investigating;
    T24 [Resolved FollowingUp] + Close => Closed;
    T25 [Triaged] + ForceClose => Closed;
    T26 [Received Registered Triaged Dispatched Investigating Proposed InApproval Offered Executing Resolved
        FollowingUp] + OpenProject => Same;
    T27 [Closed] + Reopen / ToTriage => Triaged, Triage;
    T27 [Closed] + Reopen / ToInvestigation => Investigating;
    T28 [Closed] + Review => Reviewed, Review;
    T29 [Reviewed] + Reopen / ToTriage => Triaged, Triage;
    T29 [Reviewed] + Reopen / ToInvestigation => Investigating;
    T30 [Offered] + Lapse => Proposed, Consent;
    T31 [Executing] + Fail / ToProposal => Proposed;
    T31 [Executing] + Fail / ToInvestigation => Investigating;
    T39 [Proposed] + Fail / ToInvestigation => Investigating;
    T32 [Received Registered Triaged Dispatched Investigating Proposed InApproval Offered Executing Resolved
        FollowingUp] + Withdraw => Closed;
    T33 [Received Registered Triaged Dispatched Investigating Proposed InApproval Offered Executing Resolved
        FollowingUp] + Merge => Closed;
    T34 [Received Registered Dispatched Investigating] + ForceClose => Closed;
    T35 [InApproval] + RefuseToSign / StepsOpen => Same;
    T35 [InApproval] + RefuseToSign / Unreachable => Proposed;
    T36 [InApproval] + TakeBack => Proposed;
    T40 [InApproval] + WithdrawSignature => Same;
    T41 [InApproval] + Override / CompleteForConsent => Offered, Consent;
    T41 [InApproval] + Override / Complete => Executing, NoConsent;
    T37 [Proposed InApproval] + Amend / Kept => Same;
    T37 [InApproval] + Amend / Voided => Same;
    T37 [Offered] + Amend / Kept => Same, Consent;
    T37 [Offered] + Amend / Voided => InApproval, Consent;
    T37 [Executing] + Amend / Kept => Same, NoConsent;
    T37 [Executing] + Amend / AskedAnew => Offered, Consent;
    T37 [Executing] + Amend / Voided => InApproval;
    T38 [Received Registered Triaged Dispatched Investigating Proposed Resolved FollowingUp] + Reclassify / Kept => Same;
    T38 [InApproval] + Reclassify / Kept => Same;
    T38 [InApproval] + Reclassify / Voided => Same;
    T38 [Offered] + Reclassify / Kept => Same, Consent;
    T38 [Offered] + Reclassify / Voided => InApproval, Consent;
    T38 [Executing] + Reclassify / Kept => Same;
    T38 [Executing] + Reclassify / Voided => InApproval;
}

const COUNT: usize = count();

/// Every arrow of the course, of all tracks. The arrows of one stage and one action stand beside each other.
pub static ARROWS: &[Arrow] = &ALL_ARROWS;

const ALL_ARROWS: [Arrow; COUNT] = expand();

/// Counts the arrows of all rows, and the arrow of the receipt.
#[expect(clippy::indexing_slicing, reason = "runs while compiling only")]
const fn count() -> usize {
    let (mut count, mut row) = (1, 0);
    while row < ROWS.len() {
        count += ROWS[row].from.len();
        row += 1;
    }
    count
}

/// Makes an arrow for each stage of each row.
#[expect(clippy::indexing_slicing, reason = "runs while compiling only")]
const fn expand() -> [Arrow; COUNT] {
    let receive = Arrow {
        code: "T01",
        from: None,
        action: Action::Receive,
        way: Branch::Only,
        to: Stage::Received,
        only: TrackFilter::All,
    };
    let mut arrows = [receive; COUNT];
    let (mut next, mut row) = (1, 0);
    while row < ROWS.len() {
        let Row { code, from, action, way, to, only } = ROWS[row];
        let mut stage = 0;
        while stage < from.len() {
            let to = match to {
                Some(to) => to,
                None => from[stage],
            };
            arrows[next] = Arrow { code, from: Some(from[stage]), action, way, to, only };
            next += 1;
            stage += 1;
        }
        row += 1;
    }
    arrows
}

/// Where the arrows of a stage and an action begin, and how many there are.
static PLACES: [[(u8, u8); Action::ALL.len()]; Stage::ALL.len()] = places();

/// Finds the arrows of each stage and action while compiling; the arrows of one pair stand beside each other.
#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "runs while compiling only")]
const fn places() -> [[(u8, u8); Action::ALL.len()]; Stage::ALL.len()] {
    let mut places = [[(0, 0); Action::ALL.len()]; Stage::ALL.len()];
    let mut row = 0;
    while row < COUNT {
        if let Some(stage) = ALL_ARROWS[row].from {
            let (first, count) = places[stage as usize][ALL_ARROWS[row].action as usize];
            assert!(count == 0 || first as usize + count as usize == row, "the arrows of a pair are parted");
            let first = if count == 0 { row as u8 } else { first };
            places[stage as usize][ALL_ARROWS[row].action as usize] = (first, count + 1);
        }
        row += 1;
    }
    places
}

/// Returns the arrows of a stage and an action that a track has, one for each outcome.
///
/// ```
/// use redress::case::course::{Branch, arrows};
/// use redress::policy::Track;
/// use redress::vocab::{Action, Stage};
///
/// let track = Track::new(); // asks for no consent
/// let ways: Vec<Branch> = arrows(&track, Stage::InApproval, Action::Sign).map(|arrow| arrow.way).collect();
/// assert_eq!(ways, [Branch::StepsOpen, Branch::Complete]);
/// ```
pub fn arrows(track: &Track, stage: Stage, action: Action) -> impl Iterator<Item = &'static Arrow> + '_ {
    let place = PLACES.get(stage as usize).and_then(|actions| actions.get(action as usize));
    let (first, count) = place.map_or((0, 0), |&(first, count)| (usize::from(first), usize::from(count)));
    let rows = ARROWS.get(first..first + count).unwrap_or_default();
    rows.iter().filter(move |arrow| arrow.only.is_of(track))
}

/// Returns the stage to which an action leads by one of its outcomes, or `None` if the track has no such arrow.
///
/// ```
/// use redress::case::course::{Branch, step};
/// use redress::policy::Track;
/// use redress::vocab::{Action, Stage};
///
/// let track = Track::new().without_triage();
/// assert_eq!(step(&track, Stage::Received, (Action::Register, Branch::Only)), Some(Stage::Registered));
/// assert_eq!(step(&track, Stage::Registered, (Action::Triage, Branch::Only)), None); // no such stage
/// ```
#[must_use]
#[inline]
pub fn step(track: &Track, stage: Stage, (action, way): (Action, Branch)) -> Option<Stage> {
    let pair = PAIRS.get(stage as usize)?.get(action as usize)?;
    let arrow = STEPS.get(usize::from(*pair))?.get(way as usize)?;
    let tracks = TRACKS.get(usize::from(arrow.only))?;
    if tracks >> switches(track) & 1 == 1 { Stage::ALL.get(usize::from(arrow.to)).copied() } else { None }
}

/// A track as far as the table asks for it: a bit for each stage that it may leave out.
#[inline]
const fn switches(track: &Track) -> u32 {
    (track.triage() as u32)
        | (track.dispatch() as u32) << 1
        | (track.consent() as u32) << 2
        | (track.follow_up().is_some() as u32) << 3
        | (track.review() as u32) << 4
        | (track.at_once() as u32) << 5
}

/// An arrow in two bytes.
#[derive(Clone, Copy)]
struct Step {
    to: u8,
    only: u8,
}

/// The number of pairs of a stage and an action that have arrows, and one more for all that have none.
const PAIR_COUNT: usize = pair_count();

#[expect(clippy::indexing_slicing, reason = "runs while compiling only")]
const fn pair_count() -> usize {
    let (mut count, mut row) = (1, 1);
    while row < COUNT {
        // The arrows of a pair stand beside each other.
        let (now, before) = (&ALL_ARROWS[row], &ALL_ARROWS[row - 1]);
        let same = match (now.from, before.from) {
            (Some(now), Some(before)) => now as usize == before as usize,
            _ => false,
        };
        if !(same && now.action as usize == before.action as usize) {
            count += 1;
        }
        row += 1;
    }
    count
}

/// The pair of each stage and action. Pair 0 has no arrow.
static PAIRS: [[u8; Action::ALL.len()]; Stage::ALL.len()] = TABLES.0;

/// The arrow of each outcome of a pair.
static STEPS: [[Step; WAYS]; PAIR_COUNT] = TABLES.1;

/// The tracks that each filter admits: a bit for each value of [`switches`]. The last filter admits none.
static TRACKS: [u64; NO_ARROW as usize + 1] = tracks();

/// The number of outcomes.
const WAYS: usize = Branch::AskedAnew as usize + 1;

/// The filters, in their order.
const FILTERS: [TrackFilter; 12] = [
    TrackFilter::All,
    TrackFilter::Triage,
    TrackFilter::NoTriage,
    TrackFilter::Dispatch,
    TrackFilter::DispatchNoTriage,
    TrackFilter::NoDispatch,
    TrackFilter::Neither,
    TrackFilter::Consent,
    TrackFilter::NoConsent,
    TrackFilter::FollowUp,
    TrackFilter::Review,
    TrackFilter::AtOnce,
];

const NO_ARROW: u8 = {
    assert!(FILTERS.len() == 12, "the number below");
    12
};

type Tables = ([[u8; Action::ALL.len()]; Stage::ALL.len()], [[Step; WAYS]; PAIR_COUNT]);

const TABLES: Tables = tables();

/// Numbers the pairs and spreads their arrows while compiling. An outcome has one arrow, whatever the track.
#[expect(clippy::indexing_slicing, reason = "runs while compiling only")]
const fn tables() -> Tables {
    let none = Step { to: 0, only: NO_ARROW };
    let mut tables = ([[0; Action::ALL.len()]; Stage::ALL.len()], [[none; WAYS]; PAIR_COUNT]);
    let (mut pairs, mut row) = (0, 0);
    while row < COUNT {
        let Arrow { from, action, way, to, only, .. } = ALL_ARROWS[row];
        if let Some(stage) = from {
            if tables.0[stage as usize][action as usize] == 0 {
                pairs += 1;
                tables.0[stage as usize][action as usize] = pairs;
            }
            let pair = tables.0[stage as usize][action as usize];
            let arrow = &mut tables.1[pair as usize][way as usize];
            assert!(arrow.only == NO_ARROW, "an outcome has two arrows");
            assert!((only as u8) < NO_ARROW, "a filter is not listed");
            *arrow = Step { to: to as u8, only: only as u8 };
        }
        row += 1;
    }
    assert!(pairs as usize + 1 == PAIR_COUNT, "the pairs are counted");
    tables
}

#[expect(clippy::indexing_slicing, reason = "runs while compiling only")]
const fn tracks() -> [u64; NO_ARROW as usize + 1] {
    let mut tracks = [0; NO_ARROW as usize + 1];
    let mut filter = 0;
    while filter < FILTERS.len() {
        assert!(FILTERS[filter] as usize == filter, "the filters are listed in their order");
        let mut switches = 0;
        while switches < 64 {
            if FILTERS[filter].is_of_switches(switches) {
                tracks[filter] |= 1 << switches;
            }
            switches += 1;
        }
        filter += 1;
    }
    tracks
}

/// Returns the actions that a stage of a track allows, in the order of [`Action::ALL`].
///
/// Actions that do not move the case, such as a note, are among them.
///
/// ```
/// use redress::case::course::actions;
/// use redress::policy::Track;
/// use redress::vocab::{Action, Stage};
///
/// let track = Track::new().without_triage();
/// assert!(actions(&track, Stage::Received).any(|action| action == Action::Register));
/// assert!(!actions(&track, Stage::Registered).any(|action| action == Action::Triage));
/// ```
pub fn actions(track: &Track, stage: Stage) -> impl Iterator<Item = Action> + '_ {
    let may = move |&action: &Action| {
        arrows(track, stage, action).next().is_some() || beside(action).is_some_and(|when| when.holds(stage))
    };
    Action::ALL.iter().copied().filter(may)
}

/// Returns the course of a track as a Mermaid state diagram. Arrows that leave every open stage are drawn once, as a
/// note.
///
/// ```
/// use redress::case::course::mermaid;
/// use redress::policy::Track;
///
/// assert!(mermaid(&Track::new()).starts_with("stateDiagram-v2\n    [*] --> received: T01 receive\n"));
/// ```
#[must_use]
pub fn mermaid(track: &Track) -> String {
    let mut drawn = String::from("stateDiagram-v2\n");
    let everywhere = |arrow: &Arrow| match arrow.code {
        "T02" | "T26" | "T32" | "T33" => true,
        "T38" => arrow.from == Some(arrow.to),
        _ => false,
    };
    let drawn_here = |arrow: &&Arrow| {
        let begins = arrow.from.is_none_or(|from| track.has_stage(from));
        arrow.only.is_of(track) && begins && !everywhere(arrow)
    };
    for arrow in ARROWS.iter().filter(drawn_here) {
        let from = arrow.from.map_or("[*]", Stage::as_str);
        // `write!` into a string cannot fail.
        let _ = write!(
            drawn,
            "    {} --> {}: {} {}",
            node(from),
            node(arrow.to.as_str()),
            arrow.code,
            arrow.action
        );
        let _ = if arrow.way == Branch::Only { writeln!(drawn) } else { writeln!(drawn, " ({})", arrow.way) };
    }
    drawn.push_str(
        "    note right of received: while it is open, T02 acknowledge, T26 open-project and T38 reclassify ",
    );
    drawn.push_str("stay where it is, T32 withdraw and T33 merge close it\n");
    let end = if track.review() { "reviewed" } else { "closed" };
    let _ = writeln!(drawn, "    {end} --> [*]");
    drawn
}

/// Mermaid takes a hyphen in a name for an arrow.
fn node(stage: &str) -> String {
    stage.replace('-', "_")
}
