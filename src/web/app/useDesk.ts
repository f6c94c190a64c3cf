import { useEffect, useState } from 'react'
import type { Query } from '@tanstack/react-query'
import { client } from './client.ts'

/** What a screen is told while it is open: how many notices are unread, and which matters its reader may read have changed. */
type DeskNews = { readonly head: number; readonly unread: number; readonly changed: readonly { readonly ledger: string; readonly entry: number }[]; readonly many: boolean }

/** The longest a list of everybody's matters stays behind what others do, in milliseconds; two hundred screens do not all read it again at every step. */
const laterOn = 5000

/** How long after the server turned a page away it asks again, in milliseconds; a connection that broke is opened by the browser itself. */
const openAgain = 10_000

/**
 * Follows what concerns the reader while the page is in sight, and reads again what is on screen of matters that changed; answers how many notices are unread. The browser connects again by itself; a page
 * that was out of sight lets go of its connection, of which a browser has few, and catches up when it is seen again.
 */
export const useDesk = (): number => {
  const [unread, setUnread] = useState(0)
  useEffect(() => {
    let events: EventSource | undefined
    let head: number | undefined
    let count: number | undefined
    let later: ReturnType<typeof setTimeout> | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    const hear = (news: DeskNews, first: boolean): void => {
      const missed = news.many || (first && head !== undefined && head !== news.head)
      const grew = count !== undefined && news.unread !== count
      head = news.head
      count = news.unread
      setUnread(news.unread)
      if (grew || missed) void client.invalidateQueries({ queryKey: ['notice.list'] })
      void client.invalidateQueries({ predicate: (query) => missed ? ofMatters(query) : shows(query, news) || (grew && isMine(query)) })
      if (news.changed.length > 0) later ??= setTimeout(() => {
        later = undefined
        void client.invalidateQueries({ predicate: isOfAll })
      }, laterOn * (0.5 + Math.random() / 2))
    }
    const open = (): void => {
      if (events !== undefined || document.hidden) return
      let first = true
      events = new EventSource('/api/notice.watch')
      events.onopen = () => (first = true)
      events.onmessage = (event: MessageEvent<string>) => {
        hear(JSON.parse(event.data) as DeskNews, first)
        first = false
      }
      events.onerror = () => {
        if (events?.readyState !== EventSource.CLOSED) return
        close()
        again ??= setTimeout(() => {
          again = undefined
          open()
        }, openAgain)
      }
    }
    const close = (): void => {
      events?.close()
      events = undefined
    }
    const turn = (): void => (document.hidden ? close() : open())
    open()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      clearTimeout(later)
      clearTimeout(again)
      close()
    }
  }, [])
  return unread
}

type Asked = { readonly ledger?: string; readonly entry?: number; readonly whose?: string }

const askedOf = (query: Query): Asked => (query.queryKey[1] ?? {}) as Asked

/** What screens read of matters: one by itself, lists and counts of many. */
const ofOne: readonly unknown[] = ['matter.read', 'matter.ties']
const ofMany: readonly unknown[] = ['matter.list', 'matter.days', 'matter.waiting']

const ofMatters = (query: Query): boolean => ofOne.includes(query.queryKey[0]) || ofMany.includes(query.queryKey[0])

const isMine = (query: Query): boolean => query.queryKey[0] === 'matter.waiting' || (ofMany.includes(query.queryKey[0]) && (askedOf(query).whose ?? 'mine') === 'mine')

/** What somebody else's step may alter though the reader is not concerned. */
const isOfAll = (query: Query): boolean => ofMany.includes(query.queryKey[0])

/** Whether a screen shows one of the matters that changed. */
const shows = (query: Query, { changed }: DeskNews): boolean => {
  if (ofOne.includes(query.queryKey[0])) return changed.some(({ ledger, entry }) => askedOf(query).ledger === ledger && askedOf(query).entry === entry)
  if (query.queryKey[0] !== 'matter.list') return false
  const rows = (query.state.data as { readonly rows?: readonly { readonly ledger: string; readonly entry: number }[] } | undefined)?.rows ?? []
  return changed.some(({ ledger, entry }) => rows.some((row) => row.ledger === ledger && row.entry === entry))
}
