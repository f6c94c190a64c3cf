import type { TownBook } from '../../store/book.ts'
import type { Told } from '../../store/deliveries.ts'
import { procedureOf } from '../../store/matters.ts'
import type { Day } from '../../core/time/day.ts'
import type { Lang } from '../../core/words.ts'
import { orgName } from '../org-ref.ts'
import { outsideWords } from './outside-words.ts'

/** A matter as it is told outside: by its number, kind, office and day. Nothing that somebody typed goes out, for a group has readers the book does not know. */
export type ToldLine = { readonly ledger: string; readonly matter: number; readonly kind: string; readonly org: string; readonly due: string | null; readonly text: string; readonly link: string }

export const toldLine = (book: TownBook, today: Day, { kind, ledger: key, matter, org, clock, due }: Told, link: string, lang: Lang): ToldLine => {
  const words = outsideWords[lang]
  const ledger = book.declared.ledgers.get(key)?.title[lang] ?? key
  const holder = orgName(book.treeAt(today), org)[lang]
  const limit = `${procedureOf(book, key, matter)?.clocks.find((rule) => rule.key === clock)?.title[lang] ?? words.limit} ${due ?? ''}`
  return { ledger, matter, kind, org: holder, due, text: words.line(ledger, matter, holder, words.said[kind]?.(limit) ?? ''), link: `${link}/matters/${encodeURIComponent(key)}/${matter}` }
}
