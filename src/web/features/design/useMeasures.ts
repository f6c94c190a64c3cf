import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { MeasureDraft } from '../../../core/designing/measure-draft.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useCall } from '../../app/useCall.ts'

/** What is counted over a ledger, what it suggests, and the making of a measure: drafted by the server, then declared, operands first. */
export const useMeasures = (ledger: string) => {
  const query = useCall('measure.propose', { ledger }, { keep: true })
  const [made, setMade] = useState<string>()
  const make = useMutation({
    mutationFn: async (draft: MeasureDraft) => {
      const key = draft.key === '' ? ((await call('design.name', { of: 'measure', titles: [draft.title.zh.trim()] })).keys[0] ?? '') : draft.key
      const { measures } = await call('measure.draft', { ledger, draft: { ...draft, key } })
      for (const measure of measures) await call('measure.declare', { measure })
      return draft.title.zh
    },
    onSuccess: async (title) => {
      setMade(title)
      await rereadBook()
    },
  })
  return { query, make, made }
}
