import type { ServerResponse } from 'node:http'
import { readHead } from '../store/book.ts'
import { sectionVersions } from '../store/sections.ts'
import type { Town } from '../store/town.ts'

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

/** How often the head is looked at for what other processes wrote, and the least time between two tellings, in milliseconds. */
const lookEvery = 1000
const tellEvery = 60

/** Tells everyone who has a report open when the book or its sections changed, over server-sent events. */
export const openLive = (town: Pick<Town, 'db' | 'schema'>): Live => {
  const watchers = new Set<Watcher>()
  const told = new Map<Watcher, string>()
  let looking: NodeJS.Timeout | undefined
  let soon: NodeJS.Timeout | undefined
  let telling: Promise<void> | undefined
  let again = false
  let last = 0

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
  /** One telling at a time; what happens meanwhile is told after. A database that does not answer is asked again at the next look. */
  const tellNow = (): void => {
    soon = undefined
    if (watchers.size === 0) return
    if (telling !== undefined) {
      again = true
      return
    }
    last = performance.now()
    telling = tell()
      .catch(() => undefined)
      .finally(() => {
        telling = undefined
        if (again) nudge()
        again = false
      })
  }
  const nudge = (): void => {
    if (watchers.size === 0 || soon !== undefined) return
    soon = setTimeout(tellNow, Math.max(0, last + tellEvery - performance.now()))
  }
  const stop = (): void => {
    clearInterval(looking)
    clearTimeout(soon)
    looking = soon = undefined
  }
  return {
    join: (watcher) => {
      watchers.add(watcher)
      looking ??= setInterval(nudge, lookEvery).unref()
      nudge()
      return () => {
        watchers.delete(watcher)
        told.delete(watcher)
        if (watchers.size === 0) stop()
        else nudge()
      }
    },
    nudge,
    close: () => {
      for (const watcher of watchers) watcher.to.end()
      watchers.clear()
      stop()
    },
  }
}
