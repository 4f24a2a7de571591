/** What carries over, and what ends it. Sentences in the manner of several places, figures made up. */
import { describe, expect, it } from 'vitest'
import { ACCOUNTS, factsOf } from '../../helpers/narrative.js'

/** Subject, qualifier, measure and value of each fact, in one line. */
const said = (paragraphs: readonly string[], report?: typeof ACCOUNTS) =>
  factsOf(paragraphs, report).map(({ subject, qualifier, measure, value, direction }) =>
    [subject, qualifier, measure, value, direction].filter((part) => part !== null).join(' '),
  )

describe('the subject', () => {
  it('is that of the heading where the sentence has none', () => {
    expect(said(['（二）公务接待费。2032年预算数3.50万元，主要用于接待来访。'])).toEqual([
      'reception amount 3.50',
    ])
  })

  it('survives a full stop and a purpose, until the next numbered item', () => {
    const facts = said(
      [
        '（一）档案事务（款）行政运行（项）。主要用于：人员经费。年初预算为82.00万元，支出决算为80.40万元，完成年初预算的98.05%。',
        '（二）档案事务（款）档案馆（项）。年初预算为5.00万元，支出决算为5.00万元。',
      ],
      ACCOUNTS,
    )
    expect(facts).toEqual([
      'expenditure_item 行政运行（项） amount 82.00',
      'expenditure_item 行政运行（项） amount 80.40',
      'expenditure_item 行政运行（项） share 98.05',
      'expenditure_item 档案馆（项） amount 5.00',
      'expenditure_item 档案馆（项） amount 5.00',
    ])
  })

  it('is of the whole again where a clause behind a list repeats its noun', () => {
    expect(
      said(['2032年收入预算90万元，其中：财政拨款80万元，其他收入10万元。收入较去年增加3万元。']),
    ).toEqual([
      'total_revenue amount 90',
      'revenue_by_source 财政拨款 amount 80',
      'revenue_by_source 其他收入 amount 10',
      'total_revenue change 3 increase',
    ])
  })

  it('is of the whole where the next sentence begins with a comparison', () => {
    const [, , change] = factsOf(['收入预算90万元，其中财政拨款90万元。与去年相比增加3万元。'])
    expect(change).toMatchObject({ subject: 'total_revenue', measure: 'change', value: '3' })
  })

  it('is of the last part where the clause does not', () => {
    const [, , change] = factsOf([
      '2032年收入预算90万元，其中：财政拨款收入80万元，较上年增加3万元。',
    ])
    expect(change).toMatchObject({ subject: 'revenue_by_source', measure: 'change', value: '3' })
  })

  it('is of the whole again behind a purpose that lists figures', () => {
    const facts = factsOf([
      '项目支出90万元，主要包括：数字化经费60万元、库房改造工程30万元。比上年减少9万元。',
    ])
    expect(facts.at(-1)).toMatchObject({ subject: 'project_expenditure', measure: 'change' })
  })

  it('may stand behind its figure', () => {
    expect(
      said(['上级转移支付90万元（其中30万元为政府性基金预算、60万元为一般公共预算）。']),
    ).toEqual([
      'transfers_from_superior amount 90',
      'transfers_from_superior 政府性基金预算 amount 30',
      'transfers_from_superior 一般公共预算 amount 60',
    ])
  })

  it('is no noun of a clause that only explains', () => {
    const [, change] = factsOf(['收入预算90万元，全部为一般公共预算拨款，比上年增加3万元。'])
    expect(change).toMatchObject({ subject: 'total_revenue', measure: 'change' })
  })

  it('goes on behind a bracket, though a full stop stands in it', () => {
    expect(
      said([
        '公务用车购置及运行维护费6.7万元（购置费0万元，比上年减少8万元；运行维护费6.7万元。）比上年减少8万元，下降54.4%。',
      ]),
    ).toEqual([
      'vehicles amount 6.7',
      'vehicle_purchase amount 0',
      'vehicle_purchase change 8 decrease',
      'vehicle_operation amount 6.7',
      'vehicles change 8 decrease',
      'vehicles change_rate 54.4 decrease',
    ])
  })

  it('of a list goes on behind a full stop for parts of the same kind', () => {
    expect(
      said(['项目支出90万元，其中：教育支出30万元，用于培训。文化旅游体育与传媒支出60万元。']),
    ).toEqual([
      'project_expenditure amount 90',
      'project_expenditure 教育支出 amount 30',
      'project_expenditure 文化旅游体育与传媒支出 amount 60',
    ])
  })

  it('is what is paid for, where a source or a fund only says of which money', () => {
    expect(
      said([
        '二、政府采购情况',
        '政府采购预算90万元。按资金来源，一般公共预算拨款60万元，财政专户管理的资金安排30万元。',
      ]),
    ).toEqual([
      'procurement amount 90',
      'procurement 一般公共预算拨款 amount 60',
      'procurement 财政专户管理的资金 amount 30',
    ])
    const [, part] = factsOf(['项目支出90万元，其中：本年财政拨款安排80万元。'])
    expect(part).toMatchObject({ subject: 'project_expenditure', fund: 'appropriation' })
  })

  it('of a bare 支出 is what the section spends on', () => {
    expect(
      said(
        [
          '二、支出决算情况说明',
          '（一）基本支出情况。用于保障机关正常运转的日常支出90万元。',
          '3．公务接待费支出2万元。国内公务接待15批次，共计支出2万元。外事接待支出0万元。',
        ],
        ACCOUNTS,
      ),
    ).toEqual([
      'basic_expenditure amount 90',
      'reception amount 2',
      'reception_batches count 15',
      'reception amount 2',
      'reception 外事接待支出 amount 0',
    ])
  })

  it('is both sides again behind a list of each', () => {
    const facts = factsOf([
      '收支总预算90万元，收入包括：其他收入90万元；支出包括：教育支出90万元。与2031年预算相比，增加3万元。',
    ])
    expect(facts.at(-1)).toMatchObject({ subject: 'total_revenue_and_expenditure', value: '3' })
  })

  it('of figures side by side is the name in its place', () => {
    expect(said(['公务接待费、会议费和培训费分别为3万元、4万元和5万元。'])).toEqual([
      'reception amount 3',
      'meetings amount 4',
      'training amount 5',
    ])
    expect(said(['收支预算总量比上年分别增加3万元。'])).toEqual([
      'total_revenue_and_expenditure change 3 increase',
    ])
  })

  it('of a longer name is no item of the classification', () => {
    expect(said(['项目支出90万元，其中：档案信息化建设经费60万元，大气污染防治30万元。'])).toEqual([
      'project_expenditure amount 90',
      'project 档案信息化建设 amount 60',
      'project 大气污染防治 amount 30',
    ])
  })

  it('is not the total where a name leads up to 收入', () => {
    expect(said(['收入预算90万元，其中：国有资源（资产）有偿使用收入0万元。'])[1]).toBe(
      'revenue_by_source 国有资源（资产）有偿使用收入 amount 0',
    )
    expect(said(['收入预算90万元，其中：其他各项收入0万元。'])[1]).toBe(
      'revenue_by_source 其他各项收入 amount 0',
    )
    expect(said(['（一）本年收入90万元。'])).toEqual(['current_year_revenue amount 90'])
  })

  it('is the project that the heading names', () => {
    expect(
      said([
        '（一）重点项目绩效情况',
        '1.档案数字化项目',
        '（5）年度预算安排：2032年安排资金250万元。',
      ]),
    ).toEqual(['project 档案数字化项目 amount 250'])
  })

  it('of what a source has left is what was carried over', () => {
    expect(said(['收入预算90万元，包括：上年结转结余的单位资金3万元。'])[1]).toBe(
      'carryover_from_last_year 单位资金 amount 3',
    )
  })

  it('of a reason that names a project is no source', () => {
    expect(
      said(['收入预算90万元，包括：其他收入90万元，主要原因是新馆建设项目预算减少4万元。'])[2],
    ).toBe('project 新馆建设项目 change 4 decrease')
  })

  it('stands before a comparison, or alone in its sentence', () => {
    const [, , change] = factsOf([
      '收入总计90万元，支出总计90万元。收支总计与2031年相比，减少3万元。',
    ])
    expect(change).toMatchObject({ subject: 'total_revenue_and_expenditure', measure: 'change' })
    expect(said(['档案事务（款）9万元。', '“行政运行”（项）。支出决算5万元。'], ACCOUNTS)).toEqual([
      'expenditure_item 档案事务（款） amount 9',
      'expenditure_item 行政运行（项） amount 5',
    ])
  })

  it('of a list of uses keeps the money of its whole', () => {
    const [, part] = factsOf([
      '一、财政拨款收支情况说明',
      '一般公共预算拨款支出90万元，主要用于：教育支出60万元。',
    ])
    expect(part).toMatchObject({ subject: 'expenditure_by_function', fund: 'general_budget' })
  })

  it('of what is left at the end is what goes to the next year', () => {
    expect(said(['年末一般公共预算财政拨款结转和结余3万元。'], ACCOUNTS)).toEqual([
      'carryover_to_next_year amount 3',
    ])
  })

  it('of money beside a score or a building is the goals', () => {
    expect(
      said(
        [
          '一、预算绩效情况',
          '数字化项目自评得分为98分，全年预算数为250万元，涉及一般公共预算支出200万元。',
        ],
        ACCOUNTS,
      ),
    ).toEqual([
      'performance_score count 98',
      'performance_amount amount 250',
      'performance_amount amount 200',
    ])
  })

  it('never is a wrong one: a noun that no list knows gives other, or a project', () => {
    expect(said(['一、其他情况说明', '办公家具价值60万元。'])).toEqual([
      'other 办公家具价值 amount 60',
    ])
    expect(said(['一、项目支出', '库房改造工程30万元。'])).toEqual([
      'project 库房改造工程 amount 30',
    ])
  })

  it('of parts of 绩效 and of 机关运行经费 is the whole, named by the part', () => {
    expect(said(['纳入绩效目标的金额为90万元，其中，基本支出60万元，项目支出30万元。'])).toEqual([
      'performance_amount amount 90',
      'performance_amount 基本支出 amount 60',
      'performance_amount 项目支出 amount 30',
    ])
    expect(said(['机关运行经费88万元，主要用于办公费34万元、培训费4万元。'])).toEqual([
      'agency_operating_expenses amount 88',
      'agency_operating_expenses 办公费 amount 34',
      'agency_operating_expenses 培训费 amount 4',
    ])
  })
})

