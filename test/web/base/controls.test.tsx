import { render, screen } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { describe, expect, it, vi } from 'vitest'
import { createAction } from '../../../web/src/base/action.ts'
import { Button } from '../../../web/src/base/Button.tsx'
import { ConfirmDialog, Dialog } from '../../../web/src/base/Dialog.tsx'
import { TextField } from '../../../web/src/base/Field.tsx'
import { Form } from '../../../web/src/base/Form.tsx'
import { createLoad } from '../../../web/src/base/load.ts'
import { Refused } from '../../../web/src/base/refused.ts'
import { Loaded } from '../../../web/src/base/states.tsx'
import { expectAccessible } from '../accessible.ts'

describe('a form', () => {
  const Sample = (props: { work: () => Promise<unknown> }) => {
    const [name, setName] = createSignal('')
    const send = createAction(props.work)
    return (
      <Form action={send} submit="Send" label="Sample">
        <TextField label="Name" hint="As others see it." value={name()} onText={setName} fault={send.fault('name')} />
      </Form>
    )
  }

  it('says at the field what is wrong with it and puts the cursor there', async () => {
    const fault = new Refused('bad-request', 400, 'No.', [{ path: 'name', message: 'Must not be empty.' }])
    const { container } = render(() => <Sample work={() => Promise.reject(fault)} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    const field = screen.getByRole('textbox', { name: 'Name' })
    expect(field).toHaveAccessibleDescription(/As others see it. Must not be empty./)
    expect(field).toBeInvalid()
    expect(field).toHaveFocus()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    await expectAccessible(container)
  })

  it('says above the button what is wrong with the whole', async () => {
    render(() => <Sample work={() => Promise.reject(new Refused('in-use', 409, 'It is in use.'))} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(screen.getByRole('alert')).toHaveTextContent('It is in use.')
  })

  it('is not sent twice while it is under way', async () => {
    const work = vi.fn(() => new Promise(() => {}))
    render(() => <Sample work={work} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(work).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-busy', 'true')
  })
})

describe('what is loaded', () => {
  const Sample = (props: { source: () => string; ask: (source: string) => Promise<string> }) => {
    const load = createLoad(() => props.source(), props.ask)
    return <Loaded of={load}>{(value) => <p>{value()}</p>}</Loaded>
  }

  it('takes the place of its skeleton', async () => {
    render(() => <Sample source={() => 'a'} ask={async (source) => `answer ${source}`} />)
    expect(await screen.findByText('answer a')).toBeInTheDocument()
    expect(screen.queryByRole('status')).not.toBeInTheDocument()
  })

  it('shows a skeleton only when it is late', async () => {
    render(() => <Sample source={() => 'a'} ask={() => new Promise(() => {})} />)
    expect(screen.queryByRole('status')).not.toBeInTheDocument()
    expect(await screen.findByRole('status', { name: 'Loading' })).toBeInTheDocument()
  })

  it('never shows the answer to an older question', async () => {
    const [source, setSource] = createSignal('slow')
    const answers = new Map<string, (answer: string) => void>()
    render(() => (
      <Sample source={source} ask={(asked) => new Promise((resolve) => answers.set(asked, () => resolve(asked)))} />
    ))
    setSource('quick')
    answers.get('quick')?.('')
    expect(await screen.findByText('quick')).toBeInTheDocument()
    answers.get('slow')?.('')
    await Promise.resolve()
    expect(screen.queryByText('slow')).not.toBeInTheDocument()
  })

  it('says why it could not be loaded and can be tried again', async () => {
    let tries = 0
    const ask = async () => {
      tries += 1
      if (tries === 1) throw new Refused('not-found', 404, 'Not found.')
      return 'there'
    }
    render(() => <Sample source={() => 'a'} ask={ask} />)
    expect(await screen.findByRole('alert')).toHaveTextContent('There is nothing here that you can see.')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('there')).toBeInTheDocument()
  })
})

describe('a dialog', () => {
  it('begins where its work is, is left by Escape, and gives the focus back', async () => {
    const Sample = () => {
      const [isOpen, setOpen] = createSignal(false)
      return (
        <>
          <Button onClick={() => setOpen(true)}>Open</Button>
          <Dialog open={isOpen()} onClose={() => setOpen(false)} title="Rename">
            <TextField label="New name" value="" onText={() => {}} />
          </Dialog>
        </>
      )
    }
    render(() => <Sample />)
    await userEvent.click(screen.getByRole('button', { name: 'Open' }))
    expect(await screen.findByRole('dialog', { name: 'Rename' })).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'New name' })).toHaveFocus()
    await expectAccessible(document.body)
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus())
  })

  it('before something dangerous begins at the way back, or waits for the word', async () => {
    const work = vi.fn(async () => {})
    const Sample = (props: { word?: string }) => (
      <ConfirmDialog
        open
        onClose={() => {}}
        title="Delete?"
        confirm="Delete"
        danger
        action={createAction(work)}
        {...(props.word ? { word: props.word } : {})}
      >
        <p>It goes for good.</p>
      </ConfirmDialog>
    )
    const first = render(() => <Sample />)
    expect(await screen.findByRole('button', { name: 'Cancel' })).toHaveFocus()
    first.unmount()
    render(() => <Sample word="Cohort" />)
    const confirm = await screen.findByRole('button', { name: 'Delete' })
    expect(confirm).toBeDisabled()
    await userEvent.type(screen.getByRole('textbox', { name: /Cohort/ }), 'Cohort')
    await userEvent.click(confirm)
    expect(work).toHaveBeenCalledTimes(1)
  })
})
