import type { PackLine } from '../../core/pack.ts'
import { all, cohort, cohortSum, count, distinct, is, known, oneOf, ratio, stock, sum } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { asShare, choice, counted, day, down, events, flag, link, measuresOf, note, org, part, percent, photos, register, restricted, text, told, up, worded } from './declare.ts'
import { hazard } from './procedures/hazard.ts'
import { penaltyCase } from './procedures/penalty-case.ts'
import { matters } from './procedures/plan.ts'

const line = 'safety'
const owner = 'yjxf'
const enforcement = 'zhzf'
const measure = measuresOf(line, owner)
const share = { ...up, ...asShare }
const fireAndGas = oneOf('kind', 'fire', 'gas')

const certified = (key: string, kind: string, zh: string, en: string) => [
  measure(`${kind}s-in-post`, words(`${zh}在岗人数`, `${en} in post`), counted('人'), stock('safety-certificate', is('kind', kind)), words('期末在岗的人数。', 'People in post at the end of the period.'), part),
  measure(`${kind}s-certified`, words(`${zh}持证人数`, `${en} certified`), counted('人'), stock('safety-certificate', all(is('kind', kind), is('certified', true))), words('期末在岗且持有效证的人数。', 'People in post with a valid certificate.'), part),
  measure(key, words(`${zh}持证上岗率`, `${en} certified`), percent(), ratio(`${kind}s-certified`, `${kind}s-in-post`), words('期末持证人数除以在岗人数。', 'Certified over in post at the end of the period.'), share),
]

