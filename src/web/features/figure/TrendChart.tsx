import { useEffect, useRef, useState } from 'react'
import { Segmented } from 'antd'
import { LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as equip } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useSpeech } from '../../app/i18n.tsx'
import { faces, palette } from '../../app/theme.ts'
import { useCall } from '../../app/useCall.ts'
import './figure.css'

equip([LineChart, GridComponent, TooltipComponent, SVGRenderer])

type Props = { readonly measure: string; readonly org: string; readonly until: string; readonly unit: string; readonly start: 'month' | 'half' }

/** A figure over its months, quarters or half-years; the same values stand beneath for those who do not see the line. */
export const TrendChart = ({ measure, org, until, unit, start }: Props) => {
  const { m } = useSpeech()
  const [kind, setKind] = useState<'month' | 'quarter' | 'half'>(start)
  const { data, error } = useCall('figure.trend', { measures: measure, kind, org, until }, { keep: true })
  const points = data?.series[measure]
  const empty = points?.every((point) => point.value === null) === true
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null || points === undefined) return
    const chart = init(place.current, undefined, { renderer: 'svg' })
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: faces.sans, color: palette.inkSoft },
      grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', backgroundColor: palette.sheet, borderColor: palette.line, textStyle: { color: palette.ink } },
      xAxis: { type: 'category', data: points.map((point) => point.period), axisLine: { lineStyle: { color: palette.lineStrong } }, axisTick: { show: false }, axisLabel: { color: palette.inkSoft } },
      yAxis: { type: 'value', name: unit, nameTextStyle: { color: palette.inkFaint, align: 'left' }, splitLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.inkSoft } },
      series: [{ type: 'line', data: points.map((point) => (point.value === null ? '-' : Number(point.value))), lineStyle: { color: palette.ink, width: 1.5 }, itemStyle: { color: palette.ink }, symbolSize: 5 }],
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [points, unit])
  return (
    <>
      <Segmented
        size="small"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'month', label: m.ui.periodKinds.month },
          { value: 'quarter', label: m.ui.periodKinds.quarter },
          { value: 'half', label: m.ui.periodKinds.half },
        ]}
      />
      {error !== null && data === undefined ? <p className="faint">{m.figure.trendFailed}</p> : empty ? <p className="faint">{m.figure.noTrend}</p> : <div ref={place} className="trend-chart" aria-hidden="true" />}
      {points !== undefined && (
        <table className="only-read">
          <caption>{m.figure.trend}</caption>
          <tbody>
            {points.map((point) => (
              <tr key={point.period}>
                <th scope="row">{point.period}</th>
                <td>{point.value ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
