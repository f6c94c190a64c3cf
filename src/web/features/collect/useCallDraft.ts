import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { CallDraftOut } from '../../../api/call.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useCall } from '../../app/useCall.ts'

/** One part on the form; `chosen` ones are sent. Sections and offices not chosen yet are null. */
export type PartDraft = { readonly key: number; readonly chosen: boolean; readonly section: number | null; readonly org: string | null; readonly budget: string; readonly measures: readonly string[] }

/** A call before it is sent: what the report suggests, changed by hand. Another report starts its parts anew. */
export const useCallDraft = (report: number, onSent: (entry: number) => void, titleOf: (suggested: CallDraftOut) => string) => {
  const query = useCall('call.draft', { report }, { enabled: report > 0 })
  const suggested = query.data
  const [title, setTitle] = useState<string>()
  const [due, setDue] = useState('')
  const [note, setNote] = useState('')
  const [changed, setChanged] = useState<{ readonly report: number; readonly parts: readonly PartDraft[] }>()
  const parts = changed?.report === report ? changed.parts : (suggested?.parts ?? []).map((part, key): PartDraft => ({ key, chosen: true, section: part.section, org: part.org, budget: part.budget === null ? '' : String(part.budget), measures: part.measures }))
  const setParts = (next: readonly PartDraft[]) => setChanged({ report, parts: next })
  const chosen = parts.filter((part) => part.chosen)
  const named = title ?? (suggested === undefined ? '' : titleOf(suggested))
  const send = useMutation({
    mutationFn: () => call('call.create', { report, title: named, due, ...(note.trim() === '' ? {} : { note }), parts: chosen.map(partIn) }),
    onSuccess: async (done) => {
      await rereadBook()
      onSent(done.call)
    },
  })
  return {
    query,
    suggested,
    title: named,
    setTitle,
    due,
    setDue,
    note,
    setNote,
    parts,
    chosen,
    set: (key: number, more: Partial<PartDraft>) => setParts(parts.map((part) => (part.key === key ? { ...part, ...more } : part))),
    add: () => setParts([...parts, { key: Math.max(-1, ...parts.map((part) => part.key)) + 1, chosen: true, section: null, org: null, budget: '', measures: [] }]),
    ready: named.trim().length >= 2 && due !== '' && chosen.length > 0 && chosen.every((part) => part.section !== null && part.org !== null),
    send,
  }
}

export type CallDraft = ReturnType<typeof useCallDraft>

const partIn = ({ section, org, budget, measures }: PartDraft) => ({ section: section ?? 0, org: org ?? '', measures: [...measures], ...(budget === '' ? {} : { budget: Number(budget) }) })
