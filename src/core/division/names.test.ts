import { expect, test } from 'vitest'
import { townName, villageName } from './names.ts'

test.each([
  ['上舍村委会', '上舍村', '上舍', 'Village'],
  ['于集村村民委员会', '于集村', '于集', 'Village'],
  ['石各庄村委会', '石各庄村', '石各庄', 'Village'],
  ['东村村委会', '东村', '东', 'Village'],
  ['丁村委会', '丁村', '丁', 'Village'],
  ['村村委会', '村村', '村', 'Village'],
  ['东庙嘎查村民委员会', '东庙嘎查', '东庙', 'Gacha'],
  ['滨海社区居委会', '滨海社区', '滨海', 'Community'],
  ['东风社区居民委员会', '东风社区', '东风', 'Community'],
  ['花园岗社区', '花园岗社区', '花园岗', 'Community'],
  ['新浦街居委会', '新浦街居委会', '新浦街', 'Residents’ Committee'],
  ['十连生活区', '十连生活区', '十连生活区', ''],
  ['村委会', '村委会', '村委会', ''],
])('%s is %s', (name, zh, stem, kind) => expect(villageName(name)).toEqual({ zh, stem, kind }))

test.each([
  ['新浦镇', '新浦镇', '新浦', 'Town'],
  ['漓东街道办事处', '漓东街道', '漓东', 'Subdistrict'],
  ['水尾水族乡', '水尾水族乡', '水尾水族', 'Township'],
  ['查巴奇鄂温克民族乡', '查巴奇鄂温克民族乡', '查巴奇鄂温克', 'Ethnic Township'],
  ['贡宝拉格苏木', '贡宝拉格苏木', '贡宝拉格', 'Sumu'],
  ['东山农场', '东山农场', '东山农场', ''],
])('%s is %s', (name, zh, stem, kind) => expect(townName(name)).toEqual({ zh, stem, kind }))
