import { Radio } from 'antd'
import type { PiecesOut } from '../../../api/block-change.ts'
import type { ProposalOut } from '../../../api/proposal.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { MarkedPieces } from '../agree/MarkedPieces.tsx'

type Choice = 'mine' | 'theirs'
type Props = { readonly conflicts: ProposalOut['conflicts']; readonly choices: Readonly<Record<string, Choice>>; readonly onChoose: (id: string, choice: Choice) => void }

/** Each place a proposal and the section both changed: what it was, and both texts marked against it; the decider says which stands. */
export const ConflictChoices = ({ conflicts, choices, onChoose }: Props) => {
  const { m } = useSpeech()
  return (
    <>
      <p role="note">{m.agree.proposal.conflict(conflicts.length)}</p>
      {conflicts.map(({ id, base, mine, theirs }) => (
        <fieldset key={id} className="proposal-conflict">
          <legend>{m.agree.proposal.base}</legend>
          <p className="marked-text faint" lang="zh-CN">
            {base ?? m.agree.proposal.gone}
          </p>
          <Radio.Group value={choices[id]} onChange={(event) => onChoose(id, event.target.value as Choice)}>
            <Side value="mine" name={m.agree.proposal.mine} pieces={mine} />
            <Side value="theirs" name={m.agree.proposal.theirs} pieces={theirs} />
          </Radio.Group>
        </fieldset>
      ))}
    </>
  )
}

const Side = ({ value, name, pieces }: { readonly value: Choice; readonly name: string; readonly pieces: PiecesOut | null }) => {
  const { m } = useSpeech()
  return (
    <Radio value={value}>
      {name}
      <span className="marked-text" lang="zh-CN">
        {pieces === null ? m.agree.proposal.gone : <MarkedPieces pieces={pieces} />}
      </span>
    </Radio>
  )
}
