import { expect, test } from 'vitest'
import { creditCodeHolds } from './credit-code.ts'

test.each(['11330282002979013L', '11330282002979021F', '1133028273212907XM', '11320000MB151840XJ'])('%s holds', (code) => expect(creditCodeHolds(code)).toBe(true))

test.each(['91350100M000100Y4Z', '11330282002979013M', '11330282002979031L', '1133028200297901', '11330282002979013LL', '1133028200297901IL', ''])('%s does not hold', (code) => expect(creditCodeHolds(code)).toBe(false))
