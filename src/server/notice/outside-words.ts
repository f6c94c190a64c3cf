import type { Day } from '../../core/time/day.ts'
import type { Lang, Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'
import type { TownBook } from '../../store/book.ts'
import { orgName } from '../org-ref.ts'

/** What messages outside say, in the language of their channel; letters are in Chinese. */
export type OutsideWords = {
  readonly title: (town: string, matters: number) => string
  readonly trial: (town: string) => string
  readonly more: (matters: number) => string
  readonly line: (ledger: string, matter: number, holder: string, said: string) => string
  readonly limit: string
  /** By the kind of what is told; `limit` names a clock and its day. */
  readonly said: Readonly<Record<string, (limit: string) => string>>
}

/** The town as it is called outside: by its name in Chinese, and in English by that of its first org. */
export const townIn = (book: TownBook, today: Day, name: string): Words => {
  const tree = book.treeAt(today)
  return words(name, tree.root === '' ? name : orgName(tree, tree.root).en)
}

export const outsideWords: Readonly<Record<Lang, OutsideWords>> = {
  zh: {
    title: (town, matters) => `${town}：${matters} 件事项提醒`,
    trial: (town) => `${town}：测试消息，收到即表示设置正确`,
    more: (matters) => `另有 ${matters} 件`,
    line: (ledger, matter, holder, said) => `${ledger} #${matter}（${holder}）${said}`,
    limit: '期限',
    said: { due: (limit) => `${limit}到期`, overdue: (limit) => `已超期，${limit}`, waits: () => '待办理', asked: () => '待接收', called: () => '待报到' },
  },
  en: {
    title: (town, matters) => `${town}: ${matters} ${matters === 1 ? 'matter' : 'matters'} to look at`,
    trial: (town) => `${town}: a message of trial; the channel is set up`,
    more: (matters) => `and ${matters} more`,
    line: (ledger, matter, holder, said) => `${ledger} #${matter} (${holder}): ${said}`,
    limit: 'Limit',
    said: { due: (limit) => `due, ${limit}`, overdue: (limit) => `overdue, ${limit}`, waits: () => 'to be handled', asked: () => 'to be accepted', called: () => 'called for help' },
  },
}
