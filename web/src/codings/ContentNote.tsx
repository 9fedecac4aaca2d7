import { Button, ButtonLink } from '../base/Button.tsx'

/** Said before difficult material is shown. It keeps nobody from opening it. */
export function ContentNote(props: { caseId: string; note: string; study: string; onOpen: () => void }) {
  return (
    <section class="content-note" aria-labelledby="content-note-title">
      <h1 id="content-note-title">Before you open {props.caseId}</h1>
      <p class="content-note__text">{props.note}</p>
      <p class="quiet">
        Read it when it suits you, and take a break when you need one. Everything you do is saved as you go.
      </p>
      <div class="button-row">
        <Button look="primary" onClick={() => props.onOpen()}>
          Open the case
        </Button>
        <ButtonLink look="quiet" href={`/studies/${props.study}`}>
          Not now
        </ButtonLink>
      </div>
    </section>
  )
}
