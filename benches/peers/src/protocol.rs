//! The protocol: the arguments, the inputs, the calendars, the clock and the line that is printed.
//!
//! A program loads the first N records outside the clock, answers all of them K times on one thread, and prints one line
//! of JSON: `{"peer","workload","n","ns":[processor time of each pass],"wall_ns":[...],"rss_kb"}`. Processor time is what
//! is compared: the machine is shared. With `--answers` it writes one answer a line, in the order of the records.
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Instant;

use cpu_time::ThreadTime;

/// Processor time of this thread and the wall clock, in nanoseconds.
pub struct Clock(ThreadTime, Instant);

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "a benchmark asks the clock")]
    pub fn start() -> Clock {
        Clock(ThreadTime::now(), Instant::now())
    }
    pub fn stop(self) -> (u64, u64) {
        (self.0.elapsed().as_nanos() as u64, self.1.elapsed().as_nanos() as u64)
    }
}

pub struct Args {
    pub peer: String,
    pub workload: String,
    pub data: String,
    pub defs: String,
    pub limit: usize,
    pub inner: usize,
    pub answers: Option<String>,
}

impl Args {
    pub fn parse() -> Args {
        let v: Vec<String> = std::env::args().skip(1).collect();
        let mut m: HashMap<String, String> = HashMap::new();
        for p in v.chunks(2) {
            m.insert(p[0].trim_start_matches('-').to_string(), p[1].clone());
        }
        let get = |k: &str| m.get(k).cloned();
        Args {
            peer: get("peer").expect("--peer"),
            workload: get("workload").expect("--workload"),
            data: get("data").expect("--data"),
            defs: get("defs").expect("--defs"),
            limit: get("limit").map_or(usize::MAX, |s| s.parse().unwrap()),
            inner: get("inner").map_or(3, |s| s.parse().unwrap()),
            answers: get("answers"),
        }
    }
}

/// (input file, calendar) of a deadline workload; see README.md for the keys.
pub fn inputs_of(workload: &str) -> (String, &'static str) {
    let (file, cal) = match workload {
        "w1" => ("w1", "cal_cn"),
        "w2" => ("w2", "cal_cn"),
        "w3_cn" => ("w3", "cal_cn"),
        "w3_ny" => ("w3", "cal_us"),
        "w4_cn" => ("w4", "cal_cn"),
        "w4_ny" => ("w4", "cal_us"),
        "g3_h10" => ("w3_30d", "cal_h10"),
        "g3_h100" => ("w3_30d", "cal_h100"),
        "g3_h10k" => ("w3_30d", "cal_h10k"),
        "g4_h10" => ("w4_1y", "cal_h10"),
        "g4_h100" => ("w4_1y", "cal_h100"),
        "g4_h10k" => ("w4_1y", "cal_h10k"),
        "g3_1d" => ("w3_1d", "cal_cn_long"),
        "g3_30d" => ("w3_30d", "cal_cn_long"),
        "g3_1y" => ("w3_1y", "cal_cn_long"),
        "g3_10y" => ("w3_10y", "cal_cn_long"),
        "g4_1d" => ("w4_1d", "cal_cn_long"),
        "g4_30d" => ("w4_30d", "cal_cn_long"),
        "g4_1y" => ("w4_1y", "cal_cn_long"),
        "g4_10y" => ("w4_10y", "cal_cn_long"),
        w => (w, "cal_cn"),
    };
    (file.to_string(), cal)
}

#[derive(serde::Deserialize, Clone)]
pub struct CalFile {
    pub zone: String,
    pub week: [u8; 7],
    pub segments: Vec<[String; 2]>,
    pub off: Vec<String>,
    pub work: Vec<String>,
}

impl CalFile {
    pub fn load(a: &Args, name: &str) -> CalFile {
        let t = std::fs::read_to_string(format!("{}/{name}.json", a.defs)).unwrap();
        serde_json::from_str(&t).unwrap()
    }
}

/// Reads up to `limit` rows of an integer CSV with a header, as columns.
pub fn read_csv(path: &str, limit: usize) -> Vec<Vec<i64>> {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let mut lines = bytes.split(|&b| b == b'\n');
    let ncol = lines.next().unwrap().split(|&b| b == b',').count();
    let mut cols = vec![Vec::new(); ncol];
    for line in lines.take(limit) {
        if line.is_empty() {
            break;
        }
        let (mut c, mut v, mut neg) = (0, 0i64, false);
        for &b in line {
            match b {
                b',' => {
                    cols[c].push(if neg { -v } else { v });
                    (c, v, neg) = (c + 1, 0, false);
                }
                b'-' => neg = true,
                _ => v = v * 10 + i64::from(b - b'0'),
            }
        }
        cols[c].push(if neg { -v } else { v });
    }
    cols
}

pub fn rss_kb() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|text| text.trim().trim_end_matches("kB").trim().parse().ok()).unwrap_or(0)
}

/// One untimed pass, then `inner` timed passes over all records, one record after another.
pub fn bench<T>(a: &Args, n: usize, mut pass: impl FnMut(&mut Vec<T>), show: impl Fn(&T, &mut String)) {
    let mut out: Vec<T> = Vec::with_capacity(n);
    timed(a, n, &mut out, |out| {
        out.clear();
        pass(out);
    });
    write_answers(a, &out, show);
}

/// The same for passes that fill a column in one call.
pub fn bench_column<T: Copy + Default>(
    a: &Args,
    n: usize,
    pass: impl Fn(&mut [T]),
    show: impl Fn(&T, &mut String),
) {
    let mut out = vec![T::default(); n];
    timed(a, n, &mut out, |out| pass(out));
    write_answers(a, &out, show);
}

fn timed<T>(a: &Args, n: usize, out: &mut Vec<T>, mut pass: impl FnMut(&mut Vec<T>)) {
    if a.inner > 1 {
        pass(out);
    }
    let mut ns = Vec::new();
    for _ in 0..a.inner {
        let t = Clock::start();
        pass(out);
        ns.push(t.stop());
        std::hint::black_box(&out);
    }
    report(a, n, &ns);
}

fn write_answers<T>(a: &Args, out: &[T], show: impl Fn(&T, &mut String)) {
    if let Some(f) = &a.answers {
        let mut s = String::with_capacity(out.len() * 12);
        for x in out {
            show(x, &mut s);
            s.push('\n');
        }
        std::fs::File::create(f).unwrap().write_all(s.as_bytes()).unwrap();
    }
}

pub fn report(a: &Args, n: usize, ns: &[(u64, u64)]) {
    let (cpu, wall): (Vec<u64>, Vec<u64>) = ns.iter().copied().unzip();
    println!(
        "{{\"peer\":\"{}\",\"workload\":\"{}\",\"n\":{n},\"ns\":{cpu:?},\"wall_ns\":{wall:?},\"rss_kb\":{}}}",
        a.peer,
        a.workload,
        rss_kb()
    );
}

pub fn show_int<T: std::fmt::Display>(x: &T, s: &mut String) {
    write!(s, "{x}").unwrap();
}
