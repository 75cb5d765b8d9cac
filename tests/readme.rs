//! README shows what the programs really are and print.

const README: &str = include_str!("../README.md");

#[test]
fn the_program_of_the_readme_is_the_example_due_date() {
    let example = include_str!("../examples/due_date.rs");
    let (_, program) = example.split_once("\n\n").unwrap_or_default();
    assert!(README.contains(&format!("```rust\n{program}```")));
}

#[test]
fn the_outputs_in_the_readme_are_those_of_the_examples() {
    let due_date = include_str!("../examples/expected/due_date.txt");
    assert!(README.contains(&format!("```text\n{due_date}```")));
    let explain = include_str!("../examples/expected/explain.txt");
    let shown: Vec<&str> = explain.lines().take(9).collect();
    assert!(README.contains(&format!("```text\n{}\n…\n```", shown.join("\n"))), "{}", shown.join("\n"));
}
