/** A name taken apart for the town's tree: as it is said in Chinese, what stands before its kind, and its kind in English. */
export type DivisionName = { readonly zh: string; readonly stem: string; readonly kind: string }

/**
 * The village or community a committee is of: 上舍村委会 and 上舍村村民委员会 are 上舍村, 滨海社区居委会 is 滨海社区. A committee
 * whose name does not say of what (新浦街居委会) keeps its name, and so does everything that is no committee.
 */
export const villageName = (name: string): DivisionName => {
  const village = before(name, ['村民委员会', '村委会'])
  if (village !== undefined) return named(/.(村|嘎查)$/.test(village) ? village : `${village}村`)
  const residents = before(name, ['居民委员会', '居委会'])
  return named(residents !== undefined && residents.endsWith('社区') && residents.length > 2 ? residents : name)
}

/** The town itself: the office of a street is the street. */
export const townName = (name: string): DivisionName => named(name.endsWith('街道办事处') ? name.slice(0, -'办事处'.length) : name)

const kinds: readonly (readonly [ending: string, en: string])[] = [
  ['居民委员会', 'Residents’ Committee'], ['居委会', 'Residents’ Committee'], ['社区', 'Community'], ['民族村', 'Village'], ['村', 'Village'], ['嘎查', 'Gacha'],
  ['民族乡', 'Ethnic Township'], ['街道', 'Subdistrict'], ['镇', 'Town'], ['乡', 'Township'], ['民族苏木', 'Ethnic Sumu'], ['苏木', 'Sumu'],
]

const named = (zh: string): DivisionName => {
  const found = kinds.find(([ending]) => zh.endsWith(ending) && zh.length > ending.length)
  return found === undefined ? { zh, stem: zh, kind: '' } : { zh, stem: zh.slice(0, -found[0].length), kind: found[1] }
}

const before = (name: string, endings: readonly string[]): string | undefined => {
  const ending = endings.find((each) => name.endsWith(each) && name.length > each.length)
  return ending === undefined ? undefined : name.slice(0, -ending.length)
}
