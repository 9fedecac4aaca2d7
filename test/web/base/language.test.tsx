import { render, screen } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { formatAgo, formatDay } from '../../../web/src/base/dates.tsx'
import { chosenLanguage } from '../../../web/src/base/language.ts'
import { formatCoefficient, formatCount, formatInterval } from '../../../web/src/base/numbers.ts'
import { prefer } from '../../../web/src/base/preferences.ts'
import { describeFailure, Refused } from '../../../web/src/base/refused.ts'
import { speak, t } from '../../../web/src/messages/index.ts'
import { Appearance } from '../../../web/src/settings/Appearance.tsx'

afterEach(async () => {
  prefer({ language: 'system' })
  await speak('en')
})

describe('the language of a desk', () => {
  it.each([
    ['de', ['en-GB'], 'de'],
    ['system', ['de-AT', 'en'], 'de'],
    ['system', ['fr-FR', 'de', 'en'], 'de'],
    ['system', ['en-US', 'de'], 'en'],
    ['system', ['fr-FR'], 'en'],
    ['en', ['de-DE'], 'en'],
    ['system', [], 'en'],
  ])('with the wish %s in a browser that asks for %j is %s', (wish, asked, language) => {
    expect(chosenLanguage(wish, asked)).toBe(language)
  })

  it('is changed in the settings: at once, also for a screen reader, and without losing the place', async () => {
    render(() => <Appearance />)
    const german = screen.getByRole('radio', { name: 'Deutsch' })
    await userEvent.click(german)
    expect(await screen.findByRole('group', { name: 'Sprache' })).toBeVisible()
    expect(screen.getByRole('radio', { name: 'Wie der Browser' })).not.toBeChecked()
    expect(german).toBeChecked()
    expect(german).toHaveFocus()
    expect(document.documentElement.lang).toBe('de')
    expect(JSON.parse(localStorage.getItem('attune:preferences') ?? '{}')).toMatchObject({ language: 'de' })
    await userEvent.click(screen.getByRole('radio', { name: 'English' }))
    expect(await screen.findByRole('group', { name: 'Language' })).toBeVisible()
    expect(document.documentElement.lang).toBe('en')
  })

  it('is the last one asked for, also when an earlier one arrives later', async () => {
    const german = speak('de')
    await speak('en')
    await german
    expect(t().base.cancel).toBe('Cancel')
  })
})

describe('in German', () => {
  it('numbers and dates follow, statistics stay as APA has them', async () => {
    await speak('de')
    expect(formatCount(12_345)).toBe('12.345')
    expect(t().base.cases(1)).toBe('1 Fall')
    expect(t().base.cases(1234)).toBe('1.234 Fälle')
    expect(formatDay('2026-11-22T12:00:00Z')).toBe('22. Nov. 2026')
    const now = Date.parse('2026-11-22T12:00:00Z')
    expect(formatAgo('2026-11-22T11:55:00Z', now)).toBe('vor 5 Minuten')
    expect(formatAgo('2026-11-21T12:00:00Z', now)).toBe('gestern')
    expect(formatCoefficient(0.714)).toBe('.71')
    expect(formatInterval(0.55, 0.87)).toBe('95\u00a0% CI\u00a0[.55, .87]')
  })

  it('a refusal is German when we know its words, else its code is and the words follow', async () => {
    await speak('de')
    const refused = (code: Refused['code'], words: string) =>
      describeFailure(new Refused(code, 409, words, [], { request: 'abc' }))
    expect(refused('in-use', 'Only a submitted coding can be reopened.')).toEqual({
      title: 'Nur eine abgegebene Kodierung kann wieder geöffnet werden.',
      advice: '',
    })
    expect(refused('in-use', 'Something new stands in the way.')).toEqual({
      title: 'Das geht nicht, weil schon damit gearbeitet wird.',
      advice: 'Der Server sagt dazu: „Something new stands in the way.“',
    })
    expect(refused('internal', 'Something went wrong on the server.').advice).toBe(
      'Gespeichertes ist sicher. Versuchen Sie es gleich noch einmal. Im Protokoll des Servers steht es unter abc.',
    )
    expect(t().base.fromServer('At most 200 characters.')).toBe('Höchstens 200 Zeichen.')
  })
})
