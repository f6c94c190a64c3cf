import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FindingOut, ReportOut, SectionRef } from '../../../api/report.ts'
import { client } from '../../app/client.ts'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { headOf, retell } from '../report/retold.ts'
import { useLive } from './useLive.ts'

/** How long after the numbers moved the rest of the report (its findings) is read again, in milliseconds. */
const settles = 3000

const reread = (): Promise<void> => client.invalidateQueries({ queryKey: ['report.read'] })

type Point = { readonly left: number; readonly top: number }
type Report = { readonly asOf: string | undefined; readonly cutoff: string | undefined }

/** Which section is being written, who else is where, and what the lint finds in the words as they stand. Nothing is written of another moment. */
export const useDesk = (it: Report, report: ReportOut | undefined) => {
  const [writing, setWriting] = useState<{ readonly section: number; readonly at: Point | undefined } | undefined>(undefined)
  const [aside, setAside] = useState<{ readonly section: number; readonly findings: readonly FindingOut[] } | undefined>(undefined)
  const now = it.asOf === undefined && it.cutoff === undefined
  const { can } = useSession()
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(later.current), [])
  const present = useLive(now && may(can, 'report.watch') ? report?.entry : undefined, writing?.section, (news) => {
    if (report === undefined) return
    if (JSON.stringify([news.report, news.sections]) !== JSON.stringify([report.version, Object.fromEntries(report.sections.map((section) => [String(section.entry), section.version]))])) void reread()
    else if (news.head > headOf(report)) {
      if (report.freeze === null && report.told.length > 0) void retell(report)
      clearTimeout(later.current)
      later.current = setTimeout(() => void reread(), settles)
    }
  })
  const section = report?.sections.find((each) => each.entry === writing?.section && may(each.can, 'section.write'))
  const found = useCallback((to: number, findings: readonly FindingOut[]): void => setAside({ section: to, findings }), [])
  const findings = useMemo(() => {
    const all = report?.findings ?? []
    if (aside === undefined || section === undefined || aside.section !== section.entry) return all
    const outside = all.filter((finding) => finding.block < section.from || finding.block >= section.to)
    return [...outside, ...aside.findings.map((finding) => ({ ...finding, block: finding.block + section.from }))].sort((a, b) => a.block - b.block)
  }, [report, aside, section])
  const write = useCallback((to: SectionRef, at: Point | undefined): void => {
    if (now && may(to.can, 'section.write')) setWriting({ section: to.entry, at })
  }, [now])
  const here = section?.entry
  const writeAt = useCallback((to: SectionRef, at: Point): void => {
    if (here !== to.entry) write(to, at)
  }, [here, write])
  return {
    /** Sections are shown as such to whoever writes or keeps one. */
    writable: now && (report?.sections.some((each) => may(each.can, 'section.write')) ?? false),
    writing: here,
    at: writing?.at,
    /** Who is in a section, by name. */
    hereIn: (entry: number): string => [...new Set(present.filter((each) => each.section === entry).map((each) => each.name))].join('、'),
    findings,
    write,
    writeAt,
    done: (): void => {
      setWriting(undefined)
      setAside(undefined)
      void reread()
    },
    saved: (): void => void reread(),
    found,
  }
}
