import { saveSetupLedgers, saveSetupOrgs } from '../../api/setup.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { orgChanges } from '../../core/setup/org-changes.ts'
import { chosenOf, missingOffices, placeWords, standInsOf } from '../../core/setup/pack-choice.ts'
import { zhejiangTown } from '../../packs/zhejiang-town/pack.ts'
import { findOrgEntries, usedOrgs } from '../../store/org-entries.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { codedOrgs } from '../setup/org-codes.ts'
import { findSetup } from '../setup/setup-mark.ts'
import { officeName } from './setup-read.ts'

const pack = zhejiangTown
const packOffices = pack.orgs.filter((org) => org.kind === 'office')

/** Only while the town is set up; afterwards its order changes from a day on, by verbs of its own. */
export const saveSetupOrgsEndpoint = endpoint({
  route: saveSetupOrgs,
  load: async ({ town, book }, reader) => {
    const ledger = book.declared.ledgers.get('org')
    if (ledger === undefined || (await findSetup(reader, town.schema))?.state !== 'open') return refuse('setup-over')
    return { standing: await findOrgEntries(reader, town.schema, ledger), used: await usedOrgs(reader, town.schema, book) }
  },
  decide: ({ standing, used }, { input, book, today }) => {
    const changes = orgChanges(standing, used, codedOrgs(input, [...standing.keys()], book.treeAt(today).root, packOffices))
    return isRefusal(changes) ? changes : { changes }
  },
  present: (_, { input: { add, rename, remove } }, { journal }) => ({ journal, changes: add.length + rename.length + remove.length }),
})

/** At any time: what a town did not take when it began, it may take later. */
export const saveSetupLedgersEndpoint = endpoint({
  route: saveSetupLedgers,
  load: async (ask, reader) => {
    const { input, town, book, today } = ask
    const { orgs } = book.treeAt(today)
    const foreign = input.standIns.findIndex(({ org }) => orgs.get(org)?.to !== null)
    if (foreign >= 0) return fieldProblem(`standIns.${foreign}.org`, 'not-org', { value: input.standIns[foreign]?.org })
    const unknown = input.ledgers.findIndex((key) => !pack.ledgers.some((ledger) => ledger.key === key))
    if (unknown >= 0) return fieldProblem(`ledgers.${unknown}`, 'not-found', { what: input.ledgers[unknown] })
    const standIns = new Map([...standInsOf(pack, book.declared), ...input.standIns.map(({ office, org }) => [office, org] as const)])
    const kept = new Set(pack.ledgers.filter((ledger) => book.declared.ledgers.has(ledger.key)).map((ledger) => ledger.key))
    const without = missingOffices(pack, new Set([...input.ledgers, ...kept]), new Set(orgs.keys())).filter((office) => !standIns.has(office))
    if (without.length > 0) return refuse('bad-input', {}, without.map((office) => ({ field: `standIns.${office}`, code: 'stand-in-needed', details: { name: officeName(office, ask).zh } })))
    const { ledgers, measures } = chosenOf(pack, { ledgers: new Set(input.ledgers), standIns }, kept, placeWords(pack, (await findSetup(reader, town.schema))?.place ?? null))
    return { ledgers, measures: measures.filter((measure) => !book.declared.measures.has(measure.key)) }
  },
  decide: ({ ledgers, measures }) => ({
    changes: [
      ...ledgers.map((ledger) => ({ act: 'declare' as const, verb: 'ledger.declare', declaration: { kind: 'ledger' as const, ledger } })),
      ...measures.map((measure) => ({ act: 'declare' as const, verb: 'measure.declare', declaration: { kind: 'measure' as const, measure } })),
    ],
  }),
  present: ({ ledgers, measures }, _, { journal }) => ({ journal, ledgers: ledgers.length, measures: measures.length }),
})