/** Production safety and fire: inspections, hazards, penalties, smart fire, training and certificates. */
export const safety: PackLine = {
  ledgers: [
    events(line, owner, 'inspection', words('检查行动台账', 'Inspections'), words('安全检查、联合执法和双随机检查，一次一条。', 'Safety inspections, joint enforcement and double-random checks, one row each.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['safety', '安全检查', 'safety inspection'], ['joint', '联合执法', 'joint enforcement'], ['double-random', '双随机', 'double-random']]),
      text('object', '对象', 'Object', { required: true, finds: 'safety-place', filledBy: 'object.name' }), note('result', '结果', 'Result'), photos(),
    ], { columns: ['day', 'org', 'kind', 'object'] }),
    matters(line, owner, 'hazard', words('安全隐患台账', 'Hazards'), words('发现的隐患，一处一条，从发现到销号全程留痕。', 'Hazards found, one row each, from finding to striking off.'), [
      day('发现日期', 'Found'), org,
      choice('field', '领域', 'Field', [['trade', '工贸', 'industry and trade'], ['chemical', '危化', 'dangerous chemicals'], ['flood', '防汛', 'flood'], ['fire', '消防', 'fire']]),
      text('place', '位置', 'Place', { required: true, finds: 'safety-place', filledBy: 'place.name' }), choice('level', '等级', 'Level', [['general', '一般', 'general'], ['major', '重大', 'major']]), photos(), text('position', '经纬度', 'Position', { maxLength: 60 }),
    ], hazard, { columns: ['day', 'org', 'field', 'place', 'level', 'state', 'holder', 'due', 'closed'], villageEntry: true }),
    matters(line, enforcement, 'penalty-case', words('行政处罚案件台账', 'Penalty cases'), words('立案查处的案件，一案一条，从立案、法制审核、告知到决定、送达和缴款；决定日、文号和罚款由作出决定的一步写入。', 'Cases filed, one row each, from filing through the legal review and the notice to the decision and its payment; the step that decides writes the day, the number and the fine.'), [
      day('立案日期', 'Filed'), org, choice('kind', '类别', 'Kind', [['fire', '消防', 'fire'], ['gas', '燃气', 'gas'], ['other', '其他', 'other']]),
      text('party', '当事人', 'Party', { required: true }),
    ], penaltyCase, { columns: ['day', 'org', 'kind', 'party', 'state', 'holder', 'due', 'decided', 'fine'] }),
    register(line, owner, 'safety-place', words('消防与燃气场所名册', 'Places under fire and gas care'), words('应装智慧消防设备的场所，用气餐饮店另记报警器。', 'Places that should have smart fire devices; restaurants using gas with their alarms.'), [
      org, text('name', '场所', 'Place', { required: true }), text('kind', '场所类别', 'Kind of place', { required: true }), flag('covered', '已覆盖', 'Covered'), flag('gas', '用气餐饮', 'Restaurant using gas'), flag('alarm_installed', '已装报警器', 'Alarm installed'), flag('alarm_online', '已入网', 'Alarm online'), link('firm', '企业', 'Firm', 'firm-ladder'),
    ], { columns: ['name', 'org', 'kind', 'covered', 'gas'] }),
    register(line, owner, 'fire-device', words('智慧消防设备名册', 'Smart fire devices'), words('接入平台的设备，一台一条，自接入日起在册。', 'Devices connected, one row each, from the day of connection.'), [
      text('device', '设备号', 'Device', { required: true }), link('place', '场所', 'Place', 'safety-place'), { ...org, filledBy: 'place.org' }, text('place_kind', '场所类别', 'Kind of place', { required: true, filledBy: 'place.kind' }),
      choice('kind', '设备类别', 'Kind', [['smoke', '烟感', 'smoke'], ['gas', '燃气', 'gas'], ['power', '用电', 'power'], ['water', '水压', 'water pressure']]),
    ], { columns: ['device', 'org', 'kind', 'place_kind'], unique: [['device']] }),
    register(line, owner, 'safety-certificate', words('安全培训与持证名册', 'Safety training and certificates'), words('取得合格证明的学员，以及高危企业应持证人员。', 'Trainees who passed, and the posts in high-risk firms that need a certificate.'), [
      org, choice('kind', '类别', 'Kind', [['trainee', '培训学员', 'trainee'], ['principal', '主要负责人', 'principal'], ['manager', '安全管理人员', 'safety manager'], ['operator', '特种作业人员', 'special operator']]),
      restricted('person', '姓名', 'Name'), text('firm', '单位', 'Firm', { finds: 'firm-ladder', filledBy: 'firm.firm' }), flag('certified', '持证', 'Certified'), text('certificate', '证号', 'Certificate'),
    ], { columns: ['org', 'kind', 'person', 'firm', 'certified'] }),
  ],
  measures: [
    measure('safety-inspections', words('安全检查行动', 'Safety inspections'), worded('次', '余', '10'), count('inspection', is('kind', 'safety')), words('当期开展的检查行动次数。', 'Inspection actions in the period.'), up),
    measure('hazards-found', words('排查安全隐患', 'Hazards found'), worded('处', '余', '10'), count('hazard'), words('当期发现的隐患，以发现日为准。', 'Hazards found in the period.')),
    measure('hazards-found-cohort', words('发现隐患', 'Hazards found'), counted('处'), cohort('hazard', 'day'), words('当期发现的隐患。', 'Hazards found in the period.'), part),
    measure('hazards-struck', words('当期隐患已销号', 'Of them struck off'), counted('处'), cohort('hazard', 'day', 'closed'), words('当期发现的隐患中截至统计日已销号的。', 'Of the hazards found in the period, those struck off by the cutoff.'), part),
    measure('hazard-struck-rate', words('隐患整改销号率', 'Hazards struck off'), percent(), ratio('hazards-struck', 'hazards-found-cohort'), words('分母是当期发现的隐患，分子是其中已销号的，不混入往期。', 'Struck off of those found in the period; earlier ones do not mix in.'), share),
    measure('hazards-closed', words('销号隐患', 'Hazards struck off'), counted('处'), cohort('hazard', 'closed'), words('当期销号的隐患，不论何时发现。', 'Hazards struck off in the period, whenever found.'), part),
    measure('hazards-on-time', words('按期整改隐患', 'Hazards mended on time'), counted('处'), cohort('hazard', 'closed', undefined, is('on_time', true)), words('其中在整改期限内报完成的。', 'Of these, reported mended within their time.'), part),
    measure('hazard-on-time-rate', words('隐患按期整改率', 'Hazards mended on time'), percent(), ratio('hazards-on-time', 'hazards-closed'), words('当期销号的隐患中按期整改的占比。', 'Of the hazards struck off in the period, those mended on time.'), share),
    measure('hazards-redone', words('隐患返工', 'Hazards mended again'), counted('处'), cohort('hazard', 'closed', undefined, known('redone')), words('当期销号的隐患中核查不通过或复发过的。', 'Of the hazards struck off in the period, those refused at a check or come back.'), down),
    measure('fire-gas-cases', words('查处消防、燃气违法案件', 'Fire and gas offences'), counted('起'), cohort('penalty-case', 'decided', undefined, fireAndGas), words('当期作出处罚决定的两类案件，以决定日为准，不论何时立案。', 'Cases of the two kinds decided in the period, whenever filed.'), { owner: enforcement }),
    measure('fines-total', words('消防、燃气案件处罚金额', 'Fines in fire and gas cases'), told('元', '万', 2), cohortSum('penalty-case', 'decided', 'fine', fireAndGas), words('上述案件决定的罚款合计，不是入库数。', 'Fines decided in those cases, not money received.'), { owner: enforcement }),
    measure('penalties-settled', words('结案行政处罚案件', 'Penalty cases closed'), counted('件'), cohort('penalty-case', 'settled', undefined, is('state', 'closed')), words('当期缴清罚款结案的案件。', 'Cases closed by payment in the period.'), { ...part, owner: enforcement }),
    measure('penalties-on-time', words('按期决定的结案案件', 'Of them decided on time'), counted('件'), cohort('penalty-case', 'settled', undefined, all(is('state', 'closed'), is('on_time', true))), words('其中在法定期限内作出决定的，检验鉴定和听证时间不计。', 'Of these, decided within the legal time; appraisals and hearings do not count.'), { ...part, owner: enforcement }),
    measure('penalty-on-time-rate', words('行政处罚按期决定率', 'Penalties decided on time'), percent(), ratio('penalties-on-time', 'penalties-settled'), words('当期结案的案件中在法定期限内作出决定的占比。', 'Of the cases closed in the period, those decided within the legal time.'), { ...share, owner: enforcement }),
    measure('smart-fire-places', words('智慧消防接入场所类别', 'Kinds of places under smart fire'), counted('类'), distinct('fire-device', ['place_kind']), words('当期新接入设备涉及的场所类别，每类只计一次。', 'Kinds of places where devices were connected in the period, each once.')),
    measure('smart-fire-devices', words('智慧消防设备接入', 'Smart fire devices connected'), worded('个', '余', '0.01', '万'), stock('fire-device'), words('期末在册的接入设备，拆除的不计。', 'Devices on the register at the end of the period.'), up),
    measure('fire-places-listed', words('应覆盖场所', 'Places to be covered'), counted('处'), stock('safety-place'), words('期末在册的全部场所。', 'All places on the register at the end of the period.'), part),
    measure('fire-places-covered', words('已覆盖场所', 'Places covered'), counted('处'), stock('safety-place', is('covered', true)), words('期末已安装设备的场所。', 'Places with devices at the end of the period.'), part),
    measure('smart-fire-coverage', words('智慧消防场所覆盖率', 'Smart fire coverage'), percent(), ratio('fire-places-covered', 'fire-places-listed'), words('按场所计，不按设备计。', 'By place, not by device.'), share),
    measure('safety-trainees', words('取得安全培训合格证明学员', 'Safety trainees who passed'), counted('名'), count('safety-certificate', is('kind', 'trainee')), words('当期取得合格证明的学员，一人一条。', 'Trainees who passed in the period, one row each.'), up),
    ...certified('cert-principals', 'principal', '高危企业主要负责人', 'Principals of high-risk firms'),
    ...certified('cert-safety-managers', 'manager', '安全管理人员', 'Safety managers'),
    ...certified('cert-special-operators', 'operator', '特种作业人员', 'Special operators'),
    measure('drills-events', words('演练、座谈、警示教育等活动', 'Drills, talks and warning education'), counted('次'), count('activity', is('kind', 'safety')), words('当期举办的安全活动次数。', 'Safety events in the period.'), up),
    measure('drills-firms', words('安全活动参与企业', 'Firms taking part in safety events'), worded('家次', '余', '100'), sum('activity', 'firms', is('kind', 'safety')), words('各次活动参与企业家次之和。', 'Firms taking part, added over the events.'), up),
    measure('drills-people', words('安全活动参与人次', 'People taking part in safety events'), worded('人次', '余', '100'), sum('activity', 'people', is('kind', 'safety')), words('各次活动参与人次之和。', 'Attendance added over the events.'), up),
    measure('joint-inspections', words('联合执法检查', 'Joint enforcement inspections'), worded('次', '余', '10'), count('inspection', is('kind', 'joint')), words('当期两个以上部门共同开展的检查次数。', 'Inspections by two or more departments in the period.'), { ...up, owner: 'zhzf' }),
    measure('double-random', words('“双随机”检查', 'Double-random inspections'), worded('次', '余', '10'), count('inspection', is('kind', 'double-random')), words('当期按随机抽取开展的检查次数。', 'Randomly drawn inspections in the period.'), { ...up, owner: 'zhzf' }),
    measure('gas-restaurants', words('用气餐饮店', 'Restaurants using gas'), counted('家'), stock('safety-place', is('gas', true)), words('期末在册的用气餐饮店。', 'Restaurants using gas at the end of the period.')),
    measure('gas-alarms-installed', words('已装报警器餐饮店', 'Restaurants with an alarm'), counted('家'), stock('safety-place', all(is('gas', true), is('alarm_installed', true))), words('期末已安装报警器的用气餐饮店。', 'Restaurants using gas that have an alarm.'), part),
    measure('gas-alarms-online', words('报警器已入网餐饮店', 'Restaurants with an alarm online'), counted('家'), stock('safety-place', all(is('gas', true), is('alarm_online', true))), words('期末报警器已入网的用气餐饮店。', 'Restaurants using gas whose alarm is online.'), part),
    measure('gas-alarm-installed', words('燃气报警器安装率', 'Gas alarms installed'), percent(), ratio('gas-alarms-installed', 'gas-restaurants'), words('已装店数除以用气餐饮店数。', 'Restaurants with an alarm over restaurants using gas.'), share),
    measure('gas-alarm-online', words('燃气报警器入网率', 'Gas alarms online'), percent(), ratio('gas-alarms-online', 'gas-restaurants'), words('已入网店数除以用气餐饮店数。', 'Restaurants with an alarm online over restaurants using gas.'), share),
  ],
}
