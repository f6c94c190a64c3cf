import { useSpeech } from '../app/i18n.tsx'
import { useSession } from '../app/session.tsx'

/** What the browser's tab and history call a screen. */
export const PageTitle = ({ children }: { children: string }) => {
  const { lang } = useSpeech()
  const { town } = useSession()
  return <title>{`${children} · ${town[lang]}`}</title>
}
