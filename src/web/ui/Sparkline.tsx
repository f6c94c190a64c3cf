type Point = { readonly period: string; readonly value: string | null }

/** A small line of a figure's last periods, the latest one a full dot; a gap where nothing is known. Drawing only. */
export const Sparkline = ({ points, width = 72, height = 18 }: { points: readonly Point[]; width?: number; height?: number }) => {
  const known = points.flatMap((point, at) => (point.value === null ? [] : [{ at, value: Number(point.value) }]))
  const last = known[known.length - 1]
  if (known.length < 2 || last === undefined) return <svg className="sparkline" width={width} height={height} aria-hidden="true" />
  const low = Math.min(...known.map((point) => point.value))
  const high = Math.max(...known.map((point) => point.value))
  const x = (at: number) => 2 + (at * (width - 6)) / Math.max(1, points.length - 1)
  const y = (value: number) => (high === low ? height / 2 : height - 3 - ((value - low) * (height - 6)) / (high - low))
  const path = known.map((point, n) => `${n > 0 && known[n - 1]?.at === point.at - 1 ? 'L' : 'M'}${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`).join('')
  const alone = known.slice(0, -1).filter((point, n) => known[n - 1]?.at !== point.at - 1 && known[n + 1]?.at !== point.at + 1)
  return (
    <svg className="sparkline" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={path} />
      {alone.map((point) => (
        <circle key={point.at} cx={x(point.at)} cy={y(point.value)} r="1.2" />
      ))}
      <circle cx={x(last.at)} cy={y(last.value)} r="2" />
    </svg>
  )
}
