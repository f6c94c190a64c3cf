import { useEffect, useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../app/call.ts'
import { fetchSending } from '../../app/fetch-sending.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import { useSession } from '../../app/session.tsx'
import { contentOf, fileProblem, mostBytes, sizeText } from './document-file.ts'
import { holdWork } from './work-store.ts'
import type { SourceDocument } from './work.ts'
import { startWork } from './work.ts'

/** How far a document is on its way: being opened, going out (percent), being read there. */
export type Stage = { readonly kind: 'loading'; readonly name: string } | { readonly kind: 'sending'; readonly percent: number } | { readonly kind: 'reading' }

/** Takes a pasted text or a file, sends it, and lays what was read on the desk. */
export const useIntake = () => {
  const { m } = useSpeech()
  const { person } = useSession()
  const { root } = useOrgs()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<{ readonly at: 'text' | 'file'; readonly words: string }>()
  const [stage, setStage] = useState<Stage>()
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const send = useMutation({
    mutationFn: async (given: File | string) => {
      const control = new AbortController()
      stop.current = control
      const document = await documentOf(given, m.source.intake.pasted, control.signal, setStage)
      setStage({ kind: 'sending', percent: 0 })
      const told = fetchSending((share) => setStage(share < 1 ? { kind: 'sending', percent: Math.floor(share * 100) } : { kind: 'reading' }))
      const read = await call('source.read', document, control.signal, told)
      return { document, read, before: read.known === null ? undefined : await call('source.open', { source: read.known }, control.signal) }
    },
    onSuccess: ({ document, read, before }) => holdWork(startWork(document, read, root ?? '', before?.accepted), person.id),
    onError: (thrown, given) => {
      if (typeof given !== 'string' && thrown instanceof DOMException && thrown.name !== 'AbortError') setProblem({ at: 'file', words: m.source.intake.unreadable })
    },
    onSettled: () => setStage(undefined),
  })
  const start = (given: File | string) => {
    setProblem(undefined)
    send.mutate(given)
  }
  return {
    text,
    problem,
    stage: send.isPending ? stage : undefined,
    busy: send.isPending || root === undefined,
    sent: send.variables === undefined ? undefined : typeof send.variables === 'string' ? ('text' as const) : ('file' as const),
    error: send.error instanceof DOMException ? null : send.error,
    write: (next: string) => {
      setText(next)
      setProblem(undefined)
    },
    readText: () => {
      const size = new Blob([text]).size
      if (text.trim() === '') setProblem({ at: 'text', words: m.source.intake.empty })
      else if (size > mostBytes) setProblem({ at: 'text', words: m.source.intake.large(sizeText(size)) })
      else start(text)
    },
    readFiles: (files: readonly File[]) => {
      const wrong = fileProblem(files)
      const [file] = files
      if (file === undefined) return
      send.reset()
      if (wrong === undefined) start(file)
      else setProblem({ at: 'file', words: wrong === 'kind' ? m.source.intake.kind(file.name) : wrong === 'large' ? m.source.intake.large(sizeText(file.size)) : m.source.intake[wrong] })
    },
    cancel: () => stop.current?.abort(),
  }
}

const documentOf = async (given: File | string, pasted: string, signal: AbortSignal, tell: (stage: Stage) => void): Promise<SourceDocument> => {
  if (typeof given === 'string') return { name: pasted, text: given }
  tell({ kind: 'loading', name: given.name })
  return { name: given.name.slice(-200), content: await contentOf(given, signal) }
}
