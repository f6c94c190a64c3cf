import { listProcedures, readProcedure } from '../../api/procedure.ts'
import { mayDeclare } from '../../core/access/may-declare.ts'
import { mayUse } from '../../core/access/policy.ts'
import { everything, isNothing } from '../../core/access/predicate.ts'
import type { Field } from '../../core/ledger/field.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { compareProcedures } from '../../core/matter/compare-procedures.ts'
import { matterKeys } from '../../core/matter/matter-fields.ts'
import type { Procedure } from '../../core/matter/procedure.ts'
import { packProcedures } from '../../packs/zhejiang-town/procedure-titles.ts'
import { ledgerNumber, ledgerVersions } from '../../store/ledger-versions.ts'
import { countEntries } from '../../store/list-entries.ts'
import { namesOf } from '../../store/people.ts'
import { countFollowing, declarationReasons } from '../../store/procedure-versions.ts'
import { stateCounts } from '../../store/state-counts.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'
import { openLedgers } from './ledger.ts'

/** A ledger's procedure, each version with what it changed; declarations that left the procedure alone are no versions of it. */
export const readProcedureEndpoint = endpoint({
  route: readProcedure,
  load: async (ask, reader) => {
    const { input, town, book } = ask
    const ledger = book.declared.ledgers.get(input.ledger)
    if (ledger === undefined || ledger.system === true || isNothing(rightsIn(ledger, ask).read)) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const versions = (await ledgerVersions(reader, town.schema, ledger.key)).filter((each) => each.ledger.procedure !== undefined)
    const changed = versions.map((each, at) => ({ ...each, changes: compareProcedures(versions[at - 1]?.ledger.procedure, each.ledger.procedure as Procedure) })).filter(({ changes }, at) => at === 0 || changes.length > 0)
    const numbers = changed.map(({ number }) => number)
    return {
      ledger,
      changed,
      saw: await ledgerNumber(reader, town.schema, ledger.key),
      entries: (await countEntries(reader, town.schema, [{ ledger, right: rightsIn(ledger, ask).read }])).get(ledger.key) ?? 0,
      standing: ledger.procedure === undefined ? undefined : (await stateCounts(reader, town.schema, [{ ledger, where: everything }])).get(ledger.key),
      open: await countFollowing(reader, town.schema, ledger, numbers),
      reasons: await declarationReasons(reader, town.schema, numbers),
      nameOf: await namesOf(reader, town.schema, changed.map(({ person }) => person)),
    }
  },
  present: ({ ledger, changed, saw, entries, standing, open, reasons, nameOf }, { caller }) => ({
    ledger,
    saw,
    entries,
    standing: Object.fromEntries(standing ?? []),
    versions: changed
      .map(({ number, recordedAt, person, changes }, at) => ({ version: at + 1, number, recordedAt, by: nameOf(person), reason: reasons.get(number) ?? null, changes: changes.map((change) => ({ ...change })), open: open[at] ?? 0 }))
      .toReversed(),
    can: { declare: mayUse(caller.posts, 'ledger.declare') && mayDeclare(caller.posts, ledger, ledger) },
  }),
})

export const listProceduresEndpoint = endpoint({
  route: listProcedures,
  load: async (ask) => openLedgers(ask).flatMap(({ ledger }) => (ledger.procedure === undefined ? [] : [{ ledger, procedure: ledger.procedure }])),
  present: (towns) => ({
    procedures: [
      ...packProcedures.map(({ key, title, procedure, fields }) => ({ key, title, of: 'pack' as const, procedure, fields: [...fields] })),
      ...towns.map(({ ledger, procedure }) => ({ key: ledger.key, title: ledger.title, of: 'town' as const, procedure, fields: neededFields(ledger, procedure) })),
    ],
  }),
})

/** The fields of a ledger that its procedure writes or asks about. */
const neededFields = (ledger: Ledger, procedure: Procedure): Field[] => {
  const named = new Set([
    ...procedure.clocks.flatMap(({ when }) => when?.key ?? []),
    ...procedure.steps.flatMap((step) => [step.when?.key, ...(step.effects ?? []).flatMap((effect) => [effect.when?.key, effect.do === 'set' ? effect.field : undefined])]),
  ])
  return ledger.fields.filter(({ key }) => named.has(key) && key !== ledger.orgField && key !== ledger.dateField && !matterKeys.includes(key))
}
