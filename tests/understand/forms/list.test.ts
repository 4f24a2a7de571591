/** Lists of targets: a record a row, with units and totals among them. */
import { describe, expect, test } from 'vitest'
import { fundingOf, indicatorsOf, recordsOf } from '../../helpers/form.js'

describe('units and totals stand among the projects', () => {
  const records = recordsOf(`
    @ 2031年项目支出绩效目标表
    > 部门名称：某市信访局  单位：万元
    单位编码 | 单位（项目）名称 | 资金总额 | 绩效目标 | 绩效指标 | < | < | < | < | < | <
    ^ | ^ | ^ | ^ | 一级指标 | 二级指标 | 三级指标 | 指标值 | 度量单位 | 指标值类型 | 备注
    合计 | | 45.00 | | | | | | | |
    126001 | 某市信访局 | 30.00 | | | | | | | |
    126001 | 专项A | 30.00 | 目标A | 成本指标 | 经济成本指标 | 总成本 | 30 | 万元 | ≤ | 20
    ^ | ^ | ^ | ^ | ^ | 社会成本指标 | | | | |
    ^ | ^ | ^ | ^ | 产出指标 | 数量指标 | 不适用 | 无 | | 定性 |
    126002 | 某市信访中心 | 15.00 | | | | | | | |
    126002 | 专项A | 15.00 | 目标B | 产出指标 | 数量指标 | 批次 | 10 | 批 | ≥ | 10`)

  test('they give the unit of the rows below and no record', () => {
    expect(records.map(({ project, unit, unitCode }) => [project, unit, unitCode])).toEqual([
      ['专项A', '某市信访局', '126001'],
      ['专项A', '某市信访中心', '126002'],
    ])
    expect(records[0]).toMatchObject({ department: '某市信访局', moneyUnit: '万元', year: 2031 })
  })

  test('rows without name and target are none; 无 and 不适用 that are printed are', () => {
    expect(indicatorsOf(records[0])).toEqual([
      '成本指标 > 经济成本指标 > 总成本: <= 30 万元',
      '产出指标 > 数量指标 > 不适用: 无',
    ])
  })

  test('bare numbers in all remarks are the weights', () => {
    expect(records[0].indicators.map(({ weight }) => weight)).toEqual(['20', null])
  })
})

test('sign and unit that the author has put into each other’s column', () => {
  const [record] = recordsOf(`
    @ 项目支出绩效目标表
    项目名称 | 预算金额 | 绩效目标 | 三级指标 | 指标值 | 度量单位 | 指标性质
    甲 | 1 | 目标。 | 知晓率 | 95 | ≥ | %`)
  expect(indicatorsOf(record)).toEqual(['- > - > 知晓率: >= 95 %'])
})

test('a department’s list has its money by source and by use', () => {
  const [record] = recordsOf(`
    @ 部门整体支出绩效目标表
    > 部门名称：某局
    单位编码 | 单位名称 | 年度预算申请 | < | < | < | 整体绩效目标 | 年度绩效目标 | < | <
    ^ | ^ | 资金总额 | 按收入性质分 | 按支出性质分 | < | ^ | ^ | < | <
    ^ | ^ | ^ | 一般公共预算 | 基本支出 | 项目支出 | ^ | 一级指标 | 三级指标 | 指标值
    126001 | 某局本级 | 35.36 | 35.36 | 17.95 | 17.41 | 甲。 | 产出指标 | 件数 | ≥10件
    ^ | ^ | ^ | ^ | ^ | ^ | ^ | 效益指标 | 安全 | 提升`)
  expect(record).toMatchObject({
    kind: 'department_targets',
    project: null,
    department: '某局',
    unit: '某局本级',
  })
  expect(fundingOf(record)).toEqual([
    'total annual 35.36',
    'general_public_budget annual 35.36',
    'basic annual 17.95',
    'project annual 17.41',
  ])
  expect(record.indicators).toHaveLength(2)
})

test('a panel of columns for each first level', () => {
  const [record, second] = recordsOf(`
    @ 部门预算项目绩效目标表
    单位编码（项目编码） | 单位名称（项目名称） | 资金总额 | 绩效目标 | 绩效指标 | < | < | <
    ^ | ^ | ^ | ^ | 成本指标 | < | 产出指标 | <
    ^ | ^ | ^ | ^ | 三级指标 | 指标值 | 三级指标 | 指标值
    120001 | 某市审计局 | 130 | | | | |
    410000241001 | 外聘经费 | 100 | 完成审计 | 人员经费 | ≤100万元 | 项目数 | ≥20个
    ^ | ^ | ^ | ^ | | | 报告质量 | 100%
    410000241002 | 信息化 | 30 | 保障系统 | 运维费 | ≤30万元 | 可用率 | ≥99%`)
  expect(record).toMatchObject({
    project: '外聘经费',
    projectCode: '410000241001',
    unit: '某市审计局',
    unitCode: '120001',
  })
  expect(indicatorsOf(record)).toEqual([
    '成本指标 > - > 人员经费: <= 100 万元',
    '产出指标 > - > 项目数: >= 20 个',
    '产出指标 > - > 报告质量: 100 %',
  ])
  expect(second.project).toBe('信息化')
})

