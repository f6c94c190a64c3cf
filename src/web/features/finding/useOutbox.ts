import { useCallback, useEffect, useRef, useState } from 'react'
import type { Words } from '../../../core/words.ts'
import { rereadBook } from '../../app/client.ts'
import type { KeptFinding } from './outbox.ts'
import { dropFinding, keepFinding, keptFindings } from './outbox.ts'
import type { Sent } from './send-finding.ts'
import { sendFinding } from './send-finding.ts'

/** How long until the network is tried again, in milliseconds. */
const pause = 20_000

/** The findings a person has on this device, how many others left there, and hers sent as soon as the network lets them; `refusals` by mark, for those the server will not have. */
export const useOutbox = (person: number) => {
  const [{ mine: kept, others }, setKept] = useState<Awaited<ReturnType<typeof keptFindings>>>({ mine: [], others: 0 })
  const [refusals, setRefusals] = useState<ReadonlyMap<string, Words>>(new Map())
  const [sending, setSending] = useState(false)
  const busy = useRef(false)

  const sendAll = useCallback(async (): Promise<readonly Sent[]> => {
    if (busy.current) return []
    busy.current = true
    setSending(true)
    const came: Sent[] = []
    try {
      for (const finding of (await keptFindings(person)).mine) {
        const sent = await sendFinding(finding)
        came.push(sent)
        if (sent.kind === 'refused') setRefusals((all) => new Map([...all, [finding.once, sent.why]]))
        if (sent.kind === 'waiting') break
      }
    } finally {
      busy.current = false
      setSending(false)
      setKept(await keptFindings(person))
    }
    if (came.some(({ kind }) => kind === 'arrived')) await rereadBook()
    return came
  }, [person])

  useEffect(() => {
    const send = () => void sendAll()
    send()
    window.addEventListener('online', send)
    const clock = setInterval(send, pause)
    return () => {
      window.removeEventListener('online', send)
      clearInterval(clock)
    }
  }, [sendAll])

  const add = async (finding: KeptFinding): Promise<Sent | undefined> => {
    await keepFinding(finding)
    setKept(await keptFindings(person))
    const came = await sendAll()
    return came.at(-1)
  }
  const drop = async (once: string): Promise<void> => {
    await dropFinding(once)
    setKept(await keptFindings(person))
  }
  return { kept, others, refusals, sending, add, drop, sendAll }
}
