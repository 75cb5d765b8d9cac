//! Why a condition holds, or what it waits for: each question with the answer found.
//!
//! A condition is a tree; its grounds are a list. They are the questions by which the tree comes to its value: of an
//! `all` that does not hold the parts that do not, of an `any` that holds the parts that do, otherwise every part. A
//! `not` leaves no trace: its question stands in the list with the answer found, and the answer is "no". Rule "not
//! hotline", complaint by phone: the question is `channel hotline`, phone is found, and the question does not hold.
//!
//! Where `surely` takes an unknown answer for "no", the ground says so, because the rule then waits for nothing.
//!
//! INVARIANT: all grounds together, read back by [`Ground::condition`], have the value of the condition, and every
//! complaint that answers their questions alike gives the condition the same value.

use alloc::vec::Vec;

use serde::Serialize;

use crate::policy::Condition;
use crate::policy::condition::{Facts, Recurrence, Truth};
use crate::text::left_out::is_default;
use crate::triage::known::Known;
use crate::triage::recurrence::RecurrenceCount;
use crate::vocab::{Code, Fact, Input, Money};

/// One question of a rule, with the answer found.
///
/// A rule holds, or waits, by all of its grounds together.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::policy::condition::Truth;
/// use redress::policy::severity::SeverityRule;
/// use redress::policy::{Condition, Policy, Routing, SeverityRules};
/// use redress::render::Renderer;
/// use redress::triage::account::Finding;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Channel, Input, Locale, RuleId, Severity};
/// use redress::word;
///
/// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
/// # let calendar = Calendar::builder("office", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
/// #     .build()?;
/// let no_hotline = Condition::not(Condition::is(Channel::HOTLINE));
/// let rules = SeverityRules::new([Severity::Minor, Severity::General])
///     .with_rule(SeverityRule::new(word!(RuleId, "direct"), Severity::General, no_hotline))
///     .with_otherwise(Severity::Minor);
/// let policy =
///     Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).severity(rules).build()?;
///
/// let complaint =
///     Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?).with_channel(Channel::PHONE);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let ground = &account.severity().ok_or("not rated")?.matched()[0].because()[0];
/// assert_eq!(ground.holds(), Truth::False);
/// let Finding::Word { input, asked, found } = ground.finding() else { return Err("no word".into()) };
/// assert_eq!((*input, &asked[..]), (Input::CHANNEL, &[Channel::HOTLINE.code().to_owned()][..]));
/// assert_eq!(found.as_deref(), Some(&[Channel::PHONE.code().to_owned()][..]));
/// let text = Renderer::of(&policy, Locale::En).explanation(&account);
/// assert!(text.contains("channel phone (not service hotline)"), "{text}");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Ground {
    #[serde(flatten)]
    finding: Finding,
    holds: Truth,
    #[serde(skip_serializing_if = "is_default")]
    unknown_as_no: bool,
}

/// A question of a rule, and what was found of the complaint.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum Finding {
    /// How often a fact is so.
    Fact {
        /// The fact.
        fact: Fact,
        /// How often it is asked to be so.
        at_least: u32,
        /// How often it is so; none where the fact must be asked and was not answered.
        found: Option<u32>,
    },
    /// The words of an input.
    Word {
        /// The input.
        input: Input,
        /// The words that are asked for: one of them, or a child of one.
        asked: Vec<Code>,
        /// All words of the complaint; empty where it is known to have none, and none where nobody knows.
        found: Option<Vec<Code>>,
    },
    /// The amount at stake.
    Amount {
        /// The amount that is asked for.
        at_least: Money,
        /// The amount of the complaint; none where it is not known.
        found: Option<Money>,
    },
    /// How many earlier complaints it repeats.
    Repeats {
        /// Which earlier complaints count, and how many of them are asked for.
        asked: Recurrence,
        /// How many were found; none where they were not counted.
        found: Option<RecurrenceCount>,
    },
}

