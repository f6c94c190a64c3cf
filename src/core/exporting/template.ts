import type { OrgTree } from '../access/org-tree.ts'
import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { unitOf } from '../quantity/unit.ts'
import type { Lang, Words } from '../words.ts'
import { words } from '../words.ts'
import { orgTexts } from './org-text.ts'
import { columnFields, sheetHeads } from './sheet-heads.ts'

/** A column of an empty sheet that is filled offline and dropped back. */
export type TemplateColumn = {
  readonly key: string
  readonly head: string
  readonly required: boolean
  /** What may stand here, in a sentence: shown beside the head and listed on the second sheet. */
  readonly note: string
  /** All that may stand here, where that is a list. */
  readonly list: readonly string[] | null
  readonly format: 'text' | 'day' | 'number'
  readonly decimals: number
  readonly min: string | null
  readonly max: string | null
}

/** An empty workbook of a ledger: its columns, and how to fill it. */
export type Template = { readonly title: string; readonly columns: readonly TemplateColumn[]; readonly guide: readonly string[]; readonly guideHeads: readonly string[] }

/** The template of a ledger. What the product writes itself and what a reference brings along is not asked for. */
export const templateOf = (ledger: Ledger, tree: OrgTree, titleOf: (ledger: string) => Words, lang: Lang): Template => {
  const heads = sheetHeads(ledger, lang)
  const carried = new Set(ledger.fields.flatMap((field) => (field.carries ?? []).map(({ to }) => to)))
  const fields = columnFields(ledger).filter((field) => field.fixed !== true && !carried.has(field.key))
  const orgText = orgTexts(tree, lang)
  const orgs = [...tree.orgs.values()].filter((org) => org.to === null).map((org) => orgText(org.code))
  const spans: readonly TemplateColumn[] = ledger.shape === 'event' ? [] : [spanColumn('valid_from', heads, true, lang), spanColumn('valid_to', heads, false, lang)]
  const key = new Set((ledger.unique ?? []).flat())
  return {
    title: ledger.title[lang],
    columns: [...spans, ...fields.map((field) => columnOf(field, heads.get(field.key) ?? field.key, orgs, key.has(field.key), titleOf, lang))],
    guide: (ledger.about === undefined ? guide : [ledger.about, ...guide]).map((line) => line[lang]),
    guideHeads: [words('栏目', 'Column'), words('必填', 'Required'), words('填写要求', 'What to fill in')].map((head) => head[lang]),
  }
}

const guide: readonly Words[] = [
  words('在第一张表从第二行起填写，一行一条；表头请勿改动，不用的栏目可以留空。', 'Fill in the first sheet from the second row on, one entry a row; leave the heads as they are, and leave empty what is not needed.'),
  words('填好后在台账页面选择“导入”，把本文件拖入即可。', 'When it is filled, choose "Import" on the page of the ledger and drop this file there.'),
]

const spanColumn = (key: 'valid_from' | 'valid_to', heads: ReadonlyMap<string, string>, required: boolean, lang: Lang): TemplateColumn => ({
  key, head: heads.get(key) ?? key, required, list: null, format: 'day', decimals: 0, min: null, max: null,
  note: sentence([required ? words('从哪一天起有效', 'The day it holds from') : words('到哪一天为止（不含当天）；仍有效的留空', 'The day it ends before; empty while it holds'), dayNote], lang),
})

const dayNote = words('日期，如 2023-06-30', 'A day such as 2023-06-30')

const columnOf = (field: Field, head: string, orgs: readonly string[], inKey: boolean, titleOf: (ledger: string) => Words, lang: Lang): TemplateColumn => ({
  key: field.key,
  head,
  required: field.required === true,
  note: sentence([...(field.required === true ? [words('必填', 'Required')] : []), ...kindNotes(field, titleOf), ...(inKey ? [words('用来识别条目，不能重复', 'Tells entries apart; not to be given twice')] : []), ...personalNotes(field)], lang),
  list: field.kind === 'choice' ? (field.choices ?? []).map((each) => each.title[lang]) : field.kind === 'flag' ? [words('是', 'yes'), words('否', 'no')].map((each) => each[lang]) : field.kind === 'org' ? orgs : null,
  format: field.kind === 'day' ? 'day' : field.kind === 'integer' || field.kind === 'decimal' ? 'number' : 'text',
  decimals: field.kind === 'decimal' ? (field.decimals ?? 0) : 0,
  min: field.min ?? null,
  max: field.max ?? null,
})

const kindNotes = (field: Field, titleOf: (ledger: string) => Words): readonly Words[] => {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return [field.kind === 'integer' ? words('整数', 'A whole number') : field.decimals === undefined ? words('数', 'A number') : words(`数，小数最多 ${field.decimals} 位`, `A number with at most ${field.decimals} decimals`), ...unitNotes(field), ...boundNotes(field)]
    case 'day':
      return [dayNote]
    case 'period':
      return [words('期间，如 2023-06、2023Q2、2023H1、2023', 'A period such as 2023-06, 2023Q2, 2023H1 or 2023')]
    case 'choice':
    case 'flag':
      return [words('从下拉列表选', 'Choose from the list')]
    case 'org':
      return [words('单位名称，从下拉列表选', 'An organisation, from the list')]
    case 'reference': {
      const title = titleOf(field.ledger ?? '')
      return [words(`“${title.zh}”里的名称、代码或条目号`, `The name, code or number of an entry of "${title.en}"`)]
    }
    case 'text':
      return [words(`文字，最多 ${field.maxLength ?? 400} 字`, `Text of at most ${field.maxLength ?? 400} signs`)]
    case 'note':
      return [words('文字，可以分行', 'Text, in several lines if need be')]
    case 'sealed':
      return [words('文字，导入后加密保存', 'Text; it is kept encrypted')]
    case 'document':
    case 'file':
      return []
    default:
      return field.kind satisfies never
  }
}

const unitNotes = ({ unit }: Field): readonly Words[] => (unit === undefined ? [] : [words(`单位：${unitOf(unit).name.zh}`, `In ${unitOf(unit).name.en}`)])

const boundNotes = ({ min, max }: Field): readonly Words[] => [
  ...(min === undefined ? [] : [words(`不小于 ${min}`, `Not below ${min}`)]),
  ...(max === undefined ? [] : [words(`不大于 ${max}`, `Not above ${max}`)]),
]

const personalNotes = ({ personal }: Field): readonly Words[] => (personal === undefined ? [] : [words('个人信息，请妥善保管本文件', 'Personal data: keep this file safe')])

const sentence = (parts: readonly Words[], lang: Lang): string => parts.map((part) => part[lang]).join({ zh: '；', en: '; ' }[lang])
