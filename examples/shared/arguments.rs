//! The command line of an example, read by its help text: a program accepts what its help text lists, and nothing else.
//!
//! A line that starts with `<NAME>`, `[NAME]` or `--name` lists an argument. `<VALUE>` behind a `--name` means that a
//! value follows, `<VALUE>...` that the argument may be given several times. `[default: VALUE]` is the value of an
//! argument that is not given, `[also: --name]` another name of it. `[possible values: A, B]`, or a line
//! `- A: what it means` for each, lists the only values.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process;

use chrono::{DateTime, Utc};
use lexopt::{Arg, Parser};
use redress::calendar::instant;
use redress::vocab::Locale;

/// What was given on the command line.
pub(crate) struct CommandLine {
    help: &'static str,
    arguments: Vec<Argument>,
    given: BTreeMap<&'static str, Vec<OsString>>,
}

/// An argument that the help text lists.
#[derive(Default)]
struct Argument {
    /// `<FILE>`, `[FILE]` or `--lang`.
    name: &'static str,
    /// `<LANGUAGE>`, where a value follows the name.
    value: Option<&'static str>,
    default: Option<&'static str>,
    /// `--language`, where it is another name of `--lang`.
    also: Option<&'static str>,
    /// The only values; empty where there are others.
    values: Vec<&'static str>,
}

/// A value of an argument.
pub(crate) trait Value: Sized {
    fn read(text: &OsStr) -> Result<Self, String>;
}

/// What an argument becomes in a program: a value, an optional value, or a switch.
pub(crate) trait FromArgument: Sized {
    /// Answers `None` where a value is required and there is none.
    fn read(text: Option<&OsStr>) -> Option<Result<Self, String>>;
}

impl CommandLine {
    /// Reads the command line. If help was asked for, or something is wrong, prints that and ends the program.
    pub(crate) fn read(help: &'static str) -> Self {
        let mut line = Self { help, arguments: listed(help), given: BTreeMap::new() };
        let mut parser = Parser::from_env();
        loop {
            match parser.next() {
                Ok(None) => return line,
                Ok(Some(Arg::Value(text))) => line.value(text),
                Ok(Some(Arg::Long("help") | Arg::Short('h'))) => {
                    // The reader of the output may have closed it.
                    let _ = writeln!(io::stdout(), "{}", help.trim_end());
                    process::exit(0);
                }
                Ok(Some(Arg::Long(name))) => {
                    let name = format!("--{name}");
                    line.option(&name, &mut parser);
                }
                Ok(Some(Arg::Short(letter))) => line.unexpected(format!("-{letter}").as_ref()),
                Err(error) => refuse(&error.to_string()),
            }
        }
    }

    /// Returns an argument by its name in the help text. If it is wrong, prints why and ends the program.
    pub(crate) fn get<T: FromArgument>(&self, name: &'static str) -> T {
        let Some(argument) = self.arguments.iter().find(|argument| argument.name == name) else {
            refuse(&format!("the help text does not list '{name}'"))
        };
        let given = self.given.get(name).and_then(|texts| texts.first()).map(OsString::as_os_str);
        let text = given.or(argument.default.map(OsStr::new));
        match T::read(text) {
            Some(Ok(read)) => read,
            Some(Err(problem)) => {
                let text = text.unwrap_or_default().to_string_lossy();
                let problem = argument.possible_values().unwrap_or(format!(": {problem}"));
                refuse(&format!("invalid value '{text}' for '{}'{problem}", argument.shown()))
            }
            None => {
                // The shortest call is shown.
                let usage = self.usage().replace("[OPTIONS] ", "");
                let problem = "the following required arguments were not provided:";
                refuse(&format!("{problem}\n  {}\n\n{usage}", argument.shown()))
            }
        }
    }

    /// Returns whether an argument was given.
    #[allow(dead_code, clippy::allow_attributes, reason = "not every example asks")]
    pub(crate) fn is_given(&self, name: &'static str) -> bool {
        self.given.contains_key(name)
    }

    /// Returns all values of an argument that may be given several times.
    #[allow(dead_code, clippy::allow_attributes, reason = "not every example has such an argument")]
    pub(crate) fn all(&self, name: &'static str) -> Vec<String> {
        let texts = self.given.get(name).into_iter().flatten();
        texts
            .map(|text| match <String as Value>::read(text) {
                Ok(text) => text,
                Err(problem) => {
                    refuse(&format!("invalid value '{}' for '{name}': {problem}", text.to_string_lossy()))
                }
            })
            .collect()
    }

    /// Takes a text for the next argument without a name.
    fn value(&mut self, text: OsString) {
        let is_next = |argument: &&Argument| {
            !argument.name.starts_with("--") && !self.given.contains_key(argument.name)
        };
        match self.arguments.iter().find(is_next) {
            Some(argument) => _ = self.given.insert(argument.name, vec![text]),
            None => self.unexpected(&text),
        }
    }

