import { useState } from 'react'
import { Button, Modal, Radio } from 'antd'
import type { Block } from '../../../core/report/document.ts'
import type { BlockConflict } from '../../../core/report/merge-blocks.ts'
import type { Told } from '../../../core/report/print.ts'
import { printRun } from '../../../core/report/print.ts'
import { runsOf } from '../../../core/report/runs.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { randomId } from './block-ids.ts'
import type { Side } from './saving.ts'
import { decided } from './saving.ts'

type Props = { readonly by: string; readonly conflicts: readonly BlockConflict[]; readonly mine: readonly Block[]; readonly told: ReadonlyMap<string, Told>; readonly onDecide: (blocks: readonly Block[]) => void }

/** Both texts of each place two people changed, and the choice between them. */
export const ConflictChoice = ({ by, conflicts, mine, told, onDecide }: Props) => {
  const { m } = useSpeech()
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const text = (block: Block | null): string =>
    block === null ? m.write.gone : block.kind === 'heading' ? block.text : `${block.kind === 'paragraph' && block.lead !== undefined ? `${block.lead}。` : ''}${runsOf(block).map((run) => printRun(run, run.kind === 'figure' ? told.get(run.measure) : undefined)).join('')}`
  return (
    <Modal open title={m.write.conflict} closable={false} width={720} footer={<Button type="primary" onClick={() => onDecide(decided(mine, conflicts, (id) => sides[id] ?? 'mine', randomId))}>{m.write.settle}</Button>}>
      <p>{m.write.conflictAbout(by === '' ? m.write.someone : by)}</p>
      <ol className="write-conflicts">
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            <dl>
              <dt>{m.write.mine}</dt>
              <dd lang="zh-CN">{text(conflict.mine)}</dd>
              <dt>{m.write.theirs}</dt>
              <dd lang="zh-CN">{text(conflict.theirs)}</dd>
            </dl>
            <Radio.Group
              value={sides[conflict.id] ?? 'mine'}
              onChange={(event) => setSides({ ...sides, [conflict.id]: event.target.value as Side })}
              options={[{ value: 'mine', label: m.write.mine }, { value: 'theirs', label: m.write.theirs }, { value: 'both', label: m.write.both }]}
            />
          </li>
        ))}
      </ol>
    </Modal>
  )
}
