import { exportEdition, readEdition } from '../../api/report.ts'
import { toldByPin } from '../../core/report/edition.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import { period } from '../../core/time/period.ts'
import { figureScope, readFigures } from '../../store/figures.ts'
import { namesOf } from '../../store/people.ts'
import { findRecorded } from '../../store/recorded.ts'
import { findEditions } from '../../store/reports.ts'
import { readRestatement } from '../../store/restatement.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { loadTemplate } from '../load-template.ts'
import { orgRef } from '../org-ref.ts'
import type { RestatementView } from '../present-edition.ts'
import { presentEditionRef, presentRestated } from '../present-edition.ts'
import { presentFigure } from '../present-figure.ts'
import { presentTold } from '../present-report.ts'
import { reportFile } from '../report-docx.ts'
import { rightsIn } from './entry-read.ts'

/** A sealed edition, its figures as pinned, and what has moved since. */
const loadEdition = async (ask: Ask<{ readonly edition: number }>, reader: Reader) => {
  const { town, book } = ask
  const [edition] = await findEditions(reader, town.schema, { edition: ask.input.edition })
  if (edition === undefined) return refuse('not-found', { what: `#${ask.input.edition}` })
  const { pins } = edition
  const scope = await figureScope(reader, town.schema, book, { period: period(pins.period), org: pins.org, cutoff: pins.cutoff as Day, asOf: pins.asOf, measures: pins.figures.map((pin) => pin.measure) })
  const restated = await readRestatement(reader, town.schema, book, pins)
  const recorded = await findRecorded(reader, town.schema, restated.flatMap(({ rows }) => rows.map((row) => row.journal)))
  const nameOf = await namesOf(reader, town.schema, [edition.person, ...[...recorded.values()].map((each) => each.person)])
  const view: RestatementView = { measures: new Map([...scope.measures, ...book.declared.measures]), ledgers: book.declared.ledgers, rightsOf: (ledger) => rightsIn(ledger, ask), recorded, nameOf }
  return { edition, scope, figures: await readFigures(reader, scope), restated, view }
}

export const readEditionEndpoint = endpoint({
  route: readEdition,
  load: (ask, reader) => loadEdition(ask, reader),
  present: ({ edition, scope, figures, restated, view }) => ({
    edition: presentEditionRef(edition, view.nameOf),
    title: edition.document.title,
    period: edition.pins.period,
    document: edition.document,
    figures: figures.flatMap((figure) => {
      const measure = scope.measures.get(figure.measure)
      return measure === undefined ? [] : [presentFigure(figure, measure, scope.tree)]
    }),
    told: presentTold(new Map(edition.pins.figures.map((pin) => [pin.measure, toldByPin(pin)]))),
    restatement: restated.map((each) => presentRestated(each, view)),
  }),
})

/** The paper says what was sealed, word for word as pinned; what changed since stands behind it. */
export const exportEditionEndpoint = endpoint({
  route: exportEdition,
  load: async (ask, reader) => {
    const [seen, template] = [await loadEdition(ask, reader), await loadTemplate(ask, reader)]
    if (isRefusal(template)) return template
    return isRefusal(seen) ? seen : { ...seen, template, told: new Map(seen.edition.pins.figures.map((pin) => [pin.measure, toldByPin(pin)])) }
  },
  present: ({ edition, scope, restated, view, told, template }, { house, town }) =>
    reportFile({
      template,
      document: edition.document,
      told,
      measures: view.measures,
      period: edition.pins.period,
      org: orgRef(scope.tree, edition.org).zh,
      demo: house.demo !== undefined,
      taken: { town: town.code, report: edition.report, journal: edition.headNumber, figures: edition.headNumber },
      sealed: { number: edition.number, headNumber: edition.headNumber, headHash: edition.headHash, day: edition.day },
      restatement: restated.map((each) => {
        const { title, then, now, rows } = presentRestated(each, view)
        return { title: title.zh, then, now, rows: rows.map((row) => (row.visible ? `${row.ledgerTitle.zh} #${row.entry}：${row.then} → ${row.now}${row.reason === null ? '' : `（${row.reason}）`}` : `${row.ledgerTitle.zh}：${row.then} → ${row.now}`)) }
      }),
    }),
})
