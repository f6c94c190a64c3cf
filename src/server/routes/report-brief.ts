import type { MoveOut } from '../../api/brief.ts'
import { briefReport } from '../../api/brief.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { headlineMeasures } from '../../core/report/brief.ts'
import type { Contributor } from '../../core/report/brief.ts'
import { timeProgress, yearToDate } from '../../core/report/indicator-table.ts'
import type { Move } from '../../core/report/largest-moves.ts'
import { largestMoves } from '../../core/report/largest-moves.ts'
import type { Decimal } from '../../core/quantity/decimal.ts'
import { round } from '../../core/quantity/decimal.ts'
import { printQuantity } from '../../core/quantity/wording.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { titleOf } from '../../core/time/period.ts'
import type { FigureScope } from '../../store/figures.ts'
import { readFigures } from '../../store/figures.ts'
import { lastYearScope, readContributors } from '../../store/moves.ts'
import { namesOf } from '../../store/people.ts'
import { findTargets } from '../../store/targets.ts'
import type { Trace } from '../../store/trace.ts'
import { readTrace } from '../../store/trace.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { loadReport } from '../load-report.ts'
import { orgName } from '../org-ref.ts'
import { presentFigure } from '../present-figure.ts'
import { presentTraceRow } from '../present-trace.ts'
import { rightsIn } from './entry-read.ts'

/** What one office adds is told this many decimals finer than the figure. */
const finer = 2

/** A figure of fewer rows moves by chance. */
const leastRows = 5
const most = { headline: 8, moves: 5, orgs: 3, rows: 3 }

export const briefReportEndpoint = endpoint({
  route: briefReport,
  load: async (ask, reader) => {
    const seen = await loadReport(ask, reader)
    if (isRefusal(seen)) return seen
    const { scope, figures } = seen
    const before = await readFigures(reader, lastYearScope(scope))
    const { period, org, asOf } = scope.query
    const soFar = yearToDate(period)
    const reached = soFar.key === period.key ? figures : await readFigures(reader, { ...scope, query: { ...scope.query, period: soFar } })
    const ground = {
      measures: scope.measures,
      baseRows: new Map(before.map((figure) => [figure.measure, figure.rows])),
      reached: new Map(reached.map((figure) => [figure.measure, figure])),
      targets: await findTargets(reader, ask.town.schema, ask.book, { year: period.to.slice(0, 4), org, asOf }),
      time: timeProgress(scope.query.cutoff),
    }
    const moves = largestMoves(figures, ground, { least: leastRows, most: most.moves })
    const told: Told[] = []
    for (const move of moves) told.push(await loadMove(ask, reader, scope, move))
    return { ...seen, moves: told, nameOf: await namesOf(reader, ask.town.schema, told.flatMap(({ trace }) => trace.rows.map((row) => row.person))) }
  },
  present: ({ at, report, scope, figures, moves, nameOf }, ask) => {
    const first = headlineMeasures(report.document.blocks, most.headline)
    const shown = (amount: Decimal, { figure }: Move): Decimal => round(amount, (scope.measures.get(figure.measure)?.display.decimals ?? 2) + finer)
    const present = (figure: (typeof figures)[number]) => {
      const measure = scope.measures.get(figure.measure)
      return measure === undefined ? [] : [presentFigure(figure, measure, scope.tree)]
    }
    return {
      title: report.title,
      period: report.period,
      periodTitle: titleOf(at.period),
      asOf: at.asOf,
      headline: first.flatMap((key) => figures.filter((figure) => figure.measure === key).flatMap(present)),
      moves: moves.flatMap(({ move, orgs, trace, rowsOf }) =>
        present(move.figure).map((figure): MoveOut => ({
          figure,
          verdict: move.verdict,
          why: whyOf(move, scope.measures.get(move.figure.measure)),
          orgs: orgs.map(({ org, now, before }) => ({ org: orgName(scope.tree, org), now: shown(now, move), before: shown(before, move) })),
          rows: trace.rows.flatMap((row) => {
            const ledger = ask.book.declared.ledgers.get(row.ledger)
            return ledger === undefined ? [] : [presentTraceRow(row, ledger, rightsIn(ledger, ask), scope.tree, nameOf)]
          }),
          rowsOf,
          withheldRows: trace.withheldRows,
        })),
      ),
      leastRows,
    }
  },
})

type Told = { readonly move: Move; readonly orgs: readonly Contributor[]; readonly trace: Trace; readonly rowsOf: string }

/** Who moved a figure, and the largest entries: of now where it rose, of a year before where it fell. */
const loadMove = async (ask: Ask<unknown>, reader: Reader, scope: FigureScope, move: Move): Promise<Told> => {
  const { figure } = move
  const fell = move.why.kind === 'change' && move.direction === 'down'
  const behind = fell ? lastYearScope(scope) : scope
  const [then] = fell ? await readFigures(reader, { ...behind, query: { ...behind.query, measures: [figure.measure] } }) : [figure]
  return {
    move,
    orgs: await readContributors(reader, scope, figure, move.direction, most.orgs),
    trace: await readTrace(reader, behind, then ?? figure, { offset: 0, limit: most.rows, right: (ledger) => rightsIn(ledger, ask).read, order: 'amount' }),
    rowsOf: behind.query.period.key,
  }
}

/** Why a move is told, its target as the measure prints it. */
const whyOf = ({ why }: Move, measure: Measure | undefined): MoveOut['why'] => (why.kind !== 'behind' ? why : { ...why, target: measure === undefined ? why.target : printQuantity(why.target, { ...measure.display, wording: undefined }).text })
