//! Deciding commands of the side tracks: promises, containment, goods, recall, measures, sanctions, bills and links.

use alloc::string::ToString;

use crate::case::approval::{ApprovalState, ApprovalSubject};
use crate::case::clock::is_awaited;
use crate::case::command::{Apology, CaseLink, CaseSummary, Message};
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::{Desk, Draft};
use crate::case::decide::groups::{approving, elsewhere, on_course, timing, to_the_end};
use crate::case::deed::{Command, EventKind};
use crate::case::event::Notice;
use crate::case::payload::MAX_OFFERS;
use crate::case::refusal::Refusal;
use crate::case::track::{DepartmentContainment, MeasureProgress, SanctionProposal};
use crate::vocab::track::{AccidentStep, GoodsStep, MeasureStep, RecallStep};
use crate::vocab::{Action, Anchor, Department};

impl<A: Authority> Desk<'_, A> {
    #[expect(clippy::unnested_or_patterns, reason = "each group is one pattern")]
    pub(super) fn beside(&self, command: Command, draft: &mut Draft) -> Result<(), Refusal> {
        let mut used = None;
        match &command {
            Command::Promise(promised) => {
                self.check_no_promise()?;
                self.check_future(promised.until)?;
            }
            Command::Answer(message) => self.check_answer(message, draft)?,
            Command::Apologise(apology) => draft.notices.extend(incomplete(apology)),
            Command::Contain(contained) => self.check_contained(contained)?,
            Command::WaiveContainment(waived) => self.check_not_contained(waived.department)?,
            Command::HandleGoods(goods) => check_goods(self.case.goods_step(), goods.step)?,
            Command::Recall(recall) => used = self.check_recall(recall.step)?,
            Command::TakeAction(measure) => used = self.check_measure(measure)?,
            Command::ProposeSanction(sanction) => self.check_sanction(sanction)?,
            Command::DecideSanction(sanction) => used = self.check_decided(sanction)?,
            Command::HoldBilling if self.case.is_billing_held() => {
                return Err(Self::already(&"billing hold"));
            }
            Command::ReleaseBilling => self.check_release()?,
            Command::TakeAccidentStep(accident) => self.check_accident(accident.step)?,
            Command::Thank(thanks) => self.check_word(thanks.occasion)?,
            Command::Link(linked) => self.check_link(linked)?,
            Command::HearCustomer(_)
            | Command::NotifyProgress(_)
            | Command::RecordDiscipline(_)
            | Command::HoldBilling
            | Command::Note(_) => {}
            on_course!() | to_the_end!() | approving!() | timing!() | elsewhere!() => {
                return Err(self.of_another_group(command.action()));
            }
        }
        let linked = if let Command::Link(linked) = &command { Some(linked.clone()) } else { None };
        let what = EventKind::from(command);
        self.check_named(&what)?;
        draft.push(what);
        if let Some(approval) = used {
            draft.end(approval, ApprovalState::Used);
        }
        linked.map_or(Ok(()), |linked| self.raise_by_link(&linked, draft))
    }

    /// Refuses a promise while another one is open. The next promise comes with the answer to the open one.
    pub(super) fn check_no_promise(&self) -> Result<(), Refusal> {
        match self.case.open_promise() {
            Some(promise) => Err(Refusal::PromiseOpen { until: promise.until }),
            None => Ok(()),
        }
    }

    fn check_future(&self, until: chrono::DateTime<chrono::Utc>) -> Result<(), Refusal> {
        if until <= self.at {
            let from = self.at.checked_add_signed(super::course::INSTANT).unwrap_or(self.at);
            Err(Refusal::TooEarly { at: until, from })
        } else {
            Ok(())
        }
    }

    fn check_answer(&self, message: &Message, draft: &mut Draft) -> Result<(), Refusal> {
        match message.next {
            Some(_) if self.case.is_solved() => {
                Err(Refusal::NoSuch { what: "further answer to promise once the complaint is solved" })
            }
            Some(_) if message.automatic => Err(Refusal::NoSuch {
                what: "promise in an automatic message; a person must promise the next answer",
            }),
            Some(next) => self.check_future(next),
            None => {
                let wanted = self.track().promises && !self.case.is_solved() && !message.automatic;
                draft.notices.extend(wanted.then_some(Notice::NoPromise));
                Ok(())
            }
        }
    }

    fn check_contained(&self, contained: &DepartmentContainment) -> Result<(), Refusal> {
        Self::check_count("measures", contained.measures.len(), MAX_OFFERS)?;
        contained.measures.iter().try_for_each(|&measure| self.check_word(measure))?;
        self.check_not_contained(contained.department)
    }

    fn check_not_contained(&self, department: Department) -> Result<(), Refusal> {
        // A department that has received the complaint counts, even if a later policy does not declare it.
        if !self.case.timeline().departments().contains(&department) {
            self.check_word(department)?;
        }
        if !self.case.side_tracks().is_contained(department) {
            return Self::check_room("departments", self.case.contained_departments().len());
        }
        // Once in each round of the case, and again if a clock waits for it that started since.
        let (event, of_unit) = (Anchor::CONTAINED, Some(department));
        let is_done = self.case.timeline().has_in_round(event, of_unit);
        if is_done && !is_awaited(self.case, self.policy, event, of_unit, self.at) {
            return Err(Self::already(&department));
        }
        Ok(())
    }

    fn check_recall(&self, step: RecallStep) -> Result<Option<u32>, Refusal> {
        let before = self.case.recall_step();
        let expected: &[RecallStep] = match before {
            None => &[RecallStep::Needed, RecallStep::NotNeeded],
            Some(RecallStep::NotNeeded | RecallStep::Finished) => &[RecallStep::Needed],
            Some(RecallStep::Needed) => &[RecallStep::Started, RecallStep::NotNeeded],
            Some(RecallStep::Started) => &[RecallStep::Finished],
        };
        if !expected.contains(&step) {
            return Err(Refusal::RecallOrder { step, before, expected: expected.to_vec() });
        }
        if step == RecallStep::Started { self.use_approval(&ApprovalSubject::Recall) } else { Ok(None) }
    }

    fn check_measure(&self, measure: &MeasureProgress) -> Result<Option<u32>, Refusal> {
        let before = self.case.side_tracks().step_of(measure.measure);
        let expected: &[MeasureStep] = match before {
            None => &[MeasureStep::Planned],
            Some(MeasureStep::Planned | MeasureStep::EffectMissing) => {
                &[MeasureStep::CarriedOut, MeasureStep::Dropped]
            }
            Some(MeasureStep::CarriedOut) => &[MeasureStep::EffectConfirmed, MeasureStep::EffectMissing],
            Some(MeasureStep::EffectConfirmed) => &[MeasureStep::Standardised],
            Some(MeasureStep::Standardised | MeasureStep::Dropped) => &[],
        };
        if !expected.contains(&measure.step) {
            let (measure, step) = (measure.measure, measure.step);
            if expected.is_empty() {
                return Err(Self::already(&measure));
            }
            return Err(Refusal::MeasureOrder { measure, step, before, expected: expected.to_vec() });
        }
        if before.is_none() {
            Self::check_room("measures", self.case.measures().len())?;
        }
        // A measure without effect is carried out again, and needs a new approval.
        let carried_out = measure.step == MeasureStep::CarriedOut;
        if carried_out {
            self.use_approval(&ApprovalSubject::CorrectiveAction(measure.measure))
        } else {
            Ok(None)
        }
    }

    fn check_sanction(&self, sanction: &SanctionProposal) -> Result<(), Refusal> {
        self.check_not_oneself(sanction.person, Action::ProposeSanction)?;
        self.check_word(sanction.kind)?;
        self.check_room_for_sanction()?;
        if self.case.side_tracks().all_sanctions().any(|known| known == sanction) {
            return Err(Self::already(&sanction.kind));
        }
        Ok(())
    }

    fn check_decided(&self, sanction: &SanctionProposal) -> Result<Option<u32>, Refusal> {
        self.check_not_oneself(sanction.person, Action::DecideSanction)?;
        if !self.case.proposed_sanctions().contains(sanction) {
            return Err(Refusal::NoSuch { what: "such sanction among those proposed" });
        }
        self.use_approval(&ApprovalSubject::Sanction(sanction.clone()))
    }

    fn check_release(&self) -> Result<(), Refusal> {
        if !self.case.is_billing_held() {
            return Err(Refusal::NoSuch { what: "billing hold" });
        }
        // The bill follows the solution.
        if self.case.is_solved() { Ok(()) } else { Err(Refusal::BillBeforeSolution) }
    }

    fn check_accident(&self, step: AccidentStep) -> Result<(), Refusal> {
        let before = self.case.accident_step();
        let Some(expected) = next_of(before, AccidentStep::ALL) else {
            return Err(Self::already(&before.unwrap_or(step)));
        };
        if step != expected {
            return Err(Refusal::AccidentOrder { step, before, expected });
        }
        if step == AccidentStep::Bill && !self.case.is_solved() {
            Err(Refusal::BillBeforeSolution)
        } else {
            Ok(())
        }
    }

    fn check_link(&self, linked: &CaseLink) -> Result<(), Refusal> {
        let id = linked.case.id;
        self.check_summary(&linked.case)?;
        Self::check_room("links", self.case.links().len())?;
        let of_other = || self.case.links().iter().filter(|known| known.case.id == id);
        // A cost that was unknown at the first link can be stated by a later one.
        let states = of_other().next_back().is_some_and(|last| last.case.unstated && !linked.case.unstated);
        if of_other().any(|known| known.relation == linked.relation) && !states {
            return Err(Self::already(&id));
        }
        // A total that is too large would block every later proposal.
        let mut sums = self.case.spending().with(self.case.proposal()).unwrap_or_default();
        let amounts = self.case.links().iter().chain([linked]).flat_map(|linked| &linked.case.amounts);
        sums.add_all(amounts.copied()).ok_or(Refusal::AmountOutOfRange)
    }

    /// Checks that a summary is about another case, and is small enough to be stored.
    pub(super) fn check_summary(&self, other: &CaseSummary) -> Result<(), Refusal> {
        if other.id == self.case.id() {
            return Err(Refusal::SameCase { case: other.id });
        }
        Self::check_count("due dates of another case", other.due.len().max(1), MAX_OFFERS)?;
        Self::check_count("amounts of another case", other.amounts.len().max(1), MAX_OFFERS)
    }

    /// Checks whether returned goods have a next step.
    pub(super) fn probe_goods(&self) -> Result<(), Refusal> {
        let next = next_of(self.case.goods_step(), GoodsStep::ALL);
        check_goods(self.case.goods_step(), next.unwrap_or(GoodsStep::Disposed))
    }

    /// Checks whether the next step after an accident can be taken.
    pub(super) fn probe_accident(&self) -> Result<(), Refusal> {
        self.check_accident(
            next_of(self.case.accident_step(), AccidentStep::ALL).unwrap_or(AccidentStep::Bill),
        )
    }

    /// Checks that there is a sanction to decide.
    pub(super) fn check_sanction_proposed(&self) -> Result<(), Refusal> {
        if self.case.proposed_sanctions().is_empty() {
            return Err(Refusal::NoSuch { what: "such sanction among those proposed" });
        }
        Ok(())
    }

    pub(super) fn check_room_for_sanction(&self) -> Result<(), Refusal> {
        Self::check_room("sanctions", self.case.side_tracks().all_sanctions().count())
    }
}

/// Returns the step that follows in a fixed order. `None` after the last one.
fn next_of<T: Copy + PartialEq>(before: Option<T>, all: &[T]) -> Option<T> {
    let Some(before) = before else { return all.first().copied() };
    all.iter().copied().skip_while(|&known| known != before).nth(1)
}

fn check_goods(before: Option<GoodsStep>, step: GoodsStep) -> Result<(), Refusal> {
    match next_of(before, GoodsStep::ALL) {
        Some(expected) if step == expected => Ok(()),
        Some(expected) => Err(Refusal::GoodsOrder { step, before, expected }),
        None => Err(Refusal::Already { what: before.unwrap_or(step).to_string() }),
    }
}

fn incomplete(apology: &Apology) -> Option<Notice> {
    let (individual, effect, measure) =
        (apology.individual.is_some(), apology.effect.is_some(), apology.measure.is_some());
    let complete = individual && effect && measure;
    (!complete).then_some(Notice::IncompleteApology { individual, effect, measure })
}
