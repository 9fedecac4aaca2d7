import { readLab } from '@attune/contract'
import { Show } from 'solid-js'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { usePage } from '../base/page.ts'
import { Loaded, Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { SignInHere } from './SignInHere.tsx'

/** Sign in; while the demo study exists, look around as one of its people. */
export function Door() {
  usePage(() => ({ title: t().door.signIn }))
  const lab = createLoad(
    () => true,
    (_, signal) => call(readLab, {}, { signal }),
  )
  return (
    <DoorFrame
      title={lab.value()?.needsOwner ? t().door.welcome : lab.value()?.name || t().door.signIn}
      intro={t().door.intro}
      aside={
        <Show when={lab.value()?.demo}>
          {(demo) => <DemoPeople people={demo().people} passphrase={demo().passphrase} />}
        </Show>
      }
    >
      <Loaded of={lab}>
        {(value) => (
          <>
            <Show when={value().needsOwner}>
              <NoOwner />
            </Show>
            {/* Whoever was invited into the demo study has an account before there is an owner. */}
            <Show when={!value().needsOwner || value().demo}>
              <SignInHere />
              <p class="quiet">{t().door.forgotten}</p>
            </Show>
          </>
        )}
      </Loaded>
    </DoorFrame>
  )
}

function NoOwner() {
  return (
    <Notice kind="info" title={t().door.noOwner}>
      <p>{t().door.noOwnerAdvice}</p>
    </Notice>
  )
}
