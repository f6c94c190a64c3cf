import { useSpeech } from '../app/i18n.tsx'

/** Changes the language of the screens; the button is written in the other language. */
export const LanguageSwitch = () => {
  const { lang, speak } = useSpeech()
  return (
    <button type="button" className="language-switch" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={() => speak(lang === 'zh' ? 'en' : 'zh')}>
      {lang === 'zh' ? 'English' : '中文'}
    </button>
  )
}
