import type { Field } from '../ledger/field.ts'
import type { ValueProblem } from '../ledger/kinds/kind.ts'
import { problem } from '../ledger/kinds/kind.ts'
import type { Cell } from './cell.ts'

const yes: ReadonlySet<string> = new Set(['是', '有', '√', '✓', '✔', '☑', '对', '已', 'y', 'yes', 'true', '1'])
const no: ReadonlySet<string> = new Set(['否', '无', '×', '✗', '✘', '☒', '没有', '不', 'n', 'no', 'false', '0'])

/**
 * Yes or no as people write it. A word that says how a thing went (合格, 已完成, 达标) answers a question only where the title asks for that very word,
 * and with 不 or 未 before it the contrary; a letter x is a tick to some and a cross to others.
 */
export const readFlag = (cell: Cell, text: string, field: Field): boolean | ValueProblem => {
  if (cell?.kind === 'flag') return cell.value
  const said = text.toLowerCase()
  if (yes.has(said)) return true
  if (no.has(said)) return false
  const [, contrary = '', word = ''] = /^(不|未|没有|没|无|非)?(?:已经|已|有)?(.+?)[了。]?$/.exec(said) ?? []
  const asked = field.title.zh.replace(/^(是否|有无|能否)(已经|已)?/, '')
  if (word !== '' && asked !== '' && !/[不未无违超]/.test(asked) && (asked === word || asked.endsWith(word) || (word.length > 1 && asked.startsWith(word)))) return contrary === ''
  return problem(said === '' ? 'not-flag' : 'flag-unclear', { value: text.length > 20 ? `${text.slice(0, 20)}…` : text })
}