describe('reasons', () => {
  it('have facts of their own: the changes of parts', () => {
    expect(
      said(['支出预算90万元，比上年增加51万元，主要是人员经费增加60万元，项目支出减少9万元。']),
    ).toEqual([
      'total_expenditure amount 90',
      'total_expenditure change 51 increase',
      'personnel_expenses change 60 increase',
      'project_expenditure change 9 decrease',
    ])
  })

  it('give back what was spoken of before', () => {
    const facts = factsOf(['培训费9万元，比上年减少1万元，原因是会议费增加2万元。占公用经费的3%。'])
    expect(facts.at(-1)).toMatchObject({ subject: 'training', measure: 'share' })
  })

  it('of "no change" say nothing', () => {
    expect(said(['培训费9万元，主要原因是与上年基本持平。'])).toEqual(['training amount 9'])
  })
})

describe('the period', () => {
  it("is the sentence's own, else the document's", () => {
    const facts = factsOf(['2031年培训费9万元。', '会议费8万元。'])
    expect(facts.map(({ period, basis }) => [period, basis])).toEqual([
      [2031, 'last_year_budget'],
      [2032, 'budget'],
    ])
  })

  it('of a comparison at the head of the sentence holds to its end', () => {
    const facts = factsOf(['与2031年度相比，收入总计减少3万元；支出总计减少4万元。'], ACCOUNTS)
    expect(facts.map(({ basis }) => basis)).toEqual(['last_year_executed', 'last_year_executed'])
  })

  it("of last year's figure is last year, in the middle of a sentence or in a bracket", () => {
    const [, middle] = factsOf(['收入预算90万元，比2031年年初预算数80万元增加10万元。'])
    expect(middle).toMatchObject({ measure: 'amount', period: 2031, basis: 'last_year_budget' })
    const [, bracket, change] = factsOf([
      '支出预算90万元。（上年预算80万元）支出较去年增加10万元。',
    ])
    expect(bracket).toMatchObject({ subject: 'total_expenditure', period: 2031, value: '80' })
    expect(change).toMatchObject({ subject: 'total_expenditure', measure: 'change', period: 2032 })
  })

  it('of a change behind last year’s figure is this year', () => {
    const facts = factsOf(['“三公”经费：2032年预算数8万元，2031年预算数9万元，下降11.11%。'])
    expect(facts.map(({ measure, period }) => [measure, period])).toEqual([
      ['amount', 2032],
      ['amount', 2031],
      ['change_rate', 2032],
    ])
  })

  it('that the sentence compares with is a slip for the next', () => {
    const [amount] = factsOf(['2031年“三公”经费预算9万元，比2031年减少1万元。'])
    expect(amount).toMatchObject({ period: 2032, basis: 'budget' })
  })

  it('of accounts that compare with their own budget is their own', () => {
    const facts = factsOf(
      ['公务接待费2032年决算数8万元，比2032年年初预算数10万元减少2万元，比2031年增加1万元。'],
      ACCOUNTS,
    )
    expect(facts.map(({ period, basis }) => [period, basis])).toEqual([
      [2032, 'executed'],
      [2032, 'budget'],
      [2032, 'budget'],
      [2032, 'last_year_executed'],
    ])
  })

  it('of a stock is that of its day, and none where no day is printed', () => {
    const [dated, toBuy] = factsOf(['截至2031年8月31日，共有车辆9辆。2032年拟购置车辆1辆。'])
    expect(dated).toMatchObject({ subject: 'vehicles_in_use', period: 2031 })
    expect(toBuy).toMatchObject({ subject: 'vehicles_to_buy', period: 2032, basis: 'budget' })
    expect(factsOf(['本部门共有车辆9辆。'])[0].period).toBeNull()
  })
})

