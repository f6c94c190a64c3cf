import { useEffect, useState } from 'react'

/** What is told while a report is open: the head of the book, versions, and who is where. */
export type LiveNews = { readonly head: number; readonly report: number; readonly state: string | null; readonly sections: Readonly<Record<string, number>>; readonly present: readonly { readonly person: number; readonly name: string; readonly section: number | null }[] }

/** Follows a report while its page is open; the browser connects again by itself. */
export const useLive = (report: number | undefined, section: number | undefined): LiveNews | undefined => {
  const [news, setNews] = useState<LiveNews | undefined>(undefined)
  useEffect(() => {
    if (report === undefined) return undefined
    const events = new EventSource(`/api/report.watch?report=${report}${section === undefined ? '' : `&section=${section}`}`)
    events.onmessage = (event: MessageEvent<string>) => setNews(JSON.parse(event.data) as LiveNews)
    return () => events.close()
  }, [report, section])
  return news
}
