import { splitAim } from '../aims.ts'
import { villageCodes } from '../../orgs.ts'
import type { Ground, Joining, Series } from '../ground.ts'
import { firmName } from '../invented.ts'
import type { Source } from '../source.ts'
import { rowsSource } from '../source.ts'

const seat = (firm: number): string => villageCodes[(firm * 7) % villageCodes.length] ?? ''

/** Monthly returns of the same firms, at the same places. */
const returns = (g: Ground, trade: string, word: string, firms: number, first: number, series: Series): Source =>
  rowsSource(g, {
    name: `sales-${trade}`, ledger: 'trade-sales', rows: firms * 6, monthEnd: true, orgOf: (nth) => seat((nth % firms) + first), sums: [{ field: 'amount', series }],
    fields: ({ nth }) => ({ trade, firm: firmName(first + (nth % firms), word) }),
  })

/** Output, investment, firms and trade. */
export const economy = (g: Ground): readonly Source[] => {
  const [manufacturing, rest] = splitAim(g.aim('fai_h1'), g.aim('fai_manufacturing_h1'), '固定资产投资')
  const [large, ordinary] = splitAim(g.aim('projects_on_file'), g.aim('projects_over_100m'), '在库项目')
  const largeJoining = g.joining('projects-large', large.now, 0.4)
  const ordinaryJoining = g.joining('projects-ordinary', ordinary.now, 0.4)
  return [
    rowsSource(g, {
      name: 'investment-manufacturing', ledger: 'investment', rows: 72, monthEnd: true, orgOf: (nth) => seat(nth),
      sums: [{ field: 'amount', series: g.seriesOf('fai-manufacturing', manufacturing) }],
      fields: ({ nth }) => ({ kind: 'fixed-asset', sector: 'manufacturing', project: `示例制造项目${nth + 1}`, investor: firmName(1200 + nth) }),
    }),
    rowsSource(g, {
      name: 'investment-rest', ledger: 'investment', rows: 96, monthEnd: true, orgOf: (nth) => seat(nth + 5),
      sums: [{ field: 'amount', series: g.seriesOf('fai-rest', rest) }],
      fields: ({ nth }) => ({ kind: 'fixed-asset', sector: ['infrastructure', 'property', 'energy', 'other'][nth % 4] ?? 'other', project: `示例建设项目${nth + 1}`, investor: firmName(1300 + nth) }),
    }),
    rowsSource(g, {
      name: 'capital', ledger: 'investment', rows: 8, sums: [{ field: 'amount', series: g.series('domestic_capital_h1') }],
      fields: ({ index }) => ({ kind: 'capital', sector: 'manufacturing', project: `示例引资项目${index + 1}`, investor: firmName(1500 + index) }),
    }),
    library(g, 'projects-large', largeJoining, 120_000_000, 180),
    library(g, 'projects-ordinary', ordinaryJoining, 6_000_000, 85),
    rowsSource(g, {
      name: 'townscape-projects', ledger: 'project', rows: g.series('townscape_projects').totals,
      fields: ({ random, index, half }) => ({ name: `示例提升项目${half.key}-${index + 1}`, sector: random.pick(['landscape', 'facade', 'greening']), in_library: false, total_investment: String((8 + random.below(60)) * 50_000), builder: '示例镇建设公司' }),
    }),
    ...(['low_eff_land_revived:revived:24', 'approved_unsupplied_land:unsupplied:7', 'supplied_unused_land:unused:6'] as const).map((each) => {
      const [id = '', kind = '', rows = '0'] = each.split(':')
      return rowsSource(g, {
        name: `land-${kind}`, ledger: 'land-use', rows: Number(rows), sums: [{ field: 'area', series: g.series(id) }],
        fields: ({ random, index, half }) => ({ kind, parcel: `示例地块${half.key}-${index + 1}`, use: random.pick(['工业', '仓储', '商业', '公共设施']) }),
      })
    }),
    ...(['sanluanwu_rectified', 'outdated_capacity_firms', 'recycling_rectified'] as const).map((id, at) =>
      rowsSource(g, {
        name: id, ledger: 'firm-rectification', rows: g.series(id).totals,
        fields: ({ random, index, half }) => ({
          kind: at === 0 ? random.pick(['low-output', 'scattered']) : at === 1 ? 'outdated' : 'recycling',
          firm: firmName(2000 + at * 900 + g.halves.indexOf(half) * 140 + index), measure: at === 1 ? 'retired' : random.pick(['upgraded', 'upgraded', 'merged']),
        }),
      }),
    ),
    ...(['little_giants_new:little-giant:nation', 'ningbo_specialised_new:specialised:city', 'ningbo_innovative_new:innovative:city', 'digital_workshop_new:digital-workshop:county', 'talent_projects_filed:talent-project:city'] as const).map((each) => {
      const [id = '', kind = '', level = ''] = each.split(':')
      return rowsSource(g, {
        name: kind, ledger: 'firm-ladder', rows: g.series(id).totals,
        fields: ({ random, half, index }) => ({ firm: firmName(5000 + random.below(800)), kind, level, trade: 'industry', document: `示例文〔${half.key.slice(0, 4)}〕${index + 1}号` }),
      })
    }),
    rowsSource(g, {
      name: 'talent-county', ledger: 'firm-ladder', rows: g.invented('talent-county', 4).totals,
      fields: ({ random }) => ({ firm: firmName(5000 + random.below(800)), kind: 'talent-project', level: 'county', trade: 'industry' }),
    }),
    rowsSource(g, {
      name: 'limit-entry', ledger: 'firm-ladder', rows: g.series('entry_wholesale_done').totals,
      fields: ({ random }) => ({ firm: firmName(6000 + random.below(200)), kind: 'limit-entry', trade: 'wholesale' }),
    }),
    joined(g, 'limit-candidates', 'firm-ladder', g.joining('limit-candidates', g.aim('entry_pipeline').now, 0.3), (at) => ({
      firm: firmName(6300 + at), kind: 'limit-candidate', trade: ['wholesale', 'retail', 'catering'][at % 3] ?? 'retail',
    })),
    returns(g, 'wholesale', '商贸', 26, 7000, g.series('wholesale_sales_h1')),
    returns(g, 'retail', '百货', 31, 7100, g.series('retail_sales_h1')),
    returns(g, 'catering', '餐饮', 9, 7200, g.series('catering_turnover_h1')),
  ]
}

const library = (g: Ground, name: string, joining: Joining, least: number, span: number): Source =>
  rowsSource(g, {
    name, ledger: 'project', rows: joining.joins, opening: joining.opening,
    fields: ({ random, index }) => ({ name: `示例${name === 'projects-large' ? '重大' : '产业'}项目${index % 1_000_000}`, sector: random.pick(['manufacturing', 'manufacturing', 'infrastructure', 'energy']), in_library: true, total_investment: String(least + random.below(span) * 1_000_000), builder: firmName(1600 + random.below(300)) }),
  })

const joined = (g: Ground, name: string, ledger: string, joining: Joining, fields: (at: number) => Readonly<Record<string, string | boolean>>): Source =>
  rowsSource(g, { name, ledger, rows: joining.joins, opening: joining.opening, fields: ({ random }) => fields(random.below(300)) })
