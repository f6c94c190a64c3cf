import { Radio } from 'antd'
import type { ProposalOut } from '../../../api/proposal.ts'
import type { Block } from '../../../core/report/document.ts'
import { textOf } from '../../../core/report/compare-blocks.ts'
import { useSpeech } from '../../app/i18n.tsx'

type Choice = 'mine' | 'theirs'
type Props = { readonly conflicts: ProposalOut['conflicts']; readonly choices: Readonly<Record<string, Choice>>; readonly onChoose: (id: string, choice: Choice) => void }

/** Each place a proposal and the section both changed, with all three texts; the decider says which stands. */
export const ConflictChoices = ({ conflicts, choices, onChoose }: Props) => {
  const { m } = useSpeech()
  const say = (block: Block | null): string => (block === null ? m.agree.proposal.gone : textOf(block, (run) => (run.kind === 'text' ? run.text : `〔${run.measure}〕`)))
  return (
    <>
      <p role="note">{m.agree.proposal.conflict(conflicts.length)}</p>
      {conflicts.map(({ id, base, mine, theirs }) => (
        <fieldset key={id} className="proposal-conflict">
          <legend className="only-read">{say(base)}</legend>
          <p className="faint" lang="zh-CN">
            {m.agree.proposal.base}：{say(base)}
          </p>
          <Radio.Group value={choices[id]} onChange={(event) => onChoose(id, event.target.value as Choice)}>
            <Radio value="mine">
              {m.agree.proposal.mine}：<span lang="zh-CN">{say(mine)}</span>
            </Radio>
            <Radio value="theirs">
              {m.agree.proposal.theirs}：<span lang="zh-CN">{say(theirs)}</span>
            </Radio>
          </Radio.Group>
        </fieldset>
      ))}
    </>
  )
}
