import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Lang, Words } from '../../core/words.ts'
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

/** Chinese unless the reader chose English in this browser. The English words are fetched when they are first wanted; where that fails, the screen stays as it is. */
export const SpeechProvider = ({ children }: { children: ReactNode }) => {
  const [lang, setLang] = useState<Lang>(() => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'))
  const [english, setEnglish] = useState<Messages>()
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    localStorage.setItem(storageKey, lang)
  }, [lang])
  const speak = useCallback(async (next: Lang): Promise<void> => {
    if (next === 'en') setEnglish((await import('../messages/en.ts')).en)
    setLang(next)
  }, [])
  useEffect(() => {
    if (lang === 'en' && english === undefined) import('../messages/en.ts').then(({ en }) => setEnglish(en), () => setLang('zh'))
  }, [lang, english])
  const m = lang === 'zh' ? zh : english
  const speech = useMemo<Speech | undefined>(() => (m === undefined ? undefined : { lang, m, w: (words) => words[lang], speak: (next) => void speak(next).catch(() => undefined) }), [lang, m, speak])
  return speech === undefined ? null : <SpeechContext value={speech}>{children}</SpeechContext>
}

export const useSpeech = (): Speech => {
  const speech = useContext(SpeechContext)
  if (speech === null) throw new Error('no speech around this component')
  return speech
}

const storageKey = 'zhenwu.lang'
const SpeechContext = createContext<Speech | null>(null)
