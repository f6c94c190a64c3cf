import { useState } from 'react'
import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { InstructionDialog } from './InstructionDialog.tsx'

/** Opens the form in which an instruction is recorded. */
export const RecordInstruction = ({ report }: { report: string | undefined }) => {
  const { m } = useSpeech()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setAdding(true)}>
        {m.agree.instruction.add}
      </Button>
      {adding && <InstructionDialog report={report} onClose={() => setAdding(false)} />}
    </>
  )
}
