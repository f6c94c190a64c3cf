import type { z } from 'zod'
import type { PublicationRef } from '../../api/publication.ts'
import { createPublication, listPublications, withdrawPublication } from '../../api/publication.ts'
import { mayUse } from '../../core/access/policy.ts'
import type { Change } from '../../core/ledger/change.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { creditCodeHolds } from '../../core/ledger/check-digits/credit-code.ts'
import { codeOf, nextIndexNumber } from '../../core/report/publication.ts'
import type { PublicationEntry } from '../../store/publications.ts'
import { findPublications } from '../../store/publications.ts'
import type { EditionEntry } from '../../store/reports.ts'
import { findEditions, findReportById } from '../../store/reports.ts'
import { endpoint } from '../endpoint.ts'
import { orgRef } from '../org-ref.ts'
import { fieldProblem, readDay } from '../read-scope.ts'

export const listPublicationsEndpoint = endpoint({
  route: listPublications,
  load: async ({ input, town }, reader) => {
    const all = await findPublications(reader, town.schema, 'all')
    const editions = new Map((await findEditions(reader, town.schema, input.edition === undefined ? 'all' : { edition: input.edition })).map((edition) => [edition.id, edition]))
    return { all, editions }
  },
  present: ({ all, editions }, { input, book, caller, today }) => {
    const tree = book.treeAt(today)
    return {
      publications: all.flatMap((each) => {
        const edition = editions.get(each.edition)
        return edition === undefined ? [] : [presentPublication(each, edition)]
      }),
      proposed: { index: nextIndexNumber(all.map((each) => each.index), today.slice(0, 4)) ?? null, issuer: orgRef(tree, tree.root).zh, made: input.edition === undefined ? null : (editions.get(input.edition)?.day ?? null), day: today },
      can: Object.fromEntries([createPublication, withdrawPublication].map(({ verb }) => [verb, mayUse(caller.posts, verb)])),
    }
  },
})

/** An edition is public once at a time; one that was withdrawn is made public again under what is told now. A report that was sent is thereby published. */
export const createPublicationEndpoint = endpoint({
  route: createPublication,
  load: async ({ input, town, book }, reader) => {
    const made = readDay('made', input.made)
    if (isRefusal(made)) return made
    const [edition] = await findEditions(reader, town.schema, { edition: input.edition })
    if (edition === undefined) return refuse('not-found', { what: `#${input.edition}` })
    const all = await findPublications(reader, town.schema, 'all')
    if (all.some((each) => each.index === input.index && each.edition !== edition.id)) return fieldProblem('index', 'index-taken', { index: input.index })
    const standing = all.find((each) => each.edition === edition.id)
    if (standing?.state === 'public') return refuse('publication-exists', { index: standing.index })
    return { edition, standing, report: await findReportById(reader, town.schema, book, edition.report) }
  },
  decide: ({ edition, standing, report }, { input, today }) => {
    const told = { index_number: input.index, org: edition.org, day: today, issuer: input.issuer, mode: input.mode, category: input.category, theme: input.theme, made: input.made, scope: input.scope, small_cell: String(input.smallCell), state: 'public' }
    const { verb } = createPublication
    const changes: readonly Change[] = [
      standing === undefined
        ? { act: 'create', verb, ledger: 'publication', spans: [{ from: null, to: null, fields: { edition: String(edition.id), ...told } }] }
        : { act: 'correct', verb, ledger: 'publication', entry: standing.id, saw: standing.version, set: told },
      ...(report?.state === 'sent' ? [{ act: 'correct', verb, ledger: 'report', entry: report.id, saw: report.version, set: { state: 'published' } } as const] : []),
    ]
    return { changes }
  },
  present: ({ standing }, { input }, { id, journal }) => ({ publication: standing?.id ?? id, journal, codeDoubtful: !creditCodeHolds(codeOf(input.index)) }),
})

/** The page says from then on that it was withdrawn; a report with nothing public left is sent again, no more published. */
export const withdrawPublicationEndpoint = endpoint({
  route: withdrawPublication,
  load: async ({ input, town, book }, reader) => {
    const [publication] = await findPublications(reader, town.schema, input)
    if (publication === undefined) return refuse('not-found', { what: `#${input.publication}` })
    if (publication.version !== input.saw) return refuse('stale-version', { by: '' })
    if (publication.state === 'withdrawn') return refuse('publication-withdrawn')
    const [edition] = await findEditions(reader, town.schema, { edition: publication.edition })
    const report = edition === undefined ? undefined : await findReportById(reader, town.schema, book, edition.report)
    const own = new Set(report === undefined ? [] : (await findEditions(reader, town.schema, { report: report.id })).map((each) => each.id))
    const others = (await findPublications(reader, town.schema, 'all')).some((each) => each.id !== publication.id && each.state === 'public' && own.has(each.edition))
    return { publication, report, others }
  },
  decide: ({ publication, report, others }, { input }) => {
    const { verb } = withdrawPublication
    const changes: readonly Change[] = [
      { act: 'correct', verb, ledger: 'publication', entry: publication.id, saw: publication.version, set: { state: 'withdrawn' } },
      ...(report?.state === 'published' && !others ? [{ act: 'correct', verb, ledger: 'report', entry: report.id, saw: report.version, set: { state: 'sent' } } as const] : []),
    ]
    return { changes, reason: input.reason }
  },
  present: ({ publication }, _, { journal }) => ({ publication: publication.id, journal }),
})

const presentPublication = (it: PublicationEntry, edition: EditionEntry): z.input<typeof PublicationRef> => ({
  entry: it.id,
  version: it.version,
  edition: it.edition,
  title: edition.document.title,
  number: edition.number,
  smallCell: it.smallCell,
  state: it.state,
  ...presentCatalogue(it),
})

/** What the disclosure catalogue tells. */
export const presentCatalogue = ({ index, issuer, mode, category, theme, day, made, scope }: PublicationEntry) => ({ index, issuer, mode, category, theme, day, made, scope })
