import { Button, ButtonLink } from '../base/Button.tsx'
import { t } from '../messages/index.ts'
import './coding.css'

/** Said before difficult material is shown. It keeps nobody from opening it. */
export function ContentNote(props: { caseId: string; note: string; study: string; onOpen: () => void }) {
  return (
    <section class="content-note" aria-labelledby="content-note-title">
      <h1 id="content-note-title">{t().codings.note.title(props.caseId)}</h1>
      <p class="content-note__text">{props.note}</p>
      <p class="quiet">{t().codings.note.advice}</p>
      <div class="button-row">
        <Button look="primary" onClick={() => props.onOpen()}>
          {t().codings.note.open}
        </Button>
        <ButtonLink look="quiet" href={`/studies/${props.study}`}>
          {t().codings.note.notNow}
        </ButtonLink>
      </div>
    </section>
  )
}
