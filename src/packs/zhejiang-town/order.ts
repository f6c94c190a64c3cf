import type { PackLine } from '../../core/pack.ts'
import { all, cohort, count, is, known, not, oneOf, ratio, stock, sum } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { asShare, choice, counted, day, down, events, measuresOf, note, number, org, part, percent, register, restricted, text, told, up, whole, worded } from './declare.ts'
import { hotlineOrder } from './procedures/hotline-order.ts'
import { petition } from './procedures/petition.ts'
import { matters } from './procedures/plan.ts'

const line = 'order'
const owner = 'pafz'
const measure = measuresOf(line, owner)
const checks = (key: string, zh: string, en: string) => [
  measure(`${key}-listed`, words(`${zh}应查数`, `${en} to check`), counted('个'), sum('base-check', 'listed', is('kind', key)), words('各村当期应查对象之和。', 'What villages had to check in the period.'), part),
  measure(`${key}-done`, words(`${zh}已查数`, `${en} checked`), counted('个'), sum('base-check', 'checked', is('kind', key)), words('各村当期已查对象之和。', 'What villages checked in the period.'), part),
]
const checkRate = (key: string, kind: string, zh: string, en: string) =>
  measure(key, words(zh, en), percent(), ratio(`${kind}-done`, `${kind}-listed`), words('当期已查数除以同期应查数，分母是同一份清单。', 'Checked over listed in the period, on the same list.'), { ...up, ...asShare })

