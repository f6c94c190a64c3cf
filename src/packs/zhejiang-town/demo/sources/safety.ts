import { contradiction, rateAt } from '../aims.ts'
import { earlier } from '../calendar.ts'
import { addDays, day as dayOf } from '../../../../core/time/day.ts'
import type { Ground, Series } from '../ground.ts'
import { openFrom } from '../histories/days.ts'
import { firmName, personName } from '../invented.ts'
import { partOf } from '../ratio.ts'
import type { Row, Source } from '../source.ts'
import { rowsSource } from '../source.ts'

const placeKinds = ['工业企业', '出租房', '高层建筑', '娱乐场所', '沿街店铺', '养老机构', '特殊群体住所', '学校与幼儿园', '餐饮场所', '宾馆旅店', '仓储物流', '农贸市场', '医疗机构', '充电场所']

/** Inspections, hazards, penalties, smart fire, certificates. */
export const safety = (g: Ground): readonly Source[] => {
  const gas = g.aim('gas_restaurants').now
  const rate = rateAt(g.targets, 'smart_fire_coverage')
  const devices = g.aim('smart_fire_devices').now
  const kinds = g.aim('smart_fire_places').now
  if (kinds > devices) contradiction('场所类别多于设备', 'more kinds of places than devices')
  if (gas > 0 && Number(rate) === 0) contradiction('用气餐饮店已覆盖而覆盖率为零', 'restaurants are covered but the coverage is zero')
  const places = partOf(rate, Math.max(Math.round(devices / 5.7), Math.ceil((gas * 100) / Math.max(0.1, Number(rate))) + 60), 1)
  const names = Array.from({ length: kinds }, (_, at) => placeKinds[at] ?? `其他场所${at - placeKinds.length + 1}`)
  const nameAt = (at: number): string => names[at % Math.max(1, names.length)] ?? '其他场所'
  const restaurants = g.joining('gas-restaurants', gas, 0.72)
  const covered = g.joining('places-covered', places.part - gas, 0.35)
  const bare = g.joining('places-bare', places.whole - places.part, 0.8)
  const connected = g.joining('fire-devices', devices, 0.22, kinds)
  const check = (name: string, id: string, kind: string): Source =>
    rowsSource(g, { name, ledger: 'inspection', rows: g.series(id).totals, fields: ({ random }) => ({ kind, object: firmName(9000 + random.below(600)), result: random.pick(['未发现问题', '责令改正', '当场整改']) }) })
  const posts = (kind: string, total: number, first: number): Source => {
    const joining = g.joining(`posts-${kind}`, total, 0.7)
    return rowsSource(g, {
      name: `posts-${kind}`, ledger: 'safety-certificate', rows: joining.joins, opening: joining.opening,
      fields: ({ random }) => ({ kind, person: personName(random), firm: firmName(first + random.below(60)), certified: true, certificate: `示例证${random.below(900_000) + 100_000}` }),
    })
  }
  return [
    check('inspections', 'safety_inspections', 'safety'),
    check('joint', 'joint_inspections', 'joint'),
    check('double-random', 'double_random', 'double-random'),
    rowsSource(g, {
      name: 'hazards', ledger: 'hazard', rows: g.series('hazards_found').totals, grids: true,
      fields: ({ random, day, until }) => ({ field: random.pick(['trade', 'trade', 'fire', 'fire', 'chemical', 'flood']), place: `示例路${random.below(400) + 1}号`, level: random.unit() < 0.02 ? 'major' : 'general', closed: earlier(addDays(day, 1 + random.below(15)), until) }),
    }),
    ...penalties(g),
    rowsSource(g, { name: 'gas-restaurants', ledger: 'safety-place', rows: restaurants.joins, opening: restaurants.opening, fields: ({ random }) => ({ name: `示例餐饮店${random.below(9000) + 1000}`, kind: '餐饮场所', covered: true, gas: true, alarm_installed: true, alarm_online: true }) }),
    rowsSource(g, { name: 'places-covered', ledger: 'safety-place', rows: covered.joins, opening: covered.opening, grids: true, fields: ({ random }) => ({ name: `示例场所${random.below(90_000) + 10_000}`, kind: nameAt(random.below(kinds)), covered: true, gas: false }) }),
    rowsSource(g, { name: 'places-bare', ledger: 'safety-place', rows: bare.joins, opening: bare.opening, fields: ({ random }) => ({ name: `示例场所${random.below(90_000) + 10_000}`, kind: nameAt(random.below(kinds)), covered: false, gas: false }) }),
    rowsSource(g, {
      name: 'fire-devices', ledger: 'fire-device', rows: connected.joins, opening: connected.opening, since: dayOf('2018-05-01'), grids: true,
      fields: ({ random, index, half }) => ({ device: index >= 1_000_000 ? `示例设备${index - 999_999}` : `示例设备${half.key}-${index + 1}`, place_kind: nameAt(index), kind: random.pick(['smoke', 'smoke', 'smoke', 'power', 'gas', 'water']) }),
    }),
    rowsSource(g, {
      name: 'trainees', ledger: 'safety-certificate', rows: g.series('safety_trainees').totals,
      fields: ({ random, index, half }) => ({ kind: 'trainee', person: personName(random), firm: firmName(9000 + random.below(900)), certified: true, certificate: `示例培${half.key}-${index + 1}` }),
    }),
    posts('principal', 64, 9700),
    posts('manager', 118, 9700),
    posts('operator', 236, 9700),
  ]
}

/** Cases by the day they were decided, a few without a penalty, and those filed lately that are under way. */
const penalties = (g: Ground): readonly Source[] => {
  const party = ({ random }: Row): string => firmName(9000 + random.below(600))
  const decided = (name: string, rows: number | readonly number[], fines: Series, kinds: readonly [string, ...string[]], sign: string): Source =>
    rowsSource(g, {
      name, ledger: 'penalty-case', rows, sums: [{ field: 'fine', series: fines }],
      fields: (row) => ({ kind: row.random.pick(kinds), party: party(row), ...(row.day >= openFrom && row.random.unit() < 0.5 ? {} : { decided: row.day }), document: `示例罚${sign}〔${row.half.key.slice(0, 4)}〕${row.half.key.slice(4)}-${row.index + 1}号`, turn: String(row.index) }),
    })
  return [
    decided('penalties', g.series('fire_gas_cases').totals, g.series('fines_total'), ['fire', 'fire', 'gas'], ''),
    decided('penalties-other', 30, g.invented('penalties-other', 90_000), ['other'], '他'),
    rowsSource(g, { name: 'penalties-dropped', ledger: 'penalty-case', rows: g.invented('penalties-dropped', 5).totals, fields: (row) => ({ kind: row.random.pick(['fire', 'gas', 'other']), party: party(row), dropped: row.day, turn: String(row.index) }) }),
  ]
}
