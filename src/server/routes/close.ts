import { createClose, listCloses, previewClose } from '../../api/close.ts'
import { mayUse } from '../../core/access/policy.ts'
import { applyChange } from '../../core/journal/apply-change.ts'
import { closeProblems, liesIn } from '../../core/journal/close-month.ts'
import { getField } from '../../core/ledger/ledger.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { ledgerOf } from '../../core/measure/measure.ts'
import { refusalMessage } from '../../core/refusal/catalogue.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Month } from '../../core/time/month.ts'
import { lastDay, parseMonth } from '../../core/time/month.ts'
import { period } from '../../core/time/period.ts'
import { words } from '../../core/words.ts'
import { listCloses as findCloses } from '../../store/closes.ts'
import type { Correction } from '../../store/corrections.ts'
import { findCorrections } from '../../store/corrections.ts'
import { figureScope, readFigures } from '../../store/figures.ts'
import { readMonth } from '../../store/month-content.ts'
import { namesOf } from '../../store/people.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { presentCorrection } from '../present-correction.ts'
import { fieldProblem } from '../read-scope.ts'
import { openLedgers } from './ledger.ts'

export const listClosesEndpoint = endpoint({
  route: listCloses,
  load: async (ask, reader) => {
    const titles = new Map(openLedgers(ask).map(({ ledger }) => [ledger.key, ledger.title]))
    const closes = (await findCloses(reader, ask.town.schema)).filter((close) => titles.has(close.ledger))
    return { titles, closes, nameOf: await namesOf(reader, ask.town.schema, closes.map((close) => close.person)) }
  },
  present: ({ titles, closes, nameOf }, { caller }) => ({
    closes: closes.flatMap(({ id, ledger, month, person, recordedAt }) => {
      const title = titles.get(ledger)
      return title === undefined ? [] : [{ entry: id, ledger, ledgerTitle: title, month, by: nameOf(person), recordedAt }]
    }),
    can: { create: mayUse(caller.posts, createClose.verb) },
  }),
})

/** What the month holds, what it tells, and what stands in the way. */
export const previewCloseEndpoint = endpoint({
  route: previewClose,
  load: async (ask, reader) => {
    const closing = await loadClosing(ask, reader)
    if (isRefusal(closing)) return closing
    const { town, book, today } = ask
    const { ledger, month, corrections } = closing
    const counted = [...book.declared.measures.values()].filter((measure) => measure.part !== true && ledgerOf(measure.definition) === ledger.key)
    const scope = await figureScope(reader, town.schema, book, { period: period(month), org: book.treeAt(today).root, cutoff: lastDay(month), asOf: book.head, measures: counted.map(({ key }) => key) })
    const nameOf = await namesOf(reader, town.schema, corrections.flatMap((each) => [each.proposer, each.decider]))
    return { ...closing, counted, figures: counted.length === 0 ? [] : await readFigures(reader, scope), content: await readMonth(reader, town.schema, ledger, month), nameOf }
  },
  present: ({ ledger, month, corrections, problems, counted, figures, content, nameOf }, ask) => ({
    entries: content.entries,
    voided: content.voided,
    late: content.late,
    sums: content.sums.map(({ field, sum }) => ({ field, title: getField(ledger, field).title, sum, unit: getField(ledger, field).unit ?? null })),
    figures: figures.map((figure, index) => ({ measure: figure.measure, title: counted[index]?.title ?? words(figure.measure, figure.measure), text: figure.text })),
    corrections: corrections.flatMap((each) => presentCorrection(each, ask, nameOf) ?? []),
    problems: problems.flatMap(({ code, details, fields }) => (fields ?? [{ code, details }]).map((each) => words(refusalMessage(each.code, each.details, 'zh'), refusalMessage(each.code, each.details, 'en')))),
    closed: ask.book.closed.has(`${ledger.key}|${month}`),
    can: { create: problems.length === 0 },
  }),
})

/** A month that is over, with no correction left open, is closed by the office that keeps the ledger, or by the town office. */
export const createCloseEndpoint = endpoint({
  route: createClose,
  load: async (ask, reader) => {
    const closing = await loadClosing(ask, reader)
    return isRefusal(closing) ? closing : (closing.problems.find((each) => each.code !== 'month-closed') ?? closing)
  },
  decide: ({ ledger, month }, { book, today }) => ({
    changes: [{ act: 'create', verb: createClose.verb, ledger: 'close', spans: [{ from: null, to: null, fields: { ledger: ledger.key, month, org: book.treeAt(today).root, day: today } }] }],
  }),
  present: (_, __, done) => done,
})

const loadClosing = async (ask: Ask<{ readonly ledger: string; readonly month: string }>, reader: Reader) => {
  const { input, caller, today, book, town } = ask
  const ledger = openLedgers(ask).find((each) => each.ledger.key === input.ledger)?.ledger
  if (ledger === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
  const month = parseMonth(input.month)
  if (month === undefined) return fieldProblem('month', 'not-month', { value: input.month })
  const corrections = (await findCorrections(reader, town.schema, { state: 'proposed' })).filter((each) => each.ledger === ledger.key && touches(each, ledger, month))
  const keeps = caller.posts.some((post) => post.org === ledger.owner || post.role === 'office')
  return { ledger, month, corrections, problems: closeProblems({ ledger, month, today, closed: book.closed, openCorrections: corrections.length, keeps }) }
}

/** Whether an entry lies in a month as it is, or would by the correction. */
const touches = ({ before, change }: Correction, ledger: Ledger, month: Month): boolean => {
  const after = before === undefined ? undefined : applyChange(ledger, change, before, before.version + 1, new Map())
  return [before, after].some((entry) => entry !== undefined && !isRefusal(entry) && liesIn(ledger, entry, month))
}
