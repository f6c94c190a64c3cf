import type { ReactNode } from 'react'
import { Button } from 'antd'
import type { PublicationOut } from '../../../api/publication.ts'
import { hasCode } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DemoBanner } from '../../ui/DemoBanner.tsx'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import './publication.css'

type Props = { readonly town: PublicationOut['town'] | undefined; readonly error: unknown; readonly children: ReactNode }

/** What stands around a public page, signed in or not; that it was withdrawn is told in its place. */
export const PublicFrame = ({ town, error, children }: Props) => {
  const { m, lang } = useSpeech()
  return (
    <>
      {town !== undefined && <DemoBanner town={town} />}
      <header className="public-top">
        <b>{town === undefined ? m.publication.page : `${town[lang]} · ${m.publication.page}`}</b>
        <span>
          {town !== undefined && <Button onClick={() => window.print()}>{m.publication.print}</Button>}
          <LanguageSwitch />
        </span>
      </header>
      <main id="main" tabIndex={-1} className="public-main">
        {hasCode(error, 'publication-withdrawn') ? (
          <div className="state" role="status">
            <p className="state-title">{m.publication.withdrawnTitle}</p>
          </div>
        ) : (
          children
        )}
      </main>
    </>
  )
}
