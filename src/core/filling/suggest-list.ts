import { bareTitle, kindWords, synonyms } from '../importing/synonyms.ts'
import { commonLength } from '../reading/likeness.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { columnFields } from '../exporting/sheet-heads.ts'
import type { BoundList, ListSource } from './binding.ts'
import type { BlankList } from './find-blanks.ts'

/** A list as it may be filled, and the ledgers that know most of its columns. */
export type SuggestedList = BoundList & { readonly near: readonly string[] }

/** Takes a list for the ledger that names most of its columns, if it names at least half of them; the surest first. An org and a day, which every ledger has, say little. */
export const suggestList = (list: BlankList, ledgers: readonly Ledger[], title: string): SuggestedList => {
  const scored = ledgers
    .map((ledger) => {
      const sources = listSources(list, ledger)
      const own = sources.filter((source) => source.kind === 'field' && !isCommon(ledger, source.field)).length
      const common = sources.filter((source) => source.kind === 'field').length - own
      const asked = sources.filter(({ kind }) => kind !== 'number').length
      return { ledger, sources, own, score: asked === 0 ? 0 : (own + common / 2) / asked + likeTitle(title, ledger) }
    })
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score || (a.ledger.key < b.ledger.key ? -1 : 1))
  const [best] = scored
  const sure = best !== undefined && best.score >= 0.5 && best.own > 0 ? best : undefined
  const columns = list.columns.map(({ column, heads, unit }, at) => ({ column, heads: heads.join('｜'), unit, source: sure?.sources[at] ?? numberOrNone(heads) }))
  return {
    sheet: list.sheet, from: list.from, to: list.to, heads: columns.map(({ heads }) => heads).join(' › '), ledger: sure?.ledger.key ?? null, where: '', sort: sure?.ledger.dateField ?? '', desc: false, inPeriod: true, columns,
    near: scored.slice(0, 5).map(({ ledger }) => ledger.key),
  }
}

/** What each column of a list is in a ledger, by name or by a word people use for it; each field once. */
export const listSources = (list: Pick<BlankList, 'columns'>, ledger: Ledger): readonly ListSource[] => {
  const used = new Set<string>()
  return list.columns.map(({ heads }) => {
    const last = heads[heads.length - 1] ?? ''
    if (isNumber(last)) return { kind: 'number' }
    const wanted = [last, heads.join('')].map(bareTitle)
    const fields = columnFields(ledger).filter((field) => !used.has(field.key))
    const found = fields.find((field) => wanted.includes(bareTitle(field.title.zh))) ?? fields.find((field) => [...(field.synonyms ?? []), ...synonyms(field)].map(bareTitle).some((word) => wanted.includes(word))) ?? fields.find((field) => kindWords(field).map(bareTitle).some((word) => wanted.includes(word))) ?? fields.find((field) => bareTitle(field.title.zh).length > 1 && wanted.some((word) => word.includes(bareTitle(field.title.zh)) || (word.length > 1 && bareTitle(field.title.zh).includes(word))))
    if (found === undefined) return { kind: 'none' }
    used.add(found.key)
    return { kind: 'field', field: found.key }
  })
}

const numberOrNone = (heads: readonly string[]): ListSource => (isNumber(heads[heads.length - 1] ?? '') ? { kind: 'number' } : { kind: 'none' })

const isNumber = (head: string): boolean => /^(序号|编号|序|No\.?)$/i.test(head)

const isCommon = (ledger: Ledger, field: string): boolean => field === ledger.orgField || field === ledger.dateField

/** How much of the name of a ledger the words above a list have, up to 0.3. */
const likeTitle = (title: string, ledger: Ledger): number => {
  const common = commonLength(title, nameOf(ledger))
  return common < 2 ? 0 : 0.3 * Math.min(1, common / 4)
}

/** 违法建筑拆除 of 违法建筑拆除台账. */
const nameOf = (ledger: Ledger): string => ledger.title.zh.replace(/(台账|名册|月报|批次)$/, '')
