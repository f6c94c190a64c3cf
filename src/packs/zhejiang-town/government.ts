import type { PackLine } from '../../core/pack.ts'
import { cohort, count, is, known, openingOf, ratio, reduction, stock, sum } from '../../core/measure/builders.ts'
import { supervisionFields } from '../../core/report/supervision.ts'
import { words } from '../../core/words.ts'
import { asShare, choice, counted, day, down, events, measuresOf, note, number, org, part, percent, register, text, told, up, whole, worded, yuan } from './declare.ts'
import { deputySuggestion } from './procedures/deputy-suggestion.ts'
import { disclosure } from './procedures/disclosure.ts'
import { legacyProblem } from './procedures/legacy-problem.ts'
import { majorDecision } from './procedures/major-decision.ts'
import { matters } from './procedures/plan.ts'
import { reviewAnswer } from './procedures/review-answer.ts'
import { serviceRequest } from './procedures/service-request.ts'
import { supervision } from './procedures/supervision.ts'

const line = 'government'
const owner = 'czgl'
const measure = measuresOf(line, owner)
const debt = told('元', '亿', 1, { fixed: true })

/** The government itself: money, debt, services at the counter, law and discipline. */
export const government: PackLine = {
  ledgers: [
    events(line, owner, 'fiscal-revenue', words('财政收入入库台账', 'Fiscal revenue'), words('按税种和级次登记的入库数，单位为税源所在地。', 'Revenue received, by tax and level; the org is where it arose.'), [
      day('入库日期', 'Received'), org,
      choice('tax', '科目', 'Item', [['vat', '增值税', 'value-added tax'], ['income', '企业所得税', 'corporate income tax'], ['personal', '个人所得税', 'personal income tax'], ['property', '房产税', 'property tax'], ['land', '土地使用税', 'land-use tax'], ['other', '其他', 'other']]),
      choice('level', '级次', 'Level', [['local', '一般公共预算', 'general public budget'], ['upper', '上划收入', 'upper share']]),
      yuan('amount', '金额', 'Amount', { required: true }),
    ], { columns: ['day', 'org', 'tax', 'level', 'amount'] }),
    register(line, owner, 'debt-item', words('债务名册', 'Debt register'), words('存量债务逐笔登记，自发生日起在册，至清偿日止。', 'Legacy debts, on the register from the day they arose to the day they are cleared.'), [
      org, text('creditor', '债权单位', 'Creditor', { required: true }), yuan('amount', '金额', 'Amount', { required: true }), text('purpose', '用途', 'Purpose'),
    ], { columns: ['creditor', 'org', 'amount', 'purpose'], sensitive: 'finance' }),
    matters(line, 'bmfw', 'service-case', words('政务办件台账', 'Service cases'), words('窗口和网上受理的办件，一件一条，即办件当场办结，其余从受理到送达；不记申请人。', 'Cases taken at the counter and online, one row each; some are done at once, others go from taking to handing over; no applicants.'), [
      day('受理日期', 'Accepted'), org, text('item', '事项', 'Service', { required: true }), choice('channel', '渠道', 'Channel', [['online', '网上', 'online'], ['counter', '窗口', 'counter']]),
    ], serviceRequest, { columns: ['day', 'org', 'item', 'channel', 'kind', 'state', 'holder', 'due', 'settled'] }),
    matters(line, 'zrd', 'deputy-suggestion', words('代表建议和政协提案台账', 'Deputies’ suggestions'), words('人大代表建议和政协委员提案，一件一条，从交办、会办、答复到代表反馈和跟踪落实。', 'Suggestions of deputies and proposals of political advisers, one row each, from assigning to the answer, the deputy’s view and the follow-up.'), [
      day('交办日期', 'Assigned on'), org, text('number', '编号', 'Number', { required: true, maxLength: 40 }), note('subject', '标题', 'Subject', { required: true, maxLength: 200 }),
      choice('kind', '类别', 'Kind', [['suggestion', '代表建议', 'suggestion'], ['proposal', '政协提案', 'proposal']]), number('signers', '附议人数', 'Signed by', '人'),
    ], deputySuggestion, { columns: ['number', 'subject', 'day', 'kind', 'state', 'holder', 'due', 'outcome', 'satisfied'], unique: [['number']] }),
    matters(line, 'dzb', 'legacy-problem', words('历史遗留问题台账', 'Legacy problems'), words('多年未决的问题，一个一条，由领导包案，从方案、化解到评估确认。', 'Problems unsolved for years, one row each, taken as a case by a leader, from the plan to what another finds settled.'), [
      day('立项日期', 'Taken up on'), org, text('problem', '问题', 'Problem', { required: true, maxLength: 400 }), whole('since', '起始年份', 'Since the year', { min: '1949', max: '2100' }),
    ], legacyProblem, { columns: ['day', 'problem', 'org', 'kind', 'since', 'state', 'holder', 'due', 'settled'] }),
    matters(line, 'pafz', 'major-decision', words('重大行政决策台账', 'Major decisions'), words('参照目录管理的决策事项，一件一条，从公开征求意见、论证评估、合法性审查到集体讨论和公布。', 'Decisions of the yearly list, one row each, from asking the public through experts, risks and the legality check to the common decision and its publication.'), [
      day('启动日期', 'Begun on'), org, text('subject', '决策事项', 'Decision', { required: true, maxLength: 200 }),
    ], majorDecision, { columns: ['day', 'subject', 'kind', 'state', 'holder', 'due', 'document', 'settled'] }),
    matters(line, 'dzb', 'admin-review', words('行政复议台账', 'Administrative reviews'), words('以本镇为被申请人的行政复议，一案一条，从收到答复通知到决定和纠正；不记申请人。', 'Reviews with the town as respondent, one row each, from the notice to answer to the decision and what was put right; no applicants.'), [
      day('收到答复通知日期', 'Notice received'), org, text('document', '案号', 'Case no.', { required: true, maxLength: 60 }),
    ], reviewAnswer, { columns: ['day', 'document', 'org', 'kind', 'state', 'holder', 'due', 'result', 'decided'], unique: [['document']] }),
    matters(line, 'dzb', 'disclosure-request', words('依申请公开台账', 'Disclosure on request'), words('政府信息公开申请，一件一条，从收到到答复；不记申请人。', 'Requests for government information, one row each, from receipt to the answer; no applicants.'), [
      day('收到日期', 'Received'), org, text('request', '申请编号', 'Request no.', { required: true, maxLength: 60 }), note('subject', '申请内容', 'What is asked for', { maxLength: 1000 }),
    ], disclosure, { columns: ['day', 'request', 'org', 'state', 'holder', 'due', 'result', 'answered'], unique: [['request']] }),
    matters(line, 'dzb', 'supervision-item', words('督办台账', 'Supervision items'), words('由会议、批示、报告、上级交办或建议立项，限期办理，审核办结；承办的不审核。', 'Raised from a meeting, an instruction, a report, a higher level or a suggestion; done by a day, verified by another.'), [
      day('立项日期', 'Raised on'), org, ...supervisionFields,
    ], supervision, { columns: ['number', 'content', 'source', 'state', 'holder', 'due', 'closed'], unique: [['number']] }),
    events(line, 'jjjc', 'discipline', words('监督与处理台账', 'Supervision'), words('专项督查和处理，只记次数、人次与方式，不记姓名。', 'Special checks and handlings; numbers and manner only, no names.'), [
      day(), org, choice('kind', '类别', 'Kind', [['check', '专项督查', 'special check'], ['handling', '人员处理', 'person dealt with']]), text('subject', '内容', 'Subject', { required: true }), note('remark', '备注', 'Remark'),
    ], { columns: ['day', 'org', 'kind', 'subject'], sensitive: 'discipline' }),
  ],
  measures: [
    measure('fiscal-revenue-h1', words('财政总收入', 'Total fiscal revenue'), told('元', '亿', 2), sum('fiscal-revenue', 'amount'), words('当期入库的全部收入，含上划部分。', 'All revenue received in the period, the upper share included.'), up),
    measure('general-budget-revenue-h1', words('一般公共预算收入', 'General public budget revenue'), told('元', '亿', 2), sum('fiscal-revenue', 'amount', is('level', 'local')), words('财政总收入中留归本级一般公共预算的部分。', 'The part that belongs to the local general public budget.'), up),
    measure('service-cases', words('政务办件数', 'Service cases'), worded('件', '余', '0.01', '万'), count('service-case'), words('当期受理的办件，咨询不计。', 'Cases accepted in the period; enquiries are not counted.'), { owner: 'bmfw' }),
    measure('service-cases-online', words('网上受理办件', 'Cases accepted online'), counted('件'), count('service-case', is('channel', 'online')), words('当期由网上渠道受理的办件。', 'Cases accepted online in the period.'), { ...part, owner: 'bmfw' }),
    measure('online-rate', words('“一网通办”率', 'Share of cases online'), percent(), ratio('service-cases-online', 'service-cases'), words('按办件计，网上受理数除以全部受理数。', 'By case: accepted online over all accepted.'), { ...up, ...asShare, owner: 'bmfw' }),
    measure('service-cases-accepted', words('受理办件', 'Cases accepted'), counted('件'), cohort('service-case', 'day'), words('当期受理的办件。', 'Cases accepted in the period.'), { ...part, owner: 'bmfw' }),
    measure('service-cases-closed', words('办结办件', 'Cases closed'), counted('件'), cohort('service-case', 'day', 'settled'), words('当期受理的办件中截至统计日已办结的。', 'Of the cases accepted in the period, those closed by the cutoff.'), { ...part, owner: 'bmfw' }),
    measure('service-closed-rate', words('政务办件办结率', 'Service cases closed'), percent(), ratio('service-cases-closed', 'service-cases-accepted'), words('分母是当期受理件，分子是其中已办结的件。', 'Closed of those accepted in the period.'), { ...up, ...asShare, owner: 'bmfw' }),
    measure('service-timed', words('有时限的办结办件', 'Cases with a limit closed'), counted('件'), cohort('service-case', 'settled', undefined, known('on_time')), words('当期办结的承诺件、许可件和联办件；即办件没有时限，不计。', 'Promised, licence and joint cases closed in the period; what is done at once has no limit.'), { ...part, owner: 'bmfw' }),
    measure('service-on-time', words('按期办结办件', 'Of them on time'), counted('件'), cohort('service-case', 'settled', undefined, is('on_time', true)), words('其中在承诺或法定期限内作出决定的。', 'Of these, decided within the promised or legal time.'), { ...part, owner: 'bmfw' }),
    measure('service-on-time-rate', words('政务办件按期办结率', 'Service cases closed on time'), percent(), ratio('service-on-time', 'service-timed'), words('当期办结的有时限办件中按期办结的占比。', 'Of the cases with a limit closed in the period, those decided on time.'), { ...up, ...asShare, owner: 'bmfw' }),
    measure('debt-after', words('债务余额', 'Debt outstanding'), debt, stock('debt-item', undefined, 'amount'), words('期末尚未清偿的债务金额。', 'Debt not cleared at the end of the period.'), down),
    measure('debt-before', words('年初债务余额', 'Debt at the start of the year'), debt, openingOf('debt-after'), words('上年末的债务余额。', 'Debt outstanding at the end of the year before.'), { ...down, change: 'none' }),
    measure('debt-reduction', words('债务压缩率', 'Debt reduction'), percent(2), reduction('debt-after'), words('年初余额减期末余额，除以年初余额。', 'Opening less closing debt, over opening debt.'), { ...up, change: 'none' }),
    measure('admin-review-cases', words('行政复议', 'Administrative reviews'), counted('例'), cohort('admin-review', 'decided'), words('当期作出复议决定的案件。', 'Reviews decided in the period.'), { ...down, owner: 'dzb' }),
    measure('admin-review-upheld', words('行政复议维持', 'Reviews upheld'), counted('例'), cohort('admin-review', 'decided', undefined, is('result', 'upheld')), words('其中决定维持的案件。', 'Of these, decisions upheld.'), { owner: 'dzb' }),
    measure('info-requests', words('依申请政府信息公开', 'Disclosure on request'), counted('例'), cohort('disclosure-request', 'answered'), words('当期答复的公开申请。', 'Requests answered in the period.'), { owner: 'dzb' }),
    measure('info-requests-on-time', words('按期答复依申请公开', 'Requests answered in time'), counted('例'), cohort('disclosure-request', 'answered', undefined, is('on_time', true)), words('其中在法定期限内答复的。', 'Of these, answered within the legal time.'), { ...part, owner: 'dzb' }),
    measure('supervision-closed', words('办结督办事项', 'Supervision items closed'), counted('件'), cohort('supervision-item', 'settled'), words('当期审核办结的督办事项。', 'Items verified and closed in the period.'), { ...part, owner: 'dzb' }),
    measure('supervision-on-time', words('按期办结督办事项', 'Supervision items closed on time'), counted('件'), cohort('supervision-item', 'settled', undefined, is('on_time', true)), words('其中在期限内反馈的。', 'Of these, reported done within their time.'), { ...part, owner: 'dzb' }),
    measure('supervision-on-time-rate', words('督办事项按期办结率', 'Supervision items closed on time'), percent(), ratio('supervision-on-time', 'supervision-closed'), words('当期办结的督办事项中按期反馈的占比。', 'Of the items closed in the period, those reported done on time.'), { ...up, ...asShare, owner: 'dzb' }),
    measure('suggestions-closed', words('办结代表建议和提案', 'Suggestions closed'), counted('件'), cohort('deputy-suggestion', 'settled'), words('当期代表反馈满意或基本满意后办结的建议和提案。', 'Suggestions closed in the period after the deputy was content.'), { ...up, owner: 'zrd' }),
    measure('suggestions-on-time', words('按期答复的建议和提案', 'Of them answered on time'), counted('件'), cohort('deputy-suggestion', 'settled', undefined, is('on_time', true)), words('其中在法定期限内首次答复的。', 'Of these, first answered within the legal time.'), { ...part, owner: 'zrd' }),
    measure('suggestion-on-time-rate', words('代表建议和提案按期答复率', 'Suggestions answered on time'), percent(), ratio('suggestions-on-time', 'suggestions-closed'), words('当期办结的建议和提案中按期答复的占比。', 'Of the suggestions closed in the period, those answered on time.'), { ...up, ...asShare, owner: 'zrd' }),
    measure('legacy-settled', words('化解历史遗留问题', 'Legacy problems settled'), counted('个'), cohort('legacy-problem', 'settled', undefined, is('state', 'closed')), words('当期经评估确认化解的问题，依法终结的不计。', 'Problems found settled in the period; those ended by law apart.'), { ...up, owner: 'dzb' }),
    measure('major-decisions', words('公布重大行政决策', 'Major decisions made public'), counted('件'), cohort('major-decision', 'settled', undefined, is('state', 'closed')), words('当期经集体讨论决定并公布的决策事项。', 'Decisions taken together and made public in the period.'), { owner: 'pafz' }),
    measure('discipline-inspections', words('专项督查', 'Special supervision checks'), counted('次'), count('discipline', is('kind', 'check')), words('当期开展的专项督查。', 'Special checks in the period.'), { owner: 'jjjc' }),
    measure('people-disciplined', words('处理人员', 'People dealt with'), counted('人'), count('discipline', is('kind', 'handling')), words('当期处理的人数，一人一条。', 'People dealt with in the period, one row each.'), { ...down, owner: 'jjjc' }),
    measure('audit-project-filed', words('申报宁波级内审优秀项目', 'Internal-audit projects filed'), counted('个'), count('creation', is('kind', 'audit-project')), words('当期申报的项目，不等于获评。', 'Projects filed in the period, not yet awarded.'), { ...up, owner: 'dzb' }),
  ],
}
