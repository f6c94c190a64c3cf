import { createReport, exportReport, listReports, moveReport, openReport, readReport, renameReport, sealEdition, tellReport } from '../../api/report.ts'
import { createFreeze } from '../../api/freeze.ts'
import { createSection } from '../../api/section.ts'
import { mayUse } from '../../core/access/policy.ts'
import { touchedBy } from '../../core/measure/touched.ts'
import { lint, lintFigureOf } from '../../core/report/lint.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { freezeProblem, isWriting, movesFrom } from '../../core/report/state.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { period, sameLastYear, titleOf } from '../../core/time/period.ts'
import type { Change } from '../../core/ledger/change.ts'
import { changedLedgers } from '../../store/changed-ledgers.ts'
import { findFreeze } from '../../store/freezes.ts'
import { hashAt } from '../../store/head-hash.ts'
import { movedPins } from '../../store/moved-pins.ts'
import { namesOf } from '../../store/people.ts'
import { findEditions, findReport, listReports as findReports, pinsOf, sealing } from '../../store/reports.ts'
import { tellMeasures } from '../../store/tell-report.ts'
import { endpoint } from '../endpoint.ts'
import { loadReport, loadSeen } from '../load-report.ts'
import { loadTemplate } from '../load-template.ts'
import { orgRef } from '../org-ref.ts'
import { presentEditionRef } from '../present-edition.ts'
import { presentFigure } from '../present-figure.ts'
import { presentFreeze, presentSections, presentTold } from '../present-report.ts'
import { fieldProblem, readScope } from '../read-scope.ts'
import { reportErrors } from '../report-errors.ts'
import { reportFile } from '../report-docx.ts'

export const readReportEndpoint = endpoint({
  route: readReport,
  load: async (ask, reader) => {
    const seen = await loadReport(ask, reader)
    if (isRefusal(seen)) return seen
    const { town, book } = ask
    const editions = await findEditions(reader, town.schema, { report: seen.report.id })
    const before = await findReport(reader, town.schema, book, sameLastYear(seen.at.period).key)
    const sealed = before === undefined ? undefined : (await findEditions(reader, town.schema, { report: before.id })).at(-1)
    const lastYear = new Map(sealed?.pins.figures.map((pin) => [pin.measure, pin.value]))
    const moved = seen.freeze === undefined ? [] : await movedPins(reader, town.schema, book, seen.freeze.pins)
    return { ...seen, editions, lastYear, moved, nameOf: await namesOf(reader, town.schema, [...editions.map((edition) => edition.person), seen.freeze?.person ?? null, seen.freeze?.asker ?? null]) }
  },
  present: ({ at, report, freeze, moved, scope, figures, told, editions, lastYear, nameOf }, { book, caller, today }) => ({
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
    told: presentTold(told),
    findings: [...lint(report.document, { figures: new Map(figures.map((figure) => [figure.measure, lintFigureOf(figure)])), told, measures: scope.measures, lastYear })],
    editions: editions.map((edition) => presentEditionRef(edition, nameOf)),
    org: report.org,
    state: report.state,
    moves: mayUse(caller.posts, moveReport.verb) ? [...movesFrom(report.state)] : [],
    previous: report.previous,
    sections: presentSections(report, book.treeAt(today), caller),
    freeze: presentFreeze(freeze, moved, book.declared.measures, caller, nameOf),
    can: Object.fromEntries([
      ...[sealEdition, exportReport].map(({ verb }) => [verb, mayUse(caller.posts, verb)] as const),
      [openReport.verb, report.sections.length === 0 && isWriting(report.state) && mayUse(caller.posts, openReport.verb)],
      [createFreeze.verb, freezeProblem(report.state) === undefined && mayUse(caller.posts, createFreeze.verb)],
      [createSection.verb, report.sections.length > 0 && isWriting(report.state) && mayUse(caller.posts, createSection.verb)],
      [renameReport.verb, isWriting(report.state) && mayUse(caller.posts, renameReport.verb)],
    ]),
  }),
})

