//! The codes of the errors of approvals, each with advice on what to do.

use alloc::format;
use alloc::string::String;

use crate::approval::fault::ApprovalFault;
use crate::approval::missing::MissingInput;
use crate::approval::missing::UnknownChain;
use crate::approval::refusal::SigningRefusal;
use crate::approval::role_place::StaffingHint;
use crate::approval::roster::RosterFault;
use crate::approval::staffing::StaffingFault;
use crate::approval::stuck::StuckApproval;
use crate::coded::codes;

codes! {
    ApprovalFault "approval" {
        Undeclared = "undeclared", "Declare the word in the taxonomy, or use a declared one.";
        TooManyChains = "too-many-chains", "Remove chains.";
        ChainTwice = "chain-twice", "Give the chains ids that differ.";
        LevelNotDeclared = "level-not-declared", "Use a severity that the policy declares.";
        NotRated = "not-rated", "Add severity rules, or ask for no severity.";
        NothingAbove = "nothing-above", "Use a smaller amount.";
        Remedies = "remedies", "Name from 1 to 200 remedies.";
        Currencies = "currencies", "Use one currency for all amounts.";
        Masked = "masked", "Move the chain up, narrow those before it, or remove it.";
        Gap = "gap", "Add a last row without conditions.";
        TooManySteps = "too-many-steps", "Remove steps.";
        TooManySignatures = "too-many-signatures", "Ask for fewer signatures.";
        Unsigned = "unsigned", "Add a step that somebody signs, or declare `nobody-signs`.";
        SignedAfterAll = "signed-after-all", "Remove `nobody-signs`, or the step.";
        StepTwice = "step-twice", "Give the steps ids that differ.";
        NobodySigns = "nobody-signs", "Name a role, and ask for at least one signature.";
        TooManySigners = "too-many-signers", "Name fewer roles and system accounts.";
        RoleTwice = "role-twice", "Name the role once.";
        ConsentNotLast = "consent-not-last", "Move the consent of the customer to the end.";
        ConsentSigned = "consent-signed", "Remove the signers of the consent.";
        ConsentLimited = "consent-limited", "Remove the time limit of the consent.";
    }
    wraps { Term.fault }
}

codes! {
    UnknownChain by missing;

    fn place(&self) -> Option<String> {
        Some(format!("approval chain `{}`", self.chain))
    }
}

codes! {
    MissingInput "approval-unknown" {
        Severity = "severity", "Find out what the severity depends on.";
        Amount = "amount", "Say what the remedy costs.";
        Currency = "currency", "Give the amount in the currency of the table.";
        Row = "row", "Add a last row without conditions to the table.";
    }
}

codes! {
    SigningRefusal "signing" {
        NothingOpen = "nothing-open", "Do nothing: every step is signed.";
        NotEntitled = "not-entitled", "Ask somebody who holds one of the roles.";
        Excluded = "excluded", "Ask somebody who has no part in the case.";
        SignedAlready = "signed-already", "Ask somebody else.";
        RefusedBefore = "refused-before", "Ask somebody else.";
        OverLimit = "over-limit", "Ask somebody with a higher limit.";
        AmountUnknown = "amount-unknown", "Say what the remedy costs, or ask somebody without a limit.";
        OtherCurrency = "other-currency", "Ask somebody whose limit is in this currency.";
        SystemNotNamed = "system-not-named", "Ask a person.";
        WouldStrand = "would-strand", "Ask somebody else, so that the other steps can still be signed.";
        TooComplex = "too-complex", "Use a chain with fewer steps and signatures.";
    }
}

codes! {
    StuckApproval "stuck" {
        Nobody = "nobody", "Give more people one of the roles, or take the approval back.";
        TooComplex = "too-complex", "Use a chain with fewer steps and signatures.";
    }
}

codes! {
    StaffingFault "staffing" {
        NobodyHolds = "nobody-holds", "Give somebody one of the roles.";
    }
    wraps { Stuck.stuck }
}

codes! {
    StaffingHint "hint" {
        NotHeld = "role-not-held", "Give somebody the role, or correct its name.";
        NotDeclared = "role-not-declared", "Declare the role in the policy, or correct its name.";
        NotUsed = "role-not-used", "Remove the role, or correct its name.";
    }
}

codes! {
    RosterFault "roster" {
        Revision = "revision", "Give a revision of 1 to 100 visible characters.";
        TooMany = "too-many", "Remove entries.";
        HoldingEmpty = "holding-empty", "Set an end after the start.";
        HoldingOutOfRange = "holding-out-of-range", "Use years from 1 to 9999.";
        HoldingTwice = "holding-twice", "Use periods that do not overlap.";
        DelegationEmpty = "delegation-empty", "Set an end after the start.";
        DelegationOutOfRange = "delegation-out-of-range", "Use years from 1 to 9999.";
        DelegationToOneself = "delegation-to-oneself", "Delegate to somebody else.";
        DelegationNotHeld = "delegation-not-held", "Delegate a role that the giver holds for the whole time.";
        DelegationPassedOn = "delegation-passed-on", "Let the holder of the role delegate it.";
        DelegationOfSystem = "delegation-of-system", "Delegate between people.";
        DelegationTwice = "delegation-twice", "Use periods that do not overlap.";
    }
}
