import { TextRun, type XmlComponent } from 'docx'
import { Show } from '../../core/report/document.ts'
import { element, value, xmlText } from './element.ts'

/** What a number in a document is bound to: a measure, the key of its period, and what the run shows of it. */
export type FigureBinding = { readonly measure: string; readonly period: string; readonly show: Show }

/** The tag of a bound number: 'figure:pigs-sold:2023H1:value'. */
export const figureTag = ({ measure, period, show }: FigureBinding): string => `figure:${measure}:${period}:${show}`

/** Reads a tag back; undefined for any other tag. */
export const readFigureTag = (tag: string): FigureBinding | undefined => {
  const [, measure, period, word] = tagShape.exec(tag) ?? []
  const show = Show.safeParse(word)
  return measure === undefined || period === undefined || !show.success ? undefined : { measure, period, show: show.data }
}

/**
 * A run of text inside a content control, which Word and LibreOffice keep through editing. `id` must be unique
 * in the document, a positive 32-bit number. The name shown in Word is cut to what Word takes; a tag must come from
 * `shortTags`. It is not marked as plain text: LibreOffice 7.4 writes the text of such controls twice when it saves.
 */
export const contentControl = ({ id, tag, name, text }: { readonly id: number; readonly tag: string; readonly name: string; readonly text: string }): XmlComponent =>
  element('w:sdt', {}, [
    element('w:sdtPr', {}, [value('w:alias', [...xmlText(name)].slice(0, longest / 2).join('')), value('w:tag', tag), value('w:id', id)]),
    element('w:sdtContent', {}, [new TextRun(xmlText(text))]),
  ])

/**
 * Tags as they stand in the file. Word takes at most 64 characters; a longer tag stands under a short one,
 * 'figure:~1', and `long` keeps what each of these means, as custom properties of the document.
 */
export const shortTags = (): { readonly of: (tag: string) => string; readonly long: ReadonlyMap<string, string> } => {
  const shortOf = new Map<string, string>()
  const long = new Map<string, string>()
  const of = (tag: string): string => {
    if (tag.length <= longest) return tag
    const short = shortOf.get(tag) ?? `figure:~${shortOf.size + 1}`
    shortOf.set(tag, short)
    long.set(short, tag)
    return short
  }
  return { of, long }
}

/**
 * Tags of words with a stated source, 'stated:1' and so on: Word cuts names to 64 characters, so `long` keeps each source whole, as custom
 * properties of the document.
 */
export const statedTags = (): { readonly of: (source: string) => string; readonly long: ReadonlyMap<string, string> } => {
  const tags = numbered()
  const of = (source: string): string => `stated:${tags.of(source)}`
  return { of, long: tags.named('stated:') }
}

/** Numbers of the tags a file has, by which the bookmarks around its controls name them; `long` keeps what each means, as custom properties. */
export const markedTags = (): { readonly of: (tag: string) => number; readonly long: ReadonlyMap<string, string> } => {
  const tags = numbered()
  return { of: tags.of, long: tags.named('mark:') }
}

/** Numbers texts from 1, one number for each text; `named` lists them under a prefix, those still to come included. */
const numbered = (): { readonly of: (text: string) => number; readonly named: (prefix: string) => ReadonlyMap<string, string> } => {
  const numbers = new Map<string, number>()
  const names: { readonly prefix: string; readonly list: Map<string, string> }[] = []
  return {
    of: (text) => {
      const number = numbers.get(text) ?? numbers.size + 1
      numbers.set(text, number)
      for (const { prefix, list } of names) list.set(`${prefix}${number}`, text)
      return number
    },
    named: (prefix) => {
      const list = new Map<string, string>()
      names.push({ prefix, list })
      return list
    },
  }
}

const longest = 64
const tagShape = /^figure:([a-z][a-z0-9-]*):([^:]+):([a-z-]+)$/
