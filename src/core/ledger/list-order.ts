import type { Ledger } from './ledger.ts'

/** One key rows are put in order by: a field, `id`, `valid_from` or `valid_to`. */
export type OrderKey = { readonly key: string; readonly desc: boolean }

/** Columns beside the fields that rows can be put in order by. */
export const rowColumns: readonly string[] = ['id', 'valid_from', 'valid_to']

/** The keys of a text such as `org,-money`; a minus is from great to small. */
export const parseOrder = (text: string | undefined): readonly OrderKey[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-')
    .map((part) => (part.startsWith('-') ? { key: part.slice(1), desc: true } : { key: part, desc: false }))

export const orderText = (order: readonly OrderKey[]): string | undefined => (order.length === 0 ? undefined : order.map(({ key, desc }) => `${desc ? '-' : ''}${key}`).join(','))

/**
 * The whole order of a list: what was asked, newest first where nothing was, and the entry number in the end, so that pages never overlap.
 * Under an organisation events follow by their day, as they stand in its index.
 */
export const fullOrder = (ledger: Pick<Ledger, 'shape' | 'dateField' | 'orgField'>, asked: readonly OrderKey[]): readonly OrderKey[] => {
  const order = asked.length > 0 ? asked : [{ key: (ledger.shape === 'event' ? ledger.dateField : undefined) ?? 'id', desc: true }]
  const at = order.findIndex(({ key }) => key === 'id')
  if (at >= 0) return order.slice(0, at + 1)
  const last = order[order.length - 1]
  const dated = order.length === 1 && last?.key === ledger.orgField && ledger.shape === 'event' && ledger.dateField !== undefined ? [{ key: ledger.dateField, desc: last.desc }] : []
  return [...order, ...dated, { key: 'id', desc: last?.desc === true }]
}
