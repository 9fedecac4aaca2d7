import { type Role, signIn } from '@attune/contract'
import { For } from 'solid-js'
import { createAction } from '../base/action.ts'
import { call } from '../base/call.ts'
import { Icon } from '../base/Icon.tsx'
import { enter } from '../base/session.ts'
import { FailureNotice } from '../base/states.tsx'
import { t } from '../messages/index.ts'

type DemoPerson = { login: string; name: string; role: Role; about: string }

/** One press and one is inside, as somebody of the synthetic study. */
export function DemoPeople(props: { people: readonly DemoPerson[]; passphrase: string }) {
  const look = createAction(async (login: string) =>
    enter(await call(signIn, {}, { body: { login, password: props.passphrase } })),
  )
  return (
    <section class="door__demo" aria-labelledby="demo-title">
      <div>
        <h2 id="demo-title">{t().door.lookAround}</h2>
        <p class="door__about">{t().door.demoAbout}</p>
      </div>
      <ul class="plain-list door__people">
        <For each={props.people}>
          {(person) => (
            <li>
              <button
                type="button"
                class="door__person"
                aria-busy={look.pending()}
                onClick={() => void look.run(person.login)}
              >
                <span>
                  <strong>
                    {person.name} <span class="badge">{t().base.roles[person.role]}</span>
                  </strong>
                  <span class="door__about">{t().base.fromServer(person.about)}</span>
                </span>
                <Icon name="arrow" />
              </button>
            </li>
          )}
        </For>
      </ul>
      <FailureNotice failure={look.failure()} />
    </section>
  )
}
