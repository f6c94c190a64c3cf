import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'

/** Someone is away, and another of her office acts for her. */
export const deputising = (town: DemoTown): void => {
  journey('the head of an office names a deputy, who may then do what she may, on the record for both', async () => {
    const head = await town.as('building-head')
    await head.goto('/settings?part=deputies')
    await head.getByRole('button', { name: '指定代理' }).click()
    const dialog = head.getByRole('dialog', { name: '指定代理' })
    await dialog.getByRole('combobox', { name: '代理人', exact: true }).click()
    await head.locator('.ant-select-item-option').filter({ hasText: '示例戊', visible: true }).last().click()
    await dialog.getByLabel('到（含）').fill('2023-11-10')
    await dialog.getByRole('button', { name: '指定代理' }).click()
    await head.getByRole('row', { name: /示例戊长.*示例戊.*代理中/ }).waitFor()

    const deputy = await town.as('building')
    await deputy.goto('/matters?whose=office')
    await deputy.locator('tbody a').first().click()
    await deputy.getByText('其他办理').click()
    await deputy.getByRole('button', { name: '指定承办人' }).click()
    const step = deputy.getByRole('dialog', { name: '指定承办人' })
    await step.getByRole('combobox').first().click()
    await deputy.locator('.ant-select-item-option').filter({ hasText: '示例戊', visible: true }).first().click()
    await step.getByRole('button', { name: '确认办理' }).click()
    await deputy.getByText('示例戊（代示例戊长）').waitFor()

    await head.getByRole('button', { name: '结束' }).click()
    await head.getByText('没有正在进行或将要开始的代理').waitFor()
    await deputy.reload()
    await deputy.getByText('其他办理').click()
    expect(await deputy.getByRole('button', { name: '指定承办人' }).count()).toBe(0)
  })
}
