//! Laws that do not hold, and tables of golden complaints that cannot be read.

use redress::laws::golden::GoldenTable;
use redress::laws::{Situation, owner_for_everyone};
use redress::policy::Routing;
use redress::policy::routing::RoutingGaps;
use redress::sample;

use crate::messages::{Texts, policy};

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    let nobody = policy().routing(Routing::none().with_gaps(RoutingGaps::Unrouted)).build().unwrap();
    let unknown = Situation::new(redress::triage::Complaint::new(
        "A-1".parse().unwrap(),
        crate::messages::at("2026-03-02T10:00:00Z"),
    ));
    texts.is(
        owner_for_everyone(&nobody, &unknown).unwrap_err(),
        "law `every complaint has an owner` does not hold: expected an owner, found no row of the routing table; \
         `complaint id=A-1 received=2026-03-02T10:00:00Z`",
    );
    let shop = sample::policy().unwrap();
    let mut table = |text: &str, expected: &str| {
        texts.is(GoldenTable::read(&shop, text).unwrap_err().into_iter().next().unwrap(), expected);
    };
    table("\n# nothing\n", "the table has no row; write a line of columns, and a line for each complaint");
    table(
        "received\n\"2026-03-02 10:00\n",
        "line 2: a quote is opened and never closed; close it, or write it twice",
    );
    table("recieved\n", "line 1: `recieved` is no column of a golden table, expected such as `received`");
    table(
        "received,expect.due.reply\n",
        "line 1: `expect.due.reply` is no column of a golden table, expected a column of the list",
    );
    table("received,name,name\n", "line 1: column `name` occurs twice; keep one of the two");
    table("\nname\n", "line 2: there is no column `received`; add it");
    table(
        "received\n2026-03-02 10:00,quality\n",
        "line 2: 2 cells, expected at most 1; put a cell that holds a separator in quotes",
    );
    table(
        "received\n2.3.2026\n",
        "line 2, received: `2.3.2026` is no known time, expected such as `2026-04-02 10:00` or \
         `2026-04-02T08:00:00Z`",
    );
    texts
}
