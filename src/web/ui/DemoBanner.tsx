import { useSpeech } from '../app/i18n.tsx'

type Props = { readonly town: { readonly zh: string; readonly en: string; readonly demo: boolean; readonly today: string } }

/** Says on every screen that the rows are a demonstration, and which day the town takes it to be. */
export const DemoBanner = ({ town }: Props) => {
  const { m, lang } = useSpeech()
  if (!town.demo) return null
  return (
    <p className="demo-banner" role="note">
      {m.shell.demo(town[lang])}
      <span>{m.shell.townDate(town.today)}</span>
    </p>
  )
}
