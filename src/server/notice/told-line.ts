import type { TownBook } from '../../store/book.ts'
import type { Told } from '../../store/deliveries.ts'
import { procedureOf } from '../../store/matters.ts'
import type { Day } from '../../core/time/day.ts'
import { orgName } from '../org-ref.ts'

/** A matter as it is told outside: by its number, kind, office and day. Nothing that somebody typed goes out, for a group has readers the book does not know. */
export type ToldLine = { readonly ledger: string; readonly matter: number; readonly kind: string; readonly org: string; readonly due: string | null; readonly text: string; readonly link: string }

const saying: Readonly<Record<string, (limit: string) => string>> = {
  due: (limit) => `${limit}到期`,
  overdue: (limit) => `已超期，${limit}`,
  waits: () => '待办理',
  asked: () => '待接收',
  called: () => '待报到',
}

export const toldLine = (book: TownBook, today: Day, { kind, ledger: key, matter, org, clock, due }: Told, link: string): ToldLine => {
  const ledger = book.declared.ledgers.get(key)?.title.zh ?? key
  const holder = orgName(book.treeAt(today), org).zh
  const limit = `${procedureOf(book, key, matter)?.clocks.find((rule) => rule.key === clock)?.title.zh ?? '期限'} ${due ?? ''}`
  return { ledger, matter, kind, org: holder, due, text: `${ledger} #${matter}（${holder}）${saying[kind]?.(limit) ?? ''}`, link: `${link}/matters/${encodeURIComponent(key)}/${matter}` }
}
