import { erasedWords } from '../access/mask.ts'
import type { Field } from '../ledger/field.ts'
import type { ValueProblem } from '../ledger/kinds/kind.ts'
import { isProblem, problem } from '../ledger/kinds/kind.ts'
import { kindOf } from '../ledger/kinds/kinds.ts'
import type { Value } from '../ledger/value.ts'
import { parsePeriod } from '../time/period.ts'
import type { Cell } from './cell.ts'
import { cellText, narrow } from './cell.ts'
import { readDay } from './read-day.ts'
import { readFlag } from './read-flag.ts'
import { readNumber } from './read-number.ts'

/** What is known beside the sheet: organisations by every name they go by, and the year of a day written without one. */
export type Known = { readonly orgs: ReadonlyMap<string, string>; readonly year: number }

export const isCellProblem = (value: Value | ValueProblem): value is ValueProblem => isProblem(value)

/**
 * Reads a cell for a field as people write it; nothing is guessed. A reference and a sealed value come back as the text that names them, for
 * whoever can look them up or seal them. `unit` is what the head of the column says.
 */
export const readCell = (cell: Cell, field: Field, unit: string | undefined, known: Known): Value | ValueProblem => {
  if (cell === null) return null
  if (cell.kind === 'error') return problem(cell.text.startsWith('=') ? 'formula-empty' : 'cell-error', { value: cell.text })
  if (cell.kind === 'text' && cell.text.length > longestBlank && (field.kind === 'text' || field.kind === 'note')) return kindOf(field).parse(cell.text.trim(), field)
  const text = narrow(cellText(cell))
  if (text === '' || blanks.has(text)) return null
  switch (field.kind) {
    case 'decimal':
    case 'integer':
      return readNumber(cell, field, unit)
    case 'day':
      return readDay(cell, known.year)
    case 'period':
      return parsePeriod(text)?.key ?? periodIn(text) ?? problem('not-period', { value: short(text) })
    case 'flag':
      return readFlag(cell, text, field)
    case 'choice':
      return choiceOf(field, text)
    case 'org':
      return orgOf(text, known) ?? problem('not-org', { value: short(text) })
    case 'reference':
    case 'sealed': {
      if (/^•+$/.test(text) || Object.values(erasedWords).includes(text)) return null // how an export shows it
      const whole = wholeText(cell, text)
      return !isProblem(whole) && whole.length > longestName ? problem('text-too-long', { max: longestName }) : whole
    }
    default: {
      const whole = wholeText(cell, cell.kind === 'text' ? cell.text.trim() : text)
      return isProblem(whole) ? whole : kindOf(field).parse(whole, field)
    }
  }
}

/** What stands in a cell to say that there is nothing. */
const blanks: ReadonlySet<string> = new Set(['-', '--', '—', '——', '/', '\\', '无数据', 'N/A', 'n/a'])

/** No text longer than this says that there is nothing, but for spaces around it. */
const longestBlank = 12

/** The name of an entry, or what is sealed, is never longer. */
const longestName = 400

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** A number of more digits than Excel keeps has lost its last ones: an identity number must be text. */
const wholeText = (cell: Cell, text: string): string | ValueProblem => (cell?.kind === 'number' && text.replace(/\D/g, '').length > 15 ? problem('digits-lost', { value: text }) : text)

const choiceOf = (field: Field, text: string): Value | ValueProblem => {
  const wanted = bare(text)
  const found = (field.choices ?? []).filter((choice) => [choice.key, choice.title.zh, choice.title.en, ...(choice.synonyms ?? [])].some((name) => bare(name) === wanted))
  if (found.length === 1) return found[0]?.key ?? null
  const near = (field.choices ?? []).filter((choice) => withoutNote(bare(choice.title.zh)) === withoutNote(wanted))
  return found.length === 0 && near.length === 1 ? (near[0]?.key ?? null) : problem('not-choice', { value: short(text) })
}

const bare = (name: string): string => narrow(name).replace(/\s+/g, '').toLowerCase()

/** 大户 of 大户(50头以上). */
const withoutNote = (name: string): string => name.replace(/(.)\([^()]*\)$/, '$1')

/** An organisation by a name it goes by, or by one that says before it which town it is of. */
const orgOf = (text: string, known: Known): string | undefined => {
  const name = text.replace(/\s+/g, '')
  return known.orgs.get(text) ?? known.orgs.get(name) ?? known.orgs.get(/^.{1,8}?(?:镇|乡|街道)(.{2,})$/.exec(name)?.[1] ?? '')
}

/** 2023年6月, 2023年上半年, 2023年第二季度, 2023年. */
const periodIn = (text: string): string | undefined => {
  const [, year = '', rest = ''] = /^(\d{4})年?[./-]?(.*)$/.exec(text.replace(/\s+/g, '')) ?? []
  if (year === '') return undefined
  const month = /^(\d{1,2})月?(?:份)?$/.exec(rest)?.[1]
  const quarter = /^第?([一二三四1-4])季度?$/.exec(rest)?.[1]
  const key = rest === '' || rest === '度' || rest === '全年' ? year : rest === '上半年' ? `${year}H1` : rest === '下半年' ? `${year}H2` : month !== undefined ? `${year}-${month.padStart(2, '0')}` : quarter !== undefined ? `${year}Q${'一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) + 1 : quarter}` : ''
  return parsePeriod(key)?.key
}
