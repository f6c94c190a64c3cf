/** Stands in every file made from the demonstration. */
export const demoMark = '演示数据，非真实数据'
