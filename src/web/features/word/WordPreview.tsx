import { Alert, Button, Checkbox } from 'antd'
import type { WordFindingOut, WordReturn } from '../../../api/word.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { OvertypedList } from './OvertypedList.tsx'
import { ReturnedSection } from './ReturnedSection.tsx'
import type { WordDesk } from './useWord.ts'

/** Everything a file would change, before anything is. */
export const WordPreview = ({ it, preview }: { readonly it: WordDesk; readonly preview: WordReturn }) => {
  const { m } = useSpeech()
  const { shown } = it
  const told = preview.findings.filter((finding) => finding.kind !== 'overtyped')
  const empty = preview.sections.length === 0 && preview.findings.length === 0 && preview.remarks.length === 0
  const something = preview.sections.some(({ section }) => it.takes(section)) || (it.remarks && preview.remarks.length > 0) || preview.findings.some((finding) => finding.kind === 'overtyped' && it.choiceOf(finding.key).take === 'stated')
  return (
    <>
      <p className="faint">{preview.journal === null ? m.word.originLost : m.word.writtenAt(preview.journal)}</p>
      {preview.title !== null && <Alert type="info" showIcon title={m.word.titleChanged(preview.title)} />}
      {empty && <EmptyState title={m.word.nothing} />}
      <OvertypedList it={it} of={preview.findings.filter((finding) => finding.kind === 'overtyped')} />
      {told.length > 0 && (
        <section className="word-part">
          <h2>{m.word.findings}</h2>
          <ul className="word-list">
            {told.map((finding, at) => (
              <li key={at}>
                <FindingText finding={finding} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {preview.sections.length > 0 && <h2>{m.word.changes}</h2>}
      {preview.sections.map((section) => (
        <ReturnedSection key={section.section} it={it} section={section} />
      ))}
      {preview.remarks.length > 0 && (
        <section className="word-part">
          <div className="word-head">
            <h2>{m.word.remarks}</h2>
            <Checkbox checked={it.remarks} onChange={(event) => it.setRemarks(event.target.checked)}>
              {m.word.takeRemarks(preview.remarks.length)}
            </Checkbox>
          </div>
          <ul className="word-list">
            {preview.remarks.map((remark, at) => (
              <li key={at}>
                <span className="faint">
                  {m.word.remarkKinds[remark.kind]} · {remark.author} {remark.day !== null && <span className="number-text">{remark.day}</span>}
                </span>
                {remark.quote !== '' && <q lang="zh-CN">{remark.quote}</q>}
                <p lang="zh-CN">{remark.kind === 'inserted' ? <ins>{remark.text}</ins> : remark.kind === 'deleted' ? <del>{remark.text}</del> : remark.text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Refused error={it.take.error} />
      {!empty && may(preview.can, 'report.take') && shown !== undefined && (
        <Button type="primary" loading={it.take.isPending} disabled={!something || it.unsourced} onClick={() => it.take.mutate(shown)}>
          {m.word.submit}
        </Button>
      )}
    </>
  )
}

const FindingText = ({ finding }: { readonly finding: WordFindingOut }) => {
  const { m } = useSpeech()
  switch (finding.kind) {
    case 'lost':
      return m.word.lost(finding.title, finding.printed, finding.standing)
    case 'foreign':
      return m.word.foreign(finding.title, finding.typed)
    case 'copied':
      return m.word.copied(finding.title, finding.printed)
    case 'loose':
      return m.word.loose(finding.quote)
    case 'overtyped':
      return null
    default:
      return finding satisfies never
  }
}