describe('over page breaks', () => {
  const HEAD = '单位名称 | 项目名称 | 预算金额 | 绩效目标 | 二级指标 | 三级指标 | 指标值'

  test('a project that is printed again goes on, its money counts once; another of the same name does not', () => {
    const records = recordsOf(`
      @ 项目支出绩效目标表
      ${HEAD}
      甲局 | 培训 | 5 | 目标。 | 数量指标 | 一 | ≥1人
      ---
      @ 项目支出绩效目标表
      ${HEAD}
      甲局 | 培训 | 5 | 目标。 | 质量指标 | 二 | ≥2%
      乙局 | 培训 | 5 | 目标。 | 数量指标 | 三 | ≥3人
      ---
      @ 项目支出绩效目标表
      ${HEAD}
      乙局 | 培训 | 6 | 目标。 | 数量指标 | 四 | ≥4人`)
    expect(records.map(({ unit, pages, indicators }) => [unit, pages, indicators.length])).toEqual([
      ['甲局', [1, 2], 2],
      ['乙局', [2], 1],
      ['乙局', [3], 1],
    ])
    expect(fundingOf(records[0])).toEqual(['total annual 5'])
  })

  test('cells without text go on, and so do texts that the break cut', () => {
    const records = recordsOf(`
      @ 项目支出绩效目标表
      ${HEAD}
      甲局 | 教师培 | 5 | 培训教师，提升 | 数量指标 | 一 | ≥1人
      ---
      | 训经费 | | 素质。 | 质量指标 | 二 | ≥2%
      | | | | | 三 | ≥3%
      乙局 | 维修 | 7 | 维修校舍。 | 数量指标 | 四 | ≥4平方米`)
    expect(
      records.map(({ project, goals, indicators }) => [project, goals[0].text, indicators.length]),
    ).toEqual([
      ['教师培训经费', '培训教师，提升素质。', 3],
      ['维修', '维修校舍。', 1],
    ])
    expect(records[0].indicators[2].level2).toBe('质量指标')
  })

  test('a name that is printed on the next page only', () => {
    const records = recordsOf(
      `
      @ 项目支出绩效目标表
      ${HEAD}
      甲局 | | | | 数量指标 | 一 | ≥1人
      ---
      ^ | 培训 | 5 | 目标。 | 质量指标 | 二 | ≥2%`.replace('^ | 培训', '甲局 | 培训'),
    )
    expect(records.map(({ project, indicators }) => [project, indicators.length])).toEqual([
      ['培训', 2],
    ])
  })
})

test('a list of projects with goals and no indicators; a unit has no money of its own', () => {
  const records = recordsOf(
    `
    @
    > 七、重点项目预算绩效目标情况
    项目 | 预算数（单位：万元） | 绩效目标
    某市疾控中心（某市监督所） | | 略
    蚊媒控制 | 640 | 控制蚊媒。
    血液采供 | 50.5 |`.replace('| | 略', '| |'),
  )
  expect(records.map(({ project, unit, moneyUnit }) => [project, unit, moneyUnit])).toEqual([
    ['蚊媒控制', '某市疾控中心（某市监督所）', '万元'],
    ['血液采供', '某市疾控中心（某市监督所）', '万元'],
  ])
})

test('a list of reviews: states of the budget, rate and points', () => {
  const [record] = recordsOf(`
    @ 2031年度项目支出绩效自评表
    项目名称 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    康复 | 10.00 | 12.00 | 6.00 | 50% | 人数 | ≥100人 | 120人 | 90 | 88`)
  expect(record.kind).toBe('project_review')
  expect(fundingOf(record)).toEqual([
    'total year_start_budget 10.00',
    'total full_year_budget 12.00',
    'total executed 6.00',
  ])
  expect(record.scores).toEqual({ execution_rate: '50%' })
  expect(record.indicators[0]).toMatchObject({ actual: '120人', weight: '90', score: '88' })
})

describe('indicators that run on in one cell', () => {
  const list = (cell: string) =>
    recordsOf(`
    @ 某市财政局2031年项目支出绩效目标表（含转移支付项目）
    > 单位：万元
    项目名称 | 预算金额 | 项目绩效目标 | 绩效指标
    某市财政局本级 | 300 | |
    业务经费 | 300 | 保障业务 | ${cell}`)

  test('are told apart by their codes: numbers begin again, names and targets hold ； and ，', () => {
    const [record] = list(
      '1.1－产出指标，12－质量指标，路面平整度（%）；实施周期指标值：≥90%，年度指标值：≥92%;2、1－产出指标，11－数量指标，次数；实施周期指标值：10次，年度指标值：≤5次；1、4－成本指标，41－经济成本指标，单价，含税（元）；实施周期指标值：≤1,000.00，年度指标值：≤1,000.00；2、3－满意度指标，31－服务对象满意度，满意度；实施周期指标值：≥90%，其中优秀率≥50%，年度指标值：≥90%，其中优秀率≥50%',
    )
    expect(record.unit).toBe('某市财政局本级')
    expect(indicatorsOf(record)).toEqual([
      '产出指标 > 质量指标 > 路面平整度（%）: >= 92 %',
      '产出指标 > 数量指标 > 次数: <= 5 次',
      '成本指标 > 经济成本指标 > 单价，含税（元）: <= 1000.00 元',
      '满意度指标 > 服务对象满意度 > 满意度: >= 90%，其中优秀率≥50%',
    ])
    expect(record.indicators[0].details).toEqual({ 实施周期指标值: '≥90%' })
    expect(record.goals.map(({ text }) => text)).toEqual(['保障业务'])
  })

  test('with other separators', () => {
    const [record] = list(
      '1、1-产出指标；11-数量指标；长度；实施周期指标值:47.1公里；年度指标值:47.1公里。2、2-效益指标；21-经济效益；份额；实施周期指标值:预留；年度指标值:预留。',
    )
    expect(indicatorsOf(record)).toEqual([
      '产出指标 > 数量指标 > 长度: 47.1 公里',
      '效益指标 > 经济效益 > 份额: 预留。',
    ])
  })
})
