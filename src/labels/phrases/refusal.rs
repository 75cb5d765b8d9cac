//! Why a request is refused, and why a date cannot be given. The English text of an error is that of its `Display`.

use crate::labels::phrase::phrases;

phrases! {
    REFUSAL_NONE = "refusal.none", ["none", "无", "無"];
    REFUSAL_FEW = "refusal.at-most", ["expected at most {limit}", "最多为 {limit}", "最多為 {limit}"];
    REFUSAL_ONE = "refusal.at-least-one", ["expected at least 1", "至少为 1", "至少為 1"];
    REFUSAL_NOTHING = "refusal.nothing", ["expected none", "须为 0", "須為 0"];
    REFUSAL_BY = "refusal.by", ["{at} or earlier", "{at} 或更早", "{at} 或更早"];
    REFUSAL_BEFORE = "refusal.before", ["an instant before {at}", "{at} 之前", "{at} 之前"];
    REFUSAL_LEVEL = "refusal.level", ["it is {level}", "该投诉为{level}投诉", "該投訴為{level}投訴"];
    REFUSAL_LEVEL_NOT_KNOWN = "refusal.level-not-known", ["its severity is not known", "严重程度尚不清楚", "嚴重程度尚不清楚"];
    REFUSAL_NO_FORCED_CLOSURE
        = "refusal.no-forced-closure", ["this policy has no forced closure", "本制度没有强制结案", "本制度沒有強制結案"];
    REFUSAL_FACTS = "refusal.facts", ["this requires: {facts}", "须有：{facts}", "須有：{facts}"];
    REFUSAL_PARTS = "refusal.parts", [" that names {parts}", "，并说明{parts}", "，並說明{parts}"];
    REFUSAL_CANNOT_FOLLOW
        = "refusal.cannot-follow", ["{step} cannot follow {before}", "“{step}”不能接在“{before}”之后", "「{step}」不能接在「{before}」之後"];
    REFUSAL_CANNOT_COME_FIRST = "refusal.cannot-come-first", ["{step} cannot come first", "“{step}”不能是第一步", "「{step}」不能是第一步"];
    REFUSAL_FOR = "refusal.for", [" for {person}", "（代“{person}”）", "（代「{person}」）"];
    REFUSAL_ALLOWED = "refusal.allowed", ["it allows: {reasons}", "允许的原因：{reasons}", "允許的原因：{reasons}"];
    REFUSAL_ALLOWS_NONE = "refusal.allows-none", ["it allows none", "不允许任何原因", "不允許任何原因"];
    REFUSAL_NOBODY = "refusal.nobody", ["nobody", "无人", "無人"];
    REFUSAL_LEFT_OUT = "refusal.left-out", [" ({people})", "（{people}）", "（{people}）"];
    REFUSAL_OTHERS = "refusal.others", ["and {n} more", "另有 {n} 人", "另有 {n} 人"];
    REFUSAL_IS_EXCLUDED = "refusal.is-excluded", ["{person} is excluded: {because}", "“{person}”须回避：{because}", "「{person}」須迴避：{because}"];
    REFUSAL_HAS_REFUSED = "refusal.has-refused", ["{person} has refused", "“{person}”已拒签", "「{person}」已拒簽"];
    REFUSAL_HAS_SIGNED = "refusal.has-signed", ["{person} has signed {step}", "“{person}”已签署“{step}”", "「{person}」已簽署「{step}」"];
    REFUSAL_MAY_SIGN_UP_TO
        = "refusal.may-sign-up-to", ["{person} may sign at most {limit}", "“{person}”限额 {limit}", "「{person}」限額 {limit}"];
    REFUSAL_MAY_SIGN_UNKNOWN
        = "refusal.may-sign-unknown", ["{person} may sign at most {limit}, the amount is unknown", "“{person}”限额 {limit}，金额尚不清楚", "「{person}」限額 {limit}，金額尚不清楚"];
    REFUSAL_MAY_SIGN_OTHER_CURRENCY
        = "refusal.may-sign-other-currency", ["{person} may sign at most {limit}, the amount is in another currency", "“{person}”限额 {limit}，金额币种不同", "「{person}」限額 {limit}，金額幣別不同"];
    REFUSAL_IS_NOT_NAMED
        = "refusal.is-not-named", ["{person} is a system account that the step does not name", "“{person}”为该步骤未指定的系统账户", "「{person}」為該步驟未指定的系統帳戶"];
    CASE_OTHER_POLICY = "case.other-policy", [
        "",
        "案件“{case}”适用制度“{expected}”，而非“{given}”；请载入制度“{expected}”",
        "案件「{case}」適用制度「{expected}」，而非「{given}」；請載入制度「{expected}」"
    ];
    CASE_STALE = "case.stale", [
        "",
        "案件“{case}”已有变动：请求依据第 {expected} 版，案件现为第 {actual} 版；请重新载入",
        "案件「{case}」已有變動：請求依據第 {expected} 版，案件現為第 {actual} 版；請重新載入"
    ];
    CASE_OTHER_CASE = "case.other-case", [
        "",
        "该决定属于案件“{given}”，不属于“{case}”；请记入案件“{given}”",
        "該決定屬於案件「{given}」，不屬於「{case}」；請記入案件「{given}」"
    ];
    CASE_OTHER_COMMAND = "case.other-command", [
        "",
        "指令编号“{command}”已由“{by}”用于“{was}”；请原样重发该请求，或换用新编号",
        "指令編號「{command}」已由「{by}」用於「{was}」；請原樣重送該請求，或換用新編號"
    ];
    CASE_BACKWARDS = "case.backwards", [
        "",
        "{at} 早于最后一项记录的时间 {last}；须为该时刻或更晚",
        "{at} 早於最後一項記錄的時間 {last}；須為該時刻或更晚"
    ];
    CASE_IN_THE_FUTURE = "case.in-the-future", [
        "",
        "{at} 尚未到来：请求提出于 {now}；须为该时刻或更早",
        "{at} 尚未到來：請求提出於 {now}；須為該時刻或更早"
    ];
    CASE_BEFORE_RECEIPT = "case.before-receipt", [
        "",
        "{at} 早于收到投诉的时间 {received}；须为该时刻或更晚",
        "{at} 早於收到投訴的時間 {received}；須為該時刻或更晚"
    ];
    CASE_UNWRITABLE = "case.unwritable", [
        "",
        "{at} 无法保存；须为公元 1 年至 9999 年间的时刻，且不是闰秒",
        "{at} 無法儲存；須為西元 1 年至 9999 年間的時刻，且不是閏秒"
    ];
    CASE_NOT_FROM_HERE = "case.not-from-here", [
        "",
        "“{stage}”阶段不能“{action}”；目前可以：{allowed}（不含辅助事项）",
        "「{stage}」階段不能「{action}」；目前可以：{allowed}（不含輔助事項）"
    ];
    CASE_NOT_THERE = "case.not-there", [
        "",
        "“{action}”不能从“{stage}”转到“{to}”；须为{expected}",
        "「{action}」不能從「{stage}」轉到「{to}」；須為{expected}"
    ];
    CASE_NOT_PERMITTED = "case.not-permitted", [
        "",
        "“{actor}”不得“{action}”：须由{roles}办理",
        "「{actor}」不得「{action}」：須由{roles}辦理"
    ];
    CASE_NOT_AT_RECEIPT = "case.not-at-receipt", [
        "",
        "“{event}”不能列入收件内容；请先立案，再用相应的指令记录",
        "「{event}」不能列入收件內容；請先立案，再用相應的指令記錄"
    ];
    CASE_MISSING_FIELDS = "case.missing-fields", [
        "",
        "表单不完整；请填写：{missing}",
        "表單不完整；請填寫：{missing}"
    ];
    CASE_NOT_WRITTEN_DOWN = "case.not-written-down", [
        "",
        "口头投诉须记录成文；请补充投诉内容",
        "口頭投訴須記錄成文；請補充投訴內容"
    ];
    CASE_NOT_MINOR = "case.not-minor", [
        "",
        "该投诉不能当场答复：{severity}，须为轻微投诉",
        "該投訴不能當場答覆：{severity}，須為輕微投訴"
    ];
    CASE_NOT_AT_ONCE = "case.not-at-once", [
        "",
        "该投诉不能当场答复：制度中没有规则允许当场答复",
        "該投訴不能當場答覆：制度中沒有規則允許當場答覆"
    ];
    CASE_UNROUTED = "case.unrouted", [
        "",
        "分派表没有指定负责方；请在指令中指定部门",
        "分派表沒有指定負責方；請在指令中指定部門"
    ];
    CASE_NO_TRANSFER_WHEN_UNCLOSED = "case.no-transfer-when-unclosed", [
        "",
        "“{clock}”已于 {due} 到期：逾期的投诉不得转派其他部门",
        "「{clock}」已於 {due} 到期：逾期的投訴不得轉派其他部門"
    ];
    CASE_CLOSED_BY_FORCE = "case.closed-by-force", [
        "",
        "该投诉符合强制结案条件；请强制结案，或先记录已有解决方案",
        "該投訴符合強制結案條件；請強制結案，或先記錄已有解決方案"
    ];
    CASE_NOT_ON_FORCED_CLOSURE_LIST = "case.not-on-forced-closure-list", [
        "",
        "该投诉不能强制结案：{missing}",
        "該投訴不能強制結案：{missing}"
    ];
    CASE_FAULT_NOT_KNOWN = "case.fault-not-known", [
        "",
        "尚不清楚过错方；请先记录，再拟定方案",
        "尚不清楚過錯方；請先記錄，再擬定方案"
    ];
    CASE_NOT_CUSTOMERS_FAULT = "case.not-customers-fault", [
        "",
        "尚未记录为客户的过错；请先记录，或作其他答复",
        "尚未記錄為客戶的過錯；請先記錄，或作其他答覆"
    ];
    CASE_MISSING_PART = "case.missing-part", [
        "",
        "表单须有{part}；请填写",
        "表單須有{part}；請填寫"
    ];
    CASE_HOW_MANY = "case.how-many", [
        "",
        "{what}为 {count}，{bounds}",
        "{what}為 {count}，{bounds}"
    ];
    CASE_ALREADY = "case.already", [
        "",
        "“{what}”已有记录，不能重复记录",
        "「{what}」已有記錄，不能重複記錄"
    ];
    CASE_NO_SUCH = "case.no-such", [
        "",
        "无法办理：没有{what}",
        "無法辦理：沒有{what}"
    ];
    CASE_APOLOGY_OWED = "case.apology-owed", [
        "",
        "解决之前须先致歉；请记录致歉{missing}",
        "解決之前須先致歉；請記錄致歉{missing}"
    ];
    CASE_NOT_APPROVED = "case.not-approved", [
        "",
        "须先经审批链“{chain}”批准",
        "須先經簽核鏈「{chain}」核准"
    ];
    CASE_NOTHING_TO_APPROVE = "case.nothing-to-approve", [
        "",
        "制度不要求为此审批；请直接办理",
        "制度不要求為此簽核；請直接辦理"
    ];
    CASE_APPROVAL_OVER = "case.approval-over", [
        "",
        "审批 {approval} 的状态为“{state}”，须为进行中",
        "簽核 {approval} 的狀態為「{state}」，須為進行中"
    ];
    CASE_APPROVAL_OPEN = "case.approval-open", [
        "",
        "审批 {approval} 仍在进行或尚未执行；须先终结",
        "簽核 {approval} 仍在進行或尚未執行；須先終結"
    ];
    CASE_NOT_THE_PROPOSER = "case.not-the-proposer", [
        "",
        "“{actor}”不能收回该审批：只有提交人“{proposer}”可以",
        "「{actor}」不能收回該簽核：只有提交人「{proposer}」可以"
    ];
    CASE_SIGNED_IT = "case.signed-it", [
        "",
        "“{actor}”不能修改审批 {approval} 的内容：本人已签署",
        "「{actor}」不能修改簽核 {approval} 的內容：本人已簽署"
    ];
    CASE_NO_STEP_TO_RETURN_TO = "case.no-step-to-return-to", [
        "",
        "不能退回至步骤“{step}”：该步骤尚未签署或不在审批链中；须为{expected}",
        "不能退回至步驟「{step}」：該步驟尚未簽署或不在簽核鏈中；須為{expected}"
    ];
    CASE_NO_CONSENT = "case.no-consent", [
        "",
        "投诉人尚未同意；请先记录其同意",
        "投訴人尚未同意；請先記錄其同意"
    ];
    CASE_TOO_EARLY = "case.too-early", [
        "",
        "{at} 过早，须为 {from} 或更晚",
        "{at} 過早，須為 {from} 或更晚"
    ];
    CASE_TOO_LATE = "case.too-late", [
        "",
        "{at} 过晚，须为{until}",
        "{at} 過晚，須為{until}"
    ];
    CASE_LATE_ENTRY = "case.late-entry", [
        "",
        "“{actor}”不得补录：此举将撤销“{clock}”的逾期，须由{roles}办理",
        "「{actor}」不得補錄：此舉將撤銷「{clock}」的逾期，須由{roles}辦理"
    ];
    CASE_TOO_LATE_ENTRY = "case.too-late-entry", [
        "",
        "{at} 已过可撤销“{clock}”逾期的补录时间，须为{until}",
        "{at} 已過可撤銷「{clock}」逾期的補錄時間，須為{until}"
    ];
    CASE_LATE_ENTRY_NOT_KNOWN = "case.late-entry-not-known", [
        "",
        "无法确定“{clock}”的补录时限：{reason}",
        "無法確定「{clock}」的補錄時限：{reason}"
    ];
    CASE_WINDOW_NOT_KNOWN = "case.window-not-known", [
        "",
        "无法确定重新打开案件的时限：{reason}",
        "無法確定重新開啟案件的時限：{reason}"
    ];
    CASE_NO_REOPENING = "case.no-reopening", [
        "",
        "本制度不允许重新打开已结案件；请另立新案",
        "本制度不允許重新開啟已結案件；請另立新案"
    ];
    CASE_FOLLOW_UPS_MISSING = "case.follow-ups-missing", [
        "",
        "回访次数：{done}，至少须 {minimum} 次；请再次回访后结案",
        "回訪次數：{done}，至少須 {minimum} 次；請再次回訪後結案"
    ];
    CASE_NOT_SATISFIED = "case.not-satisfied", [
        "",
        "投诉人尚未表示满意，不得结案；沉默不视为满意",
        "投訴人尚未表示滿意，不得結案；沉默不視為滿意"
    ];
    CASE_PROMISE_OPEN = "case.promise-open", [
        "",
        "已承诺于 {until} 前答复；请先答复",
        "已承諾於 {until} 前答覆；請先答覆"
    ];
    CASE_EFFECT_NOT_CONFIRMED = "case.effect-not-confirmed", [
        "",
        "结案前须确认措施“{measure}”的效果",
        "結案前須確認措施「{measure}」的效果"
    ];
    CASE_FINDINGS_MISSING = "case.findings-missing", [
        "",
        "结案前须记录{part}",
        "結案前須記錄{part}"
    ];
    CASE_CONTAINMENT_MISSING = "case.containment-missing", [
        "",
        "{department}没有围堵措施；请记录措施，或记录无须采取",
        "{department}沒有圍堵措施；請記錄措施，或記錄無須採取"
    ];
    CASE_OPEN_APPROVAL = "case.open-approval", [
        "",
        "审批 {approval} 仍在进行；结案前须终结",
        "簽核 {approval} 仍在進行；結案前須終結"
    ];
    CASE_OPEN_PROJECT = "case.open-project", [
        "",
        "专项仍在进行；结案前须完成",
        "專案仍在進行；結案前須完成"
    ];
    CASE_OPEN_RECALL = "case.open-recall", [
        "",
        "召回的状态为“{step}”；结案前须完成",
        "召回的狀態為「{step}」；結案前須完成"
    ];
    CASE_NOT_PROJECT_DUE = "case.not-project-due", [
        "",
        "案件尚不能立项：立项时限未到",
        "案件尚不能立項：立項時限未到"
    ];
    CASE_GOODS_ORDER = "case.goods-order", [
        "",
        "退货：{after}，须为“{expected}”",
        "退貨：{after}，須為「{expected}」"
    ];
    CASE_RECALL_ORDER = "case.recall-order", [
        "",
        "召回：{after}，须为{expected}",
        "召回：{after}，須為{expected}"
    ];
    CASE_MEASURE_ORDER = "case.measure-order", [
        "",
        "措施“{measure}”：{after}，须为{expected}",
        "措施「{measure}」：{after}，須為{expected}"
    ];
    CASE_ACCIDENT_ORDER = "case.accident-order", [
        "",
        "事故：{after}，须为“{expected}”",
        "事故：{after}，須為「{expected}」"
    ];
    CASE_BILL_BEFORE_SOLUTION = "case.bill-before-solution", [
        "",
        "投诉解决之前不能恢复账单",
        "投訴解決之前不能恢復帳單"
    ];
    CASE_NO_SUCH_CLOCK = "case.no-such-clock", [
        "",
        "本案没有符合该指令的计时；计时中的有：{expected}",
        "本案沒有符合該指令的計時；計時中的有：{expected}"
    ];
    CASE_NOT_TOLD = "case.not-told", [
        "",
        "告知投诉人之后方可延长“{clock}”；请说明告知的时间",
        "告知投訴人之後方可延長「{clock}」；請說明告知的時間"
    ];
    CASE_LATER_CORRECTION = "case.later-correction", [
        "",
        "“{event}”记录于 {from}，只能更正为更早的时刻，不能更正为 {to}",
        "「{event}」記錄於 {from}，只能更正為更早的時刻，不能更正為 {to}"
    ];
    CASE_NOTHING_TO_CORRECT = "case.nothing-to-correct", [
        "",
        "“{event}”没有记录于 {from}；请写明记录的时刻",
        "「{event}」沒有記錄於 {from}；請寫明記錄的時刻"
    ];
    CASE_OWN_COMMAND = "case.own-command", [
        "",
        "“{event}”有专用的指令；请使用该指令记录",
        "「{event}」有專用的指令；請使用該指令記錄"
    ];
    CASE_SAME_CASE = "case.same-case", [
        "",
        "案件“{case}”不能与自身关联；请指明另一案件",
        "案件「{case}」不能與自身關聯；請指明另一案件"
    ];
    CASE_AMOUNT_OUT_OF_RANGE = "case.amount-out-of-range", [
        "",
        "金额合计过大",
        "金額合計過大"
    ];
    CASE_HANDLED_IT = "case.handled-it", [
        "",
        "“{actor}”与本案有关；须由无关的人员办理",
        "「{actor}」與本案有關；須由無關的人員辦理"
    ];
    CASE_NO_OVERRIDE = "case.no-override", [
        "",
        "本制度不允许越权批准；请取得审批链的签署",
        "本制度不允許越權核准；請取得簽核鏈的簽署"
    ];
    CASE_NOTHING_SIGNED = "case.nothing-signed", [
        "",
        "“{actor}”没有可撤回的签署：本人未签署或拒签审批 {approval} 的当前步骤",
        "「{actor}」沒有可撤回的簽署：本人未簽署或拒簽簽核 {approval} 的目前步驟"
    ];
    CASE_NOT_THEIRS = "case.not-theirs", [
        "",
        "“{actor}”不得“{action}”（{because}）；须由他人办理",
        "「{actor}」不得「{action}」（{because}）；須由他人辦理"
    ];
    CASE_COMPLAINANT_ALONE = "case.complainant-alone", [
        "",
        "“{actor}”不得“{action}”：只有投诉人可以",
        "「{actor}」不得「{action}」：只有投訴人可以"
    ];
    CASE_PARTED = "case.parted", [
        "",
        "“{actor}”不得“{action}”：本人已“{did}”，制度要求两者由不同人员办理",
        "「{actor}」不得「{action}」：本人已「{did}」，制度要求兩者由不同人員辦理"
    ];
    CASE_CONCERNED = "case.concerned", [
        "",
        "“{actor}”不得“{action}”：事涉本人；须由他人办理",
        "「{actor}」不得「{action}」：事涉本人；須由他人辦理"
    ];
    CASE_TAKES_BOTH_POLICIES = "case.takes-both-policies", [
        "",
        "变更制度须同时提供新旧两个制度",
        "變更制度須同時提供新舊兩個制度"
    ];
    CASE_OTHER_TARGET = "case.other-target", [
        "",
        "指令将案件变更至制度“{expected}”，而非“{given}”；请提供制度“{expected}”",
        "指令將案件變更至制度「{expected}」，而非「{given}」；請提供制度「{expected}」"
    ];
    CASE_STAGE_NOT_THERE = "case.stage-not-there", [
        "",
        "制度“{policy}”没有“{stage}”阶段；请先推进案件",
        "制度「{policy}」沒有「{stage}」階段；請先推進案件"
    ];
    SIGNING_NOTHING_OPEN = "signing.nothing-open", [
        "",
        "“{actor}”不能签署：各步骤均已签署",
        "「{actor}」不能簽署：各步驟均已簽署"
    ];
    SIGNING_NOT_ENTITLED = "signing.not-entitled", [
        "",
        "“{actor}”不能签署步骤“{step}”：须为{expected}，名册“{roster}”未授予该角色",
        "「{actor}」不能簽署步驟「{step}」：須為{expected}，名冊「{roster}」未授予該角色"
    ];
    SIGNING_EXCLUDED = "signing.excluded", [
        "",
        "“{actor}”不能签署步骤“{step}”{instead}：{because}须回避",
        "「{actor}」不能簽署步驟「{step}」{instead}：{because}須迴避"
    ];
    SIGNING_SIGNED_ALREADY = "signing.signed-already", [
        "",
        "“{actor}”不能签署步骤“{step}”{instead}：步骤“{signed}”已由“{person}”或其代理人签署；同一人不得签署两次",
        "「{actor}」不能簽署步驟「{step}」{instead}：步驟「{signed}」已由「{person}」或其代理人簽署；同一人不得簽署兩次"
    ];
    SIGNING_REFUSED_BEFORE = "signing.refused-before", [
        "",
        "“{actor}”不能签署步骤“{step}”{instead}：“{person}”或其代理人已拒签该步骤",
        "「{actor}」不能簽署步驟「{step}」{instead}：「{person}」或其代理人已拒簽該步驟"
    ];
    SIGNING_OVER_LIMIT = "signing.over-limit", [
        "",
        "“{actor}”不能签署步骤“{step}”{instead}：金额 {amount} 超过限额 {limit}",
        "「{actor}」不能簽署步驟「{step}」{instead}：金額 {amount} 超過限額 {limit}"
    ];
    SIGNING_AMOUNT_UNKNOWN = "signing.amount-unknown", [
        "",
        "“{actor}”不能签署步骤“{step}”{instead}：金额尚不清楚，限额为 {limit}；请写明金额",
        "「{actor}」不能簽署步驟「{step}」{instead}：金額尚不清楚，限額為 {limit}；請寫明金額"
    ];
    SIGNING_OTHER_CURRENCY = "signing.other-currency", [
        "",
        "“{actor}”不能签署步骤“{step}”{instead}：金额 {amount} 与限额 {limit} 币种不同",
        "「{actor}」不能簽署步驟「{step}」{instead}：金額 {amount} 與限額 {limit} 幣別不同"
    ];
    SIGNING_SYSTEM_NOT_NAMED = "signing.system-not-named", [
        "",
        "“{actor}”不能签署步骤“{step}”：该步骤未指定此系统账户；须由人员签署",
        "「{actor}」不能簽署步驟「{step}」：該步驟未指定此系統帳戶；須由人員簽署"
    ];
    SIGNING_WOULD_STRAND = "signing.would-strand", [
        "",
        "“{actor}”不能签署：否则步骤 {steps} 将无足够人员签署；请由他人签署本步骤",
        "「{actor}」不能簽署：否則步驟 {steps} 將無足夠人員簽署；請由他人簽署本步驟"
    ];
    SIGNING_TOO_COMPLEX = "signing.too-complex", [
        "",
        "{steps} 个步骤、{signatures} 个签署；最多 {most_steps} 个步骤、{most_signatures} 个签署",
        "{steps} 個步驟、{signatures} 個簽署；最多 {most_steps} 個步驟、{most_signatures} 個簽署"
    ];
    STUCK_NOBODY = "stuck.nobody", [
        "",
        "步骤 {steps} 无法签署：须 {needed} 个签署，可签署者：{people}{left_out}",
        "步驟 {steps} 無法簽署：須 {needed} 個簽署，可簽署者：{people}{left_out}"
    ];
    STUCK_TOO_COMPLEX = "stuck.too-complex", [
        "",
        "{steps} 个步骤、{signatures} 个签署；最多 {most_steps} 个步骤、{most_signatures} 个签署",
        "{steps} 個步驟、{signatures} 個簽署；最多 {most_steps} 個步驟、{most_signatures} 個簽署"
    ];
    APPROVAL_UNKNOWN_SEVERITY = "approval-unknown.severity", [
        "",
        "审批链“{chain}”：严重程度尚不清楚；请先为投诉定级",
        "簽核鏈「{chain}」：嚴重程度尚不清楚；請先為投訴定級"
    ];
    APPROVAL_UNKNOWN_AMOUNT = "approval-unknown.amount", [
        "",
        "审批链“{chain}”：金额尚不清楚；请写明 {currency} 金额",
        "簽核鏈「{chain}」：金額尚不清楚；請寫明 {currency} 金額"
    ];
    APPROVAL_UNKNOWN_CURRENCY = "approval-unknown.currency", [
        "",
        "审批链“{chain}”：金额的币种为 {given}，须为 {currency}",
        "簽核鏈「{chain}」：金額的幣別為 {given}，須為 {currency}"
    ];
    APPROVAL_UNKNOWN_ROW = "approval-unknown.row", [
        "",
        "审批链“{chain}”：其后没有适用于“{kind}”的行；请增加无条件的末行",
        "簽核鏈「{chain}」：其後沒有適用於「{kind}」的列；請增加無條件的末列"
    ];
    CLOCK_UNDECLARED_PAUSE = "clock.undeclared-pause", [
        "",
        "“{clock}”不能因“{reason}”暂停；{expected}",
        "「{clock}」不能因「{reason}」暫停；{expected}"
    ];
    CLOCK_PAUSED_THEN = "clock.paused-then", [
        "",
        "“{clock}”自 {from} 至 {until} 已因“{reason}”暂停；请在此之前或之后暂停",
        "「{clock}」自 {from} 至 {until} 已因「{reason}」暫停；請在此之前或之後暫停"
    ];
    CLOCK_ALREADY_PAUSED = "clock.already-paused", [
        "",
        "“{clock}”自 {since} 起已因“{reason}”暂停；请先结束该暂停",
        "「{clock}」自 {since} 起已因「{reason}」暫停；請先結束該暫停"
    ];
    CLOCK_NOT_PAUSED = "clock.not-paused", [
        "",
        "“{clock}”未因“{reason}”暂停；无须恢复",
        "「{clock}」未因「{reason}」暫停；無須恢復"
    ];
    CLOCK_RESUMED_BEFORE_PAUSE = "clock.resumed-before-pause", [
        "",
        "“{clock}”不能于 {at} 恢复，当时暂停尚未开始；须为 {from} 或更晚",
        "「{clock}」不能於 {at} 恢復，當時暫停尚未開始；須為 {from} 或更晚"
    ];
    CLOCK_STOPPED_BEFORE_START = "clock.stopped-before-start", [
        "",
        "“{clock}”不能于 {at} 停止，当时尚未起算；须为 {start} 或更晚",
        "「{clock}」不能於 {at} 停止，當時尚未起算；須為 {start} 或更晚"
    ];
    CLOCK_NO_CALENDAR = "clock.no-calendar", [
        "",
        "“{clock}”因“{reason}”的暂停按日限制；须提供其日历",
        "「{clock}」因「{reason}」的暫停按日限制；須提供其日曆"
    ];
    CLOCK_UNDECLARED_EXTENSION = "clock.undeclared-extension", [
        "",
        "“{clock}”不能因“{reason}”延期；{expected}",
        "「{clock}」不能因「{reason}」延期；{expected}"
    ];
    CLOCK_NOT_APPROVED = "clock.not-approved", [
        "",
        "“{clock}”因“{reason}”的延期未经批准；须于 {made} 或之前批准",
        "「{clock}」因「{reason}」的延期未經核准；須於 {made} 或之前核准"
    ];
    CLOCK_TOO_MANY_EXTENSIONS = "clock.too-many-extensions", [
        "",
        "“{clock}”不能再因“{reason}”延期；最多 {limit} 次",
        "「{clock}」不能再因「{reason}」延期；最多 {limit} 次"
    ];
    CLOCK_EXPIRED = "clock.expired", [
        "",
        "“{clock}”已于 {due} 到期，不能于 {made} 延期；延期须在到期之前",
        "「{clock}」已於 {due} 到期，不能於 {made} 延期；延期須在到期之前"
    ];
    CLOCK_BEYOND_LIMIT = "clock.beyond-limit", [
        "",
        "“{clock}”延期后总计不得超过 {limit}；最晚延至 {due}",
        "「{clock}」延期後總計不得超過 {limit}；最晚延至 {due}"
    ];
    CLOCK_EARLIER_THAN_DUE = "clock.earlier-than-due", [
        "",
        "“{clock}”于 {due} 到期，延期不能使其提前；请写明更晚的日期",
        "「{clock}」於 {due} 到期，延期不能使其提前；請寫明更晚的日期"
    ];
    CLOCK_BOUND_BY_MERGER = "clock.bound-by-merger", [
        "",
        "因并入本案的另一案件，“{clock}”于 {due} 到期；不能延期",
        "因併入本案的另一案件，「{clock}」於 {due} 到期；不能延期"
    ];
    CLOCK_OVER = "clock.over", [
        "",
        "“{clock}”已于 {at} 终止；不能再作记录",
        "「{clock}」已於 {at} 終止；不能再作記錄"
    ];
    CLOCK_IN_THE_FUTURE = "clock.in-the-future", [
        "",
        "“{clock}”：{at} 晚于录入时间 {recorded}；只能录入已发生的事项",
        "「{clock}」：{at} 晚於登錄時間 {recorded}；只能登錄已發生的事項"
    ];
    CLOCK_BACKWARDS = "clock.backwards", [
        "",
        "“{clock}”：{recorded} 的记录不能晚录于 {last} 的记录；须为该时刻或更晚",
        "「{clock}」：{recorded} 的記錄不能晚錄於 {last} 的記錄；須為該時刻或更晚"
    ];
    CLOCK_HAPPENED_BEFORE = "clock.happened-before", [
        "",
        "“{event}”已发生于 {earlier}，不能于 {at} 再次发生；每个事件只录入一次",
        "「{event}」已發生於 {earlier}，不能於 {at} 再次發生；每個事件只登錄一次"
    ];
    CLOCK_TOO_MANY_ENTRIES = "clock.too-many-entries", [
        "",
        "“{clock}”已有 {limit} 项此类记录；不能再增加",
        "「{clock}」已有 {limit} 項此類記錄；不能再增加"
    ];
    DEADLINE_UNIT_MISMATCH = "deadline.unit-mismatch", [
        "",
        "{term}的期限不能延长 {extension}；请使用同一单位，或以日延长以日计的期限",
        "{term}的期限不能延長 {extension}；請使用同一單位，或以日延長以日計的期限"
    ];
    DEADLINE_NO_ANCHOR = "deadline.no-anchor", [
        "",
        "“{event}”尚未发生，因此尚未计时；请先录入该事件",
        "「{event}」尚未發生，因此尚未計時；請先登錄該事件"
    ];
    DEADLINE_OTHER_POLICY = "deadline.other-policy", [
        "",
        "案件属于另一制度或版本；请使用收到或变更时的版本",
        "案件屬於另一制度或版本；請使用收到或變更時的版本"
    ];
    DEADLINE_NO_PART_APPLIES = "deadline.no-part-applies", [
        "",
        "{parts} 项均不适用，因为相应的事件均未发生；请录入其中之一",
        "{parts} 項均不適用，因為相應的事件均未發生；請登錄其中之一"
    ];
    WORD_NOT_DECLARED = "word.not-declared", [
        "",
        "{facet}“{word}”未在制度中声明，须为{expected}等",
        "{facet}「{word}」未在制度中宣告，須為{expected}等"
    ];
    WORD_NOT_YET = "word.not-yet", [
        "",
        "{facet}“{word}”自 {first_day} 起使用，{received} 须用当时有效的用语",
        "{facet}「{word}」自 {first_day} 起使用，{received} 須用當時有效的用語"
    ];
    WORD_RETIRED = "word.retired", [
        "",
        "{facet}“{word}”使用至 {last_day}，{received} 须用当时有效的用语",
        "{facet}「{word}」使用至 {last_day}，{received} 須用當時有效的用語"
    ];
    COMPLAINT_NOT_RECEIVED = "complaint.not-received", [
        "",
        "投诉没有收到时间；请填写",
        "投訴沒有收到時間；請填寫"
    ];
    COMPLAINT_TWO_INSTANTS = "complaint.two-instants", [
        "",
        "“{event}”同时有时刻和当地时间；请保留其一",
        "「{event}」同時有時刻和當地時間；請保留其一"
    ];
    COMPLAINT_NO_CALENDAR = "complaint.no-calendar", [
        "",
        "“{event}”为当地时间；请写明时刻，或用日历读取",
        "「{event}」為當地時間；請寫明時刻，或用日曆讀取"
    ];
    COMPLAINT_BEFORE_RECEIPT = "complaint.before-receipt", [
        "",
        "“{event}”的时间 {at} 早于收到时间 {received}；请更正其一",
        "「{event}」的時間 {at} 早於收到時間 {received}；請更正其一"
    ];
    COMPLAINT_DEPARTMENT_BEFORE_RECEIPT = "complaint.department-before-receipt", [
        "",
        "{department}于 {at} 收到投诉，早于收到时间 {received}；请更正其一",
        "{department}於 {at} 收到投訴，早於收到時間 {received}；請更正其一"
    ];
    COMPLAINT_DEMAND_OF_NOTHING = "complaint.demand-of-nothing", [
        "",
        "诉求“{demand}”与“无诉求”矛盾；请保留其一",
        "訴求「{demand}」與「無訴求」矛盾；請保留其一"
    ];
    COMPLAINT_EVENT_HAS_KEY = "complaint.event-has-key", [
        "",
        "“{event}”有专用的栏位；请移至该处",
        "「{event}」有專用的欄位；請移至該處"
    ];
    COMPLAINT_OTHER_PAST = "complaint.other-past", [
        "",
        "此前投诉的统计有 {counts} 项，须为 {asked} 项；请依本制度重新统计",
        "此前投訴的統計有 {counts} 項，須為 {asked} 項；請依本制度重新統計"
    ];
    COMPLAINT_NOT_ALLOWED = "complaint.not-allowed", [
        "",
        "{input}“{word}”须符合要求“{rule}”，而该要求不成立或尚不清楚；请查明，或改用其他用语",
        "{input}「{word}」須符合要求「{rule}」，而該要求不成立或尚不清楚；請查明，或改用其他用語"
    ];
    POLICY_OTHER_CONTENT = "policy.other-content", [
        "",
        "制度“{policy}”的指纹为 {found}，须为 {expected}：内容已有变动；变动的内容须用新的版本",
        "制度「{policy}」的指紋為 {found}，須為 {expected}：內容已有變動；變動的內容須用新的版本"
    ];
    REFUSAL_LOCAL_TIME = "refusal.local-time", ["{event}: {reason}", "“{event}”：{reason}", "「{event}」：{reason}"];
}
