import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { MeasureRef } from '../../../api/figure.ts'

/** What someone types to find a measure: where it stands in the text, and the words. */
export type Prompt = { readonly from: number; readonly to: number; readonly query: string }

/** How the list answers keys while it is open; true where it took the key. */
export type PromptKeys = { readonly handle: (event: KeyboardEvent) => boolean; readonly use: (handler: (event: KeyboardEvent) => boolean) => () => void }

export const promptKeys = (): PromptKeys => {
  let standing: ((event: KeyboardEvent) => boolean) | undefined
  return {
    handle: (event) => standing?.(event) ?? false,
    use: (handler) => {
      standing = handler
      return () => void (standing = undefined)
    },
  }
}

const promptKey = new PluginKey<Prompt | null>('measure-prompt')

export const promptOf = (state: EditorState): Prompt | null => promptKey.getState(state) ?? null

/** Closes the list, or opens it over a place of the text. */
export const setPrompt = (state: EditorState, prompt: Prompt | null) => state.tr.setMeta(promptKey, prompt ?? 'closed')

/**
 * Watches for '@' and what is typed behind it, and for Tab behind the title of a measure or its initials. Never while characters are being
 * composed: an input method has its own use for every key.
 */
export const measurePrompt = (keys: PromptKeys, measures: () => readonly MeasureRef[]) =>
  Extension.create({
    name: 'measurePrompt',
    priority: 300,
    addProseMirrorPlugins: () => [
      new Plugin<Prompt | null>({
        key: promptKey,
        state: {
          init: () => null,
          apply: (tr, standing, _, state) => {
            const told: unknown = tr.getMeta(promptKey)
            if (told === 'closed') return null
            if (told !== undefined) return told as Prompt
            if (!tr.docChanged && !tr.selectionSet) return standing
            return typedPrompt(state) ?? keptPrompt(standing, tr.mapping, state)
          },
        },
        props: {
          handleKeyDown: (view, event) => {
            if (event.isComposing || view.composing) return false
            if (promptOf(view.state) !== null && keys.handle(event)) return true
            if (event.key !== 'Tab' || event.shiftKey || view.state.selection.$from.parent.type.name === 'cellText') return false
            const named = namedPrompt(view.state, measures())
            if (named === undefined) return false
            view.dispatch(setPrompt(view.state, named))
            return true
          },
        },
      }),
    ],
  })

/** Words of a block up to the cursor, without its numbers; undefined where something is selected. */
const before = (state: EditorState): { readonly text: string; readonly at: number } | undefined => {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.inlineContent) return undefined
  return { text: $from.parent.textBetween(0, $from.parentOffset, undefined, '￼'), at: $from.pos }
}

const typedPrompt = (state: EditorState): Prompt | undefined => {
  const it = before(state)
  const match = it === undefined ? null : /[@＠]([^@＠，。；：、\s￼]{0,24})$/u.exec(it.text)
  return it === undefined || match === null ? undefined : { from: it.at - match[0].length, to: it.at, query: match[1] ?? '' }
}

/** A list opened over a title stays open while the cursor stays at its end. */
const keptPrompt = (standing: Prompt | null, mapping: { map: (at: number) => number }, state: EditorState): Prompt | null => {
  if (standing === null) return null
  const [from, to] = [mapping.map(standing.from), mapping.map(standing.to)]
  return from < to && state.selection.from === to && state.doc.textBetween(from, to, undefined, '￼') === standing.query ? { from, to, query: standing.query } : null
}

/** The longest title, or initials, of a measure that the words before the cursor end with. */
const namedPrompt = (state: EditorState, measures: readonly MeasureRef[]): Prompt | undefined => {
  const it = before(state)
  if (it === undefined) return undefined
  const letters = /[a-z0-9.]{2,24}$/i.exec(it.text)?.[0]
  const names = measures.flatMap(({ title }) => (it.text.endsWith(title.zh) ? [title.zh] : []))
  if (letters !== undefined && measures.some((measure) => measure.initials.startsWith(letters.toLowerCase()))) names.push(letters)
  const query = names.reduce((longest, each) => (each.length > longest.length ? each : longest), '')
  return query === '' ? undefined : { from: it.at - query.length, to: it.at, query }
}