/** Public order: checks from door to door, points, traffic, fraud, petitions. */
export const order: PackLine = {
  ledgers: [
    events(line, owner, 'base-check', words('基层基础排查台账', 'Base checks'), words('按村、按轮次登记应查与已查数，不记个人。', 'What had to be checked and what was, by village and round; no persons.'), [
      day(), org,
      choice('kind', '对象', 'Object', [['resident', '户籍人口', 'registered residents'], ['migrant', '流动人口', 'migrants'], ['rental', '出租房', 'rented homes']]),
      whole('listed', '应查数', 'To check', { min: '0', required: true }), whole('checked', '已查数', 'Checked', { min: '0', required: true }),
    ], { columns: ['day', 'org', 'kind', 'listed', 'checked'], villageEntry: true }),
    register(line, owner, 'points-account', words('群治分账户名册', 'Qunzhifen accounts'), words('自激活日起在册，一人一条。', 'On the register from the day of activation, one row per person.'), [
      org, text('account', '账户号', 'Account', { required: true }), restricted('person', '姓名', 'Name'), restricted('phone', '手机号', 'Phone', { format: 'phone' }),
    ], { columns: ['account', 'org', 'person'], unique: [['account']] }),
    events(line, owner, 'points-grant', words('群治分发放台账', 'Qunzhifen points issued'), words('按活动批次登记发放的积分。', 'Points issued, by activity.'), [
      day(), org, text('activity', '事由', 'For what', { required: true }), number('people', '人次', 'People', '人次'), number('points', '积分', 'Points', '分', { required: true }),
    ], { columns: ['day', 'org', 'activity', 'people', 'points'], villageEntry: true }),
    events(line, owner, 'traffic-case', words('交通违法查处台账', 'Traffic cases'), words('查处的交通违法，一起（人、辆次）一条，不记当事人。', 'Traffic offences dealt with, one row each; no persons.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['drink-driving', '酒驾', 'drink-driving'], ['parking', '违停', 'illegal parking'], ['e-bike', '电瓶车违章', 'e-bike offence'], ['truck-ban', '高峰闯禁货车', 'truck in a banned road'], ['other', '其他', 'other']]),
      text('road', '路段', 'Road', { required: true }),
    ], { columns: ['day', 'org', 'kind', 'road'] }),
    matters(line, owner, 'petition', words('信访台账', 'Petitions'), words('来件与积案，一件一条，从甄别到答复、复查、复核；只记办理经过，不记信访人。', 'Petitions and backlog, one row each, from sorting to the answer and its reviews; the handling only, never the petitioner.'), [
      day('登记日期', 'Registered'), org,
      choice('kind', '来件方式', 'How it came', [['letter', '来信', 'letter'], ['visit', '来访', 'visit'], ['online', '网上', 'online'], ['backlog', '积案', 'backlog']]),
      choice('level', '交办级别', 'Level', [['town', '镇级', 'town'], ['county', '市（县）级', 'county'], ['city', '宁波级', 'city'], ['province', '省级', 'province'], ['nation', '国家级', 'national']]),
      note('matter', '事由分类', 'Matter'),
    ], petition, { columns: ['day', 'org', 'kind', 'level', 'route', 'state', 'holder', 'due', 'closed'], sensitive: 'petition' }),
    matters(line, 'zhxx', 'hotline-order', words('12345工单台账', '12345 orders'), words('热线转来的工单，一单一条，从派单到回访；不记来电人。', 'Orders passed on by the hotline, one row each, from sending out to calling back; no callers.'), [
      day('接单日期', 'Received'), org, text('number', '工单编号', 'Order no.', { required: true, maxLength: 40 }), note('content', '诉求', 'What is asked', { required: true, maxLength: 1000, personal: 'restricted' }),
    ], hotlineOrder, { columns: ['day', 'number', 'org', 'kind', 'state', 'holder', 'due', 'satisfied'], unique: [['number']] }),
    events(line, owner, 'religion-case', words('非法宗教活动查处台账', 'Cases of unlawful religious activity'), words('只记查处起数和法律文书，不涉及任何人。', 'Cases dealt with and their documents only; nobody is recorded.'), [
      day(), org, text('document', '文书号', 'Document', { required: true }), choice('outcome', '处理', 'Outcome', [['stopped', '责令停止', 'stopped'], ['transferred', '移送', 'transferred']]),
    ], { columns: ['day', 'org', 'document', 'outcome'], sensitive: 'religion' }),
  ],
  measures: [
    ...checks('resident', '户籍人口', 'Registered residents'),
    ...checks('migrant', '流动人口', 'Migrants'),
    ...checks('rental', '出租房', 'Rented homes'),
    checkRate('registered-pop-checked', 'resident', '户籍人口排查率', 'Registered residents checked'),
    checkRate('migrant-pop-checked', 'migrant', '流动人口排查率', 'Migrants checked'),
    checkRate('rental-visit-rate', 'rental', '出租房走访率', 'Rented homes visited'),
    measure('qunzhifen-activated', words('群治分平台激活人数', 'People active on Qunzhifen'), told('人', '万', 2), stock('points-account'), words('期末在册的激活账户，注销的不计。', 'Accounts on the register at the end of the period.'), up),
    measure('qunzhifen-points', words('群治分发放积分', 'Points issued on Qunzhifen'), told('分', '万', 2), sum('points-grant', 'points'), words('当期发放的积分，兑换不冲减。', 'Points issued in the period; redeeming does not reduce them.'), up),
    measure('traffic-points-fixed', words('非灯控路段隐患点位改造', 'Hazard points on unsignalled roads'), counted('处'), count('small-works', is('kind', 'traffic-point')), words('当期改造完成的点位。', 'Points fixed in the period.'), up),
    measure('guardrail-length', words('临水护栏安装', 'Waterside guardrail installed'), worded('米', '余', '100'), sum('small-works', 'length', is('kind', 'guardrail')), words('当期安装完成的长度。', 'Length installed in the period.'), up),
    measure('drink-driving', words('查获酒驾', 'Drink-driving offenders'), counted('人'), count('traffic-case', is('kind', 'drink-driving')), words('当期查获人数，一人一条。', 'Offenders caught in the period, one row each.')),
    measure('illegal-parking', words('查处违停', 'Illegal parking'), counted('起'), count('traffic-case', is('kind', 'parking')), words('当期查处的起数。', 'Cases in the period.')),
    measure('ebike-violations', words('查处电瓶车违章', 'E-bike offences'), counted('起'), count('traffic-case', is('kind', 'e-bike')), words('当期查处的起数。', 'Cases in the period.')),
    measure('truck-bans', words('处罚高峰期闯禁货车', 'Trucks fined in banned roads'), counted('辆次'), count('traffic-case', is('kind', 'truck-ban')), words('当期处罚的辆次，同一辆车可以多次。', 'Fines in the period; one truck may be fined more than once.')),
    measure('antifraud-visits', words('反诈入企入校宣传', 'Anti-fraud visits'), counted('家次'), count('activity', is('kind', 'fraud-visit')), words('当期进入企业、学校宣传的家次。', 'Visits to firms and schools in the period.'), up),
    measure('antifraud-posters', words('张贴反诈海报', 'Anti-fraud posters'), worded('份', '余', '100'), sum('activity', 'copies', is('kind', 'fraud-poster')), words('当期张贴的份数。', 'Copies put up in the period.'), up),
    measure('antifraud-booklets', words('发放反诈宣传册', 'Anti-fraud booklets'), worded('份', '余', '1', '万'), sum('activity', 'copies', is('kind', 'fraud-booklet')), words('当期发放的份数。', 'Copies handed out in the period.'), up),
    measure('petitions-accepted', words('登记信访件', 'Petitions registered'), counted('件'), cohort('petition', 'day', undefined, not(is('kind', 'backlog'))), words('当期登记的信访件，积案不计。', 'Petitions registered in the period, backlog apart.'), part),
    measure('petitions-closed', words('办结信访件', 'Petitions closed'), counted('件'), cohort('petition', 'day', 'closed', not(is('kind', 'backlog'))), words('当期登记的信访件中截至统计日已答复或已告知途径的。', 'Of the petitions registered in the period, those answered or shown the way by the cutoff.'), part),
    measure('petition-closed-rate', words('信访件办结率', 'Petitions closed'), percent(), ratio('petitions-closed', 'petitions-accepted'), words('分母是当期登记件，分子是其中已办结的件，不混入往期。', 'Closed of those registered in the period; earlier cases do not mix in.'), { ...up, ...asShare }),
    measure('petition-backlog-resolved', words('化解省级以上积案', 'Provincial backlog cases resolved'), counted('件'), cohort('petition', 'closed', undefined, all(is('kind', 'backlog'), oneOf('level', 'province', 'nation'))), words('按化解日计入当期的省级以上积案。', 'Backlog cases of provincial level or above, by the day they were resolved.'), up),
    measure('petitions-settled', words('信访件终结', 'Petitions settled'), counted('件'), cohort('petition', 'settled', undefined, not(is('kind', 'backlog'))), words('当期终结的信访件：不再有复查、复核。', 'Petitions settled for good in the period: no review can follow.'), part),
    measure('petitions-settled-on-time', words('信访件按期终结', 'Petitions settled on time'), counted('件'), cohort('petition', 'settled', undefined, all(not(is('kind', 'backlog')), is('on_time', true))), words('其中在法定期限内答复的。', 'Of these, answered within their legal time.'), part),
    measure('petition-on-time-rate', words('信访件按期办结率', 'Petitions answered in time'), percent(), ratio('petitions-settled-on-time', 'petitions-settled'), words('当期终结的信访件中，在法定期限内答复的占比；期限扣除中止、计入延长。', 'Of the petitions settled in the period, those answered within their legal time; stays and extensions counted.'), { ...up, ...asShare }),
    measure('hotline-orders', words('12345工单', '12345 orders'), counted('件'), count('hotline-order'), words('当期接到的工单。', 'Orders received in the period.'), { owner: 'zhxx' }),
    measure('hotline-closed', words('办结12345工单', '12345 orders closed'), counted('件'), cohort('hotline-order', 'settled', undefined, is('state', 'closed')), words('当期回访办结的工单，并单不计。', 'Orders closed after a call back in the period, joined ones apart.'), { ...part, owner: 'zhxx' }),
    measure('hotline-on-time', words('按期办结12345工单', '12345 orders closed on time'), counted('件'), cohort('hotline-order', 'settled', undefined, all(is('state', 'closed'), is('on_time', true))), words('其中在规定期限内答复的。', 'Of these, answered within their time.'), { ...part, owner: 'zhxx' }),
    measure('hotline-on-time-rate', words('12345工单按期办结率', '12345 orders closed on time'), percent(), ratio('hotline-on-time', 'hotline-closed'), words('当期办结的工单中按期答复的占比。', 'Of the orders closed in the period, those answered on time.'), { ...up, ...asShare, owner: 'zhxx' }),
    measure('hotline-redone', words('12345工单重办', '12345 orders done again'), counted('件'), cohort('hotline-order', 'settled', undefined, all(is('state', 'closed'), known('redone'))), words('当期办结的工单中经不满意重办的。', 'Of the orders closed in the period, those done again after a complaint.'), { ...down, owner: 'zhxx' }),
    measure('hotline-rated', words('12345工单评价', '12345 orders rated'), counted('件'), cohort('hotline-order', 'settled', undefined, oneOf('satisfied', 'yes', 'mostly', 'no')), words('当期办结并作了评价的工单。', 'Orders closed in the period and rated.'), { ...part, owner: 'zhxx' }),
    measure('hotline-satisfied', words('12345工单满意', '12345 orders rated well'), counted('件'), cohort('hotline-order', 'settled', undefined, oneOf('satisfied', 'yes', 'mostly')), words('其中评价为满意或基本满意的。', 'Of these, rated satisfied or mostly satisfied.'), { ...part, owner: 'zhxx' }),
    measure('hotline-satisfaction', words('12345工单满意率', 'Satisfaction with 12345 orders'), percent(), ratio('hotline-satisfied', 'hotline-rated'), words('满意和基本满意除以已评价，未评价的不计。', 'Satisfied and mostly satisfied over those rated; unrated ones are left out.'), { ...up, ...asShare, owner: 'zhxx' }),
    measure('religion-cases', words('查处非法宗教活动', 'Unlawful religious activities dealt with'), counted('起'), count('religion-case'), words('当期依法查处的起数。', 'Cases dealt with in the period.'), down),
  ],
}
