const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })

/** `22 Nov 2026` in the time zone of this desk. */
export function formatDay(instant: string): string {
  return day.format(new Date(instant))
}

/** `22 Nov 2026, 15:24` in the time zone of this desk. */
export function formatMoment(instant: string): string {
  return moment.format(new Date(instant))
}

/** `5 minutes ago`, `yesterday`; from a month on the day itself. */
export function formatAgo(instant: string, now: number): string {
  const seconds = (new Date(instant).getTime() - now) / 1000
  const size = Math.abs(seconds)
  if (size < 45) return 'just now'
  if (size < 2700) return relative.format(Math.round(seconds / 60), 'minute')
  if (size < 79_200) return relative.format(Math.round(seconds / 3600), 'hour')
  if (size < 2_592_000) return relative.format(Math.round(seconds / 86_400), 'day')
  return formatDay(instant)
}

/** A moment as people say it; the exact one is its tip. */
export function Moment(props: { at: string; ago?: boolean }) {
  return (
    <time datetime={props.at} title={formatMoment(props.at)}>
      {props.ago ? formatAgo(props.at, Date.now()) : formatMoment(props.at)}
    </time>
  )
}
