import type { Cell } from '../importing/cell.ts'
import { cellText, narrow } from '../importing/cell.ts'
import type { Known } from '../importing/read-cell.ts'
import { isCellProblem, readCell } from '../importing/read-cell.ts'
import { unitNamed } from '../importing/unit-named.ts'
import type { Field } from '../ledger/field.ts'
import { scaleOf } from '../quantity/decimal.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { UnitKey } from '../quantity/unit.ts'
import { words } from '../words.ts'

/** Kinds a column is tried for; all else is text. */
export const triedKinds = ['integer', 'decimal', 'day', 'period', 'flag', 'org'] as const
export type TriedKind = (typeof triedKinds)[number]

/** What the cells of a column look like, blank ones left out. */
export type ColumnSurvey = {
  readonly filled: number
  /** How many cells each kind would take. */
  readonly reads: Readonly<Record<TriedKind, number>>
  /** Most decimals of a number, in the unit it is kept in. */
  readonly decimals: number
  readonly negative: boolean
  /** The unit numbers are kept in: of the head, else the one most cells name. */
  readonly unit: UnitKey | null
  readonly longest: number
  readonly lines: boolean
  /** Every value there is, the most frequent first; null where there are more than a list to choose from has. */
  readonly values: readonly string[] | null
  /** Whether no two cells say the same; null where that was not followed to the end. */
  readonly unique: boolean | null
  /** Cells that look like a mobile number, an identity number, a number that begins with 0. */
  readonly looks: { readonly phone: number; readonly identity: number; readonly zero: number }
  readonly samples: readonly string[]
}

/** Longest list to choose from that is told. */
export const mostValues = 50
/** So many values of one column, and of a sheet, are remembered to see whether any comes twice. */
const mostRemembered = 300_000
const mostInSheet = 3_000_000

/** What a sheet has left to remember, shared by its columns. */
export type Memory = { left: number }
export const freshMemory = (): Memory => ({ left: mostInSheet })

/** Looks at the cells of a column one by one; `unit` is what its head names. */
export const surveyColumn = (unit: string | undefined, known: Known, memory: Memory): { readonly see: (cell: Cell) => void; readonly tell: () => ColumnSurvey } => {
  const inHead = unit === undefined ? undefined : unitNamed(unit)?.key
  const reads = { integer: 0, decimal: 0, day: 0, period: 0, flag: 0, org: 0 }
  const looks = { phone: 0, identity: 0, zero: 0 }
  const units = new Map<UnitKey, number>()
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  const samples: string[] = []
  let [filled, decimals, longest] = [0, 0, 0]
  let [negative, lines, listed] = [false, false, true]
  let unique: boolean | null = true
  const number = (text: string, cell: Cell): void => {
    const value = readCell(cell, numberField(inHead ?? (/[%％]$/.test(text) || (cell?.kind === 'number' && cell.percent) ? '%' : undefined)), unit, known)
    if (typeof value !== 'string') return
    reads.decimal += 1
    const scale = scaleOf(value as Decimal)
    if (scale === 0) reads.integer += 1
    decimals = Math.max(decimals, scale)
    if (value.startsWith('-')) negative = true
    const named = cell?.kind === 'number' ? (cell.percent ? '%' : undefined) : unitNamed(/[^\d.,，\s]+$/.exec(text)?.[0] ?? '')?.key
    if (named !== undefined) units.set(named, (units.get(named) ?? 0) + 1)
  }
  const remember = (text: string): void => {
    if (unique !== true) return
    if (seen.has(text)) unique = false
    else if (seen.size >= mostRemembered || memory.left <= 0) unique = null
    else {
      seen.add(text)
      memory.left -= 1
      return
    }
    memory.left += seen.size
    seen.clear()
  }
  return {
    see: (cell) => {
      if (cell === null || cell.kind === 'error') return
      const text = narrow(cellText(cell))
      if (text === '' || readCell(cell, textField, undefined, known) === null) return
      filled += 1
      longest = Math.max(longest, text.length)
      if (text.includes('\n')) lines = true
      if (/^1[3-9]\d{9}$/.test(text)) looks.phone += 1
      if (/^\d{17}[\dXx]$/.test(text)) looks.identity += 1
      if (/^0\d+$/.test(text)) looks.zero += 1
      if (text.length <= 24) {
        if (cell.kind === 'number' || /^[-+−(¥￥]?\s*[\d〇零一二三四五六七八九十百千万两.]/.test(text)) number(text, cell)
        if (couldBeDay(cell, text) && !isCellProblem(readCell(cell, dayField, undefined, known))) reads.day += 1
        if (/^\d{4}/.test(text) && !isCellProblem(readCell(cell, periodField, undefined, known))) reads.period += 1
        if (cell.kind === 'flag' || yesAndNo.has(text.toLowerCase())) reads.flag += 1
      }
      if (cell.kind === 'text' && text.length <= 40 && !isCellProblem(readCell(cell, orgField, undefined, known))) reads.org += 1
      if (listed) counts.set(text, (counts.get(text) ?? 0) + 1)
      if (counts.size > mostValues) {
        counts.clear()
        listed = false
      }
      remember(text)
      if (samples.length < 3 && !samples.includes(text)) samples.push(text.length > 60 ? `${text.slice(0, 60)}…` : text)
    },
    tell: () => ({
      filled, reads, decimals, negative, longest, lines, unique, looks, samples,
      unit: inHead ?? [...units].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null,
      values: listed ? [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text) : null,
    }),
  }
}

/** Five digits are Excel's own count of days only to someone who knows that they are; here they are a number. */
const couldBeDay = (cell: Cell, text: string): boolean => cell?.kind === 'day' || (/\d/.test(text) && (/^\d{8}$/.test(text) || (cell?.kind === 'text' && !/^\d+$/.test(text))))

/** Words that say yes or no and nothing else; 合格 and 已完成 are told as they are. */
const yesAndNo: ReadonlySet<string> = new Set(['是', '否', '有', '无', '√', '✓', '✔', '×', '✗', '✘', 'y', 'n', 'yes', 'no', 'true', 'false'])

const tried = (kind: Field['kind']): Field => ({ key: 'tried', title: words('列', 'column'), kind })
const [textField, dayField, periodField, orgField] = [{ ...tried('note'), maxLength: 1_000_000 }, tried('day'), tried('period'), tried('org')]
const numberField = (unit: UnitKey | undefined): Field => ({ ...tried('decimal'), decimals: 12, ...(unit !== undefined && { unit }) })
