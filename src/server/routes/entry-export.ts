import { entryRoutes } from '../../api/entry.ts'
import { personalKeys } from '../../core/access/read-row.ts'
import { isNothing } from '../../core/access/predicate.ts'
import { templateOf } from '../../core/exporting/template.ts'
import { columnFields } from '../../core/exporting/sheet-heads.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { readListQuery } from '../../core/ledger/list-query.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { words } from '../../core/words.ts'
import { writeTemplate } from '../../formats/xlsx/write-template.ts'
import type { Endpoint } from '../call.ts'
import { mediaTypes } from '../document/media-type.ts'
import { endpoint } from '../endpoint.ts'
import { exportStream } from '../export-stream.ts'
import { fieldProblem } from '../read-scope.ts'
import { demoMark } from '../demo-mark.ts'
import { askingOf } from './entry-list.ts'
import { record } from './personal.ts'
import { ledgerProblem, rightsIn } from './entry-read.ts'

/** The list as it is filtered and sorted on screen, all of its rows, seen with the caller's eyes. */
export const exportEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).export
  return endpoint({
    route,
    permit: (ask) => ledgerProblem(ledger, route.verb, ask),
    load: async (ask) => {
      const { q, where, sort, desc } = ask.input
      const rights = rightsIn(ledger, ask)
      const asked = { q, where, sort, desc: desc === 'true', voided: ask.input.void === 'true' }
      const query = readListQuery(ledger, rights, asked, askingOf(ask))
      const columns = readColumns(ledger, ask.input.columns)
      if (isRefusal(query)) return query
      return isRefusal(columns) ? columns : { rights, query, asked: { ...asked, ...(columns === undefined ? {} : { columns }) }, personal: personalKeys(ledger, columns), read: undefined as number | undefined }
    },
    prepare: async (seen, ask) => {
      if (seen.personal.length === 0) return seen
      const read = await record(ask, { verb: 'entry.export', ledger: ledger.key, entry: null, field: seen.personal.join(','), rows: null, purpose: '' })
      return isRefusal(read) ? read : { ...seen, read: read.number }
    },
    present: ({ rights, query, asked, read }, { town, book, today, caller, house, input }) => {
      const demo = house.demo === undefined ? undefined : demoMark
      const { format, lang } = input
      const stream = exportStream({ town, ledger, rights, query, asked, tree: book.treeAt(today), format, lang, by: caller.name, now: new Date().toISOString(), ...(read === undefined ? {} : { read }), ...(demo === undefined ? {} : { demo }) })
      return { stream, type: fileTypes[format], name: `${ledger.title[lang]}${demo === undefined ? '' : '（演示）'}${today}${read === undefined ? '' : `-${{ zh: '查阅记录', en: 'read' }[lang]}${read}`}.${format}` }
    },
  })
}

const fileTypes = { xlsx: mediaTypes.xlsx, csv: 'text/csv; charset=utf-8' } as const

const readColumns = (ledger: Ledger, text: string | undefined): readonly string[] | undefined | Refusal => {
  const keys = (text ?? '').split(',').map((key) => key.trim()).filter((key) => key !== '')
  const columns = new Set([...(ledger.shape === 'register' ? ['valid_from', 'valid_to'] : []), ...columnFields(ledger).map((field) => field.key)])
  const unknown = keys.find((key) => !columns.has(key))
  if (unknown !== undefined) return fieldProblem('columns', 'field-unknown', { field: unknown })
  return keys.length === 0 ? undefined : [...new Set(keys)]
}

/** An empty workbook to fill offline, for whoever may enter rows. */
export const templateEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).template
  return endpoint({
    route,
    permit: (ask) => ledgerProblem(ledger, route.verb, ask) ?? (isNothing(rightsIn(ledger, ask).write) ? refuse('forbidden', { verb: route.verb }) : undefined),
    load: async ({ input }) => input.lang,
    present: async (lang, { book, today }) => {
      const template = templateOf(ledger, book.treeAt(today), (key) => book.declared.ledgers.get(key)?.title ?? words(key, key), lang)
      return { bytes: await writeTemplate(template, lang), type: mediaTypes.xlsx, name: `${template.title}${{ zh: '填报模板', en: ' template' }[lang]}.xlsx` }
    },
  })
}
