import type { PackLine } from '../../core/pack.ts'
import { all, count, is, oneOf, ratio, reported, stock, sum } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { asShare, choice, counted, day, events, measuresOf, org, part, percent, text, told, up, yuan } from './declare.ts'

const line = 'commerce'
const owner = 'jjfz'
const measure = measuresOf(line, owner)

/** Above-limit trade, entry into statistics, markets and recycling. */
export const commerce: PackLine = {
  ledgers: [
    events(line, owner, 'trade-sales', words('限上单位销售月报', 'Sales of above-limit traders'), words('限额以上批发、零售、餐饮单位每月的销售额或营业额。', 'Monthly sales or turnover of above-limit wholesalers, retailers and caterers.'), [
      day(), org,
      choice('trade', '行业', 'Trade', [['wholesale', '批发业', 'wholesale'], ['retail', '零售业', 'retail'], ['catering', '餐饮业', 'catering']]),
      text('firm', '单位', 'Firm', { required: true, finds: 'firm-ladder', filledBy: 'firm.firm' }),
      yuan('amount', '销售额（营业额）', 'Sales or turnover', { required: true }),
    ], { columns: ['day', 'org', 'trade', 'firm', 'amount'] }),
  ],
  measures: [
    measure('wholesale-sales-h1', words('批发业商品销售额', 'Wholesale sales'), told('元', '亿', 2), sum('trade-sales', 'amount', is('trade', 'wholesale')), words('限上批发单位月报销售额之和。', 'Monthly sales of above-limit wholesalers.'), up),
    measure('retail-sales-h1', words('零售业商品销售额', 'Retail-trade sales'), told('元', '亿', 2), sum('trade-sales', 'amount', is('trade', 'retail')), words('限上零售单位月报销售额之和。', 'Monthly sales of above-limit retailers.'), up),
    measure('above-limit-sales-h1', words('限上商品销售额', 'Sales of above-limit traders'), told('元', '亿', 2), sum('trade-sales', 'amount', oneOf('trade', 'wholesale', 'retail')), words('限上批发与零售两业销售额，不含餐饮营业额。', 'Above-limit wholesale and retail sales; catering is not included.'), up),
    measure('catering-turnover-h1', words('限上餐饮业营业额', 'Turnover of above-limit caterers'), told('元', '万', 2), sum('trade-sales', 'amount', is('trade', 'catering')), words('限上餐饮单位月报营业额之和。', 'Monthly turnover of above-limit caterers.'), up),
    measure('above-limit-retail-consumption-h1', words('限上社会消费品零售额', 'Above-limit retail sales of consumer goods'), told('元', '亿', 2), reported('year-to-date'), words('统计口径的限上社零，由统计站上报，与销售额口径不同。', 'Above-limit consumer-goods sales in the statistical sense, reported by the statistics station.'), up),
    measure('below-limit-retail-yoy', words('限下社会消费品零售额增速', 'Growth of below-limit retail sales'), percent(), reported('year-to-date'), words('抽样推算反馈的增速，只有增速，没有绝对数。', 'A growth rate returned from a sample survey; there is no level.'), up),
    measure('entry-wholesale-done', words('月度进限批发企业', 'Wholesalers entered this period'), counted('家'), count('firm-ladder', all(is('kind', 'limit-entry'), is('trade', 'wholesale'))), words('当期按月度批次入统的批发企业，年度批次另计。', 'Wholesalers entered into statistics in monthly batches; the yearly batch is counted apart.'), up),
    measure('entry-pipeline', words('拟进限企业', 'Candidates for entry'), counted('家'), stock('firm-ladder', is('kind', 'limit-candidate')), words('期末在册的拟进限企业。', 'Candidates on the register at the end of the period.'), up),
    measure('rural-market-upgrades', words('“乡村提质升级”市场', 'Rural markets upgraded'), counted('家'), count('creation', is('kind', 'rural-market')), words('当期创建成功的市场。', 'Markets recognised in the period.'), up),
    measure('xinpu-market-planned', words('省放心市场续创计划分值', 'Renewal items planned'), told('分', '', 1), stock('work-item', all(is('project', 'market'), is('state', 'planned')), 'weight'), words('续创清单各分项的分值合计。', 'Points of all items on the renewal list.'), part),
    measure('xinpu-market-done', words('省放心市场续创完成分值', 'Renewal items done'), told('分', '', 1), stock('work-item', all(is('project', 'market'), is('state', 'accepted')), 'weight'), words('到期末已验收分项的分值合计。', 'Points of items accepted by the end of the period.'), part),
    measure('xinpu-market-progress', words('省放心市场续创进度', 'Progress of the market renewal'), percent(), ratio('xinpu-market-done', 'xinpu-market-planned'), words('已验收分值占计划分值的比重，不凭估计。', 'Accepted points over planned points; never an estimate.'), { ...up, ...asShare }),
    measure('recycling-rectified', words('再生资源行业整治提升', 'Recycling businesses put in order'), counted('家'), count('firm-rectification', is('kind', 'recycling')), words('当期完成整治的再生资源经营单位。', 'Recycling businesses put in order in the period.'), up),
  ],
}
