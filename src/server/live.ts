import type { ServerResponse } from 'node:http'
import { readHead } from '../store/book.ts'
import { sectionVersions } from '../store/sections.ts'
import type { Town } from '../store/town.ts'
import { openTeller } from './teller.ts'

/** Someone who has a report open, and the section she is writing in; kept while the connection lasts and nowhere else. */
export type Watcher = { readonly report: number; readonly section: number | null; readonly person: number; readonly name: string; readonly to: Pick<ServerResponse, 'write' | 'end'> }

/** What a watcher is told: the head of the book, the versions of the report and its sections, and who is where. */
export type LiveNews = { readonly head: number; readonly report: number; readonly state: string | null; readonly sections: Readonly<Record<string, number>>; readonly present: readonly { readonly person: number; readonly name: string; readonly section: number | null }[] }

export type Live = {
  readonly join: (watcher: Watcher) => () => void
  /** Something was written: tell soon. */
  readonly nudge: () => void
  readonly close: () => void
}

/** Tells everyone who has a report open when the book or its sections changed, over server-sent events. */
export const openLive = (town: Pick<Town, 'db' | 'schema'>): Live => {
  const watchers = new Set<Watcher>()
  const told = new Map<Watcher, string>()

  const tell = async (): Promise<void> => {
    const { number } = await readHead(town.db.pool, town.schema)
    const versions = new Map<number, Awaited<ReturnType<typeof sectionVersions>>>()
    for (const report of new Set([...watchers].map((watcher) => watcher.report))) versions.set(report, await sectionVersions(town.db.pool, town.schema, report))
    for (const watcher of watchers) {
      const standing = versions.get(watcher.report)
      if (standing === undefined) continue
      const present = [...watchers].filter((each) => each.report === watcher.report).map(({ person, name, section }) => ({ person, name, section }))
      const news = JSON.stringify({ head: number, ...standing, present } satisfies LiveNews)
      if (told.get(watcher) === news) continue
      told.set(watcher, news)
      watcher.to.write(`data: ${news}\n\n`)
    }
  }
  const teller = openTeller(() => watchers.size > 0, tell)
  return {
    join: (watcher) => {
      watchers.add(watcher)
      teller.begin()
      return () => {
        watchers.delete(watcher)
        told.delete(watcher)
        if (watchers.size === 0) teller.stop()
        else teller.nudge()
      }
    },
    nudge: teller.nudge,
    close: () => {
      for (const watcher of watchers) watcher.to.end()
      watchers.clear()
      teller.stop()
    },
  }
}
