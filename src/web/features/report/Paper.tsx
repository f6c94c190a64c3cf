import type { ReactNode } from 'react'
import type { SectionRef } from '../../../api/report.ts'
import type { ReportDocument } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import type { Beside } from './PaperRow.tsx'
import { PaperRow } from './PaperRow.tsx'
import type { NamedFigure } from './print-runs.ts'
import './paper.css'

type Props = {
  readonly document: ReportDocument
  readonly figures: ReadonlyMap<string, NamedFigure>
  /** What each figure tells a sentence. */
  readonly told: ReadonlyMap<string, Told>
  /** Quoted passages by block. */
  readonly quotes?: ReadonlyMap<number, readonly string[]>
  /** The measure whose panel is open. */
  readonly opened?: string | undefined
  readonly onOpen: (measure: string) => void
  /** What stands beside a block: within the sheet, and in its margin; asked again only for blocks that look different. */
  readonly beside?: Beside
  /** What is printed above the title and beneath the text. */
  readonly head?: ReactNode
  readonly foot?: ReactNode
  readonly busy?: boolean
  /** The sections the text is written in; none where it is one. */
  readonly sections?: readonly SectionRef[]
  /** What stands above a section, and in its place while it is written. */
  readonly bar?: (section: SectionRef) => ReactNode
  readonly instead?: (section: SectionRef) => ReactNode | undefined
  /** The words of a section were pressed twice: someone wants to write there. */
  readonly onWrite?: (section: SectionRef, at: { readonly left: number; readonly top: number }) => void
}

/** A sheet set like the official document. The document is Chinese whatever the language of the screens. */
export const Paper = ({ document, figures, told, quotes, opened, onOpen, beside, head, foot, busy = false, sections = none, bar, instead, onWrite }: Props) => (
  <article className="paper" lang="zh-CN" aria-busy={busy}>
    {head}
    <header className="paper-title">
      <h1>{document.title}</h1>
      {document.subtitle !== undefined && <p>{document.subtitle}</p>}
    </header>
    {partsOf(document.blocks.length, sections).map(({ section, from, to }) => (
      <PaperPart key={section?.entry ?? `from-${from}`} section={section} bar={bar} onWrite={onWrite}>
        {(section === undefined ? undefined : instead?.(section)) ??
          document.blocks.slice(from, to).map((block, n) => (
            <PaperRow key={block.id ?? from + n} at={from + n} block={block} figures={figures} told={told} quotes={quotes?.get(from + n) ?? none} opened={opened} onOpen={onOpen} beside={beside} />
          ))}
      </PaperPart>
    ))}
    {foot}
  </article>
)

const none: readonly never[] = []

const PaperPart = ({ section, bar, onWrite, children }: Pick<Props, 'bar' | 'onWrite'> & { readonly section: SectionRef | undefined; readonly children: ReactNode }) =>
  section === undefined ? (
    children
  ) : (
    <section className="paper-section" data-section={section.entry} aria-label={section.title} onDoubleClick={(event) => onWrite?.(section, { left: event.clientX, top: event.clientY })}>
      {bar?.(section)}
      {children}
    </section>
  )

/** The text as one part, or by its sections. */
const partsOf = (blocks: number, sections: readonly SectionRef[]): readonly { readonly section: SectionRef | undefined; readonly from: number; readonly to: number }[] =>
  sections.length === 0 ? [{ section: undefined, from: 0, to: blocks }] : sections.map((section) => ({ section, from: section.from, to: section.to }))
