import { useSpeech } from '../../app/i18n.tsx'
import type { Remarks } from './useRemarks.ts'
import './remark.css'

type Props = { readonly it: Remarks; readonly block: string | undefined; readonly at: number }

/** Beside a paragraph: how many remarks it has, and a way to make one with the keyboard. */
export const RemarkGutter = ({ it, block, at }: Props) => {
  const { m, lang } = useSpeech()
  const { count, open } = it.markAt(block)
  if (!it.standsAt(block)) return null
  return (
    <div className="remark-gutter" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {count > 0 && (
        <button type="button" className={open > 0 ? 'remark-mark remark-waits' : 'remark-mark'} aria-label={m.agree.remark.at(count)} aria-expanded={it.shown && it.block === block} onClick={() => it.show(block)}>
          {m.agree.remark.mark}
          {count}
        </button>
      )}
      {count === 0 && (
        <button type="button" className="remark-mark remark-add" aria-label={m.agree.remark.add} onClick={() => it.begin(at, undefined)}>
          {m.agree.remark.mark}
        </button>
      )}
    </div>
  )
}
