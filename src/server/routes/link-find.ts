import { findLinked } from '../../api/link.ts'
import { foundIn } from '../../core/linking/fill-source.ts'
import { fillValues, findingFields, mostFound } from '../../core/linking/finding.ts'
import { firstText } from '../../core/linking/naming-fields.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { findField } from '../../core/ledger/ledger.ts'
import { findLinkedEntries } from '../../store/find-linked.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { fieldText } from '../present-fields.ts'
import { fieldProblem } from '../read-scope.ts'
import { spelt } from '../spelling.ts'
import { rightsIn } from './entry-read.ts'
import { openLedgers } from './ledger.ts'

export const findLinkedEndpoint = endpoint({
  route: findLinked,
  load: async (ask, reader) => {
    const { input, town } = ask
    const open = openLedgers(ask)
    const ledger = open.find((each) => each.ledger.key === input.ledger)?.ledger
    if (ledger === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const by = findField(ledger, input.field)
    const target = by === undefined ? undefined : foundIn(by)
    if (by === undefined || target === undefined) return fieldProblem('field', 'finds-nothing')
    const register = open.find((each) => each.ledger.key === target)
    if (register === undefined) return fieldProblem('field', 'not-found', { what: target })
    const text = input.q.trim()
    const found = text === '' ? [] : await findLinkedEntries(reader, town.schema, register.ledger, register.rights.read, { text, pattern: /^[a-zA-Z][a-zA-Z0-9]*$/.test(text) ? spelt(text.toLowerCase()) : undefined, fields: findingFields(register.ledger, register.rights), limit: mostFound + 1 })
    return { ledger, by, register, found }
  },
  present: ({ ledger, by, register, found }, ask) => ({
    register: { key: register.ledger.key, title: register.ledger.title },
    found: found.slice(0, mostFound).map((entry) => {
      const { fields } = lastSpan(entry)
      return { entry: entry.id, title: titleOf(register.ledger, entry, ask), facts: [...factsOf(register.ledger, entry, ask)], fill: { ...fillValues(ledger, by, register.ledger, fields, register.rights.writes(fields)) } }
    }),
    more: found.length > mostFound,
  }),
})

/** What an entry is called, masked where the reader sees it masked; its number where it has no name. */
export const titleOf = (ledger: Ledger, entry: Entry, ask: Pick<Ask<unknown>, 'caller' | 'book' | 'today'>): string => {
  const field = findField(ledger, firstText(ledger) ?? '')
  const { fields } = lastSpan(entry)
  return (field === undefined ? undefined : fieldText(field, fields, rightsIn(ledger, ask).writes(fields), ask.book.treeAt(ask.today))?.zh) ?? `#${entry.id}`
}

/** Two or three facts that tell entries of one name apart: what the list shows first. */
export const factsOf = function* (ledger: Ledger, entry: Entry, ask: Pick<Ask<unknown>, 'caller' | 'book' | 'today'>) {
  const name = firstText(ledger)
  const { fields } = lastSpan(entry)
  const plain = rightsIn(ledger, ask).writes(fields)
  const shown = [...new Set([...(ledger.columns ?? []), ledger.orgField, ...ledger.fields.map(({ key }) => key)])].filter((key) => key !== name)
  let told = 0
  for (const key of shown) {
    const field = findField(ledger, key)
    if (field === undefined || field.retired === true || field.kind === 'document' || field.kind === 'file' || field.kind === 'reference' || field.kind === 'sealed' || told === 3) continue
    const text = fieldText(field, fields, plain, ask.book.treeAt(ask.today))
    if (text === null) continue
    told += 1
    yield { title: field.title, text }
  }
}
