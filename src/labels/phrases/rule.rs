//! The rules of a policy.

use crate::labels::phrase::phrases;

phrases! {
    RULE_OR_WORSE = "rule.or-worse", ["{level} or worse", "{level}及以上", "{level}及以上"];
    RULE_MORE_THAN = "rule.more-than", ["more than {amount}", "超过 {amount}", "超過 {amount}"];
    RULE_NOTHING_BUT = "rule.nothing-but", ["nothing but {remedies}", "仅含{remedies}", "僅含{remedies}"];
    RULE_WITH = "rule.with", ["with {remedies}", "含{remedies}", "含{remedies}"];
    RULE_ALL = "rule.all", ["all", "全部", "全部"];
    RULE_ALL_OTHERS = "rule.all-others", ["all others", "其他", "其他"];
    RULE_NOBODY_SIGNS_WHOEVER = "rule.nobody-signs-whoever", [
        "nobody signs: whoever proposes it decides it",
        "无须签署：由提出者决定",
        "無須簽署：由提出者決定"
    ];
    RULE_DECISION_WHEN_ID = "rule.decision-when-id", [
        "{decision}, {when} (`{id}`)",
        "{decision}，{when}（`{id}`）",
        "{decision}，{when}（`{id}`）"
    ];
    RULE_ACT_WHOM = "rule.act-whom", ["{act}: {whom}", "{act}：{whom}", "{act}：{whom}"];
    RULE_OR_SYSTEM_ACCOUNTS = "rule.or-system-accounts", [
        ", or the system accounts {systems}",
        "，或系统账号 {systems}",
        "，或系統帳號 {systems}"
    ];
    RULE_WITHIN_THEN_MAY = "rule.within-then-may", [
        "; within {term}, then {to} may sign too",
        "；期限：{term}，逾期后{to}亦可签署",
        "；期限：{term}，逾期後{to}亦可簽署"
    ];
    RULE_MAY_SOMEBODY_WHO = "rule.may-somebody-who", [
        "; may be somebody who signs another step",
        "；可由签署其他步骤的人签署",
        "；可由簽署其他步驟的人簽署"
    ];
    RULE_GREATER_AMOUNT = "rule.greater-amount", ["a greater amount", "金额增加", "金額增加"];
    RULE_ANOTHER_REMEDY = "rule.another-remedy", ["another remedy", "处理方案变更", "處理方案變更"];
    RULE_ANOTHER_TEXT = "rule.another-text", ["another text", "文字变更", "文字變更"];
    RULE_LEAVES_VALID = "rule.leaves-valid", [
        "; {what} leaves it valid",
        "；{what}不影响签署",
        "；{what}不影響簽署"
    ];
    RULE_LEAVES_VALID_SIGNERS = "rule.leaves-valid-signers", [
        "; {what} leaves it valid, and the signers are told",
        "；{what}不影响签署，但须告知签署人",
        "；{what}不影響簽署，但須告知簽署人"
    ];
    RULE_OF = "rule.of", ["{needed} of {roles}", "{roles}中 {needed} 人", "{roles}中 {needed} 人"];
    RULE_CALENDAR = "rule.calendar", [
        "{department}: calendar {calendar}",
        "{department}：日历 {calendar}",
        "{department}：日曆 {calendar}"
    ];
    RULE_OPEN = "rule.open", ["open: {hours}", "工作时间：{hours}", "工作時間：{hours}"];
    RULE_TO = "rule.to", ["{from} to {to}", "{from} 至 {to}", "{from} 至 {to}"];
    RULE_DATES_NAME = "rule.dates-name", ["{dates} {name}", "{dates} {name}", "{dates} {name}"];
    RULE_HOLIDAYS = "rule.holidays", ["holidays: {days}", "节假日：{days}", "節假日：{days}"];
    RULE_HOLIDAYS_EVERY_YEAR = "rule.holidays-every-year", [
        "holidays of every year: {rules}",
        "每年的节假日：{rules}",
        "每年的節假日：{rules}"
    ];
    RULE_DATE_NAME_HOURS = "rule.date-name-hours", [
        "{date} {name} {hours}",
        "{date} {name} {hours}",
        "{date} {name} {hours}"
    ];
    RULE_EXTRA_WORKING_DAYS = "rule.extra-working-days", [
        "extra working days: {days}",
        "调休上班：{days}",
        "補班：{days}"
    ];
    RULE_CLOSED = "rule.closed", ["closed", "不上班", "不上班"];
    RULE_WEEK_ITS_OWN = "rule.week-its-own", ["a week of its own", "另行规定", "另行規定"];
    RULE_DATES_NAME_HOURS = "rule.dates-name-hours", [
        "{dates} {name} {hours}",
        "{dates} {name} {hours}",
        "{dates} {name} {hours}"
    ];
    RULE_OTHER_HOURS = "rule.other-hours", [
        "other hours: {days}",
        "特殊工作时间：{days}",
        "特殊工作時間：{days}"
    ];
    RULE_FROM_HOURS = "rule.from-hours", ["{from} {hours}", "{from} {hours}", "{from} {hours}"];
    RULE_FROM_TO_HOURS = "rule.from-to-hours", [
        "{from}–{to} {hours}",
        "{from}至{to} {hours}",
        "{from}至{to} {hours}"
    ];
    RULE_LOCAL_TIME_CLOCK = "rule.local-time-clock", [
        "a local time that the clock skips is refused",
        "时钟跳过的当地时间不予接受",
        "時鐘跳過的當地時間不予接受"
    ];
    RULE_LOCAL_TIME_CLOCK_SHOWS = "rule.local-time-clock-shows", [
        "a local time that the clock shows twice is the second one",
        "时钟两次显示的当地时间取第二次",
        "時鐘兩次顯示的當地時間取第二次"
    ];
    RULE_LOCAL_TIME_CLOCK_SHOWS_TWICE = "rule.local-time-clock-shows-twice", [
        "a local time that the clock shows twice is refused",
        "时钟两次显示的当地时间不予接受",
        "時鐘兩次顯示的當地時間不予接受"
    ];
    RULE_TIME_ZONE_KNOWN = "rule.time-zone-known", [
        "the time zone is known from {first} to {last}",
        "时区数据：{first} 至 {last}",
        "時區資料：{first} 至 {last}"
    ];
    RULE_START = "rule.start", ["{start}", "“{start}”", "「{start}」"];
    RULE_DUE_DATE = "rule.due-date", ["the due date of {other}", "“{other}”的到期日", "「{other}」的到期日"];
    RULE_EACH_DEPARTMENT = "rule.each-department", [
        ", for each department",
        "，按部门分别计",
        "，按部門分別計"
    ];
    RULE_FROM_UNTIL = "rule.from-until", [
        "{name}: from {start} until {end}{scope}",
        "{name}：自{start}起，至“{end}”止{scope}",
        "{name}：自{start}起，至「{end}」止{scope}"
    ];
    RULE_ONLY = "rule.only", ["only for: {words}", "仅适用于：{words}", "僅適用於：{words}"];
    RULE_ONLY_WHERE = "rule.only-where", ["only where: {fact}", "仅限于：{fact}", "僅限於：{fact}"];
    RULE_CALENDAR_CALENDAR = "rule.calendar-calendar", [
        "calendar: {calendar}",
        "日历：{calendar}",
        "日曆：{calendar}"
    ];
    RULE_THIS_LIMIT_CLOSING = "rule.this-limit-closing", [
        "this is the limit for closing a complaint",
        "此为结案时限",
        "此為結案時限"
    ];
    RULE_COMPLAINT_STILL_OPEN = "rule.complaint-still-open", [
        "a complaint that is still open then becomes a project",
        "届时仍未结案的投诉转为项目",
        "屆時仍未結案的投訴轉為專案"
    ];
    RULE_TARGET_NO_LIMIT = "rule.target-no-limit", [
        "a target and no limit: a miss is no breach",
        "此为目标，未达到不构成违约",
        "此為目標，未達到不構成違約"
    ];
    RULE_EVERY = "rule.every", ["every {due}", "每 {due}", "每 {due}"];
    RULE_DUE = "rule.due", ["due: {due}", "到期：{due}", "到期：{due}"];
    RULE_DUE_NOT_SET = "rule.due-not-set", [
        "due: not set yet: {parameter}",
        "到期：尚未设定（{parameter}）",
        "到期：尚未設定（{parameter}）"
    ];
    RULE_OTHERWISE_DUE = "rule.otherwise-due", [
        "otherwise due: {due}",
        "其他情形到期：{due}",
        "其他情形到期：{due}"
    ];
    RULE_SEVERAL_CATEGORIES_LIMIT = "rule.several-categories-limit", [
        "with several categories: the limit that is due first",
        "有多个类别时：取最早到期者",
        "有多個類別時：取最早到期者"
    ];
    RULE_SEVERAL_CATEGORIES_LIMIT_FIRST = "rule.several-categories-limit-first", [
        "with several categories: the limit of the first one",
        "有多个类别时：以主要类别为准",
        "有多個類別時：以主要類別為準"
    ];
    RULE_ALL_COMPLAINTS = "rule.all-complaints", ["all complaints", "所有投诉", "所有投訴"];
    RULE_IN_CALENDAR = "rule.in-calendar", [
        " (calendar {calendar})",
        "（日历：{calendar}）",
        "（日曆：{calendar}）"
    ];
    RULE_DUE_WHOM_DUE_CALENDAR = "rule.due-whom-due-calendar", [
        "due for {whom}: {due}{calendar}",
        "{whom}到期：{due}{calendar}",
        "{whom}到期：{due}{calendar}"
    ];
    RULE_NEXT_ONE_COUNTS = "rule.next-one-counts", [
        "the next one counts from the due date",
        "下一期自到期日起算",
        "下一期自到期日起算"
    ];
    RULE_NEXT_ONE_COUNTS_FROM = "rule.next-one-counts-from", [
        "the next one counts from that event",
        "下一期自履行之时起算",
        "下一期自履行之時起算"
    ];
    RULE_REPEATS_PERIOD_FULFILLED = "rule.repeats-period-fulfilled", [
        "repeats; a period is fulfilled by: {events}; {next}",
        "周期重复；履行方式：{events}；{next}",
        "週期重複；履行方式：{events}；{next}"
    ];
    RULE_STARTS_AGAIN_EACH = "rule.starts-again-each", [
        "starts again with each message that nobody has answered",
        "每收到一条未答复的来信即重新起算",
        "每收到一則未答覆的來信即重新起算"
    ];
    RULE_AUTOMATIC_MESSAGE_ENDS = "rule.automatic-message-ends", [
        "an automatic message ends it too",
        "自动发送的消息亦可终止计时",
        "自動發送的訊息亦可終止計時"
    ];
    RULE_AT_MOST_EACH = "rule.at-most-each", [
        ", at most {limit} each time",
        "，每次不超过{limit}",
        "，每次不超過{limit}"
    ];
    RULE_AT_MOST_ALL = "rule.at-most-all", [
        ", at most {limit} in all",
        "，累计不超过{limit}",
        "，累計不超過{limit}"
    ];
    RULE_STANDS_STILL = "rule.stands-still", [
        "stands still: {reason}{each}{total}",
        "可暂停：{reason}{each}{total}",
        "可暫停：{reason}{each}{total}"
    ];
    RULE_ALL_PAUSES_TOGETHER = "rule.all-pauses-together", [
        "all pauses together: at most {limit}",
        "全部暂停合计不超过{limit}",
        "全部暫停合計不超過{limit}"
    ];
    RULE_PAUSE_MOVES_DUE = "rule.pause-moves-due", [
        "a pause moves the due date itself, not the term",
        "暂停顺延到期日本身，而非期限",
        "暫停順延到期日本身，而非期限"
    ];
    RULE_ONCE = "rule.once", [", once", "，一次", "，一次"];
    RULE_AT_MOST_TIMES = "rule.at-most-times", [
        ", at most {times} times",
        "，最多 {times} 次",
        "，最多 {times} 次"
    ];
    RULE_APPROVED = "rule.approved", [", to be approved", "，须经审批", "，須經簽核"];
    RULE_COMPLAINANT_TOLD = "rule.complainant-told", [
        ", the complainant is told",
        "，须告知投诉人",
        "，須告知投訴人"
    ];
    RULE_WHOLE_TERM_AT = "rule.whole-term-at", [
        ", the whole term at most {limit}",
        "，总期限不超过{limit}",
        "，總期限不超過{limit}"
    ];
    RULE_MAY_EXTENDED = "rule.may-extended", [
        "may be extended: {reason}{times}{approval}{notice}{limit}",
        "可延期：{reason}{times}{approval}{notice}{limit}",
        "可延期：{reason}{times}{approval}{notice}{limit}"
    ];
    RULE_AT_LEAST = "rule.at-least", [
        "{fact} at least {at_least}",
        "{fact}不少于 {at_least}",
        "{fact}不少於 {at_least}"
    ];
    RULE_INPUT_WORDS = "rule.input-words", ["{input} {words}", "{input}为{words}", "{input}為{words}"];
    RULE_AMOUNT_AT_LEAST = "rule.amount-at-least", [
        "amount at least {at_least}",
        "金额不少于 {at_least}",
        "金額不少於 {at_least}"
    ];
    RULE_AT_LEAST_EARLIER = "rule.at-least-earlier", [
        "at least {number} earlier complaints by {keys}{which}",
        "按{keys}计此前的投诉{which}不少于 {number} 件",
        "按{keys}計此前的投訴{which}不少於 {number} 件"
    ];
    RULE_NOT = "rule.not", ["not ({part})", "并非（{part}）", "並非（{part}）"];
    RULE_KNOWN = "rule.known", ["it is known that ({part})", "已确知（{part}）", "已確知（{part}）"];
    RULE_PARTS = "rule.parts", ["({parts})", "（{parts}）", "（{parts}）"];
    RULE_MUST_KNOWN_BEFORE = "rule.must-known-before", [
        "must be known before registration: {fields}",
        "登记前须明确：{fields}",
        "登記前須明確：{fields}"
    ];
    RULE_REVIEWED_BEFORE_TRIAGE = "rule.reviewed-before-triage", [
        "reviewed before triage by: {role}",
        "分级前由{role}审核",
        "分級前由{role}審核"
    ];
    RULE_CAUSES = "rule.causes", [", for the causes {groups}", "（限{groups}）", "（限{groups}）"];
    RULE_PARTY_AT_FAULT = "rule.party-at-fault", [
        "the party at fault must be known before anything is proposed{of}",
        "提出方案前须明确责任方{of}",
        "提出方案前須明確責任方{of}"
    ];
    RULE_APOLOGY_COMES_BEFORE = "rule.apology-comes-before", [
        "an apology comes before the solution, where the fault is our own",
        "己方有责时，解决前须先致歉",
        "己方有責時，解決前須先致歉"
    ];
    RULE_APOLOGY_COMES_BEFORE_SOLUTION = "rule.apology-comes-before-solution", [
        "an apology comes before the solution, always",
        "解决前一律先致歉",
        "解決前一律先致歉"
    ];
    RULE_APOLOGY_COMES_BEFORE_SOLUTION_ALWAYS = "rule.apology-comes-before-solution-always", [
        "an apology comes before the solution, always, and names the person, the effect and the improvement",
        "解决前一律先致歉，并说明对该客户的影响及改进措施",
        "解決前一律先致歉，並說明對該客戶的影響及改進措施"
    ];
    RULE_CLOSED_COMPLAINT_MAY = "rule.closed-complaint-may", [
        "a closed complaint may be reopened at any time",
        "结案后可随时重新打开",
        "結案後可隨時重新開啟"
    ];
    RULE_CLOSED_COMPLAINT_NEVER = "rule.closed-complaint-never", [
        "a closed complaint is never reopened",
        "结案后不得重新打开",
        "結案後不得重新開啟"
    ];
    RULE_CLOSED_COMPLAINT_MAY_REOPENED = "rule.closed-complaint-may-reopened", [
        "a closed complaint may be reopened within: {term}",
        "结案后可重新打开的期限：{term}",
        "結案後可重新開啟的期限：{term}"
    ];
    RULE_OFFER_NOBODY_ANSWERS = "rule.offer-nobody-answers", [
        "an offer that nobody answers may lapse after {length}",
        "方案提出后 {length}无回应可失效",
        "方案提出後 {length}無回應可失效"
    ];
    RULE_PROPOSAL_SHOULD_HAVE = "rule.proposal-should-have", [
        "a proposal should have {wanted} alternatives",
        "方案应有 {wanted} 个备选",
        "方案應有 {wanted} 個備選"
    ];
    RULE_STAGES = "rule.stages", ["stages: {with}", "阶段：{with}", "階段：{with}"];
    RULE_NO_STAGES = "rule.no-stages", ["no stages {without}", "不设阶段：{without}", "不設階段：{without}"];
    RULE_STAGES_NOT = "rule.stages-not", [
        "stages: {with}; not: {without}",
        "阶段：{with}；不设：{without}",
        "階段：{with}；不設：{without}"
    ];
    RULE_WANTED = "rule.wanted", [", {target} are wanted", "，宜 {target} 次", "，宜 {target} 次"];
    RULE_COMPLAINANT_SAID_SATISFIED = "rule.complainant-said-satisfied", [
        ", and the complainant said to be satisfied",
        "，且投诉人表示满意",
        "，且投訴人表示滿意"
    ];
    RULE_COUNTED_FROM = "rule.counted-from", [
        ", counted from: {event}",
        "，自“{event}”起计",
        "，自「{event}」起計"
    ];
    RULE_BEFORE_CLOSING_CONTACTS = "rule.before-closing-contacts", [
        "before closing, {minimum} contacts: {kind}{wanted}{satisfied}{since}",
        "结案前须{kind} {minimum} 次{wanted}{satisfied}{since}",
        "結案前須{kind} {minimum} 次{wanted}{satisfied}{since}"
    ];
    RULE_ALONE = "rule.alone", [
        "{action}: by {roles} alone",
        "{action}：仅限{roles}",
        "{action}：僅限{roles}"
    ];
    RULE_COMPLAINANT_MAY_ALSO = "rule.complainant-may-also", [
        "the complainant may also: {actions}",
        "投诉人还可：{actions}",
        "投訴人還可：{actions}"
    ];
    RULE_PERSON_COMPLAINED_ABOUT = "rule.person-complained-about", [
        "the person complained about may also: {actions}",
        "被投诉人还可：{actions}",
        "被投訴人還可：{actions}"
    ];
    RULE_NOBODY_RECORDS_COMPLAINANT = "rule.nobody-records-complainant", [
        "nobody records for the complainant: {actions}",
        "不得代投诉人记录：{actions}",
        "不得代投訴人記錄：{actions}"
    ];
    RULE_MAY_APPROVE_ALONE = "rule.may-approve-alone", [
        "may approve alone in an emergency: {roles}",
        "紧急情况下可单独批准：{roles}",
        "緊急情況下可單獨批准：{roles}"
    ];
    RULE_NOBODY_DOES_BOTH = "rule.nobody-does-both", [
        "nobody does both in one case: {one}, {other}",
        "同一案件中不得由同一人兼任：{one}、{other}",
        "同一案件中不得由同一人兼任：{one}、{other}"
    ];
    RULE_DONE_SECOND_PERSON = "rule.done-second-person", [
        "done by a second person: {actions}",
        "须由另一人办理：{actions}",
        "須由另一人辦理：{actions}"
    ];
    RULE_NUMBER_MONTH = "rule.number-month", [
        "{weekday} number {number} of month {month}",
        "{month} 月第 {number} 个{weekday}",
        "{month} 月第 {number} 個{weekday}"
    ];
    RULE_NUMBER_FROM_END = "rule.number-from-end", [
        "{weekday} number {number} from the end of month {month}",
        "{month} 月倒数第 {number} 个{weekday}",
        "{month} 月倒數第 {number} 個{weekday}"
    ];
    RULE_FIRST_FROM = "rule.first-from", [
        "first {weekday} from {date} on",
        "{date} 起的首个{weekday}",
        "{date} 起的首個{weekday}"
    ];
    RULE_WEEKEND_NEAREST_WEEKDAY = "rule.weekend-nearest-weekday", [
        ", on a weekend the nearest weekday",
        "，遇周末移至最近的工作日",
        "，遇週末移至最近的工作日"
    ];
    RULE_WEEKEND_NEXT_WEEKDAY = "rule.weekend-next-weekday", [
        ", on a weekend the next weekday",
        "，遇周末顺延至下一工作日",
        "，遇週末順延至下一工作日"
    ];
    RULE_INSTEAD = "rule.instead", [" instead", "（原日不放假）", "（原日不放假）"];
    RULE_FROM = "rule.from", [", from {first} on", "，自 {first} 年起", "，自 {first} 年起"];
    RULE_UNTIL = "rule.until", [", until {last}", "，至 {last} 年止", "，至 {last} 年止"];
    RULE_TO_FIRST_LAST = "rule.to-first-last", [
        ", {first} to {last}",
        "，{first} 至 {last} 年",
        "，{first} 至 {last} 年"
    ];
    RULE_NOT_EXCEPT = "rule.not-except", [", not in {except}", "，{except} 年除外", "，{except} 年除外"];
    RULE_HOLIDAY = "rule.holiday", [
        "{name}: {when}{observed}{original}{years}{except}",
        "{name}：{when}{observed}{original}{years}{except}",
        "{name}：{when}{observed}{original}{years}{except}"
    ];
    RULE_TOLD = "rule.told", [" ({told})", "（{told}）", "（{told}）"];
    RULE_ORTHODOX_EASTER_SUNDAY = "rule.orthodox-easter-sunday", [
        "Orthodox Easter Sunday",
        "东正教复活节主日",
        "東正教復活節主日"
    ];
    RULE_EASTER_SUNDAY = "rule.easter-sunday", ["Easter Sunday", "复活节主日", "復活節主日"];
    RULE_DAY_AFTER = "rule.day-after", ["the day after {sunday}", "{sunday}次日", "{sunday}次日"];
    RULE_DAY_BEFORE = "rule.day-before", ["the day before {sunday}", "{sunday}前一日", "{sunday}前一日"];
    RULE_DAYS_AFTER = "rule.days-after", [
        "{number} days after {sunday}",
        "{sunday}后 {number} 天",
        "{sunday}後 {number} 天"
    ];
    RULE_DAYS_BEFORE = "rule.days-before", [
        "{number} days before {sunday}",
        "{sunday}前 {number} 天",
        "{sunday}前 {number} 天"
    ];
    RULE_LEVELS_HIGHEST_RULES = "rule.levels-highest-rules", [
        "levels: {levels}; the highest of the rules that hold counts",
        "级别：{levels}；取成立的规则中最高者",
        "級別：{levels}；取成立的規則中最高者"
    ];
    RULE_TO_WHEN_ID = "rule.to-when-id", [
        "{to}: {when} (`{id}`)",
        "{to}：{when}（`{id}`）",
        "{to}：{when}（`{id}`）"
    ];
    RULE_IF_NO_RULE = "rule.if-no-rule", [
        "if no rule above holds, {to}: {when} (`{id}`)",
        "以上规则均不成立时，{to}：{when}（`{id}`）",
        "以上規則均不成立時，{to}：{when}（`{id}`）"
    ];
    RULE_RAISED_FROM = "rule.raised-from", [
        "raised from {from} to {to}: {when} (`{id}`)",
        "由{from}升为{to}：{when}（`{id}`）",
        "由{from}升為{to}：{when}（`{id}`）"
    ];
    RULE_OTHERWISE = "rule.otherwise", ["otherwise: {one}", "其他：{one}", "其他：{one}"];
    RULE_OTHERWISE_NOT_RATED = "rule.otherwise-not-rated", [
        "otherwise: not rated, and gaps between the rules are meant",
        "其他：不定级（规则间的空缺为有意设置）",
        "其他：不定級（規則間的空缺為有意設定）"
    ];
    RULE_OTHERWISE_UNRATED = "rule.otherwise-unrated", [
        "otherwise: not rated",
        "其他：不定级",
        "其他：不定級"
    ];
    RULE_WHERE = "rule.where", [", where {when}", "，条件：{when}", "，條件：{when}"];
    RULE_MARK = "rule.mark", ["mark: {mark}{when}", "标记：{mark}{when}", "標記：{mark}{when}"];
    RULE_FIRST_RULE_HOLDS = "rule.first-rule-holds", [
        "the first rule that holds counts",
        "取首个成立的规则",
        "取首個成立的規則"
    ];
    RULE_MARK_WHERE = "rule.mark-where", [
        "mark: {mark}, where {when}",
        "标记：{mark}，条件：{when}",
        "標記：{mark}，條件：{when}"
    ];
    RULE_WORD_WHEN_ID = "rule.word-when-id", [
        "{word}: {when} (`{id}`)",
        "{word}：{when}（`{id}`）",
        "{word}：{when}（`{id}`）"
    ];
    RULE_OTHERWISE_WORD = "rule.otherwise-word", ["otherwise: {word}", "其他：{word}", "其他：{word}"];
    RULE_MARK_WHEN_ID = "rule.mark-when-id", [
        "{mark}: {when} (`{id}`)",
        "{mark}：{when}（`{id}`）",
        "{mark}：{when}（`{id}`）"
    ];
    RULE_WORD_ONLY_WHERE = "rule.word-only-where", [
        "{input} {word} only where {when} (`{id}`)",
        "{input}为{word}须满足：{when}（`{id}`）",
        "{input}為{word}須滿足：{when}（`{id}`）"
    ];
    RULE_CLOSED_INSTEAD_DISPATCHED = "rule.closed-instead-dispatched", [
        "closed instead of dispatched: {listed} and {no_solution}",
        "不派发而直接结案：{listed}，且{no_solution}",
        "不派發而直接結案：{listed}，且{no_solution}"
    ];
    RULE_CLOSED_INSTEAD_DISPATCHED_LISTED = "rule.closed-instead-dispatched-listed", [
        "closed instead of dispatched: {listed}",
        "不派发而直接结案：{listed}",
        "不派發而直接結案：{listed}"
    ];
    RULE_WARNS_WHEN_TIME = "rule.warns-when-time", [
        "warns: when {percent} % of the time is used up",
        "预警：时间用去 {percent}% 时",
        "預警：時間用去 {percent}% 時"
    ];
    RULE_WARNS_BEFORE_DUE = "rule.warns-before-due", [
        "warns: {lead} before it is due",
        "预警：到期前{lead}",
        "預警：到期前{lead}"
    ];
    RULE_IF_MISSED_MARK = "rule.if-missed-mark", [
        "if missed, mark: {mark}",
        "逾期标记：{mark}",
        "逾期標記：{mark}"
    ];
    RULE_LATER_ENTRY_CAN = "rule.later-entry-can", [
        "a later entry can undo a miss",
        "补录可撤销逾期",
        "補錄可撤銷逾期"
    ];
    RULE_ANYBODY = "rule.anybody", ["anybody", "任何人", "任何人"];
    RULE_WITHIN = "rule.within", [", within {term}", "，期限：{term}", "，期限：{term}"];
    RULE_LATE_ENTRIES_UNDO = "rule.late-entries-undo", [
        "late entries that undo a miss: {by}{within}",
        "可撤销逾期的补录：{by}{within}",
        "可撤銷逾期的補錄：{by}{within}"
    ];
    RULE_COUNTED_FROM_DUE = "rule.counted-from-due", [
        "counted from the due date, {term}",
        "自到期起{term}",
        "自到期起{term}"
    ];
    RULE_COUNTED_FROM_STEP = "rule.counted-from-step", [
        "counted from the step before, {term}",
        "自上一步起{term}",
        "自上一步起{term}"
    ];
    RULE_WHEN_TIME_PASSED = "rule.when-time-passed", [
        "when {percent} % of the time has passed",
        "时间用去 {percent}% 时",
        "時間用去 {percent}% 時"
    ];
    RULE_MISS_REPORTED = "rule.miss-reported", [
        "a miss is reported to {to}: {after}",
        "逾期上报{to}：{after}",
        "逾期上報{to}：{after}"
    ];
    RULE_ANOTHER_CATEGORY_OR = "rule.another-category-or", [
        "another category or severity: the time used up is carried over",
        "类别或严重程度变更：已用时间结转",
        "類別或嚴重程度變更：已用時間結轉"
    ];
    RULE_ANOTHER_CATEGORY_OR_SEVERITY = "rule.another-category-or-severity", [
        "another category or severity: the time starts again at the change",
        "类别或严重程度变更：自变更起重新计时",
        "類別或嚴重程度變更：自變更起重新計時"
    ];
    RULE_REOPENING_CONTINUES_TIME = "rule.reopening-continues-time", [
        "a reopening continues it; the time in between does not count",
        "重新打开后继续计时，其间不计",
        "重新開啟後繼續計時，其間不計"
    ];
    RULE_REOPENING_CONTINUES_IF = "rule.reopening-continues-if", [
        "a reopening continues it as if the case had never been closed",
        "重新打开后继续计时，视同从未结案",
        "重新開啟後繼續計時，視同從未結案"
    ];
    RULE_ONLY_BEFORE_FIRST = "rule.only-before-first", [
        "only before the first reopening",
        "仅限首次重新打开之前",
        "僅限首次重新開啟之前"
    ];
    RULE_ONLY_AFTER_REOPENING = "rule.only-after-reopening", [
        "only after a reopening",
        "仅限重新打开之后",
        "僅限重新開啟之後"
    ];
    RULE_MUST_HAVE = "rule.must-have", ["must have: {fields}", "必填：{fields}", "必填：{fields}"];
    RULE_MAY_HAVE = "rule.may-have", ["may have: {fields}", "选填：{fields}", "選填：{fields}"];
    RULE_TAKES_OTHER_FIELDS = "rule.takes-other-fields", [
        "takes other fields too",
        "可另加其他字段",
        "可另加其他欄位"
    ];
    RULE_FILLED = "rule.filled", ["filled in by: {by}", "填写人：{by}", "填寫人：{by}"];
    RULE_COMPLAINTS_ANSWERED_IF = "rule.complaints-answered-if", [
        "complaints are answered on it if: {when}",
        "用于答复：{when}",
        "用於答覆：{when}"
    ];
    RULE_EACH_CASE = "rule.each-case", ["for each case", "每案一份", "每案一份"];
    RULE_EACH_MEASURE_AGAINST = "rule.each-measure-against", [
        "for each measure against a cause",
        "每项改进措施一份",
        "每項改進措施一份"
    ];
    RULE_WHEN_SOMEBODY_ASKS = "rule.when-somebody-asks", ["when somebody asks", "按需", "按需"];
    RULE_EVERY_DAY = "rule.every-day", ["every day", "每天", "每天"];
    RULE_EVERY_DAYS = "rule.every-days", ["every {n} days", "每 {n} 天", "每 {n} 天"];
    RULE_EVERY_WEEK = "rule.every-week", ["every week", "每周", "每週"];
    RULE_EVERY_WEEKS = "rule.every-weeks", ["every {n} weeks", "每 {n} 周", "每 {n} 週"];
    RULE_EVERY_MONTH = "rule.every-month", ["every month", "每月", "每月"];
    RULE_EVERY_MONTHS = "rule.every-months", ["every {n} months", "每 {n} 个月", "每 {n} 個月"];
    RULE_REGULARLY_HOW_OFTEN = "rule.regularly-how-often", [
        "regularly; how often is not set: {parameter}",
        "定期，周期尚未设定（{parameter}）",
        "定期，週期尚未設定（{parameter}）"
    ];
    RULE_COUNTED_FROM_DAY = "rule.counted-from-day", [
        ", counted from {day}",
        "，自 {day} 起算",
        "，自 {day} 起算"
    ];
    RULE_FOR = "rule.for", [", for {whom}", "，报送{whom}", "，報送{whom}"];
    RULE_REPORT = "rule.report", [
        "{report}: {often}{from}{whom}",
        "{report}：{often}{from}{whom}",
        "{report}：{often}{from}{whom}"
    ];
    RULE_INPUTS_ORDER_WEIGHT = "rule.inputs-order-weight", [
        "inputs, in order of weight: {inputs}",
        "依据（前者优先）：{inputs}",
        "依據（前者優先）：{inputs}"
    ];
    RULE_IF_SEVERAL_ROWS = "rule.if-several-rows", [
        "{act}: if several rows match, the most specific counts",
        "{act}：多行适用时取最具体者",
        "{act}：多列適用時取最具體者"
    ];
    RULE_IF_SEVERAL_ROWS_MATCH = "rule.if-several-rows-match", [
        "{act}: if several rows match, the first counts",
        "{act}：多行适用时取首行",
        "{act}：多列適用時取首列"
    ];
    RULE_ALL_MATCHING_ROWS = "rule.all-matching-rows", [
        "{act}: all matching rows count",
        "{act}：所有适用的行均有效",
        "{act}：所有適用的列均有效"
    ];
    RULE_COMPLAINT_MATCHES_NO = "rule.complaint-matches-no", [
        "a complaint that matches no row has no owner",
        "无适用行的投诉没有负责方",
        "無適用列的投訴沒有負責方"
    ];
    RULE_EVERY_COMPLAINT = "rule.every-complaint", ["every complaint", "所有投诉", "所有投訴"];
    RULE_FOR_ACT_WHOM_WHEN_ID = "rule.for-act-whom-when-id", [
        "{act}: {whom}, for {when} (`{id}`)",
        "{act}：{whom}；条件：{when}（`{id}`）",
        "{act}：{whom}；條件：{when}（`{id}`）"
    ];
    RULE_UNIT_CONCERNED_OR = "rule.unit-concerned-or", [
        "the unit concerned, or else {unit}",
        "相关单位，未指明时为{unit}",
        "相關單位，未指明時為{unit}"
    ];
    RULE_IN = "rule.in", ["{role} in {unit}", "{unit}的{role}", "{unit}的{role}"];
    RULE_WHAT_UNDER = "rule.what-under", [
        "{input} {word} and what is under it",
        "{input}为{word}及其下级",
        "{input}為{word}及其下級"
    ];
    RULE_POLICY_VERSION = "rule.policy-version", [
        "Policy {name}, version {version}",
        "制度 {name}，版本 {version}",
        "制度 {name}，版本 {version}"
    ];
    RULE_TIME_ZONE_EDITION = "rule.time-zone-edition", [
        "{name}: time zone {zone}, {first} to {last}, edition {revision}",
        "{name}：时区 {zone}，{first} 至 {last}，版本 {revision}",
        "{name}：時區 {zone}，{first} 至 {last}，版本 {revision}"
    ];
    RULE_NO_WORDS = "rule.no-words", ["{name}: no words", "{name}：无", "{name}：無"];
    RULE_THESE_WORDS_ALONE = "rule.these-words-alone", [
        "{name}, these words alone",
        "{name}（仅限下列）",
        "{name}（僅限下列）"
    ];
    RULE_BESIDE_STANDARD_WORDS = "rule.beside-standard-words", [
        "{name}, beside the standard words",
        "{name}（标准用语之外）",
        "{name}（標準用語之外）"
    ];
    RULE_FROM_FROM = "rule.from-from", [", from {from} on", "，自 {from} 起", "，自 {from} 起"];
    RULE_UNTIL_UNTIL = "rule.until-until", [", until {until}", "，至 {until} 止", "，至 {until} 止"];
    RULE_TO_FROM_UNTIL = "rule.to-from-until", [
        ", {from} to {until}",
        "，{from} 至 {until}",
        "，{from} 至 {until}"
    ];
    RULE_CODE_DAYS = "rule.code-days", ["`{code}`{days}", "`{code}`{days}", "`{code}`{days}"];
    RULE_LABEL_CODE_DAYS = "rule.label-code-days", [
        "{label} (`{code}`){days}",
        "{label}（`{code}`）{days}",
        "{label}（`{code}`）{days}"
    ];
    RULE_MINOR_COMPLAINT_MAY_SETTLED = "rule.minor-complaint-may-settled", [
        "a minor complaint may be settled where it is raised",
        "轻微投诉可当场解决",
        "輕微投訴可當場解決"
    ];
    RULE_WHILE_UNSOLVED_ANSWER_ALWAYS = "rule.while-unsolved-answer-always", [
        "while it is unsolved, an answer is always promised for some instant",
        "解决前须始终有一个承诺的答复时间",
        "解決前須始終有一個承諾的答覆時間"
    ];
    RULE_MAY_NOT_TRANSFERRED_AFTER = "rule.may-not-transferred-after", [
        "it may not be transferred after its closing limit",
        "超过结案时限后不得转派",
        "超過結案時限後不得轉派"
    ];
    RULE_EFFECT_EVERY_MEASURE_CONFIRMED = "rule.effect-every-measure-confirmed", [
        "the effect of every measure is confirmed before closing",
        "结案前须确认各项措施的效果",
        "結案前須確認各項措施的效果"
    ];
    RULE_CAUSE_RESPONSIBLE_PERSON_NAMED = "rule.cause-responsible-person-named", [
        "a cause and a responsible person are named before closing",
        "结案前须查明原因及责任人",
        "結案前須查明原因及責任人"
    ];
    RULE_EVERY_DEPARTMENT_HAS_MEASURE = "rule.every-department-has-measure", [
        "every department has a measure against further damage, or says that none is needed, before closing",
        "结案前各部门须有围堵措施，或说明无须采取",
        "結案前各部門須有圍堵措施，或說明無須採取"
    ];
    RULE_IF_CUSTOMER_CAUSED_CAUSE = "rule.if-customer-caused-cause", [
        "if the customer caused it, cause and measures are written down",
        "客户原因的，须书面记录原因及措施",
        "客戶原因的，須書面記錄原因及措施"
    ];
    RULE_COMPENSATION_MAY_OFFERED_BEFORE = "rule.compensation-may-offered-before", [
        "compensation may be offered before anybody asks",
        "可主动提出补偿",
        "可主動提出補償"
    ];
    RULE_COMPENSATION_MAY_OFFERED_FOR = "rule.compensation-may-offered-for", [
        "compensation may be offered for grave errors",
        "重大过失可提出补偿",
        "重大過失可提出補償"
    ];
    RULE_COMPENSATION_MAY_OFFERED_CUSTOMER = "rule.compensation-may-offered-customer", [
        "compensation may be offered to a customer who is not satisfied otherwise",
        "其他方式不能使客户满意时可提出补偿",
        "其他方式不能使客戶滿意時可提出補償"
    ];
    RULE_ORGANISATION_DOES_NOT_OFFER = "rule.organisation-does-not-offer", [
        "the organisation does not offer compensation by itself",
        "不主动提出补偿",
        "不主動提出補償"
    ];
    RULE_CALL_COMES_BEFORE_WRITTEN = "rule.call-comes-before-written", ["a call comes before the written answer", "书面答复前先致电", "書面答覆前先致電"];
    RULE_PLAIN_QUESTIONS_BY_PHONE = "rule.plain-questions-by-phone", [
        "plain questions by phone, disputes face to face",
        "一般问题电话沟通，争议问题当面沟通",
        "一般問題電話溝通，爭議問題當面溝通"
    ];
    RULE_CUSTOMER_ASKED_BRING_PRODUCT = "rule.customer-asked-bring-product", [
        "the customer is asked to bring the product back",
        "请客户携产品前来当面沟通",
        "請客戶攜產品前來當面溝通"
    ];
    RULE_TONE_DEPENDS_ON_WHO = "rule.tone-depends-on-who", ["the tone depends on who is at fault", "按责任归属措辞", "按責任歸屬措辭"];
    RULE_FAULT_ALWAYS_SPOKEN_AS = "rule.fault-always-spoken-as", [
        "the fault is always spoken of as one's own",
        "措辞一律以己方责任论",
        "措辭一律以己方責任論"
    ];
}
