import { Checkbox } from 'antd'
import type { ReturnedSectionOut } from '../../../api/word.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { Differences } from './Differences.tsx'
import type { WordDesk } from './useWord.ts'

/** What the file changes in one section, paragraph by paragraph, with what was changed here meanwhile. */
export const ReturnedSection = ({ it, section }: { readonly it: WordDesk; readonly section: ReturnedSectionOut }) => {
  const { m, w } = useSpeech()
  return (
    <section className="word-part">
      <div className="word-head">
        <h3>{section.title}</h3>
        <span className="faint">{w(section.orgName)}</span>
        <Checkbox checked={it.takes(section.section)} onChange={(event) => it.setTakes(section.section, event.target.checked)}>
          {m.word.take}
        </Checkbox>
      </div>
      {section.blocks.map((block) => {
        const conflict = section.conflicts.find((each) => each.block === block.block)
        return (
          <div key={block.block} className="word-block">
            <span className="word-kind faint">{m.word.kinds[block.change]}</span>
            <div>
              <p lang="zh-CN">
                <Differences of={block.differences} />
              </p>
              {conflict !== undefined && (
                <div className="word-conflict" role="note">
                  <p>{m.word.conflict}</p>
                  <dl>
                    <dt>{m.word.theirs}</dt>
                    <dd lang="zh-CN">{conflict.theirs ?? m.word.gone}</dd>
                    <dt>{m.word.mine}</dt>
                    <dd lang="zh-CN">{conflict.mine ?? m.word.gone}</dd>
                  </dl>
                </div>
              )}
            </div>
          </div>
        )
      })}
    </section>
  )
}
