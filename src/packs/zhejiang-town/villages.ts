import type { PackLine } from '../../core/pack.ts'
import { all, distinct, is, ratio, stock, sum } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { asShare, choice, counted, day, events, link, measured, measuresOf, org, part, percent, register, restricted, text, told, up, whole, yuan } from './declare.ts'

const line = 'villages'
const owner = 'nync'
const measure = measuresOf(line, owner)

/** Village collectives: their income and assets, and the works that serve them. */
export const villages: PackLine = {
  ledgers: [
    events(line, owner, 'collective-income', words('村集体收入台账', 'Income of village collectives'), words('村级集体经济组织每笔入账收入，按性质分类。', 'Every receipt of the village collectives, by nature.'), [
      day('入账日期', 'Booked'), org,
      choice('nature', '性质', 'Nature', [['operating', '经营性收入', 'operating income'], ['subsidy', '补助收入', 'subsidy'], ['other', '其他收入', 'other income']]),
      text('item', '项目', 'Item', { required: true }),
      yuan('amount', '金额', 'Amount', { required: true }),
      text('voucher', '凭证号', 'Voucher'),
    ], { columns: ['day', 'org', 'nature', 'item', 'amount'], villageEntry: true }),
    register(line, owner, 'collective-asset', words('集体资产交易台账', 'Deals in collective assets'), words('标准厂房与存量资产的租赁，以及村里申报的用房购买。', 'Leases of standard plant and idle assets, and premises villages apply to buy.'), [
      org,
      choice('kind', '类别', 'Kind', [['plant-lease', '片区标准厂房租赁', 'lease of standard plant'], ['asset-lease', '存量资产出租', 'lease of an idle asset'], ['purchase', '用房购买申报', 'application to buy premises']]),
      text('asset', '资产', 'Asset', { required: true }),
      text('party', '交易对方', 'Other party'),
      yuan('annual_rent', '年租金', 'Yearly rent'),
      yuan('price', '申报金额', 'Price applied for'),
    ], { columns: ['org', 'kind', 'asset', 'party', 'annual_rent'] }),
    register(line, owner, 'household', words('农户名册', 'Farm households'), words('在册农户，一户一条；姓名、电话按规定脱敏。', 'Households on the register, one row each; names and phones are masked by rule.'), [
      org, text('number', '户号', 'Household no.', { required: true, maxLength: 40 }), restricted('head', '户主', 'Head', { required: true, mask: 'name' }), restricted('phone', '电话', 'Phone', { format: 'phone', mask: 'phone' }), whole('members', '人口', 'Members', { min: '0' }),
    ], { columns: ['number', 'org', 'head', 'members'], unique: [['number']], villageEntry: true }),
    register(line, owner, 'parcel', words('地块名册', 'Parcels of land'), words('承包和流转的地块，一块一条；承包户、经营企业从名册中选。', 'Parcels contracted or leased, one row each; household and firm are chosen from their registers.'), [
      text('code', '地块编码', 'Parcel no.', { required: true, maxLength: 40 }), link('household', '承包户', 'Contracted to', 'household'), { ...org, filledBy: 'household.org' }, link('firm', '经营企业', 'Worked by', 'firm-ladder'),
      choice('use', '用途', 'Use', [['grain', '粮田', 'grain'], ['vegetable', '菜地', 'vegetables'], ['orchard', '果园', 'orchard'], ['pond', '养殖塘', 'pond'], ['facility', '设施农业', 'greenhouses']]), measured('area', '面积', 'Area', '亩', 2),
    ], { columns: ['code', 'org', 'use', 'area', 'household', 'firm'], unique: [['code']], villageEntry: true }),
  ],
  measures: [
    measure('collective-income-h1', words('村级集体经济经营性收入', 'Operating income of village collectives'), told('元', '万', 2, { changeDecimals: 2 }), sum('collective-income', 'amount', is('nature', 'operating')), words('各村入账的经营性收入，不含补助和补偿。', 'Operating income booked by villages, without subsidies or compensation.'), up),
    measure('east-plant-rent', words('片区标准厂房年租金', 'Yearly rent of the standard plant'), told('元', '万', 2), sum('collective-asset', 'annual_rent', is('kind', 'plant-lease')), words('当期签约的片区标准厂房租约的年租金，不是当期到账数。', 'Yearly rent of plant leases signed in the period, not money received.'), up),
    measure('villages-buying-premises', words('申报用房购买项目的村', 'Villages applying to buy premises'), counted('村'), distinct('collective-asset', ['org'], is('kind', 'purchase')), words('当期提出申报的村，一村多项只计一次。', 'Villages that applied in the period, each once.'), up),
    measure('wutangnan-planned', words('附属工程计划分值', 'Ancillary works planned'), told('分', '', 1), stock('work-item', all(is('project', 'resettlement'), is('state', 'planned')), 'weight'), words('附属工程各分项的分值合计。', 'Points of all sub-works planned.'), { ...part, owner: 'czjs' }),
    measure('wutangnan-done', words('附属工程完成分值', 'Ancillary works done'), told('分', '', 1), stock('work-item', all(is('project', 'resettlement'), is('state', 'accepted')), 'weight'), words('到期末已验收分项的分值合计。', 'Points of sub-works accepted by the end of the period.'), { ...part, owner: 'czjs' }),
    measure('wutangnan-progress', words('五塘南安置区块附属工程进度', 'Progress of the Wutangnan ancillary works'), percent(), ratio('wutangnan-done', 'wutangnan-planned'), words('已验收分值占计划分值的比重。', 'Accepted points over planned points.'), { ...up, ...asShare, owner: 'czjs' }),
  ],
}
