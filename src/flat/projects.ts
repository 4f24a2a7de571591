/** Projects of the performance forms, each with its money of one item and phase. */
import type { Row } from '../panel/table.js'
import type { OneOfAKind } from './guard.js'
import type { ProjectWish, Say, Wish } from './options.js'
import { doubtsOf, linkOf, type Source, whoseOf } from './whose.js'

/** What a form of targets plans beyond the year: left out unless it is asked for. */
const BEYOND = 'implementation_period'

export function* projectsOf(
  read: Source,
  wish: Wish & ProjectWish,
  phases: OneOfAKind,
  say: Say,
): Generator<Row> {
  const { file, rows } = read
  let beyond = 0
  for (const project of rows.projects) {
    if (wish.kind !== null && project.record_kind !== wish.kind) continue
    const money = rows.project_funding.filter(
      (each) =>
        each.project_id === project.project_id && each.task === null && each.item === wish.item,
    )
    const wanted = money.filter(({ money_phase }) =>
      wish.phase === null ? money_phase !== BEYOND : money_phase === wish.phase,
    )
    beyond += wish.phase === null ? money.length - wanted.length : 0
    for (const each of wanted.length === 0 ? [null] : wanted) {
      if (each !== null) phases.take(String(each.money_phase), file)
      yield rowOf(read, project, each, wish)
    }
  }
  if (beyond > 0)
    say({
      file,
      code: 'other_phase',
      message: `${beyond} amounts of ${BEYOND} are left out: --phase ${BEYOND} gives them`,
    })
}

function rowOf(read: Source, project: Row, money: Row | null, { links }: Wish): Row {
  const page = money?.page ?? Number(String(project.pages).split(' ')[0])
  const hasNoAmount = money !== null && money.amount === null && money.amount_text !== null
  return {
    ...whoseOf(read),
    ...project,
    item: money?.item ?? null,
    money_phase: money?.money_phase ?? null,
    amount: money?.amount ?? null,
    printed: money?.amount_text ?? null,
    unit: project.money_unit,
    doubt: doubtsOf([read.earlier !== null && 'other_document', hasNoAmount && 'no_amount']),
    page,
    link: linkOf(read, page as number, links),
  }
}
