import type { Study } from '@attune/contract'
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import { GivenStudy } from '../../web/src/base/study.tsx'

/** Shows pages of a study at their address below it; "elsewhere" stands where a link or a key led. */
export const pagesOf = (study: Study) => (page: Component, pattern: string, address: string) => {
  const history = createMemoryHistory()
  history.set({ value: `/studies/${study.id}${address}` })
  const rendered = render(() => (
    <MemoryRouter
      history={history}
      root={(props) => (
        <GivenStudy study={() => study}>
          <main>{props.children}</main>
        </GivenStudy>
      )}
    >
      <Route path={`/studies/:study${pattern}`} component={page} />
      <Route path="*" component={() => <p>elsewhere</p>} />
    </MemoryRouter>
  ))
  return { ...rendered, address: history.get }
}
