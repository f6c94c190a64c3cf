/** Words of the tree of organisations and of what changes it, in Chinese. */
export const orgWords = {
  about: '单位的变动都自某一天起；此前的事留在原处。',
  acts: { create: '设立下级', rename: '更名', move: '调整隶属', merge: '撤并' },
  open: '办理',
  openFor: (name: string) => `办理：${name}`,
  figures: {
    create: '自这一天起可以登记；数字随上级汇总。',
    rename: '自这一天起用新名称；数字不变，已定版的报告仍印原名。',
    move: '截止日早于这一天的数字不变，仍归原上级；自这一天起，它的数字归新上级汇总。',
    merge: '截止日早于这一天的数字不变；自这一天起，它的数字并入所选单位。撤并不能撤回。',
  },
  code: '编码',
  codeHint: '字母、数字和 . -，设立后不变。',
  zh: '名称',
  en: '英文名',
  kind: '类别',
  parent: '上级',
  into: '并入',
  from: '起始日',
  ended: (day: string) => `${day} 撤销`,
  merged: (day: string, name: string) => `${day} 并入${name}`,
  done: (act: string, name: string, day: string) => `已记入账本：${act}，${name}，自 ${day} 起。`,
}
