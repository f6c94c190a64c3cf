import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import type { StepProps } from './useSetup.ts'

type Props = StepProps & { readonly act?: string; readonly ready?: boolean; readonly busy?: boolean; readonly note?: string | undefined }

/** Back and on, at the foot of a step. */
export const StepActs = ({ go, back, moving, act, ready = true, busy = false, note }: Props) => {
  const { m } = useSpeech()
  return (
    <div className="setup-acts">
      {back !== undefined && (
        <Button onClick={back} disabled={moving || busy}>
          {m.setup.back}
        </Button>
      )}
      <Button type="primary" onClick={go} disabled={!ready} loading={moving || busy}>
        {act ?? m.setup.next}
      </Button>
      {note !== undefined && <span className="faint">{note}</span>}
    </div>
  )
}
