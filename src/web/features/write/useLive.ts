import { useEffect, useEffectEvent, useState } from 'react'

/** What is told while a report is open: the head of the book, versions, and who is where. */
export type LiveNews = { readonly head: number; readonly report: number; readonly state: string | null; readonly sections: Readonly<Record<string, number>>; readonly present: readonly Present[] }
export type Present = { readonly person: number; readonly name: string; readonly section: number | null }

/** Follows a report while its page is open and tells who is where; the browser connects again by itself. */
export const useLive = (report: number | undefined, section: number | undefined, onNews: (news: LiveNews) => void): readonly Present[] => {
  const [present, setPresent] = useState<readonly Present[]>([])
  const tell = useEffectEvent(onNews)
  useEffect(() => {
    if (report === undefined) return undefined
    const events = new EventSource(`/api/report.watch?report=${report}${section === undefined ? '' : `&section=${section}`}`)
    events.onmessage = (event: MessageEvent<string>) => {
      const news = JSON.parse(event.data) as LiveNews
      tell(news)
      setPresent((before) => (JSON.stringify(before) === JSON.stringify(news.present) ? before : news.present))
    }
    return () => events.close()
  }, [report, section])
  return present
}
