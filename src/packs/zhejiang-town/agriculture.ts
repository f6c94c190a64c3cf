import type { PackLine } from '../../core/pack.ts'
import { all, is, reported, sum, count } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { choice, counted, day, events, measured, measuresOf, note, number, org, restricted, sealed, text, told, up, worded, yuan } from './declare.ts'

const line = 'agriculture'
const owner = 'nync'
const measure = measuresOf(line, owner)

/** Grain and livestock, farm money, and the supervision of produce, fishing and farm waste. */
export const agriculture: PackLine = {
  ledgers: [
    events(line, owner, 'farm-production', words('农业生产台账', 'Farm production'), words('各村上报的播种、收获与出栏，逐笔登记。', 'Sowing, harvest and livestock sold, as villages report them.'), [
      day(), org,
      choice('product', '品种', 'Product', [['early-rice', '早稻', 'early rice'], ['wheat', '小麦', 'wheat'], ['late-rice', '晚稻', 'late rice'], ['pig', '生猪', 'pigs'], ['poultry', '家禽', 'poultry']]),
      choice('stage', '环节', 'Stage', [['sown', '种植', 'sown'], ['harvested', '收割', 'harvested'], ['sold', '出栏', 'sold']]),
      measured('area', '面积', 'Area', '亩', 2),
      number('head', '头数', 'Head', '头'),
      text('producer', '生产主体', 'Producer'),
      text('certificate', '检疫证号', 'Quarantine certificate'),
    ], { columns: ['day', 'org', 'product', 'stage', 'area', 'head'], villageEntry: true }),
    events(line, owner, 'farm-finance', words('支农金融台账', 'Farm finance'), words('小额农户贷款、贷款贴息申报与政策性农业保险投保。', 'Small loans to farm households, interest subsidies applied for, and policy insurance taken out.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['loan', '小额贷款发放', 'loan paid out'], ['subsidy', '贴息申报', 'interest subsidy applied for'], ['insurance', '保险投保', 'insurance taken out']]),
      yuan('amount', '金额', 'Amount', { required: true }),
      restricted('person', '农户', 'Farmer'),
      sealed('account', '收款账号', 'Bank account'),
      text('bank', '经办机构', 'Institution'),
      text('subject', '用途或险种', 'Purpose or cover'),
    ], { columns: ['day', 'org', 'kind', 'amount', 'person'] }),
    events(line, owner, 'farm-supervision', words('涉农涉渔监管台账', 'Farm and fishery supervision'), words('农产品抽样、三无船舶清理，以及农业废弃物回收利用。', 'Produce samples, unregistered boats removed, farm waste recovered and reused.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['sample', '农产品抽样', 'produce sample'], ['boat', '三无渔船清理', 'unregistered boat removed'], ['packaging', '农药包装回收', 'pesticide packaging recovered'], ['straw', '秸秆利用', 'straw reused']]),
      text('subject', '对象', 'Subject', { required: true }),
      measured('weight', '重量', 'Weight', '吨', 3),
      choice('result', '结果', 'Result', [['passed', '合格', 'passed'], ['failed', '不合格', 'failed'], ['done', '已处置', 'dealt with']], { required: false }),
      note('remark', '备注', 'Remark'),
    ], { columns: ['day', 'org', 'kind', 'subject', 'weight', 'result'], villageEntry: true }),
  ],
  measures: [
    measure('agri-output-h1', words('农林牧渔业总产值', 'Gross output of farming, forestry, livestock and fishery'), told('元', '亿', 2), reported('year-to-date'), words('由市统计局按季反馈的现价总产值，增速按可比口径，镇里不自行推算。', 'Output at current prices as the city statistics bureau returns it each quarter; growth on a comparable basis; not derived by the town.'), { ...up, owner: 'jjfz' }),
    measure('early-rice-area', words('早稻种植面积', 'Early rice sown'), worded('亩', '余', '100'), sum('farm-production', 'area', all(is('product', 'early-rice'), is('stage', 'sown'))), words('按种植登记的早稻面积，收割不再计。', 'Area registered as sown with early rice; the harvest is not counted again.'), up),
    measure('wheat-area', words('小麦收割面积', 'Wheat harvested'), worded('亩', '余', '100'), sum('farm-production', 'area', all(is('product', 'wheat'), is('stage', 'harvested'))), words('按收割登记的小麦面积，以实际收割日计入当期。', 'Area of wheat registered as harvested, on the day of harvest.'), up),
    measure('pigs-slaughtered', words('生猪出栏', 'Pigs sold for slaughter'), told('头', '万', 2), sum('farm-production', 'head', all(is('product', 'pig'), is('stage', 'sold'))), words('凭检疫证明出栏的生猪头数，调运仔猪不计。', 'Pigs leaving farms with a quarantine certificate; piglets moved between farms are not counted.'), up),
    measure('farm-loans', words('小额农户贷款发放额', 'Small loans to farm households'), told('元', '万', 2), sum('farm-finance', 'amount', is('kind', 'loan')), words('当期实际放款金额，授信未放款的不计。', 'Money actually paid out in the period; credit granted but not drawn is not counted.'), up),
    measure('loan-subsidy-applied', words('贷款贴息申报额', 'Interest subsidy applied for'), told('元', '万', 2), sum('farm-finance', 'amount', is('kind', 'subsidy')), words('当期提交申报的贴息金额，不等于已经拨付。', 'Subsidy applied for in the period, not yet necessarily paid.')),
    measure('agri-insurance-sum', words('政策性农业保险保额', 'Sum insured under policy farm insurance'), told('元', '万', 2), sum('farm-finance', 'amount', is('kind', 'insurance')), words('当期集中投保保单的保险金额合计，不是保费。', 'Sum insured of the policies taken out in the period, not the premiums.'), up),
    measure('produce-samples', words('农产品风险抽样', 'Farm-produce risk samples'), counted('批次'), count('farm-supervision', is('kind', 'sample')), words('完成采样并送检的批次，一批一条。', 'Samples taken and sent to the laboratory, one row each.')),
    measure('sanwu-boats', words('清理取缔“三无”渔船', 'Unregistered fishing boats removed'), counted('艘'), count('farm-supervision', is('kind', 'boat')), words('已清理取缔的无名号、无证书、无船籍港船只，一艘一条。', 'Boats without name, papers or home port that were removed, one row each.')),
    measure('pesticide-packaging', words('农药废弃包装物回收量', 'Pesticide packaging recovered'), told('吨', '', 2), sum('farm-supervision', 'weight', is('kind', 'packaging')), words('回收点过磅重量之和。', 'Weight at the collection points.'), up),
    measure('straw-reused', words('秸秆资源化利用量', 'Straw put to use'), worded('吨', '超', '100'), sum('farm-supervision', 'weight', is('kind', 'straw')), words('离田和还田利用的秸秆重量，以各村登记为准。', 'Straw taken off or ploughed in, as villages register it.'), up),
  ],
}

