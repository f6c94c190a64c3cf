import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { AnswerOut } from '../../../api/answer.ts'
import type { PutMode } from '../../../core/collecting/put-in-section.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { hasCode } from '../../app/errors.ts'
import { useSession } from '../../app/session.tsx'
import type { AnswerDraft } from './answer-draft.ts'
import { draftOf, isSame, keepDraft, keptDraft } from './answer-draft.ts'

/** What stands instead, when someone else was first. */
export type AnswerConflict = { readonly version: number; readonly by: string; readonly theirs: Pick<AnswerDraft, 'blocks' | 'nothing'> }

/** One office's answer: the words under way, kept on the device until they are handed in, and every step that may be taken. */
export const useAnswer = (answer: AnswerOut) => {
  const { person } = useSession()
  const standing = draftOf(answer)
  const [changed, setChanged] = useState<AnswerDraft | undefined>(() => keptDraft(person.id, answer.entry))
  const [found] = useState(changed !== undefined)
  const [conflict, setConflict] = useState<AnswerConflict>()
  const draft = changed ?? standing
  const change = (next: AnswerDraft | undefined) => {
    const kept = next === undefined || isSame(next, standing) ? undefined : next
    setChanged(kept)
    keepDraft(person.id, answer.entry, kept)
  }
  const target = { answer: answer.entry, saw: answer.version }
  const write = useMutation({
    mutationFn: (sent: AnswerDraft) => call('answer.write', { answer: answer.entry, saw: sent.saw, blocks: [...sent.blocks], told: [...sent.told], nothing: sent.nothing }),
    onSuccess: async () => {
      change(undefined)
      setConflict(undefined)
      await rereadBook()
    },
    onError: (thrown) => {
      if (!hasCode(thrown, 'stale-version')) return
      const { version, by, theirs } = thrown.details as { version?: number; by?: string; theirs?: AnswerConflict['theirs'] }
      if (theirs !== undefined) setConflict({ version: version ?? 0, by: by ?? '', theirs })
      void rereadBook()
    },
  })
  const confirm = useMutation({ mutationFn: () => call('answer.confirm', target), onSuccess: rereadBook })
  const giveBack = useMutation({ mutationFn: (remark: string) => call('answer.return', { ...target, remark }), onSuccess: rereadBook })
  const accept = useMutation({ mutationFn: (mode: PutMode) => call('answer.accept', { ...target, section: answer.standing?.version ?? 0, mode }), onSuccess: rereadBook })
  const remind = useMutation({ mutationFn: () => call('answer.remind', { call: answer.call, answers: [answer.entry] }), onSuccess: rereadBook })
  return {
    draft,
    /** Words were taken back from this device when the page opened. */
    found,
    touched: changed !== undefined,
    set: (more: Partial<AnswerDraft>) => change({ ...draft, ...more }),
    drop: () => {
      change(undefined)
      setConflict(undefined)
      write.reset()
    },
    conflict,
    insist: () => conflict !== undefined && write.mutate({ ...draft, saw: conflict.version }),
    write,
    confirm,
    giveBack,
    accept,
    remind,
  }
}

export type AnswerWork = ReturnType<typeof useAnswer>
