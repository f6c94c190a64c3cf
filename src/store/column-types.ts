import pg from 'pg'

/**
 * How column values reach our code: decimals, days and instants as the text PostgreSQL writes, whole numbers of 64 bits as numbers when
 * they fit. Given to each pool, so no other user of the driver is affected.
 */

const asText = (text: string): string => text
type Oid = Parameters<typeof pg.types.getTypeParser>[0]
const textArray: number = 1009
const texts = pg.types.getTypeParser(textArray as Oid, 'text') as (text: string) => (string | null)[]

/** A bigint's text as a number; throws `RangeError` beyond ±(2^53 − 1) rather than losing digits. */
export function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`)
  return value
}

const safeIntegers = (text: string): (number | null)[] => texts(text).map((item) => (item === null ? null : safeInteger(item)))

/** By type oid: bigint, numeric, date, time, timetz, timestamp, timestamptz, interval, and arrays of them. */
const parsers = new Map<number, (text: string) => unknown>([
  [20, safeInteger],
  [1016, safeIntegers],
  ...[1700, 1082, 1083, 1266, 1114, 1184, 1186].map((oid) => [oid, asText] as const),
  ...[1231, 1182, 1183, 1270, 1115, 1185, 1187].map((oid) => [oid, texts] as const),
])

/** The `types` of every connection. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: Oid, format?: 'text' | 'binary') => {
    const ours = format === 'binary' ? undefined : parsers.get(oid)
    return ours ?? pg.types.getTypeParser(oid, format as 'text')
  }) as typeof pg.types.getTypeParser,
}
