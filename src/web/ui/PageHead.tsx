import type { ReactNode } from 'react'
import { PageTitle } from './PageTitle.tsx'

/** Title of a screen, what stands beside it, and its tools at the right. */
export const PageHead = ({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) => (
  <div className="page-head">
    <PageTitle>{title}</PageTitle>
    <h1>{title}</h1>
    {note !== undefined && <div className="page-note">{note}</div>}
    {children !== undefined && <div className="page-tools">{children}</div>}
  </div>
)
