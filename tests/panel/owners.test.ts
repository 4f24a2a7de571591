import { expect, test } from 'vitest'
import { regionOf } from '../../schemas/regions/region.js'
import { ownerIds, ownerScope } from '../../src/panel/owners.js'
import { document } from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'
import { build, outputs, query } from '../helpers/panel.js'

/** Which of the names, in folders, are one owner: the number of the first that it is one with. */
function sameOf(named: readonly (readonly [folder: string | null, owner: string])[]): number[] {
  const owned = named.map(([collection, department], i) => ({
    document_id: String(i),
    department,
    collection,
  }))
  const ids = ownerIds(owned)
  return owned.map(({ document_id }) =>
    owned.findIndex((other) => ids.get(other.document_id) === ids.get(document_id)),
  )
}

const inOne = (...owners: string[]) => sameOf(owners.map((owner) => ['区划', owner] as const))

test.each([
  [
    [
      '甲州市财政局',
      '甲州市财政局（本级）',
      '甲州市财政局（汇总）',
      '甲州市财政局机关',
      '甲州财政局',
    ],
  ],
  [['甲州市教育局', '甲州市教育局(部门)', '甲州教育局（本级）']],
  [
    [
      '中共甲州市委宣传部',
      '中国共产党甲州市委员会宣传部',
      '甲州市委宣传部',
      '中共甲州市委宣传部（本级）',
    ],
  ],
  [['甲州市市场监督管理局', '甲州市场监督管理局', '甲州市 市场监督管理局']],
])('spellings of one owner: %j', (owners) => {
  expect(new Set(inOne(...owners))).toEqual(new Set([0]))
})

test.each([
  [['甲州市财政局', '甲州县财政局', '甲州市乙江区财政局']],
  [['甲州市公安局', '甲州市公安局交通警察支队']],
  [['甲州市水务局', '甲州市水利局']],
  [['中共甲州市委办公室', '甲州市人民政府办公室', '甲州市人大常委会办公室']],
  [['乙山区财政局', '丙水区财政局']],
])('owners that are several: %j', (owners) => {
  expect(inOne(...owners)).toEqual(owners.map((_, i) => i))
})

test('a short name is completed by a place of its own folder only, and years in folders are one region', () => {
  expect(
    sameOf([
      ['甲/2024年', '甲州市财政局'],
      ['甲/2025', '甲州财政局'],
      ['乙', '甲州市财政局'],
    ]),
  ).toEqual([0, 0, 2])
  expect(inOne('甲州省财政厅', '甲州市财政厅', '甲州财政厅')).toEqual([0, 1, 2])
})

test('an owner without a place is of the folder, where that is called by one', () => {
  const [place] = ['长沙']
  expect(
    sameOf([
      [place, '财政局'],
      [place, `${place}市财政局`],
      [place, '市财政局'],
    ]),
  ).toEqual([0, 0, 0])
  expect(inOne('财政局', '甲州市财政局')).toEqual([0, 1])
})

test('what a name says of standing is its scope, whatever the title page is called', () => {
  const of = (department: string | null) =>
    ownerScope({ kind: 'budget', fiscalYear: 2025, department, scope: 'department' })
  expect(['某局（本级）', '某局机关', '某局（汇总）', '某局', null].map(of)).toEqual([
    'unit',
    'unit',
    'department',
    'department',
    'department',
  ])
})

test.each([
  ['长沙', '长沙市公安局', '430100', '湖南省长沙市'],
  ['any', '上海市普陀区财政局', '310107', '上海市普陀区'],
  ['any', '中共烟台市委宣传部', '370600', '山东省烟台市'],
  ['2025/江苏省', null, '320000', '江苏省'],
  ['广东/广州', '统计局', '440100', '广东省广州市'],
  ['any', '普陀区财政局', null, null],
  ['舟山', '普陀区财政局', '330903', '浙江省舟山市普陀区'],
  ['吉林', null, null, null],
  ['长沙', '株洲市公安局', null, null],
  ['江苏', '江苏省政协办公厅', '320000', '江苏省'],
  ['any', '中山大学附属医院', null, null],
  [null, null, null, null],
])('the region of folder %s and owner %s is %s', (folder, owner, code, name) => {
  expect(regionOf(owner, folder)).toEqual({ region_code: code, region_name: name })
})

test('two spellings of one owner are versions of one disclosure; a department and its own office are not', async () => {
  const of = (n: number, department: string, scope: 'department' | 'unit' = 'department') => {
    const source = { file: `${n}.pdf`, sha256: String(n).repeat(64), pages: 1, producer: null }
    return document(undefined, {
      source,
      report: { kind: 'budget', fiscalYear: 2025, department, scope },
    })
  }
  const out = folderOf()
  await build(
    outputs({
      'x/1.json': of(1, '甲州市财政局'),
      'x/2.json': of(2, '甲州财政局'),
      'x/3.json': of(3, '甲州市财政局（本级）'),
    }),
    out,
  )
  expect(
    await query(
      out,
      `SELECT department, owner_scope, versions, preferred FROM documents ORDER BY file`,
    ),
  ).toEqual([
    ['甲州市财政局', 'department', '2', 'true'],
    ['甲州财政局', 'department', '2', 'false'],
    ['甲州市财政局（本级）', 'unit', '1', 'true'],
  ])
  expect(await query(out, 'SELECT count(DISTINCT owner_id) FROM documents')).toEqual([['1']])
})
