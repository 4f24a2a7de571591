/** Which row stands below which, by what the page shows: columns, ordinals, 其中, indents. */
import { describe, expect, test } from 'vitest'
import { list } from '../../helpers/list.js'

describe('two columns of names', () => {
  const tree = `
收入总计 (total)
一般公共预算资金 (subtotal)
  公共财政拨款（补助）资金
  专项收入
政府性基金 (subtotal)
上年结转和结余资金 (subtotal)
  动用上年结转和结余资金
`
  test('a class beside its rows: 小计 speaks for it', () => {
    const { tree: read, table } = list(
      `
      name               | name                         | #金额
      收入总计           | <                            | 9,546.29
      一般公共预算资金   | 小计                         | 9,066.79
      ^                  | 公共财政拨款（补助）资金     | 8,566.79
      ^                  | 专项收入                     | 500.00
      政府性基金         | 小计                         | 310.00
      上年结转和结余资金 | 小计                         | 25.50
      ^                  | 其中：动用上年结转和结余资金 | 25.50`,
    )
    expect(read).toBe(tree)
    expect(table.rows.map(({ label }) => label)).toEqual([
      '收入总计',
      '一般公共预算资金 小计',
      '公共财政拨款（补助）资金',
      '专项收入',
      '政府性基金 小计',
      '上年结转和结余资金 小计',
      '其中：动用上年结转和结余资金',
    ])
  })

  test('a class on a line of its own holds the lines below, up to the next class', () => {
    const { tree: read } = list(`
      name             | name     | #金额
      一般公共预算资金 |          | 600
                       | 经费拨款 | 500
                       | 专项收入 | 100
      其他资金         |          | 30
                       | 事业收入 | 30`)
    expect(read).toBe(`
一般公共预算资金
  经费拨款
  专项收入
其他资金
  事业收入
`)
  })

  test('a class without a line of its own is no row, and stays beside each of its rows', () => {
    const { tree: read, table } = list(`
      name             | name     | #金额
      一般公共预算资金 | 经费拨款 | 500
      ^                | 专项收入 | 100
      其他资金         | 事业收入 | 30`)
    expect(read).toBe('\n经费拨款\n专项收入\n事业收入\n')
    expect(table.rows.map(({ cells }) => cells.name_0?.text)).toEqual([
      '一般公共预算资金',
      '一般公共预算资金',
      '其他资金',
    ])
  })

  test('what sort of thing a row is names no row: 项目类别 beside 项目名称', () => {
    const { table } = list(`
      name:项目名称 | name:项目类别 | #合计
      防火巡护      | 特定目标类    | 20
      云溪大厦物业  | 其他运转类    | 10`)
    expect(table.rows.map(({ name, cells }) => [name, cells.name_1.text])).toEqual([
      ['防火巡护', '特定目标类'],
      ['云溪大厦物业', '其他运转类'],
    ])
  })

  test('purchases: what no key names, the columns of words do, each below the one before', () => {
    const { tree: read } = list(`
      name:采购品目大类 | "专项名称      | "经济科目    | "采购物品名称 | "采购组织形式 | #总计
      合计              |                |              |               |               | 59
      一、货物A         |                |              |               |               | 32
                        | 办公设备购置费 | 办公设备购置 |               |               | 32
                        |                |              | 台式计算机    | 分散自行组织  | 18
                        |                |              | 家具用具      | 分散自行组织  | 14
      三、服务C         |                |              |               |               | 27
                        | 物业费         | 物业管理费   | 保洁服务      | 分散自行组织  | 27`)
    expect(read).toBe(`
合计 (total)
货物A
  办公设备购置费
    台式计算机
    家具用具
服务C
  保洁服务
`)
  })
})

