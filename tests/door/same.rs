//! The door answers what the library answers.

use proptest::prelude::*;
use redress::calendar::reading::DayBounds;
use redress::calendar::{Calendar, CalendarDocument, Span, Zone, date, instant};
use redress::deadline::{Anchors, Deadline, Term};
use redress::vocab::Anchor;
use redress::wire::Session;
use serde_json::{Value, json};

use crate::door::{answer, calendar, error, shop};

fn direct() -> Calendar {
    let document: CalendarDocument = serde_json::from_value(calendar()).unwrap();
    let offset = chrono::FixedOffset::east_opt(3_600).unwrap();
    document.build(|name, known| Zone::tabulate(name, &offset, known)).unwrap()
}

/// Compares an answer with what the library returns, errors included.
#[track_caller]
fn same<T, E: redress::Coded>(reply: &Value, direct: Result<T, E>, written: impl FnOnce(T) -> Value) {
    match direct {
        Ok(value) => assert_eq!(reply["answer"], written(value), "{reply}"),
        Err(error) => {
            assert_eq!(reply["error"]["code"], error.code(), "{reply}");
            assert_eq!(reply["error"]["message"], error.to_string(), "{reply}");
        }
    }
}

fn ask(session: &mut Session, call: &str, with: &Value) -> Value {
    serde_json::from_str(&session.call(&json!({"version": 1, "call": call, "with": with}).to_string()))
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn answers_equal_direct_calls(day in -20_i64..400, other in -20_i64..400, seconds in 0_i64..86_400, n in 0_u32..300) {
        let (calendar, mut session) = (direct(), shop());
        let first = date::parse("2026-01-01").unwrap();
        let (from, until) = (first + chrono::TimeDelta::days(day), first + chrono::TimeDelta::days(other));
        let at = from.and_hms_opt(0, 0, 0).unwrap().and_utc() + chrono::TimeDelta::seconds(seconds);
        let end = until.and_hms_opt(0, 0, 0).unwrap().and_utc();
        let (written_at, written_end) = (instant::format(at), instant::format(end));
        let date = |date: chrono::NaiveDate| json!({"date": date.to_string()});
        let moment = |at| json!({"at": instant::format(at)});

        let with = json!({"calendar": "shop", "date": from.to_string(), "working-days": n});
        same(&ask(&mut session, "working-day-after", &with), calendar.nth_working_day_after(from, n), date);
        same(&ask(&mut session, "working-day-before", &with), calendar.nth_working_day_before(from, n), date);
        let with = json!({"calendar": "shop", "date": from.to_string()});
        same(&ask(&mut session, "working-day-on-or-after", &with), calendar.working_day_on_or_after(from), date);
        same(&ask(&mut session, "working-day-on-or-before", &with), calendar.working_day_on_or_before(from), date);
        let with = json!({"calendar": "shop", "from": from.to_string(), "until": until.to_string(), "counted": "both"});
        same(
            &ask(&mut session, "working-days-between", &with),
            calendar.working_days_bounded(from, until, DayBounds::Both),
            |days| json!({"working-days": days}),
        );
        let with = json!({"calendar": "shop", "at": written_at, "working": format!("{n} h")});
        let span = Span::hours(n);
        same(&ask(&mut session, "add-working-time", &with), calendar.add_working_time(at, span), moment);
        same(&ask(&mut session, "subtract-working-time", &with), calendar.subtract_working_time(at, span), moment);
        let with = json!({"calendar": "shop", "from": written_at, "until": written_end});
        same(
            &ask(&mut session, "working-time-between", &with),
            calendar.working_time_between(at, end),
            |time| json!({"seconds": time.num_seconds()}),
        );
        let with = json!({"calendar": "shop", "at": written_at, "working-days": n});
        same(&ask(&mut session, "same-time-after", &with), calendar.same_time_after(at, n), moment);

        let deadline = Deadline::from(Term::working_days(n + 1));
        let with = json!({"calendar": "shop", "deadline": deadline, "events": {"received": written_at}});
        let reply = ask(&mut session, "due", &with);
        match deadline.due(&calendar, Anchor::RECEIVED, &Anchors::received(at)) {
            Ok(due) => prop_assert_eq!(&reply["answer"]["due"], &json!(due)),
            Err(error) => prop_assert_eq!(&reply["error"]["code"], error.code()),
        }
    }
}

/// A case through the door, from its receipt to the refusal of one's own proposal and the signature of somebody else.
#[test]
fn a_case_goes_from_its_receipt_to_the_second_signature() {
    let mut session = shop();
    let complaint =
        json!({"id": "A-17", "received": "2026-04-02T08:00:00Z", "category": ["product-quality"]});
    let opened = answer(
        &mut session,
        "open",
        &json!({"policy": "shop", "complaint": complaint,
        "id": "k-0", "actor": "anna", "at": "2026-04-02T08:00:00Z"}),
    );
    let mut events = opened["events"].as_array().unwrap().clone();
    let request = |events: &[Value], id: &str, actor: &str, command: Value| {
        json!({"policy": "shop", "roster": "staff", "case": {"events": events}, "request": {"id": id,
            "expected": events.len(), "actor": actor, "at": "2026-04-02T08:00:00Z", "command": command}})
    };
    for (id, command) in [
        ("k-1", json!("register")),
        ("k-2", json!({"start": {}})),
        ("k-3", json!({"propose": {"alternatives": [{"remedies": ["refund"]}]}})),
        ("k-4", json!("submit")),
    ] {
        let decided = answer(&mut session, "decide", &request(&events, id, "anna", command));
        events.extend(decided["events"].as_array().unwrap().iter().cloned());
    }
    let sign = json!({"sign": {"approval": 1}});
    let own = error(&mut session, "decide", &request(&events, "k-5", "anna", sign.clone()));
    assert_eq!((own["code"].as_str(), own["at"].as_str()), (Some("signing.excluded"), Some("/with/request")));
    let signers = json!({"policy": "shop", "roster": "staff", "case": {"events": events}, "approval": 1,
        "now": "2026-04-02T08:00:00Z"});
    assert_eq!(answer(&mut session, "possible-signers", &signers)["next"], json!(["mia"]));
    let signed = answer(&mut session, "decide", &request(&events, "k-6", "mia", sign));
    assert_eq!(signed["case"]["stage"], "executing");
    events.extend(signed["events"].as_array().unwrap().iter().cloned());
    let replayed = answer(&mut session, "replay", &json!({"policy": "shop", "case": {"events": events}}));
    assert_eq!(replayed["case"], signed["case"]);
    let told = answer(&mut session, "timeline", &json!({"policy": "shop", "case": {"events": events}}));
    assert!(told["text"].as_str().unwrap().contains("mia"), "{told}");

    events[1]["by"] = json!("mia");
    let altered = error(&mut session, "replay", &json!({"policy": "shop", "case": {"events": events}}));
    assert_eq!(altered["at"], "/with/case/events/1");
}
