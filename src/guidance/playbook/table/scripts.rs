//! Words to say, by topic. Each gives the meaning: people say it in their own words.

use super::entries;
use crate::guidance::playbook::Cue;
use crate::vocab::Topic;

entries! {
    "script.ask" Say [Cue::Topic(Topic::GENERAL_COMPLAINT)] [Received]
        "I am sorry for the trouble. What exactly happened?"
        "给您添麻烦了，很抱歉。具体是什么情况？"
        "給您添麻煩了，很抱歉。具體是什麼情況？"
        ["S12-R02" "S21-R01"];
    "script.regret" Say [Cue::Topic(Topic::GENERAL_COMPLAINT)] [Received]
        "I regret this, and I am looking into it now."
        "对此我很遗憾，马上为您核实跟进。"
        "對此我很遺憾，馬上為您查核跟進。"
        ["S12-R02" "S21-R01"];
    "script.value" Say [Cue::Topic(Topic::GENERAL_COMPLAINT)] [Received]
        "Your opinion matters to us: we shall find the cause and do better."
        "您的意见对我们很重要，我们会查明原因并改进。"
        "您的意見對我們很重要，我們會查明原因並改進。"
        ["S12-R02" "S21-R01"];
    "script.reported" Say [] [Dispatched, Investigating, Executing]
        "Your matter was reported, and it is confirmed that it arrived."
        "您的问题已上报，对方已确认收到。"
        "您的問題已上報，對方已確認收到。"
        ["S12-R06"];
    "script.contacting" Say [] [Dispatched, Investigating]
        "We are talking to the department in charge."
        "我们正在联系负责部门。"
        "我們正在聯絡負責部門。"
        ["S12-R06"];
    "script.taken-seriously" Say [] [Dispatched, Investigating, Executing]
        "We take what you said seriously, and keep you informed."
        "我们重视您的反馈，有进展会告诉您。"
        "我們重視您的回饋，有進展會告訴您。"
        ["S12-R06"];
    "script.sympathise" Say [] [Received, Registered]
        "I can understand how you feel."
        "我能体会您的感受。"
        "我能體會您的感受。"
        ["S25-R02"];
    "script.apologise" Say [] [Received, Registered]
        "I apologise for what went wrong on our side."
        "我方做得不好的地方，向您道歉。"
        "我方做得不好的地方，向您致歉。"
        ["S25-R02" "S28-R26"];
    "script.product" Say [Cue::Topic(Topic::PRODUCT_QUALITY)] [Offered]
        "We are sorry: you get a brand-new one for it."
        "很抱歉，我们为您换一件全新的产品。"
        "很抱歉，我們為您換一件全新的產品。"
        ["S12-R07"];
    "script.attitude" Say [Cue::Topic(Topic::SERVICE_ATTITUDE)] [Offered]
        "We are sorry: the staff are trained at once, and somebody experienced takes over."
        "很抱歉，我们马上培训员工，并派有经验的同事为您服务。"
        "很抱歉，我們馬上培訓員工，並派有經驗的同事為您服務。"
        ["S12-R08"];
    "script.logistics" Say [Cue::Topic(Topic::LOGISTICS_DELAY)] [Offered]
        "We are sorry: we press the logistics company, and tell you when it arrives."
        "很抱歉，我们马上催促物流公司，并告诉您到货时间。"
        "很抱歉，我們馬上催促物流公司，並告訴您到貨時間。"
        ["S12-R09"];
    "script.late-delivery" Do [Cue::Topic(Topic::LOGISTICS_DELAY)] [Investigating, Executing]
        "Tell the customer beforehand that a delivery will be late."
        "预计交付会延迟的，提前告诉客户。"
        "預計交貨會延遲的，提前告訴客戶。"
        ["S36-R12"];
    "script.parcel" Do [Cue::Topic(Topic::LOGISTICS_DELAY)] [Investigating, Proposed]
        "Ask the department, confirm why the parcel is late, and offer a plan to make up for it."
        "向相关部门查询，确认包裹延误的原因，并提出补偿方案。"
        "向相關部門查詢，確認包裹延誤的原因，並提出補償方案。"
        ["S05-R26"];
    "script.technical.first" Say [Cue::Topic(Topic::TECHNICAL)] [Received]
        "Have you restarted the device, or updated its software?"
        "您试过重启设备或更新软件吗？"
        "您試過重新啟動裝置或更新軟體嗎？"
        ["S21-R02"];
    "script.technical.describe" Say [Cue::Topic(Topic::TECHNICAL)] [Received, Registered]
        "Please describe what you see; then I tell you in detail what to do."
        "请描述您看到的现象，我再详细告诉您怎么做。"
        "請描述您看到的現象，我再詳細告訴您怎麼做。"
        ["S21-R03"];
    "script.refund" Say [Cue::Topic(Topic::REFUND)] [Received]
        "I am sorry. What is the problem, and how much do you ask back? I see to it in your interest."
        "很抱歉。是什么问题，您希望退多少？我会为您的利益着想来办理。"
        "很抱歉。是什麼問題，您希望退多少？我會為您的利益著想來辦理。"
        ["S21-R05"];
    "script.why-this-solution" Do [] [Offered]
        "Explain the cause, and why the solution is fair and can be done."
        "说明原因，以及方案为何合理可行。"
        "說明原因，以及方案為何合理可行。"
        ["S22-R06"];
}
