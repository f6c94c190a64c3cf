import type { Span } from '../../../../core/ledger/entry.ts'
import type { Day } from '../../../../core/time/day.ts'
import { addDays, day } from '../../../../core/time/day.ts'
import { monthOf } from '../../../../core/time/month.ts'
import { aligned, rateAt, splitAim } from '../aims.ts'
import { apportion } from '../apportion.ts'
import { town, wutangnan } from '../../orgs.ts'
import { earlier, later } from '../calendar.ts'
import type { Ground } from '../ground.ts'
import { lately } from '../histories/days.ts'
import type { Source } from '../source.ts'
import { rowsSource, writeAmount } from '../source.ts'

/** Revenue, debt, law, discipline, and the progress of projects. */
export const government = (g: Ground): readonly Source[] => {
  const [local, upper] = splitAim(g.aim('fiscal_revenue_h1'), g.aim('general_budget_revenue_h1'), '财政总收入')
  const [upheld, changed] = splitAim(g.aim('admin_review_cases'), g.aim('admin_review_upheld'), '行政复议')
  const revenue = (name: string, level: string, rows: number, series: ReturnType<Ground['series']>): Source =>
    rowsSource(g, { name, ledger: 'fiscal-revenue', rows, sums: [{ field: 'amount', series }], fields: ({ random }) => ({ tax: random.pick(['vat', 'vat', 'income', 'personal', 'property', 'land', 'other']), level }) })
  const review = (name: string, rows: readonly number[], result: string): Source =>
    rowsSource(g, { name, ledger: 'admin-review', rows, orgs: ['pafz', 'zhzf'], fields: ({ index, half, day }) => ({ kind: 'ordinary', result, decided: day, document: `示例复${result === 'upheld' ? '' : '改'}〔${half.key.slice(0, 4)}〕${half.key.slice(4)}-${index + 1}号` }) })
  return [
    revenue('revenue-local', 'local', 150, g.seriesOf('revenue-local', local)),
    revenue('revenue-upper', 'upper', 90, g.seriesOf('revenue-upper', upper)),
    debts(g),
    review('reviews-upheld', g.seriesOf('reviews-upheld', upheld).totals, 'upheld'),
    review('reviews-changed', g.seriesOf('reviews-changed', changed).totals, 'changed'),
    rowsSource(g, { name: 'disclosure', ledger: 'disclosure-request', rows: g.series('info_requests').totals, orgs: ['dzb', 'czjs'], fields: ({ random, index, half, day }) => ({ request: `示例公开〔${half.key.slice(0, 4)}〕${half.key.slice(4)}-${index + 1}号`, subject: `示例：${random.pick(['征地补偿安置方案', '农村道路工程决算', '老旧小区改造计划'])}`, answered: day }) }),
    supervisions(g),
    suggestions(g),
    legacyProblems(g),
    rowsSource(g, {
      name: 'major-decisions', ledger: 'major-decision', rows: g.invented('major-decisions', 3).totals, orgs: [town],
      fields: ({ random, index }) => {
        const [kind, subject] = random.pick<readonly [string, string]>([['plan', '村庄规划修编'], ['works', '老旧小区改造方案'], ['policy', '积分兑换管理办法'], ['resource', '集体土地整理开发方案']])
        return { kind, subject: `示例：${subject}`, turn: String(index) }
      },
    }),
    rowsSource(g, { name: 'discipline-checks', ledger: 'discipline', rows: g.series('discipline_inspections').totals, fields: ({ random }) => ({ kind: 'check', subject: random.pick(['作风纪律', '工程建设', '村级财务', '值班值守']) }) }),
    rowsSource(g, { name: 'discipline-handlings', ledger: 'discipline', rows: g.series('people_disciplined').totals, fields: ({ random }) => ({ kind: 'handling', subject: random.pick(['提醒谈话', '批评教育', '诫勉']) }) }),
    progress(g, 'market', 'xinpu_market_progress', '330282112001', day('2022-10-10')),
    progress(g, 'resettlement', 'wutangnan_progress', wutangnan, day('2022-03-15')),
  ]
}

/** Suggestions handed out at the sessions of the congress and between them. */
const suggestions = (g: Ground): Source =>
  rowsSource(g, {
    name: 'suggestions', ledger: 'deputy-suggestion', rows: g.invented('suggestions', 22).totals, season: [1, 3, 2, 0.4, 0.3, 0.3, 1, 2, 1, 0.6, 0.5, 0.5],
    fields: ({ random, index, half }) => {
      const kind = random.pick(['suggestion', 'suggestion', 'suggestion', 'proposal'])
      return { number: `示例${kind === 'proposal' ? '提' : '建'}〔${half.key.slice(0, 4)}〕${half.key.slice(4)}-${index + 1}号`, subject: `示例：关于${random.pick(['改造村内道路照明', '增设校门口停车位', '疏浚村级河道', '增加老年食堂网点', '整治沿街占道经营', '增加托育服务'])}的建议`, kind, signers: String(1 + random.below(9)), turn: String(index) }
    },
  })

