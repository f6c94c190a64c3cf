import type { StartOut } from '../../../api/start.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** The first figures that are not there yet, by name. */
export const Missing = ({ cover }: { cover: StartOut['figures'] }) => {
  const { m, w, lang } = useSpeech()
  const lack = cover.of - cover.have
  if (lack === 0) return null
  return (
    <p className="faint">
      {m.start.missing}
      {cover.missing.map((each) => w(each.title)).join(lang === 'zh' ? '、' : ', ')}
      {lack > cover.missing.length && m.start.more(lack)}
    </p>
  )
}
