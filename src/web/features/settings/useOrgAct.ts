import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import type { Org } from '../../app/orgs.ts'
import { useSession } from '../../app/session.tsx'

export const orgActs = ['create', 'rename', 'move', 'merge'] as const
export type OrgAct = (typeof orgActs)[number]

export type OrgKind = 'office' | 'village' | 'grid'

/** What is typed for one change of an org; only what the act asks for is sent. */
export type OrgDraft = { readonly code: string; readonly zh: string; readonly en: string; readonly kind: OrgKind; readonly target: string | null; readonly from: string }

/** One change of the tree: which, the draft, whether it is whole, and the sending of it. Another act starts another draft, but for the day. */
export const useOrgAct = (first: OrgAct, org: Org, onDone: (act: OrgAct, name: string, day: string) => void) => {
  const { town } = useSession()
  const [act, setAct] = useState(first)
  const [draft, setDraft] = useState(draftOf(first, org, town.today))
  const { code, zh, en, kind, target, from } = draft
  const send = useMutation({
    mutationFn: (): Promise<unknown> => {
      switch (act) {
        case 'create':
          return call('org.create', { code, zh, en, kind, parent: target ?? '', from })
        case 'rename':
          return call('org.rename', { org: org.code, zh, en, from })
        case 'move':
          return call('org.move', { org: org.code, parent: target ?? '', from })
        case 'merge':
          return call('org.merge', { org: org.code, into: target ?? '', from })
        default:
          return act satisfies never
      }
    },
    onSuccess: async () => {
      await rereadBook()
      onDone(act, act === 'create' || act === 'rename' ? zh : org.zh, from)
    },
  })
  const named = zh.trim() !== '' && en.trim() !== ''
  const whole = { create: named && code.trim() !== '' && target !== null, rename: named && (zh !== org.zh || en !== org.en), move: target !== null && target !== org.parent, merge: target !== null && target !== org.code }
  const choose = (next: OrgAct) => {
    setAct(next)
    setDraft(draftOf(next, org, from))
    send.reset()
  }
  return { act, choose, draft, set: (part: Partial<OrgDraft>) => setDraft({ ...draft, ...part }), ready: whole[act] && from !== '', send }
}

const draftOf = (act: OrgAct, org: Org, from: string): OrgDraft => ({
  code: '',
  zh: act === 'rename' ? org.zh : '',
  en: act === 'rename' ? org.en : '',
  kind: org.kind === 'village' ? 'grid' : 'village',
  target: act === 'create' ? org.code : null,
  from,
})
