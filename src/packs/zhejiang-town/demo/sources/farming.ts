import { splitAim } from '../aims.ts'
import type { Ground } from '../ground.ts'
import { accountNumber, firmName, personName, phoneNumber } from '../invented.ts'
import type { Source } from '../source.ts'
import { rowsSource } from '../source.ts'

/** Farm production, farm money, supervision, and the income of village collectives. */
export const farming = (g: Ground): readonly Source[] => [
  rowsSource(g, {
    name: 'early-rice', ledger: 'farm-production', rows: 64, season: [0, 0, 2, 5, 1, 0, 0, 0, 0, 0, 0, 0],
    sums: [{ field: 'area', series: g.series('early_rice_area', 'first-halves') }],
    fields: ({ random }) => ({ product: 'early-rice', stage: 'sown', producer: `示例家庭农场${random.below(90) + 1}` }),
  }),
  rowsSource(g, {
    name: 'wheat', ledger: 'farm-production', rows: 52, season: [0, 0, 0, 0, 4, 3, 0, 0, 0, 0, 0, 0],
    sums: [{ field: 'area', series: g.series('wheat_area', 'first-halves') }],
    fields: ({ random }) => ({ product: 'wheat', stage: 'harvested', producer: `示例家庭农场${random.below(90) + 1}` }),
  }),
  rowsSource(g, {
    name: 'late-rice', ledger: 'farm-production', rows: 70, season: [0, 0, 0, 0, 0, 1, 4, 1, 0, 0, 0, 0],
    sums: [{ field: 'area', series: { decimals: 2, totals: g.invented('late-rice', 160_000).totals } }],
    fields: ({ random }) => ({ product: 'late-rice', stage: 'sown', producer: `示例家庭农场${random.below(90) + 1}` }),
  }),
  rowsSource(g, {
    name: 'pigs', ledger: 'farm-production', rows: 96,
    sums: [{ field: 'head', series: g.series('pigs_slaughtered') }],
    fields: ({ random, index, half }) => ({ product: 'pig', stage: 'sold', producer: `示例生猪养殖场${random.below(12) + 1}`, certificate: `示例检${half.key}-${index + 1}` }),
  }),
  rowsSource(g, {
    name: 'poultry', ledger: 'farm-production', rows: 24,
    sums: [{ field: 'head', series: g.invented('poultry', 52_000) }],
    fields: ({ random }) => ({ product: 'poultry', stage: 'sold', producer: `示例家禽养殖场${random.below(9) + 1}` }),
  }),
  rowsSource(g, {
    name: 'farm-loans', ledger: 'farm-finance', rows: 68,
    sums: [{ field: 'amount', series: g.series('farm_loans') }],
    fields: ({ random }) => ({ kind: 'loan', person: personName(random), account: accountNumber(random), bank: '示例农商银行', subject: random.pick(['葡萄种植', '水产养殖', '蔬菜大棚', '农机购置']) }),
  }),
  rowsSource(g, {
    name: 'loan-subsidy', ledger: 'farm-finance', rows: 18,
    sums: [{ field: 'amount', series: g.series('loan_subsidy_applied') }],
    fields: ({ random }) => ({ kind: 'subsidy', person: personName(random), account: accountNumber(random), bank: '示例农商银行', subject: '贷款贴息' }),
  }),
  rowsSource(g, {
    name: 'farm-insurance', ledger: 'farm-finance', rows: 40, season: [1, 1, 4, 4, 2, 1, 1, 1, 1, 1, 1, 1],
    sums: [{ field: 'amount', series: g.series('agri_insurance_sum') }],
    fields: ({ random }) => ({ kind: 'insurance', person: personName(random), bank: '示例保险公司', subject: random.pick(['水稻保险', '葡萄保险', '大棚保险', '生猪保险']) }),
  }),
  rowsSource(g, {
    name: 'samples', ledger: 'farm-supervision', rows: g.series('produce_samples').totals,
    fields: ({ random }) => ({ kind: 'sample', subject: `示例${random.pick(['葡萄', '青菜', '梨', '对虾', '草莓', '丝瓜'])}批次${random.below(900) + 100}`, result: random.unit() < 0.985 ? 'passed' : 'failed' }),
  }),
  rowsSource(g, {
    name: 'boats', ledger: 'farm-supervision', rows: g.series('sanwu_boats').totals,
    fields: ({ random }) => ({ kind: 'boat', subject: `示例无名船${random.below(90) + 10}`, result: 'done' }),
  }),
  rowsSource(g, {
    name: 'packaging', ledger: 'farm-supervision', rows: 54,
    sums: [{ field: 'weight', series: g.series('pesticide_packaging') }],
    fields: ({ random }) => ({ kind: 'packaging', subject: `示例回收点${random.below(18) + 1}`, result: 'done' }),
  }),
  rowsSource(g, {
    name: 'straw', ledger: 'farm-supervision', rows: 36, season: [1, 1, 1, 1, 3, 5, 2, 2, 1, 1, 4, 3],
    sums: [{ field: 'weight', series: g.series('straw_reused') }],
    fields: ({ random }) => ({ kind: 'straw', subject: `示例${random.pick(['还田', '饲料', '基料'])}利用`, result: 'done' }),
  }),
  rowsSource(g, {
    name: 'collective-operating', ledger: 'collective-income', rows: 216,
    sums: [{ field: 'amount', series: g.series('collective_income_h1') }],
    fields: ({ random, index, half }) => ({ nature: 'operating', item: random.pick(['厂房租金', '商铺租金', '鱼塘承包款', '土地流转服务费', '光伏租金']), voucher: `示例${half.key}-${index + 1}` }),
  }),
  rowsSource(g, {
    name: 'collective-subsidy', ledger: 'collective-income', rows: 40,
    sums: [{ field: 'amount', series: g.invented('collective-subsidy', 3_600_000) }],
    fields: ({ random, index, half }) => ({ nature: 'subsidy', item: random.pick(['财政奖补', '环境整治补助']), voucher: `示例补${half.key}-${index + 1}` }),
  }),
  rowsSource(g, {
    name: 'plant-lease', ledger: 'collective-asset', rows: 1, orgs: ['330282112203'],
    sums: [{ field: 'annual_rent', series: g.series('east_plant_rent', 'once') }],
    fields: () => ({ kind: 'plant-lease', asset: '示例片区一期标准厂房', party: firmName(4011) }),
  }),
  rowsSource(g, {
    name: 'asset-lease', ledger: 'collective-asset', rows: 9,
    sums: [{ field: 'annual_rent', series: g.invented('asset-lease', 620_000) }],
    fields: ({ random, index }) => ({ kind: 'asset-lease', asset: `示例存量房${index + 1}`, party: firmName(4100 + random.below(200)) }),
  }),
  ...premises(g),
  rowsSource(g, {
    name: 'households', ledger: 'household', rows: g.invented('households', 6).totals, opening: 320, grids: true,
    fields: ({ random, index, half }) => ({ number: numbered('示例户', index, half.key), head: personName(random), phone: phoneNumber(random), members: String(1 + random.below(5)) }),
  }),
  rowsSource(g, {
    name: 'parcels', ledger: 'parcel', rows: g.invented('parcels', 10).totals, opening: 540, grids: true,
    fields: ({ random, index, half }) => ({ code: numbered('示例地块', index, half.key), use: random.pick(['grain', 'grain', 'grain', 'vegetable', 'orchard', 'pond', 'facility']), area: String(Math.round(40 + random.unit() * 800) / 100) }),
  }),
]

/** What stood at the beginning is numbered through; what joined later by its half-year. */
const numbered = (what: string, index: number, half: string): string => (index >= 1_000_000 ? `${what}${index - 999_999}` : `${what}${half}-${index + 1}`)

/** As many villages as the target says, one application each. */
const premises = (g: Ground): readonly Source[] => {
  const aim = g.aim('villages_buying_premises')
  splitAim({ decimals: 0, now: 18 }, aim, '全镇村')
  const codes = ['330282112210', '330282112203', '330282112217', '330282112205', '330282112201', '330282112213', '330282112208', '330282112215', '330282112202', '330282112211', '330282112204', '330282112216', '330282112207', '330282112212', '330282112214', '330282112206', '330282112209', '330282112001']
  return codes.slice(0, aim.now).map((code, at) =>
    rowsSource(g, {
      name: `premises-${at}`, ledger: 'collective-asset', rows: g.seriesOf(`premises-${at}`, { decimals: 0, now: 1 }, 'once').totals, orgs: [code],
      fields: ({ random }) => ({ kind: 'purchase', asset: `示例发展用房${at + 1}`, price: String(1_000_000 + random.below(40) * 50_000) }),
    }),
  )
}
