//! What complaints are, and why it pays to handle them well.

use super::entries;
use crate::guidance::playbook::Cue;
use crate::vocab::track::SpreadRisk;

entries! {
    "know.what-it-is" Know [] []
        "Complaint handling is to manage what disappointment and displeasure make people say; it is part of managing crises."
        "抱怨处理是管理因不满、失望等负面情绪而来的意见，也是危机管理的一部分。"
        "抱怨處理是管理因不滿、失望等負面情緒而來的意見，也是危機管理的一部分。"
        ["S05-R33"];
    "know.welcome" Do [] [Received]
        "Welcome a complaint: it is the chance to repair the relation, and advice for free."
        "欢迎投诉：它是修复关系的机会，也是免费的建议。"
        "歡迎投訴：它是修復關係的機會，也是免費的建議。"
        ["S28-R25" "S28-R28"];
    "know.system" Do [] []
        "Managers need a system for complaints, and use it to improve."
        "管理者需要投诉管理体系，并借此改进。"
        "管理者需要投訴管理體系，並藉此改進。"
        ["S28-R25"];
    "know.win-win" Know [] []
        "Both sides shall win: service pays off late, and only if it goes on."
        "求双赢：服务见效慢，必须持续。"
        "求雙贏：服務見效慢，必須持續。"
        ["S28-R27" "S01-R45"];
    "know.loyalty" Know [] []
        "Whose complaint was solved well is more loyal than who never had one; a bad answer loses the person."
        "投诉处理得好，对方比从未有过问题的人更忠诚；处理不好就会失去。"
        "投訴處理得好，對方比從未有過問題的人更忠誠；處理不好就會失去。"
        ["S14-R01"];
    "know.worth" Know [] []
        "Handled well, complaints keep the good name, raise quality and satisfaction, and bring new customers."
        "妥善处理投诉能维护声誉、提高质量和满意度、带来新客户。"
        "妥善處理投訴能維護聲譽、提高品質與滿意度、帶來新客戶。"
        ["S30-R08"];
    "know.brand" Know [Cue::SpreadRisk(SpreadRisk::WORD_OF_MOUTH)] []
        "A badly handled complaint harms the brand, and word of it spreads."
        "投诉处理不好会损害品牌形象，并经口碑传开。"
        "投訴處理不好會損害品牌形象，並經口碑傳開。"
        ["S35-R04"];
    "know.satisfaction" Know [] []
        "First satisfaction falls, then loyalty."
        "先降的是满意度，再降的是忠诚度。"
        "先降的是滿意度，再降的是忠誠度。"
        ["S35-R05"];
    "know.challenges" Know [Cue::SpreadRisk(SpreadRisk::MEDIA)] [Received]
        "Hopes are high and bad news is fast: answer promptly, and keep an eye on how staff feel."
        "期望高、负面消息快：及时回应，并顾及员工情绪。"
        "期望高、負面消息快：及時回應，並顧及員工情緒。"
        ["S05-R30"];
    "know.aims" Know [] []
        "Four aims to measure by: satisfaction, loyalty, better products, fewer customers lost."
        "四个可衡量的目标：满意度、忠诚度、产品改进、降低流失率。"
        "四個可衡量的目標：滿意度、忠誠度、產品改進、降低流失率。"
        ["S05-R28"];
    "know.learning" Know [] []
        "To learn: what shows good service, the cycle of service, making up for mistakes, turning grumbling into a chance."
        "学习目标：优质服务的指标、服务循环、补救失误、把抱怨变成机会。"
        "學習目標：優質服務的指標、服務循環、補救失誤、把抱怨變成機會。"
        ["S20-R03"];
    "know.after-sales" Know [] []
        "Service after the sale is also promotion: it raises the good name and the share of the market."
        "售后服务也是促销手段，能提高信誉和市场占有率。"
        "售後服務也是促銷手段，能提高信譽與市場占有率。"
        ["S27-R16"];
    "know.written-procedure" Know [] []
        "A written procedure says of each step who, when, where, how and what, with its references and forms."
        "书面程序逐步写明权责：何人、何时、何地、如何、何事，并附参考文件和表单。"
        "書面程序逐步寫明權責：何人、何時、何地、如何、何事，並附參考文件與表單。"
        ["S19-R13"];
}
