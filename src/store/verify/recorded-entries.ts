import type pg from 'pg'
import type { Entry, Span } from '../../core/ledger/entry.ts'
import { kindOf } from '../../core/ledger/kinds/kinds.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields, Value } from '../../core/ledger/value.ts'
import { eachChunk } from '../copy.ts'
import { shortest } from '../entries.ts'
import { columnsOf } from '../group-sql.ts'
import { ledgerTable, quote } from '../sql.ts'
import { lineReader, unescape } from './copy-lines.ts'

/** An entry as its table has it, with the payload of the journal row that its version names; undefined where there is no such row. */
export type Recorded = { readonly entry: Entry; readonly payload: string | undefined }

/** Visits every entry of a ledger in order of number, the void ones too. Spans that are not numbered from 0 on have no payload. */
export const eachRecorded = async (client: pg.PoolClient, schema: string, ledger: Ledger, visit: (recorded: Recorded) => void): Promise<void> => {
  const read = rowReader(ledger)
  let recorded: { entry: Entry & { spans: Span[] }; payload: string | undefined } | undefined
  const lines = lineReader((line) => {
    const row = read(line)
    if (recorded?.entry.id === row.id) {
      recorded.entry.spans.push(row.span)
      if (row.place !== recorded.entry.spans.length - 1 || row.version !== recorded.entry.version || row.void !== recorded.entry.void) recorded.payload = undefined
      return
    }
    if (recorded !== undefined) visit(recorded)
    recorded = { entry: { id: row.id, ledger: ledger.key, version: row.version, void: row.void, spans: [row.span] }, payload: row.place === 0 ? row.payload : undefined }
  })
  await eachChunk(client, copyText(schema, ledger), lines)
  if (recorded !== undefined) visit(recorded)
}

const copyText = (schema: string, ledger: Ledger): string => {
  const columns = columnsOf(ledger).map((column) => `t.${quote(column.name)}`).join(', ')
  return `copy (select ${columns}, case when t.span = 0 then j.payload end from ${quote(schema)}.${quote(ledgerTable(ledger.key))} as t
    left join ${quote(schema)}.journal as j on j.number = t.version and j.entry = t.id and j.ledger = '${ledger.key}' order by t.id, t.span) to stdout`
}

type Row = { readonly id: number; readonly place: number; readonly version: number; readonly void: boolean; readonly span: Span; readonly payload: string | undefined }

const rowReader = (ledger: Ledger): ((line: string) => Row) => {
  const first = 6
  const fields = ledger.fields.map((field) => ({ key: field.key, read: readerOf(kindOf(field).sqlType) }))
  const known = (part: string | undefined): part is string => part !== undefined && part !== '\\N'
  return (line) => {
    const parts = line.split('\t')
    const values: Record<string, Value> = {}
    for (const [index, field] of fields.entries()) {
      const part = parts[first + index]
      if (known(part)) values[field.key] = field.read(part)
    }
    const [id, place, version, isVoid, from, to] = parts
    const span = { from: known(from) ? from : null, to: known(to) ? to : null, fields: values as Fields } as Span
    const payload = parts[first + fields.length]
    return { id: Number(id), place: Number(place), version: Number(version), void: isVoid === 't', span, payload: known(payload) ? unescape(payload) : undefined }
  }
}

const readerOf = (type: string): ((part: string) => Value) => (type === 'numeric' ? shortest : type === 'boolean' ? (part) => part === 't' : unescape)
