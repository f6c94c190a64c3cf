import type { z } from 'zod'
import type { TownInfo } from '../api/session.ts'
import type { TownBook } from '../store/book.ts'
import type { House } from './house.ts'
import { orgRef } from './org-ref.ts'

/** What every screen says of the town it shows, and on what day. */
export const townInfo = (house: House, book: TownBook): z.infer<typeof TownInfo> => {
  const today = house.today()
  const tree = book.treeAt(today)
  const { zh, en } = tree.root === '' ? { zh: house.town.name, en: house.town.name } : orgRef(tree, tree.root)
  return { code: house.town.code, zh, en, demo: house.demo !== undefined, today }
}