/** Old problems taken up by leaders. */
const legacyProblems = (g: Ground): Source =>
  rowsSource(g, {
    name: 'legacy-problems', ledger: 'legacy-problem', rows: g.invented('legacy-problems', 6).totals,
    fields: ({ random, index }) => {
      const [kind, problem] = random.pick<readonly [string, string]>([['house', '安置房权证未办'], ['land', '早年征地补偿未结清'], ['debt', '村级工程款拖欠'], ['project', '厂房项目停建'], ['other', '老旧供水管网权属不清']])
      return { kind, problem: `示例：${problem}`, since: String(1998 + random.below(18)), turn: String(index) }
    },
  })

/** Items raised from meetings, instructions and reports, in the year's one series of numbers. */
const supervisions = (g: Ground): Source => {
  const { totals } = g.invented('supervisions', 9)
  return rowsSource(g, {
    name: 'supervisions', ledger: 'supervision-item', rows: totals, orgs: ['nync', 'czjs', 'sthj', 'shsw', 'jjfz'],
    fields: ({ random, index, half, day, until }) => {
      const year = half.key.slice(0, 4)
      const before = half.key.endsWith('H2') ? (totals[g.halves.findIndex(({ key }) => key === `${year}H1`)] ?? 0) : 0
      const content = `示例：落实${random.pick(['农房风貌整治', '河道清淤', '安全生产大检查', '民生实事进度', '秋收秋种', '企业服务'])}有关要求`
      return { day, number: `督〔${year}〕${before + index + 1}号`, source: random.pick(['meeting', 'meeting', 'instruction', 'report', 'superior']), content, ...(day >= lately ? {} : { closed: later(day, earlier(addDays(day, 15 + random.below(12)), until)) }) }
    },
  })
}

/** A source of a fixed list of spans: those begun before the story are in the opening. */
const listed = (g: Ground, ledger: string, spans: readonly Span[]): Source => ({
  ledger,
  opening: () => spans.filter((span) => (span.from ?? g.from) < g.from),
  month: (month) => spans.filter((span) => span.from !== null && span.from >= g.from && span.from <= g.to && monthOf(span.from) === month),
})

/**
 * Debts with the day they fall due: what was owed at the turn of the year, what of it is cleared by the end of
 * June 2023, what had been cleared in the two years before.
 */
const debts = (g: Ground): Source => {
  const [before, after] = aligned(g.aim('debt_before'), g.aim('debt_after'))
  const draw = g.random.fork('debts')
  const stays = Math.min(before.now, after.now)
  const item = (from: Day, to: Day | null, name: string) => (units: number, at: number): Span => ({
    from: addDays(from, draw.below(300)), to,
    fields: { org: ['czgl', 'czjs', 'jjfz'][at % 3] ?? 'czgl', creditor: `示例金融机构${name}${at + 1}`, amount: writeAmount(units * g.scale, before.decimals), purpose: ['基础设施', '安置房建设', '园区开发'][at % 3] ?? '' },
  })
  const due = (year: number, at: number, of: number): Day => addDays(day(`${year}-01-09`), Math.floor((at * 165) / Math.max(1, of)))
  const cleared = apportion(before.now - stays, before.now === stays ? 0 : 9, draw)
  const earlier = apportion(Math.round(before.now * 0.22), before.now === 0 ? 0 : 6, draw)
  const spans = [
    ...apportion(stays, stays === 0 ? 0 : 6, draw).map(item(day('2017-02-01'), null, '甲')),
    ...cleared.map((units, at) => item(day('2016-03-01'), due(2023, at, cleared.length), '乙')(units, at)),
    ...earlier.map((units, at) => item(day('2015-03-01'), due(at < 3 ? 2021 : 2022, at % 3, 3), '丙')(units, at)),
    ...apportion(after.now - stays, after.now === stays ? 0 : 5, draw).map((units, at): Span => ({ ...item(day('2023-01-01'), null, '丁')(units, at), from: due(2023, at, 5) })),
  ]
  return listed(g, 'debt-item', spans.filter((span) => span.fields['amount'] !== '0'))
}

/** Sub-works planned at once and accepted one after another, reaching the printed progress at the end of June 2023. */
const progress = (g: Ground, project: string, id: string, org: string, planned: Day): Source => {
  const draw = g.random.fork(`progress/${project}`)
  const weights = apportion(1000, 10, draw)
  const done = Math.round(Number(rateAt(g.targets, id)) * 10)
  const span = (at: number, state: string, from: Day, units: number): Span => ({ from, to: null, fields: { org, project, item: `示例分项${at + 1}`, state, weight: writeAmount(units * g.scale, 1) } })
  const spans = weights.map((units, at) => span(at, 'planned', planned, units))
  let left = done
  weights.forEach((units, at) => {
    const accepted = Math.min(units, left)
    if (accepted > 0) spans.push(span(at, 'accepted', addDays(planned, 30 + Math.floor((at * (project === 'market' ? 220 : 420)) / weights.length)), accepted))
    if (accepted < units) spans.push(span(at, 'accepted', addDays(day('2023-07-10'), at * 9), Math.ceil((units - accepted) * 0.7)))
    left -= accepted
  })
  return listed(g, 'work-item', spans)
}
