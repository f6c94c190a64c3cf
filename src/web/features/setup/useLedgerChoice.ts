import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import type { OutputOf } from '../../app/wire.ts'

/** Which ledgers of the pack are to be taken, and who stands in for the offices they need. */
export const useLedgerChoice = (setup: OutputOf<'setup.read'>) => {
  const all = setup.lines.flatMap((line) => line.ledgers)
  const open = all.filter((ledger) => !ledger.declared)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [standIns, setStandIns] = useState<ReadonlyMap<string, string>>(new Map())
  const taking = open.filter((ledger) => chosen.has(ledger.key))
  const lacks = [...new Map(taking.flatMap((ledger) => ledger.lacks).map((lack) => [lack.office, lack.name])).entries()].map(([office, name]) => ({ office, name }))
  const save = useMutation({
    mutationFn: async () => (taking.length === 0 ? undefined : call('setup.ledgers', { ledgers: taking.map((ledger) => ledger.key), standIns: lacks.flatMap(({ office }) => (standIns.has(office) ? [{ office, org: standIns.get(office) ?? '' }] : [])) })),
    onSuccess: async (taken) => {
      if (taken === undefined) return
      setChosen(new Set())
      await rereadBook()
    },
  })
  return {
    all,
    open,
    chosen,
    taking,
    lacks,
    standIns,
    standIn: (office: string, org: string | null) => setStandIns((before) => new Map([...before].filter(([key]) => key !== office).concat(org === null ? [] : [[office, org]]))),
    choose: (keys: readonly string[], on: boolean) => setChosen((before) => new Set(on ? [...before, ...keys] : [...before].filter((key) => !keys.includes(key)))),
    ready: lacks.every(({ office }) => standIns.has(office)),
    save,
  }
}
