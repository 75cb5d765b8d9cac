//! What other languages really send. The requests under `tests/door/sent` hold their bytes.