describe('ordinals, 其中 and indents in one list', () => {
  test('rows without ordinals below a total: indents tell (the national 04 table)', () => {
    const { tree } = list(`
      name                         | #金额
      一、一般公共预算财政拨款     | 100
      二、政府性基金预算财政拨款   | 20
      本年收入合计                 | 120
      年初财政拨款结转和结余       | 12
      _一般公共预算财政拨款        | 7
      _政府性基金预算财政拨款      | 5
      总计                         | 132`)
    expect(tree).toBe(`
一般公共预算财政拨款
政府性基金预算财政拨款
本年收入合计 (total)
年初财政拨款结转和结余
  一般公共预算财政拨款
  政府性基金预算财政拨款
总计 (total)
`)
  })

  test('the same without a total between, and the funds numbered', () => {
    const { tree } = list(`
      name                         | #金额
      一、一般公共预算财政拨款     | 100
      二、政府性基金预算财政拨款   | 20
      使用非财政拨款结余           | 1
      年初财政拨款结转和结余       | 12
      一、一般公共预算财政拨款     | 7
      二、政府性基金预算财政拨款   | 5
      总计                         | 133`)
    expect(tree).toBe(`
一般公共预算财政拨款
政府性基金预算财政拨款
使用非财政拨款结余
年初财政拨款结转和结余
  一般公共预算财政拨款
  政府性基金预算财政拨款
总计 (total)
`)
  })

  test('a carry-over on top of the numbered items holds none of them', () => {
    const { tree } = list(`
      name           | #金额
      上年结转       | 12
      一、财政拨款   | 100
      二、事业收入   | 20`)
    expect(tree).toBe('\n上年结转\n财政拨款\n事业收入\n')
  })

  test('what stands without an ordinal is a part of the last item, indented or not (the reference)', () => {
    const { tree } = list(`
      name             | #金额
      一、基本支出     | 100
      工资福利支出     | 60
      商品和服务支出   | 40
      二、项目支出     | 20
      资本性支出       | 20
      年终结转结余     | 5`)
    expect(tree).toBe(`
基本支出
  工资福利支出
  商品和服务支出
项目支出
  资本性支出
年终结转结余
`)
  })

  test('below a numbered class two levels by indents', () => {
    const { tree } = list(`
      name               | #金额
      一、教育支出       | 100
      _进修及培训        | 100
      __培训支出         | 60
      __其他进修及培训   | 40
      二、卫生健康支出   | 20`)
    expect(tree).toBe(`
教育支出
  进修及培训
    培训支出
    其他进修及培训
卫生健康支出
`)
  })

  test('ordinals of four kinds', () => {
    const { tree } = list(`
      name                       | #金额
      一、部门预算               | 100
      1、财政拨款                | 100
      （1）一般公共预算拨款      | 80
      其中：专项资金             | 30
      （2）政府性基金拨款        | 20
      2、事业收入                | 0
      二、上年结转               | 5`)
    expect(tree).toBe(`
部门预算
  财政拨款
    一般公共预算拨款
      专项资金
    政府性基金拨款
  事业收入
上年结转
`)
  })

  test('其中 opens parts of the row above; what is aligned behind it is a part too', () => {
    const { tree } = list(`
      name                     | #金额
      公务用车购置及运行维护费 | 40
      __其中：公务用车购置费   | 18
      _____公务用车运行维护费  | 22
      公务接待费               | 5`)
    expect(tree).toBe(`
公务用车购置及运行维护费
  公务用车购置费
  公务用车运行维护费
公务接待费
`)
  })

  test('其中 without a colon, and two of them in turn', () => {
    const { tree, table } = list(`
      name             | #金额
      财政拨款         | 40
      其中一般公共预算 | 18
      其中：基金预算   | 22
      事业收入         | 5`)
    expect(tree).toBe('\n财政拨款\n  一般公共预算\n  基金预算\n事业收入\n')
    expect(table.rows[1].label).toBe('其中一般公共预算')
  })
})

