//! The calendars of a policy, and which of them applies to a clock.
//!
//! A policy has one main calendar. It applies to the days on which words are in use, the windows of repetitions, the
//! periods of reports, the time limits of approvals, and to clocks. Further calendars are known by their names. The
//! most specific calendar applies to a clock:
//!
//! 1. the calendar of the **target**: it is for these complaints and this clock;
//! 2. the calendar of the **department**, or of the nearest one above it, for a clock of the scope `department`;
//! 3. the calendar of the **clock**;
//! 4. the main calendar.
//!
//! The deadline `otherwise` is no target, so that the second to the fourth apply to it.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::calendar::Calendar;
use crate::calendar::text::excerpt;
use crate::deadline::rule::ChangeEffect;
use crate::policy::choice::ClockScope;
use crate::policy::clock::{ClockRule, Target, Targets};
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::limits::{MAX_CALENDARS, MAX_DEPARTMENT_CALENDARS};
use crate::taxonomy::Taxonomy;
use crate::vocab::Department;

/// How many names an error lists at most.
const NAMED: usize = 8;

/// The calendars of a policy. Every name that the policy uses is one of them, and no two have the same name.
#[derive(Clone, Debug)]
pub(in crate::policy) struct Calendars {
    /// The main calendar.
    pub(in crate::policy) main: Arc<Calendar>,
    /// The named calendars, in the order of their declaration.
    pub(in crate::policy) named: Vec<Arc<Calendar>>,
    pub(in crate::policy) departments: Vec<(Department, Arc<Calendar>)>,
}

/// The calendars of a policy as they are described.
#[derive(Clone, Debug, Default)]
pub(in crate::policy) struct CalendarsDescribed {
    pub(in crate::policy) main: Option<Calendar>,
    pub(in crate::policy) named: Vec<Calendar>,
    pub(in crate::policy) departments: Vec<(Department, Cow<'static, str>)>,
}

impl CalendarsDescribed {
    fn names(&self) -> impl Iterator<Item = &str> {
        self.main.iter().chain(&self.named).map(Calendar::name)
    }

    pub(in crate::policy) fn prove(
        &self,
        clocks: &[ClockRule],
        taxonomy: &Taxonomy,
        faults: &mut Vec<PolicyFault>,
    ) {
        if self.main.is_none() {
            faults.push(PolicyFault::Missing { part: "calendar" });
        }
        let lengths = [
            ("named calendars", self.named.len(), MAX_CALENDARS),
            ("department calendars", self.departments.len(), MAX_DEPARTMENT_CALENDARS),
        ];
        let before = faults.len();
        faults.extend(lengths.into_iter().filter_map(|(what, count, most)| {
            (count > most).then_some(PolicyFault::TooMany { what, count, most })
        }));
        if faults.len() > before {
            return;
        }
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for name in self.names() {
            if !names.insert(name) {
                faults.push(PolicyFault::CalendarTwice { name: excerpt(name) });
            }
        }
        self.prove_departments(clocks, taxonomy, faults);
        let mut used: BTreeSet<&str> = BTreeSet::new();
        let of_departments = self
            .departments
            .iter()
            .map(|(department, name)| (FaultPlace::DepartmentCalendar(*department), name.as_ref()));
        let of_clocks = clocks.iter().flat_map(ClockRule::calendars_with_places);
        for (place, name) in of_departments.chain(of_clocks) {
            used.insert(name);
            if !names.contains(name) {
                let expected = self.names().take(NAMED).map(excerpt).collect();
                faults.push(PolicyFault::UnknownCalendar { place, name: excerpt(name), expected });
            }
        }
        let unused = self.named.iter().map(Calendar::name).filter(|name| !used.contains(name));
        faults.extend(unused.map(|name| PolicyFault::CalendarNotUsed { name: excerpt(name) }));
        let carries = clocks.iter().filter(|rule| rule.clock.on_change == ChangeEffect::CarryElapsed);
        let over = carries.filter(|rule| self.has_several(rule));
        faults.extend(over.map(|rule| PolicyFault::CarriesOverCalendars { clock: rule.name() }));
    }

