import { exportReport, readReport, sealEdition } from '../../api/report.ts'
import { mayUse } from '../../core/access/policy.ts'
import { boundMeasures } from '../../core/report/runs.ts'
import { lint } from '../../core/report/lint.ts'
import { toldOf } from '../../core/report/print.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { sameLastYear, titleOf } from '../../core/time/period.ts'
import { figureScope, readFigures } from '../../store/figures.ts'
import { movedPins } from '../../store/moved-pins.ts'
import { namesOf } from '../../store/people.ts'
import { findEditions, findReport, findReportById, sealing } from '../../store/reports.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { orgRef } from '../org-ref.ts'
import { presentEditionRef } from '../present-edition.ts'
import { presentFigure } from '../present-figure.ts'
import type { ScopeWords } from '../read-scope.ts'
import { readScope } from '../read-scope.ts'
import { reportFile, toldBy } from '../report-docx.ts'
import { actorOf } from '../posts.ts'

/** The living report of a period with every figure it binds. */
const loadReport = async (ask: Ask<ScopeWords>, reader: Reader) => {
  const at = await readScope(ask.input, ask, reader)
  if (isRefusal(at)) return at
  const report = await findReport(reader, ask.town.schema, at.period.key)
  if (report === undefined) return refuse('not-found', { what: titleOf(at.period).zh })
  const scope = await figureScope(reader, ask.town.schema, ask.book, { ...at, org: report.org, measures: boundMeasures(report.document) })
  return { at, report, scope, figures: await readFigures(reader, scope) }
}

export const readReportEndpoint = endpoint({
  route: readReport,
  load: async (ask, reader) => {
    const seen = await loadReport(ask, reader)
    if (isRefusal(seen)) return seen
    const editions = await findEditions(reader, ask.town.schema, { report: seen.report.id })
    const before = await findReport(reader, ask.town.schema, sameLastYear(seen.at.period).key)
    const sealed = before === undefined ? undefined : (await findEditions(reader, ask.town.schema, { report: before.id })).at(-1)
    const lastYear = new Map(sealed?.pins.figures.map((pin) => [pin.measure, pin.value]))
    return { ...seen, editions, lastYear, nameOf: await namesOf(reader, ask.town.schema, editions.map((edition) => edition.person)) }
  },
  present: ({ at, report, scope, figures, editions, lastYear, nameOf }, { book, caller }) => ({
    entry: report.id,
    version: report.version,
    title: report.title,
    period: report.period,
    periodTitle: titleOf(at.period),
    asOf: at.asOf,
    head: book.head,
    document: report.document,
    figures: figures.flatMap((figure) => {
      const measure = scope.measures.get(figure.measure)
      return measure === undefined ? [] : [presentFigure(figure, measure, scope.tree)]
    }),
    findings: [...lint(report.document, { figures: new Map(figures.map((figure) => [figure.measure, figure])), measures: scope.measures, lastYear })],
    editions: editions.map((edition) => presentEditionRef(edition, nameOf)),
    can: { [sealEdition.verb]: mayUse(caller.posts, sealEdition.verb), [exportReport.verb]: mayUse(caller.posts, exportReport.verb) },
  }),
})

export const exportReportEndpoint = endpoint({
  route: exportReport,
  load: (ask, reader) => loadReport(ask, reader),
  present: ({ report, scope, figures }, { house }) =>
    reportFile({ document: report.document, told: toldBy(figures, toldOf), measures: scope.measures, period: report.period, org: orgRef(scope.tree, report.org).zh, demo: house.demo !== undefined }),
})

/** A report without errors is sealed as it stands: figures, their rows and the journal head pinned, once for each state of the book. */
export const sealEditionEndpoint = endpoint({
  route: sealEdition,
  load: async (ask, reader) => {
    const { town, book, input, caller, today } = ask
    const report = await findReportById(reader, town.schema, input.report)
    if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
    if (report.version !== input.saw) return refuse('report-changed', { version: report.version, saw: input.saw })
    const seen = await loadReport({ ...ask, input: { period: report.period } }, reader)
    if (isRefusal(seen)) return seen
    const errors = lint(report.document, { figures: new Map(seen.figures.map((figure) => [figure.measure, figure])), measures: seen.scope.measures }).filter((finding) => finding.severity === 'error')
    if (errors.length > 0) return refuse('report-not-clean', { count: errors.length })
    const editions = await findEditions(reader, town.schema, { report: report.id })
    const last = editions.at(-1)
    if (last !== undefined && JSON.stringify(last.document) === JSON.stringify(report.document) && (await movedPins(reader, town.schema, book, last.pins)).length === 0) return refuse('edition-exists', { edition: last.number })
    return sealing(reader, town.schema, book, report, editions.length + 1, today, actorOf(caller, sealEdition.verb))
  },
  decide: (set) => set,
  present: async (_, { town }, { id }) => {
    const [edition] = await findEditions(town.db.pool, town.schema, { edition: id })
    if (edition === undefined) throw new Error(`edition ${id} was sealed and is not there`)
    return presentEditionRef(edition, await namesOf(town.db.pool, town.schema, [edition.person]))
  },
})
