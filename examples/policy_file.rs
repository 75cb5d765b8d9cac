//! Prints all that a policy file says, in words: who gets what, which clocks run, who approves.
//!
//! The policy is proved first. A file with faults is not printed; its faults are.
//!
//! `cargo run --example policy_file -- examples/policies/nev.toml --language zh-Hans`
//!
//! The exit status is 0 for a valid policy, 1 for one with faults, 2 for a file that cannot be read.

#[path = "shared/arguments.rs"]
mod arguments;
#[path = "shared/policies.rs"]
mod policies;
#[path = "shared/visible.rs"]
mod visible;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use arguments::CommandLine;
use policies::{PolicyFile, zone};
use redress::render::Renderer;
use redress::vocab::Locale;
use visible::visible;

const HELP: &str = "\
Prints all that a policy file says, in words

Usage: policy_file [OPTIONS] <FILE>

Arguments:
  <FILE>  A policy, as TOML or JSON by the ending of its name; examples/policies has some, and
          src/docs/policy_file.md lists every key

Options:
      --language <LANGUAGE>  The language of the text [default: en] [possible values: en, zh-Hans, zh-Hant] [also: --lang]
  -h, --help                 Print help

If the file cannot be read, the place of the mistake is printed. If the policy has a gap or contradicts itself,
every fault is printed, and nothing of the policy.

Exit status:
  0  the policy is valid
  1  the policy has faults
  2  the file or the command line cannot be read
";

fn main() -> ExitCode {
    let line = CommandLine::read(HELP);
    let (file, locale): (PathBuf, Locale) = (line.get("<FILE>"), line.get("--language"));
    let read = match PolicyFile::read(&file) {
        Ok(read) => read,
        Err(error) => {
            eprintln!("{}: {}", file.display(), visible(&error));
            return ExitCode::from(2);
        }
    };
    match read.document.build(zone) {
        Ok(policy) => {
            // The reader of the output may have closed it.
            let _ = write!(
                io::stdout(),
                "{}",
                visible(&Renderer::of(&policy, locale).policy(&policy).to_string())
            );
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in &faults {
                eprintln!("{}: {}", file.display(), visible(&fault.to_string()));
            }
            ExitCode::from(1)
        }
    }
}
