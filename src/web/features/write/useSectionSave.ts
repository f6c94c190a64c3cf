import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Block } from '../../../core/report/document.ts'
import { call } from '../../app/call.ts'
import { dropWords, keepWords } from './kept-words.ts'
import type { Desk } from './saving.ts'
import { sectionSaver } from './section-saver.ts'

type Options = { readonly section: number; readonly person: number; readonly begin: Desk; readonly take: (blocks: readonly Block[]) => void; readonly onSaved: () => void }

/** The saving of one section, for as long as it is written; what is not saved goes out when the page is left or hidden. */
export const useSectionSave = ({ section, person, begin, take, onSaved }: Options) => {
  const [saver] = useState(() =>
    sectionSaver(begin, {
      send: async (saw, blocks) => {
        const answer = await call('section.write', { section, saw, blocks: [...blocks] })
        onSaved()
        return answer
      },
      now: () => Date.now(),
      wait: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds)
        return () => clearTimeout(timer)
      },
      keep: (desk) => keepWords(person, section, desk, new Date().toISOString()),
      drop: () => dropWords(person, section),
      take,
    }),
  )
  const state = useSyncExternalStore(saver.listen, saver.state)
  useEffect(() => {
    const hidden = (): void => void (document.visibilityState === 'hidden' && saver.leave())
    window.addEventListener('pagehide', saver.leave)
    window.addEventListener('online', saver.leave)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('pagehide', saver.leave)
      window.removeEventListener('online', saver.leave)
      document.removeEventListener('visibilitychange', hidden)
      saver.leave()
    }
  }, [saver])
  return { saver, state }
}