describe('the fund', () => {
  it('is that of the section, or of the noun', () => {
    const facts = factsOf([
      '五、一般公共预算拨款支出情况说明',
      '（一）基本支出60万元。',
      '六、其他重要事项的情况说明',
      '2032年财政拨款“三公”经费9万元。',
    ])
    expect(facts.map(({ fund }) => fund)).toEqual(['general_budget', 'appropriation'])
  })

  it('of a whole is that of its parts', () => {
    const facts = factsOf([
      '采购总额9万元；其中一般公共预算拨款政府采购8万元：货物2万元、服务6万元。',
    ])
    expect(facts.slice(-2).map(({ fund }) => fund)).toEqual(['general_budget', 'general_budget'])
  })
})

describe('things', () => {
  it('are told by the verb that was said last: there, or to be bought', () => {
    expect(
      said([
        '（三）国有资产占有使用情况',
        '本部门共有车辆9辆，其中，机要通信用车1辆、其他用车8辆；单价100万元以上设备2台（套）。2032年拟购置车辆0辆，其中，机要通信用车0辆；单价100万元以上设备1台（套）。',
      ]),
    ).toEqual([
      'vehicles_in_use count 9',
      'vehicles_in_use 机要通信用车 count 1',
      'vehicles_in_use 其他用车 count 8',
      'equipment_over_1m count 2',
      'vehicles_to_buy count 0',
      'vehicles_to_buy 机要通信用车 count 0',
      'equipment_to_buy_over_1m count 1',
    ])
  })

  it('have an amount beside their number', () => {
    expect(said(['2032年计划购置车辆1辆、20.00万元。'])).toEqual([
      'vehicles_to_buy count 1',
      'vehicles_to_buy amount 20.00',
    ])
  })

  it('that are worth something are assets, by their kinds', () => {
    const facts = factsOf([
      '（三）国有资产占有使用情况',
      '截至2031年12月31日，共有房屋建筑物50平方米，价值9万元，其中办公用房30平方米；对外投资2万元，在建工程0万元。',
    ])
    expect(facts.map(({ subject, qualifier, period }) => [subject, qualifier, period])).toEqual([
      ['buildings_area', null, 2031],
      ['fixed_assets', '房屋', 2031],
      ['buildings_area', null, 2031],
      ['fixed_assets', '对外投资', 2031],
      ['fixed_assets', '在建工程', 2031],
    ])
  })

  it('bought, and guests, are told by their nouns', () => {
    expect(
      said(
        [
          '七、“三公”经费支出决算情况说明',
          '2.公务用车购置0辆，公务用车保有量3辆。',
          '3.公务接待费1.4万元，共接待国内来访团组12个、来宾96人次，人均100元。',
          '1.因公出国（境）费5万元，全年安排团组0次，主要是安排1个出访团组。',
        ],
        ACCOUNTS,
      ),
    ).toEqual([
      'vehicles_bought count 0',
      'vehicles_in_use count 3',
      'reception amount 1.4',
      'reception_batches count 12',
      'reception_people count 96',
      'abroad amount 5',
      'abroad_groups count 0',
      'abroad_groups count 1',
    ])
  })

  it('are posts and projects, wherever the word for them stands', () => {
    expect(
      said(['一、其他情况说明', '对5个项目设定了绩效目标，涉及资金9万元。部门共有编制86个。']),
    ).toEqual([
      'performance_projects 项目 count 5',
      'performance_amount amount 9',
      'staff_quota 编制 count 86',
    ])
  })

  it('are people where a meeting counts them', () => {
    expect(said(['会议费5.6万元，拟召开工作会议，人数约400人。'])).toEqual([
      'meetings amount 5.6',
      'meetings count 400',
    ])
  })
})

