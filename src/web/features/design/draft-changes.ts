import type { Draft, DraftLine } from '../../../core/designing/draft.ts'
import { englishOf } from '../../../core/designing/common-heads.ts'
import type { Field } from '../../../core/ledger/field.ts'

/** What a person does to a draft; lines go by their place. */
export type DraftChange =
  | { readonly do: 'set'; readonly set: Partial<Draft> }
  | { readonly do: 'line'; readonly at: number; readonly set: Partial<Omit<DraftLine, 'field'>> }
  | { readonly do: 'field'; readonly at: number; readonly field: Field }
  /** A key for a field; one that is another's is numbered. */
  | { readonly do: 'key'; readonly at: number; readonly key: string }
  | { readonly do: 'add'; readonly field: Field }
  | { readonly do: 'drop'; readonly at: number }

/** The draft after a change. What names a field by its key follows it; a field that is not taken any longer is named by nothing. */
export const changedDraft = (draft: Draft, change: DraftChange): Draft => {
  switch (change.do) {
    case 'set':
      return { ...draft, ...change.set }
    case 'line':
      return settled({ ...draft, lines: draft.lines.map((line, at) => (at === change.at ? { ...line, ...change.set } : line)) })
    case 'field': {
      const was = draft.lines[change.at]?.field.key
      const rename = (key: string | null): string | null => (key !== null && key === was ? change.field.key : key)
      return settled({ ...draft, orgField: rename(draft.orgField), dateField: rename(draft.dateField), unique: draft.unique.map((key) => rename(key) ?? key), lines: draft.lines.map((line, at) => (at === change.at ? { ...line, field: change.field } : line)) })
    }
    case 'key': {
      const field = draft.lines[change.at]?.field
      const others = new Set(draft.lines.flatMap((line, at) => (at === change.at ? [] : [line.field.key])))
      let key = change.key
      for (let number = 2; others.has(key); number += 1) key = `${change.key}_${number}`
      return field === undefined ? draft : changedDraft(draft, { do: 'field', at: change.at, field: { ...field, key } })
    }
    case 'add':
      return { ...draft, lines: [...draft.lines, { at: null, take: true, role: 'field', field: change.field }] }
    case 'drop':
      return settled({ ...draft, lines: draft.lines.filter((_, at) => at !== change.at) })
    default:
      return change satisfies never
  }
}

const settled = (draft: Draft): Draft => {
  const has = (key: string, kind?: Field['kind']): boolean => draft.lines.some((line) => line.take && line.field.key === key && (kind === undefined || line.field.kind === kind))
  const own = draft.orgField !== null && !has(draft.orgField, 'org')
  return { ...draft, orgField: own ? null : draft.orgField, org: own ? (draft.org ?? draft.owner) : draft.org, dateField: draft.dateField !== null && has(draft.dateField, 'day') ? draft.dateField : null, unique: draft.unique.filter((key) => has(key)) }
}

/** Another Chinese title; the English one follows while nobody has given it one of its own. */
export const retitled = <Named extends { readonly title: Field['title'] }>(it: Named, zh: string): Named => ({ ...it, title: { zh, en: it.title.en === '' || it.title.en === it.title.zh || it.title.en === englishOf(it.title.zh) ? englishOf(zh) : it.title.en } })
