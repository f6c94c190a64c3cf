import { addDays } from '../../../../core/time/day.ts'
import { earlier } from '../calendar.ts'
import type { Ground } from '../ground.ts'
import { lately, storyEnd } from '../histories/days.ts'
import { firmName } from '../invented.ts'
import type { Source } from '../source.ts'
import { rowsSource } from '../source.ts'

const roads = ['示例路', '示例横路', '示例塘路', '示例浦路', '示例中心大道', '示例工业路'] as const

/** Buildings removed, points and small works, the care of firms' environment. */
export const building = (g: Ground): readonly Source[] => {
  const work = (name: string, id: string, kind: string, what: string): Source =>
    rowsSource(g, {
      name, ledger: 'small-works', rows: g.series(id).totals,
      fields: ({ random, index }) => ({ kind, place: `${random.pick(roads)}${random.below(180) + 1}号${what}${index + 1}`, builder: '示例镇建设公司' }),
    })
  const firms = (name: string, id: string, kind: string, result: string, more: Readonly<Record<string, string>> = {}): Source => {
    const first = firmStarts[kind] ?? 8000
    return rowsSource(g, { name, ledger: 'eco-firm', rows: g.series(id).totals, fields: ({ index }) => ({ kind, firm: firmName(first + index), result, ...more }) })
  }
  return [
    rowsSource(g, {
      name: 'demolition', ledger: 'demolition', rows: 190, sums: [{ field: 'area', series: g.series('illegal_building_demolished') }],
      fields: ({ random }) => ({ place: `${random.pick(roads)}${random.below(300) + 1}号`, kind: random.pick(['plant', 'shed', 'house', 'other', 'shed']) }),
    }),
    work('corridor-points', 'highway_points', 'corridor-point', '点位'),
    work('traffic-points', 'traffic_points_fixed', 'traffic-point', '路口'),
    work('outlets', 'mixed_outlets', 'outlet', '排口'),
    work('pump-stations', 'pump_stations_new', 'pump-station', '泵站'),
    work('sorting-roads', 'precision_sorting_roads', 'sorting-road', '投放路段'),
    work('adverts', 'public_ads_new', 'public-advert', '公益广告'),
    rowsSource(g, {
      name: 'guardrails', ledger: 'small-works', rows: 26, sums: [{ field: 'length', series: g.series('guardrail_length') }],
      fields: ({ random, index }) => ({ kind: 'guardrail', place: `${random.pick(roads)}临水段${index + 1}`, builder: '示例镇建设公司' }),
    }),
    firms('solid-waste', 'solid_waste_agreements', 'solid-waste', '已签订'),
    firms('hazardous-waste', 'hazwaste_agreements', 'hazardous-waste', '已签订'),
    firms('eco-corrected', 'eco_rectified', 'corrected', '整改完成'),
    rowsSource(g, {
      name: 'eco-visits', ledger: 'eco-firm', rows: g.series('eco_steward_visits').totals,
      fields: ({ random }) => ({ kind: 'visit', firm: firmName(8000 + random.below(60)), result: random.pick(['正常', '提出建议', '指导整改']) }),
    }),
    rowsSource(g, {
      name: 'river-problems', ledger: 'river-problem', rows: g.invented('river-problems', 90).totals, grids: true,
      fields: ({ random, day, index }) => ({
        kind: random.pick(['litter', 'litter', 'litter', 'outlet', 'bank', 'building', 'colour', 'fishing']), source: random.pick(['village-chief', 'village-chief', 'town-chief', 'resident']), place: `示例${random.pick(['横江', '直塘江', '中心河', '浦东河'])}第${random.below(9) + 1}段`,
        turn: String(index), ...(day >= lately && random.unit() < 0.6 ? {} : { closed: earlier(addDays(day, index % 15 === 4 ? 34 : 2 + random.below(9)), storyEnd) }),
      }),
    }),
    rowsSource(g, {
      name: 'eco-inspection', ledger: 'inspection-problem', rows: g.series('eco_inspection_closed', 'once').totals,
      fields: ({ index, day }) => ({ problem: `示例督察问题${index + 1}`, list: 'environment', level: 'province', closed: day }),
    }),
  ]
}

/** Agreements renew with the same firms every half-year, so a firm's number within the half-year is its name. */
const firmStarts: Readonly<Record<string, number>> = { 'solid-waste': 8000, 'hazardous-waste': 8100, corrected: 8050 }

