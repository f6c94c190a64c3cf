import { useOrgs } from '../app/orgs.ts'
import { OrgPicker } from '../ui/OrgPicker.tsx'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** An organisation by its name in the tree. */
export const Input = ({ field, value, onChange, id, describedBy, invalid }: InputProps) => (
  <OrgPicker id={id} describedBy={describedBy} invalid={invalid} className="field-select" clearable={field.required !== true} value={value === null ? null : String(value)} onChange={onChange} />
)

export const Output = ({ value }: OutputProps) => {
  const { nameOf } = useOrgs()
  return <>{value === null ? '' : nameOf(String(value))}</>
}

export const text: FieldView['text'] = (value, _field, { orgName }) => (value === null ? '' : orgName(String(value)))