describe('facts without a figure', () => {
  it('say no change, where no figure does', () => {
    expect(said(['公务接待费3万元，与上年持平。'])).toEqual([
      'reception amount 3',
      'reception change unchanged',
    ])
    expect(said(['公务接待费3万元，比上年增加0.00万元，与上年持平。'])).toEqual([
      'reception amount 3',
      'reception change 0.00 unchanged',
    ])
  })

  it('say that nothing is there, for each thing', () => {
    expect(said(['本部门2032年没有使用政府性基金预算拨款安排的支出。'])).toEqual([
      'government_fund_expenditure amount',
    ])
    expect(said(['2032年未安排购置车辆及单价100万元以上设备。'])).toEqual([
      'vehicles_to_buy count',
      'equipment_to_buy_over_1m count',
    ])
  })
})

describe('what is no fact', () => {
  it.each([
    ['第四部分 名词解释', '机关运行经费：指行政单位的公用经费90万元。'],
    ['二、2032年重点工作任务', '投入项目支出90万元，召开会议4次。'],
    ['一、主要职责', '负责审核500万元以上的项目支出。'],
    ['一、收支情况说明', '2032年收入预算XXX万元，比上年增加XX万元。'],
    ['一、收支情况说明', '收入预算：2032年。支出预算：2032年。'],
    ['一、收支情况说明', '注：收入预算90万元有尾差。'],
  ])('under %s: %s', (...paragraphs) => {
    expect(factsOf(paragraphs)).toEqual([])
  })

  it('a file that is no budget', () => {
    expect(factsOf(['收入预算90万元。'], { ...ACCOUNTS, kind: null })).toEqual([])
  })
})
