/** What a performance form says of one project: whose it is, its money, its goals, its indicators. */
import type { PerformanceRecord } from '../../../../schemas/document.js'
import { memo } from '../ui/memo.js'

export const RecordView = memo(function RecordView({ record }: { record: PerformanceRecord }) {
  const { id, title, project, department, unit, year, moneyUnit } = record
  return (
    <div class="record-view">
      <h2>{project ?? title}</h2>
      <p class="about">{[title, department, unit, year].filter(Boolean).join(' · ')}</p>
      <Lines name={`${id}.funding`} parts={record.funding} unit={moneyUnit} />
      {record.tasks.map(({ name, content, funding }, i) => (
        <section key={i}>
          <h3>{name}</h3>
          {content && <p>{content}</p>}
          <Lines name={`${id}.tasks.${i}`} parts={funding} unit={moneyUnit} />
        </section>
      ))}
      <ul class="goals">
        {record.goals.map(({ text }, i) => (
          <li key={i} data-key={`${id}.goals.${i}`}>
            {text}
          </li>
        ))}
      </ul>
      <Indicators record={record} />
      <Lines name={`${id}.details`} parts={record.details} unit={null} />
    </div>
  )
})

interface LinesProps {
  name: string
  parts: readonly { label: string; text: string }[]
  unit: string | null
}

function Lines({ name, parts, unit }: LinesProps) {
  if (parts.length === 0) return null
  return (
    <dl class="lines">
      {parts.map(({ label, text }, i) => (
        <div key={i} data-key={`${name}.${i}`}>
          <dt>{label}</dt>
          <dd>{unit && text && !text.includes(unit) ? `${text} ${unit}` : text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Indicators({ record: { id, indicators } }: { record: PerformanceRecord }) {
  if (indicators.length === 0) return null
  return (
    <div class="table-scroll">
      <table>
        <tbody>
          {indicators.map((indicator, i) => (
            <tr key={i} data-key={`${id}.indicators.${i}`}>
              <td>{differs(indicators, i, 'level1') && indicator.level1}</td>
              <td>{differs(indicators, i, 'level2') && indicator.level2}</td>
              <td>{indicator.level3}</td>
              <td class="figure">{indicator.text}</td>
              {indicators.some(({ actual }) => actual !== null) && (
                <td class="figure">{indicator.actual}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the line above says already is not said again. */
function differs(
  indicators: PerformanceRecord['indicators'],
  at: number,
  level: 'level1' | 'level2',
): boolean {
  return at === 0 || indicators[at - 1][level] !== indicators[at][level]
}
