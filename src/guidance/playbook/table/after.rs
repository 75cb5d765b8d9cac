//! Advice after the solution, and after the sale.

use super::entries;
use crate::guidance::playbook::Cue;
use crate::vocab::answer::RelationshipPrinciple;

entries! {
    "after.keep-contact" Do [] [FollowingUp, Closed]
        "Stay in touch, with the satisfied too, and tell what was improved."
        "保持联系，满意的客户也一样，并告知改进之处。"
        "保持聯絡，滿意的客戶也一樣，並告知改進之處。"
        ["S09-R05" "S13-R08"];
    "after.next-order" Know [] [FollowingUp]
        "Asking afterwards is there to win the next order."
        "回访的目的是赢得下一次合作。"
        "回訪的目的是贏得下一次合作。"
        ["S02-R13"];
    "after.handed-over" Do [] [FollowingUp]
        "Ask how it goes after the hand-over; how often and how long is for you to set."
        "交付后跟踪服务，次数和期限由本单位规定。"
        "交付後追蹤服務，次數與期限由本單位規定。"
        ["S07-R10"];
    "after.rating" Do [] [FollowingUp]
        "Watch how the customer rates the solution, and improve on it."
        "关注客户对方案的评价，持续改进。"
        "關注客戶對方案的評價，持續改進。"
        ["S22-R04"];
    "after.within-reach" Do [] [FollowingUp]
        "Leave several ways to reach you, answer in time, with respect."
        "留下多种联系方式，及时、尊重地回复。"
        "留下多種聯絡方式，及時、尊重地回覆。"
        ["S09-R02" "S25-R06"];
    "after.machines" Do [] [FollowingUp]
        "Visit the owners of machines regularly: parts wear out."
        "机器类产品定期拜访：零部件会磨损。"
        "機器類產品定期拜訪：零件會磨損。"
        ["S27-R13"];
    "after.consumables" Do [] [FollowingUp]
        "Ask the buyers of consumables how they use them."
        "消费型产品调查使用情况。"
        "消費型產品調查使用情況。"
        ["S27-R14"];
    "after.news" Do [] [FollowingUp]
        "Bring the latest news of the trade, and new products."
        "提供最新的商业情报和新产品。"
        "提供最新的商業情報與新產品。"
        ["S27-R15"];
    "after.organise" Do [] [FollowingUp]
        "Bring customers together: where relations are bad, business is lost."
        "把客户组织起来：关系不好会失去生意。"
        "把客戶組織起來：關係不好會失去生意。"
        ["S27-R17"];
    "after.free-services" Do [] []
        "Deliver, install, advise and serve for free."
        "免费送货、安装、咨询和服务。"
        "免費送貨、安裝、諮詢與服務。"
        ["S26-R05"];
    "after.outdo" Do [] []
        "Do more than rivals do, and keep your word in time."
        "服务超过竞争对手，并按时践诺。"
        "服務超過競爭對手，並按時踐諾。"
        ["S26-R09"];
    "principle.reciprocity" Do [Cue::RelationshipPrinciple(RelationshipPrinciple::RECIPROCITY)] []
        "Give first: a kindness is returned."
        "先付出：人情会有回报。"
        "先付出：人情會有回報。"
        ["S27-R01"];
    "principle.commitment" Do [Cue::RelationshipPrinciple(RelationshipPrinciple::COMMITMENT_INERTIA)] []
        "Let the customer commit to something small: who has chosen stays with it."
        "让客户先作小的承诺：选定了就会延续。"
        "讓客戶先作小的承諾：選定了就會延續。"
        ["S27-R02"];
    "principle.social-proof" Do [Cue::RelationshipPrinciple(RelationshipPrinciple::SOCIAL_PROOF)] []
        "Show that many have chosen it."
        "让客户看到许多人都这样选择。"
        "讓客戶看到許多人都這樣選擇。"
        ["S27-R03"];
    "principle.same-kind" Do [Cue::RelationshipPrinciple(RelationshipPrinciple::SAME_KIND)] []
        "Show that people of the same kind have chosen it."
        "让客户看到同类的人也这样选择。"
        "讓客戶看到同類的人也這樣選擇。"
        ["S27-R04"];
    "principle.testimony" Do [Cue::RelationshipPrinciple(RelationshipPrinciple::TESTIMONY)] []
        "Keep a list of present customers, and let them speak."
        "备好现有客户名单，请使用者现身说法。"
        "備好現有客戶名單，請使用者現身說法。"
        ["S27-R05"];
    "principle.liking" Do [Cue::RelationshipPrinciple(RelationshipPrinciple::LIKING)] []
        "Be somebody people like to buy from."
        "做一个让客户喜欢的人。"
        "做一個讓客戶喜歡的人。"
        ["S27-R06"];
    "principle.friendship" Do [Cue::RelationshipPrinciple(RelationshipPrinciple::FRIENDSHIP)] []
        "Ask satisfied customers to name friends."
        "请满意的客户介绍朋友。"
        "請滿意的客戶介紹朋友。"
        ["S27-R07"];
    "benchmark.ignored" Know [] []
        "Of customers whose complaint is ignored, two in three go to a rival."
        "投诉被置之不理的客户，三分之二会转向竞争对手。"
        "投訴被置之不理的客戶，三分之二會轉向競爭對手。"
        ["S26-R01"];
    "benchmark.solved" Know [] []
        "Where it is solved in the end, about seven in ten come again."
        "投诉最终解决的，约七成客户会再来。"
        "投訴最終解決的，約七成客戶會再來。"
        ["S26-R02"];
    "benchmark.in-time" Know [] []
        "Where it is solved well and in time, 95 of 100 come again."
        "投诉及时妥善解决的，一百人中有九十五人会再来。"
        "投訴及時妥善解決的，一百人中有九十五人會再來。"
        ["S26-R03"];
    "benchmark.referred" Know [] []
        "Somebody sent by a friend is said to be 15 times as likely to buy as others."
        "据称，经人介绍的潜在客户购买的可能性是其他人的十五倍。"
        "據稱，經人介紹的潛在客戶購買的可能性是其他人的十五倍。"
        ["S27-R07"];
}
