import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import { text } from './body.ts'
import { em, size } from './page.ts'
import { style } from './styles.ts'

/** The head of every page: the mark of a demonstration, or nothing. */
export const headers = (demo: string | undefined): { readonly default: Header; readonly even: Header } => {
  const header = (): Header => new Header({ children: [new Paragraph({ style: style.header, children: demo === undefined ? [] : [text(demo)] })] })
  return { default: header(), even: header() }
}

/** GB/T 9704-2012 7.5: the page number in 4号 宋体 between dashes, on odd pages one character from the right, on even ones from the left. */
export const footers = (): { readonly default: Footer; readonly even: Footer } => ({
  default: footer({ alignment: AlignmentType.RIGHT, indent: { right: em(size.four) } }),
  even: footer({ alignment: AlignmentType.LEFT, indent: { left: em(size.four) } }),
})

const footer = (layout: { readonly alignment: 'left' | 'right'; readonly indent: { readonly left?: number; readonly right?: number } }): Footer =>
  new Footer({ children: [new Paragraph({ style: style.footer, ...layout, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })] })
