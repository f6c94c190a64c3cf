import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FindingOut, ReportOut, SectionRef } from '../../../api/report.ts'
import { call } from '../../app/call.ts'
import { client } from '../../app/client.ts'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useLive } from './useLive.ts'

/** How long after the numbers moved the rest of the report (its findings) is read again, in milliseconds. */
const settles = 3000

const reread = (): Promise<void> => client.invalidateQueries({ queryKey: ['report.read'] })

/** Only the book moved: what the numbers tell now is read and set into the report that is shown. */
const retell = async (report: ReportOut, head: number): Promise<void> => {
  const measures = report.told.map((each) => each.measure)
  if (measures.length === 0) return
  const { figures, told } = await call('report.tell', { period: report.period, measures: measures.join(',') })
  client.setQueriesData<ReportOut>({ queryKey: ['report.read'] }, (shown) => (shown?.entry === report.entry && shown.version === report.version && shown.head <= head ? { ...shown, head, figures, told } : shown))
}

type Report = { readonly asOf: string | undefined; readonly cutoff: string | undefined }

/** Which section is being written, who else is where, and what the lint finds in the words as they stand. Nothing is written of another moment. */
export const useDesk = (it: Report, report: ReportOut | undefined) => {
  const [writing, setWriting] = useState<{ readonly section: number; readonly at: { readonly left: number; readonly top: number } | undefined } | undefined>(undefined)
  const [aside, setAside] = useState<{ readonly section: number; readonly findings: readonly FindingOut[] } | undefined>(undefined)
  const now = it.asOf === undefined && it.cutoff === undefined
  const { can } = useSession()
  const news = useLive(now && may(can, 'report.watch') ? report?.entry : undefined, writing?.section)
  const read = useRef<{ readonly head: number; readonly versions: string }>({ head: 0, versions: '' })
  useEffect(() => {
    if (news === undefined || report === undefined) return
    const versions = JSON.stringify([news.report, news.sections])
    const changed = versions !== JSON.stringify([report.version, Object.fromEntries(report.sections.map((section) => [String(section.entry), section.version]))])
    if ((!changed && news.head === report.head) || (read.current.head === news.head && read.current.versions === versions)) return undefined
    read.current = { head: news.head, versions }
    if (changed) {
      void reread()
      return undefined
    }
    void retell(report, news.head)
    const later = setTimeout(() => void reread(), settles)
    return () => clearTimeout(later)
  }, [news, report])
  const section = report?.sections.find((each) => each.entry === writing?.section && may(each.can, 'section.write'))
  const write = (to: SectionRef, at: { readonly left: number; readonly top: number } | undefined): void => {
    if (now && may(to.can, 'section.write')) setWriting({ section: to.entry, at })
  }
  const found = useCallback((to: number, findings: readonly FindingOut[]): void => setAside({ section: to, findings }), [])
  const findings = useMemo(() => {
    const all = report?.findings ?? []
    if (aside === undefined || section === undefined || aside.section !== section.entry) return all
    const outside = all.filter((finding) => finding.block < section.from || finding.block >= section.to)
    return [...outside, ...aside.findings.map((finding) => ({ ...finding, block: finding.block + section.from }))].sort((a, b) => a.block - b.block)
  }, [report, aside, section])
  return {
    /** Sections are shown as such to whoever writes or keeps one. */
    writable: now && (report?.sections.some((each) => may(each.can, 'section.write')) ?? false),
    writing: section?.entry,
    at: writing?.at,
    present: news?.present ?? [],
    findings,
    write,
    writeAt: (to: SectionRef, at: { readonly left: number; readonly top: number }): void => {
      if (writing?.section !== to.entry) write(to, at)
    },
    done: (): void => {
      setWriting(undefined)
      setAside(undefined)
      void client.invalidateQueries({ queryKey: ['report.read'] })
    },
    saved: (): void => void client.invalidateQueries({ queryKey: ['report.read'] }),
    found,
  }
}
