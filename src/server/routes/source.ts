import type { z } from 'zod'
import { acceptSource, fetchSource, listSources, openSource } from '../../api/source.ts'
import type { SourceOpen, SourceRef } from '../../api/source.ts'
import { mayUse } from '../../core/access/policy.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { changePhrase, percentChange } from '../../core/quantity/comparison.ts'
import type { Decimal } from '../../core/quantity/decimal.ts'
import { printQuantity } from '../../core/quantity/wording.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'
import { getFile } from '../../store/files.ts'
import { namesOf } from '../../store/people.ts'
import type { SourceRow } from '../../store/sources.ts'
import { acceptedFrom, findSources, textOfSource } from '../../store/sources.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { rightsIn } from './entry-read.ts'

export const listSourcesEndpoint = endpoint({
  route: listSources,
  load: async (ask, reader) => {
    const sources = (await findSources(reader, ask.town.schema)).filter((source) => maySee(source, ask))
    return { sources, nameOf: await namesOf(reader, ask.town.schema, sources.map((source) => source.person)) }
  },
  present: ({ sources, nameOf }, { caller }) => ({ sources: sources.map((source) => presentSource(source, nameOf)), can: { [acceptSource.verb]: mayUse(caller.posts, acceptSource.verb) } }),
})

export const openSourceEndpoint = endpoint({
  route: openSource,
  load: async (ask, reader) => {
    const source = await loadSource(ask, reader)
    if ('refused' in source) return source
    const accepted = (await acceptedFrom(reader, ask.town.schema, ask.book, source.id)).filter((entry) => mayRead(entry, ask))
    return { source, accepted, text: await textOfSource(reader, ask.town.schema, source.id), nameOf: await namesOf(reader, ask.town.schema, [source.person]) }
  },
  present: ({ source, accepted, text, nameOf }, { book, caller }) => ({
    ...presentSource(source, nameOf),
    text,
    accepted: accepted.map((entry) => presentAccepted(entry, book.declared.measures)),
    can: { [acceptSource.verb]: mayUse(caller.posts, acceptSource.verb), [fetchSource.verb]: mayUse(caller.posts, fetchSource.verb) },
  }),
})

/** The bytes as they were handed over, never shown in the page: as a file to keep. */
export const fetchSourceEndpoint = endpoint({
  route: fetchSource,
  load: async (ask, reader) => {
    const source = await loadSource(ask, reader)
    return 'refused' in source ? source : { source, file: await getFile(reader, ask.town.schema, source.hash) }
  },
  present: ({ source, file }) => ({ bytes: file.bytes, type: file.mediaType, name: source.name.replace(/[\\/:*?"<>|\r\n]/g, '_') }),
})

/** A document the caller may see, by its entry. */
const loadSource = async (ask: Ask<{ readonly source: number }>, reader: Reader): Promise<SourceRow | Refusal> => {
  const [source] = await findSources(reader, ask.town.schema, { id: ask.input.source })
  return source === undefined || !maySee(source, ask) ? refuse('not-found', { what: `#${ask.input.source}` }) : source
}

/** Whether a document is one of the caller's rows. */
export const maySee = ({ org }: Pick<SourceRow, 'org'>, ask: Parameters<typeof rightsIn>[1]): boolean => {
  const ledger = ask.book.declared.ledgers.get('source')
  return ledger !== undefined && rightsIn(ledger, ask).reads({ org })
}

const mayRead = (entry: Entry, ask: Parameters<typeof rightsIn>[1]): boolean => {
  const ledger = ask.book.declared.ledgers.get(entry.ledger)
  return ledger !== undefined && rightsIn(ledger, ask).reads(lastSpan(entry).fields)
}

const presentSource = (source: SourceRow, nameOf: (person: number) => string): z.infer<typeof SourceRef> => {
  const { id, title, name, day, size, person, recordedAt, figures, commitments, directions } = source
  return { entry: id, title, name, day, size, acceptedBy: nameOf(person), recordedAt, figures, commitments, directions }
}

const presentAccepted = (entry: Entry, measures: ReadonlyMap<string, Measure>): SourceOpen['accepted'][number] => {
  const { fields } = lastSpan(entry)
  const text = (key: string): string => String(fields[key] ?? '')
  const place = { quote: text('quote'), offset: Number(fields['offset'] ?? 0), ledger: entry.ledger, entry: entry.id, void: entry.void }
  if (entry.ledger === 'reported') {
    const measure = measures.get(text('measure'))
    return { ...place, kind: 'figure', title: measure?.title ?? same(text('measure')), value: statedText(fields['value'], fields['growth'], measure) }
  }
  return { ...place, kind: fields['kind'] === 'direction' ? 'direction' : 'commitment', title: same(text('text')), value: fields['target'] === undefined ? null : `${text('target')}${text('target_unit')}` }
}

/** A stated value as its measure prints it, without its words of rounding; the growth where only that is stated. */
const statedText = (value: unknown, growth: unknown, measure: Measure | undefined): string | null => {
  if (typeof value === 'string') return measure === undefined ? value : printQuantity(value as Decimal, { ...measure.display, wording: undefined, decimals: 12 }).text
  return typeof growth === 'string' ? changePhrase(percentChange(growth as Decimal), 'zh') : null
}

const same = (text: string): Words => words(text, text)
