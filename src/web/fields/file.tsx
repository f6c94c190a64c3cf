import type { FieldView, OutputProps } from './field-view.ts'
import { attachedOf } from '../../core/ledger/attached.ts'
export const Input = () => null
export const Output = ({ value }: OutputProps) => <>{attachedOf(value).length}</>
export const text: FieldView['text'] = (value) => attachedOf(value).map(({ name }) => name).join('、')