    /// Takes `--name`, `--name VALUE` or `--name=VALUE`.
    fn option(&mut self, name: &str, parser: &mut Parser) {
        let is_named = |argument: &&Argument| argument.name == name || argument.also == Some(name);
        let Some(argument) = self.arguments.iter().find(is_named) else { self.unexpected(name.as_ref()) };
        let value = match argument.value {
            Some(_) => parser.values().ok().and_then(|mut values| values.next()).unwrap_or_else(|| {
                let (shown, possible) = (argument.shown(), argument.possible_values().unwrap_or_default());
                refuse(&format!("a value is required for '{shown}' but none was supplied{possible}"))
            }),
            None => match parser.optional_value() {
                None => OsString::new(),
                Some(value) => {
                    let value = value.to_string_lossy();
                    refuse(&format!("unexpected value '{value}' for '{name}' found; no more were expected"))
                }
            },
        };
        let is_repeated = argument.value.is_some_and(|value| value.ends_with("..."));
        if !is_repeated && self.given.contains_key(argument.name) {
            let usage = self.usage();
            let problem = format!("the argument '{}' cannot be used multiple times", argument.shown());
            refuse(&format!("{problem}\n\n{usage}"));
        }
        self.given.entry(argument.name).or_default().push(value);
    }

    fn unexpected(&self, text: &OsStr) -> ! {
        let usage = self.usage();
        refuse(&format!("unexpected argument '{}' found\n\n{usage}", text.to_string_lossy()))
    }

    fn usage(&self) -> &'static str {
        self.help.lines().find(|line| line.starts_with("Usage: ")).unwrap_or_default()
    }
}

fn refuse(problem: &str) -> ! {
    let _ = writeln!(io::stderr(), "error: {problem}\n\nFor more information, try '--help'.");
    process::exit(2)
}

impl Argument {
    /// The name, and the value behind it.
    fn shown(&self) -> String {
        [self.name].into_iter().chain(self.value).collect::<Vec<_>>().join(" ")
    }

    fn possible_values(&self) -> Option<String> {
        let list = self.values.join(", ");
        (!list.is_empty()).then(|| format!("\n  [possible values: {list}]"))
    }
}

/// Reads the arguments that a help text lists.
fn listed(help: &'static str) -> Vec<Argument> {
    let mut arguments: Vec<Argument> = Vec::new();
    for line in help.lines().map(str::trim) {
        let mut words = line.split(' ');
        let name = words.next().unwrap_or_default();
        if name.starts_with("--") {
            let value = words.next().filter(|word| word.starts_with('<'));
            arguments.push(Argument { name, value, ..Argument::default() });
        } else if name.starts_with(['<', '[']) && name.ends_with(['>', ']']) {
            arguments.push(Argument { name, ..Argument::default() });
        }
        // The rest of an argument's description is in its line or below.
        if let Some(last) = arguments.last_mut() {
            last.default = last.default.or(within(line, "[default: "));
            last.also = last.also.or(within(line, "[also: "));
            last.values
                .extend(within(line, "[possible values: ").into_iter().flat_map(|list| list.split(", ")));
            last.values.extend(line.strip_prefix("- ").and_then(|line| Some(line.split_once(':')?.0)));
        }
    }
    arguments
}

/// The text between an opening and the next closing bracket.
fn within(line: &'static str, opening: &str) -> Option<&'static str> {
    let (_, rest) = line.split_once(opening)?;
    rest.split_once(']').map(|(inner, _)| inner)
}

impl<T: Value> FromArgument for T {
    fn read(text: Option<&OsStr>) -> Option<Result<Self, String>> {
        text.map(T::read)
    }
}

impl<T: Value> FromArgument for Option<T> {
    fn read(text: Option<&OsStr>) -> Option<Result<Self, String>> {
        Some(text.map(T::read).transpose())
    }
}

impl FromArgument for bool {
    fn read(text: Option<&OsStr>) -> Option<Result<Self, String>> {
        Some(Ok(text.is_some()))
    }
}

impl Value for PathBuf {
    fn read(text: &OsStr) -> Result<Self, String> {
        Ok(text.into())
    }
}

impl Value for String {
    fn read(text: &OsStr) -> Result<Self, String> {
        text.to_str().map(str::to_owned).ok_or_else(|| "is not UTF-8".to_owned())
    }
}

impl Value for u64 {
    fn read(text: &OsStr) -> Result<Self, String> {
        <String as Value>::read(text)?.parse().map_err(|_| "expected a whole number".to_owned())
    }
}

impl Value for Locale {
    fn read(text: &OsStr) -> Result<Self, String> {
        <String as Value>::read(text)?.parse().map_err(|error| format!("{error}"))
    }
}

impl Value for DateTime<Utc> {
    fn read(text: &OsStr) -> Result<Self, String> {
        instant::parse(&<String as Value>::read(text)?).map_err(|error| error.to_string())
    }
}
