import { createFinding, readFinding } from '../../api/finding.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { findField } from '../../core/ledger/ledger.ts'
import { metresBetween } from '../../core/matter/distance.ts'
import { farMetres, findingFields, findingLedger, middleOf, reportableTo, reportingOrgs } from '../../core/matter/finding.ts'
import type { Reportable } from '../../core/matter/procedure.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { findFinding, findPositions } from '../../store/findings.ts'
import { settingValue } from '../../store/town-settings.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { keepGiven, readGivenFields } from '../given-fields.ts'
import { judgedAgain } from '../judged-again.ts'
import { orgName, orgRef } from '../org-ref.ts'
import { actorFor } from '../posts.ts'
import { fieldProblem, readDay } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'

/** Positions of a place that are looked at to say where it is. */
const known = 25

export const readFindingEndpoint = endpoint({
  route: readFinding,
  load: async (ask, reader) => {
    const open = reportables(ask)
    const middles = new Map<string, string | null>()
    for (const org of new Set(open.flatMap(({ orgs }) => orgs))) middles.set(org, await middleAt(ask, reader, [org]))
    return { open, middles, most: await settingValue(reader, ask.town.schema, 'file-size') }
  },
  present: ({ open, middles, most }, { book, today }) => {
    const tree = book.treeAt(today)
    return {
      today, most, far: farMetres,
      ledgers: open.flatMap(({ ledger, reportable, orgs }) => {
        const line = findField(ledger, reportable.line)
        return line === undefined ? [] : [{ key: ledger.key, title: reportable.title, line, kind: reportable.kind === undefined ? null : (findField(ledger, reportable.kind) ?? null), photos: reportable.photos ?? null, orgs: [...orgs] }]
      }),
      orgs: [...middles].map(([org, middle]) => ({ ...orgRef(tree, org), middle })),
    }
  },
})

export const createFindingEndpoint = judgedAgain(
  endpoint({
    route: createFinding,
    load: async (ask, reader) => {
      const { input, town, book, today, caller } = ask
      const day = readDay('day', input.day)
      if (isRefusal(day)) return day
      const open = reportables(ask).find(({ ledger }) => ledger.key === input.ledger)
      if (open === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
      const { ledger, reportable, orgs } = open
      const before = await findFinding(reader, town.schema, input.once)
      if (before !== undefined) return before.person === caller.person && before.ledger === ledger.key ? { before } : fieldProblem('once', 'not-unique')
      if (!orgs.includes(input.org)) return fieldProblem('org', 'not-org', { value: input.org })
      const raw = findingFields(ledger, reportable, { ...input, day }, orgName(book.treeAt(today), input.org).zh, today)
      const fields = isRefusal(raw) ? raw : await readGivenFields(ask, reader, ledger, raw)
      if (isRefusal(fields)) return atInput(fields, reportable)
      if (!rightsIn(ledger, ask).writes(fields)) return refuse('forbidden', { verb: createFinding.verb })
      const metres = metresBetween(input.position, await middleAt(ask, reader, [input.org]))
      return { fresh: { ledger, day, fields, metres } }
    },
    prepare: async (seen, ask) => {
      if (seen.fresh === undefined) return seen
      const fields = await keepGiven(seen.fresh.ledger, seen.fresh.fields, ask)
      return isRefusal(fields) ? fields : { fresh: { ...seen.fresh, fields } }
    },
    decide: ({ fresh }, { input, caller }) => {
      if (fresh === undefined) return { changes: [] }
      const { ledger, day, fields, metres } = fresh
      const { verb } = createFinding
      return {
        by: actorFor(caller, (posts) => reportableTo(posts, ledger) !== undefined),
        changes: [
          { act: 'create', verb, ledger: ledger.key, spans: [{ from: null, to: null, fields }], handle: 'found' },
          {
            act: 'create', verb, ledger: findingLedger,
            spans: [{ from: null, to: null, fields: { ledger: ledger.key, matter: '@found', org: input.org, day, person: String(caller.person), position: input.position ?? null, unplaced: input.position === undefined ? (input.unplaced ?? null) : null, metres: metres === null ? null : String(metres), once: input.once } }],
          },
        ],
      }
    },
    present: ({ before, fresh }, { input }, { id, journal }) => (before === undefined ? { ledger: input.ledger, id, journal, metres: fresh?.metres ?? null } : { ledger: before.ledger, id: before.matter, journal: before.matter, metres: before.metres }),
  }),
)

/** Ledgers the caller may report findings to, and for which orgs. */
const reportables = (ask: Ask<unknown>): readonly { readonly ledger: Ledger; readonly reportable: Reportable; readonly orgs: readonly string[] }[] => {
  const tree = ask.book.treeAt(ask.today)
  return [...ask.book.declared.ledgers.values()].flatMap((ledger) => {
    const reportable = reportableTo(ask.caller.posts, ledger)
    if (reportable === undefined) return []
    const { writes } = rightsIn(ledger, ask)
    const orgs = reportingOrgs(ask.caller.posts, reportable, tree).filter((org) => writes({ [ledger.orgField]: org }))
    return orgs.length === 0 ? [] : [{ ledger, reportable, orgs }]
  })
}

/** Where findings of an org lie; where none has a position yet, those of the whole town. */
const middleAt = async ({ town, book, today }: Ask<unknown>, reader: Reader, orgs: readonly string[]): Promise<string | null> => {
  const tree = book.treeAt(today)
  for (const among of [orgs, tree.subtree(tree.root)]) {
    const positions: string[] = []
    for (const ledger of book.declared.ledgers.values()) {
      const field = ledger.procedure?.reportable?.position
      if (field !== undefined) positions.push(...(await findPositions(reader, town.schema, ledger, field, among, known)).map(({ position }) => position))
    }
    const middle = middleOf(positions)
    if (middle !== null) return middle
  }
  return null
}

/** Problems of an entry's fields, told at what was asked for them. */
const atInput = <Told extends ReturnType<typeof refuse>>(refusal: Told, { line, kind, position, photos }: Reportable): Told => {
  const asked = new Map([[line, 'line'], [kind, 'kind'], [position, 'position'], [photos, 'photos']])
  return { ...refusal, ...(refusal.fields !== undefined && { fields: refusal.fields.map((each) => ({ ...each, field: asked.get(each.field) ?? each.field })) }) }
}
