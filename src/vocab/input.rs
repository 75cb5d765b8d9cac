//! What decision tables look at.

use crate::vocab::category::Category;
use crate::vocab::cause::Cause;
use crate::vocab::channel::Channel;
use crate::vocab::claim_kind::ClaimKind;
use crate::vocab::closed::closed_vocabulary;
use crate::vocab::containment::Containment;
use crate::vocab::demand::Demand;
use crate::vocab::department::Department;
use crate::vocab::facet::Facet;
use crate::vocab::fault_party::FaultParty;
use crate::vocab::mark::Mark;
use crate::vocab::medium::Medium;
use crate::vocab::open::Word;
use crate::vocab::region::Region;
use crate::vocab::subject::Subject;
use crate::vocab::topic::Topic;

closed_vocabulary! {
    /// An input of decision tables: a question that the words of a complaint answer.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Input = "an" "input";

    /// What it is filed under: [`Category`].
    Category = "category", ["category", "抱怨类别", "抱怨類別"];
    /// What it is about: [`Subject`].
    Subject = "subject", ["subject", "抱怨分类", "抱怨分類"];
    /// Why it went wrong: [`Cause`].
    Cause = "cause", ["cause", "投诉原因", "投訴原因"];
    /// Whose fault it was: [`FaultParty`].
    FaultParty = "fault-party", ["fault party", "责任方", "責任方"];
    /// Under which definition it is pursued: [`ClaimKind`].
    ClaimKind = "claim-kind", ["claim kind", "诉求类别", "訴求類別"];
    /// What the complainant wants: [`Demand`].
    Demand = "demand", ["demand", "客户诉求", "客戶訴求"];
    /// The way it came in: [`Channel`].
    Channel = "channel", ["channel", "投诉渠道", "投訴渠道"];
    /// How it was put: [`Medium`].
    Medium = "medium", ["medium", "表达形式", "表達形式"];
    /// Where it happened: [`Region`].
    Region = "region", ["region", "地区", "地區"];
    /// What is done against further damage: [`Containment`].
    Containment = "containment", ["containment measure", "围堵措施", "圍堵措施"];
    /// Which playbook it is for: [`Topic`].
    Topic = "topic", ["playbook topic", "话术主题", "話術主題"];
    /// The unit that it is about: [`Department`].
    Unit = "unit", ["unit concerned", "相关单位", "相關單位"];
    /// What rules marked it with, all of them at once: [`Mark`]. So facts decide who gets it.
    Mark = "mark", ["mark", "标记", "標記"];
    /// How bad it is: [`Severity`](super::Severity).
    Severity = "severity", ["severity", "严重程度", "嚴重程度"];
}

impl Input {
    /// The facet whose words answer it; none for the severity, whose levels are closed.
    #[must_use]
    pub const fn facet(self) -> Option<Facet> {
        Some(match self {
            Self::Category => Facet::Category,
            Self::Subject => Facet::Subject,
            Self::Cause => Facet::Cause,
            Self::FaultParty => Facet::FaultParty,
            Self::ClaimKind => Facet::ClaimKind,
            Self::Demand => Facet::Demand,
            Self::Channel => Facet::Channel,
            Self::Medium => Facet::Medium,
            Self::Region => Facet::Region,
            Self::Containment => Facet::Containment,
            Self::Topic => Facet::Topic,
            Self::Unit => Facet::Department,
            Self::Mark => Facet::Mark,
            Self::Severity => return None,
        })
    }
}

/// A word that answers an [`Input`].
pub trait InputWord: Word {
    /// The input it answers.
    const INPUT: Input;
}

macro_rules! answers {
    ($($word:ident: $input:ident),+ $(,)?) => {
        $(impl InputWord for $word {
            const INPUT: Input = Input::$input;
        })+
    };
}

answers! {
    Category: Category, Subject: Subject, Cause: Cause, FaultParty: FaultParty, ClaimKind: ClaimKind,
    Demand: Demand, Channel: Channel, Medium: Medium, Region: Region, Containment: Containment,
    Topic: Topic, Department: Unit, Mark: Mark,
}