    fn prove_departments(&self, clocks: &[ClockRule], taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        let mut seen: BTreeSet<Department> = BTreeSet::new();
        for (department, _) in &self.departments {
            let place = FaultPlace::DepartmentCalendar(*department);
            let undeclared = taxonomy.check_known(*department).err();
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
            if !seen.insert(*department) {
                faults.push(PolicyFault::DepartmentCalendarTwice { department: *department });
            }
        }
        if let Some(&(department, _)) = self.departments.first()
            && clocks.iter().all(|rule| rule.scope != ClockScope::Department)
        {
            faults.push(PolicyFault::DepartmentCalendarNotUsed { department });
        }
    }

    /// Whether the targets of a clock use different calendars.
    fn has_several(&self, rule: &ClockRule) -> bool {
        let Targets::Table(targets) = &rule.targets else { return false };
        let usual = rule.calendar.as_deref().or_else(|| self.main.as_ref().map(Calendar::name));
        let otherwise = rule.otherwise.iter().map(|_| usual);
        let mut all = targets.iter().map(|target| target.calendar.as_deref().or(usual)).chain(otherwise);
        let first = all.next();
        all.any(|name| Some(name) != first)
    }

    /// The calendars, if every name that is used is one of them.
    pub(in crate::policy) fn build(self) -> Result<Calendars, PolicyFault> {
        let main = Arc::new(self.main.ok_or(PolicyFault::Missing { part: "calendar" })?);
        let named: Vec<Arc<Calendar>> = self.named.into_iter().map(Arc::new).collect();
        let mut calendars = Calendars { main, named, departments: Vec::new() };
        for (department, name) in self.departments {
            let place = FaultPlace::DepartmentCalendar(department);
            let calendar = calendars.get(&name).ok_or_else(|| PolicyFault::UnknownCalendar {
                place,
                name: excerpt(&name),
                expected: calendars.all().take(NAMED).map(|calendar| excerpt(calendar.name())).collect(),
            })?;
            let calendar = calendar.clone();
            calendars.departments.push((department, calendar));
        }
        Ok(calendars)
    }
}

impl Calendars {
    pub(in crate::policy) fn all(&self) -> impl Iterator<Item = &Arc<Calendar>> {
        core::iter::once(&self.main).chain(&self.named)
    }

    fn get(&self, name: &str) -> Option<&Arc<Calendar>> {
        self.all().find(|calendar| calendar.name() == name)
    }

    /// The calendar of a department, or of the nearest department above it that has one.
    fn of_department(&self, department: Department) -> Option<&Arc<Calendar>> {
        let above = self.departments.iter().filter(|(own, _)| department.is_or_under(own));
        above.max_by_key(|(own, _)| own.as_str().len()).map(|(_, calendar)| calendar)
    }

    pub(in crate::policy) fn of_clock(
        &self,
        rule: &ClockRule,
        department: Option<Department>,
    ) -> &Arc<Calendar> {
        let of_department = department.and_then(|department| self.of_department(department));
        let named = || rule.calendar.as_deref().and_then(|name| self.get(name));
        of_department.or_else(named).unwrap_or(&self.main)
    }

    pub(in crate::policy) fn of_target(&self, target: &Target) -> Option<&Arc<Calendar>> {
        target.calendar.as_deref().and_then(|name| self.get(name))
    }
}

impl ClockRule {
    /// Every calendar that the clock and its targets name, with its place.
    fn calendars_with_places(&self) -> impl Iterator<Item = (FaultPlace, &str)> {
        let clock = self.name();
        let targets = match &self.targets {
            Targets::Table(targets) => targets.as_slice(),
            Targets::Same(_) | Targets::NotSet(_) => &[],
        };
        let of_target = move |target: &'_ Target| FaultPlace::Target(clock, target.id);
        let of_targets =
            targets.iter().filter_map(move |target| Some((of_target(target), target.calendar.as_deref()?)));
        self.calendar.as_deref().map(|name| (FaultPlace::Clock(clock), name)).into_iter().chain(of_targets)
    }
}
