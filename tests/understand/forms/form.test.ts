/** Single forms, one for each layout: names, money, goals and indicators by their labels. */
import { describe, expect, test } from 'vitest'
import { formsOf, fundingOf, indicatorsOf, recordOf } from '../../helpers/form.js'

describe('a project form', () => {
  const form = recordOf(`
    @ 专项业务经费绩效目标表
    > （2031年度）
    项目名称 | < | 路灯养护 | < | < | <
    主管部门及代码 | < | [712]某市城管局 | < | 实施单位 | 712003某市路灯所
    实施期限 | < | 2031-2033年 | < | 项目属性 | 延续项目
    项目资金（万元） | < | 年度资金总额： | 1,234.50 | < | 执行率分值（10分）
    ^ | < | 其中：财政拨款 | 1,200.00 | < | ^
    ^ | < | 上年结转 | 34.50 | < | ^
    ^ | < | 其他资金 | - | < | ^
    总体目标 | 目标1：亮灯率98%；目标2：及时处理投诉。 | < | < | < | <
    年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值权重（90分）
    ^ | 产出指标（50分） | 数量指标 | 安装路灯数量（盏） | ≥40 | 20
    ^ | ^ | ^ | 是否建立台账（是/否） | 是 | 10
    ^ | ^ | 质量指标 | 亮灯率 | ≥98% | 20
    ^ | 满意度指标 | 服务对象满意度指标 | 市民满意度（%） | ≥ 90.00 | 10
    备注 | < | | < | < | <`)

  test('whose it is, and for which year', () => {
    expect(form).toMatchObject({
      kind: 'project_targets',
      year: 2031,
      period: '2031-2033年',
      project: '路灯养护',
      department: '某市城管局',
      departmentCode: '712',
      unit: '某市路灯所',
      unitCode: '712003',
    })
  })

  test('its money in the unit that the frame prints; a dash is no amount', () => {
    expect(form.moneyUnit).toBe('万元')
    expect(fundingOf(form)).toEqual([
      'total annual 1234.50',
      'appropriation annual 1200.00',
      'carry_over annual 34.50',
      'other annual -',
    ])
    expect(form.funding.at(-1)?.text).toBe('-')
    expect(form.scores).toEqual({ execution_weight: '10' })
  })

  test('goals whole, and labelled texts that no block is for', () => {
    expect(form.goals).toMatchObject([
      { phase: 'annual', text: '目标1：亮灯率98%；目标2：及时处理投诉。' },
    ])
    expect(form.details).toMatchObject([{ label: '项目属性', text: '延续项目' }])
  })

  test('indicators with merged levels on each row; the last row 备注 is none', () => {
    expect(indicatorsOf(form)).toEqual([
      '产出指标 > 数量指标 > 安装路灯数量（盏）: >= 40 盏',
      '产出指标 > 数量指标 > 是否建立台账（是/否）: 是',
      '产出指标 > 质量指标 > 亮灯率: >= 98 %',
      '满意度指标 > 服务对象满意度指标 > 市民满意度（%）: >= 90.00 %',
    ])
    expect(form.indicators.map(({ weight }) => weight)).toEqual(['20', '10', '20', '10'])
  })
})

test('names in 指标内容 keep their numbers; 绩效指标 at the left is no name', () => {
  const form = recordOf(`
    @ 部门专项业务经费绩效目标表
    专项（项目）名称 | < | 执法装备 | < | <
    资金金额（万元） | < | 实施期资金总额： | 60 | <
    ^ | < | 其中：财政拨款 | 50 | <
    ^ | < | 其他资金 | 10 | <
    绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
    ^ | 产出指标 | 数量指标 | 指标1：购置记录仪 | 30台
    ^ | ^ | 成本指标 | 指标1; 单价 | ≤2万元/台
    ^ | ^ | …… | …… |
    ^ | 满意度指标 | 服务对象满意度指标 | 指标1： |`)
  expect(indicatorsOf(form)).toEqual([
    '产出指标 > 数量指标 > 指标1：购置记录仪: 30 台',
    '产出指标 > 成本指标 > 指标1; 单价: <= 2 万元/台',
  ])
  // The parts are of the time of the total above them.
  expect(fundingOf(form)).toEqual([
    'total implementation_period 60',
    'appropriation implementation_period 50',
    'other implementation_period 10',
  ])
})

