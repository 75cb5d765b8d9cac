//! Whatever is sent, there is one answer of one line, and no private text in an error.

use redress::wire::Session;
use serde_json::{Value, json};

use crate::door::{answer, calendar, error, policy, roster, shop};

/// A small generator of numbers, so that a failure can be repeated by its seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (most.max(1) as u64)).unwrap()
    }
}

/// Requests of every kind, to be changed at random.
fn seeds() -> Vec<Vec<u8>> {
    let complaint = json!({"id": "A-17", "received": "2026-04-02T08:00:00Z", "category": ["product-quality"],
        "text": "secret", "customer": "K-1"});
    let opened = answer(
        &mut shop(),
        "open",
        &json!({"policy": "shop", "complaint": complaint,
        "id": "k-0", "actor": "anna", "at": "2026-04-02T08:00:00Z"}),
    );
    let case = json!({"events": opened["events"]});
    let mut seeds = vec![
        json!({"call": "load-policy", "with": {"name": "shop", "policy": policy()}}),
        json!({"call": "load-calendar", "with": {"name": "shop", "calendar": calendar()}}),
        json!({"call": "load-roster", "with": {"name": "staff", "roster": roster()}}),
        json!({"call": "triage", "language": "en", "with": {"policy": "shop", "complaint": complaint}}),
        json!({"call": "replay", "with": {"policy": "shop", "case": case}}),
        json!({"call": "outlook", "with": {"policy": "shop", "case": case, "now": "2026-04-03T08:00:00Z"}}),
        json!({"call": "decide", "with": {"policy": "shop", "roster": "staff", "case": case, "request":
            {"id": "k-1", "expected": 2, "actor": "anna", "at": "2026-04-02T08:00:00Z", "command": "register"}}}),
        json!({"call": "clock", "with": {"calendar": "shop", "now": "2026-04-03T08:00:00Z",
            "clock": {"clock": "response", "from": "received", "pauses": [{"reason": "awaiting-customer"}]},
            "deadline": {"working-days": 2}, "events": {"received": "2026-04-02T08:00:00Z"},
            "record": [{"pause": {"reason": "awaiting-customer", "at": "2026-04-02T09:00:00Z"}}]}}),
    ];
    for seed in &mut seeds {
        seed["version"] = json!(1);
    }
    seeds.into_iter().map(|seed| seed.to_string().into_bytes()).collect()
}

#[test]
fn no_request_breaks_the_door() {
    let seeds = seeds();
    let parts: [&[u8]; 12] = [
        b"{",
        b"[",
        b"}",
        b"]",
        b"\"",
        b",",
        b"null",
        b"-1",
        b"1e300",
        b"9007199254740993",
        b"\\ud83d",
        b"\xff",
    ];
    let mut dice = Dice(0x5eed);
    let mut session = shop();
    for _ in 0..1_500 {
        let mut request = seeds[dice.below(seeds.len())].clone();
        for _ in 0..=dice.below(3) {
            let at = dice.below(request.len());
            let until = (at + dice.below(12)).min(request.len());
            match dice.below(4) {
                0 => drop(request.drain(at..until)),
                1 => drop(request.splice(at..at, parts[dice.below(parts.len())].iter().copied())),
                2 => request[at] = u8::try_from(dice.below(256)).unwrap(),
                _ => {
                    let piece = request[at..until].to_vec();
                    request.splice(at..at, piece);
                }
            }
            if request.is_empty() {
                break;
            }
        }
        let reply = session.call_bytes(&request);
        assert!(!reply.contains('\n'), "{reply}");
        let reply: Value = serde_json::from_str(&reply).unwrap();
        assert!(reply.get("answer").is_some() != reply.get("error").is_some(), "{reply}");
        if let Some(error) = reply.get("error") {
            assert!(error["code"].is_string() && error["message"].is_string() && error["at"].is_string());
        }
    }
}

#[test]
fn no_error_repeats_a_private_text() {
    let told = "She said that her name is Secret";
    for key in ["text", "customer", "facts", "amount", "no-demand"] {
        let mut complaint =
            json!({"id": "A-17", "received": "2026-04-02T08:00:00Z", "category": ["product-quality"]});
        for value in [json!(told), json!([told]), json!({"told": told})] {
            complaint[key] = value;
            let with = json!({"policy": "shop", "complaint": complaint});
            let request = json!({"version": 1, "call": "triage", "with": with}).to_string();
            let reply: Value = serde_json::from_str(&shop().call(&request)).unwrap();
            if let Some(error) = reply.get("error") {
                assert!(!error.to_string().contains("Secret"), "{key}: {error}");
            }
        }
    }
    let given = error(&mut Session::new(), "word", &json!({"facet": "category", "label": [told]}));
    assert!(!given.to_string().contains("Secret"), "{given}");
}
