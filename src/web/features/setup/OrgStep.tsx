import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { ApiError } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { Refused } from '../../ui/Refused.tsx'
import type { OrgLine } from './org-draft.ts'
import { lineOfProblem, linesOf, wishesOf } from './org-draft.ts'
import { OrgTable } from './OrgTable.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { StepActs } from './StepActs.tsx'
import type { StepProps } from './useSetup.ts'

type Props = StepProps & { readonly kind: 'village' | 'office'; readonly setup: OutputOf<'setup.read'> }

/** The town with its villages, or its offices: a list that is edited and saved as a whole. */
export const OrgStep = ({ kind, setup, ...steps }: Props) => {
  const { m, w, lang } = useSpeech()
  const start = linesOf(setup.orgs.filter((org) => org.kind === kind || (kind === 'village' && org.kind === 'town')))
  const [lines, setLines] = useState(start)
  const [added, setAdded] = useState(0)
  const [pasting, setPasting] = useState(false)
  const wishes = wishesOf(lines, kind)
  const save = useMutation({
    mutationFn: async () => (wishes === undefined ? undefined : call('setup.orgs', wishes)),
    onSuccess: async (saved) => {
      if (saved !== undefined) await rereadBook()
      steps.go()
    },
  })
  const add = (more: readonly Pick<OrgLine, 'code' | 'zh'>[]) => {
    setLines((before) => [...before, ...more.map((line, at): OrgLine => ({ ...line, id: `new-${added + at}`, en: '', removed: false, was: undefined }))])
    setAdded(added + more.length)
  }
  const unnamed = lines.some((line) => !line.removed && line.zh.trim() === '')
  const problems = save.error instanceof ApiError ? save.error.fields : []
  const { place } = setup
  return (
    <>
      <p className="form-about">{kind === 'office' ? m.setup.officesAbout : place === null || place.villages === 0 ? m.setup.noData : m.setup.dataOf(place.address, place.villages, place.day, place.published)}</p>
      <Refused error={save.error} />
      {problems.length > 0 && (
        <ul className="setup-problems" role="alert">
          {problems.map((each) => {
            const line = lineOfProblem(each.field, lines)
            return (
              <li key={each.field}>
                {line !== undefined && <b>{line.was?.[lang] ?? line.zh}</b>} {w(each.message)}
              </li>
            )
          })}
        </ul>
      )}
      <div className="people-tools">
        <Button onClick={() => add([{ code: '', zh: '' }])}>{kind === 'village' ? m.setup.addVillage : m.setup.addOffice}</Button>
        <Button onClick={() => setPasting(true)}>{m.setup.paste}</Button>
        {wishes !== undefined && (
          <Button
            onClick={() => {
              setLines(start)
              save.reset()
            }}
          >
            {m.setup.undo}
          </Button>
        )}
        <span className="faint setup-count">{m.setup.count(lines.filter((line) => !line.removed && line.was?.kind !== 'town').length)}</span>
      </div>
      <OrgTable kind={kind} lines={lines} onChange={(id, part) => setLines((before) => before.flatMap((line) => (line.id !== id ? [line] : line.was === undefined && part.removed === true ? [] : [{ ...line, ...part }])))} />
      <StepActs {...steps} go={() => save.mutate()} ready={!unnamed} busy={save.isPending} note={unnamed ? m.setup.unnamed : undefined} />
      {pasting && (
        <PasteDialog
          lines={lines}
          onClose={() => setPasting(false)}
          onDone={(more) => {
            add(more)
            setPasting(false)
          }}
        />
      )}
    </>
  )
}