describe('rows without codes among rows with them', () => {
  test('numbered parts of a list hold its classes', () => {
    const { tree } = list(`
      code  | name           | #合计
            | 一、基本支出   | 100
      301   | 工资福利支出   | 60
      30101 | 基本工资       | 60
      302   | 商品和服务支出 | 40
            | 二、项目支出   | 20
      302   | 商品和服务支出 | 20
            | 年终结转结余   | 5`)
    expect(tree).toBe(`
基本支出
  301 工资福利支出
    30101 基本工资
  302 商品和服务支出
项目支出
  302 商品和服务支出
年终结转结余
`)
  })

  test('其中 and projects are parts of the item above; a carry-over and a code that parses to none are not', () => {
    const { tree } = list(`
      code    | name             | #合计
      213     | 农林水支出       | 100
      21302   | 林业和草原       | 100
      2130201 | 行政运行         | 60
              | 其中：人员经费   | 40
      2130234 | 林业草原防灾减灾 | 40
              | 防火巡护         | 40
      2130x   | 其他林业支出     | 0
              | 结转下年         | 5`)
    expect(tree).toBe(`
213 农林水支出
  21302 林业和草原
    2130201 行政运行
      人员经费
    2130234 林业草原防灾减灾
      防火巡护
其他林业支出
结转下年
`)
  })

  test('a class printed again after a page break holds nothing: its first line does', () => {
    const { table } = list(`
      code  | name           | #金额
      302   | 商品和服务支出 | 50
      30201 | 办公费         | 30
      ---
      302   | 商品和服务支出 |
      30202 | 印刷费         | 20`)
    expect(table.rows.map(({ parent }) => parent)).toEqual([null, 't1.r1', null, 't1.r1'])
  })

  test('two classifications: a class that only the government’s codes holds its rows', () => {
    const { tree } = list(`
      code  | name           | government_code | government_name  | #金额
            |                | 501             | 机关工资福利支出 | 60
      30101 | 基本工资       | 50101           | 工资奖金津补贴   | 40
      30102 | 津贴补贴       | 50101           | 工资奖金津补贴   | 20
            |                | 502             | 机关商品和服务   | 40
      30201 | 办公费         | 50201           | 办公经费         | 40`)
    expect(tree).toBe(`
501 机关工资福利支出
  30101 基本工资
  30102 津贴补贴
502 机关商品和服务
  30201 办公费
`)
  })

  test('the name of the other classification stands beside its row', () => {
    const { table } = list(`
      code  | name     | government_code | government_name | #金额
      30101 | 基本工资 | 50101           | 工资奖金津补贴  | 40`)
    expect(table.rows[0]).toMatchObject({ name: '基本工资', label: '基本工资' })
    expect(table.rows[0].cells.government_name_3.text).toBe('工资奖金津补贴')
  })
})

describe('how far in a name begins', () => {
  test('a step is more than a third of an em where nothing is numbered', () => {
    expect(treeWith(0.3)).toBe('\n财政拨款\n经费拨款\n')
    expect(treeWith(0.4)).toBe('\n财政拨款\n  经费拨款\n')
  })

  test('beside ordinals half a blank too much is none, a whole one is a step (the reference, table 4)', () => {
    expect(treeWith(0.5, '一、')).toBe('\n预算\n  财政拨款\n  经费拨款\n')
    expect(treeWith(1, '一、')).toBe('\n预算\n  财政拨款\n    经费拨款\n')
  })

  /** 财政拨款 at the left, 经费拨款 so many ems further in; a numbered item on top of both, if one is given. */
  function treeWith(indent: number, ordinal = ''): string {
    const top = ordinal === '' ? '' : `${ordinal}预算 | 100\n`
    return list(`name | #金额\n${top}财政拨款 | 100\n经费拨款 | 100`, {
      indents: { 经费拨款: indent },
    }).tree
  }
})

test('a total stands in whichever column comes first: it names its row, and no other', () => {
  const { table } = list(`
    "项目分类   | name     | #合计
    特定目标类  | 防火巡护 | 8.00
    其他运转类  |          | 1.00
    合计        |          | 9.00`)
  expect(table.rows.map(({ role, name }) => [role, name])).toEqual([
    ['item', '防火巡护'],
    ['blank', ''],
    ['total', '合计'],
  ])
})

describe('one code on several rows', () => {
  const body = `
    code    | name:单位名称（科目） | #金额
            | 合计         | 170
    213     | 农林水支出   | 170
    21303   | 水利         | 170
    2130305 | 水利工程建设 | 170
    2130305 | __河道整治   | 120
    2130305 | __水库除险   | 50`

  test('projects further in than the item that they are paid as are its parts, and not misnamed', () => {
    const { tree, issues } = list(body)
    expect(tree).toBe(`
合计 (total)
213 农林水支出
  21303 水利
    2130305 水利工程建设
      2130305 河道整治
      2130305 水库除险
`)
    expect(issues).toEqual([])
  })

  test('aligned with it they are rows beside it', () => {
    expect(list(body.replaceAll('_', '')).tree).toContain(`
    2130305 水利工程建设
    2130305 河道整治
    2130305 水库除险
`)
  })
})
