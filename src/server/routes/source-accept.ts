import { createHash } from 'node:crypto'
import { acceptSource } from '../../api/source.ts'
import { isOfficePost } from '../../core/access/policy.ts'
import type { Acceptance, AcceptedSource } from '../../core/reading/accept.ts'
import { acceptChanges, acceptProblems, newMeasures } from '../../core/reading/accept.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { parsePeriod } from '../../core/time/period.ts'
import { putFile } from '../../store/files.ts'
import { acceptedFrom, findSources, standingValues } from '../../store/sources.ts'
import type { TakenDocument } from '../document/given-document.ts'
import { mediaTypes } from '../document/media-type.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { readDay } from '../read-scope.ts'
import { takeKnown } from './source-read.ts'

/**
 * Enters what a person confirmed of a document: its figures as stated values, its promises as drafts, the document itself with its text. All of
 * it or nothing. The bytes are kept first, so that no entry is without its file. A document that was accepted before keeps its entry.
 */
export const acceptSourceEndpoint = endpoint({
  route: acceptSource,
  load: async (ask, reader) => {
    const { input } = ask
    const day = readDay('day', input.day)
    if (isRefusal(day)) return day
    const taken = await takeKnown(ask, reader)
    if (isRefusal(taken)) return taken
    if (input.figures.length + input.commitments.length === 0) return refuse('nothing-changed')
    const acceptance = await loadAcceptance(ask, reader, taken.text, taken.known)
    const problems = acceptProblems(input, acceptance)
    if (problems.length > 0) return refuse('bad-input', {}, problems)
    return { taken, acceptance, source: await sourceOf(ask, reader, taken, day) }
  },
  prepare: async (seen, { town }) => {
    const { hash, bytes, kind } = seen.taken
    if (seen.source.entry === undefined) await putFile(town.db.pool, town.schema, { hash, bytes, mediaType: mediaTypes[kind] })
    return seen
  },
  decide: ({ acceptance, source }, { input }) => ({ changes: acceptChanges(input, source, acceptance, acceptSource.verb) }),
  explain: async (refusal, _, { input }) => (refusal.code === 'not-unique' ? refuse('bad-input', {}, firstPlace(input)) : refusal),
  present: ({ acceptance, source }, { input }, { journal }) => {
    const measures = newMeasures(input.figures, acceptance).length
    return { source: source.entry ?? journal + measures, figures: input.figures.length, commitments: input.commitments.length, measures, journal }
  },
})

/** Someone else accepted the same meanwhile: what stands now is told when the document is read again. */
const firstPlace = ({ figures, commitments }: { readonly figures: readonly unknown[]; readonly commitments: readonly unknown[] }): Refusal['fields'] => [
  { field: figures.length > 0 ? 'figures' : commitments.length > 0 ? 'commitments' : 'content', code: 'accepted-meanwhile', details: {} },
]

const loadAcceptance = async (ask: Ask<unknown> & { readonly input: Parameters<typeof acceptProblems>[0] }, reader: Reader, text: string, known: number | null): Promise<Acceptance> => {
  const { input, book, caller, today, town } = ask
  const days = input.figures.flatMap((figure) => parsePeriod(figure.period)?.to ?? [])
  const standing = await standingValues(reader, town.schema, input.figures.flatMap((figure) => figure.measure ?? []), [...new Set(days)])
  const promises = new Map<string, number>()
  for (const entry of known === null ? [] : await acceptedFrom(reader, town.schema, book, known)) {
    const fields = entry.spans[0]?.fields
    if (entry.ledger === 'commitment' && !entry.void) promises.set(`${fields?.['kind']}@${fields?.['offset']}`, entry.id)
  }
  return {
    posts: caller.posts,
    declared: book.declared,
    tree: book.treeAt(today),
    text,
    standing: (measure, org, day) => standing.get(`${measure}|${org}|${day}`),
    promised: (offset, kind) => promises.get(`${kind}@${offset}`),
    keyOf: (title) => `told-${createHash('sha256').update(title).digest('hex').slice(0, 12)}`,
  }
}

/** The document as it will stand: as it does already, or with the title and day that were confirmed, at the org of whoever accepts it. */
const sourceOf = async ({ input, book, caller, today, town }: Ask<{ readonly title: string; readonly name: string }>, reader: Reader, taken: TakenDocument & { readonly known: number | null }, day: AcceptedSource['day']): Promise<AcceptedSource> => {
  const [standing] = taken.known === null ? [] : await findSources(reader, town.schema, { id: taken.known })
  if (standing !== undefined) return { title: standing.title, day: standing.day, entry: standing.id, fields: {} }
  const office = caller.posts.some((post) => post.role === 'office')
  const org = office ? book.treeAt(today).root : (caller.posts.find(isOfficePost)?.org ?? book.treeAt(today).root)
  const { hash, bytes, kind, text } = taken
  return { title: input.title, day, fields: { title: input.title, org, day, name: input.name, hash, size: String(bytes.length), kind, text } }
}
