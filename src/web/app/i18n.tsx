import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { Lang, Words } from '../../core/words.ts'
import { en } from '../messages/en.ts'
import type { Messages } from '../messages/zh.ts'
import { zh } from '../messages/zh.ts'

export type Speech = {
  readonly lang: Lang
  /** The words of the screens. */
  readonly m: Messages
  /** A text that comes in both languages, in the one that is read. */
  readonly w: (words: Words) => string
  readonly speak: (lang: Lang) => void
}

/** Chinese unless the reader chose English in this browser. */
export const SpeechProvider = ({ children }: { children: ReactNode }) => {
  const [lang, setLang] = useState<Lang>(() => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'))
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    localStorage.setItem(storageKey, lang)
  }, [lang])
  const speech = useMemo<Speech>(() => ({ lang, m: lang === 'zh' ? zh : en, w: (words) => words[lang], speak: setLang }), [lang])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export const useSpeech = (): Speech => {
  const speech = useContext(SpeechContext)
  if (speech === null) throw new Error('no speech around this component')
  return speech
}

const storageKey = 'zhenwu.lang'
const SpeechContext = createContext<Speech | null>(null)
