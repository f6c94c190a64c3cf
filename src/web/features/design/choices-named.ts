import { englishOf } from '../../../core/designing/common-heads.ts'
import type { Choice } from '../../../core/ledger/field.ts'
import { call } from '../../app/call.ts'

/** Choices of these titles, in their order: those that stand keep their keys, new ones are given keys by the server. */
export const choicesNamed = async (titles: readonly string[], standing: readonly Choice[]): Promise<readonly Choice[]> => {
  const wanted = [...new Set(titles.map((title) => title.trim()).filter((title) => title !== ''))]
  const fresh = wanted.filter((title) => !standing.some((choice) => choice.title.zh === title))
  const { keys } = fresh.length === 0 ? { keys: [] } : await call('design.name', { of: 'choice', titles: fresh })
  const used = new Set(standing.map((choice) => choice.key))
  const made = new Map(fresh.map((title, at) => [title, free(keys[at] ?? `choice-${at + 1}`, used)]))
  return wanted.map((title) => standing.find((choice) => choice.title.zh === title) ?? { key: made.get(title) ?? title, title: { zh: title, en: englishOf(title) } })
}

const free = (key: string, used: Set<string>): string => {
  let each = key
  for (let number = 2; used.has(each); number += 1) each = `${key}-${number}`
  used.add(each)
  return each
}
