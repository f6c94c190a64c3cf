import type { Span } from '../../../../core/ledger/entry.ts'
import { addDays, day as dayOf, daysBetween } from '../../../../core/time/day.ts'
import type { Month } from '../../../../core/time/month.ts'
import { villageCodes } from '../../orgs.ts'
import { contradiction, rateAt } from '../aims.ts'
import { daysIn, earlier } from '../calendar.ts'
import type { Ground } from '../ground.ts'
import { personName, phoneNumber } from '../invented.ts'
import { partIn } from '../ratio.ts'
import { lately, openFrom, storyEnd } from '../histories/days.ts'
import type { Source } from '../source.ts'
import { rowsSource, villageSizes } from '../source.ts'

const roads = ['示例路', '示例横路', '示例塘路', '示例浦路', '示例中心大道', '示例公路'] as const

/** Checks from door to door, points, traffic, petitions. */
export const order = (g: Ground): readonly Source[] => {
  const accounts = g.joining('points-accounts', g.aim('qunzhifen_activated').now, 0.12)
  const traffic = (name: string, rows: readonly number[], kind: string): Source =>
    rowsSource(g, { name, ledger: 'traffic-case', rows, grids: true, fields: ({ random }) => ({ kind, road: `${random.pick(roads)}${random.below(60) + 1}段` }) })
  return [
    baseChecks(g),
    rowsSource(g, {
      name: 'points-accounts', ledger: 'points-account', rows: accounts.joins, opening: accounts.opening, since: dayOf('2019-09-01'), grids: true,
      fields: ({ random, index, half }) => ({ account: index >= 1_000_000 ? `示例户头${index - 999_999}` : `示例户头${half.key}-${index + 1}`, person: personName(random), phone: phoneNumber(random) }),
    }),
    rowsSource(g, {
      name: 'points', ledger: 'points-grant', rows: 420, grids: true, sums: [{ field: 'points', series: g.series('qunzhifen_points') }],
      fields: ({ random, amounts }) => ({ activity: random.pick(['示例志愿服务', '示例隐患随手拍', '示例垃圾分类', '示例平安巡防']), people: String(1 + Math.floor((amounts[0] ?? 0) / (40 + random.below(60)))) }),
    }),
    traffic('drink-driving', g.series('drink_driving').totals, 'drink-driving'),
    traffic('parking', g.series('illegal_parking').totals, 'parking'),
    traffic('e-bikes', g.series('ebike_violations').totals, 'e-bike'),
    traffic('trucks', g.series('truck_bans').totals, 'truck-ban'),
    traffic('traffic-other', g.invented('traffic-other', 60).totals, 'other'),
    rowsSource(g, {
      name: 'petitions', ledger: 'petition', rows: g.invented('petitions', 130).totals,
      fields: ({ random, day, half }) => {
        const accepted = addDays(day, -random.below(Math.min(50, daysBetween(half.first, day) + 1)))
        const open = day >= openFrom && random.unit() < 0.6
        return { kind: random.pick(['letter', 'visit', 'online', 'online']), level: random.pick(['town', 'town', 'county', 'city']), matter: random.pick(['土地', '环境', '邻里', '劳资', '公共服务']), ...(open ? { day } : { day: accepted, closed: day }) }
      },
    }),
    rowsSource(g, {
      name: 'petition-backlog', ledger: 'petition', rows: g.series('petition_backlog_resolved').totals,
      fields: ({ random, day }) => ({ kind: 'backlog', level: 'province', matter: '积案', day: addDays(day, -(300 + random.below(500))), closed: day }),
    }),
    rowsSource(g, {
      name: 'petition-backlog-town', ledger: 'petition', rows: g.invented('petition-backlog-town', 5).totals,
      fields: ({ random, day }) => ({ kind: 'backlog', level: 'county', matter: '积案', day: addDays(day, -(200 + random.below(400))), closed: day }),
    }),
    rowsSource(g, {
      name: 'hotline', ledger: 'hotline-order', rows: g.invented('hotline', 240).totals,
      fields: ({ random, day, index, half }) => {
        const open = day >= lately && random.unit() < 0.3
        return { day, number: `RX${half.key}-${index + 1}`, kind: open ? 'complain' : random.pick(['consult', 'help', 'help', 'complain']), content: `示例：${random.pick(['路灯不亮', '垃圾未及时清运', '夜间施工噪声', '医保如何报销', '道路积水'])}`, ...(open ? {} : { closed: earlier(addDays(day, 1 + random.below(6)), storyEnd) }) }
      },
    }),
    rowsSource(g, { name: 'religion', ledger: 'religion-case', rows: g.series('religion_cases').totals, fields: ({ index, half }) => ({ document: `示例文〔${half.key.slice(0, 4)}〕${half.key.slice(4)}-${index + 1}号`, outcome: 'stopped' }) }),
    ...counter(g),
  ]
}

/** Two rounds a half-year through every village; what is listed is checked. */
const baseChecks = (g: Ground): Source => {
  const lists = [['resident', 480], ['migrant', 300], ['rental', 26]] as const
  return {
    ledger: 'base-check',
    opening: () => [],
    month: (month: Month): readonly Span[] => {
      const half = g.halves.find((each) => each.months.includes(month))
      if (half === undefined || ![1, 4].includes(half.months.indexOf(month))) return []
      const draw = g.random.fork(`base-check/${month}`)
      const { working } = daysIn(month, g.from, g.to)
      return lists.flatMap(([kind, size]) =>
        villageCodes.map((org, at): Span => {
          const listed = String(Math.round(size * (villageSizes[at] ?? 1) * draw.between(0.9, 1.1)))
          return { from: null, to: null, fields: { day: working[draw.below(working.length)] ?? half.first, org, kind, listed, checked: listed } }
        }),
      )
    },
  }
}

/** Service cases; the share taken online comes out as printed. */
const counter = (g: Ground): readonly Source[] => {
  const { totals } = g.series('service_cases')
  const rate = rateAt(g.targets, 'online_rate')
  const online = totals.map((total, at) => {
    if (g.halves[at]?.key === '2023H1') return partIn(rate, total, 1) ?? contradiction('办件太少，得不出一网通办率', 'too few service cases for the online rate')
    return Math.round(total * Math.min(1, (Number(rate) / 100) * (0.86 + 0.03 * at)))
  })
  const cases = (name: string, rows: readonly number[], channel: string): Source =>
    rowsSource(g, {
      name, ledger: 'service-case', rows,
      fields: ({ random, day, until }) => {
        const took = random.below(24)
        const closed = addDays(day, Math.max(0, took - 20))
        const open = took === 23 && day >= '2023-10-30'
        return { item: random.pick(['示例社保登记', '示例医保报销', '示例户籍证明', '示例优待证办理', '示例老年证办理', '示例经营登记', '示例生育登记', '示例农机补贴申请']), channel, ...(open ? {} : { closed: closed < until ? closed : until }) }
      },
    })
  return [cases('cases-online', online, 'online'), cases('cases-counter', totals.map((total, at) => total - (online[at] ?? 0)), 'counter')]
}

