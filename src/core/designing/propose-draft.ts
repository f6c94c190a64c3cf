import type { Column } from '../importing/find-header.ts'
import { unitNamed } from '../importing/unit-named.ts'
import type { Field } from '../ledger/field.ts'
import { reservedColumns } from '../ledger/field.ts'
import { words } from '../words.ts'
import { englishOf } from './common-heads.ts'
import type { Draft, DraftLine } from './draft.ts'
import { ownOrgKey } from './draft.ts'
import { inferKind } from './infer-kind.ts'
import type { Spell } from './spell-key.ts'
import { spellKey } from './spell-key.ts'
import type { ColumnSurvey } from './survey-column.ts'

/** A column of the sheet and what its cells look like. */
export type SurveyedColumn = { readonly column: Column; readonly survey: ColumnSurvey }

/** A sheet that was looked at from its first row to its last. */
export type SurveyedSheet = { readonly heading: string | null; readonly rows: number; readonly columns: readonly SurveyedColumn[] }

/** Where the ledger is to stand: who keeps it, and what is taken already. */
export type Place = { readonly name: string; readonly owner: string; readonly line: string; readonly spell: Spell; readonly isTaken: (ledger: string) => boolean }

/** So many columns are taken unless someone takes more. */
const mostTaken = 100

/** Columns that only number the rows. */
const counter = /^(序号|序|行号|no\.?|#)$/i

/**
 * A ledger for a sheet: a field for each column that holds anything, dated by a day that every row has (an event) or else by the day it is entered
 * (a register), belonging to the organisation every row names or else to the office that keeps it.
 */
export const proposeDraft = (sheet: SurveyedSheet, place: Place): Draft => {
  const title = titleOf(sheet.heading ?? place.name)
  const lines = linesOf(sheet, place.spell)
  const whole = (line: DraftLine): boolean => line.take && sheet.columns.find(({ column }) => column.at === line.at)?.survey.filled === sheet.rows
  const day = [...lines].filter((line) => line.field.kind === 'day' && line.role === 'field' && whole(line) && !laterDay.test(line.field.title.zh)).sort((a, b) => rank(dayHeads, a) - rank(dayHeads, b))[0]
  const org = [...lines].filter((line) => line.field.kind === 'org' && whole(line)).sort((a, b) => rank(orgHeads, a) - rank(orgHeads, b))[0]
  const key = lines.find((line) => whole(line) && line !== day && line !== org && tellsApart(line, sheet))
  return {
    key: spellKey(title, place.spell, '-', place.isTaken, 'ledger'),
    title: words(title, englishOf(title)),
    about: null,
    shape: day === undefined ? 'register' : 'event',
    line: place.line,
    owner: place.owner,
    villageEntry: false,
    orgField: org?.field.key ?? null,
    org: org === undefined ? place.owner : null,
    dateField: day?.field.key ?? null,
    unique: key === undefined ? [] : [key.field.key],
    lines,
  }
}

const linesOf = (sheet: SurveyedSheet, spell: Spell): readonly DraftLine[] => {
  const keys = new Set<string>([...reservedColumns, ownOrgKey])
  const titles = new Map<string, number>()
  let left = mostTaken
  return sheet.columns.map(({ column, survey }) => {
    const bare = (column.levels.join('') || column.title).slice(0, 40)
    const times = (titles.get(bare) ?? 0) + 1
    titles.set(bare, times)
    const title = times === 1 ? bare : `${bare}（${times}）`
    const key = spellKey(title, spell, '_', (each) => keys.has(each), 'field')
    keys.add(key)
    const take = survey.filled > 0 && !counter.test(bare) && left > 0
    if (take) left -= 1
    const field = fieldOf(key, title, { column, survey }, spell)
    return { at: column.at, take, role: field.kind !== 'day' ? 'field' : startHeads.test(bare) ? 'from' : endHeads.test(bare) ? 'to' : 'field', field }
  })
}

const fieldOf = (key: string, title: string, { column, survey }: SurveyedColumn, spell: Spell): Field => {
  const { choices, misfits: _, ...kind } = inferKind(title, survey)
  const shared = kind.kind !== 'decimal' && kind.kind !== 'integer' ? undefined : unitNamed(column.shared ?? '')?.key
  const told = kind.unit === undefined && shared !== undefined && !/[数量次率比%]$/.test(title) ? { kind: 'decimal' as const, unit: shared, decimals: Math.max(2, survey.decimals) } : {}
  const taken = new Set<string>()
  const choice = (text: string) => {
    const each = spellKey(text, spell, '-', (known) => taken.has(known), 'choice')
    taken.add(each)
    return { key: each, title: words(text, englishOf(text)) }
  }
  return { key, title: words(title, englishOf(title)), ...kind, ...told, ...(column.title !== title && { synonyms: [column.title.slice(0, 60)] }), ...(kind.kind === 'choice' && { choices: choices.map(choice) }), ...(kind.kind === 'text' && survey.longest > 400 && { maxLength: 2000 }) }
}

const dayHeads: readonly string[] = ['日期', '登记日期', '发生日期', '办理日期', '时间']
const orgHeads: readonly string[] = ['村', '村名', '村（社区）', '村社区', '行政村', '单位', '属地', '科室']
/** Days that say when something ends or began long before the row was written. */
const laterDay = /出生|到期|截止|有效期|成立|开工|竣工|完成|办结|整改/
const startHeads = /^(起始|启用|开始|生效|入住|入职|成立|登记入册)(日期|时间|日)$/
const endHeads = /^(终止|结束|注销|停用|失效)(日期|时间|日)$/

const rank = (heads: readonly string[], line: DraftLine): number => {
  const at = heads.indexOf(line.field.title.zh)
  return at < 0 ? heads.length : at
}

/** A column whose values never come twice and whose title names things. */
const tellsApart = (line: DraftLine, sheet: SurveyedSheet): boolean => {
  const survey = sheet.columns.find(({ column }) => column.at === line.at)?.survey
  return survey?.unique === true && survey.filled > 1 && (line.field.kind === 'text' || line.field.kind === 'sealed') && line.field.personal !== 'restricted' && /编号|编码|代码|证号|号码|身份证|名称|文号|车牌/.test(line.field.title.zh)
}

/** The heading of a sheet or the name of its file, without the year, the ending and marks of copies. */
const titleOf = (text: string): string => {
  const bare = text
    .replace(/\.(xlsx|xls|et|csv)$/i, '')
    .replace(/[(（]\d+[)）]|\d{4}年?(度|上半年|下半年|第?[一二三四1-4]季度|\d{1,2}月(份)?)?|[-_ ]?副本|样表|最新版?/g, '')
    .replace(/[\s_\-—·()（）]+$/g, '')
    .replace(/^[\s_\-—·]+/g, '')
    .trim()
  return bare === '' ? '新台账' : bare.slice(0, 40)
}
