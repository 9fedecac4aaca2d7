import { readLab } from '@attune/contract'
import { Show } from 'solid-js'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { usePage } from '../base/page.ts'
import { Loaded, Notice } from '../base/states.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { SignInHere } from './SignInHere.tsx'

/** Sign in; while the demo study exists, look around as one of its people. */
export function Door() {
  usePage(() => ({ title: 'Sign in' }))
  const lab = createLoad(
    () => true,
    (_, signal) => call(readLab, {}, { signal }),
  )
  return (
    <DoorFrame
      title={lab.value()?.needsOwner ? 'Welcome' : lab.value()?.name || 'Sign in'}
      intro="Coding of attachment interviews and observations."
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
              <p class="quiet">
                Password forgotten? A trainer or principal investigator of your study can make a reset link.
              </p>
            </Show>
          </>
        )}
      </Loaded>
    </DoorFrame>
  )
}

function NoOwner() {
  return (
    <Notice kind="info" title="This lab has no owner yet.">
      <p>The server printed a link for setting it up when it started. Open that link in this browser; it works once.</p>
    </Notice>
  )
}
