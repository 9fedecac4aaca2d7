import { t } from '../messages/index.ts'

/** How one language writes days and moments; made once, because making is slow. */
function formatsOf(locale: string) {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
  return {
    locale,
    day: new Intl.DateTimeFormat(locale, day),
    time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
    moment: new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  }
}

let latest = formatsOf(t().locale)

function formats() {
  const { locale } = t()
  if (latest.locale !== locale) latest = formatsOf(locale)
  return latest
}

/** `22 Nov 2026` in the time zone of this desk. */
export function formatDay(instant: string): string {
  return formats().day.format(new Date(instant))
}

/** `22 Nov 2026, 15:24` in the time zone of this desk. */
export function formatMoment(instant: string): string {
  return formats().moment.format(new Date(instant))
}

/** `15:24` in the time zone of this desk. */
export function formatTime(instant: number): string {
  return formats().time.format(instant)
}

/** `5 minutes ago`, `yesterday`; from a month on the day itself. */
export function formatAgo(instant: string, now: number): string {
  const { relative } = formats()
  const seconds = (new Date(instant).getTime() - now) / 1000
  const size = Math.abs(seconds)
  if (size < 45) return t().base.justNow
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
