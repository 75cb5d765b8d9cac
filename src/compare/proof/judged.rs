//! Trials made into complaints, and put to both policies.

use alloc::vec::Vec;

use chrono::{DateTime, Days, NaiveTime, Utc};

use crate::calendar::reading::Fold;
use crate::compare::comparison::Comparison;
use crate::compare::judgement::{Aspect, Judgement};
use crate::compare::proof::answers::{Answer, Question, Questions, Trial};
use crate::triage::{Complaint, History};
use crate::vocab::CaseId;

/// A complaint with what came before it, and the answers of both policies.
pub(super) struct Shown<'p> {
    pub(super) complaint: Complaint,
    pub(super) history: History,
    pub(super) answers: [Judgement<'p>; 2],
}

/// Puts trials to both policies.
#[derive(Clone, Copy)]
pub(super) struct Judge<'p> {
    pub(super) comparison: Comparison<'p>,
    pub(super) id: CaseId,
    pub(super) received: DateTime<Utc>,
}

impl<'p> Judge<'p> {
    /// A judge of complaints that are received at noon of a day in the middle of the days that both calendars know, so
    /// that windows before it and dates after it are known.
    pub(super) fn of(comparison: Comparison<'p>) -> Option<Self> {
        let [one, other] = [comparison.policy, comparison.draft].map(|policy| policy.calendar().known());
        let (first, last) = (one.first().max(other.first()), one.last().min(other.last()));
        let days = u64::try_from(last.signed_duration_since(first).num_days()).ok()?;
        let day = first.checked_add_days(Days::new(days / 2))?;
        let noon = day.and_time(NaiveTime::from_hms_opt(12, 0, 0)?);
        let received = comparison.policy.calendar().zone().instant(noon, Fold::Earlier)?;
        Some(Self { comparison, id: "example".parse().ok()?, received })
    }

    /// The answers to the complaint of a trial. `None` if no complaint is like this, or if a policy refuses it.
    pub(super) fn put(&self, questions: &Questions, trial: &Trial) -> Option<Shown<'p>> {
        let (complaint, history) = questions.complaint(trial, self.id, self.received)?;
        self.put_complaint(complaint, history)
    }

    pub(super) fn put_complaint(&self, complaint: Complaint, history: History) -> Option<Shown<'p>> {
        let Comparison { policy, draft } = self.comparison;
        let before = Judgement::of(policy, &complaint, &history).ok()?;
        let after = Judgement::of(draft, &complaint, &history).ok()?;
        Some(Shown { complaint, history, answers: [before, after] })
    }

    /// The answers to the complaint of a trial, if they differ in a part.
    pub(super) fn differs(&self, questions: &Questions, trial: &Trial, aspect: Aspect) -> Option<Shown<'p>> {
        self.put(questions, trial).filter(|shown| {
            let [before, after] = &shown.answers;
            before.differs(after, aspect)
        })
    }

    /// Leaves out every answer that the difference does not need: what is left is smallest in that nothing more can be
    /// left out.
    pub(super) fn smallest(&self, questions: &Questions, trial: Trial, aspect: Aspect) -> Option<Shown<'p>> {
        let mut trial = trial;
        let mut shown = self.differs(questions, &trial, aspect)?;
        let said: Vec<Question> = trial.keys().copied().collect();
        for question in said {
            let least = questions.answers(question);
            let Some(&now) = trial.get(&question) else { continue };
            let lower = least.into_iter().take_while(|answer| *answer != now);
            for answer in lower {
                let mut less = trial.clone();
                less.insert(question, answer);
                if matches!((question, answer), (Question::Word(_), Answer::NotSaid | Answer::Nothing)) {
                    less.retain(|other, _| !matches!((question, other), (Question::Word(one), Question::Has(of, _)) if one == *of));
                }
                if let Some(found) = self.differs(questions, &less, aspect) {
                    (trial, shown) = (less, found);
                    break;
                }
            }
        }
        Some(shown)
    }
}

/// What is known about a trial.
pub(super) enum Look {
    /// Nothing below it is looked for.
    Nothing,
    /// This is what is looked for.
    Found,
    /// It depends on this question.
    Open(Question),
}

/// The end of a search.
pub(super) enum Searched {
    Found(Trial),
    Nothing,
    TooMuch,
}

/// How many trials one search looks at.
const MAX_TRIALS: usize = 20_000;

/// Searches the trials that agree with `start`, the answers that say least first.
pub(super) fn search(questions: &Questions, start: Trial, mut look: impl FnMut(&Trial) -> Look) -> Searched {
    let mut trial = start;
    // The questions that were answered on the way, each with its answers that were not tried yet.
    let mut way: Vec<(Question, alloc::vec::IntoIter<Answer>)> = Vec::new();
    for _ in 0..MAX_TRIALS {
        match look(&trial) {
            Look::Found => return Searched::Found(trial),
            Look::Open(question) if !trial.contains_key(&question) => {
                way.push((question, questions.answers(question).into_iter()));
            }
            Look::Open(_) | Look::Nothing => {}
        }
        // The next answer to the last question, or to the one before it if there is none.
        loop {
            let Some((question, rest)) = way.last_mut() else { return Searched::Nothing };
            if let Some(answer) = rest.next() {
                trial.insert(*question, answer);
                break;
            }
            trial.remove(question);
            way.pop();
        }
    }
    Searched::TooMuch
}
