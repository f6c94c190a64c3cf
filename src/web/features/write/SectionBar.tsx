import { lazy, memo, Suspense } from 'react'
import { Button } from 'antd'
import type { ReportOut, SectionRef } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'

const SectionMenu = lazy(() => import('./SectionMenu.tsx').then((it) => ({ default: it.SectionMenu })))

type Props = { readonly report: ReportOut; readonly section: SectionRef; readonly here: string; readonly writing: boolean; readonly onWrite: (section: SectionRef, at: undefined) => void }

/** A quiet line above a section: who writes it, who is in it now, and what may be done with it. It stands on the desk only, never on paper. */
export const SectionBar = memo(({ report, section, here, writing, onWrite }: Props) => {
  const { m, w } = useSpeech()
  return (
    <div className="section-bar">
      <span>{w(section.orgName)}</span>
      {here !== '' && <span className="section-here">{m.write.here(here)}</span>}
      <span className="write-gap" />
      {may(section.can, 'section.assign') && (
        <Suspense fallback={null}>
          <SectionMenu report={report} section={section} />
        </Suspense>
      )}
      {may(section.can, 'section.write') && !writing && (
        <Button size="small" onClick={() => onWrite(section, undefined)} aria-label={m.write.section(section.title)}>
          {m.write.write}
        </Button>
      )}
    </div>
  )
})
