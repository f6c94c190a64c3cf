import { useState } from 'react'
import { Button, Input } from 'antd'
import type { Value } from '../../../core/ledger/value.ts'
import { useSpeech } from '../../app/i18n.tsx'

type Props = { readonly id: string; readonly describedBy: string; readonly invalid: boolean; readonly value: Value; readonly onChange: (value: Value) => void }

/** Where someone stands, taken only when she asks for it, and never needed: latitude and longitude to five decimals, about a metre. */
export const PositionInput = ({ id, describedBy, invalid, value, onChange }: Props) => {
  const { m } = useSpeech()
  const [state, setState] = useState<'idle' | 'asking' | 'none'>('idle')
  const locate = () => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        onChange(`${coords.latitude.toFixed(5)},${coords.longitude.toFixed(5)}`)
        setState('idle')
      },
      () => setState('none'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <>
      <div className="matter-acts">
        <Input id={id} aria-describedby={describedBy} aria-invalid={invalid} value={value === null ? '' : String(value)} maxLength={60} onChange={(event) => onChange(event.target.value)} style={{ flex: '1 1 160px' }} />
        {'geolocation' in navigator && (
          <Button onClick={locate} loading={state === 'asking'}>
            {state === 'asking' ? m.matter.locating : m.matter.locate}
          </Button>
        )}
      </div>
      {state === 'none' && <p className="form-hint">{m.matter.noPosition}</p>}
    </>
  )
}
