//! The titles of the sections of a policy.

use crate::labels::phrase::phrases;

phrases! {
    TITLE_CALENDARS = "title.calendars", ["Calendars", "日历", "日曆"];
    TITLE_WORDS = "title.words", ["Words", "用语", "用語"];
    TITLE_FACTS_THAT_MUST_BE_ASKED = "title.facts-that-must-be-asked", ["Facts that must be asked", "必须询问的事实", "必須詢問的事實"];
    TITLE_SEVERITY = "title.severity", ["Severity", "严重程度", "嚴重程度"];
    TITLE_IMPORTANCE = "title.importance", ["Importance", "主次程度", "主次程度"];
    TITLE_URGENCY = "title.urgency", ["Urgency", "迫切性", "迫切性"];
    TITLE_CLAIM_KIND = "title.claim-kind", ["Claim kind", "诉求类别", "訴求類別"];
    TITLE_MARKS = "title.marks", ["Marks", "标记", "標記"];
    TITLE_WORDS_THAT_NEED_A_REASON = "title.words-that-need-a-reason", ["Words that need a reason", "用语的使用条件", "用語的使用條件"];
    TITLE_WHO_GETS_WHAT = "title.who-gets-what", ["Who gets what", "责任分派", "責任分派"];
    TITLE_FORCED_CLOSURE = "title.forced-closure", ["Forced closure", "强制结案", "強制結案"];
    TITLE_CLOCKS = "title.clocks", ["Clocks", "时限", "時限"];
    TITLE_COURSE_OF_A_CASE = "title.course-of-a-case", ["Course of a case", "办理流程", "辦理流程"];
    TITLE_CONDUCT = "title.conduct", ["Conduct", "沟通方式", "溝通方式"];
    TITLE_PEOPLE = "title.people", ["People", "人员回避", "人員迴避"];
    TITLE_APPROVALS = "title.approvals", ["Approvals", "审批", "簽核"];
    TITLE_FORMS = "title.forms", ["Forms", "表单", "表單"];
    TITLE_REPORTS = "title.reports", ["Reports", "报表", "報表"];
}
