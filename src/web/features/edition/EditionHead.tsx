import type { EditionOut } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { Seal } from '../../ui/Seal.tsx'

/** What is printed on a sealed edition: its number, the head of the book it was sealed at, by whom and when. */
export const EditionHead = ({ edition }: { edition: EditionOut['edition'] }) => {
  const { m, lang } = useSpeech()
  return (
    <div className="edition-head" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <Seal size={44} />
      <dl>
        <div>
          <dt>{m.edition.numberTitle}</dt>
          <dd>{m.edition.number(edition.number)}</dd>
        </div>
        <div>
          <dt>{m.edition.sealed}</dt>
          <dd>
            {momentText(edition.recordedAt)} {edition.sealedBy}
          </dd>
        </div>
        <div>
          <dt>{m.edition.headNumber}</dt>
          <dd>#{edition.headNumber}</dd>
        </div>
        <div className="edition-hash">
          <dt>{m.edition.headHash}</dt>
          <dd>
            <code className="hash">{edition.headHash}</code>
          </dd>
        </div>
      </dl>
    </div>
  )
}
