import { Button } from 'antd'
import type { ComparisonOut } from '../../../api/history.ts'
import { useSpeech } from '../../app/i18n.tsx'

type Section = ComparisonOut['sections'][number]
type Props = { readonly sections: readonly Section[]; readonly onReturn: (section: Section) => void }

/** The sections that can be put back whole, those that were taken out among them. */
export const ReturnLine = ({ sections, onReturn }: Props) => {
  const { m } = useSpeech()
  return sections.length === 0 ? null : (
    <div className="return-line" role="group" aria-label={m.agree.history.restoreSection}>
      <span>{m.agree.history.restoreSection}</span>
      {sections.map((section) => (
        <Button key={section.entry} size="small" lang="zh-CN" onClick={() => onReturn(section)}>
          {section.title}
        </Button>
      ))}
    </div>
  )
}
