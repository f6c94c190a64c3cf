import type { Told } from '../core/report/print.ts'

/** A value with the change and standing that were told beside it, so that what moved is always seen. */
export const toldText = ({ text, change, status, completion, share }: Told): string =>
  [`${status === 'estimate' ? '预计' : ''}${text}`, change === '—' ? null : change, completion == null ? null : `完成年度目标${completion}`, share == null ? null : `占比${share}`].filter((part) => part !== null).join('，')
