import type { Ledger } from '../ledger/ledger.ts'

/** The fields an entry is called by: what is unique by itself, and the first text the list shows. */
export const namingFields = (ledger: Ledger): readonly string[] => {
  const texts = new Set(ledger.fields.filter((field) => field.kind === 'text' && field.personal !== 'sealed').map((field) => field.key))
  const alone = (ledger.unique ?? []).flatMap((key) => (key.length === 1 && texts.has(key[0] ?? '') ? key : []))
  const first = firstText(ledger)
  return [...new Set([...alone, ...(first === undefined ? [] : [first])])]
}

/** The one field an entry is titled with; undefined where a ledger has no line of text. */
export const firstText = (ledger: Ledger): string | undefined => {
  const texts = new Set(ledger.fields.filter((field) => field.kind === 'text' && field.retired !== true).map((field) => field.key))
  return [...(ledger.columns ?? []), ...texts].find((key) => texts.has(key))
}
