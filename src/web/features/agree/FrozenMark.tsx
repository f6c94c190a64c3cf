import type { FreezeRef } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { momentText } from '../../ui/moment-text.ts'
import './agree.css'

/** Printed at the head of a frozen sheet: at which journal number it stands, by whom and since when. */
export const FrozenMark = ({ freeze }: { freeze: FreezeRef }) => {
  const { m, lang } = useSpeech()
  return (
    <p className="frozen-mark" lang={lang === 'zh' ? 'zh-CN' : 'en'} title={m.agree.frozenBy(freeze.by, momentText(freeze.recordedAt))}>
      {m.agree.frozenMark} <span className="number-text">#{freeze.number}</span>
    </p>
  )
}
