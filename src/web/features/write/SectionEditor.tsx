import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'antd'
import type { FindingOut, ReportOut, SectionRef } from '../../../api/report.ts'
import { printedLength } from '../../../core/collecting/answer-length.ts'
import type { Block } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Refused } from '../../ui/Refused.tsx'
import type { EditorHandle } from './BlockEditor.tsx'
import { BlockEditor } from './BlockEditor.tsx'
import { ConflictChoice } from './ConflictChoice.tsx'
import { dropWords, keptWords } from './kept-words.ts'
import { lintAside } from './lint-aside.ts'
import type { Desk } from './saving.ts'
import { isDirty, takenIn } from './saving.ts'
import type { SaveState } from './section-saver.ts'
import { useSectionSave } from './useSectionSave.ts'

type Props = {
  readonly report: ReportOut
  readonly section: SectionRef
  /** Where the writer pointed when she began. */
  readonly at: { readonly left: number; readonly top: number } | undefined
  readonly told: ReadonlyMap<string, Told>
  readonly onOpen: (measure: string) => void
  readonly onDone: () => void
  readonly onSaved: () => void
  /** What the lint finds in the words as they are typed, by place in the section. */
  readonly onFindings: (section: number, findings: readonly FindingOut[]) => void
}

/** A section under its writer's hands: the editor in the paper, and a line that says how her words stand with the book. */
export const SectionEditor = ({ report, section, at, told, onOpen, onDone, onSaved, onFindings }: Props) => {
  const { m } = useSpeech()
  const { person } = useSession()
  const { data } = useCall('figure.measures', { period: report.period }, { staleTime: 60_000 })
  const measures = data?.measures ?? none
  const editor = useRef<EditorHandle | null>(null)
  const stands = useMemo(() => report.document.blocks.slice(section.from, section.to), [report, section])
  const [kept, setKept] = useState(() => keptWords(person.id, section.entry))
  const [begin] = useState<Desk>(() => ({ saw: section.version, base: stands, mine: stands }))
  const [length, setLength] = useState(() => printedLength(begin.mine, told))
  const { saver, state } = useSectionSave({ section: section.entry, person: person.id, begin, take: (blocks) => editor.current?.take(blocks), onSaved })
  useEffect(() => saver.heard(section.version, stands), [saver, section.version, stands])
  const lint = useMemo(() => lintAside((findings) => onFindings(section.entry, findings)), [onFindings, section.entry])
  const changed = (blocks: readonly Block[]): void => {
    saver.typed(blocks)
    lint(blocks, report, measures, told, (it) => setLength(printedLength(it, told)))
  }
  useEffect(() => lint(saver.desk().mine, report, measures, told), [lint, saver, report, measures, told])
  const tell = useCallback(
    async (keys: readonly string[]): Promise<ReadonlyMap<string, Told>> => new Map((await call('report.tell', { period: report.period, measures: keys.join(',') })).told.map((each) => [each.measure, each])),
    [report.period],
  )
  const restore = (): void => {
    if (kept === undefined) return
    const { desk } = takenIn(kept, section.version, stands)
    editor.current?.take(desk.mine)
    saver.typed(desk.mine)
    setKept(undefined)
  }
  const over = section.budget === null ? 0 : length - section.budget
  return (
    <div className="section-editor" data-section={section.entry}>
      {kept !== undefined && isDirty(kept) && (
        <p className="write-kept" role="status">
          {m.write.kept(new Date(kept.at).toLocaleTimeString())}
          <Button size="small" type="primary" onClick={restore}>{m.write.restore}</Button>
          <Button size="small" onClick={() => { dropWords(person.id, section.entry); setKept(undefined) }}>{m.write.discard}</Button>
        </p>
      )}
      <BlockEditor blocks={begin.mine} told={told} measures={measures} tell={tell} label={m.write.section(section.title)} onChange={changed} onOpen={onOpen} handle={editor} at={at} />
      <div className="section-foot">
        <SaveLine state={state} />
        <span className={over > 0 ? 'write-over' : 'faint'}>
          {m.write.length(length, section.budget)}
          {over > 0 && ` · ${m.write.tooLong(over)}`}
        </span>
        <span className="write-gap" />
        <Button size="small" type="primary" onClick={() => void saver.save().then(onDone)}>{m.write.done}</Button>
      </div>
      {state.kind === 'stopped' && <Refused error={state.error} />}
      {state.kind === 'conflict' && <ConflictChoice by={state.by} conflicts={state.conflicts} mine={state.mine} told={told} onDecide={saver.decide} />}
    </div>
  )
}

const none: readonly never[] = []

const SaveLine = ({ state }: { readonly state: SaveState }) => {
  const { m } = useSpeech()
  const words = (): string => {
    switch (state.kind) {
      case 'saved':
        return state.at === undefined ? '' : m.write.saved(new Date(state.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' }))
      case 'unsaved':
        return m.write.unsaved
      case 'saving':
        return m.write.saving
      case 'offline':
        return m.write.offline
      case 'conflict':
        return m.write.conflict
      case 'stopped':
        return m.write.stopped
    }
  }
  return <span role="status" className={state.kind === 'offline' || state.kind === 'stopped' ? 'write-over' : 'faint'}>{words()}</span>
}
