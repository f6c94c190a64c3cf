import type { ReactNode } from 'react'
import { PageTitle } from './PageTitle.tsx'

type Props = { title: string; /** The language of a title that somebody wrote, where it is not the reader's. */ lang?: string; note?: ReactNode; children?: ReactNode }

/** Title of a screen, what stands beside it, and its tools at the right. */
export const PageHead = ({ title, lang, note, children }: Props) => (
  <div className="page-head">
    <PageTitle>{title}</PageTitle>
    <h1 lang={lang}>{title}</h1>
    {note !== undefined && <div className="page-note">{note}</div>}
    {children !== undefined && <div className="page-tools">{children}</div>}
  </div>
)
