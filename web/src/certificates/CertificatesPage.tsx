import { type CertificateHead, listCertificates } from '@attune/contract'
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import { call } from '../base/call.ts'
import { SelectField, TextField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { EmptyState, Loaded } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { CertificateTable } from './CertificateTable.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { fitting, states, summaryOf } from './state.ts'

/** Every certificate of a study, valid or not: who holds which, until when. */
export default function CertificatesPage() {
  const { study } = useStudy()
  usePage(() => ({
    title: t().certificates.title,
    crumbs: [{ label: t().base.places.training, href: `/studies/${study().id}/training` }],
  }))
  const load = createLoad(
    () => study().id,
    async (id, signal) => (await call(listCertificates, { study: id }, { signal })).certificates,
  )
  return (
    <>
      <PageHead title={t().certificates.title} intro={t().certificates.intro} />
      <Loaded of={load}>
        {(all) => (
          <Show
            when={all().length > 0}
            fallback={<EmptyState title={t().certificates.none}>{t().certificates.noneAdvice}</EmptyState>}
          >
            <Listed certificates={all()} onChanged={() => void load.reload()} />
          </Show>
        )}
      </Loaded>
    </>
  )
}

function Listed(props: { certificates: readonly CertificateHead[]; onChanged: () => void }) {
  const [search, setSearch] = useSearchParams<{ state?: string; words?: string }>()
  const [revoking, setRevoking] = createSignal<CertificateHead>()
  const state = () => states.find((one) => one === search.state) ?? 'every'
  const words = () => search.words ?? ''
  const shown = createMemo(() => fitting(props.certificates, state(), words()))
  return (
    <div class="stack">
      <p class="finding">{t().certificates.summary(summaryOf(props.certificates, Date.now()))}</p>
      <search class="filter">
        <TextField
          label={t().certificates.search}
          type="search"
          placeholder={t().certificates.searchHint}
          value={words()}
          onText={(typed) => setSearch({ words: typed || null }, { replace: true })}
        />
        <SelectField
          label={t().certificates.state}
          value={state()}
          options={[
            { value: 'every', label: t().certificates.everyState },
            ...states.map((value) => ({ value, label: t().certificates.states[value] })),
          ]}
          onChoose={(value) => setSearch({ state: value === 'every' ? null : value }, { replace: true })}
        />
        <p class="filter__summary" role="status">
          {t().certificates.shown(shown().length, props.certificates.length)}
        </p>
      </search>
      <div class="panel">
        <Show
          when={shown().length > 0}
          fallback={<EmptyState title={t().certificates.noneFits}>{t().certificates.noneFitsAdvice}</EmptyState>}
        >
          <CertificateTable certificates={shown()} onRevoke={setRevoking} />
        </Show>
      </div>
      <RevokeDialog certificate={revoking()} onClose={() => setRevoking(undefined)} onRevoked={props.onChanged} />
    </div>
  )
}