test('two periods side by side: money, goals and indicators of each', () => {
  const form = recordOf(`
    @ 专项资金总体绩效目标表
    专项名称 | < | 城市更新 | < | < | < | <
    项目资金（元） | < | 实施期资金总额 | 900 | < | 年度资金总额 | 300
    ^ | < | 其中：财政拨款 | 800 | < | 其中：财政拨款 | 280
    ^ | < | 其他资金 | 100 | < | 其他资金 | 20
    总体目标 | 实施期总目标 | < | < | 年度目标 | < | <
    ^ | 改造30个小区。 | < | < | 改造10个小区。 | < | <
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 三级指标 | 指标值
    ^ | 产出指标 | 数量指标 | 小区数 | ≥30个 | 小区数 | ≥10个`)
  expect(form.kind).toBe('special_fund_targets')
  expect(fundingOf(form)).toEqual([
    'total implementation_period 900',
    'total annual 300',
    'appropriation implementation_period 800',
    'appropriation annual 280',
    'other implementation_period 100',
    'other annual 20',
  ])
  expect(form.goals.map(({ phase, text }) => `${phase} ${text}`)).toEqual([
    'implementation_period 改造30个小区。',
    'annual 改造10个小区。',
  ])
  expect(form.indicators.map(({ phase, value }) => `${phase} ${value}`)).toEqual([
    'implementation_period 30',
    'annual 10',
  ])
})

test('of two targets the year’s counts; that of the whole period is kept beside it', () => {
  const form = recordOf(`
    @ 项目支出绩效目标表
    项目名称 | 甲 | < | < | <
    一级指标 | 二级指标 | 三级指标 | 实施期指标值 | 年度指标值
    产出指标 | 数量指标 | 培育企业数 | ≥100家 | ≥30家`)
  expect(form.indicators[0]).toMatchObject({
    value: '30',
    text: '≥30家',
    details: { 实施期指标值: '≥100家' },
  })
})

test('a bare total beside the year’s is the whole project’s, and so is a bare goal', () => {
  const form = recordOf(`
    @ 财政项目支出绩效目标填报表
    （2023年度） | < | < | < | <
    项目名称 | 某经费 | < | 项目性质 | 经常性
    计划开始日期 | 2023-01-01 | < | 计划完成日期 | 2023-12-31
    项目资金（元） | 项目资金总额 | 4,563,800.00 | 年度资金申请总额 | 4,563,800.00
    ^ | 其中：财政资金 | 4,563,800.00 | 其中：当年财政拨款 | 4,563,700.00
    ^ | ^ | ^ | 上年结转资金 | 100.00
    项目绩效目标 | 项目总目标 | < | 年度总体目标 | <
    ^ | 长远。 | < | 眼前。 | <
    | 一级指标 | 二级指标 | 三级指标 | 年度(/项目)指标值
    绩效指标 | 产出指标 | 数量指标 | 病媒消杀 | ≥12.00(次)
    ^ | 效益指标 | 社会效益指标 | 幸福感 | 不低于50%`)
  expect(form).toMatchObject({ year: 2023, period: '2023-01-01 — 2023-12-31', moneyUnit: '元' })
  expect(fundingOf(form)).toEqual([
    'total implementation_period 4563800.00',
    'total annual 4563800.00',
    'appropriation implementation_period 4563800.00',
    'appropriation annual 4563700.00',
    'carry_over annual 100.00',
  ])
  expect(form.goals.map(({ phase }) => phase)).toEqual(['implementation_period', 'annual'])
  expect(indicatorsOf(form)).toEqual([
    '产出指标 > 数量指标 > 病媒消杀: >= 12.00 次',
    '效益指标 > 社会效益指标 > 幸福感: >= 50 %',
  ])
})