export const tellReportEndpoint = endpoint({
  route: tellReport,
  load: async (ask, reader) => {
    const at = await readScope(ask.input, ask, reader)
    if (isRefusal(at)) return at
    const keys = [...new Set(ask.input.measures.split(',').map((key) => key.trim()).filter((key) => key !== ''))]
    const unknown = keys.find((key) => !ask.book.declared.measures.has(key))
    if (unknown !== undefined) return fieldProblem('measures', 'not-found', { what: unknown })
    const report = await findReport(reader, ask.town.schema, ask.book, at.period.key)
    const freeze = report === undefined ? undefined : await findFreeze(reader, ask.town.schema, report.id)
    const asOf = ask.input.asOf === undefined && freeze !== undefined ? freeze.pins.asOf : at.asOf
    const { since } = ask.input
    const asked = since === undefined ? keys : touchedBy(await changedLedgers(reader, ask.town.schema, since), keys, ask.book.declared)
    return { asOf, ...(await tellMeasures(reader, ask.town.schema, ask.book, asked, { ...at, org: report?.org ?? at.org, asOf })) }
  },
  present: ({ asOf, scope, figures, told }) => ({ asOf, figures: figures.flatMap((figure) => (scope.measures.has(figure.measure) ? [presentFigure(figure, scope.measures.get(figure.measure) as Measure, scope.tree)] : [])), told: presentTold(told) }),
})

export const exportReportEndpoint = endpoint({
  route: exportReport,
  load: async (ask, reader) => {
    const [seen, template] = [await loadReport(ask, reader), await loadTemplate(ask, reader)]
    if (isRefusal(seen)) return seen
    return isRefusal(template) ? template : { ...seen, template }
  },
  present: ({ at, report, freeze, scope, told, template }, { house, town, book }) =>
    reportFile({ template, taken: { town: town.code, report: report.id, journal: freeze?.pins.asOf ?? book.head, figures: at.asOf }, document: report.document, told, measures: scope.measures, period: report.period, org: orgRef(scope.tree, report.org).zh, demo: house.demo !== undefined }),
})

/**
 * A report without errors is sealed as it stands: figures, their rows and the journal head pinned, once for each state of the book. A frozen
 * one is sealed with its frozen figures, and is thereby sent.
 */
export const sealEditionEndpoint = endpoint({
  route: sealEdition,
  load: async (ask, reader) => {
    const { town, book, today } = ask
    const seen = await loadSeen(ask, reader)
    if (isRefusal(seen)) return seen
    const { report, freeze } = seen
    if (report.state === 'archived') return refuse('report-state', { state: report.state })
    const errors = await reportErrors(ask, reader, report)
    if (isRefusal(errors)) return errors
    if (errors > 0) return refuse('report-not-clean', { count: errors })
    const editions = await findEditions(reader, town.schema, { report: report.id })
    const last = editions.at(-1)
    const asOf = freeze?.pins.asOf ?? book.head
    if (last !== undefined && JSON.stringify(last.document) === JSON.stringify(report.document) && (freeze === undefined ? (await movedPins(reader, town.schema, book, last.pins)).length === 0 : last.pins.asOf === asOf)) return refuse('edition-exists', { edition: last.number })
    const pins = freeze?.pins ?? (await pinsOf(reader, town.schema, book, report, asOf))
    const head = { number: asOf, hash: asOf === book.head ? book.hash : await hashAt(reader, town.schema, asOf) }
    const sealed = sealing(report, pins, head, editions.length + 1, today)
    const sent: readonly Change[] = report.state === 'frozen' ? [{ act: 'correct', verb: sealEdition.verb, ledger: 'report', entry: report.id, saw: report.version, set: { state: 'sent' } }] : []
    return [sealed, ...sent]
  },
  decide: (changes) => ({ changes }),
  present: async (_, { town }, { id }) => {
    const [edition] = await findEditions(town.db.pool, town.schema, { edition: id })
    if (edition === undefined) throw new Error(`edition ${id} was sealed and is not there`)
    return presentEditionRef(edition, await namesOf(town.db.pool, town.schema, [edition.person]))
  },
})

export const listReportsEndpoint = endpoint({
  route: listReports,
  load: (ask, reader) => findReports(reader, ask.town.schema),
  present: (reports, { caller }) => ({
    reports: reports.map(({ id, version, title, period: key, state }) => ({ entry: id, version, title, period: key, periodTitle: titleOf(period(key)), state })),
    can: { [createReport.verb]: mayUse(caller.posts, createReport.verb) },
  }),
})
