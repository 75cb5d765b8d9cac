//! The door as a process: one request a line on standard input, one answer a line on standard output, in order.
//!
//! ```sh
//! cargo run --quiet --example jsonl <requests.jsonl
//! ```
//!
//! Each answer is flushed before the next line is read, so that a program can ask, wait for the answer and ask again.
//! Every line has exactly one answer, whatever it holds: bytes that are not UTF-8, a blank line, a line that is too long.
//! Something that was loaded stays loaded until the end of the input.

use std::io::{self, BufRead, Read, Write};

use redress::wire::Session;
use redress::wire::limits::MAX_BYTES;

fn main() -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut session = Session::new();
    let mut line = Vec::new();
    while read_line(&mut input, &mut line)? {
        let mut answer = session.call_bytes(&line);
        answer.push('\n');
        match output.write_all(answer.as_bytes()).and_then(|()| output.flush()) {
            // Nobody listens any more.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            written => written?,
        }
    }
    Ok(())
}

/// Reads a line without its end. Keeps one byte more than a request may have, so that the door sees that it is too long;
/// the rest of such a line is skipped. Returns `false` at the end of the input.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let most = u64::try_from(MAX_BYTES).map_or(u64::MAX, |most| most + 2);
    let read = input.take(most).read_until(b'\n', line)?;
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if read > 0 {
        input.skip_until(b'\n')?;
    }
    Ok(read > 0)
}