test('a form for projects stays one where its project is called 专项资金', () => {
  const form = recordOf(`
    @ 文化产业发展专项资金项目绩效目标表
    项目名称 | 文化产业发展专项资金 | <
    年度预算资金（万元） | 430 | <
    一级指标 | 三级指标 | 指标值
    产出指标 | 扶持项目数 | ≥10个`)
  expect(form).toMatchObject({ kind: 'project_targets', project: '文化产业发展专项资金' })
  expect(fundingOf(form)).toEqual(['total annual 430'])
})

test('a department’s form: tasks in place of money, their sum the record’s', () => {
  const form = recordOf(`
    @ 2031年部门整体支出绩效目标表
    部门（单位）名称 | < | 某市城管局 | < | < | <
    年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | < | <
    ^ | ^ | ^ | 总额 | 财政拨款 | 其他资金
    ^ | 任务1：人员经费 | 发放工资 | 500.00 | 500.00 |
    ^ | 任务2：城市维护 | 路灯、桥梁 | 300.50 | 280.50 | 20.00
    ^ | 任务3： | | | |
    ^ | 金额合计 | < | 800.50 | 780.50 | 20.00
    年度总体目标 | 提升管理水平。 | < | < | < | <
    年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值 | <
    ^ | 产出指标 | 数量指标 | 保障人数 | 86人 | <`)
  expect(form).toMatchObject({
    kind: 'department_targets',
    project: null,
    department: '某市城管局',
    unit: null,
    year: 2031,
  })
  expect(form.tasks.map(({ name, content }) => `${name} ${content}`)).toEqual([
    '任务1：人员经费 发放工资',
    '任务2：城市维护 路灯、桥梁',
  ])
  expect(form.tasks[1].funding.map(({ item, value }) => `${item} ${value}`)).toEqual([
    'total 300.50',
    'appropriation 280.50',
    'other 20.00',
  ])
  expect(fundingOf(form)).toEqual([
    'total annual 800.50',
    'appropriation annual 780.50',
    'other annual 20.00',
  ])
  expect(indicatorsOf(form)).toEqual(['产出指标 > 数量指标 > 保障人数: 86 人'])
})

test('sign, value and unit in columns of their own, no levels, the goal under its label', () => {
  const form = recordOf(`
    @ 2031年部门整体绩效目标表
    > 单位名称：某市科技局
    当年整体绩效目标 | < | < | < | < | <
    推动创新,投入1,234.00万元。 | < | < | < | < | <
    绩效指标 | 指标名称 | 指标性质 | 指标值 | 计量单位 | 指标权重(%)
    ^ | 科技项目数 | ≥ | 800 | 项 | 20
    ^ | 预算执行率 | ＝ | 100 | % | 30
    ^ | 创新环境 | 定性 | 无 | | 50`)
  expect(form).toMatchObject({ department: '某市科技局', unit: null, funding: [], moneyUnit: null })
  expect(form.goals[0].text).toBe('推动创新,投入1,234.00万元。')
  expect(indicatorsOf(form)).toEqual([
    '- > - > 科技项目数: >= 800 项',
    '- > - > 预算执行率: = 100 %',
    '- > - > 创新环境: 无',
  ])
})

test('own level and transfers down; what the project is, is no goal', () => {
  const form = recordOf(`
    @ 2031年市级重点专项资金绩效目标表（一级项目）
    > 单位：万元
    项目名称 | 商务发展 | < | 主管部门 | 某市商务委 | <
    当年预算 | 46,794.00 | < | 市级支出 | 40,624.00 | <
    ^ | ^ | ^ | 补助区县 | 6,170.00 | <
    项目概况 | 深化改革。 | < | < | < | <
    当年绩效目标 | 稳中向好。 | < | < | < | <
    绩效指标 | 指标名称 | 指标性质 | 指标值 | 计量单位 | 是否核心
    ^ | 储备数量 | ≥ | 7500 | 吨 | 是`)
  expect(form).toMatchObject({
    kind: 'special_fund_targets',
    project: '商务发展',
    moneyUnit: '万元',
  })
  expect(fundingOf(form)).toEqual([
    'total annual 46794.00',
    'own_level annual 40624.00',
    'transfers_down annual 6170.00',
  ])
  expect(form.goals.map(({ text }) => text)).toEqual(['稳中向好。'])
  expect(form.details).toMatchObject([{ label: '项目概况', text: '深化改革。' }])
  expect(form.indicators[0].details).toEqual({ 是否核心: '是' })
})

