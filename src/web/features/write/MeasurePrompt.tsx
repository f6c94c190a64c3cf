import { useEffect, useEffectEvent, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { MeasureRef } from '../../../api/figure.ts'
import type { Told } from '../../../core/report/print.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { findMeasures } from './find-measures.ts'
import type { Insertion } from './insertions.ts'
import { contentOf, insertionsFor } from './insertions.ts'
import type { Prompt, PromptKeys } from './measure-prompt.ts'
import { promptOf, setPrompt } from './measure-prompt.ts'
import { useTold } from './useTold.ts'

type Props = { readonly editor: Editor; readonly keys: PromptKeys; readonly measures: readonly MeasureRef[]; readonly told: ReadonlyMap<string, Told>; readonly tell: (measures: readonly string[]) => Promise<ReadonlyMap<string, Told>> }

/** The list that opens behind '@': first the measure, then how it is told, each line showing what will be printed. */
export const MeasurePrompt = ({ editor, ...rest }: Props) => {
  const prompt = useEditorState({ editor, selector: ({ editor: it }) => promptOf(it.state), equalityFn: (a, b) => a?.from === b?.from && a?.to === b?.to && a?.query === b?.query })
  return prompt === null ? null : <PromptList key={prompt.from} editor={editor} prompt={prompt} {...rest} />
}

const PromptList = ({ editor, prompt, keys, measures, told, tell }: Props & { readonly prompt: Prompt }) => {
  const { m, w } = useSpeech()
  const [chosen, setChosen] = useState<MeasureRef | undefined>(undefined)
  const list = `${prompt.query}/${chosen?.key ?? ''}`
  const [marked, setMarked] = useState({ list, at: 0 })
  const at = marked.list === list ? marked.at : 0
  const setAt = (next: number): void => setMarked({ list, at: next })
  const found = findMeasures(measures, prompt.query, 8)
  const tells = useTold(chosen === undefined ? found.map((measure) => measure.key) : [chosen.key], told, tell)
  const tellsChosen = chosen === undefined ? undefined : tells.get(chosen.key)
  const insertions = chosen === undefined || tellsChosen === undefined ? [] : insertionsFor(chosen, tellsChosen, measures)
  const count = chosen === undefined ? found.length : insertions.length
  const close = (): void => editor.view.dispatch(setPrompt(editor.state, null))
  const insert = (insertion: Insertion): void => {
    close()
    editor.chain().focus().insertContentAt({ from: prompt.from, to: prompt.to }, contentOf(insertion.runs)).run()
  }
  const pick = (place: number): void => {
    const [measure, insertion] = [found[place], insertions[place]]
    if (chosen === undefined && measure !== undefined) setChosen(measure)
    else if (chosen !== undefined && insertion !== undefined) insert(insertion)
  }
  const answer = useEffectEvent((event: KeyboardEvent): boolean => {
    switch (event.key) {
      case 'ArrowDown':
        setAt((at + 1) % Math.max(1, count))
        return true
      case 'ArrowUp':
        setAt((at - 1 + count) % Math.max(1, count))
        return true
      case 'Enter':
      case 'Tab':
        if (count === 0) return false
        pick(at)
        return true
      case 'Backspace':
        if (chosen === undefined) return false
        setChosen(undefined)
        return true
      case 'Escape':
        if (chosen === undefined) close()
        else setChosen(undefined)
        return true
      default:
        return false
    }
  })
  useEffect(() => keys.use((event) => answer(event)), [keys])
  const place = editor.view.coordsAtPos(prompt.from)
  const below = place.bottom + 320 < window.innerHeight
  return createPortal(
    <div className="write-list" role="listbox" aria-label={chosen === undefined ? m.write.chooseMeasure : m.write.chooseWording(w(chosen.title))} style={{ left: Math.max(8, Math.min(place.left, window.innerWidth - 376)), ...(below ? { top: place.bottom + 6 } : { bottom: window.innerHeight - place.top + 6 }) }} onMouseDown={(event) => event.preventDefault()}>
      <p className="write-list-head">{chosen === undefined ? m.write.chooseMeasure : w(chosen.title)}</p>
      {chosen === undefined
        ? found.map((measure, n) => (
            <button key={measure.key} type="button" role="option" aria-selected={n === at} onMouseMove={() => setAt(n)} onClick={() => setChosen(measure)}>
              <span>{w(measure.title)}</span>
              <small className="number-text">{tells.get(measure.key)?.text ?? '…'}</small>
            </button>
          ))
        : insertions.map((insertion, n) => (
            <button key={insertion.key} type="button" role="option" aria-selected={n === at} onMouseMove={() => setAt(n)} onClick={() => insert(insertion)}>
              <span>{insertion.text}</span>
              <small>{m.write.shows[insertion.show]}</small>
            </button>
          ))}
      {count === 0 && <p className="faint write-list-empty">{chosen === undefined ? m.write.noMeasure : tellsChosen === undefined ? m.write.reading : m.write.nothingToTell}</p>}
    </div>,
    document.body,
  )
}
