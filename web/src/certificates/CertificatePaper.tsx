import type { Reply, readCertificate } from '@attune/contract'
import { certificateNotice } from '@attune/criteria'
import { type JSX, Show } from 'solid-js'
import { formatDay } from '../base/dates.tsx'
import { Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { criterionInWords, validityInWords } from '../training/criterion-words.ts'
import { FiguresTable } from '../training/Figures.tsx'
import { checksumOf, inGroups } from './checksum.ts'
import { namesIn } from './names.ts'
import { StateBand } from './StateBand.tsx'
import { asSentence } from './state.ts'

type Answer = Reply<typeof readCertificate>

/** The sheet of paper itself: on the screen and in print the same. */
export function CertificatePaper(props: { answer: Answer }) {
  const body = () => props.answer.document.certificate
  const words = () => t().certificates.paper
  return (
    <article class="certificate" aria-labelledby="certificate-heading">
      <StateBand head={props.answer.head} />
      <header class="certificate__head">
        <Show when={body().lab}>{(lab) => <p class="certificate__lab">{lab()}</p>}</Show>
        <h2 id="certificate-heading">{words().heading}</h2>
      </header>
      <section class="certificate__statement">
        <p>{words().issuedTo}</p>
        <p class="certificate__person">{body().person}</p>
        <p>{words().met({ set: body().set.name, cases: body().set.cases, isBlind: body().set.blind })}</p>
      </section>
      <Show when={body().rescored}>
        {(again) => (
          <p class="certificate__rescored">
            {words().rescored(formatDay(again().at), asSentence(again().reason))}{' '}
            {again().replaces === null ? words().laterFigures : words().replaces}
          </p>
        )}
      </Show>
      <section>
        <h3>{words().criterion}</h3>
        <p class="certificate__rule">
          <strong>{body().criterion.title}.</strong> {criterionInWords(body().criterion.rule, namesIn(body().figures))}{' '}
          {validityInWords(body().criterion)}
        </p>
        <Show when={body().criterion.modelledOn}>
          {(model) => <p class="certificate__small">{words().modelledOn(model().words, model().source)}</p>}
        </Show>
      </section>
      <section>
        <h3>{words().figures}</h3>
        <Show when={body().figures.length > 0} fallback={<p>{words().noFigures}</p>}>
          <FiguresTable figures={body().figures} label={words().figuresTable} />
        </Show>
      </section>
      <Origin answer={props.answer} />
      <Proof answer={props.answer} />
      <footer class="certificate__notice">
        {body().notice === certificateNotice ? words().notice : body().notice}
      </footer>
    </article>
  )
}

/** When, by whom, with which codebook, until when. */
function Origin(props: { answer: Answer }) {
  const body = () => props.answer.document.certificate
  const words = () => t().certificates.paper
  return (
    <section>
      <h3>{words().dates}</h3>
      <dl class="certificate__facts">
        <Fact term={words().issued}>{words().issuedBy(formatDay(body().issuedAt), body().issuedBy)}</Fact>
        <Fact term={words().expires}>
          <Show when={body().expiresAt} fallback={words().neverExpires}>
            {(at) => <strong>{formatDay(at())}</strong>}
          </Show>
        </Fact>
        <Fact term={words().codebook}>{words().codebookVersion(body().codebook.title, body().codebook.number)}</Fact>
        <Fact term={words().attempt}>
          {words().attemptFinished(body().attempt.number, formatDay(body().attempt.finishedAt))}
        </Fact>
        <Fact term={words().study}>{body().study}</Fact>
        <Fact term={words().program}>{words().programVersion(body().program)}</Fact>
      </dl>
    </section>
  )
}

/** What anybody needs to check it without this server. */
function Proof(props: { answer: Answer }) {
  const document = () => props.answer.document
  const words = () => t().certificates.paper
  const fits = () => checksumOf(document().certificate) === document().checksum
  return (
    <section class="certificate__proof">
      <h3>{words().verify}</h3>
      <p>{words().verifyWords('attune certificate certificate.json')}</p>
      <dl class="certificate__facts certificate__facts--codes">
        <Fact term={words().number}>{document().certificate.id}</Fact>
        <Fact term={words().checksum}>{inGroups(document().checksum)}</Fact>
        <Fact term={words().key}>{inGroups(props.answer.fingerprint)}</Fact>
        <Fact term={words().fingerprintOf}>{inGroups(document().certificate.codebook.hash)}</Fact>
      </dl>
      <Show when={fits()} fallback={<Notice kind="bad" title={words().fitsNot} />}>
        <p class="certificate__small certificate__checked">{words().fits}</p>
      </Show>
    </section>
  )
}

function Fact(props: { term: string; children: JSX.Element }) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