describe('a form without names', () => {
  const rows = `
    资金情况（万元） | 资金总额 | < | 56.00 | <
    ^ | 财政拨款 | < | 56.00 | <
    年度目标 | 保障运行。 | < | < | <
    绩效目标指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
    ^ | 产出指标 | 数量指标 | 站点数 | ≥12个`

  test('is called what its title says before 绩效目标表, its year included', () => {
    expect(recordOf(`@ 2031年空气站运维项目绩效目标表\n${rows}`)).toMatchObject({
      project: '2031年空气站运维',
      year: null,
      department: null,
      unit: null,
    })
  })

  test('code and unit may stand before it', () => {
    expect(recordOf(`@ 712003_某监测中心_空气站运维项目绩效目标表\n${rows}`)).toMatchObject({
      project: '空气站运维',
      unit: '某监测中心',
    })
  })

  test('a title that names nothing but the kind of form names no project', () => {
    expect(recordOf(`@ 2031年市级部门项目支出绩效目标表\n${rows}`)).toMatchObject({
      project: null,
      year: 2031,
    })
    expect(recordOf(`@ 某市财政局2031年项目支出绩效目标表\n${rows}`)).toMatchObject({
      project: null,
      year: 2031,
    })
  })
})

test('a template is a form with nothing in it', () => {
  const form = recordOf(`
    @ 专项业务经费绩效目标表
    项目名称 | < | | < | <
    资金金额（万元） | < | 年度资金总额： | | <
    总体目标 | 目标1：目标2：…… | < | < | <
    绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
    ^ | 产出指标 | 数量指标 | 指标1： |
    ^ | ^ | ^ | …… |`)
  expect(form).toMatchObject({ project: null, goals: [], indicators: [] })
})

test('a project may be called after money', () => {
  const form = recordOf(`
    @ 政策和项目预算绩效目标表
    项目名称 | 养老保险基金缺口财政补助资金 | <
    项目资金（万元） | 年度预算资金总额： | 38000.00
    一级指标 | 三级指标 | 指标值
    产出指标 | 领取人数 | ≥110000人`)
  expect(form.project).toBe('养老保险基金缺口财政补助资金')
  expect(fundingOf(form)).toEqual(['total annual 38000.00'])
})

test('texts that the page paints as one string are told apart', () => {
  const form = recordOf(`
    @ 专项资金绩效目标表
    项目名称 | 甲 | < | <
    一级指标二级指标 | | 三级指标 | 指标值
    满意度指标 | 服务对象满意度指标对象满意度 | | ≥90%
    产出指标 | 数量指标 | 类数≥3类 |`)
  expect(indicatorsOf(form)).toEqual([
    '满意度指标 > 服务对象满意度指标 > 对象满意度: >= 90 %',
    '产出指标 > 数量指标 > 类数: >= 3 类',
  ])
})

test('a banner among the indicators is kept and is none of them', () => {
  const form = recordOf(`
    @ 专项资金绩效目标表
    项目名称 | 甲 | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值
    主要政策任务1：遥感监测 | < | < | <
    产出指标 | 数量指标 | 期数 | 1期`)
  expect(indicatorsOf(form)).toEqual(['产出指标 > 数量指标 > 期数: 1 期'])
  expect(form.details).toMatchObject([{ text: '主要政策任务1：遥感监测' }])
})

test('what no block holds is said, with its place', () => {
  const { issues } = formsOf(`
    @ 项目支出绩效目标表
    项目名称 | 甲 | 没有人认识的标签 | 它的内容
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 期数 | 1期`)
  expect(issues.map(({ code, severity, page }) => `${code} ${severity} ${page}`)).toEqual([
    'form_text_unread info 1',
    'form_text_unread info 1',
  ])
})
