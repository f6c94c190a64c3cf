import type { z } from 'zod'
import { acceptSource, readSource } from '../../api/source.ts'
import type { ReadCommitmentOut, ReadFigureOut } from '../../api/source.ts'
import { mayUse } from '../../core/access/policy.ts'
import { documentHead } from '../../core/reading/document-head.ts'
import type { ReadCommitment, ReadFigure } from '../../core/reading/reading.ts'
import { officeWords, suggestOwner } from '../../core/reading/suggest-owner.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import type { TownBook } from '../../store/book.ts'
import { findSources, textOfSource } from '../../store/sources.ts'
import type { GivenDocument, TakenDocument } from '../document/given-document.ts'
import { takeDocument } from '../document/given-document.ts'
import type { Understood } from '../document/understand.ts'
import { understandApart } from '../document/understand-apart.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { againstBook, together } from '../source-check.ts'
import type { BoundFigure } from '../source-figures.ts'
import { bindFigures, presentSuggestions } from '../source-figures.ts'
import { maySee } from './source.ts'

/** Reads a document against the book; nothing of it is kept. */
export const readSourceEndpoint = endpoint({
  route: readSource,
  load: async (ask, reader) => {
    const taken = await takeKnown(ask, reader)
    if (isRefusal(taken)) return taken
    const understood = taken.figures === undefined ? await understandApart(taken.text) : tabled(taken.text, taken.figures)
    if (isRefusal(understood)) return fieldProblem(ask.input.content === undefined ? 'text' : 'content', understood.code, understood.details)
    const { head, reading, checked } = understood
    const from = { handle: reader, schema: ask.town.schema, book: ask.book }
    const { bound, book } = await bindFigures(from, taken.text, head, reading.figures)
    return { taken, head, reading, bound, book, checked: together(checked, await againstBook(from, bound, book, head.day)) }
  },
  present: ({ taken, head, reading, bound, book, checked }, ask) => {
    const owners = officesAt(ask.book, ask.today)
    return {
      name: taken.name,
      hash: taken.hash,
      size: taken.bytes.length,
      kind: taken.kind,
      encoding: taken.encoding,
      text: taken.text,
      title: head.title,
      day: head.day,
      year: head.year,
      figures: bound.map((each) => presentFigure(each, book, ask.book.orgs.root)),
      commitments: reading.commitments.map((each) => presentCommitment(each, suggestOwner(each.quote, owners))),
      directions: reading.directions.map(({ quote, offset }) => ({ quote, offset })),
      findings: [...checked.findings],
      confirmed: [...checked.confirmed],
      known: taken.known,
      can: { [acceptSource.verb]: mayUse(ask.caller.posts, acceptSource.verb) },
    }
  },
})

/** A workbook whose columns name its figures says nothing beside them. */
const tabled = (text: string, figures: readonly ReadFigure[]): Understood => ({ head: documentHead(text), reading: { figures, commitments: [], directions: [] }, checked: { findings: [], confirmed: [] } })

/** What was handed over; a document that was accepted before comes with the text its places are counted in. */
export const takeKnown = async (ask: Ask<GivenDocument>, reader: Reader): Promise<(TakenDocument & { readonly known: number | null }) | Refusal> => {
  const taken = await takeDocument(ask.input)
  if (isRefusal(taken)) return taken
  const [source] = await findSources(reader, ask.town.schema, { hash: taken.hash })
  if (source === undefined || !maySee(source, ask)) return { ...taken, known: null }
  return { ...taken, text: await textOfSource(reader, ask.town.schema, source.id), known: source.id }
}

/** The words of the offices in force. */
const officesAt = (book: TownBook, today: Day) =>
  officeWords([...book.treeAt(today).orgs.values()].filter((org) => org.from <= today && (org.to === null || org.to > today)), book.declared.ledgers.values(), book.declared.measures.values())

const presentFigure = (it: BoundFigure, book: Parameters<typeof presentSuggestions>[1], root: string): z.input<typeof ReadFigureOut> => {
  const { attached, rules, row, ...figure } = it.figure
  return { ...figure, attached: attached.map((each) => ({ ...each })), rules: [...rules], ...(row !== undefined && { row: { ...row, org: it.org ?? null } }), periodKey: it.periodKey, suggestions: presentSuggestions(it, book, root) }
}

const presentCommitment = (it: ReadCommitment, owner: string | null): z.input<typeof ReadCommitmentOut> => {
  const { milestones, rules, ...commitment } = it
  return { ...commitment, milestones: milestones.map((each) => ({ ...each })), rules: [...rules], owner }
}