impl Finding {
    /// Whether the question holds by what was found.
    fn holds(&self) -> Truth {
        match self {
            Self::Fact { at_least, found, .. } => {
                found.map_or(Truth::Unknown, |count| Truth::from(count >= *at_least))
            }
            Self::Word { asked, found, .. } => {
                let is_asked = |word: &Code| asked.iter().any(|asked| word.is_or_under(asked));
                found.as_ref().map_or(Truth::Unknown, |words| Truth::from(words.iter().any(is_asked)))
            }
            Self::Amount { at_least, found } => {
                let reached = found.and_then(|amount| amount.is_at_least(at_least));
                reached.map_or(Truth::Unknown, Truth::from)
            }
            Self::Repeats { found, .. } => found.map_or(Truth::Unknown, |found| found.reached),
        }
    }

    /// Returns the question alone, as a condition.
    #[must_use]
    pub fn question(&self) -> Condition {
        match self {
            Self::Fact { fact, at_least, .. } => Condition::at_least(*fact, *at_least),
            Self::Word { input, asked, .. } => Condition::Word { input: *input, any_of: asked.clone() },
            Self::Amount { at_least, .. } => Condition::Amount(*at_least),
            Self::Repeats { asked, .. } => Condition::Repeats(asked.clone()),
        }
    }
}

impl Ground {
    /// Returns the question with what was found.
    #[must_use]
    pub const fn finding(&self) -> &Finding {
        &self.finding
    }

    /// Returns whether the question holds, by what was found.
    #[must_use]
    pub const fn holds(&self) -> Truth {
        self.holds
    }

    /// Returns whether the rule takes the unknown answer for "no": it asks for what is
    /// [surely](Condition::surely) so.
    #[must_use]
    pub const fn takes_unknown_as_no(&self) -> bool {
        self.unknown_as_no
    }

    /// Returns whether the rule waits for the answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.holds == Truth::Unknown && !self.unknown_as_no
    }

    /// Returns the ground as a condition that is true of the complaint, or unknown where the rule waits for it.
    ///
    /// All grounds of a rule together have the value of the rule's own condition, for this complaint and for every
    /// other one that answers their questions alike.
    #[must_use]
    pub fn condition(&self) -> Condition {
        let question = self.finding.question();
        match self.holds {
            Truth::Unknown if self.unknown_as_no => {
                let surely_not = Condition::surely(Condition::not(question.clone()));
                Condition::all([Condition::not(Condition::surely(question)), Condition::not(surely_not)])
            }
            Truth::True | Truth::Unknown => question,
            Truth::False => Condition::not(question),
        }
    }
}

/// The questions by which a condition comes to its value, each once.
pub(super) fn grounds(condition: &Condition, known: &Known<'_>) -> Vec<Ground> {
    let mut found = Vec::new();
    collect(condition, known, false, &mut found);
    found
}

fn collect(condition: &Condition, known: &Known<'_>, surely: bool, grounds: &mut Vec<Ground>) {
    let finding = match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            // One part is enough for an `all` that does not hold, and for an `any` that does.
            let enough = if matches!(condition, Condition::All(_)) { Truth::False } else { Truth::True };
            let is_enough = condition.holds(known) == enough;
            for part in parts.iter().filter(|part| !is_enough || part.holds(known) == enough) {
                collect(part, known, surely, grounds);
            }
            return;
        }
        Condition::Not(part) => return collect(part, known, surely, grounds),
        Condition::Surely(part) => return collect(part, known, true, grounds),
        Condition::Fact { fact, at_least } => {
            let found = (!known.is_open(*fact)).then(|| known.count(*fact));
            Finding::Fact { fact: *fact, at_least: *at_least, found }
        }
        Condition::Word { input, any_of } => {
            let words: Vec<Code> = known.words(*input).collect();
            let found = (!words.is_empty() || known.is_known(*input)).then_some(words);
            Finding::Word { input: *input, asked: any_of.clone(), found }
        }
        Condition::Amount(at_least) => Finding::Amount { at_least: *at_least, found: known.amount() },
        Condition::Repeats(asked) => Finding::Repeats { asked: asked.clone(), found: known.recurred(asked) },
    };
    let holds = finding.holds();
    debug_assert_eq!(holds, finding.question().holds(known), "what was found answers the question");
    let ground = Ground { finding, holds, unknown_as_no: surely && holds == Truth::Unknown };
    if !grounds.contains(&ground) {
        grounds.push(ground);
    }
}
