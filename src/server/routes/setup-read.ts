import { moveSetup, readSetup } from '../../api/setup.ts'
import type { SetupLedger } from '../../api/setup.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { ledgerOf } from '../../core/measure/measure.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { missingOffices, standInsOf } from '../../core/setup/pack-choice.ts'
import type { Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'
import { zhejiangTown } from '../../packs/zhejiang-town/pack.ts'
import { listPeople } from '../../store/account-list.ts'
import { usedOrgs } from '../../store/org-entries.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { orgName } from '../org-ref.ts'
import { findSetup, putSetup } from '../setup/setup-mark.ts'

const pack = zhejiangTown

export const readSetupEndpoint = endpoint({
  route: readSetup,
  load: async ({ town, book, today }, reader) => ({
    mark: await findSetup(reader, town.schema),
    used: await usedOrgs(reader, town.schema, book),
    people: await listPeople(reader, town.schema, today),
  }),
  present: ({ mark, used, people }, ask) => {
    const { orgs, root } = ask.book.treeAt(ask.today)
    return {
      state: mark?.state ?? 'done',
      step: mark?.step ?? 'orgs',
      place: mark?.place == null ? null : { address: mark.place.address, day: mark.place.day, published: mark.place.published, villages: mark.place.villages },
      orgs: [...orgs.values()].filter((org) => org.to === null).map(({ code, zh, en, kind }) => ({ code, zh, en, kind, used: code === root || used.has(code) })),
      pack: pack.title,
      offices: pack.orgs.filter((org) => org.kind === 'office' && !orgs.has(org.code)).map(({ code, zh, en }) => ({ code, zh, en })),
      lines: [...new Set(pack.ledgers.map((ledger) => ledger.line))].map((key) => ({ key, ledgers: pack.ledgers.filter((ledger) => ledger.line === key).map((ledger) => presentLedger(ledger, ask)) })),
      people: people.filter((each) => each.posts.length > 0).length,
    }
  },
})

export const moveSetupEndpoint = endpoint({
  route: moveSetup,
  load: async ({ input: { step }, town }, reader) => {
    const mark = await findSetup(reader, town.schema)
    if (mark?.state !== 'open') return refuse('setup-over')
    return step === 'done' ? { ...mark, state: 'done' as const } : { ...mark, state: 'open' as const, step }
  },
  prepare: async (mark, { town, caller, log }) => {
    await putSetup(town.db.pool, town.schema, mark)
    if (mark.state === 'done') log.warn({ verb: moveSetup.verb, by: caller.person }, 'town set up')
    return mark
  },
  present: ({ state, step }) => ({ state, step }),
})

/** An office of the pack by the name it has in the town, or, where the town does not have it, in the pack. */
export const officeName = (code: string, { book, today }: Pick<Ask<unknown>, 'book' | 'today'>): Words => {
  const tree = book.treeAt(today)
  const known = pack.orgs.find((org) => org.code === code)
  return tree.orgs.has(code) || known === undefined ? orgName(tree, code) : words(known.zh, known.en)
}

const presentLedger = (ledger: Ledger, ask: Pick<Ask<unknown>, 'book' | 'today'>): SetupLedger => {
  const declared = ask.book.declared.ledgers.get(ledger.key)
  const { key, title, about = title, owner } = declared ?? ledger
  const measures = pack.measures.filter((measure) => measure.part !== true && ledgerOf(measure.definition) === key).length
  const stood = standInsOf(pack, ask.book.declared)
  const lacks = declared !== undefined ? [] : missingOffices(pack, new Set([key]), new Set(ask.book.treeAt(ask.today).orgs.keys())).filter((office) => !stood.has(office))
  return { key, title, about, owner, ownerName: officeName(owner, ask), measures, sensitive: ledger.sensitive !== undefined, declared: declared !== undefined, lacks: lacks.map((office) => ({ office, name: officeName(office, ask) })) }
}
