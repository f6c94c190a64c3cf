import type { PackLine } from '../../core/pack.ts'
import { all, cohort, count, distinct, is, sum } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { choice, counted, day, events, measuresOf, note, number, org, part, restricted, sealed, text, told, up, worded, yuan } from './declare.ts'
import { matters } from './procedures/plan.ts'
import { wageClaim } from './procedures/wage-claim.ts'

const line = 'relief'
const owner = 'shsw'
const measure = measuresOf(line, owner)

/** Help to people in need. Rows about persons open to named grants only; totals are public. */
export const relief: PackLine = {
  ledgers: [
    events(line, owner, 'assistance-payment', words('救助资金发放批次', 'Assistance payments'), words('低保、低边、助残、助困资金按村、按月的发放批次，不记个人。', 'Payment batches of assistance money by village and month; no persons.'), [
      day('发放日期', 'Paid'), org,
      choice('kind', '类别', 'Kind', [['minimum', '低保', 'minimum living allowance'], ['marginal', '低边', 'marginal households'], ['disability', '助残', 'disability aid'], ['hardship', '助困', 'hardship aid']]),
      number('people', '人数', 'People', '人'), yuan('amount', '金额', 'Amount', { required: true }), text('batch_no', '批次号', 'Batch number'),
    ], { columns: ['day', 'org', 'kind', 'people', 'amount'], sensitive: 'relief' }),
    events(line, owner, 'old-age-payment', words('高龄津贴发放台账', 'Old-age allowance payments'), words('每人每月一条；人数按身份证号去重。', 'One row per person and month; people are counted once by identity number.'), [
      day('发放日期', 'Paid'), org, restricted('person', '姓名', 'Name'), sealed('identity', '身份证号', 'Identity number', { format: 'citizen-number' }),
      choice('band', '年龄段', 'Age band', [['80', '80至89岁', '80 to 89'], ['90', '90至99岁', '90 to 99'], ['100', '百岁以上', '100 and over']]),
      yuan('amount', '金额', 'Amount', { required: true }),
      choice('reason', '性质', 'Nature', [['monthly', '当月', 'monthly'], ['back-pay', '含补发', 'with back pay']]),
    ], { columns: ['day', 'org', 'person', 'band', 'amount'], sensitive: 'relief' }),
    events(line, owner, 'household-visit', words('低收入农户走访台账', 'Visits to low-income households'), words('走访帮扶一次一条，只记户编号。', 'One row per visit, with the household number only.'), [
      day('走访日期', 'Visited'), org, text('household', '户编号', 'Household number', { required: true }),
      choice('need', '需求', 'Need', [['none', '无', 'none'], ['medical', '就医', 'medical'], ['work', '就业', 'work'], ['school', '就学', 'school'], ['housing', '住房', 'housing']]),
      note('remark', '情况', 'Remark'),
    ], { columns: ['day', 'org', 'household', 'need'], villageEntry: true }),
    events(line, owner, 'housing-help', words('住房保障与无障碍改造台账', 'Housing help'), words('公租房新增、年审、租赁补贴，以及困难残疾人家庭无障碍改造。', 'Public rental admitted and reviewed, rent subsidies, and barrier-free conversions.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['admitted', '公租房新增', 'public rental admitted'], ['reviewed', '公租房年审', 'public rental reviewed'], ['subsidy', '租赁补贴', 'rent subsidy'], ['barrier-free', '无障碍改造', 'barrier-free conversion']]),
      restricted('person', '户主', 'Head of household'), sealed('identity', '身份证号', 'Identity number', { format: 'citizen-number' }), yuan('amount', '金额', 'Amount'),
    ], { columns: ['day', 'org', 'kind', 'person', 'amount'], sensitive: 'housing' }),
    matters(line, 'pafz', 'labour-dispute', words('劳资纠纷台账', 'Labour disputes'), words('劳资纠纷和欠薪，一件一条，从受理、调解、调查到兑付核实；涉及金额以申请为准。', 'Disputes and unpaid wages, one row each, from taking through mediation and investigation to a verified payment; the amount is the one claimed.'), [
      day('受理日期', 'Accepted'), org, text('firm', '用人单位', 'Employer', { required: true, finds: 'firm-ladder', filledBy: 'firm.firm' }), number('people', '涉及人数', 'People', '人'), yuan('amount', '涉及金额', 'Amount claimed'),
    ], wageClaim, { columns: ['day', 'org', 'firm', 'people', 'amount', 'state', 'holder', 'due', 'settled'], sensitive: 'labour' }),
  ],
  measures: [
    measure('assistance-paid', words('低保、低边、助残、助困资金', 'Assistance money paid'), told('元', '万', 2), sum('assistance-payment', 'amount'), words('四类资金当期实际发放数。', 'Money of the four kinds actually paid in the period.')),
    measure('old-age-allowance', words('高龄老人津贴', 'Old-age allowance paid'), told('元', '万', 2), sum('old-age-payment', 'amount'), words('当期发放的津贴，含补发。', 'Allowance paid in the period, back pay included.')),
    measure('old-age-recipients', words('高龄津贴享受人数', 'People receiving the old-age allowance'), counted('人'), distinct('old-age-payment', ['identity']), words('当期领取过津贴的人，按身份证号每人只计一次。', 'People paid in the period, each once by identity number.')),
    measure('low-income-visits', words('走访帮扶低收入农户', 'Visits to low-income farm households'), counted('人次'), count('household-visit'), words('走访次数，同一户可以多次。', 'Visits made; a household may be visited more than once.'), up),
    measure('barrier-free-homes', words('困难残疾人家庭无障碍改造', 'Barrier-free home conversions'), counted('户'), count('housing-help', is('kind', 'barrier-free')), words('当期启动改造的家庭，完工另行登记。', 'Homes where conversion started in the period.'), up),
    measure('labour-disputes', words('受理劳资纠纷', 'Labour disputes accepted'), counted('件'), count('labour-dispute'), words('当期受理的件数，以受理日为准。', 'Cases accepted in the period.'), { owner: 'pafz' }),
    measure('labour-dispute-amount', words('劳资纠纷涉及金额', 'Money at stake in labour disputes'), told('元', '万', 2), sum('labour-dispute', 'amount'), words('当期受理案件申请的金额，不是追回数。', 'Amount claimed in cases accepted in the period, not recovered.'), { owner: 'pafz' }),
    measure('wages-paid', words('兑付欠薪案件', 'Wage claims paid'), counted('件'), cohort('labour-dispute', 'settled', undefined, is('state', 'closed')), words('当期核实兑付的案件。', 'Cases whose payment was verified in the period.'), { ...part, owner: 'pafz' }),
    measure('wages-paid-on-time', words('按期兑付欠薪案件', 'Wage claims settled on time'), counted('件'), cohort('labour-dispute', 'settled', undefined, all(is('state', 'closed'), is('on_time', true))), words('其中调解或调查未超期限的。', 'Of these, mediated or investigated within the time.'), { ...part, owner: 'pafz' }),
    measure('wages-recovered', words('追回欠薪', 'Wages recovered'), told('元', '万', 2), sum('labour-dispute', 'agreed', is('state', 'closed')), words('当期受理、现已核实兑付的案件约定支付的金额。', 'What was agreed in cases accepted in the period whose payment is verified by now.'), { ...up, owner: 'pafz' }),
    measure('public-rental-new', words('新增公租房保障', 'New public-rental households'), counted('户'), count('housing-help', is('kind', 'admitted')), words('当期受理并完成新增的外来务工家庭。', 'Migrant-worker households admitted in the period.'), up),
    measure('public-rental-reviewed', words('公租房年审', 'Public-rental reviews'), worded('户', '余', '10'), count('housing-help', is('kind', 'reviewed')), words('当期完成年审的户数。', 'Households reviewed in the period.')),
    measure('rent-subsidy', words('租赁补贴发放额', 'Rent subsidy paid'), worded('元', '余', '1', '万'), sum('housing-help', 'amount', is('kind', 'subsidy')), words('当期实际发放的租赁补贴。', 'Rent subsidy actually paid in the period.')),
  ],
}
