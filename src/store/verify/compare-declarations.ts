import type { Json } from '../../core/journal/canonical.ts'
import { canonical } from '../../core/journal/canonical.ts'
import { Declaration } from '../../core/journal/declaration.ts'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { Declared } from './chain-check.ts'
import type { Difference } from './difference.ts'
import { mostOfAKind } from './difference.ts'

type Kept = { readonly number: number; readonly kind: string; readonly key: string; readonly version: number; readonly series: number | null; readonly declaration: Json }

/** Declarations are what the journal declared, one by one: with their key, the number of their version and that of their series. */
export const compareDeclarations = async (handle: Handle, schema: string, told: readonly Declared[]): Promise<readonly Difference[]> => {
  const found = await rowsOf<Kept>(handle, sql`select number, kind, key, version, series, declaration from ${table(schema, 'declarations')}`)
  const kept = new Map(found.map((row) => [row.number, `${placeText(row)} ${canonical({ kind: row.kind, [row.kind]: row.declaration }, 'kept')}`]))
  const place = placing()
  const expected = new Map(told.map(({ number, payload }) => [number, `${place(payload)} ${payload}`]))
  const numbers = [...new Set([...kept.keys(), ...expected.keys()])].filter((number) => kept.get(number) !== expected.get(number))
  return numbers.slice(0, mostOfAKind).map((number) => ({ kind: 'declaration', where: `#${number}`, expected: expected.get(number) ?? '', found: kept.get(number) ?? '' }))
}

const placeText = ({ kind, key, version, series }: Pick<Kept, 'kind' | 'key' | 'version' | 'series'>): string => `${kind} ${key} v${version}${series === null ? '' : ` series ${series}`}`

/** Where each declaration belongs, given one after the other: versions count by key, series by measure that posts. */
const placing = (): ((payload: string) => string) => {
  const versions = new Map<string, number>()
  let last = 0
  return (payload) => {
    const read = Declaration.safeParse(jsonOf(payload))
    if (!read.success) return ''
    const { kind } = read.data
    const key = read.data.kind === 'ledger' ? read.data.ledger.key : read.data.measure.key
    const version = (versions.get(`${kind} ${key}`) ?? 0) + 1
    versions.set(`${kind} ${key}`, version)
    const posts = read.data.kind === 'measure' && read.data.measure.definition.kind !== 'formula'
    return placeText({ kind, key, version, series: posts ? (last += 1) : null })
  }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the chain tells that this row is not what was written
  }
}
