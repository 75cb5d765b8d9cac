//! Shows on standard error how much of a long file has been read.

use std::io::{self, IsTerminal, Write};

/// Files of this size and larger show their progress.
const LONG_FILE: u64 = 8 << 20;

/// Shows each new percent in the same place of a terminal.
pub(crate) struct Progress {
    /// The bytes of the file; `None` if nothing is shown.
    length: Option<u64>,
    read: u64,
    percent: u64,
}

impl Progress {
    /// Shows nothing.
    pub(crate) const fn hidden() -> Self {
        Self { length: None, read: 0, percent: 0 }
    }

    /// Shows the progress of a long file, unless nobody watches or the table is printed to the same terminal.
    pub(crate) fn of(length: u64) -> Self {
        let is_shown = length >= LONG_FILE && io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { length: is_shown.then_some(length), ..Self::hidden() }
    }

    pub(crate) fn add(&mut self, bytes: usize) {
        self.read = self.read.saturating_add(bytes as u64);
        let percent = |length| self.read.min(length).saturating_mul(100).checked_div(length);
        if let Some(percent) = self.length.and_then(percent).filter(|percent| *percent > self.percent) {
            self.percent = percent;
            show(format_args!("\r{percent} %"));
        }
    }

    /// Leaves the line empty.
    pub(crate) fn clear(&self) {
        if self.length.is_some() {
            show(format_args!("\r     \r"));
        }
    }
}

fn show(text: std::fmt::Arguments<'_>) {
    let mut out = io::stderr();
    let _ = write!(out, "{text}").and_then(|()| out.flush());
}
