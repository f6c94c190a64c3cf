import type { Block } from '../../../core/report/document.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** The headings of the report as a way through it. */
export const Outline = ({ blocks, onGo }: { blocks: readonly Block[]; onGo: (block: number) => void }) => {
  const { m } = useSpeech()
  const heads = blocks.flatMap((block, at) => (block.kind === 'heading' && block.level < 3 ? [{ at, level: block.level, text: block.text }] : []))
  if (heads.length < 2) return null
  return (
    <nav className="outline" aria-label={m.report.outline}>
      <ol lang="zh-CN">
        {heads.map((head) => (
          <li key={head.at} className={`outline-${head.level}`}>
            <button type="button" onClick={() => onGo(head.at)}>
              {head.text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
