import { draftMeasure, proposeMeasures as proposeMeasuresRoute } from '../../api/measure-draft.ts'
import { isEverything } from '../../core/access/predicate.ts'
import type { Predicate } from '../../core/access/predicate.ts'
import type { MeasureDraft, ReadConditions } from '../../core/designing/measure-draft.ts'
import { measuresOf } from '../../core/designing/measure-draft.ts'
import { proposeMeasures } from '../../core/designing/propose-measures.ts'
import type { Declared } from '../../core/journal/declaration.ts'
import { withDeclaration } from '../../core/journal/declaration.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { readListQuery } from '../../core/ledger/list-query.ts'
import { describeMeasure } from '../../core/measure/describe.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { ledgerOf, operandsOf } from '../../core/measure/measure.ts'
import { unitText } from '../../core/quantity/unit.ts'
import type { FieldProblem, Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { spelled } from '../spelled.ts'
import { askingOf } from './entry-list.ts'
import { openLedgers } from './ledger.ts'

const ledgerIn = (ask: Ask<{ readonly ledger: string }>): Ledger | Refusal =>
  openLedgers(ask).find(({ ledger }) => ledger.key === ask.input.ledger && ledger.system !== true)?.ledger ?? fieldProblem('ledger', 'not-found', { what: ask.input.ledger })

/** What is counted over a ledger, and what it suggests. */
export const proposeMeasuresEndpoint = endpoint({
  route: proposeMeasuresRoute,
  load: async (ask) => ledgerIn(ask),
  present: (ledger, ask) => {
    const { declared } = ask.book
    const seen = { ...declared, ledgers: new Map(openLedgers(ask).map((each) => [each.ledger.key, each.ledger])) }
    const standing = [...declared.measures.values()].filter((measure) => measure.part !== true && countsOver(measure, ledger.key, declared))
    return {
      standing: standing.map((measure) => ({ key: measure.key, title: measure.title, unit: words(unitText(measure.display, 'zh'), unitText(measure.display, 'en')), method: describeMeasure(measure, seen) })),
      proposals: proposeMeasures(ledger, spelled, declared.measures).flatMap((draft) => {
        const conditions = conditionsOf(draft, ledger, ask)
        const made = isRefusal(conditions) ? undefined : madeFrom(draft, ledger, conditions, seen)
        return made === undefined ? [] : [{ draft, method: made.method }]
      }),
    }
  },
})

/** The measures a form amounts to, or what it leaves out. */
export const draftMeasureEndpoint = endpoint({
  route: draftMeasure,
  load: async (ask) => {
    const ledger = ledgerIn(ask)
    if (isRefusal(ledger)) return ledger
    const { draft } = ask.input
    const conditions = conditionsOf(draft, ledger, ask)
    if (isRefusal(conditions)) return conditions
    if (ask.book.declared.measures.has(draft.key)) return fieldProblem('draft.key', 'key-taken', { key: draft.key })
    return madeFrom(draft, ledger, conditions, ask.book.declared) ?? fieldProblem(missingOf(draft), 'measure-incomplete')
  },
  present: ({ measures, method }) => ({ measures: [...measures], method }),
})

const missingOf = (draft: MeasureDraft): string => (draft.kind === 'rate' ? (draft.event === null ? 'draft.of' : 'draft.event') : draft.kind === 'stock' && draft.field === null ? 'draft.kind' : 'draft.field')

const countsOver = (measure: Measure, ledger: string, declared: Declared): boolean =>
  ledgerOf(measure.definition) === ledger || operandsOf(measure.definition).some((key) => {
    const operand = declared.measures.get(key)
    return operand !== undefined && countsOver(operand, ledger, declared)
  })

/** Reads the conditions as a list reads its own; a personal field may not decide what is counted, whoever asks. */
const conditionsOf = (draft: MeasureDraft, ledger: Ledger, ask: Ask<unknown>): ReadConditions | Refusal => {
  const rights = openLedgers(ask).find((each) => each.ledger.key === ledger.key)?.rights
  if (rights === undefined) return refuse('not-found', { what: ledger.key })
  const read = (name: 'where' | 'of'): Predicate | undefined | Refusal => {
    const query = readListQuery(ledger, { ...rights, searchesPersonal: false }, { where: draft[name] }, askingOf(ask))
    if (isRefusal(query)) return refuse(query.code, query.details, (query.fields ?? []).map((each): FieldProblem => ({ ...each, field: `draft.${name}` })))
    return isEverything(query.where) ? undefined : query.where
  }
  const where = read('where')
  const of = read('of')
  return isRefusal(where) ? where : isRefusal(of) ? of : { where, of }
}

const madeFrom = (draft: MeasureDraft, ledger: Ledger, conditions: ReadConditions, declared: Declared): { readonly measures: readonly Measure[]; readonly method: Words } | undefined => {
  const bare = measuresOf(draft, ledger, conditions, draft.title)
  if (bare === undefined) return undefined
  const after = bare.reduce((known, measure) => withDeclaration(known, { kind: 'measure', measure }), declared)
  const measures = bare.map((measure) => ({ ...measure, about: describeMeasure(measure, after) }))
  const last = measures.at(-1)
  return last === undefined ? undefined : { measures, method: last.about }
}
