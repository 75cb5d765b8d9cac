//! The codes of the faults of golden tables.

use crate::coded::codes;
use crate::laws::golden::fault::GoldenFault;

codes!(GoldenFault "golden" {
    Empty = "empty", "Write a line of columns, and a line for each complaint.";
    Quote = "quote", "Close the quote, or write it twice.";
    Column = "column", "Use a column of the list.";
    Twice = "twice", "Keep one of the two columns.";
    Missing = "missing", "Add the column.";
    Cells = "cells", "Put cells that hold a separator in quotes.";
    Cell = "cell", "Correct the cell.";
});
